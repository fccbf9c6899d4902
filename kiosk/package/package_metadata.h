// Package metadata: what a package is about, as Dublin Core, and what became of it before the
// archive had it, as PREMIS 3: the devices, how far the record of each goes, and the programs.
// Pure.
#pragma once

#include <string>

#include "kiosk/package/package_description.h"
#include "kiosk/package/packed_record.h"

namespace stormote {

[[nodiscard]] std::string write_dublin_core(const PackageDescription& package, const Texts& texts);

// `began` is when the first operation was recorded, in UTC.
[[nodiscard]] std::string write_premis(const PackageDescription& package,
                                       const PackedRecord& record, const std::string& began);

}  // namespace stormote
