// Lists in the record, and out of it again.
#include "kiosk/desk/lists/recorded_import.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;
using Catch::Contains;

namespace {

const std::string two_people =
    "Förnamn;Efternamn;Förening;E-post;Telefon\n"
    "Åsa;Öberg;Eken;asa@eken.example;070-1\n"
    "Bo;Ek;Bron;bo@bron.example;\n";

class Office {
  public:
    ImportPlan import(const std::string& list) {
        ImportPlan plan = plan_import(read_listed_people(list), event.state(), import_ids(*event));
        REQUIRE(plan.problems.empty());
        record_import(*event, plan.bodies, plan.added + plan.updated + plan.unchanged);
        return plan;
    }
    [[nodiscard]] AttendeeId id_of(const std::string& name) const {
        for (const auto& [id, attendee] : event.state().attendees()) {
            if (attendee.full_name() == name) return id;
        }
        throw std::out_of_range(name);
    }
    [[nodiscard]] const Attendee& person(const std::string& name) const {
        return *event.state().find_attendee(id_of(name));
    }
    void correct(const std::string& name, AttendeeField field, const std::string& text) {
        REQUIRE(event->correct(id_of(name), {{field, text}}, EventDesk::staff) == Correction::done);
    }

    EventDesk event;
};

}  // namespace

TEST_CASE("an import that is taken back cancels whom it added, once") {
    Office office;
    CHECK_FALSE(last_import(*office.event));
    CHECK(office.import(two_people).added == 2);
    CHECK(last_import(*office.event) == 2);
    const auto taken = take_back_import(*office.event);
    REQUIRE(taken);
    CHECK(taken.value().cancelled == 2);
    CHECK(taken.value().restored == 0);
    CHECK(is_cancelled(office.person("Åsa Öberg")));
    CHECK(is_cancelled(office.person("Bo Ek")));
    CHECK_FALSE(last_import(*office.event));
    const auto again = take_back_import(*office.event);
    REQUIRE_FALSE(again);
    CHECK_THAT(again.error().english(), Contains("No list has been read in here"));
}

TEST_CASE("the list that was taken back adds its people anew when it is imported again") {
    Office office;
    office.import(two_people);
    REQUIRE(take_back_import(*office.event));
    const ImportPlan plan = office.import(two_people);
    CHECK(plan.added == 2);
    CHECK(plan.unchanged == 0);
    CHECK_FALSE(is_cancelled(office.person("Åsa Öberg")));
    CHECK(office.person("Åsa Öberg").get(AttendeeField::origin) == "list");
    CHECK(office.event.state().attendees().size() == 2);
    REQUIRE(take_back_import(*office.event));
    CHECK(is_cancelled(office.person("Åsa Öberg")));
    CHECK(office.person("Åsa Öberg").get(AttendeeField::origin) == taken_back_origin);
}

TEST_CASE("whom somebody cancelled by hand, no list restores") {
    Office office;
    office.import(two_people);
    REQUIRE(office.event->cancel(office.id_of("Bo Ek"), EventDesk::staff) == Cancellation::done);
    CHECK(office.import(two_people).unchanged == 2);
    CHECK(is_cancelled(office.person("Bo Ek")));
}

TEST_CASE("taken back, what a list changed is as before, but for what was written since") {
    Office office;
    office.import(two_people);
    const ImportPlan corrected = office.import(
        "Förnamn;Efternamn;Förening;E-post;Telefon;Kost\n"
        "Åsa;Öberg;Eken;asa@eken.example;070-2;vegan\n");
    CHECK(corrected.updated == 1);
    office.correct("Åsa Öberg", AttendeeField::diet, "nötter");
    const auto taken = take_back_import(*office.event);
    REQUIRE(taken);
    CHECK(taken.value().cancelled == 0);
    CHECK(taken.value().restored == 1);
    CHECK(office.person("Åsa Öberg").get(AttendeeField::phone) == "070-1");
    CHECK(office.person("Åsa Öberg").get(AttendeeField::diet) == "nötter");
    CHECK_FALSE(is_cancelled(office.person("Bo Ek")));
    CHECK(last_import(*office.event) == 2);
}

TEST_CASE("an import cannot be taken back any more once somebody whom it added has come") {
    Office office;
    office.import(two_people);
    office.event.come(office.id_of("Bo Ek"));
    const auto taken = take_back_import(*office.event);
    REQUIRE_FALSE(taken);
    CHECK_THAT(taken.error().english(), Contains("Bo Ek has come already"));
    CHECK_FALSE(is_cancelled(office.person("Åsa Öberg")));
    CHECK(last_import(*office.event) == 2);
}

TEST_CASE("an import is taken back after the file was closed, and what came before stays") {
    Office office;
    office.event.add({"Siv", "Lööf", "Eken"});
    office.import(two_people);
    office.event.reopen();
    REQUIRE(take_back_import(*office.event));
    CHECK(is_cancelled(office.person("Åsa Öberg")));
    CHECK_FALSE(is_cancelled(office.person("Siv Lööf")));
}

TEST_CASE("whom a list leaves out and was cancelled with it comes back with it") {
    Office office;
    office.import(two_people);
    const ImportPlan plan =
        plan_import(read_listed_people("Förnamn;Efternamn;E-post\nÅsa;Öberg;asa@eken.example\n"),
                    office.event.state(), import_ids(*office.event));
    record_import(*office.event, bodies_of(plan, {office.id_of("Bo Ek")}), 1);
    CHECK(is_cancelled(office.person("Bo Ek")));
    REQUIRE(take_back_import(*office.event));
    CHECK_FALSE(is_cancelled(office.person("Bo Ek")));
}

TEST_CASE("whom a list added and somebody corrected since keeps the name when it is taken back") {
    Office office;
    office.import(two_people);
    office.correct("Åsa Öberg", AttendeeField::phone, "070-9");
    const auto taken = take_back_import(*office.event);
    REQUIRE(taken);
    CHECK(taken.value().cancelled == 2);
    CHECK(taken.value().restored == 0);
    CHECK(is_cancelled(office.person("Åsa Öberg")));
    CHECK(office.person("Åsa Öberg").get(AttendeeField::email) == "asa@eken.example");
    CHECK(office.person("Åsa Öberg").get(AttendeeField::phone) == "070-9");
    CHECK(office.import(two_people).added == 2);
}

TEST_CASE("who has come keeps the list from being taken back, also when corrected since") {
    Office office;
    office.import(two_people);
    office.event.come(office.id_of("Bo Ek"));
    office.correct("Bo Ek", AttendeeField::phone, "070-9");
    const auto taken = take_back_import(*office.event);
    REQUIRE_FALSE(taken);
    CHECK_THAT(taken.error().english(), Contains("Bo Ek has come already"));
    CHECK_FALSE(is_cancelled(office.person("Åsa Öberg")));
}

TEST_CASE("an organisation that a list named first stays, whatever was written of it since") {
    Office office;
    office.import(two_people);
    const OrganisationId eken = office.event->new_organisation_id("Eken");
    const auto name = [&] {
        return office.event.state().organisation_records().find_written(eken)->get(
            OrganisationField::name);
    };
    REQUIRE(name() == "Eken");
    office.event.record(OrganisationDescribed{
        eken, FieldSetter<OrganisationField>().set(OrganisationField::seats, "4").take()});
    REQUIRE(take_back_import(*office.event));
    CHECK(name() == "Eken");
}

TEST_CASE("lists are taken back one after the other, each to what the one before it said") {
    Office office;
    office.import(two_people);
    const std::string heading = "Förnamn;Efternamn;Förening;E-post;Telefon;Kost\n";
    const std::string asa = "Åsa;Öberg;Eken;asa@eken.example;";
    office.import(heading + asa + "070-2;vegan\n");
    office.import(heading + asa + "070-3;nötter\n");
    const auto phone = [&] { return office.person("Åsa Öberg").get(AttendeeField::phone); };
    const auto diet = [&] { return office.person("Åsa Öberg").get(AttendeeField::diet); };
    REQUIRE(take_back_import(*office.event));
    CHECK(phone() == "070-2");
    CHECK(diet() == "vegan");
    office.correct("Åsa Öberg", AttendeeField::diet, "inget");
    office.event.reopen();
    const auto taken = take_back_import(*office.event);
    REQUIRE(taken);
    CHECK(taken.value().restored == 1);
    CHECK(phone() == "070-1");
    CHECK(diet() == "inget");
    CHECK(last_import(*office.event) == 2);
    REQUIRE(take_back_import(*office.event));
    CHECK(is_cancelled(office.person("Åsa Öberg")));
    CHECK(phone() == "070-1");
    CHECK_FALSE(last_import(*office.event));
}

TEST_CASE("a list that follows one that was taken back leads back to what stood between them") {
    Office office;
    office.import(two_people);
    const std::string asa = "Förnamn;Efternamn;E-post;Telefon\nÅsa;Öberg;asa@eken.example;";
    office.import(asa + "070-2\n");
    REQUIRE(take_back_import(*office.event));
    office.import(asa + "070-3\n");
    office.import(asa + "070-4\n");
    REQUIRE(take_back_import(*office.event));
    CHECK(office.person("Åsa Öberg").get(AttendeeField::phone) == "070-3");
    REQUIRE(take_back_import(*office.event));
    CHECK(office.person("Åsa Öberg").get(AttendeeField::phone) == "070-1");
    CHECK(last_import(*office.event) == 2);
}

TEST_CASE("a list and that it can be taken back are on the disk together, or neither") {
    Office office;
    const ImportPlan plan = plan_import(read_listed_people(two_people), office.event.state(),
                                        import_ids(*office.event));
    std::size_t written = 0;
    std::optional<std::int64_t> before_the_commit;
    const auto fail_at_last = [&] {
        if (++written < plan.bodies.size()) return;
        before_the_commit = last_import(*office.event);
        throw std::runtime_error("the disk is full");
    };
    CHECK_THROWS_WITH(record_import(*office.event, plan.bodies, 2, fail_at_last),
                      Contains("the disk is full"));
    CHECK(before_the_commit == 2);
    office.event.reopen();
    CHECK(office.event.state().attendees().empty());
    CHECK_FALSE(last_import(*office.event));
}

}  // namespace stormote
