#include "sync/model/presence.h"

#include <catch2/catch.hpp>

#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);

GroupsPlanned plan(GroupNumber first_round, GroupNumber second_round) {
    return {{{{asa, first_round}}, {{asa, second_round}}}};
}
CheckedIn told(GroupNumber group) {
    return {CheckInMethod::ticket, std::nullopt, group};
}

class Groups {
  public:
    Groups() { say(AttendeeDescribed{{{1, "Åsa"}}}); }
    OperationId say(BodyContent content, std::int64_t wall_ms = 0) {
        const Operation operation = device_.make(asa, std::move(content), wall_ms);
        REQUIRE(state.fold(operation) == FoldOutcome::folded);
        return operation.header.id;
    }
    void say_plan(GroupNumber first_round, GroupNumber second_round) {
        state.fold(device_.make(plan(first_round, second_round)));
    }
    [[nodiscard]] std::optional<GroupNumber> group(RoundNumber round = 1) const {
        return group_of(state, asa, round);
    }

    EventState state;

  private:
    OperationMaker device_{1};
};

}  // namespace

TEST_CASE("without a plan, a told group or a move there is no group") {
    const Groups groups;
    REQUIRE_FALSE(groups.group());
    REQUIRE_FALSE(groups.group(0));
    REQUIRE_FALSE(groups.group(-1));
    REQUIRE_FALSE(group_of(groups.state, small_id<AttendeeId>(9)));
}

TEST_CASE("the plan gives a group for each of its rounds") {
    Groups groups;
    groups.say_plan(3, 4);
    REQUIRE(groups.group(1) == 3);
    REQUIRE(groups.group(2) == 4);
    REQUIRE_FALSE(groups.group(3));
}

TEST_CASE("whom the plan gives no seat in a later round stays at the table of the one before") {
    Groups groups;
    groups.say_plan(3, 4);
    REQUIRE(sitting_group(groups.state, asa, 1) == 3);
    REQUIRE(sitting_group(groups.state, asa, 3) == 4);
    groups.say(GroupMoved{2, 0});
    REQUIRE_FALSE(sitting_group(groups.state, asa, 2));
    REQUIRE_FALSE(sitting_group(groups.state, asa, 3));
    REQUIRE_FALSE(sitting_group(groups.state, small_id<AttendeeId>(9), 2));
}

TEST_CASE("a newer plan replaces an older one whole") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say_plan(5, 6);
    REQUIRE(groups.group(1) == 5);
    REQUIRE(groups.group(2) == 6);
}

TEST_CASE("the group that was told at the door stands when the plan is made anew") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say(told(3));
    groups.say_plan(5, 6);
    REQUIRE(groups.group(1) == 3);
    REQUIRE(groups.group(2) == 6);
}

TEST_CASE("of two groups that were told, the first one stands") {
    Groups groups;
    groups.say(told(3), 2'000);
    groups.say(told(4), 1'000);
    REQUIRE(groups.group() == 4);
}

TEST_CASE("an organiser's move stands against what was planned and told") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say(told(3));
    groups.say(GroupMoved{1, 7});
    groups.say(GroupMoved{2, 8});
    REQUIRE(groups.group(1) == 7);
    REQUIRE(groups.group(2) == 8);
    groups.say(GroupMoved{1, 9});
    REQUIRE(groups.group(1) == 9);
    groups.say_plan(5, 6);
    REQUIRE(groups.group(1) == 9);
    REQUIRE(groups.group(2) == 6);
}

TEST_CASE("a door that had not heard of a move tells where the person then sits") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say(GroupMoved{1, 7});
    groups.say(told(3));
    REQUIRE(groups.group(1) == 3);
    groups.say_plan(5, 6);
    REQUIRE(groups.group(1) == 3);
    groups.say(GroupMoved{1, 9});
    REQUIRE(groups.group(1) == 9);
}

TEST_CASE("a newer plan takes back the move of somebody who was told nothing yet") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say(GroupMoved{1, 7});
    REQUIRE(groups.group() == 7);
    groups.say_plan(5, 6);
    REQUIRE(groups.group() == 5);
    SECTION("and it stays taken back when the person is told the planned group") {
        groups.say(told(5));
        REQUIRE(groups.group() == 5);
        groups.say_plan(3, 4);
        REQUIRE(groups.group() == 5);
    }
}

TEST_CASE("moving somebody to no group takes them out of all") {
    Groups groups;
    groups.say_plan(3, 4);
    groups.say(GroupMoved{1, 0});
    REQUIRE_FALSE(groups.group());
}

TEST_CASE("a check-in that was taken back tells no group") {
    Groups groups;
    groups.say_plan(3, 4);
    const OperationId check_in = groups.say(told(8));
    REQUIRE(groups.group() == 8);
    groups.say(CheckInUndone{{check_in}});
    REQUIRE(groups.group() == 3);
}

TEST_CASE("a person seated twice in a plan sits in the same group on every device") {
    OperationMaker device(1);
    const std::vector<GroupSeat> seats{{asa, 4}, {small_id<AttendeeId>(2), 1}, {asa, 2}};
    EventState state;
    state.fold(device.make(asa, AttendeeDescribed{{{1, "Åsa"}}}));
    state.fold(device.make(GroupsPlanned{{seats}}));
    REQUIRE(group_of(state, asa) == 2);
}

TEST_CASE("names, roles and organisations are read from an attendee's fields") {
    OperationMaker device(1);
    EventState state;
    const auto tenants = small_id<OrganisationId>(5);
    state.fold(device.make(OrganisationDescribed{tenants, {{1, "Hyresgästerna"}, {2, "Bostad"}}}));
    state.fold(device.make(
        asa,
        AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}, {3, to_string(tenants)}, {4, "elected"}}}));
    const Attendee& attendee = *state.find_attendee(asa);
    REQUIRE(attendee.full_name() == "Åsa Öberg");
    REQUIRE(role_of(attendee) == AttendeeRole::elected);
    REQUIRE(state.organisation_of(attendee, OrganisationField::sector) == "Bostad");
    state.fold(device.make(asa, AttendeeDescribed{{{2, ""}, {3, "not an id"}, {4, "mayor"}}}));
    REQUIRE(attendee.full_name() == "Åsa");
    REQUIRE(role_of(attendee) == AttendeeRole::civil);
    REQUIRE(state.organisation_of(attendee, OrganisationField::name).empty());
    for (const AttendeeRole role :
         {AttendeeRole::civil, AttendeeRole::elected, AttendeeRole::official}) {
        REQUIRE(parse_role(role_name(role)) == role);
    }
}
