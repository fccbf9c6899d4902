#include "kiosk/ui/screens/common/name.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr std::array<std::string_view, most_name_results> hit_ids{"hit_0", "hit_1", "hit_2",
                                                                  "hit_3", "hit_4"};

std::string advice_on_absent(const Ui& ui, NameSearch search) {
    switch (search) {
        case NameSearch::found:
            return ui.say(Sentence{"Tap the name. Not there? Type one more letter, or tap Help."});
        case NameSearch::too_many:
            return ui.say(Sentence{"Many match so far. Type a few more letters."});
        case NameSearch::nothing:
            return ui.say(Sentence{"We cannot find that name. Try just the surname, or tap Help."});
        case NameSearch::waiting:
        case NameSearch::slowed:
            break;
    }
    return ui.say(Sentence{"Type a few letters of the name of the person who is not coming."});
}

// Nobody's association is ever shown: who is not found by it is a person's matter.
std::string advice_on_namesake(const Ui& ui, const NameView& view) {
    if (view.is_staff_called) {
        return ui.say(
            Sentence{"The staff at this door can now see that somebody needs help. Stay here, or "
                     "just ask."});
    }
    switch (view.search) {
        case NameSearch::found:
            return ui.say(Sentence{"Tap the name to go on."});
        case NameSearch::too_many:
            return ui.say(Sentence{"Many match so far. Type a few more letters."});
        case NameSearch::nothing:
            return ui.say(
                Sentence{"That did not find anybody. Call the staff, they will help you."});
        case NameSearch::waiting:
        case NameSearch::slowed:
            break;
    }
    return ui.say(Sentence{"No association? Call the staff, they will help you."});
}

std::string advice(const Ui& ui, const NameView& view) {
    if (view.search == NameSearch::slowed) {
        return ui.say(
            Sentence{"Many names have been searched for here. This one is shown in {} s."},
            view.wait_s);
    }
    if (!view.namesake.empty()) return advice_on_namesake(ui, view);
    if (view.purpose == NamePurpose::somebody_absent) return advice_on_absent(ui, view.search);
    if (view.purpose == NamePurpose::respondent && view.search == NameSearch::nothing) {
        return ui.say(Sentence{
            "We cannot find that name. Try just your surname, or write a comment without a name."});
    }
    switch (view.search) {
        case NameSearch::found:
            return ui.say(Sentence{"Tap your name. Not there? Type one more letter, or tap Help."});
        case NameSearch::too_many:
            return ui.say(Sentence{"Many match so far. Type a few more letters."});
        case NameSearch::nothing:
            return ui.say(
                Sentence{"We cannot find that name. Try just your surname, or tap Help."});
        case NameSearch::waiting:
        case NameSearch::slowed:
            break;
    }
    return ui.say(Sentence{"First name or surname – a few letters are enough."});
}

std::string question_of(const Ui& ui, const NameView& view) {
    if (!view.namesake.empty()) {
        return view.purpose == NamePurpose::somebody_absent
                   ? ui.say(Sentence{"Several people are called {}. Type the first two letters of "
                                     "that person's association."},
                            view.namesake)
                   : ui.say(Sentence{"Several people are called {}. Type the first two letters of "
                                     "your association."},
                            view.namesake);
    }
    switch (view.purpose) {
        case NamePurpose::somebody_absent:
            return ui.say(Sentence{"Who are you here instead of?"});
        case NamePurpose::respondent:
            return ui.say(Sentence{"Who are you? Scan your ticket, or type your name"});
        case NamePurpose::oneself:
            break;
    }
    return ui.say(Sentence{"Type the first letters of your name"});
}

bool has_question_line(const Ui& ui) {
    return ui.metrics().portrait() || ui.text_scale() <= 1.2F;
}

void draw_advice(Ui& ui, const Rect& rect, const NameView& view) {
    if (view.clears_in_s) {
        draw_clear_warning(ui, rect, *view.clears_in_s);
        return;
    }
    const Theme& theme = ui.theme();
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = theme.ink_secondary;
    words.vertical = Vertical::middle;
    // Larger letters leave the question no line of its own: it stands here until somebody types.
    const bool asks = !has_question_line(ui) && view.search == NameSearch::waiting;
    if (asks) words.role = Role::heading;
    words.personal = asks && !view.namesake.empty();
    draw_text(ui, rect, asks ? question_of(ui, view) : advice(ui, view), words);
}

std::string field_label(const Ui& ui, const NameView& view) {
    if (!view.namesake.empty()) return ui.say(Sentence{"The first letters of the association"});
    return view.purpose == NamePurpose::somebody_absent
               ? ui.say(Sentence{"The name of the person who is not coming"})
               : ui.say(Sentence{"Your name"});
}

bool draw_field(Ui& ui, const Rect& rect, const NameView& view) {
    return text_field(ui, rect,
                      {.id = "name",
                       .label = field_label(ui, view),
                       .text = view.typed,
                       .clear_label = ui.say(Sentence{"Erase all"})});
}

float tallest_result(Ui& ui, const NameView& view, float width, float text_scale) {
    const TextScale scale(ui, text_scale);
    float height = 0;
    for (const std::string& hit : view.hits) {
        height = std::max(height, search_result_height(ui, width, {"", hit}));
    }
    return height;
}

std::optional<NameIntent> draw_hits(Ui& ui, const Rect& bounds, const NameView& view) {
    const std::size_t count = std::min(view.hits.size(), most_name_results);
    std::size_t columns = count <= 2 ? 2 : 3;
    // Held upright, there are three rows between the field and the keys.
    if (ui.metrics().portrait()) columns = count <= 3 ? 1 : 2;
    const CardGrid grid(bounds.width, columns, ui.px(unit::gap));
    const float tallest = grid.share_of(bounds.height, count);
    // All hits in letters of one size: the largest in which each fits its card.
    float text_scale = ui.text_scale();
    float height = tallest_result(ui, view, grid.width(), text_scale);
    while (height > tallest && text_scale > 0.8F) {
        text_scale -= 0.05F;
        height = tallest_result(ui, view, grid.width(), text_scale);
    }
    const TextScale scale(ui, text_scale);
    height = std::min(std::max(height, ui.px(112)), tallest);
    std::optional<NameIntent> intent;
    for (std::size_t i = 0; i < count; ++i) {
        const Rect rect = grid.place({bounds.left, bounds.top}, height, i);
        if (search_result_card(ui, rect, {hit_ids.at(i), view.hits[i]})) intent = ChooseName{i};
    }
    return intent;
}

bool draw_way_out(Ui& ui, const Rect& bounds) {
    const ButtonStyle style{.id = "not_registered",
                            .label = ui.say(Sentence{"I am not registered"}),
                            .icon = Icon::person_plus,
                            .kind = ButtonKind::outlined};
    Size size = button_size(ui, style, bounds.width);
    size.height = std::min(size.height, bounds.height);
    return button(ui, {bounds.left, bounds.top, size.width, size.height}, style);
}

// The only one who is meant, where there is one, and beside them the way to a person's help.
std::optional<NameIntent> draw_namesake(Ui& ui, const Rect& bounds, const NameView& view) {
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, ui.px(unit::gap));
    const float height = std::min(ui.px(112), grid.share_of(bounds.height, 2));
    // Held upright, where a hand reaches from below.
    const float above = ui.metrics().portrait() ? bounds.height - grid.height_for(2, height) : 0;
    const Point corner{bounds.left, bounds.top + above};
    std::optional<NameIntent> intent;
    if (!view.hits.empty() && search_result_card(ui, grid.place(corner, height, 0),
                                                 {hit_ids.front(), view.hits.front()})) {
        intent = ChooseName{0};
    }
    const ButtonStyle call{
        .id = "call_staff",
        .label = ui.say(Sentence{"Call the staff"}),
        .icon = Icon::bell,
        .kind = view.search == NameSearch::nothing ? ButtonKind::primary : ButtonKind::outlined};
    if (!view.is_staff_called && button(ui, grid.place(corner, height, 1), call)) {
        intent = CallStaff{};
    }
    return intent;
}

std::string_view screen_name(const NameView& view) {
    if (!view.namesake.empty()) return "name_association";
    switch (view.purpose) {
        case NamePurpose::somebody_absent:
            return "name_absent";
        case NamePurpose::respondent:
            return "name_respondent";
        case NamePurpose::oneself:
            break;
    }
    return "name";
}

}  // namespace

std::optional<NameIntent> draw_name(Ui& ui, const NameView& view) {
    ui.begin_screen(screen_name(view));
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const bool portrait = ui.metrics().portrait();
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(keyboard_height(ui));
    // The same room for the names however many there are: nothing may jump while somebody types.
    const bool has_question = has_question_line(ui);
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 24 : 12));
    if (has_question) {
        TextBlockStyle label;
        label.size = portrait ? 30 : unit::body;
        label.colour = ui.theme().ink_secondary;
        label.role = Role::heading;
        label.personal = !view.namesake.empty();
        const std::string question = question_of(ui, view);
        const float height = measure_text(ui, bounds.width, question, label).height;
        draw_text(ui, bounds.take_top(std::min(height, ui.px(portrait ? 120 : 48))), question,
                  label);
        bounds.take_top(ui.px(portrait ? 8 : 4));
    }
    if (portrait) {
        // Only what is read stands in the upper third; field and names stay where they are.
        draw_advice(ui, bounds.take_top(ui.px(104)), view);
        leave_upper_third(ui, bounds);
        if (draw_field(ui, bounds.take_top(ui.px(112)), view)) return ChangeName{""};
    } else {
        Rect line = bounds.take_top(ui.px(has_question ? 92.0F : 104.0F));
        const bool cleared = draw_field(ui, line.take_left(std::round(line.width * 0.553F)), view);
        line.take_left(ui.px(48));
        draw_advice(ui, line, view);
        if (cleared) return ChangeName{""};
    }
    bounds.take_top(ui.px(portrait ? 24 : 12));
    const bool is_namesake = !view.namesake.empty();
    std::optional<NameIntent> intent =
        is_namesake ? draw_namesake(ui, bounds, view) : draw_hits(ui, bounds, view);
    if (!is_namesake && view.search == NameSearch::nothing && view.walk_ins) {
        if (draw_way_out(ui, bounds)) intent = NameNotRegistered{};
    }
    const std::optional<TextEdit> key = draw_keyboard(ui, tray);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    const std::string typed = edit_text(ui, view.typed, key, longest_typed_name);
    if (typed != view.typed) return ChangeName{typed};
    // One person left, and Enter on a real keyboard: that one is meant.
    if (view.hits.size() == 1 && ui.pressed(KeyKind::enter)) return ChooseName{0};
    return std::nullopt;
}

}  // namespace stormote
