// PackageFile: a file of a package for the archive, and the names that reader and writer share. The
// package is one folder, named after its identifier, in a ZIP archive. Pure values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stormote {

struct PackageFile {
    std::string path;  // below the package's folder, with slashes
    std::string_view media_type;
    std::string content;
};
using PackageFiles = std::vector<PackageFile>;

// METS.xml lists all files but those beside it, which sign it.
constexpr std::string_view mets_path = "METS.xml";
constexpr std::string_view signature_path = "signature.json";
constexpr std::string_view device_signatures_path = "device-signatures.json";
constexpr std::string_view heads_path = "metadata/preservation/heads.json";

// The ZIP archive's comment: the SHA-256 of every byte before it, in hexadecimal, so that a change
// is found wherever it is. An archive that somebody packed anew has another comment or none.
constexpr std::size_t checksum_length = 64;

}  // namespace stormote
