#include "kiosk/ui/screens/common/walk_in.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/screens/common/walk_in_information.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/choice_grid.h"
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
    if (view.chosen_role != AttendeeRole::civil) return ui.say(Sentence{"Skip this"});
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
    switch (view.chosen_role) {
        case AttendeeRole::elected:
            return ui.say(Sentence{"Where does the person hold elected office?"});
        case AttendeeRole::official:
            return ui.say(Sentence{"Where in the municipality does the person work?"});
        case AttendeeRole::civil:
            break;
    }
    return ui.say(Sentence{"Which association is the person from?"});
}

std::string text_question(const Ui& ui, const WalkInView& view) {
    if (view.is_for_another) return question_about_another(ui, view);
    if (view.step == WalkInStep::name) return ui.say(Sentence{"What is your name?"});
    switch (view.chosen_role) {
        case AttendeeRole::elected:
            return ui.say(Sentence{"Where do you hold elected office?"});
        case AttendeeRole::official:
            return ui.say(Sentence{"Where in the municipality do you work?"});
        case AttendeeRole::civil:
            break;
    }
    return ui.say(Sentence{"Which association are you from?"});
}

// How to write it, and the way out for whoever comes in somebody's place. Whether that was taken.
bool draw_below_name(Ui& ui, Rect bounds, const WalkInView& view) {
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = ui.theme().ink_secondary;
    const std::string advice =
        view.is_for_another
            ? ui.say(Sentence{"First name and surname, as they should appear on the label."})
            : ui.say(Sentence{"First name and surname, as they should appear on your label."});
    if (!view.can_substitute) {
        const std::string whole =
            view.shared_with.empty() ? advice : view.shared_with + " " + advice;
        draw_text(ui, bounds, whole, words);
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
        // Held upright, what must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        bounds.take_top(std::max(ui.px(24), std::ceil(third - bounds.top) + ui.px(8)));
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

Intent draw_options_step(Ui& ui, const Rect& frame_bounds, const WalkInView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    const std::string question =
        view.step == WalkInStep::sector ? ui.say(Sentence{"What kind of association is it?"})
        : view.is_for_another           ? ui.say(Sentence{"What is the person's role here?"})
                                        : ui.say(Sentence{"What is your role here?"});
    draw_question(ui, bounds, view.steps, {question});
    bounds.take_top(ui.px(32));
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

std::optional<WalkInIntent> draw_walk_in(Ui& ui, const WalkInView& view) {
    ui.begin_screen(screen_name(view.step));
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Intent intent;
    switch (view.step) {
        case WalkInStep::name:
        case WalkInStep::organisation:
            intent = draw_text_step(ui, frame.bounds, view);
            break;
        case WalkInStep::sector:
        case WalkInStep::role:
            intent = draw_options_step(ui, frame.bounds, view);
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
