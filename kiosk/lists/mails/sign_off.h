// Sign-off: how a mail ends: who signs it, for which organisation, and their telephone. Guesses.
// Pure, any thread.
#pragma once

#include <string>
#include <vector>

namespace stormote {

struct SignOff {
    std::string name;
    std::string organisation;
    std::string phone;
};

// The lines are trimmed and none of them is empty. They are read from a closing such as "Mvh" or
// "--" on; without one there is none.
[[nodiscard]] SignOff read_sign_off(const std::vector<std::string>& lines,
                                    const std::string& sender_name);

}  // namespace stormote
