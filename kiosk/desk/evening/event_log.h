// Event log: the newest of what was done at an event, in plain words, the newest first. That a
// table put its notes in order is left out: it would leave little room for all else. Reads the
// whole record: ask for it once, not again and again. The desk's thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/base/texts.h"

namespace stormote {

struct EventLog {
    struct Line {
        std::string day;   // "2022-10-12"
        std::string text;  // "18.05 · Entré 1 · Personal · Checkade in: Åsa Öberg"
    };
    std::vector<Line> lines;
    std::size_t count = 0;  // of all that it could tell
};

[[nodiscard]] EventLog read_event_log(const Desk& desk, std::size_t most, const Texts& texts);

}  // namespace stormote
