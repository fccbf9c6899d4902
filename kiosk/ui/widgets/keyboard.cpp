#include "kiosk/ui/widgets/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/widgets/key_variants.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr float gap_across = 14;
constexpr float gap_down = 16;
constexpr float tray_padding = 24;
constexpr float widest_key = 124;
constexpr int columns = 11;
constexpr int rows = 4;

struct KeyStyle {
    std::string_view id;
    std::string_view face;     // what stands on it
    std::string_view letters;  // what it types
    float span = 1;
    float size = 40;
};

constexpr std::array<KeyStyle, 11> first_row{{{"key_q", "Q", "q"},
                                              {"key_w", "W", "w"},
                                              {"key_e", "E", "e"},
                                              {"key_r", "R", "r"},
                                              {"key_t", "T", "t"},
                                              {"key_y", "Y", "y"},
                                              {"key_u", "U", "u"},
                                              {"key_i", "I", "i"},
                                              {"key_o", "O", "o"},
                                              {"key_p", "P", "p"},
                                              {"key_å", "Å", "å"}}};
constexpr std::array<KeyStyle, 11> second_row{{{"key_a", "A", "a"},
                                               {"key_s", "S", "s"},
                                               {"key_d", "D", "d"},
                                               {"key_f", "F", "f"},
                                               {"key_g", "G", "g"},
                                               {"key_h", "H", "h"},
                                               {"key_j", "J", "j"},
                                               {"key_k", "K", "k"},
                                               {"key_l", "L", "l"},
                                               {"key_ö", "Ö", "ö"},
                                               {"key_ä", "Ä", "ä"}}};
constexpr std::array<KeyStyle, 9> third_row{{{"key_z", "Z", "z"},
                                             {"key_x", "X", "x"},
                                             {"key_c", "C", "c"},
                                             {"key_v", "V", "v"},
                                             {"key_b", "B", "b"},
                                             {"key_n", "N", "n"},
                                             {"key_m", "M", "m"},
                                             {"key_-", "-", "-"},
                                             {"key_é", "É", "é"}}};

// Makes a letter of Latin-1, or one that the keyboard has, a capital, in UTF-8; leaves all else
// alone.
void capitalise(std::string& text, std::size_t at) {
    for (const LetterPair& letter : more_letters) {
        if (text.compare(at, std::string::npos, letter.small) != 0) continue;
        text.replace(at, std::string::npos, letter.capital);
        return;
    }
    if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
        text[at] = static_cast<char>(text[at] - 'a' + 'A');
    } else if (at + 1 < text.size() && text[at] == '\xC3') {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        const bool small = second >= 0xA0 && second <= 0xBE && second != 0xB7;
        if (small) text[at + 1] = static_cast<char>(second - 0x20);
    }
}

class Keyboard {
  public:
    Keyboard(Ui& ui, const Rect& tray) : ui_(ui), variants_(ui, tray) {
        Rect bounds = tray.inset(ui.px(12), ui.px(tray_padding));
        gap_ = {ui.px(gap_across), ui.px(gap_down)};
        const float widest = std::floor((bounds.width - gap_.width * (columns - 1)) / columns);
        // A narrow screen keeps its keys wide by drawing them closer together.
        if (widest < ui.px(unit::target)) gap_.width = ui.px(8);
        key_.width = std::min(ui.px(widest_key),
                              std::floor((bounds.width - gap_.width * (columns - 1)) / columns));
        key_.height = std::floor((bounds.height - gap_.height * (rows - 1)) / rows);
        const float width = columns * key_.width + (columns - 1) * gap_.width;
        start_ = {std::round(bounds.left + (bounds.width - width) / 2), bounds.top};
    }

    void draw_first_letters() {
        float column = 0;
        for (const KeyStyle& style : first_row) key(style, column++, 0);
        column = 0;
        for (const KeyStyle& style : second_row) key(style, column++, 1);
        column = 0;
        for (const KeyStyle& style : third_row) key(style, column++, 2);
    }

    void draw_more_letters() {
        for (std::size_t i = 0; i < more_letters.size(); ++i) {
            const LetterPair& letter = more_letters.at(i);
            const std::string id = "key_" + std::string(letter.small);
            const auto column = static_cast<float>(i % more_letters_in_row);
            key({id, letter.capital, letter.small}, column,
                static_cast<int>(i / more_letters_in_row));
        }
    }

    void draw_last_row() {
        const std::string erase = ui_.say(Sentence{"Erase"});
        key({"key_erase", erase, "", 2, 34}, 9, 2);
        const bool has_more = ui_.shows_more_letters();
        const std::string other =
            has_more ? ui_.say(Sentence{"Usual letters"}) : ui_.say(Sentence{"More letters"});
        if (key({"key_more", other, "", 2, 28}, 0, 3)) {
            pressed_.reset();
            ui_.show_more_letters(!has_more);
            ui_.wake_at(ui_.now_ms());
        }
        key({"key_ü", "Ü", "ü"}, 2, 3);
        const std::string space = ui_.say(Sentence{"Space"});
        key({"key_space", space, " ", 7, 28}, 3, 3);
        key({"key_apostrophe", "’", "'"}, 10, 3);
    }

    // Column may be a fraction. Whether it was pressed.
    bool key(const KeyStyle& style, float column, int row) {
        const Rect rect{std::round(start_.x + column * (key_.width + gap_.width)),
                        start_.y + static_cast<float>(row) * (key_.height + gap_.height),
                        std::round(style.span * key_.width + (style.span - 1) * gap_.width),
                        key_.height};
        const Touch touch = ui_.interact({.id = style.id,
                                          .label = std::string(style.face),
                                          .rect = rect,
                                          .role = Role::key,
                                          .press = Press::where_lifted,
                                          .enabled = variants_.takes(style.id),
                                          .can_be_held = !variants_of(style.letters).empty()});
        variants_.note(style.id, style.letters, rect);
        const Theme& theme = ui_.theme();
        const float radius = ui_.px(20);
        ui_.painter().fill(rect, touch.pressed ? theme.primary : theme.card, radius);
        ui_.painter().outline(rect, touch.pressed ? theme.primary : theme.outline, ui_.px(2),
                              radius);
        TextBlockStyle words;
        words.size = style.size;
        words.colour = touch.pressed ? theme.on_primary : theme.ink;
        words.align = Align::centre;
        words.vertical = Vertical::middle;
        paint_text(ui_, rect.inset(ui_.px(6), ui_.px(4)), style.face, words);
        if (touch.focused) focus_ring(ui_, rect, radius);
        if (touch.acted) pressed_ = TextEdit{std::string(style.letters), style.letters.empty()};
        return touch.acted;
    }

    // Above all keys.
    void draw_variants() {
        if (const auto letter = variants_.draw()) pressed_ = TextEdit{std::string(letter->small)};
    }

    [[nodiscard]] std::optional<TextEdit> pressed() const { return pressed_; }

  private:
    Ui& ui_;
    KeyVariants variants_;
    Size gap_;
    Size key_;
    Point start_;
    std::optional<TextEdit> pressed_;
};

}  // namespace

float keyboard_height(const Ui& ui) {
    const float key = ui.metrics().portrait() ? 104 : unit::target;
    return ui.px(rows * key + (rows - 1) * gap_down + 2 * tray_padding);
}

std::optional<TextEdit> draw_keyboard(Ui& ui, const Rect& tray) {
    const Unturned unturned(ui.painter().mirror(), tray);
    ui.painter().fill(tray, ui.theme().key_tray);
    Keyboard keyboard(ui, tray);
    if (ui.shows_more_letters()) {
        keyboard.draw_more_letters();
    } else {
        keyboard.draw_first_letters();
    }
    keyboard.draw_last_row();
    keyboard.draw_variants();
    return keyboard.pressed();
}

void add_letters(std::string& text, std::string_view letters, std::size_t longest) {
    if (count_code_points(text) + count_code_points(letters) > longest) return;
    const bool starts_word = text.empty() || text.back() == ' ' || text.back() == '-';
    if (letters == " " && (text.empty() || text.back() == ' ')) return;
    const std::size_t start = text.size();
    text += letters;
    if (starts_word) capitalise(text, start);
}

void erase_last(std::string& text) {
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.back());
        text.pop_back();
        if ((byte & 0xC0) != 0x80) return;
    }
}

std::string edit_text(const Ui& ui, std::string text, const std::optional<TextEdit>& key,
                      std::size_t longest) {
    if (key && key->erase) erase_last(text);
    if (key && !key->erase) add_letters(text, key->letters, longest);
    for (const KeyStroke& stroke : ui.input().keys) {
        if (stroke.kind == KeyKind::backspace) erase_last(text);
        if (stroke.kind != KeyKind::character) continue;
        std::string letters;
        append_utf8(letters, stroke.character);
        add_letters(text, letters, longest);
    }
    return text;
}

}  // namespace stormote
