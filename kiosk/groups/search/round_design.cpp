#include "kiosk/groups/search/round_design.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "kiosk/groups/search/pair_set.h"

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

// `shift(column, seat_class, round)` is the group.
template <typename Shift>
RoundDesign design_of_classes(int people, int groups, int rounds, Shift shift) {
    RoundDesign design;
    design.staying = groups;
    for (int round = 0; round < rounds; ++round) {
        auto& row = design.group_of_seat.emplace_back();
        for (int seat = 0; seat < people; ++seat) {
            row.push_back(shift(seat % groups, seat / groups, round));
        }
    }
    return design;
}

RoundDesign shift_design(int people, int groups, int rounds, Arithmetic arithmetic) {
    return design_of_classes(people, groups, rounds, [&](int column, int seat_class, int round) {
        return shifted(column, seat_class, round, groups, arithmetic);
    });
}

// Shifts by class and round where no product does: tried one by one. Two classes may not lie by the
// same difference in two rounds, or somebody would meet somebody again.
class ShiftSearch {
  public:
    ShiftSearch(int groups, int classes, int rounds)
        : groups_(groups), classes_(classes), rounds_(rounds) {
        shifts_.resize(as_index(classes) * as_index(rounds));
    }

    // The first class and the first round stay. False: none, or not soon enough.
    bool find() {
        if (classes_ > groups_ || rounds_ > groups_) return false;
        return find_from(1, 1);
    }

    [[nodiscard]] int shift(int seat_class, int round) const {
        return shifts_[as_index(seat_class) * as_index(rounds_) + as_index(round)];
    }

  private:
    bool find_from(int seat_class, int round) {
        if (seat_class >= classes_) return true;
        if (round >= rounds_) return find_from(seat_class + 1, 1);
        int& here = shifts_[as_index(seat_class) * as_index(rounds_) + as_index(round)];
        for (here = 0; here < groups_ && looks_left_ > 0; ++here) {
            if (fits(seat_class, round) && find_from(seat_class, round + 1)) return true;
        }
        return false;
    }

    [[nodiscard]] int difference(int left, int right, int round) const {
        return (shift(left, round) - shift(right, round) + groups_) % groups_;
    }

    bool fits(int seat_class, int round) {
        looks_left_ -= seat_class * round;
        for (int other = 0; other < seat_class; ++other) {
            const int now = difference(seat_class, other, round);
            for (int earlier = 0; earlier < round; ++earlier) {
                if (difference(seat_class, other, earlier) == now) return false;
            }
        }
        return true;
    }

    int groups_;
    int classes_;
    int rounds_;
    std::vector<int> shifts_;              // by class and round
    std::int64_t looks_left_ = 2'000'000;  // some milliseconds
};

// Eight groups of four for ten rounds, in which everybody meets all others but one: no eleventh is
// possible. A letter is a point of the affine plane of order four, whose lines are the groups of
// the first five rounds; those of the last five are its image by a linear map over two elements.
// So two letters meet twice. Each stands for two people, a capital and a small one, and each group
// sits a second time with capitals for small letters; the capitals are a solution of the linear
// equations that make two letters meet once in the same and once in the other case. Aguado (2004)
// was the first to find such a schedule; his has the same symmetry.
constexpr std::array<std::string_view, 10> rounds_of_fours{
    "AEIM BFJN CGKO DHLP", "AFKP BELO CHIN DGJM", "AgLn BhkM CeJp DfiO", "AhJo BgiP CfLm DekN",
    "AbcD EfGh IjkL MnOp", "ACjl BDIK EgNp FhmO", "AdNO Bcmp EHJk FGiL", "AGkm BHln CEio DFjp",
    "AHip BGjo CFkn DElm", "ABef CDgh IJmn KLop"};
constexpr int four_groups = 8;
constexpr int four_people = 32;

// Seats are capitals, then small letters: without the last one, groups are still even.
RoundDesign design_of_fours(int people, int rounds) {
    RoundDesign design;
    for (int round = 0; round < rounds; ++round) {
        auto& row = design.group_of_seat.emplace_back(static_cast<std::size_t>(four_people));
        int group = 0;
        for (const char letter : rounds_of_fours[static_cast<std::size_t>(round)]) {
            if (letter == ' ') {
                ++group;
                continue;
            }
            const bool is_capital = letter < 'a';
            const auto point = static_cast<std::size_t>(letter - (is_capital ? 'A' : 'a'));
            constexpr std::size_t points = four_people / 2;
            row[is_capital ? point : points + point] = group;
            row[is_capital ? points + point : point] = group + four_groups / 2;
        }
        row.resize(static_cast<std::size_t>(people));
    }
    return design;
}

bool repeats_nobody(const RoundDesign& design) {
    const std::size_t people = design.group_of_seat.front().size();
    PairSet met(static_cast<int>(people));
    for (const auto& row : design.group_of_seat) {
        std::vector<std::vector<int>> groups;
        for (std::size_t seat = 0; seat < people; ++seat) {
            const auto group = as_index(row[seat]);
            if (groups.size() <= group) groups.resize(group + 1);
            for (const int other : groups[group]) {
                if (!met.insert(other, static_cast<int>(seat))) return false;
            }
            groups[group].push_back(static_cast<int>(seat));
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
    if (is_power_of_two(groups) && groups >= 4 && groups <= largest_field) {
        RoundDesign field = shift_design(people, groups, rounds, Arithmetic::binary_field);
        if (repeats_nobody(field)) return field;
    }
    const bool are_fours =
        groups == four_groups && (people == four_people || people == four_people - 1);
    if (are_fours && rounds <= static_cast<int>(rounds_of_fours.size())) {
        return design_of_fours(people, rounds);
    }
    return std::nullopt;
}

std::optional<RoundDesign> search_round_design(int people, int groups, int rounds) {
    if (people < groups || rounds < 1) return std::nullopt;
    ShiftSearch search(groups, (people + groups - 1) / groups, rounds);
    if (!search.find()) return std::nullopt;
    return design_of_classes(people, groups, rounds, [&](int column, int seat_class, int round) {
        return (column + search.shift(seat_class, round)) % groups;
    });
}

}  // namespace stormote
