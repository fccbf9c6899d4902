// Count words: several counts in one sentence, each in its own plural form. Pure.
#pragma once

#include "sync/base/texts.h"

namespace stormote {

// "104 people in 13 groups."
[[nodiscard]] inline std::string say_people_in_groups(std::int64_t people, std::int64_t groups,
                                                      const Texts& texts) {
    return texts.get({"{} in {}."}, texts.get_plural({"{} person"}, {"{} people"}, people),
                     texts.get_plural({"{} group"}, {"{} groups"}, groups));
}

}  // namespace stormote
