#include "kiosk/ui/screens/common/note_style.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

constexpr float padding_across = 36;
constexpr float padding_down = 24;
constexpr float edge_width = 10;
constexpr float icon_side = 34;
constexpr int most_lines = 8;

TextBlockStyle kind_style(const Theme& theme, NoteKind kind) {
    TextBlockStyle style;
    style.size = 26;
    style.weight = Weight::bold;
    style.colour = note_colour(theme, kind);
    style.vertical = Vertical::middle;
    return style;
}

TextBlockStyle time_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink_secondary;
    style.vertical = Vertical::middle;
    style.align = Align::end;
    return style;
}

TextBlockStyle text_style(const Theme& theme, bool is_withdrawn, NoteText text) {
    TextBlockStyle style;
    style.size = 30;
    style.wording = Wording::event;
    style.colour = is_withdrawn ? theme.ink_secondary : theme.ink;
    if (text == NoteText::first_lines) style.max_lines = is_withdrawn ? 2 : most_lines;
    return style;
}

// What the table says of the note besides its words: "4 agree · Åsa Öberg · by 2026-10-12".
std::string foot_words(const Ui& ui, const NoteCard& note) {
    std::string words;
    const auto add = [&words](const std::string& more) {
        if (!more.empty()) words += (words.empty() ? "" : " · ") + more;
    };
    if (note.is_chosen) add(ui.say(Sentence{"For the wall"}));
    if (note.agreeing > 0) add(agreeing_words(ui.texts(), note.agreeing));
    if (!note.department.empty()) add(ui.say(Sentence{"To {}"}, note.department));
    add(note.owner);
    if (!note.due.empty()) add(ui.say(Sentence{"by {}"}, note.due));
    return words;
}

TextBlockStyle foot_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.weight = Weight::bold;
    style.colour = theme.ink_secondary;
    return style;
}

float text_height(Ui& ui, float width, const std::string& text, const TextBlockStyle& style) {
    const float line = measure_text(ui, 0, "Å", style).height;
    const float whole = measure_text(ui, width, text, style).height;
    if (style.max_lines == 0) return whole;
    return std::min(whole, std::ceil(line * static_cast<float>(style.max_lines)));
}

// Words do not touch the button beside them.
float inner_width(const Ui& ui, float width, float aside) {
    return width - ui.px(2 * padding_across) - (aside > 0 ? aside + ui.px(unit::gap) : 0);
}

// "Borttagen" in the place of the kind says what has become of the note.
std::string head_words(const Ui& ui, NoteKind kind, bool is_withdrawn) {
    return is_withdrawn ? ui.say(Sentence{"Taken away"}) : note_word(ui.texts(), kind);
}

// From all that is known to the time alone.
std::vector<std::string> time_words(const Ui& ui, const NoteCard& note) {
    const std::string written =
        note.author.empty() ? note.time_text : note.author + " · " + note.time_text;
    if (!note.is_edited) return {written, note.time_text};
    return {ui.say(Sentence{"Changed · {}"}, written),
            ui.say(Sentence{"Changed · {}"}, note.time_text), note.time_text};
}

}  // namespace

Icon note_icon(NoteKind kind) {
    switch (kind) {
        case NoteKind::proposal:
            return Icon::lightbulb;
        case NoteKind::question:
            return Icon::help;
        case NoteKind::commitment:
            return Icon::handshake;
        case NoteKind::point:
            break;
    }
    return Icon::lines;
}

Colour note_colour(const Theme& theme, NoteKind kind) {
    switch (kind) {
        case NoteKind::proposal:
            return theme.primary;
        case NoteKind::question:
            return theme.warning;
        case NoteKind::commitment:
            return theme.success;
        case NoteKind::point:
            break;
    }
    return theme.ink_secondary;
}

std::string note_word(const Texts& texts, NoteKind kind) {
    switch (kind) {
        case NoteKind::proposal:
            return texts.get(Sentence{"Proposal"});
        case NoteKind::question:
            return texts.get(Sentence{"Question"});
        case NoteKind::commitment:
            return texts.get(Sentence{"Commitment"});
        case NoteKind::point:
            break;
    }
    return texts.get(Sentence{"Point"});
}

std::string agreeing_words(const Texts& texts, int count) {
    return texts.get_plural(Sentence{"{} agrees"}, Sentence{"{} agree"}, count);
}

float note_head_height(Ui& ui) {
    const float words = measure_text(ui, 0, "Å", kind_style(ui.theme(), NoteKind::point)).height;
    return std::max(ui.icon_px(icon_side), words);
}

void draw_note_head(Ui& ui, Rect line, NoteKind kind, bool is_withdrawn,
                    const std::vector<std::string>& times) {
    const Theme& theme = ui.theme();
    const float side = ui.icon_px(icon_side);
    const Colour colour = is_withdrawn ? theme.ink_secondary : note_colour(theme, kind);
    ui.painter().icon(line.take_left(side).middle({side, side}), note_icon(kind), colour);
    line.take_left(ui.px(14));
    const std::string word = head_words(ui, kind, is_withdrawn);
    TextBlockStyle words = kind_style(theme, kind);
    words.colour = colour;
    const float room = line.width - measure_text(ui, 0, word, words).width - 1 - ui.px(8);
    for (const std::string& time : times) {
        const float width = measure_text(ui, 0, time, time_style(theme)).width + 1;
        if (width > room) continue;
        paint_text(ui, line.take_right(width), time, time_style(theme));
        line.take_right(ui.px(8));
        break;
    }
    paint_text(ui, line, word, words);
}

void note_ground(Ui& ui, const Rect& rect, Colour edge, bool pressed) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    const float width = ui.px(edge_width);
    const float line = ui.px(pressed ? 4 : 2);
    Painter& painter = ui.painter();
    // Three grounds, one upon the other: no seam shows where the coloured edge turns the corner.
    painter.fill(rect, pressed ? theme.primary : theme.hairline, radius);
    painter.clip({rect.left, rect.top, radius, rect.height});
    painter.fill(rect, edge, radius);
    painter.end_clip();
    painter.fill(
        {rect.left + width, rect.top + line, rect.width - width - line, rect.height - 2 * line},
        pressed ? theme.primary_tint : theme.card, radius - line);
}

float note_height(Ui& ui, float width, const NoteCard& note, NoteText text, float aside) {
    const TextBlockStyle style = text_style(ui.theme(), note.is_withdrawn, text);
    const float inner = inner_width(ui, width, aside);
    const std::string foot = foot_words(ui, note);
    const float foot_height =
        foot.empty() ? 0 : ui.px(8) + measure_text(ui, inner, foot, foot_style(ui.theme())).height;
    return std::max(ui.px(aside > 0 ? unit::target + 2 * padding_down : unit::target),
                    ui.px(2 * padding_down + 8) + note_head_height(ui) +
                        text_height(ui, inner, note.text, style) + foot_height);
}

namespace {

std::string note_label(const Ui& ui, const NoteCard& note) {
    const std::string written =
        note.author.empty() ? note.time_text : note.author + ", " + note.time_text;
    const std::string foot = foot_words(ui, note);
    return head_words(ui, note.kind, note.is_withdrawn) + ", " + written + ": " + note.text +
           (foot.empty() ? "" : ". " + foot);
}

void paint_note(Ui& ui, const Rect& rect, const NoteCard& note, NoteText text, float aside,
                bool pressed) {
    Rect inside = rect.inset(ui.px(padding_across), ui.px(padding_down));
    inside.width = inner_width(ui, rect.width, aside);
    const Rect head = inside.take_top(note_head_height(ui));
    inside.take_top(ui.px(8));
    const TextBlockStyle style = text_style(ui.theme(), note.is_withdrawn, text);
    // Long texts are cut rather than set smaller: cards are read across a table, and a touch opens
    // the whole note.
    TextStyle text_style;
    text_style.size_px = ui.metrics().text_px(style.size);
    text_style.colour = style.colour;
    text_style.wrap_px = inside.width;
    text_style.hyphenates = true;
    text_style.max_lines = style.max_lines;
    const Colour edge =
        note.is_withdrawn ? ui.theme().hairline : note_colour(ui.theme(), note.kind);
    note_ground(ui, rect, edge, pressed);
    draw_note_head(ui, head, note.kind, note.is_withdrawn, time_words(ui, note));
    ui.painter().text({inside.left, inside.top}, note.text, text_style);
    inside.take_top(text_height(ui, inside.width, note.text, style) + ui.px(8));
    const std::string foot = foot_words(ui, note);
    if (!foot.empty()) paint_text(ui, inside, foot, foot_style(ui.theme()));
}

}  // namespace

bool draw_note(Ui& ui, const Rect& rect, const Rect& touchable, const std::string& id,
               const NoteCard& note, float aside) {
    Touch touch;
    if (touchable.height > 0) {
        touch = ui.interact(
            {.id = id, .label = note_label(ui, note), .rect = touchable, .role = Role::hit});
    }
    paint_note(ui, rect, note, NoteText::first_lines, aside, touch.pressed);
    if (touch.focused) focus_ring(ui, touchable.inset(ui.px(9), ui.px(9)), ui.px(unit::radius));
    return touch.acted;
}

void show_note(Ui& ui, const Rect& rect, const Rect& in_sight, const NoteCard& note) {
    paint_note(ui, rect, note, NoteText::whole, 0, false);
    if (in_sight.height <= 0) return;
    RecordedItem item;
    item.label = note_label(ui, note);
    item.rect = in_sight;
    ui.record().add(std::move(item));
}

float kind_chips_width(Ui& ui) {
    float width = -ui.px(unit::gap);
    for (const NoteKind kind : note_kinds) {
        const ChipStyle style{
            .id = "", .label = note_word(ui.texts(), kind), .icon = note_icon(kind)};
        width += chip_size(ui, style).width + ui.px(unit::gap);
    }
    return width;
}

namespace {

constexpr std::array<std::string_view, note_kinds.size()> kind_ids{
    "kind_proposal", "kind_point", "kind_question", "kind_commitment"};

// Gives each chip its place in a room of that width; the height of all rows.
float place_kind_chips(Ui& ui, float width, const std::function<void(std::size_t, Rect)>& place) {
    const float gap = ui.px(unit::gap);
    const bool is_one_row = kind_chips_width(ui) <= width;
    // Two rows of two fill the width.
    const float half = std::floor((width - gap) / 2);
    float left = 0;
    float top = 0;
    float height = 0;
    for (std::size_t i = 0; i < note_kinds.size(); ++i) {
        const ChipStyle style{.id = "",
                              .label = note_word(ui.texts(), note_kinds.at(i)),
                              .icon = note_icon(note_kinds.at(i))};
        const Size size = chip_size(ui, style);
        height = std::max(height, size.height);
        if (!is_one_row && i == 2) {
            left = 0;
            top = height + gap;
        }
        const float chip_width = is_one_row ? size.width : half;
        place(i, {left, top, chip_width, size.height});
        left += chip_width + gap;
    }
    return top + height;
}

}  // namespace

float kind_chips_height(Ui& ui, float width) {
    return place_kind_chips(ui, width, [](std::size_t, const Rect&) {});
}

std::optional<NoteKind> draw_kind_chips(Ui& ui, const Rect& rect, NoteKind selected) {
    std::optional<NoteKind> chosen;
    place_kind_chips(ui, rect.width, [&](std::size_t i, const Rect& place) {
        const NoteKind kind = note_kinds.at(i);
        const ChipStyle style{.id = kind_ids.at(i),
                              .label = note_word(ui.texts(), kind),
                              .icon = note_icon(kind),
                              .selected = kind == selected};
        if (chip(ui, {rect.left + place.left, rect.top + place.top, place.width, place.height},
                 style)) {
            chosen = kind;
        }
    });
    return chosen;
}

}  // namespace stormote
