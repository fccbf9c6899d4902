// Hostile bundles: harmed bytes, and what somebody who has the event's key has put into one. Each
// is refused in words, or nothing but true operations is taken of it; none crashes.
#include <sstream>

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/bundle_file.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/machine/harmed_text.h"
#include "tests/support/record/bundle_parts.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

struct BundlePrey {
    TemporaryFolder folder;
    Replica writer{folder / "writer", 1, TwoReplicas::evening_ms};
    Replica reader{folder / "reader", 2, TwoReplicas::evening_ms, writer};
    EventId event = writer.desk().event();
    SymmetricKey key = writer.desk().journal().event_key();
    fs::path file = folder / "evening.bundle";

    BundlePrey() {
        for (const char *name : {"Åsa", "Örjan", "Karin"}) {
            writer.desk().walk_in({name, "Öberg", "Eken", "culture", {}, ""}, actor::staff);
        }
        REQUIRE(write_bundle_file(writer.desk(), file));
    }

    // Whether the reader takes it; what it then has is what the writer wrote.
    bool offer(const Bytes& content) {
        write_file(file, content);
        const auto before = reader.operations();
        const auto merged = merge_bundle_file(reader.desk(), file);
        if (!merged) {
            REQUIRE_FALSE(merged.error().english().empty());
            REQUIRE(reader.operations() == before);
            return false;
        }
        const auto whole = writer.operations();
        for (const Operation& operation : reader.operations()) {
            if (operation.header.device == reader.desk().device()) continue;
            const bool is_true =
                std::any_of(whole.begin(), whole.end(), [&](const Operation& known) {
                    return known.header == operation.header &&
                           (!operation.body || operation.body == known.body);
                });
            REQUIRE(is_true);
        }
        return true;
    }
};

}  // namespace

TEST_CASE("a bundle with any piece harmed is refused") {
    BundlePrey prey;
    const Bytes whole = read_file(prey.file);
    SeededRandom random(21);
    for (int round = 0; round < round_count(300); ++round) {
        std::string harmed = to_string(ByteView(whole));
        const std::string before = harmed;
        harm_text(harmed, random);
        if (harmed == before) continue;
        const ByteView bytes = view_bytes(harmed);
        REQUIRE_FALSE(prey.offer({bytes.begin(), bytes.end()}));
    }
    REQUIRE(prey.offer(whole));
}

TEST_CASE("what somebody with the key has sealed anew is read as carefully as what nobody has") {
    BundlePrey prey;
    const BundleParts whole = take_apart(read_file(prey.file), prey.key);
    SeededRandom random(22);
    const SigningKeys stranger = make_signing_keys(random);
    int taken = 0;
    for (int round = 0; round < round_count(300); ++round) {
        BundleParts hostile = whole;
        const std::size_t place = random.below(hostile.sections.size() + 1);
        if (place == hostile.sections.size()) {
            std::swap(hostile.sections.front(), hostile.sections.back());
        } else {
            std::string section = to_string(ByteView(hostile.sections[place]));
            harm_text(section, random);
            const ByteView bytes = view_bytes(section);
            hostile.sections[place].assign(bytes.begin(), bytes.end());
        }
        if (prey.offer(put_together(hostile, prey.event, prey.key, stranger, random))) ++taken;
    }
    // What is said of the heads is a hint, and what is left unharmed is true.
    CHECK(taken > 0);
}

TEST_CASE("any bytes where a bundle should be are refused in words") {
    BundlePrey prey;
    SeededRandom random(23);
    const Bytes whole = read_file(prey.file);
    for (int round = 0; round < round_count(300); ++round) {
        Bytes bytes(random.below(400));
        random.fill(bytes);
        // Behind a true header too.
        if (round % 2 == 0) {
            bytes.insert(bytes.begin(), whole.begin(), whole.begin() + BundleParts::header_size);
        }
        REQUIRE_FALSE(prey.offer(bytes));
    }
}
