#include "sync/base/assets.h"

#include <cstdlib>

namespace stormote {

std::filesystem::path asset_directory() {
    if (const char *chosen = std::getenv("STORMOTE_ASSETS"); chosen != nullptr && *chosen != '\0') {
        return chosen;
    }
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / "share" / "stormote";
}

Result<Texts> load_texts(std::string_view language) {
    if (language == "en") return Texts();
    const std::string name(language);
    if (name.find('/') != std::string::npos) {
        return usage_error({"There is no language \"{}\". Known are sv and en."}, name);
    }
    const auto catalogue = asset_directory() / "texts" / (name + ".mo");
    if (!std::filesystem::exists(catalogue) && name != "sv") {
        return usage_error({"There is no language \"{}\". Known are sv and en."}, name);
    }
    return Texts::load(catalogue, name);
}

}  // namespace stormote
