// What of an event goes into a package, by what the municipality has decided to keep.
#include "kiosk/package/kept_documents.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "tests/support/record/event_desk.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Contains;

namespace {

const ExportKind& kind_of(std::string_view name) {
    return *choose_export(name, "").value().kind;
}

using Audiences = std::vector<Audience>;
const Audiences none;
const Audiences internal{Audience::internal};
const Audiences without_names_of_people{Audience::without_names};
const Audiences everybody{Audience::everybody};

void decide(EventDesk& event, const std::string& keep_table) {
    event.record(SettingsDescribed{FieldSetter<SettingField>{}
                                       .set(SettingField::keep_decision, "DHP 2024 § 12")
                                       .set(SettingField::keep_table, keep_table)
                                       .take()});
}

}  // namespace

TEST_CASE("without a decision everything that belongs in an archive is packed") {
    const EventDesk event;
    const KeptDocuments kept(event.state());
    CHECK(kept.versions_of(kind_of("attendance")) == internal);
    CHECK(kept.versions_of(kind_of("notes")) == internal);
    CHECK(kept.versions_of(kind_of("compilation")) ==
          Audiences{Audience::internal, Audience::everybody});
    CHECK(kept.versions_of(kind_of("contacts")) == internal);
    CHECK(kept.versions_of(kind_of("survey")) == everybody);
    for (const char *name : {"kitchen", "signs", "certificates", "operations"}) {
        CHECK(kept.versions_of(kind_of(name)) == none);
    }
}

TEST_CASE("what a decision destroys is not packed, and neither are names that it destroys") {
    EventDesk event;
    decide(event, "");
    const KeptDocuments kept(event.state());
    for (const char *name : {"attendance", "groups", "duties", "contacts"}) {
        INFO(name);
        CHECK(kept.versions_of(kind_of(name)) == none);
    }
    for (const char *name : {"compilation", "statistics", "survey"}) {
        INFO(name);
        CHECK(kept.versions_of(kind_of(name)) == everybody);
    }
    for (const char *name : {"notes", "proposals", "follow-up", "messages", "joined", "audit"}) {
        INFO(name);
        CHECK(kept.versions_of(kind_of(name)) == without_names_of_people);
    }
}

TEST_CASE("requests for contact are not packed where the people are destroyed before them") {
    EventDesk event;
    decide(event, "registrations 90\ncontact requests keep");
    CHECK(KeptDocuments(event.state()).versions_of(kind_of("contacts")) == none);
}

TEST_CASE("of the log only the names go, and of the messages only what is destroyed") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    event.come(asa);
    event->leave_message({MessageKind::comment, asa, "En synpunkt", "", ""}, EventDesk::staff);
    event->leave_message({MessageKind::contact, asa, "Ring mig", "070", ""}, EventDesk::staff);
    decide(event, "notes 30");
    const Texts texts;
    std::vector<Operation> operations;
    event->journal().read_all(
        [&](const Operation& operation, Belief) { operations.push_back(operation); });
    const ExportSource source{event.state(), texts, operations};
    const KeptDocuments kept(event.state());
    CHECK(kept.versions_of(kind_of("notes")) == none);
    ExportSource nameless = source;
    nameless.plan.audience = Audience::without_names;
    const Table log = kept.kept_table(kind_of("audit"), nameless);
    CHECK(log.rows.size() == operations.size());
    for (const auto& row : log.rows) CHECK(row[4] == Cell());
    const Table messages = kept.kept_table(kind_of("messages"), nameless);
    REQUIRE(messages.rows.size() == 1);
    CHECK(messages.rows[0][2] == Cell("En synpunkt"));
    CHECK_THAT(write_json(messages), !Contains("Öberg") && !Contains(to_string(asa)));
}

TEST_CASE("what is followed up is kept as the notes are, without who asked and without wishes") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    event.come(asa);
    event->leave_message({MessageKind::contact, asa, "Ring mig", "070", ""}, EventDesk::staff);
    const NoteId note =
        event->write_note({1, 1, NoteKind::proposal, "En bänk vid ån"}, EventDesk::staff);
    event.record(NoteDescribed{note, {{number(FollowUpField::owner), "Åsa Öberg"}}});
    decide(event, "");
    const Texts texts;
    ExportSource source{event.state(), texts};
    source.plan.audience = Audience::without_names;
    const std::string kept =
        write_json(KeptDocuments(event.state()).kept_table(kind_of("follow-up"), source));
    CHECK_THAT(kept, Contains("En bänk vid ån") && !Contains("Ring mig") && !Contains("070") &&
                         !Contains("Öberg"));
}
