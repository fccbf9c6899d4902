// Several records of one person or one organisation, as the fold puts them together and parts them.
#include <catch2/catch.hpp>

#include "sync/model/presence.h"
#include "sync/model/verdict.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId asa_again = small_id<AttendeeId>(2);
const AttendeeId omar = small_id<AttendeeId>(3);
const auto scouts = small_id<OrganisationId>(1);
const auto club = small_id<OrganisationId>(2);

AttendeeDescribed said(AttendeeField field, std::string text) {
    return {FieldSetter<AttendeeField>{}.set(field, std::move(text)).take()};
}
AttendeeDescribed same_as(const AttendeeId& other) {
    return said(AttendeeField::same_as, to_string(other));
}
OrganisationDescribed named(const OrganisationId& id, std::string name) {
    return {id, FieldSetter<OrganisationField>{}.set(OrganisationField::name, name).take()};
}
OrganisationDescribed same_as(const OrganisationId& id, const OrganisationId& other) {
    return {
        id,
        FieldSetter<OrganisationField>{}.set(OrganisationField::same_as, to_string(other)).take()};
}

class Event {
  public:
    Event() {
        add(asa, AttendeeDescribed{FieldSetter<AttendeeField>{}
                                       .set(AttendeeField::given_name, "Åsa")
                                       .set(AttendeeField::organisation, to_string(scouts))
                                       .set(AttendeeField::origin, "list")
                                       .take()});
        add(asa_again, AttendeeDescribed{FieldSetter<AttendeeField>{}
                                             .set(AttendeeField::given_name, "Asa")
                                             .set(AttendeeField::diet, "vegan")
                                             .set(AttendeeField::organisation, to_string(club))
                                             .set(AttendeeField::origin, "walk_in")
                                             .take()});
        add(named(scouts, "Ekens scoutkår"));
        add(named(club, "Ekbackens IF"));
    }

    void add(const AttendeeId& person, BodyContent content) {
        operations_.push_back(device_.make(person, std::move(content)));
    }
    void add(BodyContent content) { operations_.push_back(device_.make(std::move(content))); }

    [[nodiscard]] EventState state() const {
        EventState state;
        for (const Operation& operation : operations_) state.fold(operation);
        return state;
    }
    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }

  private:
    OperationMaker device_{1};
    std::vector<Operation> operations_;
};

}  // namespace

TEST_CASE("two records of one person are one, which says what both say") {
    Event event;
    event.add(asa_again, same_as(asa));
    const EventState state = event.state();
    REQUIRE(state.attendees().size() == 1);
    const Attendee& person = state.attendees().at(asa);
    CHECK(person.full_name() == "Åsa");
    CHECK(person.get(AttendeeField::diet) == "vegan");
    CHECK(person.get(AttendeeField::origin) == "list");
    CHECK(state.organisation_names(person) == "Ekens scoutkår; Ekbackens IF");
    CHECK(state.person_of(asa_again) == asa);
    CHECK(state.find_attendee(asa_again) == &person);
}

TEST_CASE("two records that are parted again say what each of them said") {
    Event event;
    const std::string before = describe_state(event.state());
    event.add(asa_again, same_as(asa));
    event.add(asa_again, said(AttendeeField::same_as, ""));
    const EventState state = event.state();
    REQUIRE(state.attendees().size() == 2);
    CHECK(state.attendees().at(asa).get(AttendeeField::diet).empty());
    CHECK(state.organisation_names(state.attendees().at(asa)) == "Ekens scoutkår");
    CHECK(state.attendees().at(asa_again).full_name() == "Asa");
    // But for how far the order has come.
    const std::string after = describe_state(state);
    CHECK(after.substr(after.find('\n')) == before.substr(before.find('\n')));
}

TEST_CASE("the ticket of either record lets the person in, once") {
    Event event;
    event.add(asa, TicketIssued{small_ticket(1)});
    event.add(asa_again, TicketIssued{small_ticket(2)});
    event.add(asa_again, same_as(asa));
    event.add(asa, CheckedIn{CheckInMethod::ticket, small_ticket(1), 3});
    const EventState state = event.state();
    const TicketReading second{TicketAuthenticity::authentic, small_ticket(2)};
    const CheckInVerdict verdict = decide(state, second);
    CHECK(verdict.verdict == Verdict::already_checked_in);
    CHECK(verdict.attendee == asa);
    CHECK(presence_of(state, asa_again).kind == PresenceKind::present);
    CHECK(group_of(state, asa) == 3);
}

TEST_CASE("a person whose other record has the seat sits there") {
    Event event;
    event.add(GroupsPlanned{{{{asa_again, 4}}}});
    event.add(asa_again, same_as(asa));
    const EventState state = event.state();
    CHECK(group_of(state, asa) == 4);
    CHECK(seat_of(state, asa).basis == SeatBasis::planned);
}

TEST_CASE("a person is not cancelled by a second registration that is") {
    Event event;
    event.add(asa_again, said(AttendeeField::status, "cancelled"));
    event.add(asa_again, same_as(asa));
    CHECK_FALSE(is_cancelled(event.state().attendees().at(asa)));
}

TEST_CASE("whoever was said to lead a table leads it as whoever they are") {
    Event event;
    event.add(GroupDescribed{
        1, FieldSetter<GroupField>{}.set(GroupField::facilitator, to_string(asa_again)).take()});
    CHECK(facilitator_of(event.state(), 1) == asa_again);
    event.add(asa_again, same_as(asa));
    CHECK(facilitator_of(event.state(), 1) == asa);
    CHECK_FALSE(facilitator_of(event.state(), 2));
}

TEST_CASE("records that two replicas said of each other have the smallest id") {
    Event event;
    event.add(asa_again, same_as(asa));
    event.add(asa, same_as(asa_again));
    event.add(omar, said(AttendeeField::given_name, "Omar"));
    event.add(omar, same_as(asa_again));
    const EventState state = event.state();
    REQUIRE(state.attendees().size() == 1);
    CHECK(state.person_of(omar) == asa);
    CHECK(state.attendee_records().records_of(omar) == std::vector{asa, asa_again, omar});
}

TEST_CASE("a record whose other one is unknown or erased stands by itself") {
    Event event;
    event.add(asa_again, same_as(omar));
    CHECK(event.state().attendees().size() == 2);
    event.add(asa_again, same_as(asa));
    event.add(asa, AttendeeErased{"civil", Counted::no});
    const EventState state = event.state();
    REQUIRE(state.attendees().size() == 1);
    CHECK(state.person_of(asa_again) == asa_again);
    CHECK(state.attendees().at(asa_again).full_name() == "Asa");
}

TEST_CASE("what is said of a record later is said of the person, in any order") {
    Event event;
    event.add(asa_again, same_as(asa));
    event.add(asa_again, said(AttendeeField::phone, "070-123 45 67"));
    event.add(asa, said(AttendeeField::given_name, "Åsa Maria"));
    const EventState state = event.state();
    CHECK(state.attendees().at(asa).get(AttendeeField::phone) == "070-123 45 67");
    CHECK(state.attendees().at(asa).full_name() == "Åsa Maria");
    std::vector<Operation> backwards(event.operations().rbegin(), event.operations().rend());
    CHECK(describe_fold(backwards) == describe_state(state));
}

TEST_CASE("two records of one organisation are one, and the other name is an alias") {
    Event event;
    event.add(same_as(club, scouts));
    const EventState state = event.state();
    REQUIRE(state.organisations().size() == 1);
    CHECK(state.organisation(club, OrganisationField::name) == "Ekens scoutkår");
    CHECK(state.organisations().at(scouts).get(OrganisationField::aliases) == "Ekbackens IF");
    CHECK(state.organisation_names(state.attendees().at(asa_again)) == "Ekens scoutkår");
    event.add(same_as(club, OrganisationId{}));
    CHECK(event.state().organisations().size() == 2);
}

TEST_CASE("an erased person is no organisation's contact any more") {
    Event event;
    event.add(omar, ContactDescribed{scouts, {{1, "Omar"}, {2, "omar@example.org"}}});
    CHECK(event.state().contacts().size() == 1);
    event.add(omar, AttendeeErased{"civil", Counted::no});
    CHECK(event.state().contacts().empty());
}
