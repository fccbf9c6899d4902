#include "sync/journal/head_signatures.h"

#include <catch2/catch.hpp>

#include "sync/journal/operation_table.h"
#include "tests/support/bare_event_file.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// A file that holds four operations of a device, and no signature.
struct Signed : BareEventFile {
    Signed() {
        device.add_many(4);
        KnownDevice& known = chains.find_or_add(device.device());
        for (const Operation& operation : device.batch(1, 4).operations) {
            table.insert(chains.number_of(known), operation);
            chains.advance(operation.header, known);
        }
        REQUIRE(learn_key(device.operations().front(), known));
    }
    [[nodiscard]] KnownDevice& known() { return chains.find_or_add(device.device()); }
    [[nodiscard]] Result<> take(const std::vector<HeadSignature>& taken) {
        return signatures.take(taken, chains);
    }

    OperationSeal seal{database, key, random};
    OperationTable table{database, seal};
    DeviceChains chains{database, table, event};
    HeadSignatures signatures{database, event};
    SignedDevice device{event, random};
};

}  // namespace

TEST_CASE("of several signatures the newest of an operation that is here counts") {
    Signed file;
    REQUIRE(file.take({file.device.sign_at(2), file.device.sign_at(4), file.device.sign_at(3),
                       file.device.sign_at(5)})
                .ok());
    REQUIRE(file.known().signed_sequence == 4);
    REQUIRE(file.signatures.after(file.known(), 0) == std::vector{file.device.sign_at(4)});
    REQUIRE(file.signatures.after(file.known(), 4).empty());
    // One that covers less than what is signed already is not even looked at.
    HeadSignature old = file.device.sign_at(2);
    old.signature[0] ^= 1;
    REQUIRE(file.take({old}).ok());
    REQUIRE(file.signatures.after(file.known(), 0).size() == 1);
}

TEST_CASE("a signature by another key, or of another operation, is false") {
    Signed file;
    HeadSignature moved = file.device.sign_at(3);
    moved.sequence = 4;
    REQUIRE_FALSE(file.take({moved}).ok());
    SignedDevice other(file.event, file.random);
    HeadSignature borrowed = other.sign_at(1);
    borrowed.device = file.device.device();
    REQUIRE_FALSE(file.take({borrowed}).ok());
    REQUIRE(file.known().signed_sequence == 0);
    REQUIRE(file.signatures.after(file.known(), 0).empty());
}

TEST_CASE("a stored signature that is false, or beyond the end of its chain, is damage") {
    Signed file;
    REQUIRE(file.take({file.device.sign_at(4)}).ok());
    file.known().signed_sequence = 0;
    REQUIRE(file.signatures.check_newest(file.known(), file.chains).ok());
    REQUIRE(file.known().signed_sequence == 4);
    SECTION("beyond") {
        file.database.execute("UPDATE signature SET sequence = 5");
    }
    SECTION("false") {
        file.database.execute("UPDATE signature SET sequence = 3");
    }
    SECTION("too short") {
        file.database.execute("UPDATE signature SET signature = x'00'");
        REQUIRE_THROWS_AS(file.signatures.after(file.known(), 0), MachineFailure);
    }
    const auto checked = file.signatures.check_newest(file.known(), file.chains);
    REQUIRE_FALSE(checked.ok());
    REQUIRE(checked.error().kind == ErrorKind::machine);
}
