#include "kiosk/web/accounts/password_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "kiosk/web/accounts/common_password_words.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::size_t most_words = 2;
constexpr std::size_t most_stray_letters = 1;
constexpr std::size_t most_digits = 8;
constexpr std::size_t shortest_run = 3;

constexpr std::array<std::string_view, 6> runs{"abcdefghijklmnopqrstuvwxyz",
                                               "01234567890",
                                               "qwertyuiop",
                                               "asdfghjkl",
                                               "zxcvbnm",
                                               "1q2w3e4r5t"};

const std::vector<std::string_view>& common_words() {
    static const auto words = split_text(common_password_words, ' ');
    return words;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// What stands between words, and in a date.
bool is_separator(char c) {
    return std::string_view(" -_./,:").find(c) != std::string_view::npos;
}

// The letter that is written so.
char letter_behind(char c) {
    switch (c) {
        case '0':
            return 'o';
        case '1':
        case '!':
            return 'i';
        case '3':
            return 'e';
        case '4':
        case '@':
            return 'a';
        case '5':
        case '$':
            return 's';
        case '7':
            return 't';
        default:
            return c;
    }
}

bool has_word_at(std::string_view text, std::size_t place, std::string_view word) {
    if (text.size() - place < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = text[place + i];
        if (c != word[i] && letter_behind(c) != word[i]) return false;
    }
    return true;
}

// How many characters from there are next to each other on the keys or in the alphabet, forwards or
// backwards, or all the same.
std::size_t run_at(std::string_view text, std::size_t place) {
    const std::string_view rest = text.substr(place);
    std::size_t longest = std::min(rest.find_first_not_of(rest.front()), rest.size());
    for (const std::string_view run : runs) {
        for (std::size_t start = 0; start < run.size(); ++start) {
            std::size_t forwards = 0;
            while (forwards < rest.size() && start + forwards < run.size() &&
                   rest[forwards] == run[start + forwards]) {
                ++forwards;
            }
            std::size_t backwards = 0;
            while (backwards < rest.size() && backwards <= start &&
                   rest[backwards] == run[start - backwards]) {
                ++backwards;
            }
            longest = std::max({longest, forwards, backwards});
        }
    }
    return longest;
}

// The fewest digits and signs that stand beside words, by place in the text, words so far and
// letters that belong to none.
class WordSearch {
  public:
    explicit WordSearch(std::string_view text)
        : text_(text), fewest_((text.size() + 1) * states, unreached) {
        fewest_[0] = 0;
    }

    void take(std::span<const std::string> words) {
        for (std::size_t place = 0; place < text_.size(); ++place) {
            step(place, 1, 0, 1, 0);
            const std::size_t run = run_at(text_, place);
            for (std::size_t length = shortest_run; length <= run; ++length) {
                step(place, length, 1, 0, 0);
            }
            const auto take_word = [&](std::string_view word) {
                if (has_word_at(text_, place, word)) step(place, word.size(), 1, 0, 0);
            };
            for (const std::string_view word : common_words()) take_word(word);
            for (const std::string& word : words) take_word(word);
        }
    }
    [[nodiscard]] bool is_guessable() const {
        for (std::size_t words = 1; words <= most_words; ++words) {
            for (std::size_t strays = 0; strays <= most_stray_letters; ++strays) {
                if (fewest_[index(text_.size(), words, strays)] <= most_digits) return true;
            }
        }
        return false;
    }

  private:
    static constexpr std::size_t states = (most_words + 1) * (most_stray_letters + 1);
    static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

    static std::size_t index(std::size_t place, std::size_t words, std::size_t strays) {
        return place * states + words * (most_stray_letters + 1) + strays;
    }
    void step(std::size_t place, std::size_t length, std::size_t words, std::size_t strays,
              std::size_t digits) {
        if (strays == 1 && !is_letter(text_[place])) {
            strays = 0;
            digits = is_separator(text_[place]) ? 0 : 1;
        }
        for (std::size_t w = 0; w + words <= most_words; ++w) {
            for (std::size_t s = 0; s + strays <= most_stray_letters; ++s) {
                const std::size_t before = fewest_[index(place, w, s)];
                if (before == unreached) continue;
                std::size_t& after = fewest_[index(place + length, w + words, s + strays)];
                after = std::min(after, before + digits);
            }
        }
    }

    std::string_view text_;
    std::vector<std::size_t> fewest_;
};

// The same piece of at most six characters over and over.
bool repeats(std::string_view text) {
    for (std::size_t length = 1; length <= 6 && length * 2 <= text.size(); ++length) {
        if (text.substr(length) == text.substr(0, text.size() - length)) return true;
    }
    return false;
}

bool has_few_characters(std::string_view text) {
    return std::set<char>(text.begin(), text.end()).size() <= 4;
}

void add_words(std::vector<std::string>& words, std::string_view text) {
    for (std::string& word : fold_words(text)) {
        if (word.size() >= 2) words.push_back(std::move(word));
    }
}

}  // namespace

PasswordRules::PasswordRules(std::span<const std::string> place_words) {
    set_place_words(place_words);
}

void PasswordRules::set_place_words(std::span<const std::string> place_words) {
    std::vector<std::string> words;
    for (const std::string& text : place_words) add_words(words, text);
    const std::lock_guard lock(mutex_);
    words_ = std::move(words);
}

Result<> PasswordRules::check(std::string_view password,
                              std::span<const std::string_view> person_words) const {
    if (password.size() > most_password_bytes ||
        count_code_points(password) > most_password_characters) {
        return input_error({"A password has at most {} characters."}, most_password_characters);
    }
    if (!is_utf8(password)) return input_error({"The password is no text in UTF-8."});
    if (count_code_points(password) < fewest_password_characters) {
        return input_error(
            {"A password has at least {} characters. Take three or four words that do not belong "
             "together."},
            fewest_password_characters);
    }
    std::vector<std::string> words;
    {
        const std::lock_guard lock(mutex_);
        words = words_;
    }
    for (const std::string_view text : person_words) add_words(words, text);
    const std::string folded = fold_text(password);
    WordSearch search(folded);
    search.take(words);
    if (search.is_guessable() || repeats(folded) || has_few_characters(folded)) {
        return input_error(
            {"That password is among the first that are guessed. Take three or four words that do "
             "not belong together, and not your name."});
    }
    return Done{};
}

}  // namespace stormote
