// More letters: those of names that the first layer of the keyboards has no room for: Sámi, the
// neighbours', and others that are common in Sweden. In the order of the keys: two rows of eleven,
// and nine. Any thread.
#pragma once

#include <array>
#include <string_view>

namespace stormote {

struct LetterPair {
    std::string_view small;
    std::string_view capital;
};

constexpr std::array<LetterPair, 31> more_letters{
    {{"á", "Á"}, {"č", "Č"}, {"đ", "Đ"}, {"ŋ", "Ŋ"}, {"š", "Š"}, {"ŧ", "Ŧ"}, {"ž", "Ž"}, {"æ", "Æ"},
     {"ø", "Ø"}, {"ñ", "Ñ"}, {"ç", "Ç"}, {"à", "À"}, {"è", "È"}, {"ê", "Ê"}, {"ë", "Ë"}, {"í", "Í"},
     {"ï", "Ï"}, {"ó", "Ó"}, {"ô", "Ô"}, {"ú", "Ú"}, {"ý", "Ý"}, {"û", "Û"}, {"ć", "Ć"}, {"ğ", "Ğ"},
     {"ł", "Ł"}, {"ń", "Ń"}, {"ř", "Ř"}, {"ś", "Ś"}, {"ş", "Ş"}, {"ż", "Ż"}, {"ź", "Ź"}}};
constexpr std::size_t more_letters_in_row = 11;

}  // namespace stormote
