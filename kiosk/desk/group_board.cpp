#include "kiosk/desk/group_board.h"

#include <algorithm>
#include <charconv>

#include "kiosk/groups/even_out.h"
#include "kiosk/groups/explanation.h"
#include "sync/report/words.h"

namespace stormote {

namespace {

// Groups of this many talk well; the last may be smaller.
constexpr int usual_group_size = 8;

int number_of(const std::string& text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::max(0, number);
}

int last_group(const EventState& state) {
    return state.groups().empty() ? 0 : state.groups().rbegin()->first;
}

// Nobody whom the organiser has to place: they have left, or will not come.
bool is_on_board(const Attendee& attendee, PresenceKind presence) {
    if (attendee.fields.empty() || presence == PresenceKind::left) return false;
    return presence == PresenceKind::present || !is_cancelled(attendee);
}

bool is_facilitator_of_some(const EventState& state, const AttendeeId& id) {
    const std::string text = to_string(id);
    return std::any_of(state.groups().begin(), state.groups().end(), [&text](const auto& group) {
        return group.second.get(GroupField::facilitator) == text;
    });
}

std::vector<BoardGroup> groups_in(const EventState& state) {
    std::vector<BoardGroup> groups;
    for (const auto& [number, fields] : state.groups()) {
        groups.push_back({number, fields.get(GroupField::name), fields.get(GroupField::place),
                          number_of(fields.get(GroupField::capacity))});
    }
    return groups;
}

void drop_empty_criteria(MixProblem& problem) {
    std::erase_if(problem.criteria, [](const Criterion& criterion) {
        return std::all_of(criterion.values.begin(), criterion.values.end(),
                           [](const std::string& value) { return value.empty(); });
    });
}

// Where everybody sits, from 0, as the mix has it.
std::vector<int> groups_of(const EventState& state, const std::vector<AttendeeId>& attendees,
                           RoundNumber round) {
    std::vector<int> group_of_person;
    for (const AttendeeId& id : attendees) {
        const auto group = group_of(state, id, round);
        group_of_person.push_back(group && *group <= last_group(state) ? *group - 1 : no_group);
    }
    return group_of_person;
}

std::vector<int> groups_of(const GroupBoard& board, const std::optional<BoardMove>& move) {
    std::vector<int> group_of_person;
    for (const BoardPerson& person : board.people) {
        const bool is_moved = move && move->attendee == person.attendee;
        const GroupNumber group = is_moved ? move->to : person.group;
        group_of_person.push_back(group > 0 ? group - 1 : no_group);
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

// The problem with its columns and roles in the reader's words.
MixProblem in_words(MixProblem problem, const Texts& texts) {
    for (Criterion& criterion : problem.criteria) {
        if (criterion.name == "role") {
            for (std::string& value : criterion.values) {
                const auto role = parse_role(value);
                if (role) value = texts.get(role_word(*role).shown);
            }
        }
        if (criterion.name == "sector") criterion.name = texts.get(Sentence{"sector"});
        if (criterion.name == "role") criterion.name = texts.get(Sentence{"role"});
        if (criterion.name == "gender") criterion.name = texts.get(Sentence{"gender"});
    }
    return problem;
}

}  // namespace

const BoardPerson *GroupBoard::find(const AttendeeId& attendee) const {
    const auto found = std::find_if(people.begin(), people.end(), [&](const BoardPerson& person) {
        return person.attendee == attendee;
    });
    return found == people.end() ? nullptr : &*found;
}

GroupBoard read_board(const EventState& state, RoundNumber round) {
    GroupBoard board;
    board.round_count = static_cast<RoundNumber>(std::max<std::size_t>(1, state.plan().size()));
    board.round = std::clamp<RoundNumber>(round, 1, board.round_count);
    board.groups = groups_in(state);
    std::vector<AttendeeId> attendees;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        const PresenceKind presence = presence_of(state, named.id).kind;
        if (!is_on_board(*named.attendee, presence)) continue;
        attendees.push_back(named.id);
        BoardPerson& person = board.people.emplace_back();
        person.attendee = named.id;
        person.name = named.name;
        person.organisation = state.organisation_of(*named.attendee, OrganisationField::name);
        person.sector = state.organisation_of(*named.attendee, OrganisationField::sector);
        person.role = role_of(*named.attendee);
        person.is_here = presence == PresenceKind::present;
        person.is_locked = has_seat_lock(*named.attendee);
        person.is_facilitator = is_facilitator_of_some(state, named.id);
    }
    const std::vector<int> group_of_person = groups_of(state, attendees, board.round);
    for (std::size_t i = 0; i < board.people.size(); ++i) {
        board.people[i].group = group_of_person[i] + 1;
    }
    board.problem =
        mix_of(state, std::move(attendees), std::max(1, last_group(state)), board.round).problem;
    drop_empty_criteria(board.problem);
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
    if (person->is_facilitator) {
        return texts.get(Sentence{"{} leads a group."}, person->name);
    }
    if (person->is_locked) {
        return texts.get(Sentence{"{} sits in group {} because an organiser has locked the place."},
                         person->name, person->group);
    }
    MixPlan plan;
    plan.group_of = {groups_of(board, std::nullopt)};
    const auto place = static_cast<int>(person - board.people.data());
    const Words reason = explain_seat(in_words(board.problem, texts), plan, place, 0);
    return fill_in(std::string(texts.get(reason.sentence)), reason.arguments);
}

BoardProposal propose_moves(const EventState& state, RoundNumber round) {
    const GroupBoard board = read_board(state, round);
    BoardProposal proposal;
    proposal.is_of_those_here =
        std::any_of(board.people.begin(), board.people.end(),
                    [](const BoardPerson& person) { return person.is_here && person.group > 0; });
    std::vector<AttendeeId> attendees;
    for (const BoardPerson& person : board.people) {
        if (person.group == 0 || (proposal.is_of_those_here && !person.is_here)) continue;
        attendees.push_back(person.attendee);
    }
    proposal.people = attendees.size();
    if (attendees.empty()) return proposal;
    const std::vector<int> group_of_person = groups_of(state, attendees, board.round);
    EventMix mix = mix_of(state, std::move(attendees), last_group(state), board.round);
    drop_empty_criteria(mix.problem);
    EvenOutProposal found = propose_even_out(mix.problem, group_of_person);
    for (const ProposedMove& move : found.moves) {
        proposal.moves.push_back({mix.attendees[static_cast<std::size_t>(move.person)], board.round,
                                  move.from + 1, move.to + 1});
    }
    proposal.now = std::move(found.now.results);
    proposal.then = std::move(found.then.results);
    return proposal;
}

DealProposal propose_deal(const EventState& state, int group_count, std::uint64_t seed) {
    DealProposal proposal;
    EventMix mix = event_mix(state, group_count);
    mix.problem.seed = seed;
    mix.problem.round_count = static_cast<int>(std::max<std::size_t>(1, state.plan().size()));
    for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
        const Attendee& attendee = *state.find_attendee(mix.attendees[i]);
        const bool is_here = presence_of(state, mix.attendees[i]).kind == PresenceKind::present;
        if (is_here) keep_seat(state, mix, i, 1);
        if ((is_here || has_seat_lock(attendee)) && group_of(state, mix.attendees[i])) {
            ++proposal.staying;
        }
    }
    const std::vector<int> before = groups_of(state, mix.attendees, 1);
    proposal.draft = draft_of(mix, plan_mix(mix.problem));
    const std::vector<int>& after = proposal.draft.plan.group_of.front();
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] != no_group && before[i] != after[i]) ++proposal.moved;
    }
    return proposal;
}

int usual_group_count(const EventState& state) {
    if (const int groups = last_group(state); groups > 0) return groups;
    const auto people = static_cast<int>(seated_attendees(state).size());
    return std::max(1, (people + usual_group_size - 1) / usual_group_size);
}

bool move_person(Desk& desk, const BoardMove& move, Actor actor) {
    if (desk.state().find_attendee(move.attendee) == nullptr) return false;
    if (group_of(desk.state(), move.attendee, move.round).value_or(0) != move.from) return false;
    const Body body{{move.attendee}, actor.role, GroupMoved{move.round, move.to}};
    desk.record(std::span(&body, 1));
    return true;
}

void lock_seat(Desk& desk, const AttendeeId& attendee, SeatLock lock, Actor actor) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::seat_lock, lock == SeatLock::locked ? "locked" : "");
    const Body body{{attendee}, actor.role, AttendeeDescribed{fields.take()}};
    desk.record(std::span(&body, 1));
}

}  // namespace stormote
