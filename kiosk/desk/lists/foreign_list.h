// Foreign list: a list file of somebody else, read with care for a review. Waits for a disk: not
// for the screen thread.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/lists/registrations/list_review.h"

namespace stormote {

// A trial reading in a limited child comes first: a file that would take endless time or memory, or
// break the reader, shows it there. Error: it cannot be read, or does so.
[[nodiscard]] Result<std::shared_ptr<ListReview>> open_foreign_list(
    const std::filesystem::path& file, RowMemory memory = {});

}  // namespace stormote
