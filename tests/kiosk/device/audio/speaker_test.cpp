// What a speaker does with the program that speaks, played by a shell script.
#include "kiosk/device/audio/speaker.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/inotify.h>
#include <unistd.h>

#include "tests/support/machine/must_end.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

using testing::MustEnd;
using testing::TemporaryFolder;

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A program that does `orders`, which may name $FOLDER. It takes the place of an earlier one, which
// cannot be written to while somebody is about to run it.
std::string make_program(const TemporaryFolder& folder, const std::string& orders) {
    const std::filesystem::path program = folder / "speaks";
    const std::filesystem::path part = folder / "speaks.part";
    std::ofstream(part) << "#!/bin/sh\nFOLDER='" << (folder / "").string() << "'\n"
                        << orders << '\n';
    std::filesystem::permissions(part, std::filesystem::perms::owner_all);
    std::filesystem::rename(part, program);
    return program.string();
}

// Whether a file was opened since, as by who tries to start it.
class Openings {
  public:
    explicit Openings(const std::string& file) : queue_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
        REQUIRE(inotify_add_watch(queue_, file.c_str(), IN_OPEN) >= 0);
    }
    ~Openings() { close(queue_); }
    Openings(const Openings&) = delete;
    Openings& operator=(const Openings&) = delete;

    [[nodiscard]] bool have_come() const {
        std::array<char, 4'096> events{};
        return ::read(queue_, events.data(), events.size()) > 0;
    }

  private:
    int queue_;
};

}  // namespace

TEST_CASE("the program gets language, volume and text, and the text not among its arguments") {
    const TemporaryFolder folder;
    const auto speaker = make_speaker(
        make_program(folder,
                     "text=$(cat)\necho \"$*: $text\" >\"$FOLDER/part\"\nmv \"$FOLDER/part\" "
                     "\"$FOLDER/said\""));
    speaker->speak({{{"Välkommen, Åsa!", "sv"}}, 140});
    REQUIRE(wait_until([&] { return std::filesystem::exists(folder / "said"); }));
    CHECK(read(folder / "said") == "-v sv -a 140 --stdin: Välkommen, Åsa!\n");
}

TEST_CASE("a stop and a new text cut off what is being said") {
    const TemporaryFolder folder;
    const std::string program = make_program(
        folder, "text=$(cat)\n: >\"$FOLDER/$text\"\n[ \"$text\" = last ] || exec sleep 600");
    const auto speaker = make_speaker(program);
    const auto is_said = [&](const char *text) {
        return wait_until([&] { return std::filesystem::exists(folder / text); });
    };
    speaker->speak({{{"first", "sv"}}});
    REQUIRE(is_said("first"));
    speaker->stop();
    speaker->speak({{{"second", "sv"}}});
    REQUIRE(is_said("second"));
    speaker->speak({{{"last", "sv"}}});
    CHECK(is_said("last"));
}

TEST_CASE("a text that is paused goes on with the sentence that was cut off") {
    const TemporaryFolder folder;
    // Every sentence lasts until somebody lets it end.
    const auto speaker =
        make_speaker(make_program(folder,
                                  "cat >>\"$FOLDER/said\"\necho >>\"$FOLDER/said\"\n"
                                  "while [ ! -e \"$FOLDER/end\" ]; do sleep 0.01; done"));
    const auto comes_to_have_said = [&](const std::string& text) {
        return wait_until([&] { return read(folder / "said") == text; });
    };
    speaker->speak({{{"One. Two.", "en"}}});
    REQUIRE(comes_to_have_said("One.\n"));
    speaker->pause();
    speaker->pause();
    std::ofstream(folder / "end") << "now";
    speaker->go_on();
    CHECK(comes_to_have_said("One.\nOne.\nTwo.\n"));
    // Nothing is left of it.
    speaker->pause();
    speaker->go_on();
    speaker->speak({{{"Three.", "en"}}});
    CHECK(comes_to_have_said("One.\nOne.\nTwo.\nThree.\n"));
}

TEST_CASE("each part is said by the voice of its language, in their order") {
    const TemporaryFolder folder;
    const auto speaker =
        make_speaker(make_program(folder, "echo \"$2 $(cat)\" >>\"$FOLDER/said\""));
    speaker->speak({{{"Step 1. Choose:", "en"}, {"Hur var kvällen?", "sv"}, {"Skip", "en"}}});
    CHECK(wait_until([&] {
        return read(folder / "said") == "en Step 1.\nen Choose:\nsv Hur var kvällen?\nen Skip\n";
    }));
}

TEST_CASE("a text is told apart into its sentences, and times stay whole") {
    CHECK(sentences_of("Välkommen, Åsa! Grupp 4. Kl. 18.30: fika?") ==
          std::vector<std::string>{"Välkommen, Åsa!", "Grupp 4.", "Kl.", "18.30:", "fika?"});
    CHECK(sentences_of("").empty());
    CHECK(sentences_of("Hej") == std::vector<std::string>{"Hej"});
}

TEST_CASE("a speaker is taken down in the middle of a sentence") {
    const TemporaryFolder folder;
    auto speaker = make_speaker(
        make_program(folder,
                     "echo $$ >\"$FOLDER/part\"\nmv \"$FOLDER/part\" \"$FOLDER/begun\"\n"
                     "exec sleep 600"));
    speaker->speak({{{"Hej", "sv"}}});
    REQUIRE(wait_until([&] { return std::filesystem::exists(folder / "begun"); }));
    {
        const MustEnd ends("The speaker that is taken down");
        speaker.reset();
    }
    // What it said is not left behind, to be heard by the next.
    CHECK(kill(std::stoi(read(folder / "begun")), 0) == -1);
    CHECK(errno == ESRCH);
}

TEST_CASE("where nothing can speak, there is silence and no error") {
    const TemporaryFolder folder;
    const std::string program = make_program(folder, "");
    std::ofstream(program) << "#!/nowhere/sh\n";
    const Openings openings(program);
    const auto speaker = make_speaker(program);
    speaker->speak({{{"Nobody hears this.", "sv"}}});
    REQUIRE(wait_until([&] { return openings.have_come(); }));
    // It has not given up: where there is a program again, there is speech.
    make_program(folder, "cat >>\"$FOLDER/said\"\n");
    speaker->speak({{{"Hej", "sv"}}});
    CHECK(wait_until([&] { return read(folder / "said") == "Hej"; }));
}

}  // namespace stormote
