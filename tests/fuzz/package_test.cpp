// Hostile packages for the archive: harmed bytes, and files in them that say something else. Each
// is refused in words or is what was signed; none crashes.
#include <catch2/catch.hpp>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/package/closing.h"
#include "kiosk/package/package_check.h"
#include "kiosk/package/package_signatures.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/support/documents/package_files.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/machine/harmed_text.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

std::string make_package() {
    const TemporaryFolder folder;
    NotedEvening evening;
    evening.say_all();
    REQUIRE(close_record(*evening.event, Texts(), folder / "mote.zip"));
    return to_string(read_file(folder / "mote.zip"));
}

// Signed by a stranger, as whoever has a key of their own can do.
void sign_anew(PackageContents& package, const SigningKeys& keys) {
    auto signature = *read_package_signature(package.get("signature.json"));
    signature.signer = keys.public_key;
    signature.mets = sha256(package.get("METS.xml"));
    signature.devices = sha256(package.get("device-signatures.json"));
    signature.signature = sign(keys.secret_key, signed_message(signature));
    package.set("signature.json", write_package_signature(signature));
}

}  // namespace

TEST_CASE("a package with any byte changed is refused") {
    const std::string whole = make_package();
    SeededRandom random(12);
    for (int round = 0; round < round_count(200); ++round) {
        std::string harmed = whole;
        const std::size_t place = random.below(harmed.size());
        const auto flipped = static_cast<unsigned char>(1 + random.below(255));
        harmed[place] = static_cast<char>(static_cast<unsigned char>(harmed[place]) ^ flipped);
        INFO(place);
        const auto report = check_package(harmed);
        REQUIRE_FALSE(report);
        REQUIRE_FALSE(report.error().english().empty());
    }
}

TEST_CASE("a package whose own files are harmed is refused, whoever packed it") {
    const PackageContents whole(make_package());
    SeededRandom random(13);
    for (int round = 0; round < round_count(200); ++round) {
        PackageContents harmed = whole;
        auto& [name, content] = harmed.files[random.below(5)];
        const std::string before = content;
        harm_text(content, random);
        if (content == before) continue;
        INFO(name);
        // How a signature is laid out is not signed; all that it says is.
        const auto report = check_package(harmed.packed());
        REQUIRE((!report || name.ends_with("/signature.json")));
    }
}

TEST_CASE("what a stranger has signed is read as carefully as what nobody has") {
    const PackageContents whole(make_package());
    SeededRandom random(14);
    const SigningKeys stranger = make_signing_keys(random);
    const std::string heads = whole.get("metadata/preservation/heads.json");
    int held = 0;
    for (int round = 0; round < round_count(300); ++round) {
        PackageContents hostile = whole;
        std::string mets = whole.get("METS.xml");
        std::string changed = heads;
        std::string devices = whole.get("device-signatures.json");
        harm_text(round % 3 == 0 ? mets : round % 3 == 1 ? changed : devices, random);
        const std::string hash = to_hex(sha256(heads));
        if (const auto place = mets.find(hash); place != std::string::npos) {
            mets.replace(place, hash.size(), to_hex(sha256(changed)));
        }
        const std::string size = "SIZE=\"" + std::to_string(heads.size()) + "\"";
        if (const auto place = mets.find(size); place != std::string::npos) {
            mets.replace(place, size.size(), "SIZE=\"" + std::to_string(changed.size()) + "\"");
        }
        hostile.set("METS.xml", mets);
        hostile.set("metadata/preservation/heads.json", changed);
        hostile.set("device-signatures.json", devices);
        sign_anew(hostile, stranger);
        const auto report = check_package(hostile.packed());
        if (report) {
            ++held;
        } else {
            REQUIRE_FALSE(report.error().english().empty());
        }
    }
    // What is harmed may be a name, or space between two elements.
    CHECK(held > 0);
}
