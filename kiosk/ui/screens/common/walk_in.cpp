#include "kiosk/ui/screens/common/walk_in.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/screens/common/walk_in_information.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/choice_card.h"
#include "kiosk/ui/widgets/choice_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

using Intent = std::optional<WalkInIntent>;

Intent draw_typing(Ui& ui, Rect line, const WalkInView& view, const std::string& label) {
    const ButtonStyle next{.id = "next",
                           .label = ui.say(Sentence{"Next"}),
                           .icon = Icon::forward,
                           .enabled = !view.typed.empty()};
    const float width = button_size(ui, next, line.width * 0.4F).width;
    const Rect button_rect = line.take_right(width);
    line.take_right(ui.px(24));
    const bool cleared = text_field(ui, line,
                                    {.id = "walk_in_text",
                                     .label = label,
                                     .text = view.typed,
                                     .clear_label = ui.say(Sentence{"Erase all"})});
    const bool pressed = button(ui, button_rect, next);
    if (cleared) return ChangeWalkInText{""};
    if (pressed) return NextStep{};
    return std::nullopt;
}

std::string nobody_label(const Ui& ui, const WalkInView& view) {
    if (view.role != WalkInRole::association) return ui.say(Sentence{"Skip this"});
    return view.is_for_another ? ui.say(Sentence{"Only for themself"})
                               : ui.say(Sentence{"I am here only for myself"});
}

Intent draw_suggestions(Ui& ui, const Rect& bounds, const WalkInView& view) {
    static constexpr std::array<std::string_view, most_suggestions> ids{
        "suggestion_0", "suggestion_1", "suggestion_2"};
    const float gap = ui.px(unit::gap);
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, gap);
    const auto columns = static_cast<float>(grid.columns());
    const float most_rows = std::floor((bounds.height + gap) / (ui.px(unit::target) + gap));
    // The way past the question stands where one more suggestion would.
    const auto slots = static_cast<std::size_t>(std::max(2.0F, columns * most_rows));
    const std::size_t count = std::min({view.suggestions.size(), most_suggestions, slots - 1});
    const float height = std::min(ui.px(112), grid.share_of(bounds.height, count + 1));
    Intent intent;
    const auto place = [&](std::size_t index) {
        return grid.place({bounds.left, bounds.top}, height, index);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const ButtonStyle style{.id = ids.at(i),
                                .label = view.suggestions[i],
                                .icon = Icon::building,
                                .kind = ButtonKind::outlined};
        if (button(ui, place(i), style)) intent = ChooseSuggestion{i};
    }
    const ButtonStyle nobody{.id = "no_organisation",
                             .label = nobody_label(ui, view),
                             .icon = Icon::person,
                             .kind = ButtonKind::outlined};
    if (button(ui, place(count), nobody)) intent = NoOrganisation{};
    return intent;
}

std::string question_about_another(const Ui& ui, const WalkInView& view) {
    if (view.step == WalkInStep::name) return ui.say(Sentence{"What is the person's name?"});
    switch (view.role) {
        case WalkInRole::elected:
            return ui.say(Sentence{"Where does the person hold elected office?"});
        case WalkInRole::official:
            return ui.say(Sentence{"Where in the municipality does the person work?"});
        case WalkInRole::association:
        case WalkInRole::oneself:
            break;
    }
    return ui.say(Sentence{"Which association is the person from?"});
}

std::string text_question(const Ui& ui, const WalkInView& view) {
    if (view.is_for_another) return question_about_another(ui, view);
    if (view.step == WalkInStep::name) return ui.say(Sentence{"What is your name?"});
    switch (view.role) {
        case WalkInRole::elected:
            return ui.say(Sentence{"Where do you hold elected office?"});
        case WalkInRole::official:
            return ui.say(Sentence{"Where in the municipality do you work?"});
        case WalkInRole::association:
        case WalkInRole::oneself:
            break;
    }
    return ui.say(Sentence{"Which association are you from?"});
}

std::string name_advice(const Ui& ui, const WalkInView& view) {
    // A slip has no name on it.
    if (view.paper == DoorPaper::slip) return ui.say(Sentence{"First name and surname."});
    return view.is_for_another
               ? ui.say(Sentence{"First name and surname, as they should appear on the label."})
               : ui.say(Sentence{"First name and surname, as they should appear on your label."});
}

// How to write it, and the way out for whoever comes in somebody's place. Whether that was taken.
bool draw_below_name(Ui& ui, Rect bounds, const WalkInView& view) {
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = ui.theme().ink_secondary;
    const std::string advice = name_advice(ui, view);
    if (!view.can_substitute) {
        const std::string whole =
            view.shared_with.empty() ? advice : view.shared_with + " " + advice;
        const Column column = fit_column(ui, {bounds.width, bounds.height},
                                         [&](Column& fitted) { fitted.words(whole, words); });
        column.draw({bounds.left, bounds.top});
        return false;
    }
    const ButtonStyle instead{.id = "come_instead",
                              .label = ui.say(Sentence{"I am here instead of somebody"}),
                              .icon = Icon::people,
                              .kind = ButtonKind::outlined};
    const bool portrait = ui.metrics().portrait();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    Size size = button_size(ui, instead, portrait ? bounds.width : bounds.width * 0.55F);
    size.height = std::min(size.height, bounds.height);
    if (portrait) {
        draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, advice, words).height), advice,
                  words);
        bounds.take_top(ui.px(24));
        return button(ui, {bounds.left, bounds.top, size.width, size.height}, instead);
    }
    const Rect right = bounds.take_right(size.width);
    bounds.take_right(ui.px(48));
    words.vertical = Vertical::middle;
    draw_text(ui, {bounds.left, bounds.top, bounds.width, size.height}, advice, words);
    return button(ui, {right.left, right.top, size.width, size.height}, instead);
}

Intent draw_text_step(Ui& ui, Rect bounds, const WalkInView& view) {
    const bool for_name = view.step == WalkInStep::name;
    const bool portrait = ui.metrics().portrait();
    const Rect tray = bounds.take_bottom(keyboard_height(ui));
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    const std::string question = text_question(ui, view);
    draw_question(ui, bounds, view.steps, {question, portrait ? unit::title : unit::lead});
    bounds.take_top(ui.px(8));
    leave_upper_third(ui, bounds);
    Intent intent = draw_typing(ui, bounds.take_top(ui.px(portrait ? 112 : 96)), view, question);
    bounds.take_top(ui.px(16));
    if (view.clears_in_s) {
        draw_clear_warning(ui, bounds.take_top(std::min(bounds.height, ui.px(96))),
                           *view.clears_in_s);
    } else if (for_name) {
        if (draw_below_name(ui, bounds, view)) intent = ComeInstead{};
    } else if (const Intent chosen = draw_suggestions(ui, bounds, view)) {
        intent = chosen;
    }
    const std::optional<TextEdit> key = draw_keyboard(ui, tray);
    if (intent) return intent;
    const std::string typed =
        edit_text(ui, view.typed, key, for_name ? longest_typed_name : longest_organisation);
    if (typed != view.typed) return ChangeWalkInText{typed};
    if (!view.typed.empty() && ui.pressed(KeyKind::enter)) return NextStep{};
    return std::nullopt;
}

std::string role_explained(const Ui& ui, WalkInRole role) {
    switch (role) {
        case WalkInRole::oneself:
            return ui.say(Sentence{"As a resident, engaged or curious"});
        case WalkInRole::elected:
            return ui.say(Sentence{"In the municipality or the region"});
        case WalkInRole::official:
            return ui.say(Sentence{"As an employee, of whatever department"});
        case WalkInRole::association:
            break;
    }
    return ui.say(Sentence{"Congregations, networks and clubs, too"});
}

Icon icon_of(WalkInRole role) {
    switch (role) {
        case WalkInRole::oneself:
            return Icon::person;
        case WalkInRole::elected:
            return Icon::ballot;
        case WalkInRole::official:
            return Icon::building;
        case WalkInRole::association:
            break;
    }
    return Icon::people;
}

// Why it is asked, at the foot of the room.
void draw_reason(Ui& ui, Rect& bounds) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const std::string words =
        ui.say(Sentence{"More than one? Choose whom you want to speak for tonight. We ask so that "
                        "the groups are mixed."});
    const TextBlockStyle quiet = quiet_text_style(ui.theme(), unit::body);
    const Rect line = bounds.take_bottom(icon_line_height(ui, bounds.width, words, quiet));
    icon_line(ui, line, Icon::lightbulb, quiet.colour, words, quiet);
    bounds.take_bottom(ui.px(24));
}

Intent draw_role_step(Ui& ui, const Rect& frame_bounds, const WalkInView& view) {
    static constexpr std::array<std::string_view, walk_in_role_count> ids{"choice_0", "choice_1",
                                                                          "choice_2", "choice_3"};
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    draw_question(ui, bounds, view.steps,
                  {view.is_for_another ? ui.say(Sentence{"What is the person's role here?"})
                                       : ui.say(Sentence{"What fits you best?"})});
    bounds.take_top(ui.px(32));
    leave_upper_third(ui, bounds);
    const std::size_t first = ui.record().mark();
    if (!view.is_for_another) draw_reason(ui, bounds);
    const std::size_t end = ui.record().mark();
    std::vector<ChoiceCard> cards;
    for (std::size_t i = 0; i < walk_in_role_count; ++i) {
        const auto role = static_cast<WalkInRole>(i);
        cards.push_back({ids.at(i), icon_of(role), walk_in_role_text(ui, role, view.is_for_another),
                         role_explained(ui, role)});
    }
    const auto chosen = draw_choice_cards(ui, bounds, cards);
    ui.record().put_behind(first, end);
    if (chosen) return ChooseRole{static_cast<WalkInRole>(*chosen)};
    return std::nullopt;
}

Intent draw_sector_step(Ui& ui, const Rect& frame_bounds, const WalkInView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    draw_question(ui, bounds, view.steps, {ui.say(Sentence{"What kind of association is it?"})});
    bounds.take_top(ui.px(32));
    leave_upper_third(ui, bounds);
    if (const auto chosen = choice_grid(ui, bounds, view.options)) return ChooseOption{*chosen};
    return std::nullopt;
}

std::string_view screen_name(WalkInStep step) {
    switch (step) {
        case WalkInStep::name:
            return "walk_in_name";
        case WalkInStep::organisation:
            return "walk_in_organisation";
        case WalkInStep::sector:
            return "walk_in_sector";
        case WalkInStep::role:
            return "walk_in_role";
        case WalkInStep::information:
            break;
    }
    return "walk_in_information";
}

}  // namespace

std::string walk_in_role_text(const Ui& ui, WalkInRole role, bool is_for_another) {
    switch (role) {
        case WalkInRole::oneself:
            return is_for_another ? ui.say(Sentence{"For themself"})
                                  : ui.say(Sentence{"I am here for myself"});
        case WalkInRole::elected:
            return is_for_another ? ui.say(Sentence{"An elected representative"})
                                  : ui.say(Sentence{"I am an elected representative"});
        case WalkInRole::official:
            return is_for_another ? ui.say(Sentence{"Works for the municipality"})
                                  : ui.say(Sentence{"I work for the municipality"});
        case WalkInRole::association:
            break;
    }
    return is_for_another ? ui.say(Sentence{"From an association"})
                          : ui.say(Sentence{"I am from an association"});
}

std::optional<WalkInIntent> draw_walk_in(Ui& ui, const WalkInView& view) {
    ui.begin_screen(screen_name(view.step));
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Intent intent;
    switch (view.step) {
        case WalkInStep::name:
        case WalkInStep::organisation:
            intent = draw_text_step(ui, frame.bounds, view);
            break;
        case WalkInStep::role:
            intent = draw_role_step(ui, frame.bounds, view);
            break;
        case WalkInStep::sector:
            intent = draw_sector_step(ui, frame.bounds, view);
            break;
        case WalkInStep::information:
            intent = draw_walk_in_information(ui, frame.bounds, view);
            break;
    }
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
