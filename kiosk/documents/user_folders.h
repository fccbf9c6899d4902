// User folders: where somebody's files lie: what is plugged in, and the user's documents and home.
// Waits for a disk: not for the screen thread. Owns nothing beyond the call.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace stormote {

enum class FolderUse : std::uint8_t { read, write };

struct FolderPlaces {
    std::vector<std::filesystem::path> plugged_in;  // folders of which each holds sticks as folders
    std::filesystem::path home;                     // empty: there is none
};

// Those of the user who runs the program.
[[nodiscard]] FolderPlaces folder_places();

// What is plugged in, then the user's documents, or home where there are none: those that can be
// used so. A write-protected stick can be read.
[[nodiscard]] std::vector<std::filesystem::path> find_user_folders(
    FolderUse use, const FolderPlaces& places = folder_places());

}  // namespace stormote
