#include "sync/journal/journal.h"

#include <algorithm>
#include <cassert>
#include <exception>

#include "sync/journal/journal_schema.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// The WAL starts again from its beginning before it outgrows the space set aside for it.
constexpr const char *wal_settings = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 1900;
)sql";

// Error when an event file cannot be made there.
Result<> check_place(const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) {
        return input_error({"{} exists already. Choose another name, or remove the file first."},
                           file.string());
    }
    // SQLite would take what is in there for the new file's.
    if (fs::exists(wal_of(file), error)) {
        return input_error({"{} is left over from another event file. Move it away first, or "
                            "choose another name."},
                           wal_of(file).string());
    }
    const fs::path folder = fs::absolute(file).parent_path();
    if (!fs::is_directory(folder, error)) {
        return input_error({"There is no folder {}. Make it first."}, folder.string());
    }
    if (!is_folder_writable(file)) {
        return machine_error({"The folder {} cannot be written to. Choose another one."},
                             folder.string());
    }
    return Done{};
}

// Whole under another name first: a half-made event is never seen.
void make_event_file(const fs::path& file, const EventId& event, ByteView wrapped_key) {
    const fs::path draft = file.string() + ".new";
    std::error_code error;
    fs::remove(draft, error);
    {
        Database database(draft, DatabaseMode::create);
        Transaction transaction(database);
        database.execute(event_file_schema);
        Statement insert(database, "INSERT INTO about(name, value) VALUES(?, ?)");
        insert.bind("event").bind(ByteView(event.value.bytes)).run();
        insert.bind("key").bind(wrapped_key).run();
        transaction.commit();
    }
    fs::rename(draft, file, error);
    if (error) fail_to_write(file);
    make_folder_durable(fs::absolute(file).parent_path());
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
    const std::optional<std::pair<EventId, SymmetricKey>>& existing,
    const OperationSink& sink) try {
    if (auto checked = check_place(file); !checked) return checked.error();
    const auto event =
        existing ? existing->first : make_id<EventId>(environment.clock, environment.random);
    const auto key = existing ? existing->second : environment.random.bytes<32>();
    make_event_file(file, event,
                    wrap_event_key(key, passphrase, environment.hashing_cost, environment.random));
    // Nothing can be missing from a new file. A copy of this event that lay here before may have
    // left an identity behind; it ends here.
    auto opened = open(
        file, [&passphrase] { return passphrase; }, JournalAccess::write, environment, sink,
        MissingOperations::accept);
    std::error_code error;
    if (!opened) fs::remove(file, error);
    return opened;
} catch (const MachineFailure& failure) {
    return failure.error();
}

Result<std::unique_ptr<Journal>> Journal::open(const fs::path& file,
                                               const PassphraseSource& passphrase,
                                               JournalAccess access,
                                               const JournalEnvironment& environment,
                                               const OperationSink& sink,
                                               MissingOperations missing) try {
    if (auto checked = check_event_file(file); !checked) return checked.error();
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
    if (missing == MissingOperations::refuse) {
        if (auto whole = check_is_whole(file, access); !whole) return whole.error();
    }
    std::error_code error;
    const bool has_wal = fs::file_size(wal_of(file), error) > 0 && !error;
    const DatabaseMode mode = is_writing ? DatabaseMode::read_write
                              : has_wal  ? DatabaseMode::read_only
                                         : DatabaseMode::immutable;
    std::unique_ptr<Journal> journal(
        new Journal(std::move(lock), std::make_unique<Database>(file, mode), environment));
    // A WAL that is there outlives whatever fails here: only a clean close may empty it.
    if (has_wal) journal->database_->keep_wal(true);
    if (is_writing) journal->database_->execute(wal_settings);
    if (auto read = journal->read_about(passphrase); !read) return read.error();
    if (auto replayed = journal->replay(sink); !replayed) return replayed.error();
    if (is_writing) {
        if (auto started = journal->start_writing(missing, sink); !started) return started.error();
    }
    return journal;
} catch (const MachineFailure& failure) {
    return failure.error();
}

Journal::~Journal() {
    if (is_marked_open_) {
        try {
            close_cleanly();
        } catch (const std::exception&) {
            // The mark stays, as after a power cut: the next opening recovers from the WAL.
        }
    }
    wipe(key_);
}

void Journal::close_cleanly() {
    sign_head();
    if (identity_) identity_->make_durable();
    insert_operation_.reset();
    if (unmark_open()) database_->keep_wal(false);
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
    const ByteView wrapping = statement.blob(0);
    if (environment_.kept_key && needs_passphrase(wrapping)) {
        if (auto kept = environment_.kept_key(event_)) {
            key_ = *kept;
            wipe(*kept);
            return Done{};
        }
    }
    auto key = unwrap_event_key(wrapping, passphrase);
    if (!key) return key.error();
    key_ = *key;
    wipe(*key);
    return Done{};
}

Result<> Journal::start_writing(MissingOperations missing, const OperationSink& sink) {
    identity_ = DeviceIdentity::load(environment_.state_directory, event_, path());
    if (identity_) {
        const ChainHead& noted = identity_->head();
        const auto index = find(identity_->device());
        const std::uint64_t here = index ? known_.heads[*index].head.sequence : 0;
        if (noted.sequence > here && missing == MissingOperations::refuse) {
            return input_error(
                {"{0} is older than what this machine has written: its operations {1} to {2} are "
                 "missing, as after restoring a backup or copying a file without its -wal part. "
                 "Use the newest file. To go on without them: stormote verify {0} "
                 "--accept-missing"},
                path().string(), here + 1, noted.sequence);
        }
        const bool is_continued =
            noted.sequence == 0 ||
            chain_hash_at(identity_->device(), noted.sequence) == noted.chain_hash;
        if (!is_continued) identity_.reset();
    }
    insert_operation_.emplace(*database_,
                              "INSERT INTO operation(device, sequence, header, chain_hash, sealed) "
                              "VALUES(?, ?, ?, ?, ?)");
    mark_open(environment_.wal_reserve_bytes);
    if (!identity_) {
        identity_ =
            DeviceIdentity::make(environment_.state_directory, event_, path(), environment_.random);
    }
    const auto index = find(identity_->device());
    if (!index || known_.heads[*index].head.sequence == 0) sink(introduce());
    return Done{};
}

void Journal::mark_open(std::size_t wal_reserve_bytes) {
    database_->keep_wal(true);
    reserve_wal(path(), wal_reserve_bytes);
    database_->execute("INSERT OR REPLACE INTO about(name, value) VALUES('open', x'01')");
    is_marked_open_ = true;
    // Into the main file, so that a copy of it alone is known for what it is.
    static_cast<void>(database_->checkpoint(Checkpoint::passive));
}

bool Journal::unmark_open() {
    database_->execute("DELETE FROM about WHERE name = 'open'");
    return database_->checkpoint(Checkpoint::truncate);
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
