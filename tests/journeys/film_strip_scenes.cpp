#include <array>
#include <memory>

#include <fmt/format.h>

#include "tests/journeys/scene.h"

namespace stormote {

namespace {

constexpr Milliseconds longest_drawing{300'000};

// Every screen in every state, two ways of holding the screen at once.
void draw_film_strips(Harness& harness, SceneNote& note) {
    note.who = "designer";
    note.did = "looks over all screens in three languages and two themes";
    struct Display {
        const char *size;
        const char *name;
        const char *columns;
    };
    constexpr std::array glasses{Display{"1920x1080", "landscape", "8"},
                                 Display{"1080x1920", "portrait", "12"}};
    std::vector<std::unique_ptr<Process>> galleries;
    for (const Display& display : glasses) {
        std::vector<std::string> command{(program_directory() / "stormote-gallery").string(),
                                         harness.directory().string(),
                                         "--strip",
                                         display.columns,
                                         "--size",
                                         display.size};
        for (const char *language : {"sv", "en", "ar"}) {
            command.insert(command.end(), {"--language", language});
        }
        for (const char *theme : {"light", "high_contrast"}) {
            command.insert(command.end(), {"--theme", theme});
        }
        galleries.push_back(std::make_unique<Process>(command));
    }
    for (const auto& gallery : galleries) {
        const auto status = gallery->wait(longest_drawing);
        if (status != 0) {
            throw ExpectationFailure("Expected film strips of all screens; the gallery said: " +
                                     gallery->errors());
        }
    }
    for (const char *language : {"sv", "en", "ar"}) {
        for (const char *theme : {"light", "high_contrast"}) {
            for (const Display& display : glasses) {
                const auto file =
                    fmt::format("film-strip-{}-{}-{}.png", language, theme, display.name);
                if (!std::filesystem::exists(harness.directory() / file)) {
                    throw ExpectationFailure(fmt::format("Expected {}; saw none.", file));
                }
                note.pictures.emplace_back(file);
            }
        }
    }
}

}  // namespace

std::vector<Scene> film_strip_scenes() {
    return {{"All screens are drawn side by side", draw_film_strips}};
}

}  // namespace stormote
