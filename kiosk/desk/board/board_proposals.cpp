#include "kiosk/desk/board/board_proposals.h"

#include <algorithm>
#include <cassert>
#include <set>

#include "kiosk/groups/even_out.h"
#include "kiosk/groups/mix_plan.h"

namespace stormote {

namespace {

// Some people of a board, with the groups that they have, as a mix in its open groups.
struct BoardMix {
    EventMix mix;
    std::vector<int> group_of;  // by person; closed groups come after the open ones
    std::vector<GroupNumber> numbers;

    [[nodiscard]] GroupNumber number(int group) const {
        return numbers[static_cast<std::size_t>(group)];
    }
};

BoardMix mix_of_board(const EventState& state, const GroupBoard& board,
                      const std::vector<const BoardPerson *>& people,
                      std::vector<GroupNumber> groups) {
    BoardMix mix;
    mix.numbers = groups;
    std::vector<AttendeeId> attendees;
    for (const BoardPerson *person : people) {
        attendees.push_back(person->attendee);
        auto place = std::find(mix.numbers.begin(), mix.numbers.end(), person->group);
        if (place == mix.numbers.end()) place = mix.numbers.insert(place, person->group);
        mix.group_of.push_back(static_cast<int>(place - mix.numbers.begin()));
    }
    mix.mix = mix_of(state, std::move(attendees), std::move(groups), board.round);
    drop_empty_criteria(mix.mix.problem);
    return mix;
}

std::vector<BoardMove> moves_of(const BoardMix& mix, const std::vector<ProposedMove>& proposed,
                                RoundNumber round) {
    std::vector<BoardMove> moves;
    moves.reserve(proposed.size());
    for (const ProposedMove& move : proposed) {
        moves.push_back({mix.mix.attendees[static_cast<std::size_t>(move.person)], round,
                         mix.number(move.from), mix.number(move.to)});
    }
    return moves;
}

std::vector<CriterionResult> judge_groups(const MixProblem& problem, std::vector<int> group_of) {
    return judge_mix(problem, {std::move(group_of)}).results;
}

// One round of a group that closes.
class RoundOfClosing {
  public:
    RoundOfClosing(const EventState& state, GroupNumber group, RoundNumber round)
        : state_(state), group_(group), board_(read_board(state, round)) {
        for (const BoardPerson& person : board_.people) {
            if (person.group > 0) seated_.push_back(&person);
        }
        groups_ = open_groups(state);
        std::erase(groups_, group);
    }

    [[nodiscard]] const GroupBoard& board() const { return board_; }

    void add_moves(std::optional<GroupNumber> into, ClosingProposal& proposal) {
        const std::vector<BoardMove> moves = into ? moves_into(*into) : moves_to_all();
        proposal.step.moves.insert(proposal.step.moves.end(), moves.begin(), moves.end());
    }

    // What the groups cost now, and with those moves.
    void judge(ClosingProposal& proposal) const {
        proposal.now = judge_board(board_);
        GroupBoard then = board_;
        for (const BoardMove& move : proposal.step.moves) {
            if (move.round != board_.round) continue;
            for (BoardPerson& person : then.people) {
                if (person.attendee == move.attendee) person.group = move.to;
            }
        }
        std::vector<const BoardPerson *> people;
        for (const BoardPerson& person : then.people) {
            if (std::binary_search(groups_.begin(), groups_.end(), person.group)) {
                people.push_back(&person);
            }
        }
        if (people.empty()) return;
        const BoardMix mix = mix_of_board(state_, then, people, groups_);
        proposal.then = judge_groups(mix.mix.problem, mix.group_of);
    }

  private:
    [[nodiscard]] std::vector<BoardMove> moves_into(GroupNumber into) const {
        std::vector<BoardMove> moves;
        for (const BoardPerson *person : seated_) {
            if (person->group != group_) continue;
            moves.push_back({person->attendee, board_.round, group_, into});
        }
        return moves;
    }

    // Nobody else is asked to stand up: all others stay where they are.
    [[nodiscard]] std::vector<BoardMove> moves_to_all() const {
        std::vector<const BoardPerson *> people;
        for (const BoardPerson *person : seated_) {
            const bool is_in_mix =
                person->group == group_ ||
                std::binary_search(groups_.begin(), groups_.end(), person->group);
            if (is_in_mix) people.push_back(person);
        }
        const bool is_taken = std::any_of(people.begin(), people.end(), [this](const auto *person) {
            return person->group == group_;
        });
        if (!is_taken) return {};
        BoardMix mix = mix_of_board(state_, board_, people, groups_);
        for (std::size_t i = 0; i < people.size(); ++i) keep_seat(state_, mix.mix, i, board_.round);
        return moves_of(mix, propose_even_out(mix.mix.problem, mix.group_of).moves, board_.round);
    }

    const EventState& state_;
    GroupNumber group_;
    GroupBoard board_;
    std::vector<const BoardPerson *> seated_;
    std::vector<GroupNumber> groups_;  // that stay open
};

}  // namespace

BoardProposal propose_moves(const EventState& state, RoundNumber round) {
    const GroupBoard board = read_board(state, round);
    BoardProposal proposal;
    proposal.is_of_those_here =
        std::any_of(board.people.begin(), board.people.end(),
                    [](const BoardPerson& person) { return person.is_here && person.group > 0; });
    std::vector<const BoardPerson *> people;
    for (const BoardPerson& person : board.people) {
        if (person.group == 0 || (proposal.is_of_those_here && !person.is_here)) continue;
        people.push_back(&person);
    }
    proposal.people = people.size();
    std::vector<GroupNumber> groups = open_groups(state);
    if (people.empty() || groups.empty()) return proposal;
    const BoardMix mix = mix_of_board(state, board, people, std::move(groups));
    EvenOutProposal found = propose_even_out(mix.mix.problem, mix.group_of);
    proposal.moves = moves_of(mix, found.moves, board.round);
    proposal.at_least = static_cast<std::size_t>(found.at_least);
    proposal.now = std::move(found.now.results);
    proposal.then = std::move(found.then.results);
    return proposal;
}

bool can_close(const EventState& state, GroupNumber group) {
    const std::vector<GroupNumber> open = open_groups(state);
    return std::any_of(open.begin(), open.end(),
                       [group](GroupNumber each) { return each != group; });
}

ClosingProposal propose_closing(const EventState& state, GroupNumber group,
                                std::optional<GroupNumber> into, RoundNumber round) {
    assert(into != group);
    ClosingProposal proposal;
    if (!is_closed(state, group)) proposal.step.tables.push_back({group, false});
    const RoundNumber rounds = read_board(state, 1).round_count;
    for (RoundNumber each = 1; each <= rounds; ++each) {
        RoundOfClosing(state, group, each).add_moves(into, proposal);
    }
    const RoundOfClosing shown(state, group, round);
    shown.judge(proposal);
    std::set<AttendeeId> people;
    for (const BoardMove& move : proposal.step.moves) people.insert(move.attendee);
    proposal.people = people.size();
    proposal.here = static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(), [&shown](const AttendeeId& id) {
            const BoardPerson *person = shown.board().find(id);
            return person != nullptr && person->is_here;
        }));
    return proposal;
}

DealProposal propose_deal(const EventState& state, int group_count, std::uint64_t seed) {
    DealProposal proposal;
    EventMix mix = event_mix(state, group_count);
    mix.problem.seed = seed;
    mix.problem.round_count =
        std::max(round_count(state), std::min(agenda_round_count(agenda_of(state)), most_rounds));
    std::vector<std::optional<GroupNumber>> before;
    for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
        const Attendee& attendee = *state.find_attendee(mix.attendees[i]);
        const bool is_here = presence_of(state, mix.attendees[i]).kind == PresenceKind::present;
        before.push_back(group_of(state, mix.attendees[i]));
        if (is_here) keep_seat(state, mix, i, 1);
        if ((is_here || has_seat_lock(attendee)) && before[i] && !is_closed(state, *before[i])) {
            ++proposal.staying;
        }
    }
    proposal.draft = draft_of(mix, plan_mix(mix.problem));
    const std::vector<int>& after = proposal.draft.plan.group_of.front();
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool is_placed = after[i] != no_group;
        if (before[i] && (!is_placed || mix.problem.number_of(after[i]) != *before[i])) {
            ++proposal.moved;
        }
    }
    return proposal;
}

}  // namespace stormote
