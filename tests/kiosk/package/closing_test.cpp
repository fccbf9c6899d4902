// An event closed: its package, and what the record tells of it.
#include "kiosk/package/closing.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/package/package_check.h"
#include "sync/journal/device_head.h"
#include "sync/report/packaged_record.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/support/documents/package_files.h"
#include "tests/support/documents/poppler.h"
#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Contains;

namespace {

const Texts texts;

struct ClosedFile {
    ClosedRecord closed;
    std::string package;
};

ClosedFile close_into(Desk& desk, const std::filesystem::path& file) {
    const auto closed = close_record(desk, texts, file);
    if (!closed) FAIL(closed.error().english());
    return {*closed, to_string(read_file(file))};
}

bool is_packaged(Desk& desk) {
    return stormote::is_packaged(desk.state(), record_heads(desk.journal().heads()));
}

// Without what the device that makes the package says of it.
std::vector<PackageContents::File> unsigned_content(const std::string& package) {
    PackageContents contents(package);
    contents.remove("signature.json");
    contents.remove("device-signatures.json");
    return contents.files;
}

struct Closing {
    Closing() {
        evening.event.come(evening.event.add({"Åsa", "Öberg", "Eken"}));
        evening.say_all();
    }
    ClosedFile close() { return close_into(*evening.event, folder / "mote.zip"); }

    TemporaryFolder folder;
    NotedEvening evening;
};

}  // namespace

TEST_CASE("a closed event is a package that holds, and the record tells of it") {
    Closing closing;
    CHECK_FALSE(is_packaged(*closing.evening.event));
    const ClosedFile made = closing.close();
    CHECK(made.closed.is_stated_anew);
    CHECK(made.closed.devices == 1);
    CHECK(is_packaged(*closing.evening.event));
    const auto& packages = closing.evening.state().packages();
    REQUIRE(packages.size() == 1);
    CHECK(packages.begin()->second.content.package == sha256(made.package));
    const auto report = check_package(made.package);
    if (!report) FAIL(report.error().english());
    CHECK(report->signer == closing.evening.event->device());
    CHECK(report->event == closing.evening.event->event());
    REQUIRE(report->devices.size() == 1);
    const auto packed = packages.begin()->second.content.heads[0].sequence;
    CHECK(report->devices[0].head.sequence == static_cast<std::uint64_t>(packed));
    CHECK(report->devices[0].signed_sequence == report->devices[0].head.sequence);
    CHECK_FALSE(report->is_repacked);
}

TEST_CASE("an event closed again is the same bytes, and nothing is stated again") {
    Closing closing;
    const ClosedFile first = closing.close();
    closing.evening.event.clock.advance_ms(86'400'000);
    closing.evening.event.reopen();
    const ClosedFile again = closing.close();
    CHECK(again.package == first.package);
    CHECK_FALSE(again.closed.is_stated_anew);
    CHECK(closing.evening.state().packages().size() == 1);

    closing.evening.say(1, 1, NoteKind::point, "En sak till");
    CHECK_FALSE(is_packaged(*closing.evening.event));
    const ClosedFile later = closing.close();
    CHECK(later.closed.is_stated_anew);
    CHECK(PackageContents(later.package).folder() != PackageContents(first.package).folder());
    CHECK(check_package(later.package).ok());
    CHECK(closing.close().package == later.package);
}

TEST_CASE("two devices with the same record pack the same, each with its own signature") {
    TwoReplicas replicas;
    const auto walk_in = [](Replica& replica, const char *name) {
        replica.desk().walk_in({name, "Öberg", "Eken", "", {}, ""}, EventDesk::staff);
    };
    walk_in(replicas.first, "Åsa");
    walk_in(replicas.second, "Bo");
    replicas.settle();
    const ClosedFile first = close_into(replicas.first.desk(), replicas.folder / "1.zip");
    const ClosedFile second = close_into(replicas.second.desk(), replicas.folder / "2.zip");
    CHECK(unsigned_content(first.package) == unsigned_content(second.package));
    CHECK(check_package(first.package)->signer == replicas.first.desk().device());
    CHECK(check_package(second.package)->signer == replicas.second.desk().device());
    CHECK(check_package(first.package)->devices.size() == 2);

    // Each hears that the other has made one: that is nothing to pack, and what the other has
    // signed since leads from the head in the package to what it stated.
    replicas.settle();
    CHECK(is_packaged(replicas.first.desk()));
    const ClosedFile third = close_into(replicas.first.desk(), replicas.folder / "3.zip");
    CHECK(unsigned_content(third.package) == unsigned_content(first.package));
    const auto report = check_package(third.package);
    if (!report) FAIL(report.error().english());
    CHECK(report->devices == check_package(first.package)->devices);
}

TEST_CASE("a package has papers, tables, and what explains them") {
    Closing closing;
    const PackageContents contents(closing.close().package);
    for (const char *paper : {"attendance", "statistics", "notes-internal", "proposals-internal",
                              "compilation-internal", "compilation-public"}) {
        const std::string& pdf =
            contents.get("representations/documents/data/" + std::string(paper) + ".pdf");
        CHECK(pdf.starts_with("%PDF-"));
    }
    CHECK_THAT(contents.get("representations/tables/data/attendance.csv"), Contains("Åsa Öberg"));
    CHECK_THAT(contents.get("representations/tables/data/attendance.json"), Contains("Åsa Öberg"));
    const std::string pdf =
        poppler_text(contents.get("representations/documents/data/compilation-public.pdf"));
    CHECK_THAT(pdf, Contains("Kontaktperson") && !Contains("Åsa Öberg"));
    CHECK_THAT(contents.get("documentation/las-mig.txt"), Contains("stormote verify PAKET.zip"));
    CHECK_THAT(contents.get("documentation/read-me.txt"), Contains("Ekbackens kommun"));
    CHECK_THAT(contents.get("documentation/tables.xml"),
               Contains("<table name=\"attendance\"") &&
                   Contains("<column key=\"checked_in_at\" heading=\"Checked in at\" "
                            "form=\"instant\">") &&
                   Contains("<word code=\"present\">"));
    CHECK_FALSE(contents.has("representations/tables/data/kitchen.csv"));
}

TEST_CASE("with a decision, kept notes are packed whole, and no name with them") {
    Closing closing;
    auto& evening = closing.evening;
    const NoteId withheld = evening.say(1, 1, NoteKind::proposal, "Flytta hundrastgården");
    evening.describe(withheld, FollowUpField::withheld, "withheld");
    evening.describe(withheld, FollowUpField::wording, "Flytta den");
    evening.describe(withheld, FollowUpField::owner, "Åsa Öberg");
    evening.event.record(SettingsDescribed{
        FieldSetter<SettingField>{}.set(SettingField::keep_decision, "DHP 2024 § 12").take()});
    const PackageContents contents(closing.close().package);
    CHECK_THAT(contents.get("representations/tables/data/notes-internal.csv"),
               Contains("Flytta hundrastgården"));
    CHECK_THAT(poppler_text(contents.get("representations/documents/data/notes-internal.pdf")),
               Contains("Flytta hundrastgården") && Contains("Not for the public"));
    CHECK_FALSE(contents.has("representations/tables/data/attendance.csv"));
    for (const auto& [name, content] : contents.files) {
        INFO(name);
        CHECK_THAT(name.ends_with(".pdf") ? poppler_text(content) : content, !Contains("Öberg"));
    }
}

TEST_CASE("what people write stays what they wrote, and harms no file of the package") {
    Closing closing;
    auto& evening = closing.evening;
    evening.say(1, 1, NoteKind::proposal, "<note a=\"1\">]]>&amp;</note> \x01 \xF0\x9F\x8C\xB3");
    evening.say(1, 1, NoteKind::point, "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 =SUM(A1)");
    evening.event.record(
        SettingsDescribed{FieldSetter<SettingField>{}
                              .set(SettingField::name, "Möte\x02 {0} & <b>\n\xF0\x9F\x8C\xB3")
                              .set(SettingField::municipality, "\"Eken\" & <Bron>")
                              .set(SettingField::place, "../../etc")
                              .take()});
    const ClosedFile made = closing.close();
    const auto report = check_package(made.package);
    if (!report) FAIL(report.error().english());
    const PackageContents contents(made.package);
    CHECK_THAT(contents.get("METS.xml"),
               Contains("<name>&quot;Eken&quot; &amp; &lt;Bron&gt;</name>"));
    CHECK_THAT(contents.get("documentation/read-me.txt"),
               Contains("Möte  {0} & <b> \xF0\x9F\x8C\xB3"));
    CHECK_THAT(contents.get("representations/tables/data/notes-internal.json"),
               Contains("<note a=\\\"1\\\">]]>&amp;</note> \\u0001 \xF0\x9F\x8C\xB3"));
}

TEST_CASE("an empty event without names is packed, too") {
    TemporaryFolder folder;
    EventDesk event;
    const ClosedFile made = close_into(*event, folder / "tom.zip");
    CHECK(check_package(made.package).ok());
    CHECK_THAT(PackageContents(made.package).get("METS.xml"),
               Contains("<name>A municipality whose name the record does not say</name>"));
}

TEST_CASE("a package that cannot be written leaves no file, and the record tells of none") {
    Closing closing;
    Desk& desk = *closing.evening.event;
    const auto gone = close_record(desk, texts, closing.folder / "gone" / "mote.zip");
    REQUIRE_FALSE(gone);
    CHECK_THAT(gone.error().english(), Contains("There is no folder"));
    CHECK(desk.state().packages().empty());
    const auto stick = MountedDisk::of_size(closing.folder / "stick", 64 * 1024);
    if (!stick.is_mounted()) return note_skipped("nobody may mount a small disk here");
    const auto full = close_record(desk, texts, closing.folder / "stick" / "mote.zip");
    REQUIRE_FALSE(full);
    CHECK(full.error().kind == ErrorKind::machine);
    CHECK(std::filesystem::is_empty(closing.folder / "stick"));
    CHECK(desk.state().packages().empty());
}

TEST_CASE("a device that is no organiser's makes no package") {
    TemporaryFolder folder;
    Replica organiser(folder / "organiser", 1, EventDesk::evening_ms);
    Machine machine(folder / "table", 3);
    Opening joined =
        machine.join(folder / "table.stormote", organiser.desk().journal(), DeviceRole::table);
    REQUIRE(joined.ok());
    Desk desk(std::move(joined.journal).value(), std::make_unique<RecordFold>(),
              machine.environment());
    const auto refused = close_record(desk, texts, folder / "mote.zip");
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().english(), Contains("is signed by an organiser's device"));
    CHECK_FALSE(std::filesystem::exists(folder / "mote.zip"));
}
