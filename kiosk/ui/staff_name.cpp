#include "kiosk/ui/staff_name.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/name.h"
#include "kiosk/ui/walk_in.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

using Intent = std::optional<StaffNameIntent>;

constexpr std::array<std::string_view, name_field_count> field_ids{"field_given", "field_family",
                                                                   "field_organisation"};

std::array<std::string, name_field_count> field_labels(const Ui& ui) {
    return {ui.say(Sentence{"Given name"}), ui.say(Sentence{"Family name"}),
            ui.say(Sentence{"Organisation"})};
}

// The three fields beside each other, or below each other on a narrow glass: chips, of which the
// one that is written in is chosen.
Intent draw_fields(Ui& ui, Rect& room, const StaffNameView& view) {
    const auto labels = field_labels(ui);
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const float gap = ui.px(unit::gap);
    const float width = std::floor((room.width - gap * (name_field_count - 1)) /
                                   static_cast<float>(name_field_count));
    const Rect line = room.take_top(ui.px(unit::target));
    Intent intent;
    for (std::size_t i = 0; i < name_field_count; ++i) {
        const auto field = static_cast<NameField>(i);
        const Rect rect{line.left + static_cast<float>(i) * (width + gap), line.top, width,
                        line.height};
        if (chip(ui, rect,
                 {.id = field_ids.at(i), .label = labels.at(i), .selected = field == view.field})) {
            intent = ChooseNameField{field};
        }
    }
    return intent;
}

// How the whole will stand, or what is wrong with it.
void draw_result(Ui& ui, const Rect& room, const StaffNameView& view) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    if (!view.problem.empty()) {
        WordsLook look = strong_words(theme, unit::body);
        look.colour = theme.error;
        look.role = Role::status;
        icon_line(ui, room, Icon::warning, theme.error, view.problem, look);
        return;
    }
    std::string whole = view.texts[0];
    if (!view.texts[1].empty()) whole += (whole.empty() ? "" : " ") + view.texts[1];
    if (!view.texts[2].empty()) whole += " · " + view.texts[2];
    WordsLook look = quiet_words(theme, 30);
    look.vertical = Vertical::middle;
    look.personal = true;
    draw_words(ui, room, whole, look);
}

}  // namespace

std::optional<StaffNameIntent> draw_staff_name(Ui& ui, const StaffNameView& view) {
    ui.begin_screen("staff_name");
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    Rect room = frame.room;
    const bool portrait = ui.metrics().portrait();
    const Rect tray = room.take_bottom(keyboard_height(ui));
    room = room.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    if (portrait) {
        draw_title(ui, room, ui.say(Sentence{"Correct the name"}));
        // Held upright, what must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        const float below = third - room.top + ui.px(8);
        room.take_top(std::max(ui.px(24), std::ceil(below)));
    }
    Intent intent = draw_fields(ui, room, view);
    room.take_top(ui.px(12));
    Rect line = room.take_top(ui.px(portrait ? 112 : 96));
    const ButtonLook save{.id = "save", .label = ui.say(Sentence{"Save"}), .icon = Icon::check};
    const Rect save_rect = line.take_right(button_size(ui, save, line.width * 0.4F).width);
    line.take_right(ui.px(24));
    const std::string& text = view.texts.at(static_cast<std::size_t>(view.field));
    const bool cleared =
        text_field(ui, line,
                   {.id = "staff_name_text",
                    .label = field_labels(ui).at(static_cast<std::size_t>(view.field)),
                    .text = text,
                    .clear_label = ui.say(Sentence{"Erase all"})});
    const bool saved = button(ui, save_rect, save);
    room.take_top(ui.px(12));
    draw_result(ui, room, view);
    const std::optional<TextEdit> key = draw_keyboard(ui, tray);
    if (intent) return intent;
    if (cleared) return ChangeNameField{""};
    if (saved) return SaveName{};
    const std::size_t longest =
        view.field == NameField::organisation ? longest_organisation : longest_typed_name;
    const std::string typed = edit_text(ui, text, key, longest);
    if (typed != text) return ChangeNameField{typed};
    if (ui.pressed(KeyKind::enter)) return SaveName{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
