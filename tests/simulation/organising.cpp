#include "tests/simulation/organising.h"

#include "kiosk/desk/board/board_proposals.h"
#include "tests/support/record/canonical_state.h"

namespace stormote::testing {

namespace {

template <typename Type>
const Type& any(const std::vector<Type>& choices, Random& random) {
    return choices[random.below(choices.size())];
}

// Whatever comes of it: another organiser may have been faster.
void take(Desk& desk, const BoardStep& step) {
    static_cast<void>(take_step(desk, step, actor::organiser));
}

void move_somebody(Desk& desk, const AttendeeId& person, Random& random) {
    const auto open = open_groups(desk.state());
    if (open.empty()) return;
    const GroupNumber from = group_of(desk.state(), person).value_or(0);
    take(desk, {{{person, 1, from, any(open, random)}}, {}, {}});
}

void open_group(Desk& desk, Random& random) {
    take(desk, {{}, {{static_cast<GroupNumber>(1 + random.below(6)), true}}, {}});
}

void close_group(Desk& desk, Random& random) {
    const auto open = open_groups(desk.state());
    if (open.size() < 2) return;
    take(desk, propose_closing(desk.state(), any(open, random), {}, 1).step);
}

void name_table(Desk& desk, Random& random) {
    const auto open = open_groups(desk.state());
    if (open.empty()) return;
    const GroupNumber group = any(open, random);
    const TableWords words{"Bord " + std::to_string(random.below(9)), "Aulan"};
    take(desk, naming_step(group, words_of(desk.state(), group), words));
}

void mark_ticket(Desk& desk, const AttendeeId& person, Random& random) {
    const Attendee *known = desk.state().find_attendee(person);
    if (known->tickets.empty()) return;
    const TicketMark mark = random.below(3) == 0 ? TicketMark::valid : TicketMark::revoked;
    const Body body{{}, ActingRole::organiser, TicketMarked{any(known->tickets, random), mark}};
    desk.record(std::span(&body, 1));
}

}  // namespace

void organise(Replica& replica, Random& random) {
    Desk& desk = replica.desk();
    const auto people = sorted_keys(desk.state().attendees());
    if (people.empty()) return;
    const AttendeeId& person = any(people, random);
    switch (random.below(12)) {
        case 0:
            desk.plan_groups(static_cast<int>(2 + random.below(3)), random.below(100),
                             actor::organiser);
            break;
        case 1:
        case 2:
        case 3:
            move_somebody(desk, person, random);
            break;
        case 4:
            open_group(desk, random);
            break;
        case 5:
            close_group(desk, random);
            break;
        case 6:
            name_table(desk, random);
            break;
        case 7:
            lock_seat(desk, person, random.below(2) == 0 ? SeatLock::locked : SeatLock::open,
                      actor::organiser);
            break;
        case 8:
        case 9:
            desk.substitute(person, {"Ronja", "Ånäs", "", "", AttendeeRole::civil, "ja"},
                            actor::organiser);
            break;
        case 10:
            mark_ticket(desk, person, random);
            break;
        default:
            erase_somebody(replica, random);
    }
}

void purge_some(Replica& replica, Random& random) {
    RecordPurged purge;
    for (const Operation& operation : replica.operations()) {
        if (random.below(16) == 0) purge.operations.push_back(operation.header.id);
    }
    const Body body{{}, ActingRole::organiser, std::move(purge)};
    replica.desk().record(std::span(&body, 1));
}

void erase_somebody(Replica& replica, Random& random) {
    Desk& desk = replica.desk();
    const auto people = sorted_keys(desk.state().attendees());
    if (people.empty()) return;
    const AttendeeId& person = any(people, random);
    const Body body{{person}, ActingRole::organiser, erasure_of(desk.state(), person)};
    desk.record(std::span(&body, 1));
}

}  // namespace stormote::testing
