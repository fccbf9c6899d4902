// Record builder: machines that keep event files, for tests. Time stands still, chance repeats
// itself, and a passphrase costs next to nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/journal/journal.h"
#include "tests/support/start_crypto.h"
#include "tests/support/temporary_folder.h"

namespace stormote::testing {

// What opening a file gave: the journal or its error, and every operation that the sink was given.
struct Opening {
    Result<std::unique_ptr<Journal>> journal;
    std::vector<Operation> operations;

    [[nodiscard]] bool ok() const { return journal.ok(); }
    Journal& operator*() const { return *journal.value(); }
    Journal *operator->() const { return journal.value().get(); }
    [[nodiscard]] std::string error() const { return ok() ? "" : journal.error().english(); }
};

// One machine: its clock, its chance, and its state directory.
class Machine {
  public:
    explicit Machine(std::filesystem::path state_directory, std::uint64_t seed = 1)
        : clock(1'665'590'400'000), random(seed), state_directory_(std::move(state_directory)) {}

    [[nodiscard]] JournalEnvironment environment() {
        return {clock, random, state_directory_, {1, 8U << 10}, "Entrén"};
    }

    Opening create(const std::filesystem::path& file,
                   const std::optional<std::string>& passphrase = std::nullopt,
                   const std::optional<std::pair<EventId, SymmetricKey>>& existing = std::nullopt) {
        std::vector<Operation> operations;
        auto journal = Journal::create(
            file, passphrase, environment(), existing,
            [&operations](const auto& operation) { operations.push_back(operation); });
        return {std::move(journal), std::move(operations)};
    }

    Opening open(const std::filesystem::path& file, JournalAccess access = JournalAccess::write,
                 MissingOperations missing = MissingOperations::refuse,
                 const std::optional<std::string>& passphrase = std::nullopt) {
        std::vector<Operation> operations;
        auto journal = Journal::open(
            file, [&passphrase] { return passphrase; }, access, environment(),
            [&operations](const auto& operation) { operations.push_back(operation); }, missing);
        return {std::move(journal), std::move(operations)};
    }
    Opening read(const std::filesystem::path& file) { return open(file, JournalAccess::read); }

    // A copy of the other file's event, that holds nothing yet.
    Opening join(const std::filesystem::path& file, const Journal& other) {
        return create(file, std::nullopt, std::pair(other.event(), other.event_key()));
    }

    ManualClock clock;
    SeededRandom random;

  private:
    std::filesystem::path state_directory_;
};

[[nodiscard]] inline AttendeeId attendee_number(std::uint8_t number) {
    AttendeeId id;
    id.value.bytes.back() = number;
    return id;
}

// "Somebody 7" is registered.
[[nodiscard]] inline Body registration(std::uint8_t number) {
    return {{attendee_number(number)},
            ActingRole::organiser,
            AttendeeDescribed{{{1, "Somebody"}, {2, std::to_string(number)}}}};
}

inline Operation append(Journal& journal, const Body& body) {
    return journal.append(std::span(&body, 1)).front();
}

// Registers one person after the other, each in a commit of its own.
inline std::vector<Operation> register_people(Journal& journal, int count) {
    std::vector<Operation> operations;
    operations.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        operations.push_back(append(journal, registration(static_cast<std::uint8_t>(i))));
    }
    return operations;
}

// Everything that one file holds of all devices but the reader's own, as an exchange sends it.
struct Parcel {
    std::vector<Operation> operations;
    std::vector<HeadSignature> signatures;
};

[[nodiscard]] inline Parcel pack(Journal& from) {
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

inline bool nothing_erased(const Operation&) {
    return false;
}

inline Result<JournalIntake> accept(Journal& to, const Parcel& parcel) {
    return to.accept(parcel.operations, parcel.signatures, nothing_erased);
}

// The event file and its WAL as they lie on the disk at this moment, as after a power cut.
struct FilesOnDisk {
    Bytes main;
    Bytes wal;

    static FilesOnDisk of(const std::filesystem::path& file) {
        return {read_file(file), read_file(wal_of(file))};
    }
    void put(const std::filesystem::path& file) const {
        std::error_code error;
        std::filesystem::remove(file.string() + "-shm", error);
        std::filesystem::remove(wal_of(file), error);
        write_file(file, ByteView(main));
        if (!wal.empty()) write_file(wal_of(file), ByteView(wal));
    }
};

}  // namespace stormote::testing
