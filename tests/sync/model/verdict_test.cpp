#include "sync/model/verdict.h"

#include <catch2/catch.hpp>

#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId omar = small_id<AttendeeId>(2);
const TicketId ticket = small_ticket(1);
const TicketReading shown{TicketAuthenticity::authentic, ticket};

FieldTexts status(const char *text) {
    return FieldSetter<AttendeeField>().set(AttendeeField::status, text).take();
}

// One evening at one entrance, told step by step.
class Evening {
  public:
    Evening() {
        say(asa, AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}}});
        say(asa, TicketIssued{ticket});
    }

    OperationId say(AttendeeId person, BodyContent content, std::int64_t wall_ms = 0) {
        return fold(entrance_.make(person, std::move(content), wall_ms));
    }
    OperationId say(BodyContent content, std::int64_t wall_ms = 0) {
        return fold(entrance_.make(std::move(content), wall_ms));
    }

    [[nodiscard]] Verdict verdict() const { return decide(state, shown).verdict; }

    EventState state;

  private:
    OperationId fold(const Operation& operation) {
        REQUIRE(state.fold(operation) == FoldOutcome::folded);
        return operation.header.id;
    }
    OperationMaker entrance_{1};
};

const CheckedIn by_ticket{CheckInMethod::ticket, ticket, 2};

}  // namespace

TEST_CASE("a ticket that was issued admits its owner") {
    const Evening evening;
    const CheckInVerdict verdict = decide(evening.state, shown);
    REQUIRE(verdict.verdict == Verdict::admitted);
    REQUIRE(verdict.attendee == asa);
    REQUIRE(verdict.ticket == ticket);
    REQUIRE_FALSE(verdict.first);
    REQUIRE(decide(evening.state, {TicketAuthenticity::known_code, ticket}).attendee == asa);
}

TEST_CASE("a second scan says when and where the first one happened") {
    Evening evening;
    const OperationId first = evening.say(asa, by_ticket, 1'000);
    evening.say(asa, by_ticket, 2'000);
    const CheckInVerdict verdict = decide(evening.state, shown);
    REQUIRE(verdict.verdict == Verdict::already_checked_in);
    REQUIRE(verdict.first);
    REQUIRE(verdict.first->id == first);
    REQUIRE(verdict.first->wall_ms == 1'000);
    REQUIRE(evening.state.device_at(verdict.first->stamp.device()).id == small_id<DeviceId>(1));
}

TEST_CASE("who was first is told by clocks that were measured, not by the clocks themselves") {
    Evening evening;
    evening.say(asa, by_ticket, 5'000);
    OperationMaker fast(2);
    const Operation at_fast = fast.make(asa, by_ticket, 9'000);
    evening.state.fold(at_fast);
    REQUIRE(decide(evening.state, shown).first->wall_ms == 5'000);
    evening.say(ClockMeasured{fast.device(), -6'000});
    REQUIRE(decide(evening.state, shown).first->id == at_fast.header.id);
}

TEST_CASE("after the check-in was taken back the ticket admits again") {
    Evening evening;
    const OperationId check_in = evening.say(asa, by_ticket);
    evening.say(asa, CheckInUndone{{check_in}});
    REQUIRE(evening.verdict() == Verdict::admitted);
    REQUIRE(presence_of(evening.state, asa).kind == PresenceKind::expected);
    REQUIRE(presence_of(evening.state, asa).first == nullptr);
}

TEST_CASE("whoever left comes in again as readmitted") {
    Evening evening;
    const OperationId first = evening.say(asa, by_ticket, 1'000);
    evening.say(asa, CheckedOut{{first}});
    REQUIRE(evening.verdict() == Verdict::readmitted);
    REQUIRE(presence_of(evening.state, asa).kind == PresenceKind::left);
    evening.say(asa, by_ticket, 2'000);
    REQUIRE(evening.verdict() == Verdict::already_checked_in);
    REQUIRE(presence_of(evening.state, asa).first->id == first);
}

TEST_CASE("a check-in that is taken back never happened, also when it was checked out") {
    Evening evening;
    const OperationId check_in = evening.say(asa, by_ticket);
    evening.say(asa, CheckedOut{{check_in}});
    evening.say(asa, CheckInUndone{{check_in}});
    REQUIRE(evening.verdict() == Verdict::admitted);
}

TEST_CASE("of two check-ins made apart, taking back one leaves the other") {
    Evening evening;
    const OperationId first = evening.say(asa, by_ticket, 1'000);
    const OperationId second = evening.say(asa, by_ticket, 2'000);
    REQUIRE(presence_of(evening.state, asa).standing.size() == 2);
    evening.say(asa, CheckInUndone{{first}});
    REQUIRE(evening.verdict() == Verdict::already_checked_in);
    REQUIRE(decide(evening.state, shown).first->id == second);
}

TEST_CASE("what is not a ticket, is of another event, or is forged, is told apart") {
    const Evening evening;
    const auto verdict = [&evening](TicketAuthenticity authenticity) {
        return decide(evening.state, TicketReading{authenticity, std::nullopt}).verdict;
    };
    REQUIRE(verdict(TicketAuthenticity::unreadable) == Verdict::unknown_ticket);
    REQUIRE(verdict(TicketAuthenticity::other_event) == Verdict::wrong_event);
    REQUIRE(verdict(TicketAuthenticity::forged) == Verdict::forged);
}

TEST_CASE("a revoked ticket does not admit until it is declared valid again") {
    Evening evening;
    evening.say(TicketMarked{ticket, TicketMark::revoked});
    REQUIRE(evening.verdict() == Verdict::revoked);
    REQUIRE(decide(evening.state, shown).attendee == asa);
    evening.say(TicketMarked{ticket, TicketMark::valid});
    REQUIRE(evening.verdict() == Verdict::admitted);
}

TEST_CASE("a cancelled registration does not admit, unless it is taken up again") {
    Evening evening;
    evening.say(asa, AttendeeDescribed{status("cancelled")});
    REQUIRE(evening.verdict() == Verdict::cancelled);
    REQUIRE(decide(evening.state, asa).verdict == Verdict::cancelled);
    evening.say(asa, AttendeeDescribed{status("")});
    REQUIRE(evening.verdict() == Verdict::admitted);
}

TEST_CASE("who is here already stays here when the registration is cancelled") {
    Evening evening;
    evening.say(asa, by_ticket);
    evening.say(asa, AttendeeDescribed{status("cancelled")});
    REQUIRE(evening.verdict() == Verdict::already_checked_in);
}

TEST_CASE("an authentic ticket that this device had not heard of admits, once") {
    OperationMaker entrance(1);
    EventState state;
    const CheckInVerdict first = decide(state, shown);
    REQUIRE(first.verdict == Verdict::admitted_unregistered);
    REQUIRE_FALSE(first.attendee);
    REQUIRE(is_admission(first.verdict));
    const Operation check_in = entrance.make(by_ticket, 1'000);
    state.fold(check_in);
    REQUIRE(decide(state, shown).verdict == Verdict::already_checked_in);
    REQUIRE(decide(state, shown).first->id == check_in.header.id);
    state.fold(entrance.make(CheckInUndone{{check_in.header.id}}));
    REQUIRE(decide(state, shown).verdict == Verdict::admitted_unregistered);
}

TEST_CASE("a check-in from before the owner was known counts for the owner afterwards") {
    OperationMaker entrance(1);
    OperationMaker codec(2);
    EventState state;
    const Operation check_in = entrance.make(by_ticket, 1'000);
    state.fold(check_in);
    state.fold(codec.make(asa, TicketIssued{ticket}));
    REQUIRE(decide(state, shown).verdict == Verdict::already_checked_in);
    REQUIRE(decide(state, asa).verdict == Verdict::already_checked_in);
    REQUIRE(decide(state, asa).first->id == check_in.header.id);
    REQUIRE(group_of(state, asa) == 2);
    SECTION("and can be taken back in the owner's name") {
        state.fold(entrance.make(asa, CheckInUndone{{check_in.header.id}}));
        REQUIRE(decide(state, asa).verdict == Verdict::admitted);
    }
    SECTION("or by a device that does not know the owner yet") {
        state.fold(entrance.make(CheckedOut{{check_in.header.id}}));
        REQUIRE(decide(state, asa).verdict == Verdict::readmitted);
    }
}

TEST_CASE("a ticket issued to two by mistake belongs to the smaller id on every device") {
    Evening evening;
    evening.say(omar, TicketIssued{ticket});
    REQUIRE(decide(evening.state, shown).attendee == asa);
    EventState other;
    OperationMaker codec(1);
    other.fold(codec.make(omar, TicketIssued{ticket}));
    other.fold(codec.make(asa, TicketIssued{ticket}));
    REQUIRE(decide(other, shown).attendee == asa);
}

TEST_CASE("a name that nobody has is unknown") {
    const Evening evening;
    const CheckInVerdict verdict = decide(evening.state, omar);
    REQUIRE(verdict.verdict == Verdict::unknown_ticket);
    REQUIRE_FALSE(verdict.attendee);
}

TEST_CASE("verdicts have the names that scripts read, and only admissions are written down") {
    int admissions = 0;
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(Verdict::admitted_unregistered); ++i) {
        names.emplace_back(verdict_name(static_cast<Verdict>(i)));
        admissions += is_admission(static_cast<Verdict>(i)) ? 1 : 0;
    }
    REQUIRE(names == std::vector<std::string>{"admitted", "readmitted", "already_checked_in",
                                              "unknown_ticket", "wrong_event", "revoked",
                                              "cancelled", "forged", "admitted_unregistered"});
    REQUIRE(admissions == 3);
}
