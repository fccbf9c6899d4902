#include "kiosk/ui/screens/staff/pin.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

struct PadKey {
    std::string_view id;
    std::string face;
    char digit = 0;  // 0 for the two that type nothing
};

std::string sentence_of(const Ui& ui, const PinView& view) {
    switch (view.state) {
        case PinState::wrong:
            return ui.say(Sentence{"That was not the right code. Try again."});
        case PinState::waiting:
            return ui.texts().get_plural(Sentence{"Too many wrong tries. Wait {} second."},
                                         Sentence{"Too many wrong tries. Wait {} seconds."},
                                         view.wait_s);
        case PinState::asking:
            break;
    }
    return ui.say(Sentence{"Enter your PIN. Guests: tap Back."});
}

void draw_dots(Ui& ui, const Rect& rect, std::size_t count) {
    const Theme& theme = ui.theme();
    ui.painter().fill(rect, theme.card, ui.px(unit::radius));
    ui.painter().outline(rect, theme.primary, ui.px(4), ui.px(unit::radius));
    const float radius = ui.px(11);
    const float step = ui.px(40);
    const auto shown = static_cast<float>(std::min(count, longest_pin));
    float x = rect.centre().x - (shown - 1) * step / 2;
    for (std::size_t i = 0; i < std::min(count, longest_pin); ++i, x += step) {
        ui.painter().disc({x, rect.centre().y}, radius, theme.ink);
    }
    RecordedItem item;
    item.role = Role::field;
    item.label = ui.texts().get_plural(Sentence{"{} digit entered"}, Sentence{"{} digits entered"},
                                       static_cast<std::int64_t>(count));
    item.rect = rect;
    ui.record().add(std::move(item));
}

bool draw_key(Ui& ui, const Rect& rect, const PadKey& key, bool enabled) {
    const Theme& theme = ui.theme();
    const Touch touch = ui.interact({.id = key.id,
                                     .label = key.face,
                                     .rect = rect,
                                     .role = Role::key,
                                     .press = Press::where_lifted,
                                     .enabled = enabled});
    const float radius = ui.px(unit::radius);
    const bool full = touch.pressed || (enabled && key.id == "pin_submit");
    ui.painter().fill(rect, full ? theme.primary : theme.card, radius);
    ui.painter().outline(rect, enabled ? theme.outline : theme.hairline, ui.px(2), radius);
    TextBlockStyle words;
    words.size = key.digit != 0 ? 48 : 32;
    words.weight = key.id == "pin_submit" ? Weight::bold : Weight::regular;
    words.colour = full ? theme.on_primary : enabled ? theme.ink : theme.ink_secondary;
    words.align = Align::centre;
    words.vertical = Vertical::middle;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    paint_text(ui, rect.inset(ui.px(8), 0), key.face, words);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

std::optional<PinIntent> draw_pad(Ui& ui, const Rect& bounds, const PinView& view) {
    const std::array<PadKey, 12> keys{{{"pin_1", "1", '1'},
                                       {"pin_2", "2", '2'},
                                       {"pin_3", "3", '3'},
                                       {"pin_4", "4", '4'},
                                       {"pin_5", "5", '5'},
                                       {"pin_6", "6", '6'},
                                       {"pin_7", "7", '7'},
                                       {"pin_8", "8", '8'},
                                       {"pin_9", "9", '9'},
                                       {"pin_erase", ui.say(Sentence{"Erase"}), 0},
                                       {"pin_0", "0", '0'},
                                       {"pin_submit", ui.say(Sentence{"Unlock"}), 0}}};
    const float gap = ui.px(20);
    const float width = std::min(ui.px(216), std::floor((bounds.width - 2 * gap) / 3));
    const float height = std::min(ui.px(136), std::floor((bounds.height - 3 * gap) / 4));
    const Rect pad = bounds.middle({3 * width + 2 * gap, 4 * height + 3 * gap});
    const Unturned unturned(ui.painter().mirror(), pad);
    std::optional<PinIntent> intent;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const PadKey& key = keys.at(i);
        const std::size_t row = i / 3;
        const Rect rect{pad.left + static_cast<float>(i % 3) * (width + gap),
                        pad.top + static_cast<float>(row) * (height + gap), width, height};
        const bool needs_digits = key.digit == 0;
        const bool enabled =
            view.state != PinState::waiting && !(needs_digits && view.typed.empty());
        if (!draw_key(ui, rect, key, enabled)) continue;
        if (key.id == "pin_submit") {
            intent = SubmitPin{};
        } else if (key.digit == 0) {
            intent = ChangePin{view.typed.substr(0, view.typed.size() - 1)};
        } else if (view.typed.size() < longest_pin) {
            intent = ChangePin{view.typed + key.digit};
        }
    }
    return intent;
}

std::optional<PinIntent> typed_on_keys(const Ui& ui, const PinView& view) {
    if (view.state == PinState::waiting) return std::nullopt;
    std::string typed = view.typed;
    for (const KeyStroke& key : ui.input().keys) {
        const bool digit = key.character >= U'0' && key.character <= U'9';
        if (key.kind == KeyKind::character && digit && typed.size() < longest_pin) {
            typed += static_cast<char>(key.character);
        }
        if (key.kind == KeyKind::backspace && !typed.empty()) typed.pop_back();
    }
    if (typed != view.typed) return ChangePin{typed};
    if (!typed.empty() && ui.pressed(KeyKind::enter)) return SubmitPin{};
    return std::nullopt;
}

void draw_words_and_dots(Ui& ui, const Rect& bounds, const PinView& view) {
    const Theme& theme = ui.theme();
    const bool troubled = view.state != PinState::asking;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        const float radius = ui.px(std::max(40.0F, 56 * words.squeeze()));
        words.block(2 * radius, [&ui, &theme, radius](const Rect& rect) {
            badge(ui, {rect.left + radius, rect.centre().y}, radius, Icon::lock, theme.primary,
                  theme.primary_tint);
        });
        words.gap(24);
        TextBlockStyle title = screen_title_style(theme);
        words.words(ui.say(Sentence{"For the staff"}), title);
        words.gap(16);
        TextBlockStyle sentence;
        sentence.size = unit::lead;
        sentence.colour = troubled ? theme.error : theme.ink_secondary;
        sentence.role = troubled ? Role::status : Role::text;
        words.words(sentence_of(ui, view), sentence);
        words.gap(32);
        words.block(ui.px(112), [&ui, &view](const Rect& rect) {
            draw_dots(ui, {rect.left, rect.top, std::min(rect.width, ui.px(560)), rect.height},
                      view.typed.size());
        });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
}

}  // namespace

std::optional<PinIntent> draw_pin(Ui& ui, const PinView& view) {
    ui.begin_screen("pin");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    Rect words;
    if (ui.metrics().portrait()) {
        words = bounds.take_top(bounds.height * 0.45F);
        bounds.take_top(ui.px(24));
    } else {
        words = bounds.take_left(bounds.width * 0.52F);
        bounds.take_left(ui.px(48));
    }
    draw_words_and_dots(ui, words, view);
    std::optional<PinIntent> intent = draw_pad(ui, bounds, view);
    if (!intent) intent = typed_on_keys(ui, view);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
