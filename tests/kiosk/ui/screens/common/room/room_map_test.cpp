// The plan of the room beside the answer.
#include "kiosk/ui/screens/common/room/room_map.h"

#include <catch2/catch.hpp>
#include <imgui.h>

#include "kiosk/ui/screens/check_in/verdict.h"
#include "sync/base/assets.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

VerdictView seated() {
    VerdictView view;
    view.first_name = "Åsa";
    view.name = "Åsa Öberg";
    view.seat.group_number = 2;
    view.seat.table_name = "Table Oak";
    view.seat.place = "By the window";
    SeatingMap map;
    map.size = {18, 12};
    map.has_walls = true;
    map.entrance = Spot{9, 12};
    map.tables = {{1, {3, 3}}, {2, {15, 3}}, {3, {9, 9}}};
    view.seat.map = map;
    return view;
}

const RecordedItem *find_map(const UiDriver& driver) {
    for (const RecordedItem& item : driver.record().items()) {
        if (item.id == "room_map") return &item;
    }
    return nullptr;
}

// Reads the colour triangles of a frame: where the own table's disc stands, left to right.
float own_table_x(Colour primary, const Rect& within) {
    const ImDrawData *frame = ImGui::GetDrawData();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < frame->CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : frame->CmdLists[i]->VtxBuffer) {
            const bool is_primary =
                (vertex.col & 0xFFFFFF) == (static_cast<ImU32>(primary.blue) << 16 |
                                            static_cast<ImU32>(primary.green) << 8 | primary.red);
            const bool is_upper = vertex.pos.y < within.top + within.height / 2;
            if (!is_primary || !is_upper || !within.contains({vertex.pos.x, vertex.pos.y}))
                continue;
            sum += vertex.pos.x;
            ++count;
        }
    }
    return count == 0 ? -1 : static_cast<float>(sum / count);
}

}  // namespace

TEST_CASE("the plan stands beside the words on wide screen, and below them on tall") {
    UiDriver driver;
    driver.show([](Ui& ui) { (void)draw_verdict(ui, seated()); });
    REQUIRE(find_map(driver) != nullptr);
    CHECK(find_map(driver)->rect.left > 1920.0F / 3);
    CHECK(driver.record().says("By the window"));
    CHECK(driver.record().says("You are here – the entrance"));
    driver.resize({1080, 1920});
    driver.frame();
    REQUIRE(find_map(driver) != nullptr);
    CHECK(find_map(driver)->rect.top > 1920.0F / 4);
    CHECK(find_map(driver)->rect.width > 900);
}

TEST_CASE("the plan stays where letters are large, beside where the table is in words") {
    UiDriver driver;
    driver.ui().set_style({theme_of(ThemeKind::light), 175, Motion::reduced});
    driver.show([](Ui& ui) { (void)draw_verdict(ui, seated()); });
    CHECK(find_map(driver) != nullptr);
    CHECK(driver.record().says("By the window"));
}

TEST_CASE("without places there is no plan") {
    UiDriver driver;
    VerdictView view = seated();
    view.seat.map.reset();
    driver.show([view](Ui& ui) { (void)draw_verdict(ui, view); });
    CHECK(find_map(driver) == nullptr);
    CHECK_FALSE(driver.record().says("You are here – the entrance"));
}

TEST_CASE("a plan is not turned round for those who read from right to left") {
    auto arabic = load_texts("ar");
    REQUIRE(arabic.ok());
    UiDriver driver;
    driver.ui().set_style({theme_of(ThemeKind::light), 100, Motion::reduced});
    driver.ui().set_texts(*arabic);
    driver.show([](Ui& ui) { (void)draw_verdict(ui, seated()); });
    REQUIRE(find_map(driver) != nullptr);
    const Rect card = find_map(driver)->rect;
    CHECK(card.right() < 1920.0F * 2 / 3);
    // Table 2 is at the right wall of the room, in every language.
    CHECK(own_table_x(theme_of(ThemeKind::light).primary, card) > card.centre().x);
}

}  // namespace stormote
