// Where a store is, as a pairing text says it.
#include "sync/replication/store_place.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/crypto.h"
#include "sync/replication/pairing.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

StorePlace some_place() {
    StorePlace place;
    place.certificate = {9, 8, 7};
    place.hosts = {{"192.168.1.20", 8443}, {"fd00::1", 443}, {"store.example", 1}};
    return place;
}

// With a check that is right.
std::string checked(Bytes bytes) {
    const Hash digest = hash_bytes(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + 4);
    return to_base64(bytes);
}

// A place whose addresses are these bytes.
std::string with_hosts(const Bytes& hosts) {
    Bytes bytes(33, 0);
    bytes.front() = 1;
    bytes.insert(bytes.end(), hosts.begin(), hosts.end());
    return checked(bytes);
}

Bytes name_of_length(std::uint8_t length) {
    Bytes host{0, length};
    host.insert(host.end(), length, 'a');
    host.push_back(0);
    host.push_back(1);
    return host;
}

}  // namespace

TEST_CASE("a place reads back, with addresses of every kind") {
    const auto read = read_place(write_place(some_place()));
    REQUIRE(read);
    CHECK(*read == some_place());
    CHECK(url_of(read->hosts[0]) == "https://192.168.1.20:8443");
    CHECK(url_of(read->hosts[1]) == "https://[fd00::1]:443");
}

TEST_CASE("a pairing text with a place reads back, and one without is as it was") {
    Pairing pairing;
    pairing.event.value.bytes = {1, 2, 3};
    pairing.key = SymmetricKey{7};
    const std::string plain = write_pairing(pairing);
    pairing.place = some_place();
    const std::string text = write_pairing(pairing);
    REQUIRE(text == plain + "." + write_place(some_place()));
    const auto read = read_pairing(" " + text + "\n");
    REQUIRE(read);
    CHECK(read->place == some_place());
    CHECK(read->key == pairing.key);
    CHECK_FALSE(read_pairing(plain)->place);
    for (std::size_t i = plain.size() + 1; i < text.size(); ++i) {
        std::string mistyped = text;
        mistyped[i] = mistyped[i] == 'x' ? 'y' : 'x';
        CHECK_FALSE(read_pairing(mistyped));
        CHECK_FALSE(read_pairing(text.substr(0, i)));
    }
    CHECK(read_pairing(text + "A").error().english().find("behind the full stop") !=
          std::string::npos);
}

TEST_CASE("a place that says nothing, too much, or something unknown is none") {
    CHECK(read_place(with_hosts({4, 10, 0, 0, 1, 0x20, 0xFB})));
    CHECK_FALSE(read_place(with_hosts({})));
    CHECK_FALSE(read_place(with_hosts({4, 10, 0, 0, 1, 0, 0})));  // no port
    CHECK_FALSE(read_place(with_hosts({4, 10, 0, 0, 1, 0x20})));
    CHECK_FALSE(read_place(with_hosts({5, 10, 0, 0, 1, 0x20, 0xFB})));
    CHECK_FALSE(read_place(with_hosts({0, 0, 0, 1})));
    CHECK_FALSE(read_place(with_hosts({0, 2, 'a', '/', 0, 1})));
    CHECK_FALSE(read_place(with_hosts({0, 8, '1', '0', '.', '0', '.', '0', '.', '1', 0, 1})));
    CHECK(read_place(with_hosts(name_of_length(255))));
    Bytes many;
    for (int i = 0; i < 9; ++i) many.insert(many.end(), {4, 10, 0, 0, 1, 0x20, 0xFB});
    CHECK_FALSE(read_place(with_hosts(many)));
    many.resize(many.size() - 7);
    CHECK(read_place(with_hosts(many))->hosts.size() == most_store_hosts);
}

TEST_CASE("a place of a newer version is told from a slip") {
    Bytes bytes(40, 0);
    bytes.front() = 2;
    CHECK(read_place(checked(bytes)).error().english().find("newer version") != std::string::npos);
    CHECK(read_place(to_base64(bytes)).error().english().find("not whole") != std::string::npos);
}

TEST_CASE("whatever bytes stand in a place, it is read to the same text or refused") {
    const bool holds = rc::check([] {
        const auto hosts = *rc::gen::container<Bytes>(rc::gen::arbitrary<std::uint8_t>());
        const std::string text = with_hosts(hosts);
        const auto read = read_place(text);
        if (read) RC_ASSERT(write_place(*read) == text);
    });
    CHECK(holds);
    SeededRandom random(4);
    const std::string text = write_place(some_place());
    for (int round = 0; round < round_count(200); ++round) {
        Bytes bytes = *from_base64(text);
        bytes.resize(bytes.size() - 4);
        for (int change = 0; change < 3; ++change) {
            bytes[1 + random.below(bytes.size() - 1)] =
                static_cast<std::uint8_t>(random.below(256));
        }
        const auto read = read_place(checked(bytes));
        if (read) CHECK(write_place(*read) == checked(bytes));
    }
}
