#include "kiosk/ui/widgets/note_keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/platform/letter_layout.h"
#include "kiosk/ui/widgets/key_grid.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/more_letters.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr float widest_note_key = 132;
constexpr int columns = KeyGrid::columns;
constexpr std::int64_t slide_ms = 200;

constexpr std::array<LetterPair, 22> upper_letters{
    {{"q", "Q"}, {"w", "W"}, {"e", "E"}, {"r", "R"}, {"t", "T"}, {"y", "Y"}, {"u", "U"}, {"i", "I"},
     {"o", "O"}, {"p", "P"}, {"å", "Å"}, {"a", "A"}, {"s", "S"}, {"d", "D"}, {"f", "F"}, {"g", "G"},
     {"h", "H"}, {"j", "J"}, {"k", "K"}, {"l", "L"}, {"ö", "Ö"}, {"ä", "Ä"}}};
constexpr std::array<LetterPair, 9> lower_letters{{{"z", "Z"},
                                                   {"x", "X"},
                                                   {"c", "C"},
                                                   {"v", "V"},
                                                   {"b", "B"},
                                                   {"n", "N"},
                                                   {"m", "M"},
                                                   {",", ","},
                                                   {".", "."}}};
constexpr std::array<std::string_view, 22> upper_signs{"1", "2", "3", "4", "5", "6", "7", "8",
                                                       "9", "0", "+", "@", "#", "%", "&", "/",
                                                       "(", ")", "=", ":", ";", "”"};
constexpr std::array<std::string_view, 10> lower_signs{"€", "é", "ü", "æ", "ø",
                                                       "’", "–", "!", ",", "."};
// As keyboards have them, where sentences have signs that are finer.
constexpr std::array<std::string_view, 10> passphrase_signs{"'", "é", "ü", "\"", "!",
                                                            "*", "_", "$", "<",  ">"};

class Keys {
  public:
    Keys(Ui& ui, const Rect& tray, const NoteKeys& keys, bool starts_sentence)
        : ui_(ui), before_(keys), grid_(ui, tray, widest_note_key) {
        answer_.keys = keys;
        // Passphrases and addresses are written with Latin letters.
        const bool is_writing = keys.use == KeyboardUse::sentences || keys.use == KeyboardUse::line;
        const std::string language(keys.written.empty() ? ui.texts().language() : keys.written);
        if (is_writing) own_ = letter_layout(language);
        is_capital_ = keys.capitals == Capitals::capital ||
                      (keys.capitals == Capitals::automatic && starts_sentence);
    }

    void draw() {
        switch (before_.page) {
            case KeyPage::letters:
                own_ == nullptr ? draw_letters() : draw_own_letters(*own_);
                break;
            case KeyPage::latin:
                draw_letters();
                break;
            case KeyPage::signs:
                draw_signs();
                break;
            case KeyPage::more_letters:
                draw_more_letters();
        }
        draw_last_row();
    }

    [[nodiscard]] const NoteKeysAnswer& answer() const { return answer_; }

  private:
    // Columns may be fractions. Whether it was pressed.
    bool key(float column, int row, float span, KeyStyle style) {
        // A key that shows what it types cannot grow with the reader's letters.
        style.largest_scale = 1.25F;
        return draw_key(ui_, grid_.at(column, row, span), style).acted;
    }

    [[nodiscard]] bool is_for_passphrase() const { return before_.use == KeyboardUse::passphrase; }

    void type(std::string_view letters) {
        answer_.key = TypedKey{.letters = std::string(letters)};
        // A capital that was asked for is for one letter.
        answer_.keys.capitals = Capitals::automatic;
    }

    void letter(float column, int row, std::string_view small, std::string_view face) {
        if (key(column, row, 1, {"key_" + std::string(small), std::string(face)})) type(face);
    }

    void draw_letters() {
        for (std::size_t i = 0; i < upper_letters.size(); ++i) {
            const LetterPair& at = upper_letters.at(i);
            letter(static_cast<float>(i % columns), static_cast<int>(i / columns), at.small,
                   is_capital_ ? at.capital : at.small);
        }
        draw_capitals();
        for (std::size_t i = 0; i < lower_letters.size(); ++i) {
            const LetterPair& at = lower_letters.at(i);
            letter(static_cast<float>(i + 1), 2, at.small, is_capital_ ? at.capital : at.small);
        }
    }

    // As many in a row as the language has there, between the keys at the ends of the last one.
    void draw_own_letters(const LetterLayout& layout) {
        const bool is_capital = is_capital_ && (layout.has_capitals || is_capital_asked());
        for (std::size_t row = 0; row < layout.rows.size(); ++row) {
            const auto& letters = layout.rows.at(row);
            const bool is_last = row + 1 == layout.rows.size();
            const float start = is_last ? 1 : 0;
            const float room = static_cast<float>(columns) - (is_last ? 2 : 0);
            const float span = std::min(1.0F, room / static_cast<float>(letters.size()));
            float column = start + (room - span * static_cast<float>(letters.size())) / 2;
            for (const KeyLetters& at : letters) {
                const std::string& face = is_capital ? at.shifted : at.plain;
                if (key(column, static_cast<int>(row), span, {"key_" + at.plain, face})) type(face);
                column += span;
            }
        }
        draw_capitals();
    }

    [[nodiscard]] bool is_capital_asked() const { return before_.capitals == Capitals::capital; }

    void draw_more_letters() {
        for (std::size_t i = 0; i < more_letters.size(); ++i) {
            const LetterPair& at = more_letters.at(i);
            const std::size_t row = i / more_letters_in_row;
            // The last row begins with the key for capitals.
            const std::size_t column = i % more_letters_in_row + (row == 2 ? 1 : 0);
            letter(static_cast<float>(column), static_cast<int>(row), at.small,
                   is_capital_ ? at.capital : at.small);
        }
        draw_capitals();
    }

    void draw_capitals() {
        const bool is_chosen = before_.capitals == Capitals::capital;
        if (key(0, 2, 1,
                {"key_capitals", "", Icon::up, ui_.say(Sentence{"Capital letter"}), is_chosen})) {
            const Capitals other = is_capital_ ? Capitals::small : Capitals::capital;
            answer_.keys.capitals =
                before_.capitals == Capitals::automatic ? other : Capitals::automatic;
        }
    }

    void draw_signs() {
        for (std::size_t i = 0; i < upper_signs.size(); ++i) {
            // The last one is a quotation mark, which passphrases have among the others.
            const std::string_view sign =
                is_for_passphrase() && i + 1 == upper_signs.size() ? "€" : upper_signs.at(i);
            letter(static_cast<float>(i % columns), static_cast<int>(i / columns), sign, sign);
        }
        const auto& signs = is_for_passphrase() ? passphrase_signs : lower_signs;
        for (std::size_t i = 0; i < signs.size(); ++i) {
            letter(static_cast<float>(i), 2, signs.at(i), signs.at(i));
        }
    }

    // What stands on the key that turns the page, and which one it turns to.
    [[nodiscard]] std::pair<std::string, KeyPage> next_page() const {
        switch (before_.page) {
            case KeyPage::letters:
                if (own_ != nullptr) return {"abc", KeyPage::latin};
                return {"123", KeyPage::signs};
            case KeyPage::latin:
                return {"123", KeyPage::signs};
            case KeyPage::signs:
                if (before_.use == KeyboardUse::address) break;
                return {"áčŋ", KeyPage::more_letters};
            case KeyPage::more_letters:
                break;
        }
        if (own_ == nullptr) return {"abc", KeyPage::letters};
        // Of the row under the fingers.
        const auto& row = own_->rows[1];
        std::string face;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, row.size()); ++i) face += row[i].plain;
        return {face, KeyPage::letters};
    }

    void draw_space(float span) {
        const std::string space = ui_.say(Sentence{"Space"});
        if (key(2.5F, 3, span, {"key_space", space, {}, "", false, 28})) {
            answer_.key = TypedKey{.letters = " "};
        }
    }

    void draw_last_row() {
        if (key(10, 2, 1, {"key_erase", ui_.say(Sentence{"Erase"}), {}, "", false, 30})) {
            answer_.key = TypedKey{.erases = true};
        }
        const auto& [face, next] = next_page();
        if (key(0, 3, 1.5F, {"key_page", face, {}, "", false, 32})) answer_.keys.page = next;
        const bool is_arabic =
            own_ != nullptr && own_->is_arabic && before_.page == KeyPage::letters;
        const std::string_view pause = is_arabic ? "،" : "-";
        const std::string_view question = is_arabic ? "؟" : "?";
        letter(1.5F, 3, pause, pause);
        if (before_.use != KeyboardUse::sentences) {
            draw_space(7.5F);
            // The signs have one already.
            const bool is_address =
                before_.use == KeyboardUse::address && before_.page == KeyPage::letters;
            const std::string_view last = is_address ? "@" : question;
            return letter(10, 3, last, last);
        }
        draw_space(4);
        letter(6.5F, 3, question, question);
        if (key(7.5F, 3, 1,
                {"key_back", "", Icon::back, ui_.say(Sentence{"Move the cursor back"})})) {
            answer_.key = TypedKey{.step = CaretStep::back};
        }
        if (key(8.5F, 3, 1,
                {"key_on", "", Icon::forward, ui_.say(Sentence{"Move the cursor forward"})})) {
            answer_.key = TypedKey{.step = CaretStep::on};
        }
        if (key(9.5F, 3, 1.5F, {"key_line", ui_.say(Sentence{"New line"}), {}, "", false, 28})) {
            answer_.key = TypedKey{.letters = "\n"};
        }
    }

    Ui& ui_;
    NoteKeys before_;
    const LetterLayout *own_ = nullptr;  // of the reader's language
    bool is_capital_ = false;
    KeyGrid grid_;
    NoteKeysAnswer answer_;
};

// What comes beyond the longest text is left out.
void add_to_line(std::string& text, const std::string& letters, std::size_t longest) {
    if (count_code_points(text) + count_code_points(letters) <= longest) text += letters;
}

// How far the keyboard still has to come up.
float distance_below(Ui& ui, const NoteKeys& keys, float height) {
    if (ui.style().motion == Motion::reduced) return 0;
    const auto passed_ms = static_cast<float>(ui.now_ms() - keys.since_ms);
    const float left = 1 - std::clamp(passed_ms / static_cast<float>(slide_ms), 0.0F, 1.0F);
    if (left > 0) ui.wake_at(ui.now_ms() + 16);
    return std::round(height * left * left * left);
}

}  // namespace

float note_keyboard_height(const Ui& ui, const NoteKeys& keys) {
    if (!keys.open) return 0;
    return KeyGrid::tray_height(ui, ui.metrics().portrait() ? 112 : unit::target);
}

NoteKeysAnswer draw_note_keyboard(Ui& ui, const Rect& tray, const NoteKeys& keys,
                                  bool starts_sentence) {
    if (!keys.open) return {std::nullopt, keys};
    const int mark = ui.painter().mark();
    const Unturned unturned(ui.painter().mirror(), tray);
    ui.painter().fill(tray, ui.theme().key_tray);
    ui.painter().fill({tray.left, tray.top, tray.width, ui.px(2)}, ui.theme().hairline);
    Keys drawn(ui, tray, keys, starts_sentence);
    drawn.draw();
    ui.painter().shift_since(mark, {0, distance_below(ui, keys, tray.height)});
    return drawn.answer();
}

std::string edit_line(const Ui& ui, std::string text, const std::optional<TypedKey>& key,
                      std::size_t longest) {
    if (key && key->erases) erase_last(text);
    if (key) add_to_line(text, key->letters, longest);
    for (const KeyStroke& stroke : ui.input().keys) {
        if (stroke.kind == KeyKind::backspace) erase_last(text);
        if (stroke.kind != KeyKind::character) continue;
        std::string letters;
        append_utf8(letters, stroke.character);
        add_to_line(text, letters, longest);
    }
    return text;
}

}  // namespace stormote
