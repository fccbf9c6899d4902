#include "sync/model/operation.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/base/random.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

OperationHeader any_header(Random& random) {
    OperationHeader header;
    header.id.value.bytes = random.bytes<16>();
    header.device.value.bytes = random.bytes<16>();
    header.sequence = 1 + random.below(largest_lamport);
    header.lamport = 1 + random.below(largest_lamport);
    header.wall_ms = static_cast<std::int64_t>(read_big_endian(random.bytes<8>()));
    header.kind = static_cast<OperationKind>(read_big_endian(random.bytes<2>()));
    header.body_hash = random.bytes<32>();
    return header;
}

}  // namespace

TEST_CASE("a header is 90 bytes and read back as it was written") {
    SeededRandom random(1);
    for (int round = 0; round < 1'000; ++round) {
        const OperationHeader header = any_header(random);
        const Bytes bytes = encode_header_core(header);
        REQUIRE(bytes.size() == header_core_size);
        REQUIRE(decode_header_core(bytes) == header);
    }
}

TEST_CASE("a header of another size, or counting from 0, or beyond any event, is refused") {
    SeededRandom random(2);
    OperationHeader header = any_header(random);
    Bytes bytes = encode_header_core(header);
    REQUIRE_FALSE(decode_header_core(ByteView(bytes).first(89)));
    bytes.push_back(0);
    REQUIRE_FALSE(decode_header_core(bytes));
    for (const std::uint64_t refused : {std::uint64_t{0}, largest_lamport + 1, UINT64_MAX}) {
        header = any_header(random);
        header.lamport = refused;
        REQUIRE_FALSE(decode_header_core(encode_header_core(header)));
        header = any_header(random);
        header.sequence = refused;
        REQUIRE_FALSE(decode_header_core(encode_header_core(header)));
    }
}

TEST_CASE("every byte of a header, and what came before it, goes into the chain") {
    SeededRandom random(3);
    const OperationHeader header = any_header(random);
    const Hash start = chain_start(small_id<EventId>(1), header.device);
    const Hash whole = chain(start, header);
    const Bytes bytes = encode_header_core(header);
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        Bytes changed = bytes;
        changed[place] ^= 1;
        const auto other = decode_header_core(changed);
        if (other) REQUIRE(chain(start, *other) != whole);
    }
    REQUIRE(chain(chain_start(small_id<EventId>(2), header.device), header) != whole);
    REQUIRE(chain_start(small_id<EventId>(1), small_id<DeviceId>(1)) != start);
}

TEST_CASE("the hash of a body cannot be guessed without its salt") {
    const SaltedBody body{Salt{1}, {1, 2, 3}};
    REQUIRE(hash_body(body) != hash_body({Salt{2}, {1, 2, 3}}));
    REQUIRE(hash_body(body) != hash_body({Salt{1}, {1, 2, 4}}));
    REQUIRE(hash_body(body) == hash_body({Salt{1}, {1, 2, 3}}));
}

TEST_CASE("a device's id is made from its key") {
    REQUIRE(device_of(PublicKey{1}) == device_of(PublicKey{1}));
    REQUIRE(device_of(PublicKey{1}) != device_of(PublicKey{2}));
}

TEST_CASE("the order of the record is total: by Lamport counter, then device, then sequence") {
    SeededRandom random(4);
    std::vector<OperationHeader> headers;
    for (int i = 0; i < 200; ++i) {
        OperationHeader header;
        header.lamport = 1 + random.below(5);
        header.device = small_id<DeviceId>(static_cast<std::uint8_t>(random.below(3)));
        header.sequence = 1 + random.below(4);
        headers.push_back(header);
    }
    for (const OperationHeader& left : headers) {
        for (const OperationHeader& right : headers) {
            const bool is_same = left == right;
            REQUIRE((is_before(left, right) + is_before(right, left) + is_same) == 1);
            if (left.lamport < right.lamport) REQUIRE(is_before(left, right));
        }
    }
    std::sort(headers.begin(), headers.end(), is_before);
    REQUIRE(std::is_sorted(headers.begin(), headers.end(), is_before));
}
