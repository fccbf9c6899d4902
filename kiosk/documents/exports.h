// Exports: an event's tables as files that a spreadsheet opens, its groups and survey as pages to
// print, in a folder that somebody chose. The desk's thread, as all that waits for a disk.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

enum class ExportKind {
    attendance,
    statistics,
    notes,
    poster,
    signs,
    survey,  // the charts, to read and to publish
    messages,
    contacts,
    joined,
};

// Writes the file whole and gives its path; one of the same name is replaced. Error when the
// folder is gone or cannot be written, or when there are no groups or there is no survey to print.
[[nodiscard]] Result<std::filesystem::path> write_export(const EventState& state, ExportKind kind,
                                                         const std::filesystem::path& folder,
                                                         const Texts& texts);

// What is plugged in, then the user's documents and home: those that can be written to.
[[nodiscard]] std::vector<std::filesystem::path> find_export_folders();

}  // namespace stormote
