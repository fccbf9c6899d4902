#include "sync/central/store/municipality_rules.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::size_t most_name_bytes = 63;

bool is_name_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' ||
           static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

Result<> check_municipality_name(const std::string& name) {
    const bool is_good = !name.empty() && name.size() <= most_name_bytes && is_utf8(name) &&
                         std::all_of(name.begin(), name.end(), is_name_byte);
    if (is_good) return Done{};
    return usage_error({"\"{}\" cannot name a municipality. Use lower-case letters, digits and "
                        "hyphens, such as sundsvall."},
                       name);
}

Result<> judge_known_event(const std::string& municipality, const std::string& wanted) {
    if (wanted.empty() || wanted == municipality) return Done{};
    if (municipality.empty()) {
        return input_error(
            {"The event belongs to no municipality, and keeps to that. Leave "
             "--municipality out."});
    }
    return input_error({"The event belongs to {}, and keeps to that. Leave --municipality out."},
                       municipality);
}

Result<> judge_new_event(const std::vector<std::string>& all, const std::string& wanted) {
    if (wanted.empty()) {
        if (all.empty()) return Done{};
        return input_error({"The store does not know the event yet. Say whose it is: "
                            "--municipality NAME, of {}."},
                           fmt::format("{}", fmt::join(all, ", ")));
    }
    if (std::find(all.begin(), all.end(), wanted) != all.end()) return Done{};
    return input_error({"The store has no municipality {}, or your role may not enrol for it. "
                        "\"stormote-central municipality NAME\" adds one."},
                       wanted);
}

Error event_elsewhere() {
    return input_error(
        {"The event is not one of your municipality's. Ask whoever runs the store."});
}

Error roles_unknown() {
    return usage_error(
        {"A store in an SQLite file has no roles: whoever may read the file may "
         "read all of it. Leave --reader and --enroller out, or keep the store in "
         "PostgreSQL."});
}

}  // namespace stormote
