// Plans and names of tables as steps of the board, and that every step can be taken back whole.
#include <algorithm>
#include <array>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/desk/board/board_steps.h"
#include "tests/support/record/three_groups.h"
#include "tests/support/screens/board_moves.h"

namespace stormote {

using testing::move_person;
using testing::ThreeGroups;

TEST_CASE("dealing anew is taken back whole: the plan, the moves before it and the groups") {
    ThreeGroups three(DoorSeating::live, 2);
    REQUIRE(move_person(*three.event, {three.people[0], 1, three.group(0), 0}, actor::organiser));
    REQUIRE(move_person(*three.event,
                        {three.people[1], 2, three.group(1, 2), three.group(1, 2) % 3 + 1},
                        actor::organiser));
    const auto before = three.seats();
    const DealProposal deal = propose_deal(three.event.state(), 4, 9);
    const BoardStep step = deal_step(three.event.state(), deal.draft);
    REQUIRE(three.take(step) == StepOutcome::done);
    CHECK(three.seats() != before);
    const auto after = three.seats();
    CHECK(open_groups(three.event.state()).size() == 4);
    three.event.reopen();
    REQUIRE(three.take(reversed(step)) == StepOutcome::done);
    CHECK(three.seats() == before);
    CHECK(open_groups(three.event.state()).size() == 3);
    // Moved by hand, the person is still one whom the door leaves where an organiser put them.
    CHECK(seat_of(three.event.state(), three.people[1], 2).basis == SeatBasis::moved);
    REQUIRE(three.take(step) == StepOutcome::done);
    CHECK(three.seats() == after);
}

TEST_CASE("taking a deal back moves nobody who came or was moved by others since") {
    ThreeGroups three;
    const auto before = three.seats();
    const DealProposal deal = propose_deal(three.event.state(), 3, 9);
    REQUIRE(deal.moved > 0);
    const BoardStep step = deal_step(three.event.state(), deal.draft);
    REQUIRE(three.take(step) == StepOutcome::done);
    std::size_t came = 0;
    while (three.group(came) == before[came]) REQUIRE(++came < three.people.size());
    const GroupNumber told = three.come(came);
    const std::size_t moved = came == 11 ? 0 : 11;
    const GroupNumber to = three.group(moved) % 3 + 1;
    three.event.record(three.people[moved], GroupMoved{1, to});
    REQUIRE(three.take(reversed(step)) == StepOutcome::done);
    CHECK(three.group(came) == told);
    CHECK(three.group(moved) == to);
    for (std::size_t i = 0; i < three.people.size(); ++i) {
        if (i != came && i != moved) CHECK(three.group(i) == before[i]);
    }
    // Another plan meanwhile is not overruled.
    REQUIRE(three.take(step) == StepOutcome::done);
    three.event->plan_groups(3, 5, actor::organiser);
    CHECK(three.take(reversed(step)) == StepOutcome::moved_meanwhile);
}

TEST_CASE("whoever was moved by hand, dealt anew and then told a group keeps what they were told") {
    ThreeGroups three;
    const std::size_t person = 0;
    const GroupNumber by_hand = three.group(person) % 3 + 1;
    REQUIRE(move_person(*three.event, {three.people[person], 1, three.group(person), by_hand},
                        actor::organiser));
    std::uint64_t seed = 1;
    BoardStep step;
    // A plan that has another place for them.
    do {
        const DealProposal deal = propose_deal(three.event.state(), 3, seed++);
        step = deal_step(three.event.state(), deal.draft);
        REQUIRE(three.take(step) == StepOutcome::done);
        REQUIRE(seed < 100);
    } while (three.group(person) == by_hand);
    const GroupNumber told = three.come(person);
    REQUIRE(told != by_hand);
    REQUIRE(three.take(reversed(step)) == StepOutcome::done);
    CHECK(three.group(person) == told);
}

TEST_CASE("dealing anew moves whoever is here in a closed group, and says so beforehand") {
    ThreeGroups three;
    for (std::size_t i = 0; i < 12; ++i) three.come(i);
    three.event.describe(2, GroupField::closed, "closed");
    const DealProposal deal = propose_deal(three.event.state(), 2, 1);
    CHECK(deal.staying == 8);
    CHECK(deal.moved == 4);
    REQUIRE(three.take(deal_step(three.event.state(), deal.draft)) == StepOutcome::done);
    CHECK(three.sitting_in(2).empty());
    CHECK(three.sitting_in(1).size() == 6);
}

namespace {

// What the state has of a group, field by field.
std::array<std::string, 3> described(const ThreeGroups& three, GroupNumber group) {
    const auto& fields = three.event.state().groups().at(group);
    return {fields.get(GroupField::name), fields.get(GroupField::place),
            fields.get(GroupField::capacity)};
}

using Described = std::array<std::string, 3>;

// What the tables of the first three groups are called, and where they stand.
std::vector<std::string> all_words(const EventState& state) {
    std::vector<std::string> all;
    for (GroupNumber group = 1; group <= 3; ++group) {
        const TableWords words = words_of(state, group);
        all.insert(all.end(), {words.name, words.place});
    }
    return all;
}

}  // namespace

TEST_CASE("a table is given a name and a place, which are taken back as one step") {
    ThreeGroups three;
    three.event.describe(2, GroupField::capacity, "8");
    const BoardStep step = naming_step(2, {}, {"  Lönnen ", "Vid  fönstret"});
    REQUIRE(three.take(step) == StepOutcome::done);
    CHECK(described(three, 2) == Described{"Lönnen", "Vid fönstret", "8"});
    CHECK(words_of(three.event.state(), 2) == TableWords{"Lönnen", "Vid fönstret"});
    three.event.reopen();
    CHECK(described(three, 2) == Described{"Lönnen", "Vid fönstret", "8"});
    REQUIRE(three.take(reversed(step)) == StepOutcome::done);
    CHECK(described(three, 2) == Described{"", "", "8"});
    REQUIRE(three.take(step) == StepOutcome::done);
    // Only what is written otherwise is recorded: the rest is the last writer's.
    const BoardStep other =
        naming_step(2, words_of(three.event.state(), 2), {"Eken", "Vid fönstret"});
    REQUIRE(three.take(other) == StepOutcome::done);
    CHECK(described(three, 2) == Described{"Eken", "Vid fönstret", "8"});
}

TEST_CASE("somebody is put in charge of a group in one step, and taken back in one") {
    ThreeGroups three;
    const AttendeeId first = three.people[0];
    const AttendeeId second = three.people[1];
    BoardStep step;
    step.leads.push_back({2, std::nullopt, first});
    REQUIRE(three.take(step) == StepOutcome::done);
    CHECK(facilitator_of(three.event.state(), 2) == first);
    CHECK(read_board(three.event.state(), 1).find(first)->leads == 2);
    // From one group to another, in the place of somebody who is not known here any more.
    CHECK(three.take(step) == StepOutcome::led_meanwhile);
    three.event.describe(3, GroupField::facilitator, to_string(second));
    BoardStep change;
    change.leads = {{2, first, std::nullopt}, {3, second, first}};
    REQUIRE(three.take(change) == StepOutcome::done);
    CHECK_FALSE(facilitator_of(three.event.state(), 2));
    CHECK(facilitator_of(three.event.state(), 3) == first);
    REQUIRE(three.take(reversed(change)) == StepOutcome::done);
    CHECK(facilitator_of(three.event.state(), 2) == first);
    CHECK(facilitator_of(three.event.state(), 3) == second);
}

TEST_CASE("words that say nothing new make no step") {
    CHECK(naming_step(1, {}, {" ", ""}).namings.empty());
    CHECK(naming_step(1, {"Lönnen", "Vid fönstret"}, {"Lönnen ", " Vid fönstret"}).namings.empty());
    CHECK(naming_step(1, {"Lönnen", "Vid fönstret"}, {"Lönnen", ""}).namings.size() == 1);
}

TEST_CASE("a name that somebody else gave a table meanwhile is not written over") {
    ThreeGroups three;
    const BoardStep step = naming_step(2, {}, {"Lönnen", ""});
    REQUIRE(three.take(step) == StepOutcome::done);
    CHECK(three.take(step) == StepOutcome::named_meanwhile);
    three.event.describe(2, GroupField::place, "Vid scenen");
    CHECK(three.take(reversed(step)) == StepOutcome::named_meanwhile);
    CHECK(described(three, 2) == Described{"Lönnen", "Vid scenen", ""});
    // Nor is a group opened by naming it.
    CHECK(three.take(naming_step(9, {}, {"Lönnen", ""})) == StepOutcome::named_meanwhile);
    CHECK(three.event.state().groups().size() == 3);
}

TEST_CASE(
    "whatever is done to the groups can all be taken back, and nobody is left in a closed one") {
    const bool holds = rc::check([](const std::vector<std::array<std::uint8_t, 3>>& choices) {
        ThreeGroups three(DoorSeating::planned, 2);
        const EventState& state = three.event.state();
        const auto before = three.seats();
        const auto words_before = all_words(state);
        std::vector<BoardStep> done;
        for (std::size_t i = 0; i < std::min<std::size_t>(choices.size(), 8); ++i) {
            const auto& [kind, who, where] = choices[i];
            const std::vector<GroupNumber> open = open_groups(state);
            const GroupNumber group = open[where % open.size()];
            BoardStep step;
            switch (kind % 5) {
                case 0: {
                    const auto& person = three.people[who % three.people.size()];
                    step.moves = {{person, 1, group_of(state, person).value_or(0), group}};
                    break;
                }
                case 1:
                    step.tables = {{state.groups().rbegin()->first + 1, true}};
                    break;
                case 2: {
                    if (open.size() < 2) continue;
                    const GroupNumber other = open[who % open.size()];
                    const bool merges = who % 2 == 0 && other != group;
                    step = propose_closing(state, group,
                                           merges ? std::optional(other) : std::nullopt, 1)
                               .step;
                    break;
                }
                case 3:
                    step = naming_step(group, words_of(state, group),
                                       {"Bord " + std::to_string(who), std::to_string(where)});
                    break;
                default:
                    step = deal_step(state, propose_deal(state, 1 + who % 4, where).draft);
                    break;
            }
            RC_ASSERT(three.take(step) == StepOutcome::done);
            done.push_back(step);
            for (RoundNumber round = 1; round <= 2; ++round) {
                for (const AttendeeId& person : three.people) {
                    RC_ASSERT(!is_closed(state, group_of(state, person, round).value_or(0)));
                }
            }
        }
        while (!done.empty()) {
            RC_ASSERT(three.take(reversed(done.back())) == StepOutcome::done);
            done.pop_back();
        }
        RC_ASSERT(three.seats() == before);
        RC_ASSERT(all_words(state) == words_before);
        RC_ASSERT((open_groups(state) == std::vector<GroupNumber>{1, 2, 3}));
    });
    REQUIRE(holds);
}

}  // namespace stormote
