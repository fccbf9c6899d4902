// Private file: for what holds personal data or keys. Any thread.
#pragma once

#include <filesystem>

namespace stormote {

// Makes an empty file that its owner alone may read and write; one that is there stays as it is.
// Whoever opens the file afterwards to write says what is wrong where it could not be made.
void create_private_file(const std::filesystem::path& path);

}  // namespace stormote
