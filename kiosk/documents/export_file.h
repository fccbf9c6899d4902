// Export file: an export in a folder that somebody chose, named after the event's date, its kind
// and, where it could be published, its audience: "2022-10-12-notes-internal.xlsx". The desk's
// thread, as all that waits for a disk.
#pragma once

#include <filesystem>

#include "kiosk/documents/exports.h"

namespace stormote {

// Writes the file whole and gives its path; one of the same name is replaced. Error when the
// folder is gone or cannot be written, or when the event has nothing to write.
[[nodiscard]] Result<std::filesystem::path> write_export(const ExportSource& source,
                                                         const ChosenExport& chosen,
                                                         const std::filesystem::path& folder);

}  // namespace stormote
