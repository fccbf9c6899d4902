// Journal: who may what, and how this device was let in.
#include <algorithm>

#include "sync/journal/journal_parts.h"

namespace stormote {

Belief Journal::belief_in(const Operation& operation) const {
    return stormote::belief_in(operation, parts_->authority, parts_->purged);
}

const PurgedOperations& Journal::purged_operations() const {
    return parts_->purged;
}

const Authority& Journal::authority() const {
    return parts_->authority;
}

std::uint64_t Journal::fold_generation() const {
    return parts_->fold_generation;
}

// Before all others: whether an operation counts depends on them.
Result<> Journal::read_authority() {
    Authority& authority = parts_->authority;
    if (authority.is_open()) return Done{};
    const auto operations = parts_->authority_rows.operations(parts_->chains);
    if (!operations) return operations.error();
    for (const Operation& operation : *operations) authority.note(operation);
    const auto own =
        DeviceIdentity::find_device(parts_->environment.state_directory, event(), path());
    if (own) authority.set_own(*own);
    authority.evaluate();
    return Done{};
}

// Found by their kind: a version that did not know it may have taken them.
Result<> Journal::read_purges() {
    OperationTable::Reader rows(parts_->operations, OperationKind::record_purged);
    while (rows.step()) {
        const KnownDevice *device = parts_->chains.find_number(rows.device_number());
        if (device == nullptr) return damaged_operation(path(), {}, rows.sequence());
        const auto operation = rows.read(device->device);
        if (!operation) return operation.error();
        parts_->purged.note(*operation);
    }
    parts_->purged.evaluate(parts_->authority);
    return Done{};
}

void Journal::read_authority_again() {
    parts_->authority = Authority(event());
    parts_->purged = PurgedOperations();
    auto read = read_authority();
    if (read) read = read_purges();
    if (!read) throw MachineFailure(read.error());
}

void Journal::note_authority(std::span<const Operation> operations) {
    Authority& authority = parts_->authority;
    const bool has_news = std::any_of(
        operations.begin(), operations.end(),
        [](const Operation& operation) { return Authority::concerns(operation.header.kind); });
    if (has_news) {
        for (const Operation& operation : operations) authority.note(operation);
        if (authority.evaluate()) {
            ++parts_->fold_generation;
            for (const KnownDevice& known : parts_->chains.devices()) {
                const DeviceStanding& standing = authority.standing_of(known.device);
                const bool is_whole =
                    standing.role != DeviceRole::none && standing.excluded_from == 0;
                if (is_whole) parts_->chains.raise_lamport(known.lamport);
            }
        }
    }
    for (const Operation& operation : operations) {
        parts_->purged.note(operation);
        if (authority.believes(operation)) {
            parts_->chains.raise_lamport(operation.header.lamport);
        }
    }
    if (parts_->purged.evaluate(authority)) ++parts_->fold_generation;
}

std::optional<DeviceAdmission> Journal::find_admission() const {
    const PublicKey& device = parts_->identity->public_key();
    if (parts_->new_root) return admit_by_root(event(), *parts_->new_root, device);
    const auto pairing = find_pairing();
    return pairing ? std::optional(admit_by_pairing(event(), *pairing, device)) : std::nullopt;
}

std::optional<DevicePairing> Journal::find_pairing() const {
    const auto sealed = parts_->about.find(pairing_name);
    const auto bytes =
        sealed ? unseal(parts_->key, *sealed, view_bytes(pairing_label)) : std::nullopt;
    return bytes ? decode_pairing(*bytes) : std::nullopt;
}

std::optional<Operation> Journal::adopt_pairing(const DevicePairing& pairing) {
    if (find_pairing() == pairing) return std::nullopt;
    parts_->about.set(pairing_name, seal(parts_->key, encode_pairing(pairing),
                                         view_bytes(pairing_label), parts_->environment.random));
    return renounce_identity();
}

Result<SigningKeys> Journal::unwrap_root(const PassphraseSource& passphrase) const {
    const auto wrapping = parts_->about.find(root_name);
    if (!wrapping) {
        return input_error({"{} does not hold the event's root key. It lies in the file that "
                            "\"stormote init\" made, "
                            "and on the recovery sheet."},
                           path().string());
    }
    auto seed = unwrap_event_key(*wrapping, passphrase);
    if (!seed) return seed.error();
    SigningKeys root = signing_keys_of(*seed);
    wipe(*seed);
    return root;
}

Result<DevicePairing> Journal::issue_pairing(DeviceRole role,
                                             const PassphraseSource& passphrase) const {
    const JournalEnvironment& environment = parts_->environment;
    const auto identity = DeviceIdentity::load(environment.state_directory, event(), path());
    const DeviceStanding standing =
        identity ? authority().standing_of(identity->device()) : DeviceStanding{};
    const bool may_issue = standing.role == DeviceRole::organiser && standing.excluded_from == 0;
    if (may_issue) {
        const KnownDevice& known = *parts_->chains.find(identity->device());
        return make_pairing(event(), known.device, identity->secret_key(),
                            static_cast<std::int64_t>(known.head.sequence), role,
                            environment.random);
    }
    if (!parts_->about.find(root_name)) {
        return input_error(
            {"This machine may not let devices into the event: it is not an organiser's. Do it on "
             "the machine on which the event was made, or where an organiser works."});
    }
    auto root = unwrap_root(passphrase);
    if (!root) return root.error();
    return make_pairing(event(), DeviceId{}, root->secret_key, 0, role, environment.random);
}

}  // namespace stormote
