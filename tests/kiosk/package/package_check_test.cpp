// Packages that somebody changed, harmed, or made to harm: each is refused by name.
#include "kiosk/package/package_check.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/package/closing.h"
#include "kiosk/package/package_file.h"
#include "kiosk/package/package_signatures.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/support/documents/package_files.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Contains;

namespace {

constexpr std::string_view notes_path = "representations/tables/data/notes-internal.csv";

const std::string& whole_package() {
    static const std::string package = [] {
        const TemporaryFolder folder;
        NotedEvening evening;
        evening.say_all();
        REQUIRE(close_record(*evening.event, Texts(), folder / "mote.zip"));
        return to_string(read_file(folder / "mote.zip"));
    }();
    return package;
}

std::string refusal(const std::string& package) {
    const auto report = check_package(package);
    return report ? "" : report.error().english();
}

}  // namespace

TEST_CASE("a package that another program packed anew holds, and that is said") {
    PackageContents contents(whole_package());
    std::reverse(contents.files.begin(), contents.files.end());
    contents.files.emplace_back(contents.folder() + "/documentation/", "");
    const auto report = check_package(contents.packed());
    if (!report) FAIL(report.error().english());
    CHECK(report->is_repacked);
}

TEST_CASE("one byte that is changed is found, wherever in the package it is") {
    const std::string& whole = whole_package();
    REQUIRE(check_package(whole).ok());
    // Each byte of the beginning and the end, and some of what lies between.
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < whole.size(); place += 1 + whole.size() / 60) {
        places.push_back(place);
    }
    for (std::size_t place = 0; place < 40; ++place) places.push_back(place);
    for (std::size_t place = 1; place <= 150; ++place) places.push_back(whole.size() - place);
    for (const std::size_t place : places) {
        std::string changed = whole;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        INFO(place);
        CHECK_FALSE(check_package(changed).ok());
    }
}

TEST_CASE("a package that is cut, or has something behind it, does not hold") {
    const std::string& whole = whole_package();
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{2}, std::size_t{63}, whole.size() / 2, whole.size() - 1}) {
        INFO(size);
        CHECK_FALSE(check_package(whole.substr(0, size)).ok());
    }
    CHECK_FALSE(check_package(whole + "x").ok());
    CHECK_FALSE(check_package("PK").ok());
}

TEST_CASE("a file that is changed, missing or too much is named") {
    PackageContents changed(whole_package());
    changed.set(notes_path, changed.get(notes_path) + "x");
    CHECK_THAT(refusal(changed.packed()),
               Contains("notes-internal.csv") && Contains("not as it was signed"));
    PackageContents missing(whole_package());
    missing.remove(notes_path);
    CHECK_THAT(refusal(missing.packed()), Contains("notes-internal.csv") && Contains("is missing"));
    PackageContents more(whole_package());
    more.set("documentation/more.txt", "More");
    CHECK_THAT(refusal(more.packed()),
               Contains("documentation/more.txt") && Contains("was not in it"));
    for (const char *path : {"METS.xml", "signature.json", "device-signatures.json",
                             "metadata/preservation/heads.json"}) {
        PackageContents without(whole_package());
        without.remove(path);
        CHECK_THAT(refusal(without.packed()), Contains(path) && Contains("is missing"));
        PackageContents other(whole_package());
        other.set(path, other.get(path) + "\n");
        // What signs may be laid out otherwise by whoever packs anew; what is signed may not.
        const bool is_signed = std::string_view(path) != "signature.json";
        CHECK(refusal(other.packed()).empty() != is_signed);
    }
}

TEST_CASE("names that lead out of the package, or are there twice, are refused") {
    for (const char *name : {"../evil", "/etc/evil", "x/../../evil", "x/./evil", "x\\evil",
                             "c:/evil", "evil", "x//evil"}) {
        PackageContents contents(whole_package());
        contents.files.emplace_back(name, "Evil");
        INFO(name);
        CHECK_THAT(refusal(contents.packed()), Contains("outside its folder"));
    }
    // Renamed within the bytes, since no program writes the same name twice.
    PackageContents contents(whole_package());
    const std::string name = contents.folder() + "/documentation/read-me.txt";
    std::string twin = name;
    twin.back() = 'u';
    contents.files.emplace_back(twin, "Evil");
    std::string bytes = contents.packed();
    for (std::size_t place = bytes.find(twin); place != std::string::npos;
         place = bytes.find(twin, place)) {
        bytes.replace(place, twin.size(), name);
    }
    CHECK_FALSE(check_package(bytes).ok());
}

TEST_CASE("a package that unpacks to more than any is refused before it is unpacked") {
    PackageContents contents(whole_package());
    constexpr std::size_t most_bytes = 20'000'000;
    contents.set("documentation/more.txt", std::string(most_bytes, ' '));
    const std::string bomb = contents.packed();
    CHECK(bomb.size() < most_bytes / 4);
    const auto refused = check_package(bomb, most_bytes);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().english(), Contains("more.txt") && Contains("unpacks to too much"));
}

TEST_CASE("somebody else's signature, and a device's that is false, are refused") {
    PackageContents contents(whole_package());
    auto signature = read_package_signature(contents.get("signature.json"));
    REQUIRE(signature);
    SeededRandom random(5);
    const SigningKeys other = make_signing_keys(random);
    // With the key of another, but the signature of the first.
    signature->signer = other.public_key;
    contents.set("signature.json", write_package_signature(*signature));
    CHECK_THAT(refusal(contents.packed()),
               Contains("signature.json") && Contains("not as it was signed"));

    // Whoever packs a record as their own can do so; a device's signature they cannot make.
    PackageContents forged(whole_package());
    auto devices = read_device_signatures(forged.get("device-signatures.json"));
    REQUIRE(devices);
    devices->front().signature[7] ^= 1;
    const std::string file = write_device_signatures(*devices);
    signature->devices = sha256(file);
    signature->signature = sign(other.secret_key, signed_message(*signature));
    forged.set("device-signatures.json", file);
    forged.set("signature.json", write_package_signature(*signature));
    CHECK_THAT(refusal(forged.packed()), Contains("false signature of the device"));
}

TEST_CASE("a maker that has not signed its own record is refused, and so is the key of another") {
    SeededRandom random(5);
    const auto packed_by = [](const SigningKeys& keys, PackageContents contents,
                              const PackedRecord& record, const DeviceSignatures& devices) {
        auto signature = read_package_signature(contents.get("signature.json"));
        REQUIRE(signature);
        const std::string file = write_device_signatures(devices);
        const std::string heads = write_packed_record(record);
        std::string mets = contents.get("METS.xml");
        const auto replace = [&mets](const std::string& from, const std::string& to) {
            const auto at = mets.find(from);
            REQUIRE(at != std::string::npos);
            mets.replace(at, from.size(), to);
        };
        const std::string before = contents.get(std::string(heads_path));
        replace(to_hex(sha256(before)), to_hex(sha256(heads)));
        replace("SIZE=\"" + std::to_string(before.size()) + "\" ",
                "SIZE=\"" + std::to_string(heads.size()) + "\" ");
        signature->signer = keys.public_key;
        signature->devices = sha256(file);
        signature->mets = sha256(mets);
        signature->signature = sign(keys.secret_key, signed_message(*signature));
        contents.set(heads_path, heads);
        contents.set("METS.xml", mets);
        contents.set("device-signatures.json", file);
        contents.set("signature.json", write_package_signature(*signature));
        return contents.packed();
    };
    const PackageContents contents(whole_package());
    const auto record = read_packed_record(contents.get(std::string(heads_path)));
    REQUIRE(record);
    const SigningKeys maker = make_signing_keys(random);
    // Whoever packs a record as their own says who made it; nobody else has signed it.
    const auto foreign = check_package(packed_by(maker, contents, *record, {}));
    if (!foreign) FAIL(foreign.error().english());
    CHECK(foreign->devices.front().signed_sequence == 0);
    PackedRecord own = *record;
    own.devices.front().device = device_of(maker.public_key);
    own.devices.front().key = maker.public_key;
    CHECK_THAT(refusal(packed_by(maker, contents, own, {})),
               Contains("has not signed its own operations"));
    PackedRecord mixed = *record;
    mixed.devices.front().key = maker.public_key;
    CHECK_THAT(refusal(packed_by(maker, contents, mixed, {})), Contains("a key of another"));
}
