#include <array>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/journeys/scene.h"

namespace stormote {

namespace {

constexpr Milliseconds longest_drawing{300'000};

struct Display {
    const char *size;
    const char *name;
    const char *columns;
};
constexpr std::array glasses{Display{"1920x1080", "landscape", "8"},
                             Display{"1080x1920", "portrait", "12"}};
constexpr std::array themes{"light", "high_contrast"};

// Staff reads Swedish or English; what attendees read is there in every language.
struct Readers {
    const char *samples;
    std::vector<std::string> languages;
};
const std::vector<Readers>& all_readers() {
    static const std::vector<Readers> readers{{"all", {"sv", "en"}},
                                              {"attendees", {"fi", "uk", "ar"}}};
    return readers;
}

std::unique_ptr<Process> start_gallery(const Harness& harness, const Display& display,
                                       const Readers& readers) {
    std::vector<std::string> command{(program_directory() / "stormote-gallery").string(),
                                     harness.directory().string(),
                                     "--strip",
                                     display.columns,
                                     "--size",
                                     display.size,
                                     "--of",
                                     readers.samples};
    for (const std::string& language : readers.languages) {
        command.insert(command.end(), {"--language", language});
    }
    for (const char *theme : themes) command.insert(command.end(), {"--theme", theme});
    return std::make_unique<Process>(command);
}

void expect_strips(const Harness& harness, SceneNote& note, const std::string& language) {
    for (const char *theme : themes) {
        for (const Display& display : glasses) {
            const auto file = fmt::format("film-strip-{}-{}-{}.png", language, theme, display.name);
            if (!std::filesystem::exists(harness.directory() / file)) {
                throw ExpectationFailure(fmt::format("Expected {}; saw none.", file));
            }
            note.pictures.emplace_back(file);
        }
    }
}

// Every screen in every state, two ways of holding the screen at once.
void draw_film_strips(Harness& harness, SceneNote& note) {
    note.who = "designer";
    note.did = "looks over all screens in every language that they are read in, and in two themes";
    for (const Readers& readers : all_readers()) {
        std::vector<std::unique_ptr<Process>> galleries;
        for (const Display& display : glasses) {
            galleries.push_back(start_gallery(harness, display, readers));
        }
        for (const auto& gallery : galleries) {
            const auto status = gallery->wait(longest_drawing);
            if (status == 0) continue;
            throw ExpectationFailure("Expected film strips of all screens; the gallery said: " +
                                     gallery->errors());
        }
        for (const std::string& language : readers.languages) {
            expect_strips(harness, note, language);
        }
    }
}

}  // namespace

std::vector<Scene> film_strip_scenes() {
    return {{"All screens are drawn side by side", draw_film_strips}};
}

}  // namespace stormote
