#include "kiosk/groups/round_design.h"

#include <algorithm>
#include <cstdint>

namespace stormote {

namespace {

// Seat number c * groups + x is class c, column x. It moves by c times the round's number, in whole
// numbers modulo the groups, or in the field of as many elements where that is a power of two.
enum class Arithmetic { modular, binary_field };

bool is_power_of_two(int number) {
    return number > 1 && (number & (number - 1)) == 0;
}

// Product in GF(2^n), by the irreducible polynomial of that degree with the fewest terms.
int field_product(int left, int right, int size) {
    constexpr int polynomials[] = {0,        0,         0b111,      0b1011,     0b10011,
                                   0b100101, 0b1000011, 0b10000011, 0b100011011};
    int degree = 0;
    while ((1 << degree) < size) ++degree;
    int product = 0;
    for (int bit = degree - 1; bit >= 0; --bit) {
        product <<= 1;
        if ((product & size) != 0) product ^= polynomials[degree];
        if ((right >> bit & 1) != 0) product ^= left;
    }
    return product;
}

int shifted(int column, int seat_class, int round, int groups, Arithmetic arithmetic) {
    if (arithmetic == Arithmetic::modular) return (column + seat_class * round) % groups;
    return column ^ field_product(seat_class % groups, round % groups, groups);
}

RoundDesign shift_design(int people, int groups, int rounds, Arithmetic arithmetic) {
    RoundDesign design;
    for (int round = 0; round < rounds; ++round) {
        auto& row = design.group_of_seat.emplace_back();
        for (int seat = 0; seat < people; ++seat) {
            row.push_back(shifted(seat % groups, seat / groups, round, groups, arithmetic));
        }
    }
    return design;
}

bool repeats_nobody(const RoundDesign& design) {
    const std::size_t people = design.group_of_seat.front().size();
    std::vector<std::uint8_t> met(people * people);
    for (const auto& row : design.group_of_seat) {
        for (std::size_t left = 0; left < people; ++left) {
            for (std::size_t right = left + 1; right < people; ++right) {
                if (row[left] != row[right]) continue;
                if (met[left * people + right]++ != 0) return false;
            }
        }
    }
    return true;
}

}  // namespace

std::optional<RoundDesign> find_round_design(int people, int groups, int rounds) {
    constexpr int largest_field = 256;
    if (people < groups || rounds < 1) return std::nullopt;
    RoundDesign modular = shift_design(people, groups, rounds, Arithmetic::modular);
    if (repeats_nobody(modular)) return modular;
    if (!is_power_of_two(groups) || groups < 4 || groups > largest_field) return std::nullopt;
    RoundDesign field = shift_design(people, groups, rounds, Arithmetic::binary_field);
    if (repeats_nobody(field)) return field;
    return std::nullopt;
}

}  // namespace stormote
