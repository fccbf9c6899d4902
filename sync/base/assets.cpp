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

std::string chosen_language(int count, const char *const *words) {
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--language" && i + 1 < count) return words[i + 1];
        if (word.starts_with("--language=")) return word.substr(11);
    }
    const char *language = std::getenv("STORMOTE_LANGUAGE");
    return language == nullptr || *language == '\0' ? "sv" : language;
}

}  // namespace stormote
