// Compose cache: where the X library keeps the table of what dead keys make of letters, "´" and
// "e". It is half a megabyte of text that opening a window would else read anew each time.
#pragma once

#include <filesystem>

namespace stormote {

// For windows that are opened later. Makes the folder; where it cannot, or where the environment
// names one already, everything stays as it is. Before there is a second thread.
void keep_compose_table(const std::filesystem::path& folder);

}  // namespace stormote
