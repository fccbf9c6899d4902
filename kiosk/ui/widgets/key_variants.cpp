#include "kiosk/ui/widgets/key_variants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

// Without é and ü, which have keys of their own.
constexpr std::array<LetterPair, 3> of_a{{{"á", "Á"}, {"à", "À"}, {"æ", "Æ"}}};
constexpr std::array<LetterPair, 3> of_c{{{"č", "Č"}, {"ç", "Ç"}, {"ć", "Ć"}}};
constexpr std::array<LetterPair, 1> of_d{{{"đ", "Đ"}}};
constexpr std::array<LetterPair, 3> of_e{{{"è", "È"}, {"ê", "Ê"}, {"ë", "Ë"}}};
constexpr std::array<LetterPair, 1> of_g{{{"ğ", "Ğ"}}};
constexpr std::array<LetterPair, 2> of_i{{{"í", "Í"}, {"ï", "Ï"}}};
constexpr std::array<LetterPair, 1> of_l{{{"ł", "Ł"}}};
constexpr std::array<LetterPair, 3> of_n{{{"ñ", "Ñ"}, {"ŋ", "Ŋ"}, {"ń", "Ń"}}};
constexpr std::array<LetterPair, 3> of_o{{{"ó", "Ó"}, {"ô", "Ô"}, {"ø", "Ø"}}};
constexpr std::array<LetterPair, 1> of_r{{{"ř", "Ř"}}};
constexpr std::array<LetterPair, 3> of_s{{{"š", "Š"}, {"ś", "Ś"}, {"ş", "Ş"}}};
constexpr std::array<LetterPair, 1> of_t{{{"ŧ", "Ŧ"}}};
constexpr std::array<LetterPair, 2> of_u{{{"ú", "Ú"}, {"û", "Û"}}};
constexpr std::array<LetterPair, 1> of_y{{{"ý", "Ý"}}};
constexpr std::array<LetterPair, 3> of_z{{{"ž", "Ž"}, {"ż", "Ż"}, {"ź", "Ź"}}};
constexpr std::array<LetterPair, 1> of_ae{{{"æ", "Æ"}}};
constexpr std::array<LetterPair, 1> of_oe{{{"ø", "Ø"}}};

struct Variants {
    std::string_view small;
    std::span<const LetterPair> letters;
};
constexpr std::array<Variants, 17> all_variants{{{"a", of_a},
                                                 {"c", of_c},
                                                 {"d", of_d},
                                                 {"e", of_e},
                                                 {"g", of_g},
                                                 {"i", of_i},
                                                 {"l", of_l},
                                                 {"n", of_n},
                                                 {"o", of_o},
                                                 {"r", of_r},
                                                 {"s", of_s},
                                                 {"t", of_t},
                                                 {"u", of_u},
                                                 {"y", of_y},
                                                 {"z", of_z},
                                                 {"ä", of_ae},
                                                 {"ö", of_oe}}};

}  // namespace

std::span<const LetterPair> variants_of(std::string_view small) {
    for (const Variants& variants : all_variants) {
        if (variants.small == small) return variants.letters;
    }
    return {};
}

void KeyVariants::note(std::string_view key_id, std::string_view small, const Rect& rect) {
    if (ui_.held_key() != key_id || ui_.held_key().empty()) return;
    open_ = variants_of(small);
    key_ = rect;
}

std::optional<LetterPair> KeyVariants::draw() {
    if (open_.empty()) return std::nullopt;
    const Theme& theme = ui_.theme();
    const auto count = static_cast<float>(open_.size());
    const float gap = ui_.px(unit::gap);
    const float height = std::max(key_.height, ui_.px(unit::target));
    const float width = std::max(key_.width, ui_.px(unit::target));
    const float whole = count * width + (count + 1) * gap;
    const float furthest = std::max(tray_.left, tray_.right() - whole);
    const Rect row{std::round(std::clamp(key_.centre().x - whole / 2, tray_.left, furthest)),
                   key_.top - height - 2 * gap - ui_.px(8), whole, height + 2 * gap};
    const float radius = ui_.px(unit::radius);
    ui_.painter().fill(row, theme.card, radius);
    ui_.painter().outline(row, theme.primary, ui_.px(3), radius);
    std::optional<LetterPair> chosen;
    float left = row.left + gap;
    for (const LetterPair& letter : open_) {
        const Rect rect{left, row.top + gap, width, height};
        left += width + gap;
        const Touch touch = ui_.interact({.id = "variant_" + std::string(letter.small),
                                          .label = std::string(letter.capital),
                                          .rect = rect,
                                          .role = Role::key,
                                          .press = Press::where_lifted});
        ui_.painter().fill(rect, touch.pressed ? theme.primary : theme.surface, radius);
        ui_.painter().outline(rect, touch.pressed ? theme.primary : theme.outline, ui_.px(2),
                              radius);
        TextBlockStyle words;
        words.size = 40;
        words.colour = touch.pressed ? theme.on_primary : theme.ink;
        words.align = Align::centre;
        words.vertical = Vertical::middle;
        paint_text(ui_, rect, letter.capital, words);
        if (touch.acted) chosen = letter;
    }
    return chosen;
}

}  // namespace stormote
