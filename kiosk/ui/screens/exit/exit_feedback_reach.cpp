#include "kiosk/ui/screens/exit/exit_feedback_reach.h"

#include <algorithm>
#include <cmath>

#include "kiosk/desk/way_out.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

using Intent = std::optional<ExitFeedbackReachIntent>;

bool is_typing(const ExitFeedbackReachView& view) {
    return !view.has_registered || !view.uses_registered;
}

// Beside each other: which way, where there are two.
Intent draw_ways(Ui& ui, const Rect& line, const ExitFeedbackReachView& view) {
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const float gap = ui.px(unit::gap);
    const float width = std::floor((line.width - gap) / 2);
    Intent intent;
    if (chip(ui, {line.left, line.top, width, line.height},
             {.id = "as_registered",
              .label = ui.say(Sentence{"As in my registration"}),
              .icon = Icon::ticket,
              .selected = view.uses_registered})) {
        intent = UseRegistered{true};
    }
    if (chip(ui, {line.left + width + gap, line.top, width, line.height},
             {.id = "otherwise",
              .label = ui.say(Sentence{"In another way"}),
              .icon = Icon::keyboard,
              .selected = !view.uses_registered})) {
        intent = UseRegistered{false};
    }
    return intent;
}

Intent draw_answer(Ui& ui, Rect line, const ExitFeedbackReachView& view) {
    const bool typing = is_typing(view);
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const ButtonStyle send{.id = "next",
                           .label = ui.say(Sentence{"Send"}),
                           .icon = Icon::check,
                           .enabled = !typing || !trim_text(view.typed).empty()};
    const Rect send_rect = line.take_right(button_size(ui, send, line.width * 0.4F).width);
    line.take_right(ui.px(24));
    bool is_cleared = false;
    if (typing) {
        is_cleared = text_field(ui, line,
                                {.id = "reach",
                                 .label = ui.say(Sentence{"Telephone number or e-mail address"}),
                                 .text = view.typed,
                                 .clear_label = ui.say(Sentence{"Erase all"})});
    } else {
        TextBlockStyle style = quiet_text_style(ui.theme(), unit::body);
        icon_line(ui, line, Icon::lock, style.colour,
                  ui.say(Sentence{"We use what you gave when you registered. It is not shown "
                                  "here."}),
                  style);
    }
    if (button(ui, send_rect, send)) return SendWish{};
    if (is_cleared) return ChangeReach{""};
    return std::nullopt;
}

void draw_advice(Ui& ui, const Rect& rect, const ExitFeedbackReachView& view) {
    if (view.clears_in_s) return draw_clear_warning(ui, rect, *view.clears_in_s);
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const bool is_empty = is_typing(view) && view.typed.empty();
    TextBlockStyle style = quiet_text_style(ui.theme(), unit::body);
    style.vertical = Vertical::middle;
    style.personal = !is_empty;
    draw_text(ui, rect,
              is_empty ? ui.say(Sentence{"Write a telephone number or an e-mail address."})
                       : ui.say(Sentence{"Your wish is recorded in the name of {}, with what you "
                                         "wrote."},
                                view.name),
              style);
}

}  // namespace

Intent draw_exit_feedback_reach(Ui& ui, const ExitFeedbackReachView& view) {
    ui.begin_screen("exit_feedback_reach");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const bool portrait = ui.metrics().portrait();
    const bool typing = is_typing(view);
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    const std::string question = ui.say(Sentence{"How do we reach you?"});
    draw_question(ui, bounds, view.steps, {question, portrait ? unit::title : unit::lead});
    bounds.take_top(ui.px(12));
    if (portrait) {
        // What must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top) + ui.px(8)));
    }
    Intent intent;
    if (view.has_registered) {
        intent = draw_ways(ui, bounds.take_top(ui.px(unit::target)), view);
        bounds.take_top(ui.px(16));
    }
    Intent answer = draw_answer(ui, bounds.take_top(ui.px(portrait ? 112 : 96)), view);
    if (!intent) intent = std::move(answer);
    bounds.take_top(ui.px(12));
    draw_advice(ui, bounds.take_top(std::min(bounds.height, ui.px(96))), view);
    // Where nothing is to be typed the keys stay, so that nothing jumps when the way is changed.
    const NoteKeysAnswer keys = draw_note_keyboard(ui, tray, view.keys, false);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    const std::string typed = edit_line(ui, view.typed, keys.key, longest_reach);
    if (typed != view.typed) return ChangeReach{typed};
    if (keys.keys != view.keys) return TurnReachKeys{keys.keys};
    const bool is_complete = !typing || !trim_text(view.typed).empty();
    if (is_complete && ui.pressed(KeyKind::enter)) return SendWish{};
    return std::nullopt;
}

}  // namespace stormote
