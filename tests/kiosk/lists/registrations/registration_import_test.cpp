#include "kiosk/lists/registrations/registration_import.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

constexpr AttendeeField email = AttendeeField::email;

// An event that lists are imported into, all or nothing, as the command does.
class ImportedEvent {
  public:
    ImportPlan import(const std::string& list) {
        const ImportIds ids{[this](std::string_view name) {
                                ++organisations_asked;
                                return event->organisation_id(name);
                            },
                            [this] { return make_id<AttendeeId>(event.clock, random_); }};
        ImportPlan plan = plan_import(read_listed_people(list), event.state(), ids);
        CHECK((plan.problems.empty() || plan.bodies.empty()));
        event->record(plan.bodies);
        return plan;
    }

    // "added updated unchanged problems".
    std::string counts(const std::string& list) {
        const ImportPlan plan = import(list);
        return std::to_string(plan.added) + " " + std::to_string(plan.updated) + " " +
               std::to_string(plan.unchanged) + " " + std::to_string(plan.problems.size());
    }

    [[nodiscard]] const Attendee& person(const std::string& name) const {
        const auto& attendees = event.state().attendees();
        const auto found =
            std::find_if(attendees.begin(), attendees.end(),
                         [&name](const auto& entry) { return entry.second.full_name() == name; });
        REQUIRE(found != attendees.end());
        return found->second;
    }

    EventDesk event;
    int organisations_asked = 0;

  private:
    SeededRandom random_{99};
};

// "line column" of each problem.
std::vector<std::string> places(const ListProblems& problems) {
    std::vector<std::string> found;
    for (const ListProblem& problem : problems) {
        found.push_back(std::to_string(problem.line) + " " + problem.column);
    }
    return found;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a list becomes people with everything that their rows say") {
    ImportedEvent event;
    CHECK(event.counts("Förnamn;Efternamn;Förening;Sektor;Roll;E-post;Telefon;Språk;Kost;Behov;"
                       "Anmäld\n"
                       "Åsa;Öberg;Eken;Studieförbund;Förtroendevald;asa@eken.example;070-1;"
                       "Engelska;vegan;hörslinga;2022-09-20\n") == "1 0 0 0");
    const Attendee& asa = event.person("Åsa Öberg");
    CHECK(asa.get(AttendeeField::role) == "elected");
    CHECK(asa.get(email) == "asa@eken.example");
    CHECK(asa.get(AttendeeField::phone) == "070-1");
    CHECK(asa.get(AttendeeField::language) == "en");
    CHECK(asa.get(AttendeeField::diet) == "vegan");
    CHECK(asa.get(AttendeeField::access_needs) == "hörslinga");
    CHECK(asa.get(AttendeeField::registered) == "2022-09-20");
    CHECK(asa.get(AttendeeField::origin) == "list");
    const EventState& state = event.event.state();
    CHECK(state.organisation_of(asa, OrganisationField::name) == "Eken");
    CHECK(state.organisation_of(asa, OrganisationField::sector) == "Studieförbund");
}

TEST_CASE("the same list again changes nothing, in whatever form it comes") {
    ImportedEvent event;
    const std::string list = "Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\nBo Ek;Eken;\n";
    CHECK(event.counts(list) == "2 0 0 0");
    CHECK(event.import(list).bodies.empty());
    CHECK(event.counts(list) == "0 0 2 0");
    CHECK(event.counts("Name,Organisation,Email\r\nÅsa Öberg,Eken,a@b.se\r\nBo Ek,Eken\r\n") ==
          "0 0 2 0");
    CHECK(event.counts("Efternamn\tFörnamn\tFörening\nEk\tBo\tEken\n") == "0 0 1 0");
    CHECK(event.counts("Namn;Förening\nÖberg, Åsa;Eken\n") == "0 0 1 0");
}

TEST_CASE("a corrected list changes what differs, and an empty cell takes nothing away") {
    ImportedEvent event;
    event.import("Namn;Förening;E-post;Kost\nAsa Oberg;Eken;a@b.se;vegan\nBo Ek;Eken;;\n");
    const ImportPlan plan =
        event.import("Namn;Förening;E-post;Kost\nÅsa Öberg;Eken;a@b.se;\nBo Ek;Eken;b@b.se;\n");
    CHECK(plan.updated == 2);
    CHECK(plan.added == 0);
    CHECK(event.person("Åsa Öberg").get(AttendeeField::diet) == "vegan");
    CHECK(event.person("Bo Ek").get(email) == "b@b.se");
    CHECK(event.counts("Namn;Förening;Sektor\nBo Ek;Eken;Idrott\n") == "0 1 0 0");
    CHECK(event.counts("Namn;Förening;Sektor\nBo Ek;Eken;Idrott\n") == "0 0 1 0");
}

TEST_CASE("the whole name in the column of given names is still the same person") {
    ImportedEvent event;
    event.import("Namn;Förening\nÅsa Öberg;Eken\n");
    CHECK(event.counts("Förnamn;Förening\nÅsa Öberg;Eken\n") == "0 0 1 0");
    CHECK(event.counts("Förnamn;Förening\nåsa öberg;Eken\n") == "0 1 0 0");
    CHECK(event.event.state().attendees().size() == 1);
    CHECK(event.person("åsa öberg").get(AttendeeField::family_name).empty());
}

TEST_CASE("an address shared by an association does not make its people one") {
    ImportedEvent event;
    const std::string list =
        "Namn;Förening;E-post\nÅsa Öberg;Eken;kansli@eken.example\nBo "
        "Ek;Eken;kansli@eken.example\n";
    CHECK(event.counts(list) == "2 0 0 0");
    CHECK(event.counts(list) == "0 0 2 0");
}

TEST_CASE("another address is another person, and the list is told") {
    ImportedEvent event;
    event.import("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\n");
    const ImportPlan plan = event.import("Namn;Förening;E-post\nÅsa Öberg;Eken;c@d.se\n");
    CHECK(plan.added == 1);
    CHECK(places(plan.notes) == Places{"2 E-post"});
}

TEST_CASE("a row that could be about either of two people is a problem") {
    ImportedEvent event;
    event.import("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\nÅsa Öberg;Eken;c@d.se\n");
    CHECK(places(event.import("Namn;Förening;E-post\nBo Ek;Eken;\nÅsa Öberg;Eken;\n").problems) ==
          Places{"3 E-post"});
    CHECK(event.event.state().attendees().size() == 2);
    ImportedEvent other;
    CHECK(places(other
                     .import("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\n"
                             "Åsa Öberg;Eken;c@d.se\nÅsa Öberg;Eken;\n")
                     .problems) == Places{"4 E-post"});
}

TEST_CASE("two rows of one person are taken together where they agree") {
    ImportedEvent event;
    const std::string list =
        "Namn;Förening;E-post;Telefon;Kost;Anmäld\n"
        "Åsa Öberg;Eken;a@b.se;070-12 34;;2022-09-27\n"
        "Åsa Öberg;Eken;;0701234;vegan;2022-09-20\n";
    const ImportPlan plan = event.import(list);
    CHECK(plan.added == 1);
    CHECK(places(plan.notes) == Places{"3 "});
    CHECK(event.person("Åsa Öberg").get(AttendeeField::diet) == "vegan");
    CHECK(event.person("Åsa Öberg").get(AttendeeField::registered) == "2022-09-20");
    CHECK(event.counts(list) == "0 0 1 0");
}

TEST_CASE("two rows of one person that contradict one another are a problem") {
    ImportedEvent event;
    CHECK(places(event
                     .import("Namn;Förening;E-post;Kost\nÅsa Öberg;Eken;a@b.se;vegan\n"
                             "Åsa Öberg;Eken;a@b.se;allt\nÅsa Öberg;Bron;a@b.se;\n")
                     .problems) == Places{"3 Kost"});
    CHECK(event.event.state().attendees().empty());
}

TEST_CASE("a person on two rows, or with two in a cell, represents both organisations") {
    ImportedEvent event;
    const std::string list =
        "Namn;Förening;Sektor;E-post\nÅsa Öberg;Eken;Kultur;a@b.se\nÅsa Öberg;Bron;Idrott;a@b.se\n"
        "Bo Ek;\"Eken; Bron;eken;\";;bo@b.se\n";
    const ImportPlan plan = event.import(list);
    CHECK(plan.added == 2);
    CHECK(places(plan.notes) == Places{"3 "});
    const EventState& state = event.event.state();
    CHECK(state.organisation_names(event.person("Åsa Öberg")) == "Eken; Bron");
    CHECK(state.organisation_names(event.person("Bo Ek")) == "Eken; Bron");
    CHECK(state.organisation_of(event.person("Åsa Öberg"), OrganisationField::sector) == "Kultur");
    CHECK(event.counts(list) == "0 0 2 0");
    // A list that says less takes nothing away.
    CHECK(event.counts("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\n") == "0 0 1 0");
}

TEST_CASE("a list finds merged people by any of their records, and changes nothing again") {
    ImportedEvent event;
    const std::string list =
        "Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\nÅsa Oberg Ek;Ekens IF;asa@b.se\n"
        "Bo Ek;Bron;bo@b.se\n";
    CHECK(event.counts(list) == "3 0 0 0");
    std::map<std::string, AttendeeId> ids;
    for (const auto& [id, attendee] : event.event.state().attendees()) {
        ids[attendee.full_name()] = id;
    }
    const auto staff = EventDesk::staff;
    event.event->merge_people(ids.at("Åsa Oberg Ek"), ids.at("Åsa Öberg"), staff);
    event.event->merge_organisations(event.event->organisation_id("Ekens IF"),
                                     event.event->organisation_id("Eken"), staff);
    CHECK(event.counts(list) == "0 0 3 0");
    CHECK(event.event.state().attendees().size() == 2);
    CHECK(event.event.state().organisations().size() == 2);
    // A newer list that has one of the two leaves out nobody.
    const ImportPlan newer =
        event.import("Namn;Förening;E-post\nÅsa Oberg Ek;Eken;asa@b.se\nBo Ek;Bron;bo@b.se\n");
    CHECK(newer.missing.empty());
    CHECK(newer.added == 0);
    CHECK(event.event.state().attendees().size() == 2);
}

TEST_CASE("an organisation has one sector, however it is spelt") {
    ImportedEvent event;
    CHECK(places(event.import("Namn;Förening;Sektor\nÅsa Öberg;Eken;Idrott\nBo Ek;EKEN;Kultur\n")
                     .problems) == Places{"3 Sektor"});
    const ImportPlan plan = event.import(
        "Namn;Förening;Sektor\nÅsa Öberg;Eken;Idrott\nBo Ek;EKEN;idrott\nEva;;Kultur\n");
    CHECK(plan.added == 3);
    CHECK(event.event.state().organisations().size() == 1);
    CHECK(places(plan.notes) == Places{"4 Sektor"});
}

TEST_CASE("an organisation's id is asked for once a spelling, however many rows name it") {
    ImportedEvent event;
    std::string list = "Namn;Förening;Sektor\n";
    for (int i = 0; i < 100; ++i) {
        list += "Person " + std::to_string(i) + (i % 2 == 0 ? ";Eken;Idrott\n" : ";EKEN;idrott\n");
    }
    CHECK(event.counts(list) == "100 0 0 0");
    CHECK(event.organisations_asked == 2);
    CHECK(event.counts(list) == "0 0 100 0");
    CHECK(event.organisations_asked == 4);
}

TEST_CASE("every problem is named by line and column, and nothing is imported") {
    ImportedEvent event;
    const ImportPlan plan = event.import(
        "Förnamn;Efternamn;Förening;Roll;E-post;Anmäld\n"
        "Åsa;Öberg;Eken;;asa@eken.example;\n"
        ";;Eken;;;\n"
        "Bo;Ek;Eken;kung;bo(at)eken;\n"
        "\n"
        "Eva;Ås;Eken;;;igår\n"
        "Siv;Ås;Eken;;;nej\n"
        "Per;Al;Eken;;;;;för mycket\n");
    CHECK(places(plan.problems) ==
          Places{"3 Förnamn", "4 Roll", "4 E-post", "6 Anmäld", "7 Anmäld", "8 "});
    CHECK(plan.added == 0);
    CHECK(event.event.state().attendees().empty());
    for (const ListProblem& problem : plan.problems) CHECK(problem.message.english().size() > 20);
}

TEST_CASE("a wrong quotation mark on line 57 is named on line 57") {
    std::string list = "Namn;Förening;E-post\n";
    for (int line = 2; line <= 120; ++line) {
        list += line == 57 ? "\"Bo Ek;Eken;\n" : "Person " + std::to_string(line) + ";Eken;\n";
    }
    ImportedEvent event;
    CHECK(places(event.import(list).problems) == Places{"57 Namn"});
    // Also where all cells are quoted, or the mark stands in the middle or at the end.
    for (const char *wrong :
         {"\"Bo\" Ek;Eken;", "Bo \"Ek;Eken;", "Bo Ek;\"Eken;", "Bo Ek;Eken;\""}) {
        std::string other = "\"Namn\";\"Förening\";\"E-post\"\r\n";
        for (int line = 2; line <= 120; ++line) {
            other += line == 57 ? wrong : "\"Person " + std::to_string(line) + "\";\"Eken\";\"\"";
            other += "\r\n";
        }
        const auto found = places(event.import(other).problems);
        INFO(wrong);
        REQUIRE(found.size() == 1);
        CHECK(found[0].starts_with("57 "));
    }
}

TEST_CASE("headings that are missing, doubled or alone are told") {
    ImportedEvent event;
    CHECK(places(event.import("").problems) == Places{"0 "});
    CHECK(places(event.import("\n\n;;\n").problems) == Places{"0 "});
    CHECK(places(event.import("\nNamn;E-post\n").problems) == Places{"2 "});
    CHECK(places(event.import("Förening;E-post\nEken;a@b.se\n").problems) == Places{"1 "});
    CHECK(places(event.import("Namn;Mejl;E-postadress\nÅsa;a@b.se;c@d.se\n").problems) ==
          Places{"1 E-postadress"});
    CHECK(places(event.import("\"Namn;E-post\nÅsa;a@b.se\n").problems) == Places{"1 "});
    const ImportPlan plan = event.import("Namn;Skonummer\nÅsa;42\n");
    CHECK(plan.added == 1);
    CHECK(places(plan.notes) == Places{"1 Skonummer"});
}

TEST_CASE("who walked in is the same person in the list that comes afterwards") {
    ImportedEvent event;
    static_cast<void>(event.event->walk_in({"Åsa", "Öberg", "Eken", "", AttendeeRole::civil, ""},
                                           EventDesk::staff));
    CHECK(event.counts("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\n") == "0 1 0 0");
    CHECK(event.person("Åsa Öberg").get(AttendeeField::origin) == "walk_in");
}

TEST_CASE("what an export defused is itself again") {
    ImportedEvent event;
    event.import("Namn;Telefon\nÅsa Öberg;'+46 70 1\n");
    CHECK(event.person("Åsa Öberg").get(AttendeeField::phone) == "+46 70 1");
}

TEST_CASE("any list is either imported and then unchanged, or refused whole with its problems") {
    SeededRandom random(4711);
    const std::vector<std::string> pieces = {
        "Namn",  "Förnamn", "E-post", "Förening", "Sektor", "Roll",         ";",    ";",
        ";",     ";",       ",",      "\n",       "\n",     "\n",           "\r\n", "\"",
        "\"\"",  "Åsa",     "Bo Ek",  "Ek, Bo",   "a@b.se", "c@d.se",       "Eken", "Bron",
        "civil", "kung",    " ",      "\t",       "\xC5",   "\xEF\xBB\xBF", "=1",   "'"};
    std::size_t imported = 0;
    for (int round = 0; round < 400; ++round) {
        ImportedEvent event;
        std::string list = random.below(4) == 0 ? "" : "Namn;Förening;E-post\n";
        for (std::size_t n = random.below(40); n-- > 0;)
            list += pieces[random.below(pieces.size())];
        INFO(list);
        const ImportPlan first = event.import(list);
        if (!first.problems.empty()) {
            REQUIRE(event.event.state().attendees().empty());
            continue;
        }
        ++imported;
        REQUIRE(event.event.state().attendees().size() == static_cast<std::size_t>(first.added));
        const ImportPlan second = event.import(list);
        REQUIRE(second.problems.empty());
        REQUIRE(second.bodies.empty());
        REQUIRE(second.unchanged == first.added);
    }
    CHECK(imported > 20);
}

TEST_CASE("merged people are cancelled by a list, and meant by a row without an address") {
    ImportedEvent event;
    CHECK(event.counts("Namn;Förening;E-post\nÅsa Öberg;Eken;a@b.se\nÅsa Öberg;Eken;c@d.se\n") ==
          "2 0 0 0");
    std::vector<AttendeeId> ids;
    for (const auto& [id, attendee] : event.event.state().attendees()) ids.push_back(id);
    // Which of the two somebody without an address is, nobody knows.
    CHECK(event.counts("Namn;Förening;Kost\nÅsa Öberg;Eken;vegan\n") == "0 0 0 1");
    event.event->merge_people(ids[1], ids[0], EventDesk::staff);
    CHECK(event.counts("Namn;Förening;Kost\nÅsa Öberg;Eken;vegan\n") == "0 1 0 0");
    CHECK(event.person("Åsa Öberg").get(AttendeeField::diet) == "vegan");
    for (const char *address : {"a@b.se", "c@d.se"}) {
        event.import("Namn;Förening;E-post;Avanmäld\nÅsa Öberg;Eken;" + std::string(address) +
                     ";x\n");
        CHECK(is_cancelled(event.person("Åsa Öberg")));
        event.event->restore(ids[0], EventDesk::staff);
    }
}

TEST_CASE("a second organisation keeps the sector of its row") {
    ImportedEvent event;
    event.import(
        "Namn;Förening;Sektor;E-post\nÅsa Öberg;Eken;Idrott;a@b.se\n"
        "Åsa Öberg;Bron;Kultur;a@b.se\n");
    CHECK(event.event.state().organisation(event.event->organisation_id("Bron"),
                                           OrganisationField::sector) == "Kultur");
}

}  // namespace stormote
