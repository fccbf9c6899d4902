#include "kiosk/desk/evening/evening_report.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/report/published_notes.h"

namespace stormote {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t lately_ms = 5 * minute_ms;
// Of fewer nobody can say how fast people come.
constexpr int least_for_forecast = 3;
constexpr std::int64_t start_before_ms = 5 * minute_ms;
constexpr std::int64_t start_after_ms = 5 * minute_ms;
constexpr std::int64_t closing_before_ms = 15 * minute_ms;
// After the end somebody still locks up. An event that does not say when it ends lasts so long.
constexpr std::int64_t over_after_ms = 3 * hour_ms;
constexpr std::int64_t usual_length_ms = 4 * hour_ms;

struct Span {
    std::int64_t starts_ms = 0;
    std::int64_t ends_ms = 0;
};

// When questions are discussed, in the order of the agenda. One that does not say when it ends
// lasts until the next begins, or the event ends.
std::vector<Span> question_spans(const EventState& state, std::int64_t event_ends_ms) {
    std::vector<Span> spans;
    bool is_open = false;  // the last one
    for (const AgendaQuestion& question : agenda_questions(state)) {
        const auto starts = instant_of(question.starts);
        if (!starts) continue;
        if (is_open) spans.back().ends_ms = *starts;
        const auto ends = instant_of(question.ends);
        spans.push_back({*starts, ends.value_or(event_ends_ms)});
        is_open = !ends;
    }
    return spans;
}

// The times of the evening.
struct Hours {
    std::int64_t starts_ms = 0;
    std::int64_t ends_ms = 0;  // as said, or as usual
    bool says_end = false;
    std::vector<Span> questions;

    // When the tables begin to talk; without an agenda when the event does.
    [[nodiscard]] std::int64_t talks_ms() const {
        std::optional<std::int64_t> first;
        for (const Span& span : questions) {
            first = std::min(first.value_or(span.starts_ms), span.starts_ms);
        }
        return std::max(starts_ms, first.value_or(starts_ms));
    }
    [[nodiscard]] const Span *running(std::int64_t now_ms) const {
        for (const Span& span : questions) {
            if (now_ms >= span.starts_ms && now_ms < span.ends_ms) return &span;
        }
        return nullptr;
    }
};

std::optional<Hours> hours_of(const EventState& state) {
    const auto starts = instant_of(state.setting(SettingField::starts));
    if (!starts) return std::nullopt;
    const auto ends = instant_of(state.setting(SettingField::ends));
    Hours hours;
    hours.starts_ms = *starts;
    hours.ends_ms = ends.value_or(*starts + usual_length_ms);
    hours.says_end = ends.has_value();
    hours.questions = question_spans(state, hours.ends_ms);
    return hours;
}

EveningPhase phase_of(const EventState& state, const Hours& hours, std::int64_t now_ms) {
    if (meeting_ended_ms(state)) return EveningPhase::ended;
    if (opens_later(state, now_ms)) return EveningPhase::before;
    if (now_ms >= hours.ends_ms + over_after_ms) return EveningPhase::over;
    if (now_ms < hours.starts_ms - start_before_ms) return EveningPhase::arrival;
    if (hours.says_end && now_ms >= hours.ends_ms - closing_before_ms) {
        return EveningPhase::closing;
    }
    return now_ms < hours.talks_ms() + start_after_ms ? EveningPhase::start : EveningPhase::talks;
}

EveningTimes times_of(const EventState& state, const Hours& hours) {
    EveningTimes times;
    times.doors_ms = instant_of(state.setting(SettingField::doors));
    times.starts_ms = hours.starts_ms;
    times.talks_ms = hours.talks_ms();
    times.ended_ms = meeting_ended_ms(state);
    if (hours.says_end) {
        times.closing_ms = hours.ends_ms - closing_before_ms;
        times.ends_ms = hours.ends_ms;
    }
    return times;
}

class Reader {
  public:
    Reader(const EventState& state, std::int64_t now_ms, EveningPhase phase, const Hours& hours)
        : state_(state), now_ms_(now_ms) {
        report_.phase = phase;
        report_.times = times_of(state, hours);
        report_.round = round_time(state, now_ms).now;
        const Span *question = hours.running(now_ms);
        report_.is_question_running = question != nullptr;
        is_silence_told_ = question != nullptr && now_ms >= question->starts_ms + silence_ms;
    }

    EveningReport read() {
        for (const GroupNumber group : open_groups(state_)) tables_[group].group = group;
        for (const auto& [id, attendee] : state_.attendees()) count(id, attendee);
        for (const auto& [id, presence] : unknown_arrivals(state_)) count(presence);
        read_notes();
        for (const auto& [group, table] : tables_) report_.tables += table.expected > 0 ? 1 : 0;
        for (auto& [group, table] : tables_) judge(table);
        report_.all_here_ms = forecast();
        report_.message = table_message(state_, now_ms_);
        if (report_.phase == EveningPhase::closing || report_.phase == EveningPhase::ended) {
            count_left_behind();
        }
        return std::move(report_);
    }

  private:
    void count(const Presence& presence) {
        if (presence.first == nullptr) return;
        const std::int64_t came_ms = corrected_ms(state_, *presence.first);
        if (came_ms > now_ms_ - lately_ms && came_ms <= now_ms_) ++report_.came;
        ++(presence.kind == PresenceKind::present ? report_.here : report_.gone);
    }

    void count(const AttendeeId& id, const Attendee& attendee) {
        if (attendee.fields.empty()) return;
        const Presence presence = presence_of(state_, id);
        count(presence);
        if (presence.kind == PresenceKind::expected && !is_cancelled(attendee)) {
            ++report_.still_to_come;
        }
        if (!needs_seat(attendee, presence.kind)) return;
        const auto group = sitting_group(state_, id, report_.round);
        const auto table = group ? tables_.find(*group) : tables_.end();
        if (table == tables_.end()) return;
        ++table->second.expected;
        if (presence.kind == PresenceKind::present) ++table->second.here;
    }

    void read_notes() {
        if (!is_silence_told_) return;
        for (const auto& [id, note] : state_.notes()) {
            for (const NoteVersion& version : note.versions) {
                const auto table = tables_.find(version.content.group);
                if (table == tables_.end()) continue;
                const std::int64_t written_ms =
                    corrected_ms(state_, version.stamp, version.wall_ms);
                auto& last = table->second.last_note_ms;
                last = std::max(last.value_or(written_ms), written_ms);
            }
        }
    }

    void judge(TableCare& table) {
        if (const auto leader = facilitator_of(state_, table.group)) {
            ++report_.facilitators;
            table.facilitator = state_.find_attendee(*leader)->full_name();
            if (presence_of(state_, *leader).kind != PresenceKind::present) {
                report_.without_facilitator.push_back(table);
            }
        }
        if (table.expected == 0) return;
        if (table.here < least_at_table && report_.tables > 1) report_.small.push_back(table);
        const bool is_silent = !table.last_note_ms || *table.last_note_ms <= now_ms_ - silence_ms;
        if (is_silence_told_ && table.here > 0 && is_silent) report_.silent.push_back(table);
    }

    [[nodiscard]] std::optional<std::int64_t> forecast() const {
        if (report_.came < least_for_forecast || report_.still_to_come == 0) return std::nullopt;
        const std::int64_t left_ms = lately_ms * report_.still_to_come / report_.came;
        if (left_ms > hour_ms) return std::nullopt;
        return now_ms_ + left_ms;
    }

    void count_chosen() {
        std::set<GroupNumber> groups;
        for (const auto& [id, note] : state_.notes()) {
            const auto heads = note.heads(state_.device_table());
            if (heads.empty() || heads.back()->content.state == NoteState::withdrawn) continue;
            if (!is_chosen(state_, id)) continue;
            ++report_.chosen;
            groups.insert(heads.back()->content.group);
        }
        report_.choosing = static_cast<int>(groups.size());
    }

    void count_left_behind() {
        count_chosen();
        report_.survey_answers = static_cast<int>(state_.answer_sheets().size());
        std::set<AttendeeId> askers;
        for (const auto& [key, message] : state_.messages()) {
            if (message.content.kind == MessageKind::contact && key.person) {
                askers.insert(*key.person);
            }
        }
        report_.contacts = static_cast<int>(askers.size());
        for (const auto& [id, fields] : state_.organisations()) {
            if (!fields.get(OrganisationField::joined).empty()) ++report_.joined;
        }
    }

    const EventState& state_;
    std::int64_t now_ms_;
    bool is_silence_told_ = false;
    EveningReport report_;
    std::map<GroupNumber, TableCare> tables_;  // the open ones
};

}  // namespace

std::int64_t corrected_now_ms(const Desk& desk, std::int64_t wall_ms) {
    return wall_ms + desk.state().clock_offset_ms(desk.device());
}

bool opens_later(const EventState& state, std::int64_t now_ms) {
    const std::string& doors = state.setting(SettingField::doors);
    const auto opening = instant_of(doors.empty() ? state.setting(SettingField::starts) : doors);
    if (!opening || now_ms >= *opening) return false;
    return std::none_of(state.attendees().begin(), state.attendees().end(), [&](const auto& each) {
        return presence_of(state, each.first).kind != PresenceKind::expected;
    });
}

std::optional<EveningReport> report_evening(const EventState& state, std::int64_t now_ms) {
    const auto hours = hours_of(state);
    if (!hours) return std::nullopt;
    return Reader(state, now_ms, phase_of(state, *hours, now_ms), *hours).read();
}

}  // namespace stormote
