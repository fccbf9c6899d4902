// A list whose rows are decided one by one.
#include "kiosk/lists/registrations/list_review.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;
using Catch::Contains;

namespace {

class Office {
  public:
    ReviewStanding compare(ListReview& review) {
        return review.compare(event.state(), ids_, Texts());
    }
    // Of the people whom the plan adds, in the order of the alphabet.
    static std::vector<std::string> added(const ReviewStanding& standing) {
        std::vector<std::string> names;
        for (const Body& body : standing.plan.bodies) {
            const auto *said = std::get_if<AttendeeDescribed>(&body.content);
            if (said == nullptr) continue;
            std::string name;
            for (const auto& [field, text] : said->fields) {
                if (field > number(AttendeeField::family_name)) continue;
                name += (name.empty() ? "" : " ") + text;
            }
            names.push_back(name);
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    EventDesk event;

  private:
    SeededRandom random_{7};
    ImportIds ids_{[this](std::string_view name) { return event->organisation_id(name); },
                   [this] { return make_id<AttendeeId>(event.clock, random_); }};
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a row is asked about with its problem and what it probably means, and is settled") {
    Office office;
    ListReview review("Namn;Förening;E-post\nÅsa Öberg;Eken;asa(at)eken.example\nBo Ek;Bron;\n");
    ReviewStanding standing = office.compare(review);
    CHECK(standing.clear() == 1);
    CHECK(standing.doubtful == 1);
    REQUIRE(standing.question);
    CHECK(standing.question->line == 2);
    CHECK_THAT(standing.question->problem, Contains("is not an e-mail address"));
    CHECK(standing.question->said == "Åsa Öberg · Eken · asa(at)eken.example");
    CHECK(standing.question->meant == Names{"Åsa Öberg · Eken · asa@eken.example"});
    review.accept();
    standing = office.compare(review);
    CHECK(standing.is_settled());
    CHECK(standing.clear() == 2);
    CHECK(Office::added(standing) == Names{"Bo Ek", "Åsa Öberg"});
}

TEST_CASE("a row that names two people becomes two, and one that is skipped is nobody") {
    Office office;
    ListReview review("Namn;Förening\nAnna och Per Svensson;Eken\n=Summa;Bron\nBo Ek;Bron\n");
    ReviewStanding standing = office.compare(review);
    REQUIRE(standing.question);
    CHECK(standing.question->meant == Names{"Anna Svensson · Eken", "Per Svensson · Eken"});
    review.accept();
    standing = office.compare(review);
    CHECK(standing.clear() == 3);
    REQUIRE(standing.question);
    CHECK(standing.question->meant.empty());
    review.skip();
    standing = office.compare(review);
    CHECK(standing.is_settled());
    CHECK(Office::added(standing) == Names{"Anna Svensson", "Bo Ek", "Per Svensson"});
}

TEST_CASE("a row is written anew in its own fields, and asked about again while it is not clear") {
    Office office;
    ListReview review("Förnamn;Efternamn;Roll;E-post\nÅsa;Öberg;kung;asa@eken.example\n");
    ReviewStanding standing = office.compare(review);
    REQUIRE(standing.question);
    CHECK(standing.question->meant.empty());
    std::vector<RowField> fields = standing.question->fields;
    CHECK(fields == std::vector<RowField>{{ListField::given_name, "Åsa"},
                                          {ListField::family_name, "Öberg"},
                                          {ListField::role, "kung"},
                                          {ListField::email, "asa@eken.example"}});
    fields[2].text = "drottning";
    review.rewrite(fields);
    standing = office.compare(review);
    REQUIRE(standing.question);
    CHECK_THAT(standing.question->problem, Contains("drottning"));
    fields[2].text = "förtroendevald";
    review.rewrite(fields);
    CHECK(office.compare(review).is_settled());
}

TEST_CASE("a column that a proposal needs takes no cell that stood below no heading") {
    Office office;
    ListReview review("Namn\nÅsa Öberg, Eken, asa@eken.example\nBo Ek;bo@bron.example\n");
    ReviewStanding standing = office.compare(review);
    REQUIRE(standing.question);
    review.accept();
    standing = office.compare(review);
    REQUIRE(standing.question);
    CHECK(standing.question->line == 3);
    CHECK_THAT(standing.question->problem, Contains("The row has"));
}

TEST_CASE("of two rows that contradict each other one is skipped, and the other stands") {
    Office office;
    ListReview review(
        "Namn;E-post;Telefon\nÅsa Öberg;asa@eken.example;070-1\n"
        "Åsa Öberg;asa@eken.example;070-2\n");
    ReviewStanding standing = office.compare(review);
    CHECK(standing.clear() == 1);
    CHECK(standing.doubtful == 1);
    REQUIRE(standing.question);
    CHECK(standing.question->meant.empty());
    review.skip();
    standing = office.compare(review);
    CHECK(standing.is_settled());
    CHECK(standing.clear() == 1);
}

TEST_CASE("what is wrong with the whole file is a problem, and no question") {
    Office office;
    ListReview review("Bilaga;Sida\nKarta;3\n");
    const ReviewStanding standing = office.compare(review);
    CHECK_FALSE(standing.question);
    CHECK_FALSE(standing.is_settled());
    CHECK(standing.clear() == 0);
    CHECK(standing.plan.bodies.empty());
}

}  // namespace stormote
