// AccountDatabase: the file in which the pages keep accounts, sessions and the audit log. Every
// process of a machine that serves the same events opens the same file; each decision is one
// transaction. Any thread: one at a time in a process. Borrows clock and generator, which outlive
// it; the generator is asked while no other thread of this database does.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "sync/base/clock.h"
#include "sync/base/error.h"
#include "sync/base/random.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

class AccountDatabase {
  public:
    // Makes the file where there is none, for its owner alone. Error: no folder, another kind of
    // file, one of a newer version, or a damaged one.
    static Result<std::unique_ptr<AccountDatabase>> open(const std::filesystem::path& file,
                                                         const Clock& clock, Random& random);
    AccountDatabase(const AccountDatabase&) = delete;
    AccountDatabase& operator=(const AccountDatabase&) = delete;

    // What is read and written while it lives is one step, undone unless committed. Never two in
    // one thread.
    class Change {
      public:
        explicit Change(AccountDatabase& database)
            : lock_(database.mutex_), rows_(database.rows_), transaction_(database.rows_) {}
        [[nodiscard]] Database& rows() { return rows_; }
        void commit() { transaction_.commit(); }

      private:
        std::lock_guard<std::mutex> lock_;
        Database& rows_;
        Transaction transaction_;
    };

    // The same for reading alone.
    class View {
      public:
        explicit View(AccountDatabase& database)
            : lock_(database.mutex_), rows_(database.rows_), snapshot_(database.rows_) {}
        [[nodiscard]] Database& rows() { return rows_; }

      private:
        std::lock_guard<std::mutex> lock_;
        Database& rows_;
        Snapshot snapshot_;
    };

    [[nodiscard]] std::int64_t now_ms() const { return clock_.wall_ms(); }
    // Only while a Change lives.
    [[nodiscard]] Random& random() { return random_; }
    [[nodiscard]] ByteArray<16> draw_bytes();
    [[nodiscard]] const std::filesystem::path& path() const { return rows_.path(); }

  private:
    AccountDatabase(const std::filesystem::path& file, const Clock& clock, Random& random);
    Result<> prepare();

    const Clock& clock_;
    Random& random_;
    std::mutex mutex_;
    Database rows_;
};

}  // namespace stormote
