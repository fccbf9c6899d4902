#include "kiosk/groups/search/pair_set.h"

namespace stormote {

namespace {

bool insert_other(std::vector<int>& others, int other) {
    const auto place = std::lower_bound(others.begin(), others.end(), other);
    if (place != others.end() && *place == other) return false;
    others.insert(place, other);
    return true;
}

void erase_other(std::vector<int>& others, int other) {
    const auto place = std::lower_bound(others.begin(), others.end(), other);
    if (place != others.end() && *place == other) others.erase(place);
}

}  // namespace

PairSet::PairSet(int people, Form form) : people_(people) {
    if (form == Form::dense) {
        bytes_.resize(as_index(people) * as_index(people));
    } else {
        others_.resize(as_index(people));
    }
}

bool PairSet::insert(int left, int right) {
    if (!bytes_.empty()) {
        const bool is_new = bytes_[place(left, right)] == 0;
        bytes_[place(left, right)] = bytes_[place(right, left)] = 1;
        return is_new;
    }
    const bool is_new = insert_other(others_[as_index(left)], right);
    insert_other(others_[as_index(right)], left);
    return is_new;
}

void PairSet::erase(int left, int right) {
    if (!bytes_.empty()) {
        bytes_[place(left, right)] = bytes_[place(right, left)] = 0;
        return;
    }
    erase_other(others_[as_index(left)], right);
    erase_other(others_[as_index(right)], left);
}

}  // namespace stormote
