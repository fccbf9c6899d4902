#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float status_gap_units = 28;
constexpr float status_padding = 34;
constexpr std::size_t most_lines = 6;

// Below a list, and what it asks for.
struct StatusButton {
    ChipStyle style;
    OrganiserIntent intent;
};

struct StatusList {
    std::string heading;
    bool is_warning = false;
    std::vector<StatusLine> lines{};
    std::optional<StatusButton> button{};
};

StatusList attention_list(const Ui& ui, const DoorView& view) {
    const std::size_t count = view.attention.size();
    if (count == 0) {
        return {ui.say(Sentence{"Needs attention"}),
                false,
                {{ui.say(Sentence{"Nothing. Everything is in order."}), false}}};
    }
    StatusList list{ui.say(Sentence{"Needs attention · {}"}, count), true};
    for (std::size_t i = 0; i < std::min(most_lines, count); ++i) {
        list.lines.push_back({view.attention[i], false});
    }
    if (count > most_lines) {
        list.lines.push_back({ui.say(Sentence{"and {} more"}, count - most_lines), false});
    }
    if (view.conflict_count > 0) {
        list.button = {{.id = "open_conflicts",
                        .label = ui.say(Sentence{"Settle · {}"}, view.conflict_count),
                        .icon = Icon::check},
                       OpenConflicts{}};
    }
    return list;
}

StatusList store_list(const Ui& ui, const StoreView& store) {
    StatusList list{ui.say(Sentence{"Central store"}), false, {store.status}};
    if (store.can_sync) {
        list.button = {{.id = "sync_now",
                        .label = store.is_busy ? ui.say(Sentence{"Synchronising…"})
                                               : ui.say(Sentence{"Synchronise now"}),
                        .icon = Icon::cloud,
                        .enabled = !store.is_busy},
                       SyncNow{}};
    }
    return list;
}

class Lists {
  public:
    Lists(Ui& ui, float width, const DoorView& view)
        : ui_(ui), gap_(ui.px(status_gap_units)), is_wide_(is_wide_page(ui, width)) {
        lists_[0] = attention_list(ui, view);
        lists_[1] = {ui.say(Sentence{"Screens"}), false, view.devices};
        if (view.devices.size() > most_lines) lists_[1].lines.resize(most_lines);
        if (view.can_let_in) {
            lists_[1].button = {{.id = "open_let_in",
                                 .label = ui.say(Sentence{"Connect a screen"}),
                                 .icon = Icon::scan},
                                OpenLetIn{}};
        }
        lists_[2] = store_list(ui, view.store);
        const float inside = width - ui.px(2 * status_padding);
        width_ = is_wide_ ? std::floor((inside - 2 * gap_) / 3) : inside;
    }

    [[nodiscard]] float height() const {
        float sum = -gap_;
        float tallest = 0;
        for (const StatusList& list : lists_) {
            const float each = list_height(list);
            tallest = std::max(tallest, each);
            sum += each + gap_;
        }
        return (is_wide_ ? tallest : sum) + ui_.px(2 * 28);
    }

    void draw(const ScrolledBounds& scrolled, const Rect& rect, OrganiserIntents& intents) const {
        card(ui_, rect);
        Rect inside = rect.inset(ui_.px(status_padding), ui_.px(28));
        for (const StatusList& list : lists_) {
            const Rect place =
                is_wide_ ? inside.take_left(width_) : inside.take_top(list_height(list));
            if (is_wide_) {
                inside.take_left(gap_);
            } else {
                inside.take_top(gap_);
            }
            draw_list(scrolled, place, list, intents);
        }
    }

  private:
    // As high with the mark of a warning as without it: headings stand beside each other.
    [[nodiscard]] float heading_height(const std::string& words) const {
        return icon_line_height(ui_, width_, words, organiser_heading({})) + ui_.px(12);
    }
    [[nodiscard]] float list_height(const StatusList& list) const {
        float height = heading_height(list.heading);
        for (const StatusLine& line : list.lines) height += line_height(line) + ui_.px(8);
        if (list.button) height += chip_size(ui_, list.button->style).height + gap_;
        return height;
    }
    [[nodiscard]] float line_height(const StatusLine& line) const {
        const TextBlockStyle style = organiser_words({});
        return line.is_warning ? icon_line_height(ui_, width_, line.text, style)
                               : measure_text(ui_, width_, line.text, style).height;
    }

    void draw_list(const ScrolledBounds& scrolled, Rect bounds, const StatusList& list,
                   OrganiserIntents& intents) const {
        const Theme& theme = ui_.theme();
        TextBlockStyle heading = organiser_heading(theme);
        heading.vertical = Vertical::middle;
        Rect title = bounds.take_top(heading_height(list.heading));
        title.height -= ui_.px(12);
        if (list.is_warning) {
            heading.colour = theme.warning;
            draw_line_with_icon(scrolled, title, list.heading, heading);
        } else {
            draw_words_in(ui_, scrolled, title, list.heading, heading);
        }
        for (const StatusLine& line : list.lines) {
            TextBlockStyle style = organiser_words(theme);
            const Rect place = bounds.take_top(line_height(line));
            bounds.take_top(ui_.px(8));
            if (line.is_warning) {
                style.colour = theme.warning;
                style.role = Role::status;
                draw_line_with_icon(scrolled, place, line.text, style);
            } else {
                draw_words_in(ui_, scrolled, place, line.text, style);
            }
        }
        if (!list.button) return;
        bounds.take_top(gap_ - ui_.px(8));
        const Size size = chip_size(ui_, list.button->style);
        const Rect place{bounds.left, bounds.top, size.width, size.height};
        const bool shows =
            place.top >= scrolled.bounds.top - 1 && place.bottom() <= scrolled.bounds.bottom() + 1;
        if (shows && chip(ui_, place, list.button->style) && scrolled.taps_count) {
            intents.push_back(list.button->intent);
        }
    }

    void draw_line_with_icon(const ScrolledBounds& scrolled, const Rect& rect,
                             const std::string& text, const TextBlockStyle& style) const {
        const float side = ui_.icon_px(38);
        ui_.painter().icon({rect.left, rect.top + (rect.height - side) / 2, side, side},
                           Icon::warning, ui_.theme().warning);
        TextBlockStyle beside = style;
        beside.vertical = Vertical::middle;
        const float left = ui_.icon_px(52);
        draw_words_in(ui_, scrolled, {rect.left + left, rect.top, rect.width - left, rect.height},
                      text, beside);
    }

    Ui& ui_;
    float gap_;
    bool is_wide_;
    float width_ = 0;
    std::array<StatusList, 3> lists_;
};

}  // namespace

bool is_wide_page(const Ui& ui, float width) {
    return width > ui.px(1150) * ui.text_scale();
}

float status_height(Ui& ui, float width, const DoorView& view) {
    return Lists(ui, width, view).height();
}

void draw_status(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const DoorView& view,
                 OrganiserIntents& intents) {
    Lists(ui, rect.width, view).draw(scrolled, rect, intents);
}

}  // namespace stormote
