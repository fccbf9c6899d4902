#include "kiosk/mail/follow_up_calendar.h"

#include <algorithm>

#include "kiosk/mail/calendar.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// As much of a text as a calendar shows of an entry.
std::string shortened(const std::string& text) {
    constexpr std::size_t most = 80;
    const std::string line = trim_text(text);
    if (count_code_points(line) <= most) return line;
    std::string begin;
    std::size_t characters = 0;
    for (const char c : line) {
        const bool is_first_byte = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (is_first_byte && ++characters > most) break;
        begin += c;
    }
    return trim_text(begin) + "…";
}

std::string description(const FollowUpItem& item, const Texts& texts) {
    std::string lines = item.text;
    const auto add = [&](Sentence heading, const std::string& value) {
        if (!value.empty()) lines += "\n" + texts.get(heading) + ": " + value;
    };
    add({"Owner"}, item.follow_up.owner);
    add({"Department"}, item.follow_up.department);
    add({"State"}, texts.get(follow_up_state_word(item.follow_up.state).shown));
    return lines;
}

void add_alarm(CalendarWriter& calendar, const std::string& summary) {
    calendar.begin("VALARM");
    calendar.put("ACTION", "DISPLAY");
    calendar.put_text("DESCRIPTION", summary);
    // The day begins at midnight: at eight, seven days before.
    calendar.put("TRIGGER", "-P6DT16H");
    calendar.end("VALARM");
}

}  // namespace

std::string write_follow_up_calendar(const EventState& state,
                                     const std::vector<FollowUpItem>& items, const Texts& texts) {
    // Entries, not tasks: few calendars take tasks in from a file.
    CalendarWriter calendar("Follow-up");
    const std::int64_t stamp_ms = instant_of(state.setting(SettingField::ends)).value_or(0);
    // Grows with every operation and from one meeting to the next, so that what was written later
    // replaces what was before.
    const std::int64_t starts_ms = instant_of(state.setting(SettingField::starts)).value_or(0);
    const std::uint64_t sequence = std::min<std::uint64_t>(
        static_cast<std::uint64_t>(std::max<std::int64_t>(starts_ms, 0)) / 60'000 +
            state.highest_lamport(),
        INT32_MAX);
    for (const FollowUpItem& item : items) {
        const FollowUp& known = item.follow_up;
        if (!is_date(known.due)) continue;
        const std::string summary = texts.get(item.kind.shown) + ": " + shortened(item.text);
        calendar.begin("VEVENT");
        // The same at the next meeting, to which it may be carried.
        calendar.put("UID", item.id() + "@stormote");
        calendar.put("DTSTAMP", calendar_time(stamp_ms));
        calendar.put("SEQUENCE", std::to_string(sequence));
        calendar.put("DTSTART;VALUE=DATE", calendar_date(known.due));
        calendar.put_text("SUMMARY", summary);
        calendar.put_text("DESCRIPTION", description(item, texts));
        // Nobody is busy that day.
        calendar.put("TRANSP", "TRANSPARENT");
        if (is_settled(known.state)) {
            calendar.put("STATUS", "CANCELLED");
        } else {
            add_alarm(calendar, summary);
        }
        calendar.end("VEVENT");
    }
    return calendar.finish();
}

}  // namespace stormote
