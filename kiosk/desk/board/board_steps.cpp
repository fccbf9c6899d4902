#include "kiosk/desk/board/board_steps.h"

#include <algorithm>
#include <utility>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

using Seats = std::vector<std::vector<GroupSeat>>;

// Nothing where the list says nothing of the person.
std::optional<GroupNumber> find_seat(const Seats& seats, const AttendeeId& id, RoundNumber round) {
    const auto index = static_cast<std::size_t>(round - 1);
    if (index >= seats.size()) return std::nullopt;
    const auto found = std::lower_bound(
        seats[index].begin(), seats[index].end(), id,
        [](const GroupSeat& seat, const AttendeeId& wanted) { return seat.attendee < wanted; });
    if (found == seats[index].end() || found->attendee != id) return std::nullopt;
    return found->group;
}

GroupNumber seat_in(const SeatingSnapshot& seating, const AttendeeId& id, RoundNumber round) {
    if (const auto moved = find_seat(seating.moved, id, round)) return *moved;
    return find_seat(seating.plan, id, round).value_or(0);
}

RoundNumber rounds_of(const EventState& state) {
    return static_cast<RoundNumber>(std::max<std::size_t>(1, state.plan().size()));
}

std::vector<AttendeeId> known_attendees(const EventState& state) {
    std::vector<AttendeeId> ids;
    for (const auto& [id, attendee] : state.attendees()) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool is_told(const EventState& state, const AttendeeId& id) {
    const Presence presence = presence_of(state, id);
    return presence.first != nullptr && presence.first->told_group > 0;
}

SeatingSnapshot snapshot_of(const EventState& state) {
    SeatingSnapshot snapshot;
    snapshot.plan = state.plan();
    snapshot.moved.resize(static_cast<std::size_t>(rounds_of(state)));
    for (const AttendeeId& id : known_attendees(state)) {
        for (RoundNumber round = 1; round <= rounds_of(state); ++round) {
            const Seat seat = seat_of(state, id, round);
            if (seat.basis != SeatBasis::moved) continue;
            snapshot.moved[static_cast<std::size_t>(round - 1)].push_back(
                {id, seat.group.value_or(0)});
        }
    }
    return snapshot;
}

class StepTaker {
  public:
    StepTaker(const EventState& state, const BoardStep& step, Actor actor)
        : state_(state), step_(step), actor_(actor) {
        if (step.plan) find_plan_moves();
    }

    [[nodiscard]] StepOutcome check() const {
        if (!keeps_tables()) return StepOutcome::tables_meanwhile;
        if (step_.plan && step_.plan->from.plan != state_.plan()) {
            return StepOutcome::moved_meanwhile;
        }
        for (const BoardMove& move : step_.moves) {
            if (state_.find_attendee(move.attendee) == nullptr ||
                group_of(state_, move.attendee, move.round).value_or(0) != move.from) {
                return StepOutcome::moved_meanwhile;
            }
        }
        if (!keeps_namings()) return StepOutcome::named_meanwhile;
        if (!keeps_leads()) return StepOutcome::led_meanwhile;
        return leaves_somebody() ? StepOutcome::still_taken : StepOutcome::done;
    }

    [[nodiscard]] std::vector<Body> bodies() const {
        std::vector<Body> bodies;
        for (const TableChange& table : step_.tables) {
            if (table.opens) bodies.push_back(body_of(table));
        }
        if (step_.plan) bodies.push_back({{}, actor_.role, GroupsPlanned{step_.plan->to.plan}});
        for (const BoardMove& move : plan_moves_) bodies.push_back(body_of(move));
        for (const BoardMove& move : step_.moves) bodies.push_back(body_of(move));
        for (const TableNaming& naming : step_.namings) bodies.push_back(body_of(naming));
        for (const TableLead& lead : step_.leads) bodies.push_back(body_of(lead));
        for (const TableChange& table : step_.tables) {
            if (!table.opens) bodies.push_back(body_of(table));
        }
        return bodies;
    }

  private:
    [[nodiscard]] Body body_of(const TableChange& table) const {
        FieldSetter<GroupField> fields;
        // A group of which nothing was ever said has nothing to be taken away.
        if (!table.opens || state_.groups().contains(table.group)) {
            fields.set(GroupField::closed, table.opens ? "" : "closed");
        }
        return {{}, actor_.role, GroupDescribed{table.group, fields.take()}};
    }
    // What stays as it is belongs to whoever wrote it last.
    [[nodiscard]] Body body_of(const TableNaming& naming) const {
        FieldSetter<GroupField> fields;
        if (naming.to.name != naming.from.name) fields.set(GroupField::name, naming.to.name);
        if (naming.to.place != naming.from.place) fields.set(GroupField::place, naming.to.place);
        return {{}, actor_.role, GroupDescribed{naming.group, fields.take()}};
    }
    [[nodiscard]] Body body_of(const TableLead& lead) const {
        FieldSetter<GroupField> fields;
        fields.set(GroupField::facilitator, lead.to ? to_string(*lead.to) : "");
        return {{}, actor_.role, GroupDescribed{lead.group, fields.take()}};
    }
    [[nodiscard]] Body body_of(const BoardMove& move) const {
        return {{move.attendee}, actor_.role, GroupMoved{move.round, move.to}};
    }

    [[nodiscard]] bool is_open(GroupNumber group) const {
        return state_.groups().contains(group) && !is_closed(state_, group);
    }
    [[nodiscard]] bool changes(GroupNumber group, bool opens) const {
        return std::find(step_.tables.begin(), step_.tables.end(), TableChange{group, opens}) !=
               step_.tables.end();
    }

    [[nodiscard]] bool keeps_tables() const {
        const bool tables_are_as_before = std::all_of(
            step_.tables.begin(), step_.tables.end(),
            [this](const TableChange& table) { return is_open(table.group) != table.opens; });
        return tables_are_as_before &&
               std::all_of(step_.moves.begin(), step_.moves.end(), [this](const BoardMove& move) {
                   return move.to == 0 || is_open(move.to) || changes(move.to, true);
               });
    }

    [[nodiscard]] bool keeps_namings() const {
        return std::all_of(step_.namings.begin(), step_.namings.end(),
                           [this](const TableNaming& naming) {
                               return state_.groups().contains(naming.group) &&
                                      words_of(state_, naming.group) == naming.from;
                           });
    }

    [[nodiscard]] bool keeps_leads() const {
        return std::all_of(step_.leads.begin(), step_.leads.end(), [this](const TableLead& lead) {
            return state_.groups().contains(lead.group) &&
                   facilitator_of(state_, lead.group) == lead.from &&
                   (!lead.to || state_.find_attendee(*lead.to) != nullptr);
        });
    }

    // What the new plan does not say: the moves of then, and those that others have made since.
    void find_plan_moves() {
        const auto rounds = static_cast<RoundNumber>(
            std::max(step_.plan->from.plan.size(), step_.plan->to.plan.size()));
        for (const AttendeeId& id : known_attendees(state_)) {
            for (RoundNumber round = 1; round <= std::max(1, rounds); ++round) {
                const Seat seat = seat_of(state_, id, round);
                const GroupNumber group = seat.group.value_or(0);
                const bool is_moved_since =
                    seat.basis == SeatBasis::moved && group != seat_in(step_.plan->from, id, round);
                const auto wanted = is_moved_since ? std::optional(group)
                                                   : find_seat(step_.plan->to.moved, id, round);
                const bool keeps_told = seat.basis == SeatBasis::told && !is_closed(state_, group);
                if (wanted && !keeps_told) plan_moves_.push_back({id, round, group, *wanted});
            }
        }
    }

    // Where somebody sits once the step is taken.
    [[nodiscard]] GroupNumber seat_then(const AttendeeId& id, RoundNumber round) const {
        for (const auto *moves : {&step_.moves, &plan_moves_}) {
            for (const BoardMove& move : *moves) {
                if (move.attendee == id && move.round == round) return move.to;
            }
        }
        if (step_.plan && (round > 1 || !is_told(state_, id))) {
            // By whichever record of theirs the plan seats them.
            for (const AttendeeId& record : state_.attendee_records().records_of(id)) {
                if (const auto seat = find_seat(step_.plan->to.plan, record, round)) return *seat;
            }
            return 0;
        }
        return group_of(state_, id, round).value_or(0);
    }

    [[nodiscard]] bool leaves_somebody() const {
        const bool closes = std::any_of(step_.tables.begin(), step_.tables.end(),
                                        [](const TableChange& table) { return !table.opens; });
        if (!closes) return false;
        for (const auto& [id, attendee] : state_.attendees()) {
            if (!needs_seat(attendee, presence_of(state_, id).kind)) continue;
            for (RoundNumber round = 1; round <= rounds_of(state_); ++round) {
                if (changes(seat_then(id, round), false)) return true;
            }
        }
        return false;
    }

    const EventState& state_;
    const BoardStep& step_;
    Actor actor_;
    std::vector<BoardMove> plan_moves_;
};

}  // namespace

BoardStep reversed(BoardStep step) {
    for (BoardMove& move : step.moves) std::swap(move.from, move.to);
    for (TableChange& table : step.tables) table.opens = !table.opens;
    if (step.plan) std::swap(step.plan->from, step.plan->to);
    for (TableNaming& naming : step.namings) std::swap(naming.from, naming.to);
    for (TableLead& lead : step.leads) std::swap(lead.from, lead.to);
    return step;
}

StepOutcome take_step(Desk& desk, const BoardStep& step, Actor actor) {
    const StepTaker taker(desk.state(), step, actor);
    const StepOutcome outcome = taker.check();
    if (outcome == StepOutcome::done) desk.record(taker.bodies());
    return outcome;
}

TableWords words_of(const EventState& state, GroupNumber group) {
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return {};
    return {found->second.get(GroupField::name), found->second.get(GroupField::place)};
}

BoardStep naming_step(GroupNumber group, const TableWords& from, const TableWords& to) {
    BoardStep step;
    const TableWords wanted{trim_text(to.name), trim_text(to.place)};
    if (!(wanted == from)) step.namings.push_back({group, from, wanted});
    return step;
}

BoardStep deal_step(const EventState& state, const GroupDraft& draft) {
    BoardStep step;
    for (const GroupNumber group : draft.groups) {
        if (is_closed(state, group) || !state.groups().contains(group)) {
            step.tables.push_back({group, true});
        }
    }
    PlanChange& plan = step.plan.emplace();
    plan.from = snapshot_of(state);
    plan.to.plan = draft.rounds;
    plan.to.moved.resize(1);
    for (const GroupSeat& seat : draft.rounds.front()) {
        if (!is_told(state, seat.attendee)) continue;
        const Seat now = seat_of(state, seat.attendee);
        const bool is_lost = now.group && is_closed(state, *now.group);
        if (now.basis == SeatBasis::moved || is_lost) {
            plan.to.moved.front().push_back(
                {seat.attendee, is_lost ? seat.group : now.group.value_or(0)});
        }
    }
    return step;
}

}  // namespace stormote
