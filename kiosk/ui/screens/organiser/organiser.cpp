#include "kiosk/ui/screens/organiser/organiser.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/organiser/organiser_parts.h"
#include "kiosk/ui/shell/frame_mark.h"
#include "kiosk/ui/shell/frame_tools.h"

namespace stormote {

namespace {

constexpr float least_header = 112;
constexpr float bar_padding = 20;

struct TabChip {
    ChipStyle style;
    OrganiserIntent intent;
    Size size;
};

std::vector<TabChip> tab_chips(Ui& ui, const OrganiserView& view) {
    const auto tab = [&](std::string_view id, std::string label, OrganiserTab which) {
        ChipStyle style{.id = id, .label = std::move(label)};
        style.selected = view.tab == which;
        return TabChip{style, ChooseOrganiserTab{which}, {}};
    };
    std::vector<TabChip> chips{
        tab("tab_door", ui.say(Sentence{"The door"}), OrganiserTab::door),
        tab("tab_agenda", ui.say(Sentence{"Programme"}), OrganiserTab::agenda),
        tab("tab_groups", ui.say(Sentence{"Groups"}), OrganiserTab::groups),
        tab("tab_notes", ui.say(Sentence{"Notes"}), OrganiserTab::notes),
        tab("tab_files", ui.say(Sentence{"Files"}), OrganiserTab::files)};
    chips.push_back({{.id = "lock", .label = ui.say(Sentence{"Lock"}), .icon = Icon::lock},
                     FrameIntent{GoBack{}},
                     {}});
    for (TabChip& chip : chips) chip.size = chip_size(ui, chip.style);
    return chips;
}

float chips_width(const Ui& ui, const std::vector<TabChip>& chips) {
    float width = -ui.px(unit::gap);
    for (const TabChip& chip : chips) width += chip.size.width + ui.px(unit::gap);
    return width;
}

class Page {
  public:
    Page(Ui& ui, const OrganiserView& view) : ui_(ui), view_(view) {}

    std::vector<OrganiserIntent> draw() {
        Rect bounds = ui_.screen_rect();
        if (ui_.metrics().portrait()) {
            draw_header(bounds, {});
            draw_bar(bounds);
        } else {
            draw_header(bounds, tab_chips(ui_, view_));
        }
        bounds = bounds.inset(margin_of(ui_), ui_.px(28));
        if (view_.tab == OrganiserTab::groups) {
            for (BoardIntent& intent : draw_board(ui_, bounds, view_.board)) {
                intents_.emplace_back(std::move(intent));
            }
        } else if (view_.tab == OrganiserTab::agenda) {
            draw_agenda_tab(ui_, bounds, view_, intents_);
        } else if (view_.tab == OrganiserTab::notes) {
            draw_notes_tab(ui_, bounds, view_, intents_);
        } else if (view_.tab == OrganiserTab::files) {
            draw_files_tab(ui_, bounds, view_, intents_);
        } else {
            draw_door_tab(ui_, bounds, view_, intents_);
        }
        if (ui_.pressed(KeyKind::escape)) take_escape();
        return std::move(intents_);
    }

  private:
    // Leaves the page, unless the board has something to put down or to close.
    void take_escape() {
        if (view_.tab != OrganiserTab::groups || !takes_escape(view_.board)) {
            const FrameIntent back = GoBack{};
            intents_.emplace_back(back);
        } else if (view_.board.hand.hold != BoardHand::Hold::carried) {
            intents_.emplace_back(BoardIntent{PressBoard{BoardAction::close}});
        }
    }

    void draw_chips(Point corner, const std::vector<TabChip>& chips) {
        for (const TabChip& tab : chips) {
            const Rect rect{std::round(corner.x), corner.y, tab.size.width, tab.size.height};
            if (chip(ui_, rect, tab.style)) intents_.push_back(tab.intent);
            corner.x += rect.width + ui_.px(unit::gap);
        }
    }

    void draw_tools_at(Point corner) {
        const Rect rect{corner.x, corner.y, 0, ui_.px(unit::target)};
        if (const auto chosen = draw_tools(ui_, rect, Tools::without_back)) {
            intents_.emplace_back(*chosen);
        }
    }

    void draw_header(Rect& bounds, std::vector<TabChip> chips) {
        const Theme& theme = ui_.theme();
        const float margin = margin_of(ui_);
        const float width = bounds.width - 2 * margin;
        const float tools = chips.empty() ? 0 : tools_width(ui_, Tools::without_back) + ui_.px(32);
        const bool has_row = !chips.empty() && needs_row(width - tools - ui_.px(80 + 24));
        float scale = std::min(largest_controls_scale, ui_.text_scale());
        // Letters give way where all the chips would not find room.
        while (scale > 1 && !fits({scale, has_row}, width - tools)) {
            scale = std::max(1.0F, scale - 0.05F);
        }
        const TextScale smaller(ui_, scale);
        if (!chips.empty()) chips = tab_chips(ui_, view_);
        const float beside = chips.empty() || has_row ? 0 : chips_width(ui_, chips);
        const float right = chips.empty() ? 0 : beside + tools + ui_.px(24);
        const float left = ui_.px(80);
        const float words = width - left - right;
        const float upper =
            measure_text(ui_, words, view_.frame.municipality, strong_text_style(theme, 30)).height;
        const TextBlockStyle line_style = fit_line(words);
        const float lower = measure_text(ui_, words, view_.line, line_style).height;
        Rect header = bounds.take_top(std::max(ui_.px(least_header), upper + lower + ui_.px(24)));
        if (has_row) header.height += bounds.take_top(row_height(chips)).height;
        ui_.painter().fill(header, theme.card);
        ui_.painter().fill({header.left, header.bottom() - ui_.px(2), header.width, ui_.px(2)},
                           theme.hairline);
        if (has_row) header.height -= row_height(chips);
        const Rect shield{margin, header.centre().y - ui_.px(32), ui_.px(56), ui_.px(64)};
        const auto& logo = view_.frame.logo;
        const Size bounds_of_mark{shield.width, shield.height};
        draw_frame_mark(
            ui_, shield.middle(logo ? logo_size(logo->picture, bounds_of_mark) : bounds_of_mark),
            view_.frame);
        const float top = header.top + std::round((header.height - upper - lower) / 2);
        draw_text(ui_, {margin + left, top, words, upper}, view_.frame.municipality,
                  strong_text_style(theme, 30));
        draw_text(ui_, {margin + left, top + upper, words, lower}, view_.line, line_style);
        if (chips.empty()) return;
        const float end = header.right() - margin;
        if (!has_row) {
            const float row = std::round(header.centre().y - chips.front().size.height / 2);
            draw_chips({end - tools - beside, row}, chips);
        }
        draw_tools_at(
            {end - tools + ui_.px(32), std::round(header.centre().y - ui_.px(unit::target) / 2)});
        if (has_row) draw_chips({margin, header.bottom()}, chips);
    }

    // The chips beside the evening's name, or in a row of their own below it.
    struct HeaderForm {
        float scale = 1;  // of the letters
        bool has_row = false;
    };
    [[nodiscard]] bool fits(const HeaderForm& form, float width) {
        const TextScale scale(ui_, form.scale);
        const bool is_upright = ui_.metrics().portrait();
        const float chips = is_upright ? 0 : chips_width(ui_, tab_chips(ui_, view_));
        const float words = words_width() + ui_.px(160);
        return form.has_row ? std::max(words, chips) <= width : words + chips <= width;
    }
    // Whether the name would break beside the chips, even in the smallest letters.
    [[nodiscard]] bool needs_row(float width) {
        const TextScale scale(ui_, 1);
        const float line =
            measure_text(ui_, 0, view_.line, quiet_text_style(ui_.theme(), unit::label)).width;
        const float name =
            measure_text(ui_, 0, view_.frame.municipality, strong_text_style(ui_.theme(), 30))
                .width;
        return std::max(line, name) > width - chips_width(ui_, tab_chips(ui_, view_));
    }
    [[nodiscard]] float row_height(const std::vector<TabChip>& chips) const {
        return chips.front().size.height + ui_.px(unit::gap);
    }

    // Somewhat smaller letters where those keep the line from breaking, and the header low.
    [[nodiscard]] TextBlockStyle fit_line(float width) {
        const TextBlockStyle usual = quiet_text_style(ui_.theme());
        const TextBlockStyle smaller = quiet_text_style(ui_.theme(), unit::label);
        const bool would_break = measure_text(ui_, 0, view_.line, usual).width > width;
        const bool helps = measure_text(ui_, 0, view_.line, smaller).width <= width;
        return would_break && helps ? smaller : usual;
    }

    [[nodiscard]] float words_width() {
        return std::max(
            measure_text(ui_, 0, view_.frame.municipality, strong_text_style(ui_.theme(), 30))
                .width,
            measure_text(ui_, 0, view_.line, quiet_text_style(ui_.theme())).width);
    }

    // Held upright, the chips stand below, where they can be reached, on as many rows as they need.
    void draw_bar(Rect& bounds) {
        const Theme& theme = ui_.theme();
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const std::vector<TabChip> chips = tab_chips(ui_, view_);
        const float gap = ui_.px(unit::gap);
        const float width = bounds.width - 2 * margin_of(ui_);
        const float row = std::max(ui_.px(unit::target), chips.front().size.height);
        std::vector<std::vector<TabChip>> rows(1);
        for (const TabChip& tab : chips) {
            if (!rows.back().empty() &&
                chips_width(ui_, rows.back()) + gap + tab.size.width > width) {
                rows.emplace_back();
            }
            rows.back().push_back(tab);
        }
        const float tools = tools_width(ui_, Tools::without_back);
        const bool are_tools_beside = chips_width(ui_, rows.back()) + ui_.px(32) + tools <= width;
        const auto count = static_cast<float>(rows.size() + (are_tools_beside ? 0 : 1));
        const Rect bar =
            bounds.take_bottom(count * row + (count - 1) * gap + ui_.px(2 * bar_padding));
        ui_.painter().fill(bar, theme.card);
        ui_.painter().fill({bar.left, bar.top, bar.width, ui_.px(2)}, theme.hairline);
        ui_.record().begin_last();
        const float left = bar.left + margin_of(ui_);
        float top = bar.top + ui_.px(bar_padding);
        for (const auto& tabs : rows) {
            draw_chips({left, top}, tabs);
            top += row + gap;
        }
        if (are_tools_beside) {
            draw_tools_at({left + width - tools, top - row - gap});
        } else {
            draw_tools_at({left, top});
        }
        ui_.record().end_last();
    }

    Ui& ui_;
    const OrganiserView& view_;
    std::vector<OrganiserIntent> intents_;
};

}  // namespace

TextBlockStyle organiser_heading(const Theme& theme) {
    TextBlockStyle style;
    style.size = 28;
    style.weight = Weight::bold;
    style.colour = theme.ink;
    style.role = Role::heading;
    return style;
}

TextBlockStyle organiser_words(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink;
    return style;
}

void draw_upper_third(Ui& ui, Rect& bounds, Icon icon) {
    const float third = ui.metrics().screen.height / 3;
    const Rect above = bounds.take_top(std::max(0.0F, std::round(third - bounds.top)));
    const float radius = std::min(ui.px(110), above.height / 3);
    badge(ui, above.centre(), radius, icon, ui.theme().primary, ui.theme().primary_tint);
}

std::vector<OrganiserIntent> draw_organiser(Ui& ui, const OrganiserView& view) {
    switch (view.tab) {
        case OrganiserTab::agenda:
            ui.begin_screen("organiser_agenda");
            break;
        case OrganiserTab::groups:
            ui.begin_screen("organiser_groups");
            break;
        case OrganiserTab::notes:
            ui.begin_screen("organiser_notes");
            break;
        case OrganiserTab::files:
            ui.begin_screen("organiser_files");
            break;
        case OrganiserTab::door:
            ui.begin_screen("organiser");
            break;
    }
    return Page(ui, view).draw();
}

}  // namespace stormote
