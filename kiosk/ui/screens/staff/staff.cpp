#include "kiosk/ui/screens/staff/staff.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/staff/staff_parts.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

using Intent = std::optional<StaffIntent>;

constexpr std::array<std::string_view, most_staff_entries> entry_ids{
    "entry_0", "entry_1", "entry_2", "entry_3", "entry_4", "entry_5", "entry_6", "entry_7"};

WordsLook in_the_middle(WordsLook look) {
    look.vertical = Vertical::middle;
    return look;
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

void paint_entry(Ui& ui, Rect room, const StaffEntry& entry, bool is_pressed) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    ui.painter().fill(room, is_pressed ? theme.primary_tint : theme.card, radius);
    ui.painter().outline(room, is_pressed ? theme.primary : theme.outline, ui.px(2), radius);
    room = room.inset(ui.px(32), ui.px(8));
    const WordsLook strong = in_the_middle(strong_words(theme, 30));
    const WordsLook quiet = in_the_middle(quiet_words(theme));
    const float side = ui.icon_px(36);
    ui.painter().icon(room.take_right(side).middle({side, side}), Icon::forward, theme.primary);
    room.take_right(ui.px(24));
    const float time = measure_words(ui, 0, "00.00", strong).width;
    paint_words(ui, room.take_left(time + 1), entry.time_text, strong);
    room.take_left(ui.px(32));
    if (entry.group_number > 0 && room.width > ui.px(560)) {
        const std::string group = ui.say(Sentence{"Group {}"}, entry.group_number);
        const float width = measure_words(ui, 0, group, quiet).width;
        paint_words(ui, room.take_right(width + 1), group, quiet);
        room.take_right(ui.px(24));
    }
    Rect upper = room;
    WordsLook name = strong;
    if (!entry.organisation.empty()) {
        // A long name takes two lines, and the organisation keeps one.
        const bool long_name = measure_words(ui, 0, entry.name, strong).width > room.width;
        upper = room.take_top(std::round(room.height * (long_name ? 0.67F : 0.54F)));
        WordsLook lower = quiet;
        lower.vertical = Vertical::top;
        lower.max_lines = 1;
        paint_words(ui, room, entry.organisation, lower);
        name.vertical = Vertical::bottom;
    }
    paint_words(ui, upper, entry.name, name);
}

Intent draw_entries(Ui& ui, const Rect& room, const StaffView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const float line = measure_words(ui, 0, "Å", strong_words(ui.theme(), 30)).height;
    const float height = std::max(ui.px(120), 2 * line + ui.px(24));
    Intent intent;
    float top = room.top;
    for (std::size_t i = 0; i < std::min(view.entries.size(), most_staff_entries); ++i) {
        const Rect row{room.left, top, room.width, height};
        if (row.bottom() > room.bottom() + 1) break;
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
    if (view.entries.empty()) {
        draw_words(ui, room,
                   view.mode == StaffMode::latest
                       ? ui.say(Sentence{"Nobody has checked in yet."})
                       : ui.say(Sentence{"Type a name. Everybody who is registered is found."}),
                   quiet_words(ui.theme(), 30));
    }
    return intent;
}

void draw_status(Ui& ui, const Rect& room, const StaffView& view) {
    const Theme& theme = ui.theme();
    const Column column = fit_column(ui, {room.width, room.height}, [&](Column& lines) {
        add_staff_line(ui, lines, Icon::people, theme.ink_secondary, view.door_line);
        add_staff_line(ui, lines, Icon::printer, view.printer);
        add_staff_line(ui, lines, Icon::cloud, view.sync);
        add_staff_line(ui, lines, Icon::ballot, theme.ink_secondary, view.waiting_line);
    });
    column.draw({room.left, room.top});
}

// The ways on from the first page, the most wanted first.
std::array<ButtonLook, 4> ways(const Ui& ui, const StaffView& view) {
    const std::string problems = view.problem_count == 0
                                     ? ui.say(Sentence{"Needs a look"})
                                     : ui.say(Sentence{"Needs a look · {}"}, view.problem_count);
    return {{{.id = "search", .label = ui.say(Sentence{"Find a person"}), .icon = Icon::search},
             {.id = "problems",
              .label = problems,
              .icon = Icon::bell,
              .kind = view.problem_count == 0 ? ButtonKind::outlined : ButtonKind::warning},
             {.id = "register",
              .label = ui.say(Sentence{"Register somebody"}),
              .icon = Icon::person_plus,
              .kind = ButtonKind::outlined},
             {.id = "leave",
              .label = ui.say(Sentence{"Leave the kiosk"}),
              .icon = Icon::exit,
              .kind = ButtonKind::outlined}}};
}

Intent draw_ways(Ui& ui, Rect& room, const StaffView& view) {
    // How things stand needs the room.
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const auto buttons = ways(ui, view);
    const float gap = ui.px(unit::gap);
    const std::size_t columns = ui.metrics().portrait() ? 2 : 1;
    const float across = static_cast<float>(columns);
    const float width = std::floor((room.width - gap * (across - 1)) / across);
    float height = 0;
    for (const ButtonLook& look : buttons) {
        height = std::max(height, button_size(ui, look, width).height);
    }
    const std::size_t row_count = buttons.size() / columns;
    const auto rows = static_cast<float>(row_count);
    const Rect place = room.take_bottom(rows * height + (rows - 1) * gap);
    room.take_bottom(ui.px(24));
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const std::size_t row_index = i / columns;
        const auto row = static_cast<float>(row_index);
        const Rect rect{place.left + column * (width + gap), place.top + row * (height + gap),
                        width, height};
        if (button(ui, rect, buttons.at(i))) pressed = i;
    }
    if (!pressed) return std::nullopt;
    switch (*pressed) {
        case 0:
            return OpenStaffSearch{};
        case 1:
            return OpenProblems{};
        case 2:
            return RegisterSomebody{};
        default:
            return LeaveKiosk{};
    }
}

Intent draw_latest(Ui& ui, const Rect& frame_room, const StaffView& view) {
    Rect room = frame_room.inset(margin_of(ui), ui.px(32));
    const bool portrait = ui.metrics().portrait();
    Rect side = portrait ? room.take_bottom(std::round(room.height * 0.4F))
                         : room.take_right(std::round(room.width * 0.38F));
    if (portrait) {
        room.take_bottom(ui.px(24));
    } else {
        room.take_right(ui.px(48));
    }
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    WordsLook title = strong_words(ui.theme(), unit::heading);
    title.role = Role::heading;
    const std::string words = ui.say(Sentence{"Latest check-ins"});
    draw_words(ui, room.take_top(measure_words(ui, room.width, words, title).height), words, title);
    room.take_top(ui.px(16));
    if (!view.news.empty()) {
        const Column news = fit_column(ui, {room.width, room.height / 3}, [&](Column& lines) {
            add_staff_news(ui, lines, view.news);
        });
        news.draw({room.left, room.top});
        room.take_top(news.height());
    }
    Intent intent = draw_entries(ui, room, view);
    // Shared out from below, read from above.
    const std::size_t first = ui.record().mark();
    const Intent way = draw_ways(ui, side, view);
    const std::size_t end = ui.record().mark();
    draw_status(ui, side, view);
    ui.record().put_behind(first, end);
    return way ? way : intent;
}

Intent draw_search(Ui& ui, Rect room, const StaffView& view) {
    const Rect tray = room.take_bottom(keyboard_height(ui));
    room = room.inset(margin_of(ui), ui.px(16));
    Rect line = room.take_top(ui.px(104));
    const ButtonLook close{.id = "close_search",
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
    room.take_top(ui.px(16));
    Intent intent = draw_entries(ui, room, view);
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
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    Intent intent =
        searching ? draw_search(ui, frame.room, view) : draw_latest(ui, frame.room, view);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
