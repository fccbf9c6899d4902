// A finger and a real keyboard in a text area: what they select, and what is copied.
#include "kiosk/ui/widgets/text_area.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

class WrittenText {
  public:
    explicit WrittenText(std::string text) : writing(writing_of(std::move(text))) {
        driver.show([this](Ui& ui) {
            ui.begin_screen("text");
            const TextAreaAnswer answer = text_area(
                ui, rect, {.id = "text", .label = "Text", .placeholder = "", .copies = copies},
                writing, std::nullopt);
            writing = answer.writing;
            if (!answer.copied.empty()) copied = answer.copied;
        });
        driver.advance_ms(Ui::settle_ms);
    }

    // On the line, before that letter.
    [[nodiscard]] Point place(std::size_t offset, int line = 0) {
        TextStyle style;
        style.size_px = driver.ui().metrics().text_px(32);
        const float x = driver.ui().painter().shaper().caret_x(writing.text, style, offset);
        const float height = text_area_height(driver.ui(), 1);
        return {rect.left + x, rect.top + height * (static_cast<float>(line) + 0.5F)};
    }
    void tap(Point point) {
        driver.finger_down(1, point);
        driver.finger_up(1, point);
    }
    void tap_twice(Point point) {
        tap(point);
        driver.advance_ms(200);
        tap(point);
    }
    // From the end at that letter, which hangs below the line.
    void drag_end(std::size_t from, std::size_t to) {
        Point start = place(from);
        start.y += text_area_height(driver.ui(), 1) / 2;
        Point end = place(to);
        end.y = start.y;
        driver.finger_down(1, start);
        driver.finger_move(1, {(start.x + end.x) / 2, start.y});
        driver.finger_move(1, end);
        driver.finger_up(1, end);
    }
    [[nodiscard]] std::string selected() const { return std::string(selection(writing)); }

    UiDriver driver;
    Rect rect{100, 400, 1200, 300};
    Writing writing;
    std::string copied;
    bool copies = true;
};

}  // namespace

TEST_CASE("two taps on a word select it, one tap nothing, and a third elsewhere nothing again") {
    WrittenText text("Fler bänkar i parken");
    text.tap(text.place(7));
    CHECK(text.selected().empty());
    text.driver.advance_ms(600);
    text.tap(text.place(7));
    CHECK(text.selected().empty());
    text.driver.advance_ms(200);
    text.tap(text.place(8));
    CHECK(text.selected() == "bänkar");
    text.driver.advance_ms(200);
    text.tap(text.place(18));
    CHECK(text.selected().empty());
}

TEST_CASE("a finger draws each end of what is selected further, and over the other end") {
    WrittenText text("Fler bänkar i parken");
    text.tap_twice(text.place(7));
    const std::size_t end = std::string("Fler bänkar").size();
    text.drag_end(end, end + 2);
    CHECK(text.selected() == "bänkar i");
    text.drag_end(5, 0);
    CHECK(text.selected() == "Fler bänkar i");
    // Where the other end stands, something stays selected.
    text.drag_end(end + 2, 1);
    CHECK(text.selected() == "F");
    text.tap_twice(text.place(7));
    text.drag_end(end, 0);
    CHECK(text.selected() == "Fler ");
}

TEST_CASE("Arabic is selected by fingers, too") {
    WrittenText text("نريد مدرسة جديدة");
    text.tap_twice(text.place(13));
    CHECK(text.selected() == "مدرسة");
    text.drag_end(text.writing.caret, text.writing.text.size());
    CHECK(text.selected() == "مدرسة جديدة");
    text.driver.type(U"س");
    CHECK(text.writing.text == "نريد س");
}

TEST_CASE("a real keyboard selects with Shift, copies, cuts, and selects all") {
    WrittenText text("Fler bänkar");
    for (int i = 0; i < 3; ++i) text.driver.press_selecting(KeyKind::left);
    CHECK(text.selected() == "kar");
    text.driver.press(KeyKind::copy);
    CHECK(text.copied == "kar");
    CHECK(text.writing.text == "Fler bänkar");
    text.driver.press(KeyKind::cut);
    CHECK(text.writing.text == "Fler bän");
    text.driver.press(KeyKind::select_all);
    CHECK(text.selected() == "Fler bän");
    text.driver.press(KeyKind::backspace);
    CHECK(text.writing.text.empty());
}

TEST_CASE("what somebody writes in confidence is neither copied nor cut out") {
    WrittenText text("Fler bänkar");
    text.copies = false;
    text.driver.press(KeyKind::select_all);
    REQUIRE(text.selected() == "Fler bänkar");
    text.driver.press(KeyKind::copy);
    text.driver.press(KeyKind::cut);
    CHECK(text.copied.empty());
    CHECK(text.writing.text == "Fler bänkar");
    CHECK(text.selected() == "Fler bänkar");
}

TEST_CASE("a finger that moves the text selects nothing") {
    WrittenText text("Rad\nRad\nRad\nRad\nRad\nRad\nRad\nRad\nRad\nRad\nRad\nRad");
    const Point start = text.place(1, 3);
    text.driver.finger_down(1, start);
    text.driver.finger_move(1, {start.x, start.y + 200});
    text.driver.finger_up(1, {start.x, start.y + 200});
    CHECK(text.selected().empty());
    CHECK(text.writing.first_line < 6);
}

}  // namespace stormote
