#include "sync/model/event_state.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId omar = small_id<AttendeeId>(2);
const auto note = small_id<NoteId>(1);

NoteWritten version(const char *text, std::vector<OperationId> replaces = {}) {
    return {note, 1, 1, NoteKind::point, NoteState::standing, text, std::move(replaces)};
}

std::vector<std::string> head_texts(const EventState& state) {
    std::vector<std::string> texts;
    for (const NoteVersion *head : state.notes().at(note).heads(state.device_table())) {
        texts.push_back(head->content.text);
    }
    return texts;
}

}  // namespace

TEST_CASE("the last writer of a field wins, by the order of the record and not by the clock") {
    OperationMaker first(1);
    OperationMaker second(2);
    EventState state;
    const Operation early = first.make(asa, AttendeeDescribed{{{5, "old"}, {6, "070"}}}, 9'000);
    second.learn(early);
    const Operation late = second.make(asa, AttendeeDescribed{{{5, "new"}}}, 1'000);
    state.fold(late);
    state.fold(early);
    const Attendee *attendee = state.find_attendee(asa);
    REQUIRE(attendee->get(AttendeeField::email) == "new");
    REQUIRE(attendee->get(AttendeeField::phone) == "070");
}

TEST_CASE("two that write at once are ordered by their devices on every replica") {
    OperationMaker first(1);
    OperationMaker second(2);
    const Operation left = first.make(SettingsDescribed{{{1, "left"}}});
    const Operation right = second.make(SettingsDescribed{{{1, "right"}}});
    REQUIRE(describe_fold(std::vector{left, right}) == describe_fold(std::vector{right, left}));
    EventState state;
    state.fold(right);
    state.fold(left);
    REQUIRE(state.setting(SettingField::name) == "right");
}

TEST_CASE("an empty text takes a field away") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(SettingsDescribed{{{1, "Samråd"}, {5, "Folkets hus"}}}));
    state.fold(device.make(SettingsDescribed{{{5, ""}}}));
    REQUIRE(state.settings().all() == FieldTexts{{1, "Samråd"}});
}

TEST_CASE("edits of a note replace the versions that they name") {
    OperationMaker device(1);
    EventState state;
    const Operation first = device.make(version("first"));
    state.fold(first);
    const Operation second = device.make(version("second", {first.header.id}));
    state.fold(second);
    REQUIRE(head_texts(state) == std::vector<std::string>{"second"});
}

TEST_CASE("two edits of the same version stay side by side until a person picks") {
    OperationMaker left(1);
    OperationMaker right(2);
    EventState state;
    const Operation first = left.make(version("first"));
    right.learn(first);
    const Operation of_left = left.make(version("of left", {first.header.id}));
    const Operation of_right = right.make(version("of right", {first.header.id}));
    for (const Operation& operation : {of_right, first, of_left}) state.fold(operation);
    REQUIRE(head_texts(state) == std::vector<std::string>{"of left", "of right"});
    left.learn(of_right);
    state.fold(left.make(version("picked", {of_left.header.id, of_right.header.id})));
    REQUIRE(head_texts(state) == std::vector<std::string>{"picked"});
}

TEST_CASE("versions of a note that name each other do not vanish together") {
    OperationMaker device(1);
    OperationMaker forger(2);
    Operation first = device.make(version("first"));
    const Operation second = forger.make(version("second", {first.header.id}));
    first = [&] {
        OperationMaker again(1);
        return again.make(version("first", {second.header.id}));
    }();
    EventState state;
    state.fold(first);
    state.fold(second);
    REQUIRE(head_texts(state) == std::vector<std::string>{"second"});
}

TEST_CASE("a kind from a newer version is kept out of the state and counted in its order") {
    OperationMaker device(1);
    EventState state;
    Operation newer = device.make(asa, AttendeeDescribed{{{1, "Åsa"}}});
    newer.header.kind = static_cast<OperationKind>(99);
    REQUIRE(state.fold(newer) == FoldOutcome::unknown_kind);
    REQUIRE(state.attendees().empty());
    REQUIRE(state.highest_lamport() == newer.header.lamport);
}

TEST_CASE("a body that is damaged, or about more people than its kind may be, is not folded") {
    OperationMaker device(1);
    EventState state;
    Operation damaged = device.make(asa, AttendeeDescribed{{{1, "Åsa"}}});
    damaged.body->bytes.pop_back();
    REQUIRE(state.fold(damaged) == FoldOutcome::malformed);
    const Body two{{asa, omar}, ActingRole::staff, CheckedIn{}};
    REQUIRE(state.fold(device.make(two)) == FoldOutcome::malformed);
    const Body mark{{asa}, ActingRole::staff, TicketMarked{small_ticket(1), TicketMark::revoked}};
    REQUIRE(state.fold(device.make(mark)) == FoldOutcome::malformed);
    REQUIRE(state.attendees().empty());
    REQUIRE(state.tickets().empty());
}

TEST_CASE("a device's name comes with its own key only") {
    OperationMaker device(1);
    EventState state;
    Operation honest = device.make(DeviceIntroduced{PublicKey{5}, "Entrén"});
    honest.header.device = device_of(PublicKey{5});
    state.fold(honest);
    state.fold(device.make(DeviceIntroduced{PublicKey{6}, "Somebody else"}));
    REQUIRE(state.find_device(honest.header.device)->name == "Entrén");
    REQUIRE(state.find_device(honest.header.device)->public_key == PublicKey{5});
    REQUIRE(state.find_device(device.device())->name.empty());
}

TEST_CASE("what people call a device counts, whether or not it introduces itself again") {
    OperationMaker maker(1);
    const auto by_device = [&maker](BodyContent content) {
        Operation operation = maker.make(std::move(content));
        operation.header.device = device_of(PublicKey{5});
        return operation;
    };
    std::vector<Operation> operations{by_device(DeviceIntroduced{PublicKey{5}, "debian-7"}),
                                      by_device(DeviceNamed{"Entré 1"}),
                                      by_device(DeviceIntroduced{PublicKey{5}, "debian-8"})};
    const std::string described = describe_fold(operations);
    EventState state;
    for (const Operation& operation : operations) state.fold(operation);
    const Device *device = state.find_device(device_of(PublicKey{5}));
    REQUIRE(device->name == "Entré 1");
    REQUIRE(device->is_named);
    std::sort(operations.begin(), operations.end(),
              [](const auto& left, const auto& right) { return left.header.id < right.header.id; });
    do {
        REQUIRE(describe_fold(operations) == described);
    } while (std::next_permutation(
        operations.begin(), operations.end(),
        [](const auto& left, const auto& right) { return left.header.id < right.header.id; }));
}

TEST_CASE("erasing a person beats everything about them, whatever came first") {
    OperationMaker device(1);
    const std::vector<Operation> about{
        device.make(asa, AttendeeDescribed{{{1, "Åsa"}}}),
        device.make(asa, TicketIssued{small_ticket(1)}),
        device.make(asa, CheckedIn{}),
        device.make(asa, GroupMoved{1, 2}),
        device.make(asa, version("said by Åsa")),
    };
    const Operation other = device.make(omar, AttendeeDescribed{{{1, "Omar"}}});
    const Operation erase = device.make(asa, AttendeeErased{"elected", Counted::yes});
    EventState before;
    before.fold(erase);
    EventState after;
    for (const Operation& operation : about) {
        REQUIRE(before.fold(operation) == FoldOutcome::erased);
        REQUIRE(after.fold(operation) == FoldOutcome::folded);
    }
    for (EventState *state : {&before, &after}) {
        state->fold(other);
        state->fold(erase);
    }
    REQUIRE(describe_state(before) == describe_state(after));
    REQUIRE(after.find_attendee(asa) == nullptr);
    REQUIRE(after.tickets().empty());
    REQUIRE(after.notes().empty());
    REQUIRE(after.find_attendee(omar)->full_name() == "Omar");
    REQUIRE(after.erased().at(asa).role == "elected");
    REQUIRE(after.erased().at(asa).counted == Counted::yes);
}

TEST_CASE("the ticket of an erased person stays revoked when it was") {
    OperationMaker device(1);
    EventState state;
    state.fold(device.make(asa, TicketIssued{small_ticket(1)}));
    state.fold(device.make(TicketMarked{small_ticket(1), TicketMark::revoked}));
    state.fold(device.make(asa, AttendeeErased{"civil", Counted::no}));
    const TicketReading shown{TicketAuthenticity::authentic, small_ticket(1)};
    REQUIRE(decide(state, shown).verdict == Verdict::revoked);
}

TEST_CASE("a check-in that comes late by an erased person's ticket is nobody unknown") {
    OperationMaker organiser(1);
    OperationMaker door(2);
    const Operation issued = organiser.make(asa, TicketIssued{small_ticket(1)});
    EventState known;
    known.fold(issued);
    const Operation erase = organiser.make(asa, erasure_of(known, asa));
    // The door had not heard of the ticket.
    const Operation came = door.make(CheckedIn{CheckInMethod::ticket, small_ticket(1), {}});
    const Operation stranger = door.make(CheckedIn{CheckInMethod::ticket, small_ticket(2), {}});
    for (const auto& order :
         {std::vector{issued, erase, came, stranger}, std::vector{stranger, came, erase, issued}}) {
        EventState state;
        for (const Operation& operation : order) state.fold(operation);
        const auto unknown = unknown_arrivals(state);
        REQUIRE(unknown.size() == 1);
        REQUIRE(unknown.front().first == small_ticket(2));
    }
}

TEST_CASE("of two erasures of the same person the first one keeps its word on every replica") {
    OperationMaker device(1);
    const Operation first = device.make(asa, AttendeeErased{"elected", Counted::yes});
    const Operation second = device.make(asa, AttendeeErased{"", Counted::no});
    REQUIRE(describe_fold(std::vector{first, second}) == describe_fold(std::vector{second, first}));
}
