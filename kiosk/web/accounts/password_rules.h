// Password rules: whether a password may be chosen (OWASP ASVS 5.0.0, 6.2): 12 to 128 characters,
// of any kind, and not among the first that are guessed. Nothing else is asked of it. Any
// thread.
//
// Refused as guessable: at most two words out of common_password_words.h, or out of what belongs to
// the person and the place, whatever digits and signs (up to eight, as a date has) and capitals
// stand between and about them, with digits for letters as in "p4ssw0rd"; runs of keys and of
// letters count as words; the same few characters over and over.
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

constexpr std::size_t fewest_password_characters = 12;
constexpr std::size_t most_password_characters = 128;
// No password is longer, whatever its characters take.
constexpr std::size_t most_password_bytes = 4 * most_password_characters;

class PasswordRules {
  public:
    // The words of the place: the municipality's name, say. Each of their words counts.
    explicit PasswordRules(std::span<const std::string> place_words = {});
    // From here on others. Any thread.
    void set_place_words(std::span<const std::string> place_words);

    // The person's words: sign-in name and full name.
    [[nodiscard]] Result<> check(std::string_view password,
                                 std::span<const std::string_view> person_words) const;

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> words_;  // folded, not empty
};

}  // namespace stormote
