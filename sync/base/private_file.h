// Private file: for what holds personal data or keys. Any thread, unless it says otherwise.
#pragma once

#include <filesystem>

namespace stormote {

// From here on, what the program makes is its user's alone, whatever the shell before it allowed:
// files, folders, and what libraries make. Call it once, first in main.
void keep_new_files_private();

// Makes an empty file that its owner alone may read and write; one that is there stays as it is.
// Whoever opens the file afterwards to write says what is wrong where it could not be made.
void create_private_file(const std::filesystem::path& path);

}  // namespace stormote
