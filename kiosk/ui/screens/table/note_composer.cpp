#include "kiosk/ui/screens/table/note_composer.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/table/selection_chips.h"
#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

namespace {

constexpr float composer_padding = 24;

ButtonStyle done_button(const ComposerStyle& style, const Composer& composer) {
    return {.id = "done", .label = style.done, .enabled = !is_blank(composer.writing)};
}

std::string draft_words(const Ui& ui, const Composer& composer) {
    switch (composer.draft) {
        case DraftState::saving:
            return ui.say(Sentence{"Saving…"});
        case DraftState::saved:
            return ui.say(Sentence{"Saved {}"}, composer.saved_text);
        case DraftState::failed:
            return ui.say(Sentence{"Not saved. Call the staff."});
        case DraftState::found:
            return ui.say(Sentence{"Your draft is still here"});
        case DraftState::nothing:
            break;
    }
    return "";
}

TextBlockStyle draft_style(const Theme& theme, DraftState state) {
    const bool has_failed = state == DraftState::failed;
    TextBlockStyle style;
    style.size = 26;
    style.weight = has_failed || state == DraftState::found ? Weight::bold : Weight::regular;
    style.colour = has_failed ? theme.error : theme.ink_secondary;
    style.vertical = Vertical::middle;
    style.role = Role::status;
    return style;
}

// On a wide screen the button stands beside the field, otherwise below it.
struct ComposerPlan {
    float chips = 0;
    float button = 0;  // its height
    float button_width = 0;
    float column = 0;  // of what stands beside the field
    bool is_wide = false;
    bool is_draft_above = false;  // beside the chips
};

ComposerPlan plan_composer(Ui& ui, float width, const ComposerStyle& style,
                           const Composer& composer) {
    ComposerPlan plan;
    const float inner = width - ui.px(2 * composer_padding);
    plan.chips = kind_chips_height(ui, inner);
    const Size done = button_size(ui, done_button(style, composer), inner / 2);
    plan.button = done.height;
    plan.button_width = done.width;
    plan.is_wide = inner > ui.px(720) * ui.text_scale();
    // Room for the longest of what may stand there, or the row would jump.
    float words = 0;
    for (const DraftState state : {DraftState::failed, DraftState::found}) {
        Composer longest;
        longest.draft = state;
        words = std::max(
            words,
            measure_text(ui, 0, draft_words(ui, longest), draft_style(ui.theme(), state)).width);
    }
    plan.is_draft_above = kind_chips_width(ui) + ui.px(32) + words <= inner;
    plan.column = plan.button_width + ui.px(unit::gap + unit::target);
    // What went wrong, or was found, must be read whole.
    if (!plan.is_draft_above &&
        (composer.draft == DraftState::failed || composer.draft == DraftState::found)) {
        plan.column = std::max(plan.column, words + 1);
    }
    return plan;
}

void draw_draft(Ui& ui, const Rect& rect, const Composer& composer, Align align) {
    const std::string words = draft_words(ui, composer);
    if (words.empty()) return;
    TextBlockStyle style = draft_style(ui.theme(), composer.draft);
    style.align = align;
    draw_text(ui, rect, words, style);
}

void act_on_selection(Ui& ui, const Rect& rect, const Composer& composer, ComposerAnswer& answer) {
    const auto act = draw_selection_chips(ui, rect, composer);
    if (!act) return;
    take_selection(*act, composer.copied, answer.writing, answer.copied);
    answer.stops_pasting = *act == SelectionAct::nothing;
}

}  // namespace

float composer_height(Ui& ui, float width, const ComposerStyle& style, const Composer& composer) {
    const float text = text_area_height(ui, style.lines);
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    const ComposerPlan plan = plan_composer(ui, width, style, composer);
    const float around = ui.px(2 * composer_padding + 12) + plan.chips;
    if (plan.is_wide && plan.is_draft_above) return around + std::max(text, plan.button);
    if (plan.is_wide) return around + std::max(text, plan.button + ui.px(48));
    return around + text + ui.px(unit::gap) + plan.button;
}

ComposerAnswer draw_composer(Ui& ui, const Rect& rect, const ComposerStyle& style,
                             const Composer& composer, const NoteKeys& keys,
                             const std::optional<TypedKey>& key) {
    ComposerAnswer answer{composer.writing, keys, std::nullopt, "", false, false};
    const float reader_scale = ui.text_scale();
    const TextScale scale(ui, std::min(largest_controls_scale, reader_scale));
    const float radius = ui.px(28);
    ui.painter().fill(rect, ui.theme().card, radius);
    ui.painter().outline(rect, ui.theme().primary, ui.px(4), radius);
    ComposerPlan plan = plan_composer(ui, rect.width, style, composer);
    const float below = plan.chips + plan.button + ui.px(2 * composer_padding + 12 + unit::gap);
    const float lines = rect.height - below;
    {
        // A high field has room for the button below it, and the text the whole width.
        const TextScale whole(ui, reader_scale);
        if (lines >= text_area_height(ui, 3)) plan.is_wide = false;
    }
    Rect inside = rect.inset(ui.px(composer_padding), ui.px(composer_padding));
    Rect chips = inside.take_top(plan.chips);
    inside.take_top(ui.px(12));
    Rect draft = chips;
    draft.take_left(kind_chips_width(ui) + ui.px(32));
    if (has_selection_chips(composer)) {
        const float width = std::min(chips.width, kind_chips_width(ui));
        act_on_selection(ui, {chips.left, chips.top, width, chips.height}, composer, answer);
    } else {
        answer.kind = draw_kind_chips(ui, chips, composer.kind);
    }

    Rect buttons = plan.is_wide ? inside.take_right(plan.column) : inside.take_bottom(plan.button);
    if (plan.is_wide) {
        inside.take_right(ui.px(32));
    } else {
        inside.take_bottom(ui.px(unit::gap));
    }
    if (plan.is_wide && !plan.is_draft_above) draft = buttons.take_top(ui.px(48));
    buttons = buttons.take_bottom(plan.button);
    const Rect done = buttons.take_right(plan.button_width);
    buttons.take_right(ui.px(unit::gap));
    const Rect keyboard = plan.is_wide ? buttons.take_right(ui.px(unit::target))
                                       : buttons.take_left(ui.px(unit::target));
    if (!plan.is_wide && !plan.is_draft_above) {
        buttons.take_left(ui.px(24));
        draft = buttons;
    }
    {
        const TextScale whole(ui, reader_scale);
        const TextAreaAnswer text = text_area(ui, inside.inset(ui.px(4), 0),
                                              {.id = "note_text",
                                               .label = style.label,
                                               .placeholder = style.placeholder,
                                               .marked = composer.misspelt,
                                               .copies = true},
                                              answer.writing, key);
        answer.writing = text.writing;
        if (!text.copied.empty()) answer.copied = text.copied;
        if (text.touched && !keys.open) {
            answer.keys.open = true;
            answer.keys.since_ms = ui.now_ms();
        }
    }
    const bool is_below = !plan.is_wide && !plan.is_draft_above;
    draw_draft(ui, draft, composer, is_below ? Align::start : Align::end);
    const float side = ui.px(unit::target);
    const bool is_toggled = icon_button(ui, keyboard.middle({side, side}),
                                        {.id = "keyboard",
                                         .label = keys.open ? ui.say(Sentence{"Hide the keyboard"})
                                                            : ui.say(Sentence{"Show the keyboard"}),
                                         .icon = Icon::keyboard,
                                         .selected = keys.open});
    if (is_toggled) {
        answer.keys.open = !keys.open;
        answer.keys.since_ms = ui.now_ms();
    }
    if (!answer.copied.empty()) ui.copy(answer.copied);
    answer.is_done = button(ui, done, done_button(style, composer));
    return answer;
}

}  // namespace stormote
