// PairSet: which two people belong together in some way, in either order. One thread.
//
// Among few people a byte a pair, as the search looks pairs up with every step; among many each
// person's others, so that memory grows with people and pairs, not with the square of the people.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "kiosk/groups/search/counting.h"

namespace stormote {

class PairSet {
  public:
    enum class Form : std::uint8_t { dense, sparse };
    // Four million pairs are quickly looked up and little memory.
    static constexpr int most_dense_people = 2048;
    [[nodiscard]] static constexpr Form form_for(int people) {
        return people <= most_dense_people ? Form::dense : Form::sparse;
    }

    PairSet() = default;  // of nobody
    explicit PairSet(int people, Form form);
    explicit PairSet(int people) : PairSet(people, form_for(people)) {}

    // Whether it was made of nobody.
    [[nodiscard]] bool is_of_nobody() const { return people_ == 0; }

    // Calls `count(pairs_with)`, whose argument gives 1 for whom the person is paired with and 0
    // for everybody else, without a branch where the set is dense: the search spends most of its
    // time on it.
    template <typename Count>
    [[nodiscard]] int count_pairs(int person, Count count) const {
        if (!bytes_.empty()) {
            const std::uint8_t *row = bytes_.data() + place(person, 0);
            return count([row](int other) { return int{row[other]}; });
        }
        const std::vector<int>& others = others_[as_index(person)];
        return count([&others](int other) {
            return std::binary_search(others.begin(), others.end(), other) ? 1 : 0;
        });
    }

    // False: it is in already.
    bool insert(int left, int right);
    void erase(int left, int right);

  private:
    [[nodiscard]] std::size_t place(int left, int right) const {
        return as_index(left) * as_index(people_) + as_index(right);
    }

    int people_ = 0;
    std::vector<std::uint8_t> bytes_;       // dense: by person and person
    std::vector<std::vector<int>> others_;  // sparse: by person, ascending
};

}  // namespace stormote
