#include "kiosk/documents/personal/personal_data.h"

#include <set>

#include <catch2/catch.hpp>

#include "kiosk/documents/pdf/document_pdf.h"
#include "kiosk/documents/personal/personal_data_files.h"
#include "tests/support/documents/pdf_reading.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/every_kind.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

std::vector<Operation> operations_of(EventDesk& event) {
    std::vector<Operation> operations;
    event->journal().read_all(
        [&](const Operation& operation, Belief) { operations.push_back(operation); });
    return operations;
}

nlohmann::json extract(EventDesk& event, const AttendeeId& person) {
    const auto operations = operations_of(event);
    const auto data = gather_personal_data({event.state(), operations, {}}, person);
    REQUIRE(data);
    return testing::parse_json(write_personal_json(*data));
}

// The texts that stand in a section's column, in order.
std::vector<std::string> texts_in(const nlohmann::json& section, const char *key) {
    std::vector<std::string> texts;
    for (const auto& row : section) {
        texts.push_back(row[key].is_null() ? "" : row[key].get<std::string>());
    }
    return texts;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an extract has every field of every registration of a person, and what stood before") {
    EventDesk event;
    const AttendeeId one = event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "a@x.example"});
    const AttendeeId other = event.add({"Asa", "Oberg", "Bron"});
    static_cast<void>(event.add({"Bo", "Ek", "Eken"}));
    event->correct(one, {{AttendeeField::email, "asa@x.example"}}, actor::organiser);
    REQUIRE(event->merge_people(other, one, actor::organiser) == Merging::done);
    const auto json = extract(event, other);
    CHECK(json["attendee"] == to_string(one));
    CHECK(json["name"] == "Åsa Öberg");
    REQUIRE(json["records"].size() == 2);
    std::set<std::string> records;
    std::vector<std::string> addresses;
    for (const auto& row : json["registration"]) {
        records.insert(row["record"].get<std::string>());
        if (row["field"] != "email" || row["text"].is_null()) continue;
        addresses.push_back(row["text"].get<std::string>() + " " +
                            row["stands"].get<std::string>());
    }
    CHECK(records == std::set<std::string>{to_string(one), to_string(other)});
    CHECK(addresses == Lines{"a@x.example no", "asa@x.example yes"});
    CHECK(texts_in(json["organisations"], "organisation") == Lines{"Eken", "Bron"});
    CHECK(json.dump().find("Bo") == std::string::npos);
}

TEST_CASE("an extract tells when and at which screen somebody came and went, and where they sat") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    event->name_device("Entré 1", actor::organiser);
    event.record(GroupsPlanned{{{{asa, 4}}}});
    event.describe(4, GroupField::facilitator, to_string(asa));
    event.come(asa);
    REQUIRE(event->check_out(asa, actor::organiser));
    event.record(asa, GroupMoved{1, 5});
    const auto json = extract(event, asa);
    REQUIRE(json["check_ins"].size() == 1);
    const auto& came = json["check_ins"][0];
    CHECK(came["at"] == "2022-10-12T16:00:00.000Z");
    CHECK(came["device"] == "Entré 1");
    CHECK(came["ended"] == "left");
    CHECK(came["ended_device"] == "Entré 1");
    CHECK(texts_in(json["groups"], "how") == Lines{"planned", "moved", "facilitator"});
}

TEST_CASE("an extract has what somebody wrote, left, sees to, and where others name them") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const auto own = small_id<NoteId>(1);
    const auto naming = small_id<NoteId>(2);
    event.record(asa, NoteWritten{own, 4, 1, NoteKind::point, NoteState::standing, "Mer fika", {}});
    event.record(NoteWritten{
        naming, 4, 1, NoteKind::commitment, NoteState::standing, "Åsa Öberg ringer", {}});
    event.record(NoteDescribed{naming, {{number(FollowUpField::owner), to_string(asa)}}});
    event.record(asa, MessageLeft{small_id<MessageId>(3), MessageKind::contact, "Ring mig", "070-1",
                                  "Kultur"});
    event.record(asa, MailNoted{small_id<MailId>(4), MailPurpose::invitation, MailStep::handed_over,
                                "asa@x.example", "250 ok"});
    event.record(asa, ErasureRefused{"DHP § 12", "Handlingen är allmän"});
    const auto json = extract(event, asa);
    CHECK(texts_in(json["notes"], "text") == Lines{"Mer fika"});
    CHECK(texts_in(json["named"], "text") == Lines{"Åsa Öberg ringer"});
    CHECK(texts_in(json["follow_up"], "id") == Lines{to_string(naming)});
    CHECK(texts_in(json["messages"], "reach") == Lines{"070-1"});
    CHECK(texts_in(json["mails"], "address") == Lines{"asa@x.example"});
    CHECK(texts_in(json["refused_erasures"], "reason") == Lines{"Handlingen är allmän"});
}

TEST_CASE("an extract of whoever is a contact in the register, too, has that under its own id") {
    EventDesk event;
    const AttendeeId asa =
        event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@x.example"});
    const OrganisationId eken = event->organisation_id("Eken");
    const AttendeeId contact = event->new_contact_id(eken, "Åsa Öberg");
    event.record(contact,
                 ContactDescribed{eken, {{1, "Åsa Öberg"}, {2, "asa@x.example"}, {3, "070-1"}}});
    const AttendeeId other = event->new_contact_id(eken, "Bo Ek");
    event.record(other, ContactDescribed{eken, {{1, "Bo Ek"}}});
    const auto json = extract(event, asa);
    CHECK(texts_in(json["contacts"], "record") == Lines{to_string(contact)});
    CHECK(json["records"].size() == 2);
    CHECK(texts_in(extract(event, other)["contacts"], "name") == Lines{"Bo Ek"});
}

TEST_CASE("of every kind of operation about somebody the extract has a row of who did it") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    std::set<std::string> recorded;
    for (const BodyContent& content : testing::one_of_every_kind()) {
        const KindDeclaration& kind = declaration_of(content);
        // The description has a field number that no device writes.
        if (kind.persons == Persons::none || kind.kind == OperationKind::attendee_erased ||
            kind.kind == OperationKind::attendee_described) {
            continue;
        }
        event.record(asa, content);
        recorded.insert(to_string(operations_of(event).back().header.id));
    }
    REQUIRE(recorded.size() > 8);
    std::set<std::string> told;
    const auto json = extract(event, asa);
    for (const auto& row : json["audit"]) told.insert(row["operation"].get<std::string>());
    for (const std::string& id : recorded) CHECK(told.contains(id));
}

TEST_CASE("of somebody erased the extract has the erasure and its decision, and no name") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    event.come(asa);
    event.record(asa, AttendeeErased{"civil", Counted::yes, {}, "DHP 2024 § 12"});
    const auto json = extract(event, asa);
    CHECK(json["name"].is_null());
    CHECK(json["registration"].empty());
    CHECK(texts_in(json["erasures"], "decision") == Lines{"DHP 2024 § 12"});
    CHECK(json.dump().find("Åsa") == std::string::npos);
    const auto operations = operations_of(event);
    CHECK(!gather_personal_data({event.state(), operations, {}}, small_id<AttendeeId>(99)));
}

TEST_CASE("how long it is kept is said on a decision, and left open without one") {
    LatestFields settings;
    const auto say = [&](const FieldTexts& fields) {
        settings.set(fields, Stamp(1, 0), DeviceTable());
    };
    say({{number(SettingField::ends), "2022-10-12T21:00"}});
    const auto rows = testing::parse_json(
        write_personal_json({{}, "", {}, {{"keep", {""}, {""}, keep_rules_table(settings)}}}));
    CHECK(rows["keep"][0]["rule"] == "undecided");
    CHECK(rows["keep"][0]["last_day"].is_null());
    LatestFields decided = settings;
    DeviceTable devices;
    decided.set({{number(SettingField::keep_decision), "DHP 2024 § 12"}},
                Stamp(2, devices.index_of(small_id<DeviceId>(1))), devices);
    const auto told = testing::parse_json(
        write_personal_json({{}, "", {}, {{"keep", {""}, {""}, keep_rules_table(decided)}}}));
    CHECK(told["keep"][0]["kind"] == "registrations");
    CHECK(told["keep"][0]["rule"] == "destroyed");
    CHECK(told["keep"][0]["last_day"] == "2023-01-10");
    CHECK(told["keep"][0]["decision"] == "DHP 2024 § 12");
}

TEST_CASE("the extract for the person is a tagged PDF with what stands first") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const auto operations = operations_of(event);
    const auto data = gather_personal_data({event.state(), operations, {}}, asa);
    REQUIRE(data);
    const Document paper =
        compose_personal_data(*data, event.state(), EventDesk::evening_ms, Texts());
    const auto *lead = std::get_if<Paragraph>(&paper.blocks.front());
    REQUIRE(lead != nullptr);
    std::vector<std::string> headings;
    for (const Block& block : paper.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block)) headings.push_back(heading->text);
    }
    REQUIRE(!headings.empty());
    CHECK(headings.front() == "Registration");
    CHECK(headings.back() == "Nothing is held of this");
    const std::string pdf =
        write_personal_pdf(*data, event.state(), EventDesk::evening_ms, Texts());
    const testing::PdfReading reading(pdf);
    CHECK(reading.count("H1") == 1);
    CHECK(reading.count("H2") == headings.size());
    CHECK(reading.count("Table") >= 3);
}

}  // namespace stormote
