// The registry of exports, and the files that the organiser's page saves from it.
#include "kiosk/documents/exports.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/documents/export_file.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

bool is_spelled_for_a_command(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

}  // namespace

TEST_CASE("an export has a name and formats of its own, and a button only for one of them") {
    std::set<std::string_view> names;
    std::set<std::string_view> files;
    for (const ExportKind& kind : export_kinds()) {
        CAPTURE(kind.name);
        CHECK(is_spelled_for_a_command(kind.name));
        CHECK(names.insert(kind.name).second);
        CHECK(files.insert(kind.file_name.english).second);
        REQUIRE_FALSE(kind.formats.empty());
        std::set<std::string_view> formats;
        for (const ExportFormat& format : kind.formats) {
            CAPTURE(format.name);
            CHECK(is_spelled_for_a_command(format.name));
            CHECK(formats.insert(format.name).second);
            const auto chosen = choose_export(kind.name, format.name);
            REQUIRE(chosen);
            CHECK(chosen->kind == &kind);
            CHECK(chosen->format == &format);
        }
        CHECK(choose_export(kind.name, "")->format == &kind.formats.front());
        if (!kind.button) continue;
        CHECK(formats.contains(kind.button->format));
        // The page has no operations to give.
        CHECK(kind.reads == ExportReads::state);
    }
}

TEST_CASE("an unknown export or format is refused with those that there are") {
    for (const char *name : {"bogus", "", "Attendance"}) {
        const auto chosen = choose_export(name, "");
        REQUIRE_FALSE(chosen);
        CHECK(chosen.error().kind == ErrorKind::usage);
        CHECK(chosen.error().english().ends_with(
            "These exist: attendance, statistics, notes, proposals, compilation, groups, signs, "
            "survey, messages, contacts, joined, organisations, certificates, duties, kitchen, "
            "follow-up, audit, operations."));
    }
    const auto chosen = choose_export("signs", "csv");
    REQUIRE_FALSE(chosen);
    CHECK(chosen.error().english() == "There is no format \"csv\". These exist: pdf.");
}

TEST_CASE("what has a button is saved under the event's date, as the command writes it") {
    EventDesk event;
    event.record(SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
    event.come(event.add({"Åsa", "Öberg", "Eken"}));
    event->plan_groups(1, 1, EventDesk::staff);
    const testing::TemporaryFolder folder;
    const Texts texts;
    std::vector<std::string> names;
    for (const ExportKind& kind : export_kinds()) {
        if (!kind.button) continue;
        CAPTURE(kind.name);
        const auto chosen = choose_export(kind.name, kind.button->format);
        const auto path = write_export({event.state(), texts}, *chosen, folder.path());
        REQUIRE(path);
        names.push_back(path->filename());
        const std::string written = to_string(testing::read_file(*path));
        if (kind.button->format == "pdf") {
            CHECK(written.starts_with("%PDF-"));
        } else {
            CHECK(written == *chosen->format->write({event.state(), texts}));
        }
    }
    CHECK(names ==
          std::vector<std::string>{
              "2022-10-12-attendance.xlsx", "2022-10-12-statistics.xlsx", "2022-10-12-notes.xlsx",
              "2022-10-12-proposals.xlsx", "2022-10-12-compilation.docx", "2022-10-12-groups.pdf",
              "2022-10-12-table-signs.pdf", "2022-10-12-survey.pdf", "2022-10-12-messages.xlsx",
              "2022-10-12-contacts.xlsx", "2022-10-12-joined.xlsx", "2022-10-12-kitchen.xlsx"});
}

TEST_CASE(
    "what is nothing but names is refused for everybody, and parts are of compilations alone") {
    const CompilationPlan everybody{.audience = Audience::everybody};
    std::string refused;
    for (const ExportKind& kind : export_kinds()) {
        if (!check_plan(kind, everybody)) refused += std::string(kind.name) + " ";
        CHECK(check_plan(kind, {}));
    }
    CHECK(refused ==
          "attendance groups signs contacts certificates duties follow-up audit operations ");
    const ExportKind& notes = *choose_export("notes", "")->kind;
    const ExportKind& compilation = *choose_export("compilation", "")->kind;
    for (const CompilationPlan& plan : {CompilationPlan{.parts = {CompilationPart::notes}},
                                        CompilationPlan{.first_page = FirstPage::none}}) {
        CHECK_FALSE(check_plan(notes, plan));
        CHECK(check_plan(compilation, plan));
    }
}

TEST_CASE("an export for everybody holds no name of anybody registered") {
    EventDesk event;
    event.come(event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@example.org"}));
    const AttendeeId bo = event.add({"Bo", "Lind", "Bron"});
    MessageLeft message{MessageId{}, MessageKind::comment, "Tack", "", ""};
    event.record(bo, message);
    event->plan_groups(1, 1, EventDesk::staff);
    const Texts texts;
    for (const ExportKind& kind : export_kinds()) {
        if (kind.public_version == PublicVersion::none) continue;
        for (const ExportFormat& format : kind.formats) {
            // What is packed holds no words that can be found; what it packs is the same.
            const bool is_packed =
                format.name != "csv" && format.name != "json" && format.name != "md";
            if (is_packed) continue;
            CAPTURE(kind.name, format.name);
            const auto written =
                format.write({event.state(), texts, {}, {.audience = Audience::everybody}});
            if (!written) continue;
            for (const char *name : {"Åsa", "Öberg", "Lind", "asa@example.org"}) {
                CHECK_THAT(*written, !Catch::Contains(name));
            }
        }
    }
}

TEST_CASE("an export that has nothing to write says so, and leaves no file") {
    const EventDesk event;
    const testing::TemporaryFolder folder;
    const Texts texts;
    for (const char *name : {"groups", "signs", "survey"}) {
        CAPTURE(name);
        const auto path =
            write_export({event.state(), texts}, *choose_export(name, "pdf"), folder.path());
        REQUIRE_FALSE(path);
        CHECK(path.error().kind == ErrorKind::input);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

}  // namespace stormote
