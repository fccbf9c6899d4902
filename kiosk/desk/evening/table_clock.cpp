#include "kiosk/desk/evening/table_clock.h"

#include <optional>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

constexpr std::int64_t clock_minute_ms = 60'000;
constexpr std::int64_t ends_soon_ms = 2 * clock_minute_ms;

struct QuestionSpan {
    std::int64_t starts_ms = 0;
    std::int64_t ends_ms = 0;
};

std::optional<QuestionSpan> question_span(const AgendaQuestion& question) {
    const auto starts = instant_of(question.starts);
    const auto ends = instant_of(question.ends);
    if (!starts || !ends || *ends <= *starts) return std::nullopt;
    return QuestionSpan{*starts, *ends};
}

}  // namespace

TableClock table_clock(const EventState& state, std::int64_t wall_ms) {
    TableClock clock;
    std::size_t index = 0;
    for (const AgendaQuestion& question : agenda_questions(state)) {
        const auto span = question_span(question);
        if (span && wall_ms < span->starts_ms) {
            clock = {TableTime::before, index, clock_text(span->starts_ms), 0, 0, false};
            return clock;
        }
        if (span && wall_ms < span->ends_ms) {
            const std::int64_t left_ms = span->ends_ms - wall_ms;
            const auto whole_ms = static_cast<float>(span->ends_ms - span->starts_ms);
            clock.time = TableTime::during;
            clock.question = index;
            clock.next_text = clock_text(span->ends_ms);
            clock.minutes_left =
                static_cast<int>((left_ms + clock_minute_ms - 1) / clock_minute_ms);
            clock.share_left = static_cast<float>(left_ms) / whole_ms;
            clock.ends_soon = left_ms <= ends_soon_ms;
            return clock;
        }
        if (span) clock.time = TableTime::after;
        ++index;
    }
    return clock;
}

}  // namespace stormote
