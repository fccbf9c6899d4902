// The board's reading of an event, its moves and its proposals.
#include "kiosk/desk/board/group_board.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/desk/event_mix.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/screens/board_moves.h"

namespace stormote {

using testing::EventDesk;
using testing::move_person;

namespace {

// Eight people of four associations, two of each, dealt into two groups without any pair.
class TwoGroups {
  public:
    TwoGroups() {
        for (int i = 0; i < 8; ++i) {
            const std::string organisation = "Förening " + std::to_string(i / 2);
            people.push_back(event.add({"Person" + std::to_string(i), "Ek", organisation}));
        }
        event->plan_groups(2, 1, actor::organiser);
    }

    [[nodiscard]] GroupBoard board() const { return read_board(event.state(), 1); }
    [[nodiscard]] GroupNumber group(std::size_t person) const {
        return group_of(event.state(), people[person]).value_or(0);
    }
    // From where they sit to the other group.
    [[nodiscard]] BoardMove move_of(std::size_t person) const {
        return {people[person], 1, group(person), 3 - group(person)};
    }
    // Somebody who is not of the first one's association and sits in the same group, or not.
    [[nodiscard]] std::int64_t pairs(const std::optional<BoardMove>& move = {}) const {
        return judge_board(board(), move).front().value;
    }

    EventDesk event;
    std::vector<AttendeeId> people;
};

}  // namespace

TEST_CASE("the board shows everybody who is expected or here, and where they sit") {
    TwoGroups two;
    two.event.come(two.people[0]);
    two.event.come(two.people[1]);
    static_cast<void>(two.event->check_out(two.people[1], actor::organiser));
    two.event.record(
        two.people[2],
        AttendeeDescribed{
            FieldSetter<AttendeeField>{}.set(AttendeeField::status, "cancelled").take()});
    const GroupBoard board = two.board();
    CHECK(board.groups.size() == 2);
    CHECK(board.people.size() == 6);
    CHECK(board.find(two.people[1]) == nullptr);
    CHECK(board.find(two.people[2]) == nullptr);
    REQUIRE(board.find(two.people[0]) != nullptr);
    CHECK(board.find(two.people[0])->is_here);
    CHECK(board.find(two.people[0])->organisation == "Förening 0");
    CHECK(board.find(two.people[0])->group == two.group(0));
    CHECK_FALSE(board.find(two.people[3])->is_here);
}

TEST_CASE("an event without people, and one without groups, have a board too") {
    EventDesk event;
    CHECK(read_board(event.state(), 1).people.empty());
    CHECK(judge_board(read_board(event.state(), 1)).empty());
    CHECK(propose_moves(event.state(), 1).moves.empty());
    CHECK(usual_group_count(event.state()) == 1);
    const AttendeeId person = event.add({"Åsa", "Öberg", "Eken"});
    const GroupBoard board = read_board(event.state(), 7);
    CHECK(board.round == 1);
    CHECK(board.groups.empty());
    REQUIRE(board.people.size() == 1);
    CHECK(board.people.front().group == 0);
    CHECK(judge_board(board).empty());
    CHECK(explain_place(board, person, Texts()).empty());
    for (int i = 0; i < 8; ++i) event.add({"Bo" + std::to_string(i), "Ek"});
    CHECK(usual_group_count(event.state()) == 2);
}

TEST_CASE("a criterion is judged as it stands and as it would be, and empty ones are left out") {
    TwoGroups two;
    const auto results = judge_board(two.board());
    REQUIRE(results.size() == 3);
    CHECK(results[0].name == "organisation");
    CHECK(results[1].name == "role");
    CHECK(two.pairs() == 0);
    CHECK(two.pairs(two.move_of(0)) == 1);
    CHECK(judge_board(two.board(), two.move_of(0)).back().value == 2);
    // A move out of every group leaves one person fewer to be judged.
    CHECK(judge_board(two.board(), BoardMove{two.people[0], 1, two.group(0), 0}).back().value == 1);
}

TEST_CASE("a move is one operation that is taken back by moving back") {
    TwoGroups two;
    const GroupNumber before = two.group(0);
    const BoardMove move = two.move_of(0);
    REQUIRE(move_person(*two.event, move, actor::organiser));
    CHECK(two.group(0) == 3 - before);
    two.event.reopen();
    CHECK(two.group(0) == 3 - before);
    CHECK(move_person(*two.event, {move.attendee, 1, move.to, move.from}, actor::organiser));
    CHECK(two.group(0) == before);
}

TEST_CASE("a move from where somebody no longer sits is refused, and so is one of nobody") {
    TwoGroups two;
    const BoardMove move = two.move_of(0);
    REQUIRE(move_person(*two.event, move, actor::organiser));
    CHECK_FALSE(move_person(*two.event, move, actor::organiser));
    CHECK(two.group(0) == move.to);
    CHECK_FALSE(move_person(*two.event, {AttendeeId{}, 1, 0, 1}, actor::organiser));
}

TEST_CASE("somebody can be moved into a group from none, and out again") {
    TwoGroups two;
    const AttendeeId late = two.event.add({"Sen", "Ek"});
    CHECK(two.board().find(late)->group == 0);
    REQUIRE(move_person(*two.event, {late, 1, 0, 2}, actor::organiser));
    CHECK(two.board().find(late)->group == 2);
    REQUIRE(move_person(*two.event, {late, 1, 2, 0}, actor::organiser));
    CHECK(two.board().find(late)->group == 0);
}

TEST_CASE("whoever is locked stays when everybody is dealt anew, and so does whoever is here") {
    TwoGroups two;
    const BoardMove move = two.move_of(0);
    REQUIRE(move_person(*two.event, move, actor::organiser));
    two.event.come(two.people[2]);
    const GroupNumber seat = two.group(2);
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        lock_seat(*two.event, two.people[0], SeatLock::locked, actor::organiser);
        two.event.reopen();
        CHECK(two.board().find(two.people[0])->is_locked);
        const DealProposal deal = propose_deal(two.event.state(), 2, seed);
        CHECK(deal.staying == 2);
        two.event->record_groups(deal.draft, DoorSeating::planned, actor::organiser);
        CHECK(two.group(0) == move.to);
        CHECK(two.group(2) == seat);
    }
    lock_seat(*two.event, two.people[0], SeatLock::open, actor::organiser);
    CHECK_FALSE(two.board().find(two.people[0])->is_locked);
}

TEST_CASE("the plan of the command leaves a locked person in their group, too") {
    TwoGroups two;
    lock_seat(*two.event, two.people[3], SeatLock::locked, actor::organiser);
    const GroupNumber seat = two.group(3);
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        two.event->plan_groups(2, seed, actor::organiser);
        CHECK(two.group(3) == seat);
    }
}

TEST_CASE("where groups are given as people come, whoever is locked is told their own") {
    for (std::size_t person = 0; person < 8; ++person) {
        TwoGroups two;
        two.event->record_groups(two.event->draft_groups(2, 1), DoorSeating::live,
                                 actor::organiser);
        const GroupNumber seat = two.group(person);
        lock_seat(*two.event, two.people[person], SeatLock::locked, actor::organiser);
        // All of the same group come first, so that another one would be fairer.
        for (std::size_t other = 0; other < 8; ++other) {
            if (other == person || two.group(other) != seat) continue;
            REQUIRE(move_person(*two.event, {two.people[other], 1, seat, seat}, actor::organiser));
            two.event.come(two.people[other]);
        }
        two.event.come(two.people[person]);
        CHECK(two.group(person) == seat);
    }
}

TEST_CASE("dealing anew says how many would be moved") {
    TwoGroups two;
    const DealProposal deal = propose_deal(two.event.state(), 4, 5);
    std::size_t moved = 0;
    for (const GroupSeat& seat : deal.draft.rounds.front()) {
        if (group_of(two.event.state(), seat.attendee) != seat.group) ++moved;
    }
    CHECK(deal.moved == moved);
    CHECK(deal.staying == 0);
}

TEST_CASE("evening out proposes few moves that mend what a move by hand broke, and moves nobody") {
    TwoGroups two;
    for (const AttendeeId& person : two.people) two.event.come(person);
    REQUIRE(move_person(*two.event, two.move_of(0), actor::organiser));
    REQUIRE(two.pairs() == 1);
    const BoardProposal proposal = propose_moves(two.event.state(), 1);
    CHECK(proposal.is_of_those_here);
    CHECK(proposal.people == 8);
    REQUIRE(proposal.moves.size() == 1);
    CHECK(proposal.now.front().value == 1);
    CHECK(proposal.then.front().value == 0);
    CHECK(two.pairs() == 1);
    CHECK(two.pairs(proposal.moves.front()) == 0);
}

TEST_CASE("evening out looks at those here alone, and never at whoever is locked") {
    TwoGroups two;
    REQUIRE(move_person(*two.event, two.move_of(0), actor::organiser));
    CHECK_FALSE(propose_moves(two.event.state(), 1).is_of_those_here);
    // The two of one association, who now sit together, and nobody else.
    two.event.come(two.people[0]);
    two.event.come(two.people[1]);
    const BoardProposal of_two = propose_moves(two.event.state(), 1);
    CHECK(of_two.people == 2);
    CHECK(of_two.moves.size() == 1);
    lock_seat(*two.event, two.people[0], SeatLock::locked, actor::organiser);
    const BoardProposal locked = propose_moves(two.event.state(), 1);
    REQUIRE(locked.moves.size() == 1);
    CHECK(locked.moves.front().attendee == two.people[1]);
    lock_seat(*two.event, two.people[1], SeatLock::locked, actor::organiser);
    CHECK(propose_moves(two.event.state(), 1).moves.empty());
}

TEST_CASE("every place is explained in a sentence, a lock and a lead by themselves") {
    TwoGroups two;
    const GroupBoard board = two.board();
    for (const AttendeeId& person : two.people) {
        const std::string sentence = explain_place(board, person, Texts());
        INFO(sentence);
        CHECK(sentence.find(board.find(person)->name) == 0);
        CHECK(sentence.find("1 of the 2 people of Förening") != std::string::npos);
    }
    lock_seat(*two.event, two.people[0], SeatLock::locked, actor::organiser);
    CHECK(explain_place(two.board(), two.people[0], Texts()).find("has locked the place") !=
          std::string::npos);
    two.event.describe(2, GroupField::facilitator, to_string(two.people[1]));
    CHECK(explain_place(two.board(), two.people[1], Texts()) == "Person1 Ek leads a group.");
}

}  // namespace stormote
