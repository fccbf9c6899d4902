#include "sync/journal/journal.h"

#include <algorithm>
#include <cassert>
#include <exception>

#include "sync/base/durable_folder.h"
#include "sync/journal/file/journal_schema.h"
#include "sync/journal/journal_parts.h"

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

// What a new event file says of itself.
using AboutRows = std::vector<std::pair<std::string_view, Bytes>>;

// Whole under another name first: a half-made event is never seen.
void make_event_file(const fs::path& file, const EventId& event, const AboutRows& rows) {
    const fs::path draft = file.string() + ".new";
    std::error_code error;
    fs::remove(draft, error);
    {
        Database database(draft, DatabaseMode::create);
        Transaction transaction(database);
        database.execute(event_file_schema);
        if (has_root(event)) database.execute(authority_schema);
        AboutTable about(database);
        about.set(event_name, event.value.bytes);
        for (const auto& [name, value] : rows) about.set(name, value);
        transaction.commit();
    }
    fs::rename(draft, file, error);
    if (error) fail_to_write(file);
    make_folder_durable(fs::absolute(file).parent_path());
}

Result<EventId> read_event(Database& database) {
    const auto value = AboutTable(database).find(event_name);
    const auto event = value ? to_array<16>(*value) : std::nullopt;
    if (!event) return not_an_event_file(database.path());
    return EventId{Uuid{*event}};
}

Result<SymmetricKey> read_key(Database& database, const EventId& event,
                              const PassphraseSource& passphrase,
                              const JournalEnvironment& environment) {
    const auto wrapping = AboutTable(database).find(key_name);
    if (!wrapping) return not_an_event_file(database.path());
    if (environment.kept_key && needs_passphrase(*wrapping)) {
        if (auto kept = environment.kept_key(event)) {
            const SymmetricKey key = *kept;
            wipe(*kept);
            return key;
        }
    }
    return unwrap_event_key(*wrapping, passphrase);
}

// Whether an operation of the file continues its device's chain. What it says was looked at when it
// was taken.
bool is_next(const Operation& operation, const KnownDevice& device) {
    const OperationHeader& header = operation.header;
    return header.sequence == device.head.sequence + 1 && header.lamport > device.lamport &&
           chain(device.head.chain_hash, header) == header.chain_hash &&
           (!operation.body || hash_body(*operation.body) == header.body_hash);
}

}  // namespace

Journal::Journal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Result<std::unique_ptr<Journal>> Journal::create(const fs::path& file,
                                                 const std::optional<std::string>& passphrase,
                                                 const JournalEnvironment& environment,
                                                 const std::optional<JoinedEvent>& existing,
                                                 const OperationSink& sink) try {
    if (auto checked = check_place(file); !checked) return checked.error();
    Random& random = environment.random;
    const auto wrap = [&](const SymmetricKey& secret) {
        return wrap_event_key(secret, passphrase, environment.hashing_cost, random);
    };
    EventId event;
    AboutRows rows;
    std::optional<SigningKeys> root;
    std::optional<DevicePairing> pairing;
    SymmetricKey key{};
    if (existing) {
        event = existing->event;
        key = existing->key;
        pairing = existing->pairing;
    } else {
        root = make_signing_keys(random);
        event = event_of_root(root->public_key);
        key = random.bytes<32>();
        // For an identity that this file goes on under once its first one is lost.
        pairing =
            make_pairing(event, DeviceId{}, root->secret_key, 0, DeviceRole::organiser, random);
        rows.emplace_back(root_name, wrap(seed_of(root->secret_key)));
    }
    rows.emplace_back(key_name, wrap(key));
    if (pairing) {
        rows.emplace_back(pairing_name,
                          seal(key, encode_pairing(*pairing), view_bytes(pairing_label), random));
    }
    make_event_file(file, event, rows);
    // Nothing can be missing from a new file. A copy of this event that lay here before may have
    // left an identity behind; it ends here.
    auto opened = open_as(
        file, [&passphrase] { return passphrase; }, JournalAccess::write, environment, sink,
        MissingOperations::accept, root);
    std::error_code error;
    if (!opened) fs::remove(file, error);
    return opened;
} catch (const MachineFailure& failure) {
    return failure.error();
}

Result<std::unique_ptr<Journal>> Journal::open(
    const fs::path& file, const PassphraseSource& passphrase, JournalAccess access,
    const JournalEnvironment& environment, const OperationSink& sink, MissingOperations missing) {
    return open_as(file, passphrase, access, environment, sink, missing, std::nullopt);
}

Result<std::unique_ptr<Journal>> Journal::open_as(
    const fs::path& file, const PassphraseSource& passphrase, JournalAccess access,
    const JournalEnvironment& environment, const OperationSink& sink, MissingOperations missing,
    const std::optional<SigningKeys>& new_root) try {
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
    journal->parts_->new_root = new_root;
    if (auto replayed = journal->replay(sink); !replayed) return replayed.error();
    if (is_writing) {
        if (auto started = journal->start_writing(missing, sink); !started) return started.error();
    }
    journal->parts_->new_root.reset();
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

void Journal::destroy_key_on_closing() {
    parts_->is_key_needless = true;
}

void Journal::close_cleanly() {
    sign_head();
    if (parts_->identity) parts_->identity->make_durable();
    if (parts_->is_key_needless) {
        parts_->about.set(key_name, destroyed_event_key());
        parts_->database.execute("VACUUM");
    }
    if (parts_->mark.clear()) parts_->database.keep_wal(false);
}

Result<> Journal::replay(const OperationSink& sink) {
    // A kiosk that writes takes the place of the newest signature with every operation.
    const Snapshot snapshot(parts_->database);
    DeviceChains& chains = parts_->chains;
    if (auto read = chains.read_devices(); !read) return read;
    for (KnownDevice& known : chains.devices()) parts_->signatures.read_extent(known);
    if (auto read = read_authority(); !read) return read;
    if (auto read = read_purges(); !read) return read;
    OperationTable::Reader rows(parts_->operations);
    KnownDevice *device = nullptr;
    while (rows.step()) {
        const std::int64_t number = rows.device_number();
        if (device == nullptr || device->number != number) device = chains.find_number(number);
        if (device == nullptr) return damaged_operation(path(), {}, rows.sequence());
        auto operation = rows.read(device->device);
        if (!operation) return operation.error();
        if (!is_next(*operation, *device)) {
            return damaged_operation(path(), device->device, rows.sequence());
        }
        device->advance(*operation);
        if (operation->header.sequence == 1) {
            device->key = introduced_key(*operation).value_or(PublicKey{});
        }
        const Belief belief = belief_in(*operation);
        if (belief != Belief::without_effect) chains.raise_lamport(operation->header.lamport);
        sink(*operation, belief);
    }
    for (const KnownDevice& known : chains.devices()) {
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
    if (parts_->about.find(erasing_name)) {
        try {
            parts_->finish_erasing();
        } catch (const MachineFailure&) {
            // A reader or a full disk must not keep the doors shut: the next opening tries again.
        }
    }
    if (!identity) {
        identity =
            DeviceIdentity::make(environment.state_directory, event(), path(), environment.random);
    }
    const KnownDevice *known = chains.find(identity->device());
    if (known == nullptr || known->head.sequence == 0) {
        const Operation introduction = introduce();
        sink(introduction, belief_in(introduction));
    }
    return Done{};
}

}  // namespace stormote
