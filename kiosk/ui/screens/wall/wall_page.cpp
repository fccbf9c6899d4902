#include "kiosk/ui/screens/wall/wall_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

// The share of a wide page that the picture of the wall takes.
constexpr float picture_share = 0.4F;
constexpr float shape = 16.0F / 9;

class Page {
  public:
    Page(Ui& ui, const WallPageView& view, WallMiniature& miniature)
        : ui_(ui), view_(view), miniature_(miniature) {}

    std::vector<WallPageIntent> draw() {
        ui_.begin_screen("wall_page");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intents_.emplace_back(*frame.intent);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_page_title(ui_, bounds, ui_.say(Sentence{"The wall"}));
        bounds.take_top(ui_.px(16));
        if (ui_.metrics().portrait()) {
            draw_above(bounds);
        } else {
            Rect left = bounds.take_left(std::round(bounds.width * picture_share));
            bounds.take_left(ui_.px(40));
            draw_picture(left);
        }
        draw_tabs(bounds);
        if (view_.news) draw_page_news(ui_, bounds, *view_.news);
        draw_cards(bounds);
        return std::move(intents_);
    }

  private:
    // Held upright, the upper third holds nothing that must be reached: there is room for it.
    void draw_above(Rect& bounds) {
        Rect below = bounds;
        leave_upper_third(ui_, below);
        Rect above = bounds.take_top(std::max(ui_.px(320), below.top - bounds.top));
        bounds.take_top(ui_.px(20));
        draw_picture(above);
    }

    void draw_picture(Rect& bounds) {
        const TextBlockStyle words = quiet_text_style(ui_.theme(), 26);
        const float caption =
            measure_text(ui_, bounds.width, view_.caption, words).height + ui_.px(12);
        const float width = std::min(bounds.width, (bounds.height - caption) * shape);
        const Rect place = bounds.take_top(std::round(width / shape));
        const Rect picture{place.left, place.top, std::round(width), place.height};
        miniature_.draw(ui_, picture, view_.wall, view_.theme);
        ui_.painter().outline(picture, ui_.theme().outline, ui_.px(2));
        bounds.take_top(ui_.px(12));
        draw_text(ui_, bounds, view_.caption, words);
    }

    void draw_tabs(Rect& bounds) {
        const std::vector<std::pair<ChipStyle, WallTab>> chips{
            {{.id = "tab_all",
              .label = ui_.say(Sentence{"Screen and notes"}),
              .selected = view_.tab == WallTab::all},
             WallTab::all},
            {{.id = "tab_on_wall",
              .label = ui_.say(Sentence{"On the wall: {}"}, view_.on_wall_count),
              .selected = view_.tab == WallTab::on_wall},
             WallTab::on_wall}};
        ChipFlow flow(ui_, bounds);
        for (const auto& [style, tab] : chips) {
            if (chip(ui_, flow.place(chip_size(ui_, style)), style)) {
                intents_.emplace_back(ChooseWallTab{tab});
            }
        }
        flow.end(20);
    }

    void draw_cards(const Rect& bounds) {
        CardListAnswer answer = draw_card_list(
            ui_, "wall_page", bounds, view_.cards.size(),
            [this](std::size_t index) { return view_.cards[index]; }, view_.scroll);
        if (answer.pressed) intents_.emplace_back(PressWallChip{std::move(*answer.pressed)});
        if (!(answer.scroll == view_.scroll)) intents_.emplace_back(ScrollWallPage{answer.scroll});
    }

    Ui& ui_;
    const WallPageView& view_;
    WallMiniature& miniature_;
    std::vector<WallPageIntent> intents_;
};

}  // namespace

std::vector<WallPageIntent> draw_wall_page(Ui& ui, const WallPageView& view,
                                           WallMiniature& miniature) {
    return Page(ui, view, miniature).draw();
}

}  // namespace stormote
