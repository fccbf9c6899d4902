// Texts of any length on paper: shortened, so that a page is drawn in no time.
#include "kiosk/documents/pdf/paper_words.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/pdf/label.h"
#include "tests/support/machine/pdf_objects.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;
using testing::page_count;

namespace {

void describe_group(EventDesk& event, const std::string& text) {
    FieldSetter<GroupField> fields;
    fields.set(GroupField::name, text).set(GroupField::place, text);
    event.record(GroupDescribed{1, fields.take()});
}

}  // namespace

TEST_CASE("what cannot be drawn is left out, and what nobody knows is a square") {
    CHECK(drawable("a\tb\nc") == "a b\nc");
    CHECK(drawable("\x01\x1B[31m\xEF\xBB\xBFröd\x7F") == "[31mröd");
    CHECK(drawable("\xEE\x80\x80") == "□");
    CHECK(is_blank(" \x01\n"));
    CHECK_FALSE(is_blank(" a"));
    CHECK(drawable("\xFF") == "\xEF\xBF\xBD");
    CHECK(drawable("a\xE2\x80\xA8"
                   "b") == "a\nb");
}

TEST_CASE("only words that nobody has may be broken anywhere") {
    const std::string words = "Föreningslivet " + std::string(100, 'x') + " slut";
    CHECK(breakable(words) == words);
    CHECK(breakable(std::string(101, 'x')) == std::string(100, 'x') + "\xE2\x80\x8Bx");
}

TEST_CASE("a text is shortened by characters, with an ellipsis, and only where it must be") {
    CHECK(shorten("", 3).empty());
    CHECK(shorten("åäö", 3) == "åäö");
    CHECK(shorten("åäöa", 3) == "åä…");
    CHECK(shorten("abcd", 1) == "…");
    CHECK(shorten(std::string(10'000, 'x'), 420) == std::string(419, 'x') + "…");
}

TEST_CASE("names of ten thousand letters take a page on the wall and one on the table") {
    EventDesk event;
    const std::string endless(10'000, 'L');
    event.add({endless, endless, endless});
    event->plan_groups(1, 1, actor::organiser);
    describe_group(event, endless);
    FieldSetter<SettingField> settings;
    settings.set(SettingField::name, endless);
    event.record(SettingsDescribed{settings.take()});
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    CHECK(page_count(*poster) == 1);
    const auto signs = draw_table_signs(event.state(), Texts());
    REQUIRE(signs);
    CHECK(page_count(*signs) == 1);
}

TEST_CASE("a label of ten thousand letters is drawn as its beginning is") {
    const std::string endless(10'000, 'L');
    const Label label{endless, endless, endless, {}};
    const std::string drawn = draw_labels({&label, 1}, LabelStock::badge);
    const std::string beginning = shorten(endless, longest_name_on_paper);
    const Label shortened{beginning, beginning, beginning, {}};
    CHECK(drawn.size() == draw_labels({&shortened, 1}, LabelStock::badge).size());
}

}  // namespace stormote
