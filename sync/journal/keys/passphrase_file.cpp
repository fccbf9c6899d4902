#include "sync/journal/keys/passphrase_file.h"

#include <filesystem>
#include <fstream>

namespace stormote {

Result<std::string> read_passphrase_file(const std::string& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return input_error({"There is no file {}. Check the name and the folder."}, file);
    }
    std::ifstream stream(file);
    std::string passphrase;
    std::getline(stream, passphrase);
    // Written on Windows.
    if (passphrase.ends_with('\r')) passphrase.pop_back();
    if (passphrase.empty()) {
        return input_error({"{} has no passphrase on its first line."}, file);
    }
    return passphrase;
}

}  // namespace stormote
