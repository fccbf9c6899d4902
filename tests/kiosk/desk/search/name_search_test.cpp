#include "kiosk/desk/search/name_search.h"

#include <algorithm>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/record/invented_names.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

namespace {

class NamedPeople {
  public:
    explicit NamedPeople(std::vector<std::string> names) : names_(std::move(names)) {
        for (std::size_t i = 0; i < names_.size(); ++i) index.set(id(i), names_[i]);
    }

    static AttendeeId id(std::size_t number) {
        AttendeeId id;
        for (std::size_t i = 0; i < 8; ++i) {
            id.value.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
        }
        return id;
    }

    [[nodiscard]] std::vector<std::string> found(const std::string& query,
                                                 std::size_t most = 20) const {
        std::vector<std::string> names;
        for (const NameMatch& match : index.search(query, most).hits) {
            names.push_back(names_[read_big_endian(ByteView(match.attendee.value.bytes).last(8))]);
        }
        return names;
    }

    NameIndex index;

  private:
    std::vector<std::string> names_;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("people are found without their dots and in any order of their names") {
    const NamedPeople people({"Åsa Öberg", "Bo Ek", "Eva Bodén", "Anna-Karin Lindqvist-Åberg",
                              "Zoë Łukasik", "José O'Brien"});
    CHECK(people.found("asa ob") == Names{"Åsa Öberg"});
    CHECK(people.found("ÅSA ÖBERG") == Names{"Åsa Öberg"});
    CHECK(people.found("oberg asa") == Names{"Åsa Öberg"});
    CHECK(people.found("ob as") == Names{"Åsa Öberg"});
    CHECK(people.found("åberg") == Names{"Anna-Karin Lindqvist-Åberg"});
    CHECK(people.found("karin lind") == Names{"Anna-Karin Lindqvist-Åberg"});
    CHECK(people.found("zoe lukasik") == Names{"Zoë Łukasik"});
    CHECK(people.found("jose obrien") == Names{"José O'Brien"});
    CHECK(people.found("O’Brien").size() <= 1);
}

TEST_CASE("short names are found whole, before those who only begin so") {
    const NamedPeople people({"Bodil Ek", "Bo Ek", "Evalena Ås", "Eva Ås", "Bo Bosson"});
    CHECK(people.found("Bo") == Names{"Bo Bosson", "Bo Ek", "Bodil Ek"});
    CHECK(people.found("Eva") == Names{"Eva Ås", "Evalena Ås"});
    CHECK(people.found("bo bo") == Names{"Bo Bosson"});
}

TEST_CASE("the letters as typed come before the same without dots") {
    const NamedPeople people({"Asa Ek", "Åsa Ek"});
    CHECK(people.found("åsa") == Names{"Åsa Ek", "Asa Ek"});
    CHECK(people.found("asa") == Names{"Asa Ek", "Åsa Ek"});
    CHECK(people.index.search("åsa", 5).hits[0].quality == MatchQuality::exact);
    CHECK(people.index.search("åsa", 5).hits[1].quality == MatchQuality::folded);
}

TEST_CASE("one typing error is forgiven from four letters on, two from seven") {
    const NamedPeople people({"Siv Norberg", "Åsa Lundqvist", "Maj Ek"});
    CHECK(people.found("nroberg") == Names{"Siv Norberg"});
    CHECK(people.found("norrbreg") == Names{"Siv Norberg"});
    CHECK(people.found("nxrb") == Names{"Siv Norberg"});
    CHECK(people.found("nxr").empty());
    CHECK(people.found("nxxb").empty());
    CHECK(people.found("lumdqvits") == Names{"Åsa Lundqvist"});
    CHECK(people.found("xumdqvits").empty());
    CHECK(people.found("mja").empty());
    CHECK(people.index.search("nroberg", 5).hits[0].quality == MatchQuality::typo);
}

TEST_CASE("errors are forgiven only where nobody is spelt as typed") {
    const NamedPeople people({"Anna Holm", "Anna Holk", "Anna Holmgren"});
    CHECK(people.found("anna holm") == Names{"Anna Holm", "Anna Holmgren"});
}

TEST_CASE("the fewest errors come first") {
    const NamedPeople people({"Karla Lindstrand", "Karla Lindström", "Karla Lundstrom"});
    CHECK(people.found("karla lindstrmo").front() == "Karla Lindström");
}

TEST_CASE("nothing is found for nothing") {
    const NamedPeople people({"Bo Ek"});
    for (const char *query : {"", " ", "-", "...", "\xFF"}) CHECK(people.found(query).empty());
    CHECK(people.index.search("bo", 0).hits.empty());
    CHECK(NameIndex().search("bo", 20).hits.empty());
}

TEST_CASE("a changed name is found by the new spelling alone, a removed one not at all") {
    NamedPeople people({"Bo Ek", "Eva Ås"});
    people.index.set(NamedPeople::id(0), "Bosse Al");
    CHECK(people.index.search("ek", 5).hits.empty());
    CHECK(people.index.search("al", 5).hits.size() == 1);
    people.index.remove(NamedPeople::id(1));
    people.index.remove(NamedPeople::id(1));
    CHECK(people.index.search("eva", 5).hits.empty());
    people.index.set(NamedPeople::id(0), "");
    CHECK(people.index.size() == 0);
    CHECK(people.index.search("al", 5).hits.empty());
}

TEST_CASE("hits stand in Swedish order, and say when there are more") {
    const NamedPeople people({"Ö Al", "Z Al", "Å Al", "A Al", "Ä Al"});
    CHECK(people.found("al") == Names{"A Al", "Z Al", "Å Al", "Ä Al", "Ö Al"});
    CHECK(people.found("al", 2) == Names{"A Al", "Z Al"});
    CHECK(people.index.search("al", 4).is_cut);
    CHECK_FALSE(people.index.search("al", 5).is_cut);
}

TEST_CASE("every beginning of every name finds its people") {
    const auto names = testing::invent_names(300, 3);
    const NamedPeople people(names);
    for (const std::string& name : names) {
        for (std::size_t length = 1; length <= name.size(); ++length) {
            const bool splits_letter =
                length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80;
            if (splits_letter) continue;
            const auto found = people.found(name.substr(0, length), names.size());
            INFO(name.substr(0, length));
            REQUIRE(std::find(found.begin(), found.end(), name) != found.end());
        }
    }
}

TEST_CASE("98 of 100 misspelt full names are in the first twenty among ten thousand people") {
    const auto names = testing::invent_names(10'000, 7);
    const NamedPeople people(names);
    SeededRandom random(11);
    int asked = 0;
    int found = 0;
    for (int round = 0; round < 500; ++round) {
        const std::string& name = names[random.below(names.size())];
        const std::string typed = testing::misspell(name, random);
        const auto hits = people.found(typed);
        ++asked;
        if (std::find(hits.begin(), hits.end(), name) != hits.end()) ++found;
    }
    CHECK(found * 100 >= asked * 98);
}

TEST_CASE("any bytes can be searched for") {
    const NamedPeople people(testing::invent_names(200, 5));
    SeededRandom random(13);
    for (int round = 0; round < 3000; ++round) {
        std::string query(random.below(90), '\0');
        for (char& c : query) c = static_cast<char>(random.below(256));
        REQUIRE(people.found(query).size() <= 20);
    }
}

}  // namespace stormote
