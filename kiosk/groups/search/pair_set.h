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

    // Whom one person is paired with. Valid until the set changes.
    class Row {
      public:
        Row(const std::uint8_t *bytes, const std::vector<int> *others)
            : bytes_(bytes), others_(others) {}
        [[nodiscard]] bool has(int other) const {
            if (bytes_ != nullptr) return bytes_[other] != 0;
            return std::binary_search(others_->begin(), others_->end(), other);
        }

      private:
        const std::uint8_t *bytes_;
        const std::vector<int> *others_;
    };
    [[nodiscard]] Row row(int person) const {
        if (!bytes_.empty()) return {bytes_.data() + place(person, 0), nullptr};
        return {nullptr, &others_[as_index(person)]};
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
