// Lists as officers have them: headings below titles, several sheets, rows that are not clear.
#include "kiosk/lists/registrations/registration_review.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/lists/spreadsheet_files.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::vector<std::string> names_in(const RegistrationList& list) {
    std::vector<std::string> names;
    for (const Registration& row : list.registrations) names.push_back(row.full_name());
    return names;
}

std::vector<std::string> sentences(const ListProblems& problems) {
    std::vector<std::string> told;
    for (const ListProblem& problem : problems) told.push_back(problem.message.english());
    return told;
}

// An event of 12 October 2022 that lists come into as the command takes them with --review.
class Office {
  public:
    // The table of what was not clear; the rest is recorded.
    Rows review(const ListSource& list) {
        ListedPeople people = read_listed_people(list, KeepRows::yes);
        const auto doubtful = set_aside_doubtful(people, event.state(), ids_);
        const ImportPlan plan = plan_import(people, event.state(), ids_);
        CHECK(sentences(plan.problems).empty());
        Rows table = review_table(people.list, doubtful, left_out(plan, doubtful, event.state()),
                                  event.state(), Texts());
        event->record(plan.bodies);
        if (table.size() == 1) table.clear();
        return table;
    }
    [[nodiscard]] std::vector<std::string> people() const {
        std::vector<std::string> names;
        for (const auto& [id, attendee] : event.state().attendees()) {
            names.push_back(attendee.full_name());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    [[nodiscard]] const Attendee& person(const std::string& name) const {
        for (const auto& [id, attendee] : event.state().attendees()) {
            if (attendee.full_name() == name) return attendee;
        }
        throw std::out_of_range(name);
    }

    EventDesk event;

  private:
    SeededRandom random_{7};
    ImportIds ids_{[this](std::string_view name) { return event->organisation_id(name); },
                   [this] { return make_id<AttendeeId>(event.clock, random_); }};
};

std::string csv_of(const Rows& rows) {
    std::string csv;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            csv += i > 0 ? ";\"" : "\"";
            for (const char c : row[i]) csv += c == '"' ? "\"\"" : std::string(1, c);
            csv += '"';
        }
        csv += '\n';
    }
    return csv;
}

}  // namespace

TEST_CASE("of an Excel file the sheet with the people is read, below its titles, and said") {
    const std::string file = excel_file();
    const RegistrationList list = read_registrations(file);
    CHECK(sentences(list.problems).empty());
    CHECK(names_in(list) == std::vector<std::string>{"Åsa Öberg", "Bo Ek"});
    CHECK(list.registrations[0].get(AttendeeField::phone) == "701234567");
    CHECK(list.registrations[0].get(AttendeeField::registered) == "2022-09-14");
    CHECK(sentences(list.notes) ==
          std::vector<std::string>{
              "The sheet \"Anmälda\" was read. The file has these: Att göra, Anmälda, Gammalt.",
              "The spreadsheet hides this row. All hidden rows were read: 1. Remove those that are "
              "not meant.",
              "The headings were found here; what stands above them is ignored."});
    const RegistrationList named = read_registrations(ListSource(file, "Gammalt"));
    CHECK(names_in(named).size() == 2);
    CHECK(sentences(read_registrations(ListSource(file, "Nytt")).problems) ==
          std::vector<std::string>{
              "There is no sheet \"Nytt\". These exist: Att göra, Anmälda, Gammalt."});
}

TEST_CASE("answers to a form are read by what people wrote, not by what the form knew of them") {
    const std::string file = forms_file();
    const RegistrationList list = read_registrations(file);
    CHECK(sentences(list.problems).empty());
    REQUIRE(list.registrations.size() == 1);
    const Registration& siv = list.registrations[0];
    CHECK(siv.full_name() == "Siv Lööf");
    CHECK(siv.get(AttendeeField::organisation) == "Pensionärerna Väst");
    CHECK(siv.get(AttendeeField::email) == "siv@example.org");
    CHECK(siv.get(AttendeeField::diet).empty());
    CHECK(siv.get(AttendeeField::registered) == "2022-09-14T14:03");
}

TEST_CASE("lists of Google and OpenDocument come in as their people, the cancelled ones as such") {
    Office office;
    CHECK(office.review(google_file()).empty());
    CHECK(is_cancelled(office.person("Ali Hassan")));
    CHECK_FALSE(is_cancelled(office.person("Yusuf Ek")));
    CHECK(office.review(ods_file()).empty());
    CHECK(office.person("Bo Norén").get(AttendeeField::diet) == "vegan inte nötter");
    CHECK(office.people().size() == 4);
}

TEST_CASE("a list that is pasted keeps its tabs") {
    const RegistrationList list = read_registrations("Namn\tFörening\nÅsa Öberg\tEken\n");
    CHECK(names_in(list) == std::vector<std::string>{"Åsa Öberg"});
}

TEST_CASE("rows that are not clear are set aside with what they probably mean, and come back") {
    Office office;
    const std::string list =
        "Anmälda\n"
        "Namn;Förening;E-post;Roll;Anmäld\n"
        "Åsa Öberg (C);Eken;asa@example.org;;14/9\n"
        "Bo Ek;Judo;bo@example,org;Enhetschef;15 sept\n"
        "Anna och Per Svensson;Ekbackens IF;svensson@example.org;;44830\n"
        "\"Siv Lööf, Hembygdsföreningen, siv@example.org\";;;;\n"
        ";Eken;;;\n"
        "Yusuf Ek;Judo;yusuf@example.org;Hövding;\n"
        "Gun Dahl;-;saknas;Studieförbund;Mon, 26 Sep 2022 14:03:00 +0200\n"
        "Summa;6;;;\n";
    const Rows table = office.review(list);
    CHECK(office.people() == std::vector<std::string>{"Gun Dahl", "Åsa Öberg"});
    CHECK(role_of(office.person("Åsa Öberg")) == AttendeeRole::elected);
    CHECK(office.person("Åsa Öberg").get(AttendeeField::registered) == "2022-09-14");
    CHECK(office.person("Gun Dahl").get(AttendeeField::email).empty());
    CHECK(office.person("Gun Dahl").get(AttendeeField::registered) == "2022-09-26T14:03");
    REQUIRE(table.size() == 7);
    CHECK(table[0] == std::vector<std::string>{"Namn", "Förening", "E-post", "Roll", "Anmäld",
                                               "Row", "Problem", "It said"});
    CHECK(table[1][2] == "bo@example.org");
    CHECK(table[1][5] == "4");
    CHECK(table[1][7] == "bo@example,org");
    CHECK(table[2][0] == "Anna Svensson");
    CHECK(table[2][2] == "svensson@example.org");
    CHECK(table[3][0] == "Per Svensson");
    CHECK(table[3][2].empty());
    CHECK(table[4][0] == "Siv Lööf");
    CHECK(table[4][1] == "Hembygdsföreningen");
    CHECK(table[4][2] == "siv@example.org");
    CHECK(table[5][0].empty());
    CHECK(table[6][6] ==
          "Roll: The role \"Hövding\" is not known. Write civilsamhälle, "
          "förtroendevald or tjänsteperson, or leave the cell empty.");
    // As it is, all but the two that nobody can guess comes in; then those that were mended.
    Rows rest = office.review(csv_of(table));
    CHECK(office.people().size() == 6);
    REQUIRE(rest.size() == 3);
    CHECK(rest[0] == table[0]);
    rest[1][0] = "Ali Hassan";
    rest[2][3] = "förtroendevald";
    CHECK(office.review(csv_of(rest)).empty());
    CHECK(office.people().size() == 8);
    CHECK(office.person("Bo Ek").get(AttendeeField::registered) == "2022-09-15");
    CHECK(office.person("Anna Svensson").get(AttendeeField::registered) == "2022-09-26");
}

TEST_CASE("rows that contradict each other are set aside alone, and a torn file as a whole") {
    Office office;
    const Rows table = office.review(
        "Namn;E-post;Telefon\nÅsa Öberg;asa@example.org;1\nBo Ek;;\nÅsa Öberg;asa@example.org;2\n");
    CHECK(office.people() == std::vector<std::string>{"Bo Ek", "Åsa Öberg"});
    REQUIRE(table.size() == 2);
    CHECK(table[1][3] == "4");
    ListedPeople torn = read_listed_people("Namn;Förening\nÅsa;\"Eken\nBo;Judo\n", KeepRows::yes);
    const ImportIds none{[](std::string_view) { return OrganisationId{}; },
                         [] { return AttendeeId{}; }};
    CHECK(set_aside_doubtful(torn, office.event.state(), none).empty());
    CHECK_FALSE(torn.list.problems.empty());
}

TEST_CASE("a name is not what a spreadsheet would run, nor an address nobody proposes") {
    CHECK(sentences(read_registrations("Namn\n=HYPERLINK(1)\n").problems) ==
          std::vector<std::string>{"\"=HYPERLINK(1)\" looks like a formula, not like a name."});
    CHECK(sentences(read_registrations("Namn;Anmäld\nÅsa;1899-12-30\n").problems) ==
          std::vector<std::string>{"\"1899-12-30\" is not a date. Write it as 2022-09-26."});
}

TEST_CASE("whom a newer list leaves out is proposed for cancelling, and cancelled by that table") {
    Office office;
    const std::string list =
        "Namn;Förening;E-post\nÅsa Öberg;Eken;asa@example.org\n"
        "Bo Ek;Judo;\nSiv Lööf;Väst;siv@example.org\n";
    CHECK(office.review(list + "Gun Dahl;Bron;\n").empty());
    // Not by a list of others.
    CHECK(office.review("Namn;Förening\nAli Hassan;Bron\n").empty());
    const Rows table = office.review(list + "Ali Hassan;Bron;\n");
    REQUIRE(table.size() == 2);
    CHECK(table[0] == std::vector<std::string>{"Namn", "Förening", "E-post", "Avanmäld", "Row",
                                               "Problem", "It said"});
    CHECK(table[1][0] == "Gun Dahl");
    CHECK(table[1][1] == "Bron");
    CHECK(table[1][3] == "x");
    CHECK_FALSE(is_cancelled(office.person("Gun Dahl")));
    CHECK(office.review(csv_of(table)).empty());
    CHECK(is_cancelled(office.person("Gun Dahl")));
    CHECK_FALSE(is_cancelled(office.person("Bo Ek")));
    CHECK(office.review(list + "Ali Hassan;Bron;\n").empty());
    // Nor is somebody who has come.
    for (const auto& [id, attendee] : office.event.state().attendees()) {
        if (attendee.full_name() == "Ali Hassan") office.event.come(id);
    }
    CHECK(office.review(list).empty());
}

TEST_CASE("who stands on a row that is not clear is not taken for somebody left out") {
    Office office;
    const std::string others = "Bo Ek;Judo;;\nSiv Lööf;Väst;;\n";
    CHECK(office.review("Namn;Förening;E-post;Roll\nÅsa Öberg;Eken;;\n" + others).empty());
    const Rows table =
        office.review("Namn;Förening;E-post;Roll\nÅsa Öberg;Eken;;hövding\n" + others);
    REQUIRE(table.size() == 2);
    CHECK(table[1][3] == "hövding");
}

TEST_CASE(
    "of a row that contradicts another nothing is taken, and rows of one person go together") {
    Office office;
    static_cast<void>(office.review(
        "Namn;Förening;Telefon;Avanmäld\nÅsa Öberg;Eken;070-1;\nÅsa Öberg;Eken;070-2;x\n"));
    CHECK_FALSE(is_cancelled(office.person("Åsa Öberg")));
    Office twins;
    twins.event.add({"Bo", "Ek", "Judo"});
    twins.event.add({"Bo", "Ek", "Judo"});
    const Rows table =
        twins.review("Namn;Förening;Kost\nBo Ek;Judo;\nBo Ek;Judo;vegan\nGun Dahl;Bron;\n");
    REQUIRE(table.size() == 3);
    CHECK(table[2][2] == "vegan");
}

TEST_CASE("a cell without a heading is shown in the review, and comes to stand for no field") {
    Office office;
    const Rows table = office.review(
        "Namn,Förening\n\"Siv Lööf, Väst, 070-123 45 67\",\nÖberg, Åsa,Eken,asa@example.org\n");
    REQUIRE(table.size() == 3);
    CHECK(table[0][2] == "Telefon");
    CHECK(table[2][2].empty());
    CHECK(table[2].back() == "Eken; asa@example.org");
}

TEST_CASE("words that say no cancel nobody, and times of the day are no dates") {
    const auto status = [](const std::string& cell) {
        const RegistrationList list = read_registrations("Namn;Avanmäld\nÅsa;" + cell + "\n");
        REQUIRE(list.registrations.size() == 1);
        return list.registrations[0].get(AttendeeField::status);
    };
    for (const char *no : {"Ej", "Saknas", "N/A", "Inget", "Ej avanmäld", "Nej", "0"}) {
        CAPTURE(no);
        CHECK(status(no).empty());
    }
    for (const char *yes : {"x", "Ja", "1", "2022-09-26", "sjuk"}) {
        CHECK(status(yes) == "cancelled");
    }
    CHECK_FALSE(read_registrations("Namn;Anmäld\nÅsa;14:03\n").problems.empty());
    CHECK_FALSE(read_registrations("Förnamn;Efternamn\nÅsa;\"Öberg, Eken, asa@example.org\"\n")
                    .problems.empty());
}

TEST_CASE("names whose letters were lost are set aside as they stand") {
    Office office;
    // As a Swedish and as a Polish program save them where there is no Unicode.
    const Rows table = office.review(
        "Namn;F\xF6rening;E-post\nBo Ek;Eken;bo@example.org\nLech Wa?esa;Eken;lech@example.org\n"
        "Ewa Wa\xB3\xEAsa;Eken;ewa@example.org\nAda Wa\x81sa;Eken;ada@example.org\n"
        "Jan Ek;Ko\xB6"
        "cio;jan@example.org\n");
    CHECK(office.people() == std::vector<std::string>{"Bo Ek"});
    REQUIRE(table.size() == 5);
    CHECK(table[1][0] == "Lech Wa?esa");
    CHECK(table[1][4] ==
          "Namn: \"Lech Wa?esa\" has ? where a letter was lost when the list was saved. Write the "
          "name as it should be; CSV UTF-8 keeps every letter.");
    CHECK(table[2][0] == "Ewa Wa³êsa");
    CHECK(table[3][0] == "Ada Wa\uFFFDsa");
    CHECK(table[4][1] == "Ko¶cio");
    Rows mended = table;
    mended[1][0] = "Lech Wałęsa";
    mended[2][0] = "Ewa Forêt";
    mended[3][0] = "Ada Wąsa";
    mended[4][1] = "Kościół";
    CHECK(office.review(csv_of(mended)).empty());
    CHECK(office.people().size() == 5);
}

TEST_CASE("a list of more problems than are listed is not taken for one without the rest") {
    std::string list = "Namn;Roll\n";
    for (int row = 0; row < 1'200; ++row) list += "Person;hövding\n";
    ListedPeople people = read_listed_people(list, KeepRows::yes);
    EventDesk event;
    const ImportIds none{[](std::string_view) { return OrganisationId{}; },
                         [] { return AttendeeId{}; }};
    CHECK(set_aside_doubtful(people, event.state(), none).empty());
    CHECK_FALSE(people.list.problems.empty());
}

}  // namespace stormote
