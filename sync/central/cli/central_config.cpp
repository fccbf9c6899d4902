#include "sync/central/cli/central_config.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace stormote {

namespace {

namespace fs = std::filesystem;

constexpr struct {
    std::string_view name;
    std::string CentralConfig::*value;
} settings[]{{"store", &CentralConfig::store},
             {"password", &CentralConfig::password},
             {"listen", &CentralConfig::listen},
             {"certificate", &CentralConfig::certificate},
             {"key", &CentralConfig::key},
             {"log", &CentralConfig::log},
             {"connections", &CentralConfig::connections}};

std::string_view trim(std::string_view text) {
    constexpr const char *blanks = " \t\r";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// False where the line is not understood.
bool take_line(std::string_view line, CentralConfig& config) {
    if (line.empty() || line.starts_with('#')) return true;
    const auto sign = line.find('=');
    if (sign == std::string_view::npos) return false;
    const std::string_view name = trim(line.substr(0, sign));
    const std::string_view value = trim(line.substr(sign + 1));
    const auto *setting = std::find_if(std::begin(settings), std::end(settings),
                                       [name](const auto& known) { return known.name == name; });
    // Of two lines, a reader would see the one and miss the other.
    if (setting == std::end(settings) || value.empty() || !(config.*setting->value).empty()) {
        return false;
    }
    config.*setting->value = value;
    return true;
}

}  // namespace

Result<CentralConfig> read_central_config(const std::string& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) {
        return input_error({"There is no file {}. Check the name and the folder."}, file);
    }
    std::ifstream stream(file);
    if (error || !stream) return input_error({"{} cannot be read. Check its rights."}, file);
    if ((status.permissions() & fs::perms::others_all) != fs::perms::none) {
        return input_error({"{0} may be read by everybody. Take the right away: chmod o= {0}"},
                           file);
    }
    CentralConfig config;
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        if (take_line(trim(line), config)) continue;
        return input_error(
            {"Line {1} of {0} is not understood. A line is NAME = VALUE, each name once: store, "
             "password, listen, certificate, key, log, connections."},
            file, number);
    }
    return config;
}

}  // namespace stormote
