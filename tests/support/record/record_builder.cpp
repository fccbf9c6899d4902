#include "tests/support/record/record_builder.h"

namespace stormote::testing {

Machine::Machine(std::filesystem::path state_directory, std::uint64_t seed)
    : clock(1'665'590'400'000), random(seed), state_directory_(std::move(state_directory)) {}

JournalEnvironment Machine::environment() {
    return {clock, random, state_directory_, {1, 8U << 10}, "Entrén"};
}

Opening Machine::create(const std::filesystem::path& file,
                        const std::optional<std::string>& passphrase,
                        const std::optional<JoinedEvent>& existing) {
    std::vector<Operation> operations;
    auto journal = Journal::create(
        file, passphrase, environment(), existing,
        [&operations](const Operation& operation, Belief) { operations.push_back(operation); });
    return {std::move(journal), std::move(operations)};
}

Opening Machine::open(const std::filesystem::path& file, JournalAccess access,
                      MissingOperations missing, const std::optional<std::string>& passphrase) {
    std::vector<Operation> operations;
    auto journal = Journal::open(
        file, [&passphrase] { return passphrase; }, access, environment(),
        [&operations](const Operation& operation, Belief) { operations.push_back(operation); },
        missing);
    return {std::move(journal), std::move(operations)};
}

Opening Machine::join(const std::filesystem::path& file, const Journal& other, DeviceRole role) {
    return create(file, std::nullopt, invitation_to(other, role));
}

JoinedEvent invitation_to(const Journal& journal, DeviceRole role) {
    JoinedEvent joined{journal.event(), journal.event_key()};
    if (!has_root(joined.event)) return joined;
    auto pairing = journal.issue_pairing(role, [] { return std::nullopt; });
    if (!pairing) throw std::runtime_error(pairing.error().english());
    joined.pairing = *pairing;
    return joined;
}

AttendeeId attendee_number(std::uint8_t number) {
    AttendeeId id;
    id.value.bytes.back() = number;
    return id;
}

Body registration(std::uint8_t number) {
    return {{attendee_number(number)},
            ActingRole::organiser,
            AttendeeDescribed{{{1, "Somebody"}, {2, std::to_string(number)}}}};
}

Operation append(Journal& journal, const Body& body) {
    return journal.append(std::span(&body, 1)).front();
}

std::vector<Operation> register_people(Journal& journal, int count) {
    std::vector<Operation> operations;
    operations.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        operations.push_back(append(journal, registration(static_cast<std::uint8_t>(i))));
    }
    return operations;
}

Parcel pack(Journal& from) {
    from.sign_head();
    Parcel parcel;
    for (const DeviceHead& head : from.heads()) {
        for (const Operation& operation : from.operations_after(head.device, 0, 100'000)) {
            parcel.operations.push_back(operation);
        }
        for (const HeadSignature& signature : from.signatures(head.device, 0)) {
            parcel.signatures.push_back(signature);
        }
    }
    return parcel;
}

bool nothing_erased(const Operation&) {
    return false;
}

Result<JournalIntake> accept(Journal& to, const Parcel& parcel) {
    auto intake = to.accept(parcel.operations, parcel.signatures, nothing_erased);
    if (!intake || intake->refused.empty()) return intake;
    return intake->refused.back().reason;
}

FilesOnDisk FilesOnDisk::of(const std::filesystem::path& file) {
    return {read_file(file), read_file(wal_of(file))};
}

void FilesOnDisk::put(const std::filesystem::path& file) const {
    std::error_code error;
    std::filesystem::remove(file.string() + "-shm", error);
    std::filesystem::remove(wal_of(file), error);
    write_file(file, ByteView(main));
    if (!wal.empty()) write_file(wal_of(file), ByteView(wal));
}

}  // namespace stormote::testing
