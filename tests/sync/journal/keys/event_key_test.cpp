#include "sync/journal/keys/event_key.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using nlohmann::json;

namespace {

const HashingCost cheap{1, 8U << 10};

PassphraseSource say(const char *passphrase) {
    return [passphrase] { return std::optional<std::string>(passphrase); };
}

bool contains(const Error& error, const char *part) {
    return error.english().find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a key is unwrapped by the passphrase that it was wrapped with") {
    SeededRandom random(1);
    const auto key = random.bytes<32>();
    const Bytes wrapping = wrap_event_key(key, "lösenord å", cheap, random);
    REQUIRE(*unwrap_event_key(wrapping, say("lösenord å")) == key);
    const auto wrong = unwrap_event_key(wrapping, say("losenord a"));
    REQUIRE_FALSE(wrong.ok());
    REQUIRE(contains(wrong.error(), "passphrase is wrong"));
    REQUIRE_FALSE(unwrap_event_key(wrapping, say("")).ok());
}

TEST_CASE("a key without a passphrase rests as it is, and nobody is asked") {
    SeededRandom random(2);
    const auto key = random.bytes<32>();
    const Bytes wrapping = wrap_event_key(key, std::nullopt, cheap, random);
    REQUIRE(*unwrap_event_key(wrapping, {}) == key);
}

TEST_CASE("where no passphrase is to be had, the words say how to give it") {
    SeededRandom random(3);
    const Bytes wrapping = wrap_event_key(random.bytes<32>(), "x", cheap, random);
    for (const PassphraseSource& source :
         {PassphraseSource{}, PassphraseSource{[] { return std::optional<std::string>(); }}}) {
        const auto key = unwrap_event_key(wrapping, source);
        REQUIRE_FALSE(key.ok());
        REQUIRE(contains(key.error(), "--passphrase-file"));
        REQUIRE(key.error().kind == ErrorKind::input);
    }
}

TEST_CASE("a damaged wrapping never gives another key, whatever byte is changed") {
    SeededRandom random(4);
    const auto key = random.bytes<32>();
    const Bytes wrapping = wrap_event_key(key, "x", cheap, random);
    for (std::size_t place = 0; place < wrapping.size(); ++place) {
        for (const std::uint8_t bit : Bytes{1, 0x10, 0x80}) {
            Bytes changed = wrapping;
            changed[place] ^= bit;
            const auto read = unwrap_event_key(changed, say("x"));
            // The memory's size counts in whole KiB: its last bits change nothing.
            REQUIRE((!read.ok() || *read == key));
        }
        REQUIRE_FALSE(unwrap_event_key(ByteView(wrapping).first(place), say("x")).ok());
    }
}

TEST_CASE("a wrapping that asks for more than a machine has is damaged, not obeyed") {
    const auto costing = [](std::int64_t passes, std::int64_t memory_bytes) {
        return testing::write_cbor({1, json::binary(std::vector<std::uint8_t>(16)), passes,
                                    memory_bytes, json::binary(std::vector<std::uint8_t>(72))});
    };
    for (const auto& wrapping :
         {costing(1, 1LL << 40), costing(1'000'000, 8'192), costing(-1, -1), costing(0, 0)}) {
        const auto key = unwrap_event_key(wrapping, say("x"));
        REQUIRE_FALSE(key.ok());
        REQUIRE(key.error().kind == ErrorKind::machine);
        REQUIRE(contains(key.error(), "key in the event file is damaged"));
    }
}
