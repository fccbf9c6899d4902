#include "kiosk/lists/organisation_list.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "sync/report/organisation_tables.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

class Register {
  public:
    // "added updated unchanged", or the problems as "line column".
    std::string import(const std::string& list) {
        const RegisterIds ids{
            [this](std::string_view name) { return event->new_organisation_id(name); },
            [this](const OrganisationId& organisation, std::string_view name) {
                return event->new_contact_id(organisation, name);
            }};
        const OrganisationPlan plan = plan_organisations(list, event.state(), ids);
        std::string problems;
        for (const ListProblem& problem : plan.problems) {
            problems += std::to_string(problem.line) + " " + problem.column + "\n";
        }
        if (!problems.empty()) {
            CHECK(plan.bodies.empty());
            return problems;
        }
        event->record(plan.bodies);
        return std::to_string(plan.added) + " " + std::to_string(plan.updated) + " " +
               std::to_string(plan.unchanged);
    }
    [[nodiscard]] std::string field(const std::string& name, OrganisationField field) const {
        return event.state().organisation(event->organisation_id(name), field);
    }
    [[nodiscard]] std::vector<OrganisationContact> contacts(const std::string& name) const {
        return contacts_of(event.state(), event->organisation_id(name));
    }

    mutable EventDesk event;
};

}  // namespace

TEST_CASE("a register comes in with sectors, other names, contacts and seats") {
    Register held;
    const std::string list =
        "Organisation;Sektor;Andra namn;Kontaktperson;E-post;Telefon;Platser;Gick med;Webbplats\n"
        "Ekbackens IF;Idrottsrörelsen;EIF; Karin Ström ;karin@example.org;070-1;4;2021-05-03;x\n"
        "Ekens scoutkår;;;;;;-;;\n";
    CHECK(held.import(list) == "2 0 0");
    CHECK(held.import(list) == "0 0 2");
    CHECK(held.field("Ekbackens IF", OrganisationField::sector) == "Idrottsrörelsen");
    CHECK(held.field("Ekbackens IF", OrganisationField::seats) == "4");
    CHECK(held.field("Ekbackens IF", OrganisationField::joined) == "2021-05-03");
    REQUIRE(held.contacts("Ekbackens IF").size() == 1);
    CHECK(held.contacts("Ekbackens IF")[0].name == "Karin Ström");
    CHECK(held.contacts("Ekbackens IF")[0].email == "karin@example.org");
    CHECK(held.contacts("Ekens scoutkår").empty());
    // By its other name it is the same.
    CHECK(held.import("Förening;Platser\nEIF;6\n") == "0 1 0");
    CHECK(held.field("Ekbackens IF", OrganisationField::seats) == "6");
    CHECK(held.field("EIF", OrganisationField::name) == "Ekbackens IF");
}

TEST_CASE("an organisation may have several contacts, and a corrected one stays one") {
    Register held;
    CHECK(held.import("Organisation;Kontaktperson;E-post\n"
                      "Eken;Karin Ström;karin@example.org\n"
                      "Eken;Bo Ek;bo@example.org\n") == "1 0 0");
    CHECK(held.contacts("Eken").size() == 2);
    CHECK(held.import("Organisation;Kontaktperson;E-post\nEken;karin ström;k@example.org\n") ==
          "0 1 0");
    REQUIRE(held.contacts("Eken").size() == 2);
    CHECK(held.contacts("Eken")[1].email == "k@example.org");
}

TEST_CASE("what is wrong with a register is told by line and column, and nothing comes in") {
    Register held;
    CHECK(held.import("Organisation;E-post;Platser;Gick med\n"
                      ";a@example.org;;\n"
                      "Eken;inte en adress;många;i våras\n") ==
          "2 Organisation\n3 Platser\n3 Gick med\n3 E-post\n");
    CHECK(held.import("Organisation;Sektor\nEken;Kultur\neken;Idrott\n") == "3 \n");
    CHECK(held.import("Sektor\nKultur\n") == "1 Organisation\n");
    CHECK(held.event.state().organisations().empty());
}

TEST_CASE("a register that was written is the same one when it is read again") {
    Register held;
    held.import(
        "Organisation;Sektor;Andra namn;Kontaktperson;E-post;Telefon;Platser;Gick med\n"
        "Ekbackens IF;Idrottsrörelsen;EIF;Karin Ström;karin@example.org;+46 70 1;4;"
        "2021-05-03\n"
        "Ekbackens IF;;;Bo Ek;bo@example.org;;;\n"
        "Ekens scoutkår;Barn och unga;;;;;;\n");
    const std::string written = write_csv(organisations_table(held.event.state()), Texts());
    CHECK(held.import(written) == "0 0 2");
    Register other;
    CHECK(other.import(written) == "2 0 0");
    CHECK(other.contacts("EIF")[1].phone == "+46 70 1");
}

TEST_CASE("a contact of one of two merged organisations is the contact of both, once") {
    Register held;
    held.import(
        "Organisation;Kontaktperson;E-post\n"
        "Ekbackens idrottsförening;Karin Ström;karin@example.org\n"
        "Ekbackens IF;;\n");
    const OrganisationId shorter = held.event->organisation_id("Ekbackens IF");
    const OrganisationId longer = held.event->organisation_id("Ekbackens idrottsförening");
    held.event->merge_organisations(longer, shorter, EventDesk::staff);
    CHECK(held.contacts("Ekbackens IF").size() == 1);
    CHECK(held.import("Organisation;Kontaktperson;Telefon\nEkbackens IF;Karin Ström;070\n") ==
          "0 1 0");
    REQUIRE(held.contacts("Ekbackens IF").size() == 1);
    CHECK(held.contacts("Ekbackens IF")[0].phone == "070");
    CHECK(held.event.state().organisations().size() == 1);
}

}  // namespace stormote
