#include "kiosk/desk/event_mix.h"

#include <algorithm>
#include <charconv>

#include "sync/model/presence.h"

namespace stormote {

namespace {

std::string value_of(const EventState& state, const Attendee& attendee, const std::string& column) {
    if (column == "organisation") {
        return state.organisation_of(attendee, OrganisationField::name);
    }
    if (column == "sector") return state.organisation_of(attendee, OrganisationField::sector);
    if (column == "role") return role_name(role_of(attendee));
    return attendee.get(column == "gender" ? AttendeeField::gender : AttendeeField::language);
}

void add_group_wishes(const EventState& state, EventMix& mix) {
    MixProblem& problem = mix.problem;
    problem.uncounted.assign(problem.people.size(), 0);
    for (const auto& [group, fields] : state.groups()) {
        if (group > problem.group_count) continue;
        const std::string& chairs = fields.get(GroupField::capacity);
        int capacity = 0;
        const auto read = std::from_chars(chairs.data(), chairs.data() + chairs.size(), capacity);
        if (read.ec == std::errc() && capacity > 0) {
            problem.wishes.push_back({WishKind::capacity, {}, {group - 1}, capacity, ""});
        }
        for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
            if (fields.get(GroupField::facilitator) != to_string(mix.attendees[i])) continue;
            problem.wishes.push_back(
                {WishKind::in_group, {static_cast<int>(i)}, {group - 1}, 0, ""});
            problem.uncounted[i] = 1;
        }
    }
}

}  // namespace

std::vector<AttendeeId> seated_attendees(const EventState& state) {
    std::vector<AttendeeId> ids;
    for (const auto& [id, attendee] : state.attendees()) {
        if (!attendee.fields.empty() && !is_cancelled(attendee)) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool has_seat_lock(const Attendee& attendee) {
    return attendee.get(AttendeeField::seat_lock) == "locked";
}

EventMix event_mix(const EventState& state, int group_count) {
    return mix_of(state, seated_attendees(state), group_count, 1);
}

void keep_seat(const EventState& state, EventMix& mix, std::size_t person, RoundNumber round) {
    const auto group = group_of(state, mix.attendees[person], round);
    if (!group || *group > mix.problem.group_count) return;
    const int place = static_cast<int>(person);
    const auto& wishes = mix.problem.wishes;
    const bool has_place = std::any_of(wishes.begin(), wishes.end(), [place](const Wish& wish) {
        return wish.kind == WishKind::in_group && wish.people.front() == place;
    });
    if (has_place) return;
    mix.problem.wishes.push_back({WishKind::in_group, {place}, {*group - 1}, 0, ""});
}

EventMix mix_of(const EventState& state, std::vector<AttendeeId> attendees, int group_count,
                RoundNumber round) {
    EventMix mix;
    mix.attendees = std::move(attendees);
    mix.problem.group_count = group_count;
    mix.columns = standard_criteria();
    mix.columns.push_back({"language", CriterionKind::spread, {}, 1});
    for (const AttendeeId& id : mix.attendees) {
        const Attendee& attendee = *state.find_attendee(id);
        mix.problem.people.push_back(attendee.full_name());
        for (Criterion& column : mix.columns) {
            column.values.push_back(value_of(state, attendee, column.name));
        }
    }
    mix.problem.criteria.assign(mix.columns.begin(), mix.columns.end() - 1);
    add_group_wishes(state, mix);
    for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
        if (has_seat_lock(*state.find_attendee(mix.attendees[i]))) {
            keep_seat(state, mix, i, round);
        }
    }
    return mix;
}

void add_person(EventMix& mix, const std::string& organisation, const std::string& sector,
                AttendeeRole role) {
    mix.problem.people.emplace_back();
    mix.problem.uncounted.push_back(0);
    for (auto *criteria : {&mix.problem.criteria, &mix.columns}) {
        for (Criterion& criterion : *criteria) {
            std::string value;
            if (criterion.name == "organisation") value = organisation;
            if (criterion.name == "sector") value = sector;
            if (criterion.name == "role") value = role_name(role);
            criterion.values.push_back(value);
        }
    }
}

GroupDraft draft_of(const EventMix& mix, MixPlan plan) {
    GroupDraft draft;
    draft.group_count = mix.problem.group_count;
    for (const std::vector<int>& group_of : plan.group_of) {
        auto& seats = draft.rounds.emplace_back();
        for (std::size_t i = 0; i < group_of.size(); ++i) {
            if (group_of[i] != no_group) seats.push_back({mix.attendees[i], group_of[i] + 1});
        }
    }
    const GroupCosts sum = sum_up(plan);
    draft.cost = sum.cost;
    draft.bound = sum.bound;
    draft.plan = std::move(plan);
    return draft;
}

}  // namespace stormote
