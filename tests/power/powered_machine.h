// PoweredMachine: a machine with an event, the real program `stormote`, and a disk that forgets in
// a power cut what was not synced. One thread.
#pragma once

#include <functional>
#include <set>

#include "sync/journal/file/event_file.h"
#include "tests/support/machine/forgetful_disk.h"
#include "tests/support/machine/process.h"

namespace stormote::testing {

class PoweredMachine {
  public:
    // "mote" holds so many invented people, and is wholly on the disk.
    explicit PoweredMachine(int people = 12);

    [[nodiscard]] ForgetfulDisk& disk() { return disk_; }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return disk_.folder() / name;
    }
    // One for each person, in the order of the list.
    [[nodiscard]] const std::vector<std::string>& tickets() const { return tickets_; }

    // The program; where a moment is given, it is killed instead of making that sync.
    [[nodiscard]] Finished run(std::vector<std::string> words,
                               std::optional<int> cut_at_sync = {}) const;
    // The answer of a call that must succeed.
    std::string must(const std::vector<std::string>& words) const;

    // Runs a command again and again, each time on the disk as it is now, and cuts the power at
    // its first sync, then at its second, and so on, at last right after its end. `check` gets what
    // the program had said until then, and meets the disk that is left. `command` is asked for the
    // command's words each time, and may prepare the disk.
    using Command = std::function<std::vector<std::string>()>;
    void cut_at_every_moment(const Command& command, Unsynced unsynced,
                             const std::function<void(const Finished&)>& check);
    void cut_at_every_moment(const std::vector<std::string>& words, Unsynced unsynced,
                             const std::function<void(const Finished&)>& check) {
        cut_at_every_moment([&words] { return words; }, unsynced, check);
    }

    // The event file is sound, and its chains are whole: what `stormote verify` looks at, without
    // the cost of starting it at every moment.
    void verify(const std::string& file = "mote", JournalAccess access = JournalAccess::read) const;
    // Names of those who are present, by the list of attendance.
    [[nodiscard]] std::multiset<std::string> present() const;
    // The chain hashes of all operations.
    [[nodiscard]] std::set<std::string> record() const;

  private:
    ForgetfulDisk disk_;
    std::vector<std::string> tickets_;
};

// The names that `check-in` said it let in.
[[nodiscard]] std::multiset<std::string> admitted(const Finished& check_in);

// The columns of each line.
[[nodiscard]] std::vector<std::vector<std::string>> columns_of(const std::string& text,
                                                               char separator);

}  // namespace stormote::testing
