#include "sync/central/sqlite/sqlite_copies.h"

#include <fcntl.h>
#include <unistd.h>

#include "sync/base/durable_folder.h"
#include "sync/central/sqlite/sqlite_audit.h"
#include "sync/central/sqlite/sqlite_store_schema.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

Error file_is_there(const fs::path& file) {
    return input_error({"{} is there already, and is not overwritten. Choose another name."},
                       file.string());
}

// A store of this version or an earlier one.
Result<> check_is_store(Database& database) {
    const std::string file = database.path().string();
    if (database.number("PRAGMA application_id") != store_application_id) {
        return input_error({"{} is not a central store. Choose another file."}, file);
    }
    if (database.number("PRAGMA user_version") > store_version) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           file);
    }
    return Done{};
}

void check_is_whole(const Database& database) {
    Statement check(database, "PRAGMA quick_check(1)");
    if (check.step() && check.text(0) == "ok") return;
    throw MachineFailure(machine_error(
        {"The store in {} is damaged, and no copy of it was made. Use the last good one."},
        database.path().string()));
}

// In one step: a reader in WAL mode keeps no writer waiting, and sees one moment.
void copy_pages(const Database& from, const Database& to) {
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr) to.check(sqlite3_extended_errcode(to.handle()));
    sqlite3_backup_step(backup, -1);
    to.check(sqlite3_backup_finish(backup));
}

void set_store_id(Database& database, Random& random) {
    Statement(database, "UPDATE about SET value = ? WHERE name = 'store'")
        .bind(ByteView(random.bytes<16>()))
        .run();
}

void sync_to_disk(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!is_synced) {
        throw MachineFailure(
            machine_error({"{} could not be written. Check the disk."}, file.string()));
    }
}

// A file that is there under its name when it is whole, and else not at all.
class NewFile {
  public:
    explicit NewFile(fs::path file) : file_(std::move(file)), part_(file_.string() + ".part") {
        // Of a run that was ended in its middle.
        remove_part();
    }
    ~NewFile() { remove_part(); }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const fs::path& part() const { return part_; }
    Result<> keep() {
        sync_to_disk(part_);
        std::error_code error;
        if (fs::exists(file_, error)) return file_is_there(file_);
        fs::rename(part_, file_, error);
        if (error) {
            return machine_error({"{} could not be written. Check the disk."}, file_.string());
        }
        make_folder_durable(fs::absolute(file_).parent_path());
        return Done{};
    }

  private:
    void remove_part() {
        std::error_code ignored;
        for (const char *end : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(part_.string() + end, ignored);
        }
    }

    fs::path file_;
    fs::path part_;
};

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error) || fs::exists(file.string() + "-wal", error);
}

Error no_such_file(const fs::path& file) {
    return input_error({"There is no file {}. Check the name and the folder."}, file.string());
}

}  // namespace

Result<> back_up_file(const fs::path& store, const fs::path& copy, std::int64_t now_ms) {
    std::error_code error;
    if (!fs::exists(store, error)) return no_such_file(store);
    if (is_there(copy)) return file_is_there(copy);
    Database source(store, DatabaseMode::read_write);
    if (auto checked = check_is_store(source); !checked) return checked;
    // Before the copy is made, so that none is made unseen. An earlier version has no audit yet.
    if (source.number("PRAGMA user_version") == store_version) {
        source.execute("PRAGMA synchronous = FULL");
        write_audit(source, {now_ms, {}, StoreAuditAction::backed_up, "", "", audit_by_store});
    }
    NewFile made(copy);
    {
        const Database target(made.part(), DatabaseMode::create);
        copy_pages(source, target);
        check_is_whole(target);
    }
    return made.keep();
}

Result<> restore_file(const fs::path& store, const fs::path& copy, Random& random) {
    std::error_code error;
    if (!fs::exists(copy, error)) return no_such_file(copy);
    if (is_there(store)) return file_is_there(store);
    if (fs::exists(copy.string() + "-wal", error)) {
        return input_error({"{} is a store that is being used, or was not closed, and no copy. "
                            "Make one: stormote-central backup"},
                           copy.string());
    }
    NewFile made(store);
    {
        Database source(copy, DatabaseMode::immutable);
        if (auto checked = check_is_store(source); !checked) return checked;
        check_is_whole(source);
        Database target(made.part(), DatabaseMode::create);
        copy_pages(source, target);
        set_store_id(target, random);
    }
    return made.keep();
}

Result<> renew_file(const fs::path& store, Random& random) {
    std::error_code error;
    if (!fs::exists(store, error)) return no_such_file(store);
    Database database(store, DatabaseMode::read_write);
    if (auto checked = check_is_store(database); !checked) return checked;
    check_is_whole(database);
    database.execute("PRAGMA synchronous = FULL");
    set_store_id(database, random);
    return Done{};
}

}  // namespace stormote
