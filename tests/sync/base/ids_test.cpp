#include "sync/base/ids.h"

#include <cmath>
#include <set>

#include <catch2/catch.hpp>

#include "sync/base/clock.h"
#include "sync/base/random.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;

TEST_CASE("an id begins with the time, so that later ids sort after earlier ones") {
    ManualClock clock(1'665'590'400'000);
    SeededRandom random(1);
    const Uuid first = make_uuid(clock, random);
    clock.advance_ms(1);
    const Uuid second = make_uuid(clock, random);
    REQUIRE(first < second);
    REQUIRE(read_big_endian(ByteView(first.bytes).first(6)) == 1'665'590'400'000);
}

TEST_CASE("ids carry the version and variant of RFC 9562") {
    const ManualClock clock(1'665'590'400'000);
    SeededRandom random(1);
    for (int round = 0; round < 100; ++round) {
        const std::string made = to_string(make_uuid(clock, random));
        const std::string named = to_string(make_named_uuid({}, std::to_string(round)));
        REQUIRE(made[14] == '7');
        REQUIRE(named[14] == '8');
        for (const std::string& text : {made, named}) {
            REQUIRE(std::string("89ab").find(text[19]) != std::string::npos);
        }
    }
}

TEST_CASE("ids made in the same millisecond are all different") {
    const ManualClock clock(0);
    SeededRandom random(1);
    std::set<Uuid> seen;
    for (int round = 0; round < 10'000; ++round) seen.insert(make_uuid(clock, random));
    REQUIRE(seen.size() == 10'000);
}

TEST_CASE("an id is written as 8-4-4-4-12 digits and read back") {
    const ManualClock clock(1'665'590'400'000);
    SeededRandom random(7);
    const Uuid uuid = make_uuid(clock, random);
    REQUIRE(parse_uuid(to_string(uuid)) == uuid);
    const auto known = parse_uuid("0183cd0e-1c00-7abc-8def-0123456789ab");
    REQUIRE(known);
    REQUIRE(to_string(*known) == "0183cd0e-1c00-7abc-8def-0123456789ab");
    REQUIRE(parse_uuid("0183CD0E-1C00-7ABC-8DEF-0123456789AB") == known);
}

TEST_CASE("what is nearly an id is refused") {
    for (const char *text :
         {"", "0183cd0e", "0183cd0e1c007abc8def0123456789ab", "0183cd0e-1c00-7abc-8def-0123456789a",
          "0183cd0e-1c00-7abc-8def-0123456789abc", "0183cd0e-1c00-7abc-8def-0123456789ag",
          "0183cd0e-1c00-7abc-8def00123456789ab", "0183cd0e-1c007-abc-8def-0123456789ab",
          "-183cd0e-1c00-7abc-8def-0123456789ab", " 0183cd0e-1c00-7abc-8def-0123456789b"}) {
        REQUIRE_FALSE(parse_uuid(text));
    }
}

TEST_CASE("the same name under the same key gives the same id, and another otherwise") {
    const Bytes key(32, 1);
    const Bytes other(32, 2);
    REQUIRE(make_named_uuid(key, "Åsa") == make_named_uuid(key, "Åsa"));
    REQUIRE(make_named_uuid(key, "Åsa") != make_named_uuid(key, "asa"));
    REQUIRE(make_named_uuid(key, "Åsa") != make_named_uuid(other, "Åsa"));
}

TEST_CASE("numbers below a bound are evenly spread, and repeat for the same seed") {
    SeededRandom random(5);
    SeededRandom again(5);
    std::array<int, 7> counts{};
    for (int round = 0; round < 70'000; ++round) {
        const auto value = random.below(7);
        REQUIRE(value == again.below(7));
        ++counts[value];
    }
    for (const int count : counts) REQUIRE(std::abs(count - 10'000) < 500);
    REQUIRE(random.below(1) == 0);
}

TEST_CASE("bytes are spelled in hexadecimal and base 64, and nothing else is read") {
    SeededRandom random(9);
    for (std::size_t size = 0; size < 70; ++size) {
        Bytes bytes(size);
        random.fill(bytes);
        REQUIRE(from_hex(to_hex(bytes)) == bytes);
        REQUIRE(from_base64(to_base64(bytes)) == bytes);
    }
    REQUIRE(to_hex(Bytes{0x0F, 0xA0}) == "0fa0");
    REQUIRE(to_base64(Bytes{0xFB, 0xFF}) == "-_8");
    for (const char *text : {"0", "0g", "0x", "0 ", "åå"}) REQUIRE_FALSE(from_hex(text));
    for (const char *text : {"-", "-_8=", "+/8", "-_ 8", "å"}) REQUIRE_FALSE(from_base64(text));
}
