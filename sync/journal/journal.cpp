#include "sync/journal/journal.h"

#include <algorithm>
#include <cassert>

#include <fcntl.h>
#include <unistd.h>

#include "sync/journal/journal_schema.h"
#include "sync/journal/wal_check.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// Space for the WAL is written once, beforehand: a commit then overwrites blocks instead of making
// the file longer, which costs the disk half as much.
constexpr std::size_t wal_reserve_bytes = 8U << 20;
// The WAL starts again from its beginning before it outgrows the reserve.
constexpr const char *wal_settings = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 1900;
)sql";

fs::path wal_of(const fs::path& file) {
    return file.string() + "-wal";
}

void reserve_wal(const fs::path& wal) {
    std::error_code error;
    if (fs::exists(wal, error) && fs::file_size(wal, error) > 0) return;
    const int descriptor = open(wal.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return;
    const Bytes zeros(1U << 20);
    for (std::size_t written = 0; written < wal_reserve_bytes; written += zeros.size()) {
        // A disk that is too full for the reserve may still take the evening.
        if (write(descriptor, zeros.data(), zeros.size()) < 0) break;
    }
    fdatasync(descriptor);
    close(descriptor);
}

bool is_folder_writable(const fs::path& file) {
    const fs::path folder = fs::absolute(file).parent_path();
    return access(folder.c_str(), W_OK) == 0;
}

Error not_an_event_file(const fs::path& file) {
    return input_error({"{} is not a Stormöte event file. Choose the file that \"stormote init\" "
                        "or \"stormote join\" made."},
                       file.string());
}

Result<> check_file(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return input_error({"There is no file {}. Check the name and the folder."}, file.string());
    }
    if (!fs::is_regular_file(file, error)) return not_an_event_file(file);
    if (access(file.c_str(), R_OK) != 0) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file.string());
    }
    // The SQLite header, and our application id at byte 68.
    ByteArray<100> header{};
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const ssize_t size = read(descriptor, header.data(), header.size());
    close(descriptor);
    if (size != static_cast<ssize_t>(header.size()) ||
        to_string(ByteView(header).first(15)) != "SQLite format 3" ||
        read_big_endian(ByteView(header).subspan(68, 4)) != event_file_application_id) {
        return not_an_event_file(file);
    }
    if (read_big_endian(ByteView(header).subspan(60, 4)) > event_file_version) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           file.string());
    }
    return Done{};
}

// Looks at the main file alone, where the mark was put by a checkpoint.
bool has_open_mark(const fs::path& file) {
    Database database(file, DatabaseMode::immutable);
    return database.number("SELECT count(*) FROM about WHERE name = 'open'") != 0;
}

Error missing_wal(const fs::path& file) {
    return input_error(
        {"{0} was copied while it was open, without its second part {0}-wal: the last operations "
         "are missing. Copy both files together, or close the program first. To go on without "
         "them: stormote verify {0} --accept-missing"},
        file.string());
}

Error damaged_wal(const fs::path& file, std::uint64_t lost_frames) {
    return machine_error(
        {"{0}-wal is damaged: at least {1} pages that were confirmed cannot be read. Keep both "
         "files, and fetch what is missing from the central store. To go on without them: "
         "stormote verify {0} --accept-missing"},
        file.string(), lost_frames);
}

}  // namespace

Bytes head_message(const EventId& event, const OperationHeader& header) {
    const ByteView label = view_bytes("stormote head 1");
    Bytes message(label.begin(), label.end());
    const auto append = [&message](const auto& part) {
        message.insert(message.end(), part.begin(), part.end());
    };
    append(event.value.bytes);
    append(header.device.value.bytes);
    append_big_endian(message, header.sequence, 8);
    append(header.chain_hash);
    return message;
}

Journal::Journal(std::optional<WriterLock> lock, std::unique_ptr<Database> database,
                 const JournalEnvironment& environment)
    : lock_(std::move(lock)), database_(std::move(database)), environment_(environment) {}

Result<std::unique_ptr<Journal>> Journal::create(
    const fs::path& file, const std::optional<std::string>& passphrase,
    const JournalEnvironment& environment,
    const std::optional<std::pair<EventId, SymmetricKey>>& existing) {
    std::error_code error;
    if (fs::exists(file, error)) {
        return input_error({"{} exists already. Choose another name, or remove the file first."},
                           file.string());
    }
    const fs::path folder = fs::absolute(file).parent_path();
    if (!fs::is_directory(folder, error)) {
        return input_error({"There is no folder {}. Make it first."}, folder.string());
    }
    if (!is_folder_writable(file)) {
        return machine_error({"The folder {} cannot be written to. Choose another one."},
                             folder.string());
    }
    const auto event =
        existing ? existing->first : make_id<EventId>(environment.clock, environment.random);
    const auto key = existing ? existing->second : environment.random.bytes<32>();
    const Bytes wrapping =
        wrap_event_key(key, passphrase, environment.hashing_cost, environment.random);
    // Made whole under another name first: a half-made event is never seen.
    const fs::path draft = file.string() + ".new";
    fs::remove(draft, error);
    {
        Database database(draft, DatabaseMode::create);
        database.execute(event_file_schema);
        Statement insert(database, "INSERT INTO about(name, value) VALUES(?, ?)");
        insert.bind("event").bind(ByteView(event.value.bytes)).run();
        insert.bind("key").bind(ByteView(wrapping)).run();
    }
    fs::rename(draft, file);
    auto opened = open(
        file, [&passphrase] { return passphrase; }, JournalAccess::write, environment,
        [](const Operation&) {});
    if (opened && !existing) opened.value()->become_new_device();
    return opened;
}

Result<std::unique_ptr<Journal>> Journal::open(
    const fs::path& file, const PassphraseSource& passphrase, JournalAccess access,
    const JournalEnvironment& environment, const OperationSink& sink, MissingOperations missing) {
    if (auto checked = check_file(file); !checked) return checked.error();
    const bool is_writing = access == JournalAccess::write;
    if (is_writing && !is_folder_writable(file)) {
        return machine_error({"{} cannot be opened for writing. Check that the file and its "
                              "folder may be written by you."},
                             file.string());
    }
    std::optional<WriterLock> lock;
    if (is_writing) {
        auto taken = WriterLock::take(file);
        if (!taken) return taken.error();
        lock = std::move(taken).value();
    }
    const WalReport wal = check_wal(wal_of(file));
    if (wal.condition == WalCondition::damaged && missing == MissingOperations::refuse) {
        return damaged_wal(file, wal.lost_frames);
    }
    if (wal.condition == WalCondition::absent && missing == MissingOperations::refuse &&
        has_open_mark(file)) {
        return missing_wal(file);
    }
    if (is_writing) reserve_wal(wal_of(file));
    const bool is_immutable = !is_writing && wal.condition == WalCondition::absent;
    const DatabaseMode mode = is_writing     ? DatabaseMode::read_write
                              : is_immutable ? DatabaseMode::immutable
                                             : DatabaseMode::read_only;
    auto database = std::make_unique<Database>(file, mode);
    // Without it, the last to close would empty the WAL, also after an error: only a clean close
    // of the writer may.
    sqlite3_db_config(database->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (is_writing) database->execute(wal_settings);
    std::unique_ptr<Journal> journal(
        new Journal(std::move(lock), std::move(database), environment));
    if (auto read = journal->read_about(passphrase); !read) return read.error();
    if (auto replayed = journal->replay(sink); !replayed) return replayed.error();
    if (is_writing) {
        if (auto started = journal->start_writing(missing); !started) return started.error();
    }
    return journal;
}

Journal::~Journal() {
    if (!is_marked_open_) return;
    try {
        close_cleanly();
    } catch (const std::exception&) {
        // The mark stays, as after a power cut: the next opening recovers from the WAL.
    }
}

void Journal::close_cleanly() {
    sign_head();
    if (identity_) identity_->make_durable();
    insert_operation_.reset();
    database_->execute("DELETE FROM about WHERE name = 'open'");
    database_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_db_config(database_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

Result<> Journal::read_about(const PassphraseSource& passphrase) {
    Statement statement(*database_, "SELECT value FROM about WHERE name = ?");
    statement.bind("event");
    const auto event = statement.step() ? to_array<16>(statement.blob(0)) : std::nullopt;
    if (!event) return not_an_event_file(path());
    event_ = EventId{Uuid{*event}};
    statement.reset();
    statement.bind("key");
    if (!statement.step()) return not_an_event_file(path());
    auto key = unwrap_event_key(statement.blob(0), passphrase);
    if (!key) return key.error();
    key_ = *key;
    return Done{};
}

Result<> Journal::start_writing(MissingOperations missing) {
    identity_ = DeviceIdentity::load(environment_.state_directory, event_, path());
    if (identity_) {
        const ChainHead& noted = identity_->head();
        const auto known = operations_after(identity_->device(), noted.sequence - 1, 1);
        const bool is_continued =
            noted.sequence == 0 ||
            (!known.empty() && known.front().header.chain_hash == noted.chain_hash);
        if (!is_continued) {
            const std::uint64_t here = head_of(identity_->device()).head.sequence;
            identity_.reset();
            if (noted.sequence > here && missing == MissingOperations::refuse) {
                return input_error(
                    {"{0} is older than what this machine has written: its operations {1} to {2} "
                     "are missing, as after restoring a backup or copying a file without its "
                     "-wal part. Use the newest file. To go on without them: stormote verify {0} "
                     "--accept-missing"},
                    path().string(), here + 1, noted.sequence);
            }
        }
    }
    prepare_statements();
    database_->execute("INSERT OR REPLACE INTO about(name, value) VALUES('open', x'01')");
    is_marked_open_ = true;
    // Into the main file, so that a copy of it alone is known for what it is.
    database_->execute("PRAGMA wal_checkpoint(FULL)");
    return Done{};
}

void Journal::prepare_statements() {
    insert_operation_.emplace(*database_,
                              "INSERT INTO operation(device, sequence, header, chain_hash, sealed) "
                              "VALUES(?, ?, ?, ?, ?)");
}

DeviceId Journal::device() const {
    return identity_ ? identity_->device() : DeviceId{};
}

std::string Journal::check_database() {
    Statement statement(*database_, "PRAGMA integrity_check(1)");
    const std::string answer = statement.step() ? statement.text(0) : "no answer";
    return answer == "ok" ? "" : answer;
}

}  // namespace stormote
