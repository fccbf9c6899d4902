// Export file: an export in a folder that somebody chose, named after the event's date, its kind
// and, where it could be published, its audience: "2022-10-12-notes-internal.xlsx". The desk's
// thread, as all that waits for a disk.
#pragma once

#include <filesystem>

#include "kiosk/documents/exports.h"

namespace stormote {

// What files with people in them that are no exports are called.
constexpr Sentence extract_file_name{"extract"};
constexpr Sentence package_file_name{"archive-package"};

// The path of a file that is named after the event's date: "2022-10-12-" and the name.
[[nodiscard]] std::filesystem::path dated_file(const EventState& state, const std::string& name,
                                               const std::filesystem::path& folder);

// Writes the file whole and gives its path; one of the same name is replaced. Error when the
// folder is gone or cannot be written, or when the event has nothing to write.
[[nodiscard]] Result<std::filesystem::path> write_export(const ExportSource& source,
                                                         const ChosenExport& chosen,
                                                         const std::filesystem::path& folder);

// The files in these folders that are named as an export of this event with people in it, as an
// extract of somebody's data or as a package for the archive, in the language of the texts; by
// name. A folder that cannot be read has none.
[[nodiscard]] std::vector<std::filesystem::path> find_export_files(
    const EventState& state, const Texts& texts, const std::vector<std::filesystem::path>& folders);

}  // namespace stormote
