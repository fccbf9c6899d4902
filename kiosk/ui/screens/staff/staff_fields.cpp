#include "kiosk/ui/screens/staff/staff_fields.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

using FieldIntent = std::optional<StaffFieldIntent>;

void draw_whose(Ui& ui, Rect& bounds, const std::string& title, const std::string& name) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_title(ui, bounds, title);
    TextBlockStyle whose = quiet_text_style(ui.theme(), unit::lead);
    whose.personal = true;
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, name, whose).height), name, whose);
    bounds.take_top(ui.px(24));
}

// Held upright, what must be reached begins below the upper third.
void leave_upper_third(const Ui& ui, Rect& bounds) {
    if (!ui.metrics().portrait()) return;
    const float third = ui.metrics().screen.height / 3;
    bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top + ui.px(8))));
}

FieldIntent draw_choices(Ui& ui, Rect bounds, const StaffFieldView& view) {
    bounds = bounds.inset(margin_of(ui), ui.px(32));
    draw_whose(ui, bounds, view.label, view.name);
    leave_upper_third(ui, bounds);
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    std::vector<NumberCard> cards;
    for (std::size_t i = 0; i < view.choices.size(); ++i) {
        cards.push_back({"choice_" + std::to_string(i), 0, view.choices[i], "", view.chosen == i,
                         Icon::person});
    }
    const NumberCardsTouch touch =
        draw_number_cards(ui, "choices", bounds, cards, {}, NumberCardsLayout::list);
    if (touch.chosen) return ChooseStaffValue{*touch.chosen};
    return std::nullopt;
}

void draw_problem(Ui& ui, const Rect& bounds, const StaffFieldView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    if (view.problem.empty()) {
        TextBlockStyle style = quiet_text_style(ui.theme(), 30);
        style.vertical = Vertical::middle;
        style.personal = true;
        draw_text(ui, bounds, view.name + " · " + view.label, style);
        return;
    }
    TextBlockStyle style = strong_text_style(ui.theme(), unit::body);
    style.colour = ui.theme().error;
    style.role = Role::status;
    icon_line(ui, bounds, Icon::warning, style.colour, view.problem, style);
}

FieldIntent draw_writing(Ui& ui, Rect bounds, const StaffFieldView& view) {
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    bounds = bounds.inset(margin_of(ui), ui.px(14));
    leave_upper_third(ui, bounds);
    Rect line = bounds.take_top(ui.px(104));
    const ButtonStyle save{.id = "save", .label = ui.say(Sentence{"Save"}), .icon = Icon::check};
    const Rect save_rect = line.take_right(button_size(ui, save, line.width * 0.4F).width);
    line.take_right(ui.px(24));
    const bool is_cleared = text_field(ui, line,
                                       {.id = "staff_field_text",
                                        .label = view.label,
                                        .text = view.text,
                                        .clear_label = ui.say(Sentence{"Erase all"})});
    const bool is_saved = button(ui, save_rect, save);
    bounds.take_top(ui.px(12));
    draw_problem(ui, bounds, view);
    const NoteKeysAnswer keys = draw_note_keyboard(ui, tray, view.keys, view.text.empty());
    if (is_cleared) return ChangeStaffField{""};
    if (is_saved) return SaveStaffField{};
    const std::string typed = edit_line(ui, view.text, keys.key, view.longest);
    if (typed != view.text) return ChangeStaffField{typed};
    if (keys.keys != view.keys) return TurnStaffKeys{keys.keys};
    if (ui.pressed(KeyKind::enter)) return SaveStaffField{};
    return std::nullopt;
}

}  // namespace

std::optional<StaffFieldsIntent> draw_staff_fields(Ui& ui, const StaffFieldsView& view) {
    ui.begin_screen("staff_fields");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_whose(ui, bounds, ui.say(Sentence{"Correct the details"}), view.name);
    leave_upper_third(ui, bounds);
    std::optional<StaffFieldsIntent> intent;
    {
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        std::vector<NumberCard> cards;
        for (std::size_t i = 0; i < view.fields.size(); ++i) {
            cards.push_back({"field_" + std::to_string(i), 0, view.fields[i].label,
                             view.fields[i].text, false, view.fields[i].icon});
        }
        const NumberCardsTouch touch = draw_number_cards(ui, "fields", bounds, cards, view.scroll);
        if (!(touch.scroll == view.scroll)) intent = ScrollStaffFields{touch.scroll};
        if (touch.chosen) intent = ChooseStaffField{*touch.chosen};
    }
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

std::optional<StaffFieldIntent> draw_staff_field(Ui& ui, const StaffFieldView& view) {
    ui.begin_screen(view.choices.empty() ? "staff_field" : "staff_choice");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    FieldIntent intent = view.choices.empty() ? draw_writing(ui, frame.bounds, view)
                                              : draw_choices(ui, frame.bounds, view);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
