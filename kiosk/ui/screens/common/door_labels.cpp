#include "kiosk/ui/screens/common/door_labels.h"

#include <algorithm>

#include "kiosk/ui/screens/common/event_views.h"
#include "kiosk/ui/shell/frame_views.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

constexpr std::int64_t crash_window_ms = 120'000;

}  // namespace

void DoorLabels::print(const Desk& desk, const CheckInOutcome& outcome) {
    if (outcome.verdict.verdict != Verdict::admitted || !outcome.verdict.attendee) return;
    print(job_of(desk, *outcome.verdict.attendee), {*outcome.verdict.attendee, clock_.wall_ms()});
}

void DoorLabels::print_again(const Desk& desk, const AttendeeId& attendee) {
    LabelJob job = job_of(desk, attendee);
    job.is_again = true;
    print(std::move(job), {attendee, clock_.wall_ms()});
}

void DoorLabels::print_waiting(const Desk& desk, const AskedLabel& label) {
    // Somebody may have been erased meanwhile.
    if (desk.state().find_attendee(label.attendee) == nullptr) return;
    print(job_of(desk, label.attendee), label);
}

bool DoorLabels::has_words_for(const Desk& desk, const AttendeeId& attendee) const {
    return paper_ == DoorPaper::name_label || !slip_of(desk.state(), attendee).group.empty();
}

void DoorLabels::print(LabelJob job, const AskedLabel& label) {
    if (paper_ == DoorPaper::slip && job.label.group.empty()) return;
    static_cast<void>(unprinted());  // what has been printed since is forgotten
    const bool is_waiting = std::any_of(asked_.begin(), asked_.end(), [&](const AskedLabel& known) {
        return known.attendee == label.attendee;
    });
    // One that waits comes out once, however often it is asked for.
    if (!is_waiting) asked_.push_back(label);
    queue_.print(std::move(job));
}

std::vector<AskedLabel> DoorLabels::unprinted() {
    const LabelStatus now = status();
    // They come out in the order in which they were asked for.
    const auto waiting = static_cast<std::size_t>(std::max(0, now.waiting));
    if (asked_.size() > waiting) {
        asked_.erase(asked_.begin(), asked_.end() - static_cast<std::ptrdiff_t>(waiting));
    }
    return is_in_trouble(now.condition) ? asked_ : std::vector<AskedLabel>();
}

void DoorLabels::print_latest(const Desk& desk) {
    const std::int64_t wall_ms = clock_.wall_ms();
    const EventState& state = desk.state();
    for (const auto& [id, attendee] : state.attendees()) {
        const Presence presence = presence_of(state, id);
        const bool is_latest = std::any_of(
            presence.standing.begin(), presence.standing.end(), [&](const CheckInFact *fact) {
                return state.device_table().device(fact->stamp.device()) == desk.device() &&
                       fact->wall_ms > wall_ms - crash_window_ms;
            });
        if (is_latest) print(job_of(desk, id), {id, wall_ms});
    }
}

LabelJob DoorLabels::job_of(const Desk& desk, const AttendeeId& id) const {
    const EventState& state = desk.state();
    LabelJob job;
    // Whoever looks at the printing system's list learns no name.
    job.title = "stormote " + to_string(id);
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return job;
    if (paper_ == DoorPaper::slip) {
        job.label = slip_of(state, id);
        return job;
    }
    job.label.name = attendee->full_name();
    job.label.organisation = state.organisation_of(*attendee, OrganisationField::name);
    job.label.group = groups_on_label(state, id);
    if (code_ == CodeOnLabel::ticket) {
        TicketCode code = ticket_code(desk, id);
        job.label.code = {code.side, std::move(code.dark)};
    }
    return job;
}

// "Group 3", or "Group 3 → 7 → 2" for somebody who changes tables between the rounds.
std::string DoorLabels::groups_on_label(const EventState& state, const AttendeeId& id) const {
    std::string groups;
    std::optional<GroupNumber> last;
    for (RoundNumber round = 1; round <= round_count(state); ++round) {
        const auto group = sitting_group(state, id, round);
        if (!group || group == last) continue;
        groups += groups.empty() ? texts_.get(Sentence{"Group {}"}, *group)
                                 : " → " + std::to_string(*group);
        last = group;
    }
    return groups;
}

// The round of the moment is what somebody looks for now; those to come are lines below it.
Label DoorLabels::slip_of(const EventState& state, const AttendeeId& id) const {
    Label slip;
    const std::int64_t wall_ms = clock_.wall_ms();
    const auto map = seating_map(state);
    std::optional<GroupNumber> last;
    for (RoundNumber round = round_time(state, wall_ms).now; round <= round_count(state); ++round) {
        const auto group = sitting_group(state, id, round);
        if (!group || group == last) continue;
        const std::string words = texts_.get(Sentence{"Group {}"}, *group);
        const std::string table = table_text(state, *group, texts_);
        if (slip.group.empty()) {
            slip.group = words;
            const std::string place = place_text(state, *group, map, texts_);
            for (const std::string& line : {table, place}) {
                if (!line.empty()) slip.lines.push_back(line);
            }
        } else {
            slip.lines.push_back(texts_.get(Sentence{"Round {}"}, round) + " · " + words +
                                 (table.empty() ? "" : " · " + table));
        }
        last = group;
    }
    const FrameView frame = frame_view(state, texts_, wall_ms);
    for (const std::string& line : {frame.programme_line, frame.event_line}) {
        if (!line.empty()) slip.lines.push_back(line);
    }
    return slip;
}

Sentence printing_words(DoorPaper paper) {
    return paper == DoorPaper::slip
               ? Sentence{"A slip with your group and table is printing – take it below."}
               : Sentence{"Your name label is printing – take it below."};
}

bool is_in_trouble(PrinterCondition condition) {
    return condition != PrinterCondition::ready && condition != PrinterCondition::busy;
}

}  // namespace stormote
