#include "sync/replication/packed_body.h"

#include <catch2/catch.hpp>
#include <zstd.h>

#include "sync/replication/wire.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::size_t most = 32U << 20;

// A batch as a device sends it.
Bytes usual_body() {
    SeededRandom random(1);
    SignedDevice device(EventId{Uuid{{1}}}, random);
    device.add_many(499);
    return encode_batch(device.all());
}

// As a program packs that does not know the size beforehand.
Bytes pack_as_stream(ByteView bytes) {
    Bytes packed(ZSTD_compressBound(bytes.size()));
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    REQUIRE(ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush) == 0);
    REQUIRE(ZSTD_compressStream2(context, &out, &in, ZSTD_e_end) == 0);
    ZSTD_freeCCtx(context);
    packed.resize(out.pos);
    return packed;
}

}  // namespace

TEST_CASE("a batch is smaller packed, and unpacks to what it was") {
    const Bytes body = usual_body();
    const Bytes packed = pack_if_smaller(body);
    REQUIRE_FALSE(packed.empty());
    CHECK(packed.size() < body.size() * 4 / 5);
    CHECK(unpacked_size(packed) == body.size());
    CHECK(unpack(packed, most) == body);
    CHECK(unpack(packed, body.size()) == body);
    CHECK_FALSE(unpack(packed, body.size() - 1));
}

TEST_CASE("what is small, and what does not shrink, is not packed") {
    CHECK(pack_if_smaller(Bytes(least_packed_bytes - 1)).empty());
    CHECK_FALSE(pack_if_smaller(Bytes(least_packed_bytes)).empty());
    SeededRandom random(1);
    Bytes noise(100'000);
    random.fill(noise);
    CHECK(pack_if_smaller(noise).empty());
    CHECK(pack_if_smaller({}).empty());
}

TEST_CASE("a packed body that is cut, lengthened or damaged does not unpack") {
    const Bytes packed = pack_if_smaller(usual_body());
    for (std::size_t size = 0; size < packed.size(); size += 97) {
        CHECK_FALSE(unpack(ByteView(packed).first(size), most));
    }
    Bytes longer = packed;
    longer.push_back(0);
    CHECK_FALSE(unpack(longer, most));
    // Two frames are no body.
    Bytes twice = packed;
    twice.insert(twice.end(), packed.begin(), packed.end());
    CHECK_FALSE(unpack(twice, most));
    SeededRandom random(2);
    for (int round = 0; round < 500; ++round) {
        Bytes damaged = packed;
        damaged[random.below(damaged.size())] ^= static_cast<std::uint8_t>(1 + random.below(255));
        const auto bytes = unpack(damaged, 1U << 20);
        if (bytes) CHECK(bytes->size() <= 1U << 20);
        Bytes noise(random.below(200));
        random.fill(noise);
        static_cast<void>(unpack(noise, 1U << 20));
    }
}

TEST_CASE("a body that does not say what it unpacks to is not unpacked") {
    const Bytes packed = pack_as_stream(usual_body());
    CHECK_FALSE(unpacked_size(packed));
    CHECK_FALSE(unpack(packed, most));
}

TEST_CASE("codings are read as HTTP writes them") {
    for (const char *header :
         {"zstd", "gzip, zstd", "gzip;q=1.0, zstd;q=0.5", " zstd ;q=0.001 ", "br,zstd,gzip"}) {
        CAPTURE(header);
        CHECK(names_packed_coding(header));
    }
    for (const char *header : {"", "gzip", "zstandard", "gzip, br", "zstd;q=0", "zstd;q=0.000",
                               "x zstd", "identity, *"}) {
        CAPTURE(header);
        CHECK_FALSE(names_packed_coding(header));
    }
}
