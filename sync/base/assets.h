// Assets: where the files that come with the programs lie, and the texts among them. Any thread.
#pragma once

#include <filesystem>
#include <string_view>

#include "sync/base/texts.h"

namespace stormote {

// $STORMOTE_ASSETS, or share/stormote beside the folder of the running program.
[[nodiscard]] std::filesystem::path asset_directory();

// The texts of a language: "sv" or any other with a catalogue. "en" needs none.
[[nodiscard]] Result<Texts> load_texts(std::string_view language);

}  // namespace stormote
