#include "sync/report/same_person.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

const auto everybody = [](PersonRegister::Number) { return true; };

using Agreement = PersonRegister::Agreement;

}  // namespace

TEST_CASE("e-mail address and name together make the same person") {
    PersonRegister people;
    people.add({"Åsa Öberg", "kansli@eken.example", "Eken"});
    people.add({"Bo Ek", "kansli@eken.example", "Eken"});
    const auto match = people.find({"bo ek", "KANSLI@eken.example", "Bron"}, everybody);
    CHECK(match.agreement == Agreement::email);
    CHECK(match.people == std::vector<PersonRegister::Number>{1});
    CHECK(people.find({"Siv Ek", "kansli@eken.example", "Eken"}, everybody).people.empty());
}

TEST_CASE("without an address on one side, name and organisation do") {
    PersonRegister people;
    people.add({"Åsa Öberg", "asa@eken.example", "Eken"});
    people.add({"Bo Ek", "", "Eken"});
    CHECK(people.find({"asa oberg", "", "EKEN"}, everybody).agreement == Agreement::organisation);
    CHECK(people.find({"Bo Ek", "bo@eken.example", "Eken"}, everybody).people.size() == 1);
    CHECK(people.find({"Bo Ek", "", "Bron"}, everybody).people.empty());
}

TEST_CASE("another address is another person, even of the same name and organisation") {
    PersonRegister people;
    people.add({"Åsa Öberg", "asa@eken.example", "Eken"});
    CHECK(people.find({"Åsa Öberg", "asa2@eken.example", "Eken"}, everybody).people.empty());
}

TEST_CASE("an agreeing address goes before a person without one") {
    PersonRegister people;
    people.add({"Åsa Öberg", "", "Eken"});
    people.add({"Åsa Öberg", "asa@eken.example", "Eken"});
    CHECK(people.find({"Åsa Öberg", "asa@eken.example", "Eken"}, everybody).people ==
          std::vector<PersonRegister::Number>{1});
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, everybody).people ==
          std::vector<PersonRegister::Number>{0});
}

TEST_CASE("people whom the rule cannot tell apart are all named") {
    PersonRegister people;
    people.add({"Åsa Öberg", "a@eken.example", "Eken"});
    people.add({"Åsa Öberg", "b@eken.example", "Eken"});
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, everybody).people.size() == 2);
    const auto not_the_first = [](PersonRegister::Number number) { return number != 0; };
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, not_the_first).people.size() == 1);
}

TEST_CASE("hyphens, spaces and dots in a name do not matter, a missing name is nobody's") {
    PersonRegister people;
    people.add({"Marie-Louise Lindqvist", "", "Eken"});
    people.add({"", "", "Eken"});
    CHECK(people.find({"marie louise  LINDQVIST", "", "eken"}, everybody).people.size() == 1);
    CHECK(people.find({"", "", "Eken"}, everybody).people.empty());
}

}  // namespace stormote
