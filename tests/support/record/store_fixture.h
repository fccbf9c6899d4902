// StoreFixture: where a store of either kind is kept for one test, so that one suite holds for
// both.
//
//     StoreFixture place(GENERATE(StoreKind::sqlite, StoreKind::postgres));
#pragma once

#include <memory>
#include <ostream>

#include "sync/central/open_store.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

enum class StoreKind { sqlite, postgres };

std::ostream& operator<<(std::ostream& out, StoreKind kind);

class PostgresServer;

// Makes a store in a database; its address as the role that serves, under row-level security.
[[nodiscard]] std::string make_served_store(PostgresServer& server,
                                            const std::string& database_address);

class StoreFixture {
  public:
    explicit StoreFixture(StoreKind kind);

    [[nodiscard]] StoreKind kind() const { return kind_; }
    // As whoever serves.
    [[nodiscard]] const std::string& url() const { return url_; }
    // As whoever owns the tables.
    [[nodiscard]] const std::string& owner_url() const { return owner_url_; }
    // Throws std::runtime_error with the store's words.
    [[nodiscard]] std::unique_ptr<Store> open(Random& random) const;
    // Behind the store's back.
    void execute(const std::string& sql) const;
    // The lines that a query of one text column gives, as the owner of the tables; sorted.
    [[nodiscard]] std::vector<std::string> lines(const std::string& query) const;
    // Whether what is kept has these words: in files, or in rows.
    [[nodiscard]] bool holds(std::string_view words) const;

  private:
    StoreKind kind_;
    TemporaryFolder folder_;
    std::string url_;
    std::string owner_url_;
};

}  // namespace stormote::testing
