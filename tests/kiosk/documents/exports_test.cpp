// The registry of exports, and the files that the organiser's page saves from it.
#include "kiosk/documents/exports.h"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/documents/export_file.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/support/documents/poppler.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;

namespace {

bool is_spelled_for_a_command(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

// What a reader of a file finds in it: of what is packed, all that is packed.
std::string words_of(const ExportFormat& format, const EventState& state,
                     const CompilationPlan& plan) {
    const Texts texts;
    const auto written = format.write({state, texts, {}, plan});
    REQUIRE(written);
    if (written->starts_with("%PDF-")) return testing::poppler_text(*written);
    if (!written->starts_with("PK")) return *written;
    auto archive = ZipArchive::open(*written, 10'000'000);
    REQUIRE(archive);
    std::string words;
    for (const std::string& name : archive->names()) words += archive->read(name).value();
    return words;
}

// An evening of which something is kept from the public in every way that there is.
struct KeptFromThePublic {
    KeptFromThePublic() {
        const AttendeeId asa =
            event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@example.org"});
        event.come(asa);
        const AttendeeId bo = event.add({"Bo", "Lind", "Bron"});
        evening.describe(evening.say(1, 1, NoteKind::proposal, "Hemligheten"),
                         FollowUpField::withheld, "withheld");
        worded = evening.say(1, 1, NoteKind::proposal, "Grannarna bråkar");
        const NoteId same = evening.say(2, 1, NoteKind::proposal, "De bråkar jämt");
        evening.describe(same, FollowUpField::same_as, to_string(worded));
        evening.describe(worded, FollowUpField::wording, "Lagom");
        evening.describe(worded, FollowUpField::answer, "Vi hör av oss");
        const NoteId promise = evening.say(2, 1, NoteKind::commitment, "Vi bjuder in");
        evening.describe(promise, FollowUpField::owner, "Åsa Öberg, ordförande");
        evening.describe(evening.say(2, 1, NoteKind::question, "När?"), FollowUpField::owner,
                         to_string(bo));
        event.record(RecordPurged{"DHP § 12", "registrator", {}, {{"mails", 2}}, {}, {}, {}, {}});
        event.record(
            bo, MessageLeft{testing::small_id<MessageId>(1), MessageKind::comment, "Tack", "", ""});
        event.record(asa, MessageLeft{testing::small_id<MessageId>(2), MessageKind::contact,
                                      "Telefonsorg", "070-1234567", "Skola"});
        const OrganisationId eken = event->organisation_id("Eken");
        event.record(OrganisationDescribed{
            eken,
            FieldSetter<OrganisationField>{}.set(OrganisationField::joined, "2022-10-12").take()});
        event.record(
            asa, MessageLeft{testing::small_id<MessageId>(3), MessageKind::joining, "", "", ""});
        event.record(bo, ContactDescribed{eken, FieldSetter<ContactField>{}
                                                    .set(ContactField::name, "Cia Kontaktsson")
                                                    .set(ContactField::email, "cia@example.org")
                                                    .take()});
        event.record(SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
        event->plan_groups(1, 1, EventDesk::staff);
    }

    [[nodiscard]] const EventState& state() const { return evening.state(); }

    testing::NotedEvening evening;
    EventDesk& event = evening.event;
    NoteId worded;
    std::vector<const char *> kept{"Åsa",         "Öberg",       "Lind",        "asa@example.org",
                                   "Kontaktsson", "cia@example", "Hemligheten", "Grannarna",
                                   "De bråkar",   "Telefonsorg", "070-1234567"};
};

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
            "These exist: attendance, people-here, statistics, notes, proposals, compilation, "
            "groups, signs, "
            "survey, messages, contacts, joined, organisations, certificates, duties, kitchen, "
            "follow-up, audit, protocol, operations."));
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
        const CompilationPlan plan{.audience = kind.button->audience};
        const auto path = write_export({event.state(), texts, {}, plan}, *chosen, folder.path());
        REQUIRE(path);
        names.push_back(path->filename());
        const std::string written = to_string(testing::read_file(*path));
        if (kind.button->format == "pdf") {
            CHECK(written.starts_with("%PDF-"));
        } else {
            CHECK(written == *chosen->format->write({event.state(), texts, {}, plan}));
        }
    }
    CHECK(names ==
          std::vector<std::string>{"2022-10-12-attendance.xlsx", "2022-10-12-people-here.pdf",
                                   "2022-10-12-statistics.xlsx", "2022-10-12-notes-internal.xlsx",
                                   "2022-10-12-proposals-internal.xlsx",
                                   "2022-10-12-compilation.docx", "2022-10-12-groups.pdf",
                                   "2022-10-12-table-signs.pdf", "2022-10-12-survey.pdf",
                                   "2022-10-12-messages-internal.xlsx", "2022-10-12-contacts.xlsx",
                                   "2022-10-12-joined-internal.xlsx", "2022-10-12-kitchen.xlsx"});
}

TEST_CASE(
    "what is nothing but names is refused for everybody, and parts are of compilations alone") {
    const CompilationPlan everybody{.audience = Audience::everybody};
    std::string refused;
    for (const ExportKind& kind : export_kinds()) {
        if (!check_plan(kind, everybody)) refused += std::string(kind.name) + " ";
        CHECK(check_plan(kind, {}));
    }
    CHECK(
        refused ==
        "attendance people-here groups signs contacts certificates duties kitchen follow-up audit "
        "operations ");
    const ExportKind& notes = *choose_export("notes", "")->kind;
    const ExportKind& compilation = *choose_export("compilation", "")->kind;
    for (const CompilationPlan& plan : {CompilationPlan{.parts = {CompilationPart::notes}},
                                        CompilationPlan{.first_page = FirstPage::none}}) {
        CHECK_FALSE(check_plan(notes, plan));
        CHECK(check_plan(compilation, plan));
    }
}

TEST_CASE("an export for everybody holds nothing that is not for everybody, in any format") {
    const KeptFromThePublic evening;
    for (const ExportKind& kind : export_kinds()) {
        if (kind.public_version == PublicVersion::none) continue;
        for (const ExportFormat& format : kind.formats) {
            CAPTURE(kind.name, format.name);
            const std::string words =
                words_of(format, evening.state(), {.audience = Audience::everybody});
            for (const char *kept : evening.kept) CHECK_THAT(words, !Catch::Contains(kept));
        }
    }
}

TEST_CASE("what is for the municipality holds what is kept from the public") {
    const KeptFromThePublic evening;
    const auto words = [&evening](const char *kind, const char *format) {
        return words_of(*choose_export(kind, format)->format, evening.state(), {});
    };
    for (const char *format : {"csv", "json", "xlsx", "docx", "pdf"}) {
        CAPTURE(format);
        CHECK_THAT(words("notes", format),
                   Catch::Contains("Hemligheten") && Catch::Contains("Grannarna"));
    }
    CHECK_THAT(words("messages", "xlsx"), Catch::Contains("Telefonsorg"));
    CHECK_THAT(words("organisations", "csv"),
               Catch::Contains("Kontaktsson") && Catch::Contains("cia@example"));
    CHECK_THAT(words("joined", "json"), Catch::Contains("Åsa Öberg"));
    for (const char *format : {"md", "docx", "pdf"}) {
        CHECK_THAT(words("compilation", format),
                   Catch::Contains("Öberg") && Catch::Contains("Lind"));
    }
}

TEST_CASE("notes for everybody are published notes: worded, once, with their groups") {
    const KeptFromThePublic evening;
    const Texts texts;
    const auto written =
        choose_export("notes", "csv")
            ->format->write({evening.state(), texts, {}, {.audience = Audience::everybody}});
    REQUIRE(written);
    const std::string id = to_string(evening.worded);
    CHECK_THAT(*written, Catch::Contains("\n1;Kontakt;1, 2;Proposal;Lagom;" + id));
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
