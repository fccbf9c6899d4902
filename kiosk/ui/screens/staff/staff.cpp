#include "kiosk/ui/screens/staff/staff.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/staff/staff_parts.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

using Intent = std::optional<StaffIntent>;

constexpr std::array<std::string_view, most_staff_entries> entry_ids{
    "entry_0", "entry_1", "entry_2", "entry_3", "entry_4", "entry_5", "entry_6", "entry_7"};

TextBlockStyle in_the_middle(TextBlockStyle style) {
    style.vertical = Vertical::middle;
    return style;
}

// The words of an entry, for the record.
std::string entry_label(const Ui& ui, const StaffEntry& entry) {
    std::string label = entry.name;
    for (const std::string& part : {entry.organisation, entry.time_text}) {
        if (!part.empty()) label += ", " + part;
    }
    if (entry.group_number > 0) label += ", " + ui.say(Sentence{"Group {}"}, entry.group_number);
    return label;
}

void paint_entry(Ui& ui, Rect bounds, const StaffEntry& entry, bool is_pressed) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    ui.painter().fill(bounds, is_pressed ? theme.primary_tint : theme.card, radius);
    ui.painter().outline(bounds, is_pressed ? theme.primary : theme.outline, ui.px(2), radius);
    bounds = bounds.inset(ui.px(32), ui.px(8));
    const TextBlockStyle strong = in_the_middle(strong_text_style(theme, 30));
    const TextBlockStyle quiet = in_the_middle(quiet_text_style(theme));
    const float side = ui.icon_px(36);
    ui.painter().icon(bounds.take_right(side).middle({side, side}), Icon::forward, theme.primary);
    bounds.take_right(ui.px(24));
    const float time = measure_text(ui, 0, "00.00", strong).width;
    paint_text(ui, bounds.take_left(time + 1), entry.time_text, strong);
    bounds.take_left(ui.px(32));
    if (entry.group_number > 0 && bounds.width > ui.px(560)) {
        const std::string group = ui.say(Sentence{"Group {}"}, entry.group_number);
        const float width = measure_text(ui, 0, group, quiet).width;
        paint_text(ui, bounds.take_right(width + 1), group, quiet);
        bounds.take_right(ui.px(24));
    }
    Rect upper = bounds;
    TextBlockStyle name = strong;
    if (!entry.organisation.empty()) {
        // A long name takes two lines, and the organisation keeps one.
        const bool long_name = measure_text(ui, 0, entry.name, strong).width > bounds.width;
        upper = bounds.take_top(std::round(bounds.height * (long_name ? 0.67F : 0.54F)));
        TextBlockStyle lower = quiet;
        lower.vertical = Vertical::top;
        lower.max_lines = 1;
        paint_text(ui, bounds, entry.organisation, lower);
        name.vertical = Vertical::bottom;
    }
    paint_text(ui, upper, entry.name, name);
}

// Instead of entries; as long as nobody can have come, what there is to look over.
Intent draw_nobody(Ui& ui, const Rect& bounds, const StaffView& view) {
    if (view.mode == StaffMode::searching) {
        draw_empty_state(
            ui, bounds, Icon::search,
            ui.say(Sentence{"Type a name. Everybody who is registered can be found."}));
        return std::nullopt;
    }
    const std::string words = ui.say(Sentence{"Nobody has checked in yet."});
    if (!view.is_before_doors) {
        draw_empty_state(ui, bounds, Icon::people, words);
        return std::nullopt;
    }
    const ButtonStyle ready{.id = "ready",
                            .label = ui.say(Sentence{"Ready for the doors?"}),
                            .icon = Icon::check,
                            .kind = ButtonKind::outlined};
    bool is_asked = false;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& lines) {
        const Theme& theme = ui.theme();
        const float radius = ui.px(56) * lines.squeeze();
        lines.block(2 * radius, [&ui, &theme, radius](const Rect& rect) {
            badge(ui, rect.centre(), radius, Icon::people, theme.primary, theme.primary_tint);
        });
        lines.gap(24);
        TextBlockStyle style = quiet_text_style(theme, unit::lead);
        style.align = Align::centre;
        lines.words(words, style);
        lines.gap(40);
        const Size size = button_size(ui, ready, lines.width());
        lines.block(size.height, [&ui, &ready, &is_asked, size](const Rect& rect) {
            is_asked = button(ui, rect.middle({size.width, size.height}), ready);
        });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    if (!is_asked) return std::nullopt;
    return OpenReadyPage{};
}

Intent draw_entries(Ui& ui, const Rect& bounds, const StaffView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const float line = measure_text(ui, 0, "Å", strong_text_style(ui.theme(), 30)).height;
    const float height = std::max(ui.px(120), 2 * line + ui.px(24));
    Intent intent;
    float top = bounds.top;
    for (std::size_t i = 0; i < std::min(view.entries.size(), most_staff_entries); ++i) {
        const Rect row{bounds.left, top, bounds.width, height};
        if (row.bottom() > bounds.bottom() + 1) break;
        const StaffEntry& entry = view.entries[i];
        const Touch touch = ui.interact({.id = entry_ids.at(i),
                                         .label = entry_label(ui, entry),
                                         .rect = row,
                                         .role = Role::hit,
                                         .personal = true});
        paint_entry(ui, row, entry, touch.pressed);
        if (touch.focused) focus_ring(ui, row, ui.px(unit::radius));
        if (touch.acted) intent = ChooseEntry{i};
        top += height + ui.px(unit::gap);
    }
    if (view.entries.empty()) return draw_nobody(ui, bounds, view);
    return intent;
}

void draw_status(Ui& ui, const Rect& bounds, const StaffView& view) {
    const Theme& theme = ui.theme();
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& lines) {
        add_staff_line(ui, lines, Icon::people, theme.ink_secondary, view.door_line);
        add_staff_line(ui, lines, Icon::printer, view.printer);
        add_staff_line(ui, lines, Icon::cloud, view.sync);
        add_staff_line(ui, lines, Icon::ballot, theme.ink_secondary, view.waiting_line);
    });
    column.draw({bounds.left, bounds.top});
}

// The ways on from the first page, the most wanted first, and where each leads.
struct Way {
    ButtonStyle style;
    StaffIntent intent;
};

std::vector<Way> ways(const Ui& ui, const StaffView& view) {
    const std::string problems = view.problem_count == 0
                                     ? ui.say(Sentence{"Needs attention"})
                                     : ui.say(Sentence{"Needs attention · {}"}, view.problem_count);
    std::vector<Way> all{
        {{.id = "search", .label = ui.say(Sentence{"Find a person"}), .icon = Icon::search},
         OpenStaffSearch{}},
        {{.id = "problems",
          .label = problems,
          .icon = Icon::bell,
          .kind = view.problem_count == 0 ? ButtonKind::outlined : ButtonKind::warning},
         OpenProblems{}}};
    if (view.can_register) {
        all.push_back({{.id = "register",
                        .label = ui.say(Sentence{"Register somebody"}),
                        .icon = Icon::person_plus,
                        .kind = ButtonKind::outlined},
                       RegisterSomebody{}});
    }
    all.push_back({{.id = "leave",
                    .label = ui.say(Sentence{"Leave the kiosk"}),
                    .icon = Icon::exit,
                    .kind = ButtonKind::danger},
                   LeaveKiosk{}});
    return all;
}

Intent draw_ways(Ui& ui, Rect& bounds, const StaffView& view) {
    // How things stand needs the room.
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const std::vector<Way> buttons = ways(ui, view);
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 2 : 1, ui.px(unit::gap));
    float height = 0;
    for (const Way& way : buttons) {
        height = std::max(height, button_size(ui, way.style, grid.width()).height);
    }
    const Rect place = bounds.take_bottom(grid.height_for(buttons.size(), height));
    bounds.take_bottom(ui.px(24));
    Intent chosen;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const Rect rect = grid.place({place.left, place.top}, height, i);
        if (button(ui, rect, buttons[i].style)) chosen = buttons[i].intent;
    }
    return chosen;
}

Intent draw_latest(Ui& ui, const Rect& frame_bounds, const StaffView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    const bool portrait = ui.metrics().portrait();
    Rect side = portrait ? bounds.take_bottom(std::round(bounds.height * 0.4F))
                         : bounds.take_right(std::round(bounds.width * 0.38F));
    if (portrait) {
        bounds.take_bottom(ui.px(24));
    } else {
        bounds.take_right(ui.px(48));
    }
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle title = strong_text_style(ui.theme(), unit::heading);
    title.role = Role::heading;
    const std::string words = ui.say(Sentence{"Latest check-ins"});
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, words, title).height), words,
              title);
    bounds.take_top(ui.px(16));
    if (!view.news.empty()) {
        const Column news = fit_column(ui, {bounds.width, bounds.height / 3}, [&](Column& lines) {
            add_staff_news(ui, lines, view.news);
        });
        news.draw({bounds.left, bounds.top});
        bounds.take_top(news.height());
    }
    Intent intent = draw_entries(ui, bounds, view);
    // Shared out from below, read from above.
    const std::size_t first = ui.record().mark();
    const Intent way = draw_ways(ui, side, view);
    const std::size_t end = ui.record().mark();
    draw_status(ui, side, view);
    ui.record().put_behind(first, end);
    return way ? way : intent;
}

Intent draw_search(Ui& ui, Rect bounds, const StaffView& view) {
    const Rect tray = bounds.take_bottom(keyboard_height(ui));
    bounds = bounds.inset(margin_of(ui), ui.px(16));
    Rect line = bounds.take_top(ui.px(104));
    const ButtonStyle close{.id = "close_search",
                            .label = ui.say(Sentence{"Close the search"}),
                            .kind = ButtonKind::outlined};
    const Rect close_rect = line.take_right(button_size(ui, close, line.width * 0.4F).width);
    line.take_right(ui.px(24));
    const bool cleared = text_field(ui, line,
                                    {.id = "staff_search",
                                     .label = ui.say(Sentence{"Find a person"}),
                                     .text = view.typed,
                                     .clear_label = ui.say(Sentence{"Erase all"})});
    const bool closed = button(ui, close_rect, close);
    bounds.take_top(ui.px(16));
    if (!view.same_as.empty()) {
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        TextBlockStyle style = strong_text_style(ui.theme(), unit::body);
        style.personal = true;
        const std::string words = ui.say(Sentence{"Who is the same person as {}?"}, view.same_as);
        draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, words, style).height), words,
                  style);
        bounds.take_top(ui.px(12));
    }
    Intent intent = draw_entries(ui, bounds, view);
    const std::optional<TextEdit> key = draw_keyboard(ui, tray);
    if (closed) return CloseStaffSearch{};
    if (cleared) return ChangeStaffSearch{""};
    if (intent) return intent;
    const std::string typed = edit_text(ui, view.typed, key, longest_typed_name);
    if (typed != view.typed) return ChangeStaffSearch{typed};
    return std::nullopt;
}

}  // namespace

std::optional<StaffIntent> draw_staff(Ui& ui, const StaffView& view) {
    const bool searching = view.mode == StaffMode::searching;
    ui.begin_screen(searching ? "staff_search" : "staff");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Intent intent =
        searching ? draw_search(ui, frame.bounds, view) : draw_latest(ui, frame.bounds, view);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
