// The guides against the product: every step is played by something, every button has that name on
// the screen, every command does what it says, and each sheet is one page with its pictures.
#include <catch2/catch.hpp>

#include "kiosk/documents/papers/guide.h"
#include "tests/support/documents/archive_rules.h"
#include "tests/support/documents/guide_page.h"
#include "tests/support/documents/played_scenes.h"
#include "tests/support/documents/translations.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using namespace testing;

namespace {

std::string guide_file(std::string_view name, const std::string& language) {
    return "assets/guide/" + std::string(name) + "." + language + ".md";
}

GuidePage page_of(std::string_view name, const std::string& language) {
    GuidePage page = read_guide_page(read_source(guide_file(name, language)));
    REQUIRE(page.headings.size() > 3);
    return page;
}

// Subcommand and options of a command, without what they are given.
std::vector<std::string> shape_of(const GuideCommand& command) {
    std::vector<std::string> shape{command.words.at(0), command.words.at(1), command.needs};
    for (const std::string& word : command.words) {
        if (word.starts_with("-")) shape.push_back(word);
    }
    return shape;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += word + ' ';
    return line;
}

// A folder as an officer has it: the lists, and the passphrase in a file.
void put_lists(const OrganiserProgram& program, const std::string& passphrase_file) {
    for (const char *list : {"anmalda.csv", "bord.csv", "dagordning.csv", "enkat.csv"}) {
        program.write(list, read_source(std::string("tests/fixtures/evening/") + list));
    }
    program.write(passphrase_file, "korrekt häst batteri\n");
}

}  // namespace

TEST_CASE("every step of a guide names what plays it, and that exists") {
    const auto scenes = played_scenes();
    REQUIRE(scenes.size() > 500);
    REQUIRE(scenes.contains("A ticket is scanned"));
    for (const std::string_view name : guide_names) {
        for (const std::string language : {"sv", "en"}) {
            for (const GuideStep& step : page_of(name, language).steps) {
                CAPTURE(name, language, step.text);
                CHECK_FALSE(step.played.empty());
                for (const std::string& scene : step.played) {
                    CAPTURE(scene);
                    CHECK(scenes.contains(scene));
                }
            }
        }
    }
}

TEST_CASE("what a guide names in bold stands in the product in just these words") {
    const auto translations = swedish_translations();
    REQUIRE(translations.size() > 1000);
    for (const std::string_view name : guide_names) {
        const GuidePage swedish = page_of(name, "sv");
        const GuidePage english = page_of(name, "en");
        CAPTURE(name);
        REQUIRE(swedish.named.size() == english.named.size());
        for (std::size_t at = 0; at < swedish.named.size(); ++at) {
            CAPTURE(english.named[at], swedish.named[at]);
            CHECK(translations.contains({english.named[at], swedish.named[at]}));
        }
    }
}

TEST_CASE("a guide says the same in both languages: steps, pictures and commands") {
    for (const std::string_view name : guide_names) {
        const GuidePage swedish = page_of(name, "sv");
        const GuidePage english = page_of(name, "en");
        CAPTURE(name);
        CHECK(swedish.pictures == english.pictures);
        CHECK(swedish.headings.size() == english.headings.size());
        REQUIRE(swedish.steps.size() == english.steps.size());
        for (std::size_t at = 0; at < swedish.steps.size(); ++at) {
            CAPTURE(at, swedish.steps[at].text);
            CHECK(swedish.steps[at].played == english.steps[at].played);
        }
        REQUIRE(swedish.commands.size() == english.commands.size());
        for (std::size_t at = 0; at < swedish.commands.size(); ++at) {
            CHECK(shape_of(swedish.commands[at]) == shape_of(english.commands[at]));
        }
    }
}

TEST_CASE("the handbook's commands, typed one after the other, make an evening and its archive") {
    for (const std::string language : {"sv", "en"}) {
        const OrganiserProgram program(language);
        put_lists(program, language == "sv" ? "nyckel.txt" : "key.txt");
        for (const GuideCommand& command : page_of("handbook", language).commands) {
            if (command.words.front() != "stormote") continue;
            CAPTURE(language, joined(command.words));
            const Finished done = program.run({command.words.begin() + 1, command.words.end()});
            CAPTURE(done.output, done.errors);
            if (command.needs.empty()) {
                CHECK(done.status == 0);
            } else {
                // Wrong usage would be 2.
                CHECK(done.status != 2);
            }
        }
        CHECK(program.exists("mote.zip"));
    }
}

TEST_CASE("the kiosk knows every option that the handbook gives it") {
    const Finished help =
        run_program({(program_directory() / "stormote-kiosk").string(), "--help"}, {});
    REQUIRE(help.status == 0);
    std::size_t kiosks = 0;
    for (const GuideCommand& command : page_of("handbook", "sv").commands) {
        if (command.words.front() != "stormote-kiosk") continue;
        ++kiosks;
        for (const std::string& word : command.words) {
            if (word.starts_with("-")) CHECK_THAT(help.output, Contains(word));
        }
    }
    CHECK(kiosks == 5);
}

TEST_CASE("each guide is a tagged PDF with its pictures in words, and each sheet is one page") {
    for (const std::string language : {"sv", "en"}) {
        const OrganiserProgram program(language);
        for (const std::string_view name : guide_names) {
            CAPTURE(name, language);
            const Finished written = program.run({"guide", std::string(name), "-o", "-"});
            REQUIRE(written.status == 0);
            PdfReading reading(written.output);
            CHECK((name == "handbook" ? reading.page_count() > 6 : reading.page_count() == 1));
            const auto figures = reading.all("Figure");
            CHECK(figures.size() == page_of(name, language).pictures.size());
            for (const PdfTag& figure : figures) CHECK_FALSE(figure.alternative.empty());
            CHECK(broken_clauses(written.output) == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a guide that does not exist is refused with those that do") {
    const Finished refused = OrganiserProgram().run({"guide", "cook", "-o", "-"});
    CHECK(refused.status == 2);
    CHECK_THAT(refused.errors, Contains("steward, facilitator, organiser, handbook"));
}

}  // namespace stormote
