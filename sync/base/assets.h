// Assets: where the files that come with the programs lie, and the texts among them. Any thread.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "sync/base/texts.h"

namespace stormote {

// $STORMOTE_ASSETS, or share/stormote beside the folder of the running program.
[[nodiscard]] std::filesystem::path asset_directory();

// What a screen can be shown in, by tag: all of it in Swedish and English, and in the others what
// attendees meet; the rest is English there.
constexpr std::array<std::string_view, 5> screen_languages{"sv", "en", "fi", "ar", "uk"};

// The texts of a language: "sv" or any other with a catalogue. "en" needs none.
[[nodiscard]] Result<Texts> load_texts(std::string_view language);

// The language that a program was asked to speak: --language TAG among its arguments, else
// $STORMOTE_LANGUAGE, else "sv". Needed before the options are parsed, since --help speaks it, too.
[[nodiscard]] std::string chosen_language(int count, const char *const *words);

}  // namespace stormote
