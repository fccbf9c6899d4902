// Ready views: the rows of the ready page, from what the event's record and the machine answered.
// Pure; any thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/device/readiness/trial_thread.h"
#include "kiosk/ui/screens/readiness/ready_page.h"
#include "sync/base/texts.h"

namespace stormote {

// A code that somebody held up while the page was open.
struct ShownTicket {
    bool is_ticket = false;  // of this event
    std::int64_t at_ms = 0;
};

// Where a point is settled by touch.
enum class ReadyPlace : std::uint8_t { groups, agenda, files };

struct ReadyReading {
    std::vector<ReadyPoint> event;
    TrialAnswers machine;
    std::optional<ShownTicket> scanned{};
    std::optional<ShownTicket> held_up{};  // to the camera
};

// What the page's buttons can do here.
struct ReadyAbilities {
    bool opens_tabs = false;
    bool plays = false;
    bool synchronises = false;
};

struct ReadyCounts {
    std::size_t missing = 0;
    std::size_t looks = 0;
    std::size_t trying = 0;
};

// What is missing first, then what needs a look, then what is ready.
[[nodiscard]] std::vector<ReadyRow> ready_rows(const ReadyReading& reading,
                                               const ReadyAbilities& abilities, const Texts& texts);
// "A ticket was read at 17.02. Nobody was checked in."
[[nodiscard]] std::string shown_text(const ShownTicket& shown, const Texts& texts);
[[nodiscard]] ReadyCounts count_ready(const std::vector<ReadyRow>& rows);
// "Missing: 2. To look over: 4."
[[nodiscard]] std::string ready_summary(const ReadyCounts& counts, const Texts& texts);
// Where the row's button leads; nothing for one that does something on the page.
[[nodiscard]] std::optional<ReadyPlace> place_of(const std::string& row_id);

}  // namespace stormote
