// METS writer: METS.xml of a package, by E-ARK CSIP and E-ARK SIP 2.1.0 (Riksarkivet's FGS
// Paketstruktur 2.0): who hands over what, and every file with its size and its SHA-256. Pure.
#pragma once

#include <string>

#include "kiosk/package/package_description.h"
#include "kiosk/package/package_file.h"

namespace stormote {

// The files are all those of the package but METS.xml itself and what signs it, and lie where the
// standard has them: metadata/descriptive, metadata/preservation, documentation, schemas, and
// representations/NAME/data.
[[nodiscard]] std::string write_mets(const PackageDescription& package, const PackageFiles& files);

}  // namespace stormote
