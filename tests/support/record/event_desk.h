// EventDesk: a desk on an event file in a folder of its own, with a clock that stands still until
// it is told to move and ids from a seed. For tests; one thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

struct TestPerson {
    std::string given_name;
    std::string family_name;
    std::string organisation{};
    AttendeeRole role = AttendeeRole::civil;
    std::string email{};
    std::string origin = "list";
    std::string registered{};
};

class EventDesk {
  public:
    static constexpr std::int64_t evening_ms = 1'665'590'400'000;  // 2022-10-12T16:00:00Z
    static constexpr Actor staff{ActingRole::staff};

    explicit EventDesk(const std::string& starts = "2022-10-12T18:00", std::uint64_t seed = 1);
    ~EventDesk();
    EventDesk(const EventDesk&) = delete;
    EventDesk& operator=(const EventDesk&) = delete;

    [[nodiscard]] std::filesystem::path file() const { return folder_ / "event.stormote"; }
    [[nodiscard]] JournalEnvironment environment();
    Desk& operator*() { return *desk_; }
    Desk *operator->() { return desk_.get(); }
    [[nodiscard]] const EventState& state() const { return desk_->state(); }

    // Closes the file and opens it again: what was not written is gone.
    void reopen();

    // For a thread of its own; the file stays here.
    [[nodiscard]] std::unique_ptr<Desk> take() { return std::move(desk_); }

    void record(AttendeeId person, BodyContent content);
    void record(BodyContent content);

    AttendeeId add(const TestPerson& person);

    void describe(const std::string& organisation, const std::string& sector);

    // One thing about a group, as an organiser says it.
    void describe(GroupNumber group, GroupField field, const std::string& text);

    void come(const AttendeeId& person);

    ManualClock clock{evening_ms};

  private:
    TemporaryFolder folder_;
    SeededRandom random_;
    std::unique_ptr<Desk> desk_;
};

}  // namespace stormote::testing
