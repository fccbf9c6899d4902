// After a purge nothing personal of the event is left in any byte: of the event file, its WAL, the
// machine's state directory, another device's file, and the central store.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <sodium.h>

#include "kiosk/desk/device_access.h"
#include "kiosk/desk/retention/purge.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/file/sqlite.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> secrets{
    "Åsalotta",         "Örnsköldhage",   "asalotta@hemligt.example", "0701234599",
    "Kikärtsallergi",   "Teckentolkning", "Kimberly Kontaktsson",     "kimberly@forening.example",
    "Undertecknarsson", "Ring mig hemma", "Gästgivare Grankvist",     "Utkastet om Åsalotta"};

// The words as they are, as UTF-16, and as base 64 has them at each of its three places.
std::vector<std::string> forms_of(const std::string& secret) {
    std::vector<std::string> forms{secret};
    std::string wide;
    for (const char c : secret) wide += {c, '\0'};
    forms.push_back(wide);
    for (std::size_t shift = 0; shift < 3; ++shift) {
        const std::string text = std::string(shift, ' ') + secret;
        std::string encoded(
            sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING),
            '\0');
        sodium_bin2base64(encoded.data(), encoded.size(),
                          reinterpret_cast<const unsigned char *>(text.data()),  // NOLINT
                          text.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
        // Without the ends, which what stands before and after the words changes.
        const std::size_t first = shift == 0 ? 0 : 4;
        forms.push_back(encoded.substr(first, encoded.size() - first - 4));
    }
    return forms;
}

std::vector<std::string> found_in(const std::string& bytes) {
    std::vector<std::string> found;
    for (const std::string& secret : secrets) {
        for (const std::string& form : forms_of(secret)) {
            if (bytes.find(form) != std::string::npos) found.push_back(secret);
        }
    }
    return found;
}

std::string bytes_below(const fs::path& folder) {
    std::string bytes;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += to_string(read_file(entry.path()));
    }
    return bytes;
}

// What lies sealed in an event file, by where it lies, and what opens to words.
std::map<std::string, std::string> sealed_in(const fs::path& file) {
    std::map<std::string, std::string> sealed;
    Database database(file, DatabaseMode::read_only);
    for (const char *sql : {"SELECT device || ' ' || sequence, sealed FROM operation",
                            "SELECT name, sealed FROM draft"}) {
        Statement rows(database, sql);
        while (rows.step()) sealed.emplace(rows.text(0), to_string(rows.blob(1)));
    }
    return sealed;
}

std::vector<std::string> said_in(Replica& replica) {
    std::string words;
    for (const Operation& operation : replica.operations()) {
        if (operation.body) words += to_string(operation.body->bytes);
    }
    for (const char letter : std::string("abcdefghijklmnopqrstuvwxyz")) {
        for (const auto& draft : replica.desk().drafts().with_prefix(std::string(1, letter))) {
            words += draft.text;
        }
    }
    return found_in(words);
}

void record(Replica& replica, const AttendeeId& person, BodyContent content) {
    const Body body{{person}, ActingRole::organiser, std::move(content)};
    replica.desk().record(std::span(&body, 1));
}

void record(Replica& replica, BodyContent content) {
    const Body body{{}, ActingRole::organiser, std::move(content)};
    replica.desk().record(std::span(&body, 1));
}

void say_everything(Replica& at) {
    const AttendeeId person{Uuid{{21}}};
    record(at, person,
           AttendeeDescribed{{{1, "Åsalotta"},
                              {2, "Örnsköldhage"},
                              {5, "asalotta@hemligt.example"},
                              {6, "0701234599"},
                              {8, "Kikärtsallergi"},
                              {9, "Teckentolkning"}}});
    record(at, person,
           MailNoted{MailId{Uuid{{1}}}, MailPurpose::invitation, MailStep::queued,
                     "asalotta@hemligt.example"});
    record(at, AttendeeId{Uuid{{22}}},
           ContactDescribed{OrganisationId{Uuid{{1}}},
                            {{1, "Kimberly Kontaktsson"}, {2, "kimberly@forening.example"}}});
    record(at, AttendeeId{Uuid{{23}}}, AttendeeDescribed{{{1, "Ulla"}, {2, "Undertecknarsson"}}});
    record(at, AttendeeId{Uuid{{23}}},
           MessageLeft{MessageId{Uuid{{1}}}, MessageKind::contact, "Ring mig hemma", "0701234599"});
    NoteWritten note;
    note.note = NoteId{Uuid{{1}}};
    note.text = "Vi vill ha en lokal";
    record(at, person, note);
    record(at, person, CheckedIn{});
    record(at, AttendeeId{Uuid{{24}}}, AttendeeDescribed{{{1, "Gästgivare"}, {2, "Grankvist"}}});
    record(at, NoteDescribed{note.note, {{5, "Gästgivare Grankvist"}, {9, "Ja, i vår"}}});
    at.desk().drafts().save("note of group 1", "Utkastet om Åsalotta");
}

void pass_a_day(TwoReplicas& harness) {
    for (ManualClock *clock :
         {&harness.first.clock(), &harness.second.clock(), &harness.central.clock()}) {
        clock->advance_ms(erasure_grace_ms + 60'000);
    }
    harness.first.desk().destroy_erased();
    harness.second.desk().destroy_erased();
    harness.central.store().destroy_erased(harness.central.clock().wall_ms());
}

}  // namespace

TEST_CASE(
    "nothing personal of a purged event is found in any byte, on any device or at the store") {
    TwoReplicas harness;
    say_everything(harness.first);
    harness.settle();
    harness.second.desk().drafts().save("note of group 2", "Utkastet om Åsalotta");
    REQUIRE(said_in(harness.first).size() >= secrets.size());
    REQUIRE_FALSE(found_in(bytes_below(harness.folder.path())).empty());
    const auto before = sealed_in(harness.first.file());
    const auto before_there = sealed_in(harness.second.file());

    const auto purged =
        purge(harness.first.desk(), {"DHP 2024 § 12", "registrator", PurgeTiming::now});
    if (!purged) FAIL(purged.error().english());
    CHECK(said_in(harness.first).empty());
    harness.settle();
    // Elsewhere it is destroyed a day later: within it the purge's writer may still be excluded.
    CHECK_FALSE(said_in(harness.second).empty());
    pass_a_day(harness);
    harness.settle();
    harness.check_equal();
    CHECK(said_in(harness.second).empty());
    for (const auto& [replica, known] :
         {std::pair{&harness.first, &before}, {&harness.second, &before_there}}) {
        const auto after = sealed_in(replica->file());
        // Neither the words, nor the sealed bytes that would open to them.
        const std::string bytes = bytes_below(replica->file().parent_path());
        CHECK(found_in(bytes).empty());
        std::size_t gone = 0;
        for (const auto& [place, sealed] : *known) {
            const auto still = after.find(place);
            if (still != after.end() && still->second == sealed) continue;
            ++gone;
            CHECK(bytes.find(sealed.substr(0, 24)) == std::string::npos);
        }
        CHECK(gone > 8);
    }
    CHECK(found_in(bytes_below(harness.folder.path())).empty());
    // What is kept is there.
    const Note& note = harness.second.desk().state().notes().at(NoteId{Uuid{{1}}});
    CHECK(note.heads(harness.second.desk().state().device_table()).size() == 1);
    const LatestFields& described =
        *harness.second.desk().state().note_descriptions().find(NoteId{Uuid{{1}}});
    CHECK(described.get(FollowUpField::owner).empty());
    CHECK(described.get(FollowUpField::answer) == "Ja, i vår");
}

TEST_CASE("what a late device says of purged people leaves no trace anywhere") {
    TwoReplicas harness;
    say_everything(harness.first);
    harness.settle();
    // It is away from now on.
    record(harness.second, AttendeeId{Uuid{{21}}},
           AttendeeDescribed{{{5, "asalotta@hemligt.example"}, {6, "0701234599"}}});
    REQUIRE(purge(harness.first.desk(), {"DHP 2024 § 12", "", PurgeTiming::now}));
    harness.exchange(harness.first);
    pass_a_day(harness);
    harness.settle();
    CHECK(said_in(harness.first).empty());
    pass_a_day(harness);
    harness.settle();
    harness.check_equal();
    CHECK(said_in(harness.second).empty());
    CHECK(found_in(bytes_below(harness.folder.path())).empty());
}

TEST_CASE("a table's key goes when its file closes, once the purge is done and all is sent") {
    TwoReplicas harness;
    say_everything(harness.first);
    harness.settle();
    const auto no_root = [] { return Result<SigningKeys>(input_error({"no root"})); };
    REQUIRE(admit_device(harness.first.desk(), harness.second.desk().device(), DeviceRole::table,
                         no_root));
    harness.settle();
    REQUIRE(purge(harness.first.desk(), {"DHP 2024 § 12", "", PurgeTiming::now}));
    harness.settle();
    // Within the day it may still be brought back.
    harness.second.close();
    harness.second.open();
    pass_a_day(harness);
    // Something that is not sent yet keeps the key.
    NoteWritten note;
    note.note = NoteId{Uuid{{7}}};
    note.text = "Ett sista ord";
    record(harness.second, note);
    harness.second.close();
    harness.second.open();
    harness.settle();
    harness.second.desk().destroy_erased();
    harness.second.close();
    const auto opened = Journal::open(
        harness.second.file(), [] { return std::nullopt; }, JournalAccess::read,
        harness.first.desk().environment(), [](const Operation&, Belief) {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().english().find("was purged") != std::string::npos);
    CHECK(harness.first.desk().state().notes().size() == 2);
}
