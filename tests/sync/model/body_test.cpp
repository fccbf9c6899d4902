#include "sync/model/body.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/cbor.h"
#include "sync/base/random.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/every_kind.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;
using nlohmann::json;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);

// Where the number of the content's items stands, in a body about one person.
constexpr std::size_t content_head = 20;

bool is_same(const Body& left, const Body& right) {
    // Encodings are deterministic: the same bytes are the same content.
    return left.persons == right.persons && left.acting_role == right.acting_role &&
           left.content.index() == right.content.index() && encode_body(left) == encode_body(right);
}

}  // namespace

TEST_CASE("a body of every kind is read back as it was written") {
    std::uint16_t number = 0;
    for (const BodyContent& content : one_of_every_kind()) {
        const auto kind = static_cast<OperationKind>(++number);
        CAPTURE(kind_name(kind));
        REQUIRE(kind_of(content) == kind);
        for (const ActingRole role : {ActingRole::machine, ActingRole::organiser}) {
            const Body body{{asa, small_id<AttendeeId>(2)}, role, content};
            const auto read = decode_body(kind, encode_body(body));
            REQUIRE(read);
            REQUIRE(is_same(*read, body));
        }
    }
    REQUIRE(number == 33);
}

TEST_CASE("what a body says survives: texts, ids, numbers and what is left open") {
    const Body body{{asa}, ActingRole::staff, CheckedIn{}};
    const auto read = decode_body(OperationKind::checked_in, encode_body(body));
    const auto& check_in = std::get<CheckedIn>(read->content);
    REQUIRE_FALSE(check_in.ticket);
    REQUIRE_FALSE(check_in.told_group);
    const auto contents = one_of_every_kind();
    const Body note{{}, ActingRole::facilitator, contents[13]};
    const auto read_note = decode_body(OperationKind::note_written, encode_body(note));
    const auto& written = std::get<NoteWritten>(read_note->content);
    REQUIRE(written.text == "Vi återkommer 😀\nsenast i maj");
    REQUIRE(written.replaces == std::vector{small_id<OperationId>(9)});
    REQUIRE(written.state == NoteState::withdrawn);
}

TEST_CASE("persons and acting role of a kind from a newer version are read all the same") {
    const json newer = {
        json::array({json::binary({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})}),
        3,
        {{"anything", {1, nullptr, "text"}}}};
    const auto body = decode_body(static_cast<OperationKind>(99), write_cbor(newer));
    REQUIRE(body);
    REQUIRE(body->persons == std::vector{asa});
    REQUIRE(body->acting_role == ActingRole::staff);
    REQUIRE(std::holds_alternative<UnknownContent>(body->content));
}

TEST_CASE("items that a newer version added at the end are stepped over") {
    std::uint16_t number = 0;
    for (const BodyContent& content : one_of_every_kind()) {
        const auto kind = static_cast<OperationKind>(++number);
        const Body body{{asa}, ActingRole::staff, content};
        Bytes longer = encode_body(body);
        longer[content_head] = static_cast<std::uint8_t>(longer[content_head] + 2);
        for (const json& item : {json{{"key", 5}}, json(nullptr)}) {
            const Bytes newer = write_cbor(item);
            longer.insert(longer.end(), newer.begin(), newer.end());
        }
        const auto read = decode_body(kind, longer);
        CAPTURE(kind_name(kind));
        REQUIRE(read);
        REQUIRE(is_same(*read, body));
    }
}

TEST_CASE("a body with items missing, or something after its end, is refused") {
    std::uint16_t number = 0;
    for (const BodyContent& content : one_of_every_kind()) {
        const auto kind = static_cast<OperationKind>(++number);
        CAPTURE(kind_name(kind));
        const Bytes bytes = encode_body({{asa}, ActingRole::staff, content});
        Bytes shorter = bytes;
        --shorter[content_head];
        REQUIRE_FALSE(decode_body(kind, shorter));
        Bytes longer = bytes;
        longer.push_back(0);
        REQUIRE_FALSE(decode_body(kind, longer));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            REQUIRE_FALSE(decode_body(kind, ByteView(bytes).first(size)));
        }
    }
}

TEST_CASE("values outside their range are refused") {
    const auto is_refused = [](OperationKind kind, const json& content) {
        return !decode_body(kind, write_cbor({json::array(), 0, content}));
    };
    const json ticket = json::binary({1, 2, 3, 4, 5, 6, 7, 8});
    REQUIRE_FALSE(is_refused(OperationKind::ticket_marked, {ticket, 1}));
    REQUIRE(is_refused(OperationKind::ticket_marked, {ticket, 2}));
    REQUIRE(is_refused(OperationKind::ticket_marked, {ticket, -1}));
    REQUIRE(is_refused(OperationKind::ticket_marked, {json::binary({1, 2, 3}), 1}));
    REQUIRE(is_refused(OperationKind::group_moved, {1, 1'000'001}));
    REQUIRE(is_refused(OperationKind::group_moved, {-1, 1}));
    REQUIRE(is_refused(OperationKind::group_moved, {1.5, 1}));
    const json id = json::binary(std::vector<std::uint8_t>(16, 7));
    REQUIRE_FALSE(is_refused(OperationKind::message_left, {id, 2, "", "", ""}));
    REQUIRE(is_refused(OperationKind::message_left, {id, 3, "", "", ""}));
    REQUIRE(is_refused(OperationKind::message_left, {json::binary({7}), 0, "", "", ""}));
    REQUIRE(is_refused(OperationKind::attendee_erased, {"civil", 2}));
    REQUIRE(is_refused(OperationKind::attendee_erased, {"civil", 1, 5}));
    REQUIRE(is_refused(OperationKind::attendee_erased, {"civil", 1, {"no ticket"}}));
    const Bytes descending{0x83, 0x80, 0x00, 0x81, 0xA2, 0x02, 0x61, 'a', 0x01, 0x61, 'b'};
    REQUIRE_FALSE(decode_body(OperationKind::attendee_described, descending));
    const auto answers_to = [](const std::vector<SurveyAnswer>& answers) {
        const Bytes bytes =
            encode_body({{}, ActingRole::attendee, AnswersGiven{AnswerSheetId{}, answers}});
        return decode_body(OperationKind::answers_given, bytes);
    };
    REQUIRE(answers_to({{1, "5"}, {2, "yes"}}));
    // Out of order, twice to one question, and to one beyond all numbers.
    REQUIRE_FALSE(answers_to({{2, "yes"}, {1, "5"}}));
    REQUIRE_FALSE(answers_to({{1, "4"}, {1, "5"}}));
    REQUIRE_FALSE(answers_to({{1'000'001, "5"}}));
    REQUIRE_FALSE(answers_to({{-1, "5"}}));
    REQUIRE_FALSE(decode_body(OperationKind::attendee_described,
                              write_cbor({json::array(), 5, json::array({json::object()})})));
}

TEST_CASE("an erasure of an earlier version, which named no tickets, is read as one") {
    const Bytes bytes = write_cbor({json::array(), 4, {"civil", 1}});
    const auto body = decode_body(OperationKind::attendee_erased, bytes);
    REQUIRE(body);
    const auto& erased = std::get<AttendeeErased>(body->content);
    REQUIRE(erased.role == "civil");
    REQUIRE(erased.counted == Counted::yes);
    REQUIRE(erased.tickets.empty());
}

TEST_CASE("random bytes and damaged bodies are read without a crash") {
    // What was accepted can be written, and read again as the same; an unknown kind is passed on as
    // it came.
    const auto reads_back = [](OperationKind kind, const Body& read) {
        if (std::holds_alternative<UnknownContent>(read.content)) return true;
        const auto again = decode_body(kind, encode_body(read));
        return again && is_same(*again, read);
    };
    const bool is_safe =
        rc::check([&](std::uint8_t number, const std::vector<std::uint8_t>& bytes) {
            const auto kind = static_cast<OperationKind>(number % 24);
            const auto read = decode_body(kind, bytes);
            // Decided first: RC_ASSERT shows both sides of an "or", whether or not there is one.
            const bool is_sound = !read || reads_back(kind, *read);
            RC_ASSERT(is_sound);
        });
    REQUIRE(is_safe);
    SeededRandom random(5);
    std::uint16_t number = 0;
    int accepted = 0;
    for (const BodyContent& content : one_of_every_kind()) {
        const auto kind = static_cast<OperationKind>(++number);
        const Bytes bytes = encode_body({{asa}, ActingRole::staff, content});
        for (int round = 0; round < 2'000; ++round) {
            Bytes damaged = bytes;
            damaged[random.below(damaged.size())] = random.bytes<1>()[0];
            damaged.resize(damaged.size() - random.below(3));
            const auto read = decode_body(kind, damaged);
            if (!read) continue;
            ++accepted;
            REQUIRE(reads_back(kind, *read));
        }
    }
    CHECK(accepted > 1'000);
}

TEST_CASE("kinds have names, also those that are not known here") {
    REQUIRE(kind_name(OperationKind::checked_in) == "checked_in");
    REQUIRE(kind_name(OperationKind::clock_measured) == "clock_measured");
    REQUIRE(kind_name(OperationKind::message_left) == "message_left");
    REQUIRE(kind_name(static_cast<OperationKind>(99)) == "kind_99");
    REQUIRE(kind_name(static_cast<OperationKind>(0)) == "kind_0");
}
