#include "sync/central/postgres/pg_address.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <libpq-fe.h>

namespace stormote {

namespace {

// A server that does not answer any more is given up after so long, instead of the usual two hours.
constexpr std::pair<const char *, const char *> usual_settings[]{
    {"connect_timeout", "5"},
    {"keepalives_idle", "15"},
    {"keepalives_interval", "5"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "20000"},
    {"client_encoding", "UTF8"},
    {"fallback_application_name", "stormote-central"},
};

bool is_secret(std::string_view name) {
    return name == "password" || name == "sslpassword";
}

}  // namespace

bool is_postgres_url(std::string_view url) {
    return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

Result<PgAddress> PgAddress::parse(const std::string& url, const std::string& password) {
    constexpr Sentence password_is_seen{
        "A password in --store or PGPASSWORD can be seen by others on this machine. Write it to "
        "the "
        "configuration file that --config names, or to ~/.pgpass, and change it: it was seen."};
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree);
    if (!parsed) {
        return usage_error(
            {"The address of the database cannot be read. Write it as "
             "postgresql://USER@HOST/DATABASE, without a password."});
    }
    PgAddress address;
    for (const PQconninfoOption *option = parsed.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        if (is_secret(option->keyword)) return usage_error(password_is_seen);
        address.settings_.emplace_back(option->keyword, option->val);
    }
    if (std::getenv("PGPASSWORD") != nullptr) return usage_error(password_is_seen);
    for (const auto& [name, value] : usual_settings) address.set_unless_given(name, value);
    if (!password.empty()) address.settings_.emplace_back("password", password);
    return address;
}

bool PgAddress::has(std::string_view name) const {
    return std::any_of(settings_.begin(), settings_.end(),
                       [name](const auto& setting) { return setting.first == name; });
}

void PgAddress::set_unless_given(const std::string& name, const std::string& value) {
    if (!has(name)) settings_.emplace_back(name, value);
}

}  // namespace stormote
