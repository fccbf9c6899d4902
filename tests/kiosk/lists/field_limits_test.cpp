// How long texts may be that lists bring in: one character more is a problem with its place, its
// length and the limit. Counted in characters: each of these has two bytes.
#include "kiosk/lists/field_limits.h"

#include <catch2/catch.hpp>

#include "kiosk/lists/people_list.h"
#include "kiosk/lists/registrations/registration_list.h"
#include "kiosk/lists/survey_list.h"
#include "kiosk/lists/table_list.h"
#include "kiosk/lists/wish_list.h"

namespace stormote {

namespace {

std::string letters(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "å";
    return text;
}

// "line column: message" of each problem.
std::string told(const ListProblems& problems) {
    std::string lines;
    for (const ListProblem& problem : problems) {
        lines += std::to_string(problem.line) + " " + problem.column + ": " +
                 problem.message.english() + "\n";
    }
    return lines;
}

std::string too_long(const std::string& place, std::size_t most) {
    return place + ": The text is longer than " + std::to_string(most) + " characters: it has " +
           std::to_string(most + 1) + ". Make it shorter.\n";
}

struct Bounded {
    const char *heading;
    std::size_t most;
};

}  // namespace

TEST_CASE("a text is measured in characters, and refused from the first that is too many") {
    CHECK_FALSE(check_length(letters(200), 200));
    CHECK_FALSE(check_length("", 0));
    CHECK(excess_length(letters(201), 200) == 201U);
    CHECK(check_length(letters(201), 200)->english() ==
          "The text is longer than 200 characters: it has 201. Make it shorter.");
}

TEST_CASE("every field of a registration has a longest text") {
    for (const Bounded& field :
         {Bounded{"Efternamn", 200}, Bounded{"Förening", 200}, Bounded{"Sektor", 200},
          Bounded{"Telefon", 60}, Bounded{"Språk", 200}, Bounded{"Kost", 1000},
          Bounded{"Behov", 1000}, Bounded{"Kön", 200}}) {
        INFO(field.heading);
        const auto read = [&](std::size_t length) {
            return read_registrations(std::string("Förnamn;") + field.heading + "\nEva;Ek\nÅsa;" +
                                      letters(length) + "\n");
        };
        CHECK(told(read(field.most).problems).empty());
        CHECK(read(field.most).registrations.size() == 2);
        CHECK(told(read(field.most + 1).problems) ==
              too_long(std::string("3 ") + field.heading, field.most));
        CHECK(read(field.most + 1).registrations.size() == 1);
    }
    CHECK(told(read_registrations("Namn\n" + letters(200)).problems).empty());
    CHECK(told(read_registrations("Namn\n" + letters(201)).problems) == too_long("2 Namn", 200));
}

TEST_CASE("what is too long to be an address, a role or a date is named and not quoted") {
    const std::string domain = "@ekbacken.se";
    const auto address = [&](std::size_t length) {
        return "Namn;E-post\nÅsa;" + std::string(length - domain.size(), 'a') + domain + "\n";
    };
    CHECK(told(read_registrations(address(254)).problems).empty());
    CHECK(told(read_registrations(address(255)).problems) == too_long("2 E-post", 254));
    for (const char *heading : {"Roll", "Anmäld"}) {
        const auto list =
            read_registrations(std::string("Namn;") + heading + "\nÅsa;" + letters(201) + "\n");
        CHECK(told(list.problems) == too_long(std::string("2 ") + heading, 200));
    }
}

TEST_CASE("a table has a longest name and a longest place") {
    const auto read = [](std::size_t name, std::size_t place) {
        return told(plan_tables("Bord;Namn;Plats\n1;" + letters(name) + ";" + letters(place) + "\n",
                                EventState())
                        .problems);
    };
    CHECK(read(60, 200).empty());
    CHECK(read(61, 201) == too_long("2 Namn", 60) + too_long("2 Plats", 200));
}

TEST_CASE("a question of the survey is told by how much it is too long") {
    const auto read = [](std::size_t question, std::size_t end) {
        return told(plan_survey("Nr;Fråga;Svar;Låg\n1;" + letters(question) + ";skala;" +
                                    letters(end) + "\n",
                                EventState(), false, 2'000)
                        .problems);
    };
    CHECK(read(300, 60).empty());
    CHECK(read(301, 61) ==
          "2 Fråga: The question is longer than 300 characters: it has 301. Make it shorter.\n"
          "2 Låg: That is longer than 60 characters: it has 61. Make it shorter.\n");
}

TEST_CASE("choices of which several are chosen may together be as long as an answer") {
    const auto read = [](const char *kind, std::size_t length) {
        return told(plan_survey("Nr;Fråga;Svar;Val 1;Val 2\n1;Vad?;" + std::string(kind) + ";" +
                                    letters(length) + ";b\n",
                                EventState(), false, 100)
                        .problems);
    };
    CHECK(read("flera val", 98).empty());
    CHECK(read("ett val", 99).empty());
    CHECK(read("flera val", 99) ==
          "2 Val 1: Together the choices are longer than 100 characters: they have 101. Make them "
          "shorter.\n");
}

TEST_CASE("a list of people to be dealt, and its wishes, have longest cells") {
    const auto people = [](std::size_t id, std::size_t value) {
        return told(read_people("id,name,organisation,sector,role,Ort\n" + letters(id) +
                                ",Åsa,Eken,Kultur,civil," + letters(value) + "\n")
                        .problems);
    };
    CHECK(people(200, 200).empty());
    CHECK(people(201, 201) == too_long("2 id", 200) + too_long("2 Ort", 200));
    MixProblem problem;
    const std::string id = letters(200);
    CHECK(told(read_wishes(id + ",b\n", "apart.csv", WishKind::apart, {id, "b"}, problem)).empty());
    CHECK(told(read_wishes(id + "å,b\n", "apart.csv", WishKind::apart, {id, "b"}, problem)) ==
          too_long("1 ", 200));
    CHECK(told(read_mixed_wishes("together," + id + "å\n", "w.csv", {id, "b"}, problem)) ==
          too_long("1 ", 200));
    CHECK(told(read_earlier_groups("1,1," + id + "å\n", {id, "b"}, problem)) ==
          too_long("1 ", 200));
}

}  // namespace stormote
