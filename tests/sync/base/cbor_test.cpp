#include "sync/base/cbor.h"

#include <limits>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/random.h"
#include "sync/base/utf8.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;
using nlohmann::json;

namespace {

void write(CborWriter& out, const json& value) {
    if (value.is_null()) return out.null();
    if (value.is_number_integer()) return out.integer(value.get<std::int64_t>());
    if (value.is_string()) return out.text(value.get_ref<const std::string&>());
    if (value.is_binary()) return out.bytes(value.get_binary());
    if (value.is_array()) {
        out.array(value.size());
        for (const json& item : value) write(out, item);
        return;
    }
    out.map(value.size());
    for (const auto& [key, item] : value.items()) {
        out.text(key);
        write(out, item);
    }
}

Bytes encode(const json& value) {
    CborWriter out;
    write(out, value);
    return out.take();
}

std::string any_text(Random& random) {
    static constexpr const char *pieces[] = {"a", "Å", "š", "م", "😀", " ", "\"", "\n"};
    std::string text;
    for (std::uint64_t left = random.below(40); left > 0; --left) text += pieces[random.below(8)];
    return text;
}

json any_value(Random& random, int depth) {
    switch (random.below(depth > 3 ? 4 : 6)) {
        case 0: {
            const auto bits = static_cast<std::int64_t>(read_big_endian(random.bytes<8>()));
            return bits >> random.below(64);
        }
        case 1:
            return any_text(random);
        case 2: {
            json::binary_t bytes(std::vector<std::uint8_t>(random.below(300)));
            random.fill(bytes);
            return bytes;
        }
        case 3:
            return nullptr;
        case 4: {
            json array = json::array();
            for (auto left = random.below(30); left > 0; --left) {
                array.push_back(any_value(random, depth + 1));
            }
            return array;
        }
        default: {
            json map = json::object();
            for (auto left = random.below(30); left > 0; --left) {
                map[any_text(random)] = any_value(random, depth + 1);
            }
            return map;
        }
    }
}

bool is_within(ByteView whole, ByteView part) {
    return part.data() > whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

json read(CborReader& in, ByteView bytes) {
    switch (bytes.empty() ? 7 : bytes.front() >> 5) {
        case 0:
        case 1:
            return in.integer();
        case 2: {
            const ByteView value = in.bytes();
            return json::binary_t({value.begin(), value.end()});
        }
        case 3:
            return std::string(in.text());
        default:
            if (!in.null()) in.fail();
            return nullptr;
    }
}

}  // namespace

TEST_CASE("what the writer writes, another CBOR library writes byte for byte") {
    SeededRandom random(1);
    for (int round = 0; round < 500; ++round) {
        const json value = any_value(random, 0);
        const Bytes bytes = encode(value);
        REQUIRE(bytes == write_cbor(value));
        REQUIRE(read_cbor(bytes) == value);
    }
}

TEST_CASE("what another CBOR library writes, the reader reads back") {
    SeededRandom random(2);
    for (int round = 0; round < 500; ++round) {
        const json value = any_value(random, 0);
        const Bytes bytes = write_cbor(value);
        CborReader stepper(bytes);
        stepper.skip();
        REQUIRE(stepper.ok());
        REQUIRE(stepper.at_end());
        if (value.is_structured()) continue;
        CborReader in(bytes);
        REQUIRE(read(in, bytes) == value);
        REQUIRE(in.ok());
        REQUIRE(in.at_end());
    }
}

TEST_CASE("integers at the edges of every head size come back") {
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{23}, std::int64_t{24}, std::int64_t{255}, std::int64_t{256},
          std::int64_t{65'535}, std::int64_t{65'536}, std::int64_t{4'294'967'295},
          std::int64_t{4'294'967'296}, std::numeric_limits<std::int64_t>::max()}) {
        for (const std::int64_t signed_value : {value, -value, -value - 1}) {
            CborWriter out;
            out.integer(signed_value);
            const Bytes bytes = out.take();
            REQUIRE(bytes == write_cbor(json(signed_value)));
            CborReader in(bytes);
            REQUIRE(in.integer() == signed_value);
            REQUIRE(in.ok());
        }
    }
}

TEST_CASE("an integer beyond 64 signed bits is refused, not wrapped") {
    for (const std::uint8_t first : Bytes{0x1B, 0x3B}) {
        Bytes bytes{first};
        append_big_endian(bytes, std::uint64_t{1} << 63, 8);
        CborReader in(bytes);
        REQUIRE(in.integer() == 0);
        REQUIRE_FALSE(in.ok());
    }
}

TEST_CASE("a reader that failed once stays failed and gives nothing") {
    CborWriter out;
    out.text("not a number");
    out.integer(5);
    const Bytes bytes = out.take();
    CborReader in(bytes);
    REQUIRE(in.integer() == 0);
    REQUIRE_FALSE(in.ok());
    REQUIRE(in.integer() == 0);
    REQUIRE(in.text().empty());
    REQUIRE(in.array() == 0);
    REQUIRE_FALSE(in.null());
    REQUIRE_FALSE(in.ok());
}

TEST_CASE("a length that the bytes cannot hold is refused before anything is set aside") {
    for (const unsigned major : {2U, 3U, 4U, 5U}) {
        Bytes bytes{static_cast<std::uint8_t>(major << 5 | 27)};
        append_big_endian(bytes, UINT64_MAX, 8);
        bytes.resize(bytes.size() + 100);
        CborReader in(bytes);
        in.skip();
        REQUIRE_FALSE(in.ok());
    }
}

TEST_CASE("nesting beyond 16 is refused, so that hostile bytes cannot exhaust the stack") {
    Bytes bytes(1'000'000, 0x81);
    bytes.push_back(0xF6);
    CborReader in(bytes);
    in.skip();
    REQUIRE_FALSE(in.ok());
}

TEST_CASE("hostile bytes are read without a crash and without reading past their end") {
    const bool is_safe = rc::check([](const std::vector<std::uint8_t>& hostile) {
        // An allocation of exactly this size, so that the sanitizer sees one byte too many.
        const Bytes bytes(hostile.begin(), hostile.end());
        CborReader stepper(bytes);
        std::size_t steps = 0;
        while (stepper.ok() && !stepper.at_end()) {
            stepper.skip();
            RC_ASSERT(++steps <= bytes.size());
        }
        // Whatever is asked for: it is nothing, or lies within the bytes and after its own head.
        CborReader list(bytes);
        RC_ASSERT(list.array() < std::max<std::size_t>(1, bytes.size()));
        CborReader pairs(bytes);
        RC_ASSERT(2 * pairs.map() < std::max<std::size_t>(1, bytes.size()));
        CborReader string(bytes);
        const ByteView value = string.bytes();
        RC_ASSERT(value.empty() || is_within(bytes, value));
        CborReader words(bytes);
        const std::string_view text = words.text();
        RC_ASSERT(text.empty() || (is_utf8(text) && is_within(bytes, view_bytes(text))));
        CborReader number(bytes);
        const std::int64_t integer = number.integer();
        RC_ASSERT(integer == 0 || number.ok());
        CborReader fixed(bytes);
        const bool is_none = fixed.fixed_bytes<16>() == ByteArray<16>{};
        RC_ASSERT(is_none || (fixed.ok() && bytes.size() > 16));
    });
    REQUIRE(is_safe);
}

TEST_CASE("every shortened or changed encoding is refused or read as something whole") {
    SeededRandom random(3);
    // No byte of it begins a map, whose keys may here be what the other library does not read.
    const Bytes bytes = encode(
        {1, "Öl", json::array({nullptr, -5}), json::binary(std::vector<std::uint8_t>(40, 1))});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Bytes shortened(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        CborReader in(shortened);
        in.skip();
        REQUIRE_FALSE(in.ok());
    }
    int accepted = 0;
    int refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        Bytes changed = bytes;
        const std::uint8_t byte = random.bytes<1>()[0];
        changed[random.below(changed.size())] = byte;
        CborReader in(changed);
        in.skip();
        ++(in.ok() ? accepted : refused);
        if (!in.ok() || byte >> 5 == 5) continue;
        // What is accepted is a whole value to the other library too, and as long.
        REQUIRE(read_cbor(changed, CborEnd::anywhere));
        REQUIRE(read_cbor(changed).has_value() == in.at_end());
    }
    CHECK(accepted > 1'000);
    CHECK(refused > 1'000);
}

TEST_CASE("only well-formed UTF-8 is a text") {
    for (const char *good : {"", "a", "Åsa", "م", "😀", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"}) {
        REQUIRE(is_utf8(good));
    }
    for (const char *bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5", "\xFF",
                            "a\xC3", "\xE2\x82", "\xC3\x28"}) {
        REQUIRE_FALSE(is_utf8(bad));
        CborWriter out;
        out.text(bad);
        const Bytes bytes = out.take();
        CborReader in(bytes);
        REQUIRE(in.text().empty());
        REQUIRE_FALSE(in.ok());
    }
}
