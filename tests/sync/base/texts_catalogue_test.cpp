#include <catch2/catch.hpp>

#include "sync/base/random.h"
#include "sync/base/texts.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// A compiled catalogue as msgfmt lays it out: header, two tables, the texts with a zero each.
Bytes make_catalogue(const std::vector<std::pair<std::string, std::string>>& entries) {
    Bytes file;
    const auto number = [&file](std::size_t value) {
        for (int byte = 0; byte < 4; ++byte) {
            file.push_back(static_cast<std::uint8_t>(value >> (8 * byte)));
        }
    };
    const std::size_t originals = 28;
    const std::size_t translations = originals + 8 * entries.size();
    std::size_t place = translations + 8 * entries.size();
    for (const std::size_t value : {std::size_t{0x950412DE}, std::size_t{0}, entries.size(),
                                    originals, translations, std::size_t{0}, place}) {
        number(value);
    }
    const auto table = [&](auto text_of) {
        for (const auto& entry : entries) {
            number(text_of(entry).size());
            number(place);
            place += text_of(entry).size() + 1;
        }
    };
    const auto original = [](const auto& entry) -> const std::string& { return entry.first; };
    const auto translation = [](const auto& entry) -> const std::string& { return entry.second; };
    table(original);
    table(translation);
    const auto append = [&file](const std::string& text) {
        file.insert(file.end(), text.begin(), text.end());
        file.push_back(0);
    };
    for (const auto& entry : entries) append(entry.first);
    for (const auto& entry : entries) append(entry.second);
    return file;
}

std::string with_zero(const char *one, const char *other) {
    return std::string(one) + '\0' + other;
}

Bytes some_catalogue() {
    return make_catalogue({{"", "Language: sv\n"},
                           {"Welcome, {}!", "Välkommen, {}!"},
                           {with_zero("{} person", "{} persons"), with_zero("{} man", "{} män")},
                           {"{0} is before {1}", "före {1} kommer {0}"}});
}

}  // namespace

TEST_CASE("a sentence is said in the language of the catalogue, with its arguments in place") {
    const TemporaryFolder folder;
    write_file(folder / "sv.mo", some_catalogue());
    const auto texts = Texts::load(folder / "sv.mo", "sv");
    REQUIRE(texts);
    REQUIRE(texts->language() == "sv");
    REQUIRE(texts->get({"Welcome, {}!"}, "Åsa") == "Välkommen, Åsa!");
    REQUIRE(texts->get({"{0} is before {1}"}, 1, 2) == "före 2 kommer 1");
    REQUIRE(texts->get(input_error({"Welcome, {}!"}, "{}")) == "Välkommen, {}!");
    REQUIRE(texts->has({"Welcome, {}!"}));
}

TEST_CASE("a sentence without a translation is said in English") {
    const Texts english;
    REQUIRE(english.language() == "en");
    REQUIRE(english.get({"Good evening."}) == "Good evening.");
    REQUIRE(english.get_plural({"{} person"}, {"{} persons"}, 1) == "1 person");
    REQUIRE(english.get_plural({"{} person"}, {"{} persons"}, 0) == "0 persons");
    REQUIRE_FALSE(english.has({"Good evening."}));
}

TEST_CASE("a count chooses the form of one or of many") {
    const TemporaryFolder folder;
    write_file(folder / "sv.mo", some_catalogue());
    const auto texts = Texts::load(folder / "sv.mo", "sv");
    REQUIRE(texts->get_plural({"{} person"}, {"{} persons"}, 1) == "1 man");
    REQUIRE(texts->get_plural({"{} person"}, {"{} persons"}, 104) == "104 män");
}

TEST_CASE("a count takes the form that its language has for it") {
    // The examples of Unicode CLDR, cardinal numbers.
    for (const std::int64_t count : {1, 21, 101}) CHECK(plural_form("uk", count) == 0);
    for (const std::int64_t count : {2, 4, 22, 104}) CHECK(plural_form("uk", count) == 1);
    for (const std::int64_t count : {0, 5, 11, 14, 20, 111}) CHECK(plural_form("uk", count) == 2);
    for (const std::int64_t count : {0, 1, 2}) {
        CHECK(plural_form("ar", count) == static_cast<std::size_t>(count));
    }
    for (const std::int64_t count : {3, 10, 103}) CHECK(plural_form("ar", count) == 3);
    for (const std::int64_t count : {11, 26, 99, 111}) CHECK(plural_form("ar", count) == 4);
    for (const std::int64_t count : {100, 102, 200}) CHECK(plural_form("ar", count) == 5);
    for (const std::int64_t count : {-1, 1}) CHECK(plural_form("fi", count) == 0);
    CHECK(plural_form("fi", 0) == 1);
}

TEST_CASE("a catalogue may have more forms than English, and one may leave the count out") {
    const TemporaryFolder folder;
    const std::string forms =
        "nobody" + with_zero("", "one") + with_zero("", "two") + with_zero("", "{} few");
    write_file(folder / "ar.mo", make_catalogue({{with_zero("{} person", "{} persons"), forms}}));
    const auto texts = Texts::load(folder / "ar.mo", "ar");
    const auto said = [&](std::int64_t count) {
        return texts->get_plural({"{} person"}, {"{} persons"}, count);
    };
    CHECK(said(0) == "nobody");
    CHECK(said(2) == "two");
    CHECK(said(7) == "7 few");
    // A catalogue without the form says it in the form of many.
    CHECK(said(50) == "50 few");
}

TEST_CASE("a missing or foreign catalogue is an error of the machine that names the file") {
    const TemporaryFolder folder;
    write_file(folder / "text.mo", "This is no catalogue at all.");
    write_file(folder / "empty.mo", "");
    for (const char *name : {"missing.mo", "text.mo", "empty.mo"}) {
        const auto texts = Texts::load(folder / name, "sv");
        REQUIRE_FALSE(texts);
        REQUIRE(texts.error().kind == ErrorKind::machine);
        REQUIRE(texts.error().english().find(name) != std::string::npos);
    }
}

TEST_CASE("a damaged catalogue is read without a crash and without reading past its end") {
    const TemporaryFolder folder;
    const Bytes whole = some_catalogue();
    SeededRandom random(4);
    int translated = 0;
    for (std::size_t round = 0; round < 2'000; ++round) {
        Bytes damaged = whole;
        damaged.resize(round < whole.size() ? round : whole.size());
        for (int flips = 0; flips < 3 && damaged.size() > 4; ++flips) {
            damaged[4 + random.below(damaged.size() - 4)] = random.bytes<1>()[0];
        }
        write_file(folder / "damaged.mo", damaged);
        const auto texts = Texts::load(folder / "damaged.mo", "sv");
        if (!texts) {
            REQUIRE(texts.error().kind == ErrorKind::machine);
            continue;
        }
        // Nothing is said but what stands in the file, or the English of the code.
        const std::string content(damaged.begin(), damaged.end());
        for (const char *english : {"Welcome, {}!", "{} person", "{0} is before {1}"}) {
            const std::string said(texts->get({english}));
            REQUIRE((said == english || content.find(said) != std::string::npos));
            if (said != english) ++translated;
        }
    }
    // Most of the damage does not reach these.
    CHECK(translated > 2'000);
}

TEST_CASE("arguments are filled in, and a damaged sentence is shown as it is") {
    REQUIRE(fill_in("{} and {}", {"a", "b"}) == "a and b");
    REQUIRE(fill_in("{1} and {0}", {"a", "b"}) == "b and a");
    REQUIRE(fill_in("{}", {"{}{5}%s"}) == "{}{5}%s");
    REQUIRE(fill_in("{} and {}", {"a"}) == "{} and {}");
    REQUIRE(fill_in("{ and }", {"a"}) == "{ and }");
    REQUIRE(fill_in("{:d}", {"a"}) == "{:d}");
    REQUIRE(fill_in("nothing", {"a"}) == "nothing");
    REQUIRE(fill_in("", {}).empty());
}

TEST_CASE("an error keeps its kind, its sentence and its arguments apart") {
    const Error error = machine_error({"{} of {}"}, 3, "x");
    REQUIRE(error.kind == ErrorKind::machine);
    REQUIRE(error.arguments == std::vector<std::string>{"3", "x"});
    REQUIRE(error.english() == "3 of x");
    REQUIRE(MachineFailure(error).what() == std::string("3 of x"));
    REQUIRE(input_error({"a"}).kind == ErrorKind::input);
    REQUIRE(usage_error({"a"}).kind == ErrorKind::usage);
}
