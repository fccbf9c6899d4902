#include "kiosk/desk/board/group_board.h"

#include <algorithm>
#include <map>

#include "kiosk/desk/mix_words.h"
#include "kiosk/groups/explanation.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

// Groups of this many talk well; the last may be smaller.
constexpr int usual_group_size = 8;

// By who leads them; closed ones are led by nobody.
std::map<AttendeeId, GroupNumber> led_groups_of(const EventState& state) {
    std::map<AttendeeId, GroupNumber> groups;
    for (const auto& [group, fields] : state.groups()) {
        const auto facilitator = facilitator_of(state, fields);
        if (facilitator && !is_closed(fields)) groups.emplace(*facilitator, group);
    }
    return groups;
}

std::vector<BoardGroup> groups_in(const EventState& state) {
    std::vector<BoardGroup> groups;
    for (const auto& [number, fields] : state.groups()) {
        if (number == 0) continue;
        groups.push_back({number, fields.get(GroupField::name), fields.get(GroupField::place),
                          capacity_of(fields).value_or(0), is_closed(fields),
                          facilitator_of(state, fields)});
    }
    return groups;
}

// A mix has a group, even where all have closed.
std::vector<GroupNumber> groups_of_mix(const EventState& state) {
    std::vector<GroupNumber> groups = open_groups(state);
    if (groups.empty()) groups.push_back(no_group);
    return groups;
}

// Where everybody sits, as the mix has it.
std::vector<int> groups_of(const GroupBoard& board, const std::optional<BoardMove>& move) {
    std::vector<int> group_of_person;
    for (const BoardPerson& person : board.people) {
        const bool is_moved = move && move->attendee == person.attendee;
        group_of_person.push_back(board.problem.place_of(is_moved ? move->to : person.group));
    }
    return group_of_person;
}

// Whoever has no group is not there.
void note_absent(MixProblem& problem, const std::vector<int>& group_of_person) {
    problem.rounds_stayed.clear();
    for (const int group : group_of_person) {
        problem.rounds_stayed.push_back(group == no_group ? 0 : 1);
    }
}

bool has_anybody(const std::vector<int>& group_of_person) {
    return std::any_of(group_of_person.begin(), group_of_person.end(),
                       [](int group) { return group != no_group; });
}

}  // namespace

const BoardPerson *GroupBoard::find(const AttendeeId& attendee) const {
    const auto found = std::find_if(people.begin(), people.end(), [&](const BoardPerson& person) {
        return person.attendee == attendee;
    });
    return found == people.end() ? nullptr : &*found;
}

const BoardGroup *GroupBoard::find(GroupNumber group) const {
    const auto found =
        std::lower_bound(groups.begin(), groups.end(), group,
                         [](const auto& known, auto wanted) { return known.number < wanted; });
    return found == groups.end() || found->number != group ? nullptr : &*found;
}

std::size_t GroupBoard::open_count() const {
    return static_cast<std::size_t>(std::count_if(
        groups.begin(), groups.end(), [](const BoardGroup& group) { return !group.is_closed; }));
}

std::size_t GroupBoard::people_in(GroupNumber group) const {
    return static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(),
                      [group](const BoardPerson& person) { return person.group == group; }));
}

GroupBoard read_board(const EventState& state, RoundNumber round) {
    GroupBoard board;
    board.round_count = static_cast<RoundNumber>(std::max<std::size_t>(1, state.plan().size()));
    board.round = std::clamp<RoundNumber>(round, 1, board.round_count);
    board.groups = groups_in(state);
    const std::map<AttendeeId, GroupNumber> led_groups = led_groups_of(state);
    std::vector<AttendeeId> attendees;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        const PresenceKind presence = presence_of(state, named.id).kind;
        if (!needs_seat(*named.attendee, presence)) continue;
        attendees.push_back(named.id);
        BoardPerson& person = board.people.emplace_back();
        person.attendee = named.id;
        person.name = named.name;
        person.organisation = state.organisation_of(*named.attendee, OrganisationField::name);
        person.sector = state.organisation_of(*named.attendee, OrganisationField::sector);
        person.role = role_of(*named.attendee);
        person.is_here = presence == PresenceKind::present;
        person.is_locked = has_seat_lock(*named.attendee);
        const auto led = led_groups.find(named.id);
        if (led != led_groups.end()) person.leads = led->second;
        const auto group = group_of(state, named.id, board.round);
        if (group && state.groups().contains(*group)) person.group = *group;
    }
    board.problem = mix_of(state, std::move(attendees), groups_of_mix(state), board.round).problem;
    drop_empty_criteria(board.problem);
    board.room = seating_map(state);
    return board;
}

std::vector<CriterionResult> judge_board(const GroupBoard& board,
                                         const std::optional<BoardMove>& move) {
    std::vector<int> group_of_person = groups_of(board, move);
    if (!has_anybody(group_of_person)) return {};
    MixProblem problem = board.problem;
    note_absent(problem, group_of_person);
    return judge_mix(problem, {std::move(group_of_person)}).results;
}

std::string explain_place(const GroupBoard& board, const AttendeeId& attendee, const Texts& texts) {
    const BoardPerson *person = board.find(attendee);
    if (person == nullptr || person->group == 0) return "";
    if (board.problem.place_of(person->group) == no_group) {
        return texts.get(Sentence{"{} sits in group {}, which is closed."}, person->name,
                         person->group);
    }
    if (person->leads > 0) {
        return texts.get(Sentence{"{} leads a group."}, person->name);
    }
    if (person->is_locked) {
        return texts.get(Sentence{"{} sits in group {} because an organiser has locked the place."},
                         person->name, person->group);
    }
    MixPlan plan;
    plan.group_of = {groups_of(board, std::nullopt)};
    const auto place = static_cast<int>(person - board.people.data());
    const LocalizedMessage reason = explain_seat(in_words(board.problem, texts), plan, place, 0);
    return texts.say(reason);
}

int usual_group_count(const EventState& state) {
    if (const auto groups = open_groups(state); !groups.empty()) {
        return static_cast<int>(groups.size());
    }
    const auto people = static_cast<int>(seated_attendees(state).size());
    return std::max(1, (people + usual_group_size - 1) / usual_group_size);
}

void lock_seat(Desk& desk, const AttendeeId& attendee, SeatLock lock, Actor actor) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::seat_lock, lock == SeatLock::locked ? "locked" : "");
    const Body body{{attendee}, actor.role, AttendeeDescribed{fields.take()}};
    desk.record(std::span(&body, 1));
}

}  // namespace stormote
