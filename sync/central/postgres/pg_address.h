// PgAddress: where a database is, and as whom. Never a password that others could see: an address
// with one stands in process lists. Pure, any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

class PgAddress {
  public:
    // "postgresql://USER@HOST/DATABASE?NAME=VALUE", as libpq takes it; the password, where there is
    // one, from the configuration file. The error never repeats the address.
    static Result<PgAddress> parse(const std::string& url, const std::string& password);

    // By libpq's names.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& settings() const {
        return settings_;
    }

  private:
    [[nodiscard]] bool has(std::string_view name) const;
    void set_unless_given(const std::string& name, const std::string& value);

    std::vector<std::pair<std::string, std::string>> settings_;
};

[[nodiscard]] bool is_postgres_url(std::string_view url);

}  // namespace stormote
