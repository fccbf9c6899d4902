#include "kiosk/ui/staff.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/button_row.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/name.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

using Intent = std::optional<StaffIntent>;

constexpr std::array<std::string_view, most_staff_entries> undo_ids{
    "undo_0", "undo_1", "undo_2", "undo_3", "undo_4", "undo_5", "undo_6", "undo_7"};

WordsLook words_look(float size, Colour colour, Weight weight = Weight::regular) {
    WordsLook look;
    look.size = size;
    look.colour = colour;
    look.weight = weight;
    look.vertical = Vertical::middle;
    return look;
}

ButtonLook deed_look(const Ui& ui, std::size_t index, const StaffEntry& entry) {
    if (entry.time_text.empty()) {
        const std::string label = ui.say(Sentence{"Check in"});
        return {.id = undo_ids.at(index),
                .label = label,
                .icon = Icon::check,
                .kind = ButtonKind::outlined,
                .name = label + ": " + entry.name};
    }
    const std::string label = ui.say(Sentence{"Undo"});
    return {.id = undo_ids.at(index),
            .label = label,
            .icon = Icon::undo,
            .kind = ButtonKind::outlined,
            .name = label + ": " + entry.name + ", " + entry.time_text};
}

void draw_entry_words(Ui& ui, Rect room, const StaffEntry& entry) {
    const Theme& theme = ui.theme();
    const WordsLook strong = words_look(30, theme.ink, Weight::bold);
    const WordsLook quiet = words_look(26, theme.ink_secondary);
    const float time = measure_words(ui, 0, "00.00", strong).width;
    draw_words(ui, room.take_left(time + 1), entry.time_text, strong);
    room.take_left(ui.px(32));
    if (entry.group_number > 0 && room.width > ui.px(560)) {
        const std::string group = ui.say(Sentence{"Group {}"}, entry.group_number);
        const float width = measure_words(ui, 0, group, quiet).width;
        draw_words(ui, room.take_right(width + 1), group, quiet);
        room.take_right(ui.px(24));
    }
    Rect upper = room;
    if (!entry.organisation.empty()) {
        // A long name takes two lines, and the organisation keeps one.
        const bool long_name = measure_words(ui, 0, entry.name, strong).width > room.width;
        upper = room.take_top(std::round(room.height * (long_name ? 0.67F : 0.54F)));
        draw_words(ui, room, entry.organisation, [&] {
            WordsLook look = quiet;
            look.vertical = Vertical::top;
            look.max_lines = 1;
            return look;
        }());
    }
    WordsLook name = strong;
    name.vertical = entry.organisation.empty() ? Vertical::middle : Vertical::bottom;
    draw_words(ui, upper, entry.name, name);
}

Intent draw_entries(Ui& ui, const Rect& room, const StaffView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const float gap = ui.px(unit::gap);
    const float line = measure_words(ui, 0, "Å", words_look(30, {})).height;
    const float height = std::max(ui.px(120), 2 * line + ui.px(24));
    Intent intent;
    float top = room.top;
    for (std::size_t i = 0; i < std::min(view.entries.size(), most_staff_entries); ++i) {
        const Rect row{room.left, top, room.width, height};
        if (row.bottom() > room.bottom() + 1) break;
        card(ui, row);
        Rect inside = row.inset(ui.px(32), ui.px(8));
        const ButtonLook deed = deed_look(ui, i, view.entries[i]);
        const float width = button_size(ui, deed, inside.width * 0.4F).width;
        const Rect place = inside.take_right(width).inset(0, ui.px(6));
        inside.take_right(ui.px(24));
        draw_entry_words(ui, inside, view.entries[i]);
        if (button(ui, {place.left + ui.px(16), place.top, place.width, place.height}, deed)) {
            if (view.entries[i].time_text.empty()) {
                intent = CheckInByHand{i};
            } else {
                intent = AskToUndo{i};
            }
        }
        top += height + gap;
    }
    if (view.entries.empty()) {
        WordsLook quiet = words_look(30, ui.theme().ink_secondary);
        quiet.vertical = Vertical::top;
        draw_words(ui, room,
                   view.mode == StaffMode::latest
                       ? ui.say(Sentence{"Nobody has checked in yet."})
                       : ui.say(Sentence{"Type a name. Everybody who is registered is found."}),
                   quiet);
    }
    return intent;
}

void draw_status(Ui& ui, Rect& room, const StaffView& view) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const auto line = [&](Icon icon, Colour colour, const std::string& words) {
        if (words.empty()) return;
        WordsLook look = words_look(unit::body, theme.ink);
        look.role = Role::status;
        icon_line(ui, room.take_top(icon_line_height(ui, room.width, words, look)), icon, colour,
                  words, look);
        room.take_top(ui.px(16));
    };
    line(Icon::check, theme.success, view.news);
    line(Icon::people, theme.ink_secondary, view.door_line);
    line(Icon::cloud, theme.ink_secondary, view.sync_line);
}

Intent draw_latest(Ui& ui, const Rect& frame_room, const StaffView& view) {
    Rect room = frame_room.inset(margin_of(ui), ui.px(32));
    const ButtonLook search{
        .id = "search", .label = ui.say(Sentence{"Find a person"}), .icon = Icon::search};
    const ButtonLook leave{.id = "leave",
                           .label = ui.say(Sentence{"Leave the kiosk"}),
                           .icon = Icon::exit,
                           .kind = ButtonKind::warning};
    const bool portrait = ui.metrics().portrait();
    Rect side = portrait ? room.take_bottom(room.height * 0.36F)
                         : room.take_right(std::round(room.width * 0.34F));
    if (portrait) {
        room.take_bottom(ui.px(24));
    } else {
        room.take_right(ui.px(48));
    }
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    WordsLook title = words_look(unit::heading, ui.theme().ink, Weight::bold);
    title.role = Role::heading;
    const std::string words = ui.say(Sentence{"Latest check-ins"});
    draw_words(ui, room.take_top(measure_words(ui, room.width, words, title).height), words, title);
    room.take_top(ui.px(16));
    Intent intent = draw_entries(ui, room, view);
    const float height = std::max(button_size(ui, search, side.width).height,
                                  button_size(ui, leave, side.width).height);
    const Rect leave_rect = side.take_bottom(height);
    side.take_bottom(ui.px(unit::gap));
    const Rect search_rect = side.take_bottom(height);
    side.take_bottom(ui.px(24));
    draw_status(ui, side, view);
    if (button(ui, search_rect, search)) intent = OpenStaffSearch{};
    if (button(ui, leave_rect, leave)) intent = LeaveKiosk{};
    return intent;
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

Intent draw_confirmation(Ui& ui, const Rect& frame_room, const StaffView& view) {
    const Theme& theme = ui.theme();
    const StaffEntry& entry = view.entries.at(*view.confirming);
    const Rect room = frame_room.inset(margin_of(ui), ui.px(32));
    const std::vector<RowButton> buttons{
        {{.id = "keep", .label = ui.say(Sentence{"Keep it"}), .kind = ButtonKind::outlined}, {}},
        {{.id = "check_out",
          .label = ui.say(Sentence{"Check out"}),
          .icon = Icon::exit,
          .kind = ButtonKind::outlined},
         {}},
        {{.id = "confirm_undo", .label = ui.say(Sentence{"Undo the check-in"}), .icon = Icon::undo},
         {}}};
    std::optional<std::size_t> pressed;
    const Column column = fit_column(ui, {room.width, room.height}, [&](Column& words) {
        const float radius = ui.px(std::max(44.0F, 70 * words.squeeze()));
        words.block(2 * radius, [&ui, &theme, radius](const Rect& rect) {
            badge(ui, rect.centre(), radius, Icon::undo, theme.warning, theme.warning_ground);
        });
        words.gap(40);
        WordsLook title = words_look(unit::title, theme.ink, Weight::bold);
        title.align = Align::centre;
        title.role = Role::heading;
        words.words(ui.say(Sentence{"Undo the check-in of {}?"}, entry.name), title);
        words.gap(16);
        WordsLook quiet = words_look(unit::lead, theme.ink_secondary);
        quiet.align = Align::centre;
        words.words(entry.organisation, quiet);
        words.words(ui.say(Sentence{"It was made at {}. Undone, it never happened; checked out, "
                                    "the person was here and has gone."},
                           entry.time_text),
                    quiet);
        words.gap(56);
        words.block(button_row_height(ui, words.width(), buttons),
                    [&](const Rect& rect) { pressed = button_row(ui, rect, buttons); });
    });
    column.draw({room.left, room.top + std::round((room.height - column.height()) / 2)});
    if (!pressed) return std::nullopt;
    if (*pressed == 0) return KeepCheckIn{};
    if (*pressed == 1) return CheckOut{*view.confirming};
    return ConfirmUndo{*view.confirming};
}

}  // namespace

std::optional<StaffIntent> draw_staff(Ui& ui, const StaffView& view) {
    const bool confirming = view.confirming && *view.confirming < view.entries.size();
    const bool searching = view.mode == StaffMode::searching;
    ui.begin_screen(confirming ? "staff_undo" : searching ? "staff_search" : "staff");
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    Intent intent;
    if (confirming) {
        intent = draw_confirmation(ui, frame.room, view);
    } else if (searching) {
        intent = draw_search(ui, frame.room, view);
    } else {
        intent = draw_latest(ui, frame.room, view);
    }
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
