#include "sync/journal/journal_environment.h"

#include <cstdlib>

namespace stormote {

namespace fs = std::filesystem;

fs::path default_state_directory() {
    const auto variable = [](const char *name) {
        const char *value = std::getenv(name);
        return std::string(value == nullptr ? "" : value);
    };
    if (const auto chosen = variable("STORMOTE_STATE"); !chosen.empty()) return chosen;
    if (const auto state = variable("XDG_STATE_HOME"); !state.empty()) {
        return fs::path(state) / "stormote";
    }
    const auto home = variable("HOME");
    return fs::path(home.empty() ? "/var/lib" : home + "/.local/state") / "stormote";
}

}  // namespace stormote
