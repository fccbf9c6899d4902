// Package documents: what of an event goes into a package for the archive: its papers as PDF/A, its
// tables as CSV and JSON with a description of every column, and what tells a reader in fifty years
// what all of it is. Pure but for the assets, which are read; any thread.
#pragma once

#include "kiosk/documents/exports.h"
#include "kiosk/package/package_description.h"
#include "kiosk/package/package_file.h"

namespace stormote {

// Below representations/. What the event has nothing of (groups, a survey) is left out. Error: a
// paper could not be written.
[[nodiscard]] Result<PackageFiles> make_papers(const ExportSource& source);

// Below representations/ and, of the columns, documentation/ and schemas/. Error: an asset of the
// program cannot be read.
[[nodiscard]] Result<PackageFiles> make_tables(const ExportSource& source);

// Below documentation/, in Swedish and in English. Error as above.
[[nodiscard]] Result<PackageFiles> make_documentation(const PackageDescription& package,
                                                      const Texts& texts);

}  // namespace stormote
