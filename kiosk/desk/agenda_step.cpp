#include "kiosk/desk/agenda_step.h"

#include "sync/base/local_time.h"

namespace stormote {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t date_length = 10;  // of "2022-10-12"

std::string later(const std::string& local_time, int minutes) {
    const auto instant = instant_of(local_time);
    return instant ? local_time_of(*instant + minutes * minute_ms) : local_time;
}

}  // namespace

Result<> take_step(Desk& desk, const AgendaStep& step, Actor actor) {
    const EventState& state = desk.state();
    if (agenda_of(state) != step.from) {
        return input_error({"Somebody else has changed the agenda meanwhile. Nothing was saved."});
    }
    for (const AgendaFault& fault : check_agenda(state, step.to)) return fault.message;
    std::vector<Body> bodies = change_agenda(state, step.to);
    for (Body& body : bodies) body.acting_role = actor.role;
    if (!bodies.empty()) desk.record(bodies);
    return Done{};
}

Agenda delay_agenda(const EventState& state, std::int64_t wall_ms, int minutes) {
    Agenda delayed = agenda_of(state);
    const std::string now = local_time_of(wall_ms);
    for (AgendaQuestion& question : delayed.questions) {
        if (question.starts > now) question.starts = later(question.starts, minutes);
        if (question.ends > now) question.ends = later(question.ends, minutes);
    }
    for (ProgrammeItem& item : delayed.programme) {
        const std::string at = time_of_evening(state, item.starts);
        if (at > now) item.starts = later(at, minutes).substr(date_length + 1);
    }
    return delayed;
}

}  // namespace stormote
