// Record builder: machines that keep event files, for tests. Time stands still, chance repeats
// itself, and a passphrase costs next to nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/journal/journal.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

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
    explicit Machine(std::filesystem::path state_directory, std::uint64_t seed = 1);

    [[nodiscard]] JournalEnvironment environment();

    Opening create(const std::filesystem::path& file,
                   const std::optional<std::string>& passphrase = std::nullopt,
                   const std::optional<JoinedEvent>& existing = std::nullopt);

    Opening open(const std::filesystem::path& file, JournalAccess access = JournalAccess::write,
                 MissingOperations missing = MissingOperations::refuse,
                 const std::optional<std::string>& passphrase = std::nullopt);
    Opening read(const std::filesystem::path& file) { return open(file, JournalAccess::read); }

    // A copy of the other file's event, that holds nothing yet, let in by the other.
    Opening join(const std::filesystem::path& file, const Journal& other,
                 DeviceRole role = DeviceRole::organiser);

    ManualClock clock;
    SeededRandom random;

  private:
    std::filesystem::path state_directory_;
};

// What lets a device join a journal's event.
[[nodiscard]] JoinedEvent invitation_to(const Journal& journal,
                                        DeviceRole role = DeviceRole::organiser);

[[nodiscard]] AttendeeId attendee_number(std::uint8_t number);

// "Somebody 7" is registered.
[[nodiscard]] Body registration(std::uint8_t number);

Operation append(Journal& journal, const Body& body);

// Registers one person after the other, each in a commit of its own.
std::vector<Operation> register_people(Journal& journal, int count);

// Everything that one file holds of all devices but the reader's own, as an exchange sends it.
struct Parcel {
    std::vector<Operation> operations;
    std::vector<HeadSignature> signatures;
};

[[nodiscard]] Parcel pack(Journal& from);

bool nothing_erased(const Operation&);

// The last reason where something was refused; the rest is taken all the same.
Result<JournalIntake> accept(Journal& to, const Parcel& parcel);

// The event file and its WAL as they lie on the disk at this moment, as after a power cut.
struct FilesOnDisk {
    Bytes main;
    Bytes wal;

    static FilesOnDisk of(const std::filesystem::path& file);
    void put(const std::filesystem::path& file) const;
};

}  // namespace stormote::testing
