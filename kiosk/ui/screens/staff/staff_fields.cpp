#include "kiosk/ui/screens/staff/staff_fields.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/field_page.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"
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

FieldIntent draw_writing(Ui& ui, const Rect& bounds, const StaffFieldView& view) {
    FieldPage page;
    page.title = view.label;
    page.fields = {{"staff_field", view.label}};
    page.text_id = "staff_field_text";
    page.text = view.text;
    page.whole = view.name + " · " + view.label;
    page.is_personal = true;
    page.problem = view.problem;
    const WrittenAnswer answer = draw_written_page(ui, bounds, page, view.keys, view.longest);
    if (answer.typed) return ChangeStaffField{*answer.typed};
    if (answer.is_saved) return SaveStaffField{};
    if (answer.keys) return TurnStaffKeys{*answer.keys};
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
