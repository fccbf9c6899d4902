// Private file: for what holds personal data or keys. Any thread, unless it says otherwise.
#pragma once

#include <filesystem>
#include <string_view>

namespace stormote {

// From here on, what the program makes is its user's alone, whatever the shell before it allowed:
// files, folders, and what libraries make. Call it once, first in main.
void keep_new_files_private();

// Makes an empty file that its owner alone may read and write; one that is there stays as it is.
// Whoever opens the file afterwards to write says what is wrong where it could not be made.
void create_private_file(const std::filesystem::path& path);

// Makes a folder that is its owner's alone; one that is there becomes so. Whoever writes in it says
// what is wrong where it could not be made.
void create_private_folder(const std::filesystem::path& path);

// Puts a text in the place of what the file held, in a folder that is its owner's alone and is made
// where it is missing: whole, or as it was, also where the power is cut meanwhile; on the disk on
// return. Throws MachineFailure.
void replace_private_file(const std::filesystem::path& path, std::string_view text);

// The same, where there is no such file yet; false where there is one, which stays as it is: of two
// programs at once, one makes it. Throws MachineFailure.
[[nodiscard]] bool add_private_file(const std::filesystem::path& path, std::string_view text);

}  // namespace stormote
