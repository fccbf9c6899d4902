#include "kiosk/ui/widgets/keyboard.h"

#include <array>

#include "kiosk/ui/widgets/key_grid.h"
#include "kiosk/ui/widgets/key_variants.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr float widest_key = 124;

struct LetterKey {
    std::string_view id;
    std::string_view face;     // what stands on it
    std::string_view letters;  // what it types
    float span = 1;
    float size = 40;
};

constexpr std::array<LetterKey, 11> first_row{{{"key_q", "Q", "q"},
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
constexpr std::array<LetterKey, 11> second_row{{{"key_a", "A", "a"},
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
constexpr std::array<LetterKey, 9> third_row{{{"key_z", "Z", "z"},
                                              {"key_x", "X", "x"},
                                              {"key_c", "C", "c"},
                                              {"key_v", "V", "v"},
                                              {"key_b", "B", "b"},
                                              {"key_n", "N", "n"},
                                              {"key_m", "M", "m"},
                                              {"key_-", "-", "-"},
                                              {"key_é", "É", "é"}}};

class Keyboard {
  public:
    Keyboard(Ui& ui, const Rect& tray)
        : ui_(ui), grid_(ui, tray, widest_key), variants_(ui, tray) {}

    void draw_first_letters() {
        float column = 0;
        for (const LetterKey& style : first_row) key(style, column++, 0);
        column = 0;
        for (const LetterKey& style : second_row) key(style, column++, 1);
        column = 0;
        for (const LetterKey& style : third_row) key(style, column++, 2);
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
    bool key(const LetterKey& style, float column, int row) {
        const Rect rect = grid_.at(column, row, style.span);
        const Touch touch = draw_key(ui_, rect,
                                     {.id = std::string(style.id),
                                      .face = std::string(style.face),
                                      .size = style.size,
                                      .enabled = variants_.takes(style.id),
                                      .can_be_held = !variants_of(style.letters).empty()});
        variants_.note(style.id, style.letters, rect);
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
    KeyGrid grid_;
    KeyVariants variants_;
    std::optional<TextEdit> pressed_;
};

}  // namespace

float keyboard_height(const Ui& ui) {
    return KeyGrid::tray_height(ui, ui.metrics().portrait() ? 104 : unit::target);
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
    text += starts_word ? capitalise(letters) : std::string(letters);
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
