#include "sync/journal/journal.h"

#include <algorithm>
#include <cassert>
#include <exception>

#include "sync/base/durable_folder.h"
#include "sync/journal/journal_parts.h"
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

Result<EventId> read_event(const Database& database) {
    Statement statement(database, "SELECT value FROM about WHERE name = 'event'");
    const auto event = statement.step() ? to_array<16>(statement.blob(0)) : std::nullopt;
    if (!event) return not_an_event_file(database.path());
    return EventId{Uuid{*event}};
}

Result<SymmetricKey> read_key(const Database& database, const EventId& event,
                              const PassphraseSource& passphrase,
                              const JournalEnvironment& environment) {
    Statement statement(database, "SELECT value FROM about WHERE name = 'key'");
    if (!statement.step()) return not_an_event_file(database.path());
    const ByteView wrapping = statement.blob(0);
    if (environment.kept_key && needs_passphrase(wrapping)) {
        if (auto kept = environment.kept_key(event)) {
            const SymmetricKey key = *kept;
            wipe(*kept);
            return key;
        }
    }
    return unwrap_event_key(wrapping, passphrase);
}

}  // namespace

Journal::Journal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

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
    Database database(file, is_writing ? DatabaseMode::read_write
                            : has_wal  ? DatabaseMode::read_only
                                       : DatabaseMode::immutable);
    // A WAL that is there outlives whatever fails here: only a clean close may empty it.
    if (has_wal) database.keep_wal(true);
    if (is_writing) database.execute(wal_settings);
    const auto event = read_event(database);
    if (!event) return event.error();
    auto key = read_key(database, *event, passphrase, environment);
    if (!key) return key.error();
    std::unique_ptr<Journal> journal(new Journal(
        std::make_unique<Parts>(std::move(lock), std::move(database), environment, *event, *key)));
    wipe(*key);
    if (auto replayed = journal->replay(sink); !replayed) return replayed.error();
    if (is_writing) {
        if (auto started = journal->start_writing(missing, sink); !started) return started.error();
    }
    return journal;
} catch (const MachineFailure& failure) {
    return failure.error();
}

Journal::~Journal() {
    if (!parts_->mark.was_set()) return;
    try {
        close_cleanly();
    } catch (const std::exception&) {
        // The mark stays, as after a power cut: the next opening recovers from the WAL.
    }
}

void Journal::close_cleanly() {
    sign_head();
    if (parts_->identity) parts_->identity->make_durable();
    if (parts_->mark.clear()) parts_->database.keep_wal(false);
}

Result<> Journal::replay(const OperationSink& sink) {
    DeviceChains& chains = parts_->chains;
    if (auto read = chains.read_devices(); !read) return read;
    OperationTable::Reader rows(parts_->operations);
    KnownDevice *device = nullptr;
    while (rows.step()) {
        const std::int64_t number = rows.device_number();
        if (device == nullptr || device->number != number) device = chains.find_number(number);
        if (device == nullptr) return damaged_operation(path(), {}, rows.sequence());
        auto operation = rows.read(device->device);
        if (!operation) return operation.error();
        if (fault_of(*operation, *device) != ChainFault::none) {
            return damaged_operation(path(), device->device, rows.sequence());
        }
        chains.advance(operation->header, *device);
        if (operation->header.kind == OperationKind::device_introduced) {
            learn_key(*operation, *device);
        }
        sink(*operation);
    }
    for (KnownDevice& known : chains.devices()) {
        if (auto checked = parts_->signatures.check_newest(known, chains); !checked) return checked;
    }
    return Done{};
}

Result<> Journal::start_writing(MissingOperations missing, const OperationSink& sink) {
    auto& identity = parts_->identity;
    const DeviceChains& chains = parts_->chains;
    const JournalEnvironment& environment = parts_->environment;
    identity = DeviceIdentity::load(environment.state_directory, event(), path());
    if (identity) {
        const ChainHead& noted = identity->head();
        const KnownDevice *known = chains.find(identity->device());
        const std::uint64_t here = known != nullptr ? known->head.sequence : 0;
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
            chains.chain_hash_at(identity->device(), noted.sequence) == noted.chain_hash;
        if (!is_continued) identity.reset();
    }
    parts_->mark.set();
    if (!identity) {
        identity =
            DeviceIdentity::make(environment.state_directory, event(), path(), environment.random);
    }
    const KnownDevice *known = chains.find(identity->device());
    if (known == nullptr || known->head.sequence == 0) sink(introduce());
    return Done{};
}

}  // namespace stormote
