#include "kiosk/ui/screens/personal/data_page.h"

#include <algorithm>

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

constexpr float padding = 28;
constexpr float narrowest_card = 700;

TextBlockStyle title_style(const Theme& theme, const DataCard& view) {
    TextBlockStyle style = strong_text_style(theme, 30);
    if (view.is_warning) style.colour = theme.warning;
    style.personal = view.is_personal;
    return style;
}

TextBlockStyle line_style(const Theme& theme, const DataCard& view) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink;
    style.personal = view.is_personal;
    return style;
}

class Page {
  public:
    Page(Ui& ui, const DataPageView& view) : ui_(ui), view_(view) {}

    std::vector<DataPageIntent> draw() {
        ui_.begin_screen(view_.screen);
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intents_.emplace_back(*frame.intent);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_page_title(ui_, bounds, view_.title);
        if (!view_.lead.empty()) {
            draw_page_lead(ui_, bounds, view_.lead);
            bounds.take_top(ui_.px(16));
        }
        leave_upper_third(ui_, bounds);
        if (view_.news) draw_page_news(ui_, bounds, *view_.news);
        draw_folders(bounds);
        const Rect actions = take_actions(bounds);
        if (view_.cards.empty()) {
            draw_empty_state(ui_, bounds, Icon::clock, view_.empty);
        } else {
            draw_list(bounds);
        }
        draw_actions(actions);
        return std::move(intents_);
    }

  private:
    void draw_folders(Rect& bounds) {
        if (view_.folders.empty()) return;
        ChipFlow flow(ui_, bounds);
        for (std::size_t i = 0; i < view_.folders.size(); ++i) {
            const std::string id = "folder_" + std::to_string(i + 1);
            const ChipStyle style{.id = id,
                                  .label = view_.folders[i],
                                  .icon = Icon::export_file,
                                  .selected = i == view_.selected};
            if (chip(ui_, flow.place(chip_size(ui_, style)), style)) {
                intents_.emplace_back(ChooseDataFolder{i});
            }
        }
        flow.end(24);
    }

    [[nodiscard]] std::vector<RowButton> buttons() const {
        std::vector<RowButton> row;
        for (const ButtonStyle& style : view_.actions) row.push_back({style, {}});
        return row;
    }
    Rect take_actions(Rect& bounds) {
        if (view_.actions.empty()) return {};
        const Rect rect = bounds.take_bottom(button_row_height(ui_, bounds.width, buttons()));
        bounds.take_bottom(ui_.px(20));
        return rect;
    }
    void draw_actions(const Rect& rect) {
        if (view_.actions.empty()) return;
        if (const auto pressed = button_row(ui_, rect, buttons())) {
            intents_.emplace_back(PressDataAction{*pressed});
        }
    }

    [[nodiscard]] CardLines card_lines(float width) {
        return CardLines(ui_, width, view_.cards.size(), narrowest_card,
                         [this](float each, std::size_t index) {
                             Rect room{0, 0, each - 2 * ui_.px(padding), 1e6F};
                             lay_out(room, view_.cards[index], [](const auto&...) {});
                             return room.top + 2 * ui_.px(padding);
                         });
    }

    // Takes each text's place from the top of the room, and calls with it.
    template <typename Take>
    void lay_out(Rect& room, const DataCard& view, Take take) {
        const auto place = [&](const std::string& text, const TextBlockStyle& style, float gap) {
            const Rect rect = room.take_top(measure_text(ui_, room.width, text, style).height);
            room.take_top(ui_.px(gap));
            take(rect, text, style);
        };
        place(view.title, title_style(ui_.theme(), view), view.lines.empty() ? 0 : 8);
        for (const std::string& line : view.lines) {
            place(line, line_style(ui_.theme(), view), 6);
        }
    }

    void draw_list(const Rect& bounds) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "data", bounds, [this](float width) { return card_lines(width).height(); },
            view_.scroll);
        const CardLines list = card_lines(scrolled.bounds.width);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), -ui_.px(2)));
        for (std::size_t i = 0; i < view_.cards.size(); ++i) {
            const Rect rect = list.place({scrolled.bounds.left, scrolled.top}, i);
            if (!is_in_sight(scrolled, rect)) continue;
            card(ui_, rect);
            Rect room = rect.inset(ui_.px(padding), ui_.px(padding));
            lay_out(room, view_.cards[i],
                    [&](const Rect& box, const std::string& text, const TextBlockStyle& style) {
                        draw_words_in(ui_, scrolled, box, text, style);
                    });
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == view_.scroll)) intents_.emplace_back(ScrollData{scrolled.scroll});
    }

    Ui& ui_;
    const DataPageView& view_;
    std::vector<DataPageIntent> intents_;
};

}  // namespace

std::vector<DataPageIntent> draw_data_page(Ui& ui, const DataPageView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
