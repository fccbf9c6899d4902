#include "sync/journal/head_signatures.h"

#include <catch2/catch.hpp>

#include "sync/journal/operation_table.h"
#include "tests/support/bare_event_file.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// A file that takes a device's operations, each signed as it comes.
struct Signed : BareEventFile {
    void take(const Operation& operation) {
        KnownDevice& device_here = known();
        device_here.key = device.keys().public_key;
        table.insert(chains.number_of(device_here), operation);
        device_here.advance(operation);
    }
    void take_signed(const Operation& operation) {
        take(operation);
        signatures.keep(device.sign_at(operation.header.sequence), known());
    }
    [[nodiscard]] KnownDevice& known() { return chains.find_or_add(device.device()); }
    [[nodiscard]] std::vector<std::uint64_t> stored() {
        std::vector<std::uint64_t> sequences;
        for (const HeadSignature& signature : signatures.after(known(), 0)) {
            sequences.push_back(signature.sequence);
        }
        return sequences;
    }

    OperationSeal seal{database, key, random};
    OperationTable table{database, seal};
    DeviceChains chains{database, table, event};
    HeadSignatures signatures{database, event};
    SignedDevice device{event, random};
};

// As after opening the file again.
KnownDevice read_again(Signed& file) {
    KnownDevice again{file.device.device(), {}, 0, file.known().key, file.known().number};
    file.signatures.read_extent(again);
    for (const Operation& operation : file.device.operations()) again.advance(operation);
    return again;
}

}  // namespace

TEST_CASE("the newest signature of a device replaces the one before it") {
    Signed file;
    file.device.add_many(3);
    for (const Operation& operation : file.device.operations()) file.take_signed(operation);
    REQUIRE(file.stored() == std::vector<std::uint64_t>{4});
    REQUIRE(file.signatures.after(file.known(), 0) == std::vector{file.device.sign_at(4)});
    REQUIRE(file.signatures.after(file.known(), 4).empty());
}

TEST_CASE("between two signatures that are kept lie no more operations than travel in one piece") {
    Signed file;
    file.device.add_many(2 * signature_interval + 100);
    std::size_t most = 0;
    for (const Operation& operation : file.device.operations()) {
        file.take_signed(operation);
        const auto stored = file.stored();
        for (std::size_t i = 0; i < stored.size(); ++i) {
            most = std::max(most, stored[i] - (i == 0 ? 0 : stored[i - 1]));
        }
    }
    REQUIRE(most == signature_interval);
    REQUIRE(file.stored().size() == 3);
    const KnownDevice again = read_again(file);
    REQUIRE(again.signed_sequence == file.known().signed_sequence);
    REQUIRE(again.kept_signature == file.known().kept_signature);
    REQUIRE(again.bytes_between == file.known().bytes_between);
}

TEST_CASE("between two signatures that are kept lie no more bytes than travel in one piece") {
    Signed file;
    const std::string long_text(signature_interval_bytes / 4, 'x');
    for (std::uint8_t i = 0; i < 9; ++i) {
        file.device.add_about(small_id<AttendeeId>(i), AttendeeDescribed{{{1, long_text}}});
    }
    for (const Operation& operation : file.device.operations()) file.take_signed(operation);
    // Four of them are as much as may lie in one piece.
    REQUIRE(file.stored() == std::vector<std::uint64_t>{4, 7, 10});
    REQUIRE(read_again(file).bytes_between == file.known().bytes_between);
}

TEST_CASE("a head is due to be signed after so many operations or bytes without a signature") {
    Signed file;
    file.device.add_many(signature_interval - 2);
    for (const Operation& operation : file.device.operations()) file.take(operation);
    REQUIRE_FALSE(HeadSignatures::is_due(file.known()));
    file.device.add_many(1);
    file.take(file.device.operations().back());
    REQUIRE(HeadSignatures::is_due(file.known()));
    Signed other;
    other.device.add_about(small_id<AttendeeId>(1),
                           AttendeeDescribed{{{1, std::string(signature_interval_bytes, 'x')}}});
    for (const Operation& operation : other.device.operations()) other.take(operation);
    REQUIRE(HeadSignatures::is_due(other.known()));
}

TEST_CASE("a stored signature that is false, or beyond the end of its chain, is damage") {
    Signed file;
    file.device.add_many(3);
    for (const Operation& operation : file.device.operations()) file.take_signed(operation);
    REQUIRE(file.signatures.check_newest(file.known(), file.chains).ok());
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
    file.signatures.read_extent(file.known());
    const auto checked = file.signatures.check_newest(file.known(), file.chains);
    REQUIRE_FALSE(checked.ok());
    REQUIRE(checked.error().kind == ErrorKind::machine);
}
