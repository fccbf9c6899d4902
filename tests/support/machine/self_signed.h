// Self-signed certificates of this machine, or of another address, as files. Any thread.
#pragma once

#include <filesystem>

namespace stormote::testing {

struct CertificateFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

// NAME.pem and NAME.key in the folder. With an RSA key, so that a client may ask for any exchange
// of keys.
CertificateFiles make_self_signed(const std::filesystem::path& folder, const std::string& name,
                                  const std::string& address = "127.0.0.1");

}  // namespace stormote::testing
