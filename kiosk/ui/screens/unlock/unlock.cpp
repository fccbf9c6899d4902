#include "kiosk/ui/screens/unlock/unlock.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

using Intent = std::optional<UnlockIntent>;

void draw_what_to_do(Ui& ui, const Rect& bounds, const UnlockView& view) {
    const Theme& theme = ui.theme();
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        words.words(ui.say(Sentence{"The event is locked"}), screen_title_style(theme));
        words.gap(12);
        TextBlockStyle sentence;
        sentence.size = unit::lead;
        sentence.colour = theme.ink_secondary;
        if (view.is_opening) {
            sentence.role = Role::status;
            words.words(ui.say(Sentence{"Opening the event …"}), sentence);
        } else if (!view.problem.empty()) {
            sentence.colour = theme.error;
            sentence.role = Role::status;
            words.words(view.problem, sentence);
        } else {
            words.words(ui.say(Sentence{"Write the event's passphrase to open it."}), sentence);
        }
    });
    // Held upright there is much room above, and the words belong to the field below them.
    const float spare = bounds.height - column.height();
    const float above = ui.metrics().portrait() ? spare - ui.px(32) : spare / 2;
    column.draw({bounds.left, bounds.top + std::round(std::max(0.0F, above))});
}

Intent draw_field(Ui& ui, Rect line, const UnlockView& view) {
    const bool takes = !view.is_opening && view.length > 0;
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const ButtonStyle open{
        .id = "open", .label = ui.say(Sentence{"Open"}), .icon = Icon::check, .enabled = takes};
    const ChipStyle show{
        .id = "show", .label = ui.say(Sentence{"Show"}), .selected = view.is_shown};
    const Rect open_rect = line.take_right(button_size(ui, open, line.width * 0.3F).width);
    line.take_right(ui.px(24));
    const Rect show_rect = line.take_right(chip_size(ui, show).width);
    line.take_right(ui.px(24));
    const std::string label = view.length == 0
                                  ? ui.say(Sentence{"Passphrase"})
                                  : ui.texts().get_plural(Sentence{"{} character written"},
                                                          Sentence{"{} characters written"},
                                                          static_cast<std::int64_t>(view.length));
    const bool cleared = text_field(ui, line,
                                    {.id = "passphrase",
                                     .label = label,
                                     .text = view.written,
                                     .clear_label = ui.say(Sentence{"Erase all"}),
                                     .is_secret = true});
    const bool shown = chip(ui, show_rect, show);
    const bool opened = button(ui, open_rect, open);
    if (opened) return OpenEvent{};
    if (shown) return ShowLetters{};
    if (cleared) return EraseLetters{};
    return std::nullopt;
}

Intent draw_keys(Ui& ui, const Rect& tray, const UnlockView& view) {
    const NoteKeysAnswer answer = draw_note_keyboard(ui, tray, view.keys, false);
    if (answer.key && answer.key->erases) return EraseLetter{};
    if (answer.key) return AddLetters{answer.key->letters};
    if (answer.keys != view.keys) return TurnKeys{answer.keys};
    return std::nullopt;
}

Intent typed_on_keys(const Ui& ui, const UnlockView& view) {
    std::string letters;
    for (const KeyStroke& key : ui.input().keys) {
        if (key.kind == KeyKind::character) append_utf8(letters, key.character);
        if (key.kind == KeyKind::backspace) return EraseLetter{};
    }
    if (!letters.empty()) return AddLetters{letters};
    if (view.length > 0 && ui.pressed(KeyKind::enter)) return OpenEvent{};
    return std::nullopt;
}

}  // namespace

std::optional<UnlockIntent> draw_unlock(Ui& ui, const UnlockView& view) {
    ui.begin_screen("unlock");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    Rect bounds = frame.bounds;
    const bool portrait = ui.metrics().portrait();
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 32 : 16));
    const Rect line = bounds.take_bottom(ui.px(portrait ? 112 : 96));
    bounds.take_bottom(ui.px(16));
    draw_what_to_do(ui, bounds, view);
    Intent intent = draw_field(ui, line, view);
    Intent key = draw_keys(ui, tray, view);
    if (!intent) intent = std::move(key);
    if (!intent) intent = typed_on_keys(ui, view);
    if (!intent && frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
