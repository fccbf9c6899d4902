#include "sync/ticket/ticket_text.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/random.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventState empty_state;
const TicketId ticket{{0xDE, 0xAD, 0xBE, 0xEF, 0x01, 0x02, 0x03, 0x04}};

TicketCodec make_codec(std::uint8_t event = 1, std::uint8_t key = 1) {
    return {small_id<EventId>(event), ticket_key_of(SymmetricKey{key})};
}

bool is_authentic(const TicketReading& reading, const TicketId& wanted = ticket) {
    return reading.authenticity == TicketAuthenticity::authentic && reading.ticket == wanted;
}

EventState state_with(const std::vector<TicketId>& tickets) {
    OperationMaker device(1);
    EventState state;
    for (const TicketId& id : tickets) {
        state.fold(device.make(small_id<AttendeeId>(1), TicketIssued{id}));
    }
    return state;
}

}  // namespace

TEST_CASE("a ticket is 61 digits and is read back") {
    const TicketCodec codec = make_codec();
    SeededRandom random(1);
    for (int round = 0; round < 1'000; ++round) {
        const TicketId id{random.bytes<8>()};
        const std::string text = codec.write(id);
        REQUIRE(text.size() == ticket_digit_count);
        REQUIRE(text.find_first_not_of("0123456789") == std::string::npos);
        REQUIRE(is_authentic(codec.read(text, empty_state), id));
    }
}

TEST_CASE("a ticket is read with whatever a scanner or a camera puts around it") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    for (const char *prefix :
         {"", "]Q1", "]C1", "~", "\x02", "12", "0000", "QR:", "A7", "\xEF\xBB\xBF"}) {
        for (const char *suffix :
             {"", "\r", "\n", "\r\n", "\t", "\x03", "99", "0", "END", " \r\n"}) {
            CAPTURE(prefix, suffix);
            REQUIRE(is_authentic(codec.read(prefix + text + suffix, empty_state)));
        }
    }
}

TEST_CASE("a ticket is read with spaces, hyphens and line ends within it") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    for (const char *gap : {" ", "-", " - ", "\t", "\r\n"}) {
        for (const std::size_t every : {1U, 4U, 5U, 30U}) {
            std::string spaced;
            for (std::size_t i = 0; i < text.size(); ++i) {
                if (i > 0 && i % every == 0) spaced += gap;
                spaced += text[i];
            }
            REQUIRE(is_authentic(codec.read(spaced, empty_state)));
        }
    }
    REQUIRE_FALSE(
        is_authentic(codec.read(text.substr(0, 30) + "x" + text.substr(30), empty_state)));
}

TEST_CASE("the first whole ticket of several is read, also after half of one") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    const std::string other = make_codec(2).write(ticket);
    REQUIRE(is_authentic(codec.read(text + "\n" + codec.write(small_ticket(1)), empty_state)));
    REQUIRE(is_authentic(codec.read(text.substr(0, 40) + "\n" + text, empty_state)));
    REQUIRE(is_authentic(codec.read(other + "\n" + text, empty_state)));
}

TEST_CASE("a ticket with a digit missing is not read") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    for (std::size_t place = 0; place < text.size(); ++place) {
        std::string shorter = text;
        shorter.erase(place, 1);
        REQUIRE(codec.read(shorter, empty_state).authenticity == TicketAuthenticity::unreadable);
    }
}

TEST_CASE("a ticket of another event is told from a forged one") {
    const std::string text = make_codec(2).write(ticket);
    REQUIRE(make_codec().read(text, empty_state).authenticity == TicketAuthenticity::other_event);
    const std::string forged = make_codec(1, 2).write(ticket);
    const TicketReading reading = make_codec().read(forged, empty_state);
    REQUIRE(reading.authenticity == TicketAuthenticity::forged);
    REQUIRE_FALSE(reading.ticket);
}

TEST_CASE("no single digit of a ticket can be changed") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    int forged = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            if (digit == text[place]) continue;
            std::string changed = text;
            changed[place] = digit;
            const TicketReading reading = codec.read(changed, empty_state);
            REQUIRE_FALSE(reading.ticket);
            REQUIRE(reading.authenticity != TicketAuthenticity::authentic);
            forged += reading.authenticity == TicketAuthenticity::forged ? 1 : 0;
        }
    }
    // The lower digits are ticket and proof; the upper ones name version and event.
    REQUIRE(forged >= 9 * 38);
}

TEST_CASE("a short code is eight characters and finds a ticket that is known here") {
    const TicketCodec codec = make_codec();
    const EventState state = state_with({small_ticket(1), ticket});
    const std::string code = write_short_code(ticket);
    REQUIRE(code == "VTPVXVR1");
    const TicketReading reading = codec.read(code, state);
    REQUIRE(reading.authenticity == TicketAuthenticity::known_code);
    REQUIRE(reading.ticket == ticket);
    REQUIRE(codec.read(code, empty_state).authenticity == TicketAuthenticity::unreadable);
    REQUIRE(codec.read("VTPVXVR2", state).authenticity == TicketAuthenticity::unreadable);
}

TEST_CASE("a short code is read as people write it") {
    REQUIRE(normalise_short_code("vtpv-xvr1") == "VTPVXVR1");
    REQUIRE(normalise_short_code(" VTPV XVRI\r\n") == "VTPVXVR1");
    REQUIRE(normalise_short_code("vtpvxvrl") == "VTPVXVR1");
    REQUIRE(normalise_short_code("oOiIlL00") == "00111100");
    for (const char *bad :
         {"", "VTPVXVR", "VTPVXVR12", "VTPVXVRU", "VTPVXVR!", "VTPVÅVR1", "--------"}) {
        REQUIRE_FALSE(normalise_short_code(bad));
    }
}

TEST_CASE("every short code is in the alphabet and unchanged by forgiving") {
    SeededRandom random(2);
    for (int round = 0; round < 1'000; ++round) {
        const std::string code = write_short_code(TicketId{random.bytes<8>()});
        REQUIRE(code.size() == short_code_length);
        REQUIRE(normalise_short_code(code) == code);
    }
}

TEST_CASE("a short code that two tickets share admits neither") {
    TicketId twin = ticket;
    twin.bytes[7] ^= 1;
    REQUIRE(write_short_code(twin) == write_short_code(ticket));
    const TicketReading reading =
        make_codec().read(write_short_code(ticket), state_with({ticket, twin}));
    REQUIRE(reading.authenticity == TicketAuthenticity::unreadable);
}

TEST_CASE("random bytes and long runs of digits are read without a crash and are no ticket") {
    const TicketCodec codec = make_codec();
    SeededRandom random(3);
    for (int round = 0; round < 300; ++round) {
        std::string text(4'096, '\0');
        for (char& c : text) {
            const auto byte = random.bytes<1>()[0];
            c = static_cast<char>(round % 2 == 0 ? byte : '0' + byte % 10);
        }
        REQUIRE_FALSE(codec.read(text, empty_state).ticket);
    }
    const bool is_safe = rc::check(
        [&codec](const std::string& text) { RC_ASSERT(!codec.read(text, empty_state).ticket); });
    REQUIRE(is_safe);
}

TEST_CASE("what stands beyond 4,096 characters is not looked at") {
    const TicketCodec codec = make_codec();
    const std::string text = codec.write(ticket);
    REQUIRE(is_authentic(codec.read(std::string(4'096 - text.size(), 'x') + text, empty_state)));
    const std::string late = std::string(4'096, 'x') + text;
    REQUIRE_FALSE(codec.read(late, empty_state).ticket);
    const std::string endless = std::string(1'000'000, ' ');
    REQUIRE_FALSE(codec.read(endless, empty_state).ticket);
}
