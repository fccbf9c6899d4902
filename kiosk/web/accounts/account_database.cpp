#include "kiosk/web/accounts/account_database.h"

#include <unistd.h>

#include "kiosk/web/accounts/account_schema.h"
#include "sync/base/durable_folder.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t newest_version = account_file_versions.size();

Error not_writable(const fs::path& file) {
    return machine_error({"{} cannot be opened for writing. Check that the file and its folder may "
                          "be written by you."},
                         file.string());
}

Error damaged(const fs::path& file) {
    return machine_error(
        {"The accounts in {} are damaged. Keep the file and put its last copy in its place; or "
         "move it away, and make the accounts anew with \"stormote-web user add\"."},
        file.string());
}

// Brings the file on to the newest version, in the caller's transaction.
void bring_on(Database& rows, std::int64_t version) {
    for (auto next = static_cast<std::size_t>(version); next < account_file_versions.size();
         ++next) {
        rows.execute(account_file_versions[next]);
    }
    rows.execute(("PRAGMA user_version = " + std::to_string(newest_version)).c_str());
}

// The file appears whole or not at all, whoever else makes it at the same moment: it is made under
// a name of its own and then linked.
Result<> make_file(const fs::path& file, Random& random) {
    const fs::path made = file.string() + ".new-" + to_hex(random.bytes<8>());
    {
        Database rows(made, DatabaseMode::create);
        rows.execute(
            ("PRAGMA application_id = " + std::to_string(account_file_application_id)).c_str());
        rows.execute("PRAGMA journal_mode = WAL");
        rows.execute("PRAGMA synchronous = FULL");
        Transaction transaction(rows);
        bring_on(rows, 0);
        transaction.commit();
    }
    std::error_code error;
    fs::create_hard_link(made, file, error);
    fs::remove(made);
    if (error && error != std::errc::file_exists) return not_writable(file);
    make_folder_durable(file.parent_path());
    return Done{};
}

bool is_damage(const Database& rows) {
    const int code = sqlite3_errcode(rows.handle()) & 0xFF;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

bool is_whole(Database& rows) {
    Statement check(rows, "PRAGMA quick_check(1)");
    return check.step() && check.text(0) == "ok";
}

}  // namespace

AccountDatabase::AccountDatabase(const fs::path& file, const Clock& clock, Random& random)
    : clock_(clock), random_(random), rows_(file, DatabaseMode::read_write) {}

Result<std::unique_ptr<AccountDatabase>> AccountDatabase::open(const fs::path& file,
                                                               const Clock& clock, Random& random) {
    std::error_code error;
    const fs::path whole = fs::absolute(file);
    if (!fs::is_directory(whole.parent_path(), error)) {
        return input_error({"There is no folder {}. Make it first."}, whole.parent_path().string());
    }
    if (!fs::exists(whole, error)) {
        if (::access(whole.parent_path().c_str(), W_OK) != 0) return not_writable(whole);
        if (auto made = make_file(whole, random); !made) return made.error();
    }
    std::unique_ptr<AccountDatabase> database(new AccountDatabase(whole, clock, random));
    try {
        if (auto prepared = database->prepare(); !prepared) return prepared.error();
    } catch (const MachineFailure&) {
        if (is_damage(database->rows_)) return damaged(whole);
        throw;
    }
    return database;
}

Result<> AccountDatabase::prepare() {
    if (rows_.number("PRAGMA application_id") != account_file_application_id) {
        return input_error({"{} holds no accounts of stormote-web. Move it away."},
                           path().string());
    }
    rows_.execute("PRAGMA synchronous = FULL");
    rows_.execute("PRAGMA secure_delete = ON");
    rows_.execute("PRAGMA foreign_keys = ON");
    if (!is_whole(rows_)) return damaged(path());
    Transaction transaction(rows_);
    const std::int64_t version = rows_.number("PRAGMA user_version");
    if (version > newest_version) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           path().string());
    }
    if (version < newest_version) bring_on(rows_, version);
    transaction.commit();
    return Done{};
}

ByteArray<16> AccountDatabase::draw_bytes() {
    const std::lock_guard lock(mutex_);
    return random_.bytes<16>();
}

}  // namespace stormote
