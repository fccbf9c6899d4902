#include "sync/report/same_person.h"

#include <catch2/catch.hpp>

#include "sync/base/random.h"

namespace stormote {

namespace {

const auto everybody = [](PersonRegister::Number) { return true; };

using Agreement = PersonRegister::Agreement;

// The rule by looking at everybody.
std::vector<PersonRegister::Number> find_one_by_one(const PersonRegister& people,
                                                    const PersonIdentity& identity,
                                                    const std::vector<bool>& is_taken) {
    std::array<std::vector<PersonRegister::Number>, 3> found;
    for (PersonRegister::Number number = 0; number < people.size(); ++number) {
        const PersonIdentity& known = people.identity(number);
        if (is_taken[number] || known.name != identity.name || identity.name.empty()) continue;
        const bool is_colleague = known.organisation == identity.organisation;
        if (!identity.email.empty() && known.email == identity.email) {
            found[0].push_back(number);
        } else if (is_colleague && known.email.empty()) {
            found[1].push_back(number);
        } else if (is_colleague && identity.email.empty()) {
            found[2].push_back(number);
        }
    }
    for (auto& matches : found) {
        if (matches.empty()) continue;
        matches.resize(std::min<std::size_t>(matches.size(), 2));
        return matches;
    }
    return {};
}

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

TEST_CASE("who is found by the indexes is who is found by looking at everybody") {
    SeededRandom random(6);
    const auto draw = [&random](std::vector<std::string> words) {
        return words[random.below(words.size())];
    };
    const auto draw_person = [&] {
        return PersonIdentity(draw({"Bo", "Åsa", ""}), draw({"", "a@b.se", "c@d.se", "e@f.se"}),
                              draw({"", "Eken", "Bron"}));
    };
    for (int round = 0; round < 200; ++round) {
        PersonRegister people;
        std::vector<bool> is_taken;
        for (int i = 0; i < 40; ++i) {
            const PersonIdentity identity = draw_person();
            const auto match =
                people.find(identity, [&is_taken](auto number) { return !is_taken[number]; });
            REQUIRE(match.people == find_one_by_one(people, identity, is_taken));
            if (!match.people.empty() && random.below(3) == 0) {
                people.set_email(match.people.front(), draw({"a@b.se", "c@d.se"}));
            }
            if (!match.people.empty() && random.below(3) == 0) {
                is_taken[match.people.front()] = true;
            }
            if (random.below(2) != 0) continue;
            people.add(identity);
            is_taken.push_back(false);
        }
    }
}

TEST_CASE("of 20,000 namesakes of one organisation each is looked up without the others") {
    constexpr PersonRegister::Number count = 20'000;
    PersonRegister people;
    const auto identity = [](PersonRegister::Number number) {
        return PersonIdentity("Åsa Öberg", std::to_string(number) + "@b.se", "Eken");
    };
    std::size_t looked_at = 0;
    const auto count_looks = [&looked_at](PersonRegister::Number) {
        ++looked_at;
        return true;
    };
    for (PersonRegister::Number number = 0; number < count; ++number) {
        REQUIRE(people.find(identity(number), count_looks).people.empty());
        people.add(identity(number));
    }
    for (PersonRegister::Number number = 0; number < count; ++number) {
        REQUIRE(people.find(identity(number), count_looks).people.front() == number);
        static_cast<void>(people.find({"Åsa Öberg", "", "Eken"}, count_looks));
    }
    CHECK(looked_at == 3 * count);
}

TEST_CASE("two of the people whom the rule cannot tell apart are named") {
    PersonRegister people;
    people.add({"Åsa Öberg", "a@eken.example", "Eken"});
    people.add({"Åsa Öberg", "b@eken.example", "Eken"});
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, everybody).people.size() == 2);
    const auto not_the_first = [](PersonRegister::Number number) { return number != 0; };
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, not_the_first).people.size() == 1);
    people.add({"Åsa Öberg", "c@eken.example", "Eken"});
    CHECK(people.find({"Åsa Öberg", "", "Eken"}, everybody).people ==
          std::vector<PersonRegister::Number>{0, 1});
}

TEST_CASE("hyphens, spaces and dots in a name do not matter, a missing name is nobody's") {
    PersonRegister people;
    people.add({"Marie-Louise Lindqvist", "", "Eken"});
    people.add({"", "", "Eken"});
    CHECK(people.find({"marie louise  LINDQVIST", "", "eken"}, everybody).people.size() == 1);
    CHECK(people.find({"", "", "Eken"}, everybody).people.empty());
}

}  // namespace stormote
