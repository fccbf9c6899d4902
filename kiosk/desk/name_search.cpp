#include "kiosk/desk/name_search.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Beyond this many matches a query says nothing yet; the rest is not ranked.
constexpr std::size_t most_ranked = 512;
constexpr std::size_t longest_pattern = 64;
constexpr std::size_t most_query_words = 8;

// From four letters on one error is forgiven, from seven letters on two.
int errors_forgiven(std::string_view word) {
    return word.size() >= 7 ? 2 : word.size() >= 4 ? 1 : 0;
}

bool begins_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

// Words with their marks, parted like fold_words().
std::vector<std::string> marked_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower_text(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) {
            words.back() += c;
        } else if (c != '\'' && !words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace

int prefix_distance(std::string_view pattern, std::string_view text) {
    assert(!pattern.empty() && pattern.size() <= longest_pattern);
    std::array<std::uint64_t, 256> positions{};
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        positions[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
    }
    const std::uint64_t last = std::uint64_t{1} << (pattern.size() - 1);
    std::uint64_t vertical_plus = ~std::uint64_t{0};
    std::uint64_t vertical_minus = 0;
    std::uint64_t diagonal_zero = 0;
    std::uint64_t previous_match = 0;
    int distance = static_cast<int>(pattern.size());
    int best = distance;
    for (const char c : text) {
        const std::uint64_t match = positions[static_cast<unsigned char>(c)];
        const std::uint64_t swapped = (((~diagonal_zero) & match) << 1) & previous_match;
        diagonal_zero = ((((match & vertical_plus) + vertical_plus) ^ vertical_plus) | match |
                         vertical_minus | swapped);
        const std::uint64_t horizontal_plus = vertical_minus | ~(diagonal_zero | vertical_plus);
        const std::uint64_t horizontal_minus = diagonal_zero & vertical_plus;
        if ((horizontal_plus & last) != 0) ++distance;
        if ((horizontal_minus & last) != 0) --distance;
        // The text begins where the pattern does: the top row grows by one a letter.
        const std::uint64_t shifted_plus = horizontal_plus << 1 | 1;
        const std::uint64_t shifted_minus = horizontal_minus << 1;
        vertical_plus = shifted_minus | ~(diagonal_zero | shifted_plus);
        vertical_minus = shifted_plus & diagonal_zero;
        previous_match = match;
        best = std::min(best, distance);
    }
    return best;
}

NameIndex::WordId NameIndex::word_of(const std::string& text) {
    const auto place =
        std::lower_bound(order_.begin(), order_.end(), text,
                         [this](WordId id, const auto& t) { return words_[id].text < t; });
    if (place != order_.end() && words_[*place].text == text) return *place;
    const auto id = static_cast<WordId>(words_.size());
    words_.push_back({text, {}});
    order_.insert(place, id);
    return id;
}

void NameIndex::set(const AttendeeId& attendee, std::string_view name) {
    const auto known = people_by_id_.find(attendee);
    if (known != people_by_id_.end() && people_[known->second].name == name) return;
    remove(attendee);
    std::vector<std::string> words = fold_words(name);
    if (words.empty()) return;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto id = static_cast<PersonId>(people_.size());
    Person& person = people_.emplace_back();
    person.attendee = attendee;
    person.name = name;
    for (const std::string& word : words) {
        person.words.push_back(word_of(word));
        words_[person.words.back()].people.push_back(id);
    }
    people_by_id_.emplace(attendee, id);
}

void NameIndex::remove(const AttendeeId& attendee) {
    const auto known = people_by_id_.find(attendee);
    if (known == people_by_id_.end()) return;
    Person& person = people_[known->second];
    for (const WordId word : person.words) std::erase(words_[word].people, known->second);
    person = {};
    people_by_id_.erase(known);
}

NameIndex::WordSet NameIndex::words_beginning_with(std::string_view prefix) const {
    auto place = std::lower_bound(order_.begin(), order_.end(), prefix,
                                  [this](WordId id, const auto& t) { return words_[id].text < t; });
    WordSet set;
    for (; place != order_.end() && begins_with(words_[*place].text, prefix); ++place) {
        set.push_back(*place);
    }
    return set;
}

NameIndex::WordSet NameIndex::words_like(std::string_view query_word, int most_errors) const {
    WordSet set;
    const std::string_view pattern = query_word.substr(0, longest_pattern);
    for (const WordId id : order_) {
        const std::string_view text = words_[id].text;
        // What stands beyond the pattern's length and its errors cannot make the distance less.
        const auto reach = pattern.size() + static_cast<std::size_t>(most_errors);
        if (text.size() + static_cast<std::size_t>(most_errors) < pattern.size()) continue;
        if (prefix_distance(pattern, text.substr(0, reach)) <= most_errors) set.push_back(id);
    }
    return set;
}

std::vector<NameIndex::PersonId> NameIndex::people_with(std::vector<WordSet>& sets) const {
    for (WordSet& set : sets) std::sort(set.begin(), set.end());
    const auto count_people = [this](const WordSet& set) {
        std::size_t count = 0;
        for (const WordId word : set) count += words_[word].people.size();
        return count;
    };
    // Start from the rarest word of the query, and ask of each of its people for the others.
    std::size_t rarest = 0;
    std::vector<std::size_t> counts;
    for (const WordSet& set : sets) counts.push_back(count_people(set));
    for (std::size_t i = 1; i < sets.size(); ++i) {
        if (counts[i] < counts[rarest]) rarest = i;
    }
    std::vector<PersonId> people;
    for (const WordId word : sets[rarest]) {
        for (const PersonId id : words_[word].people) {
            const Person& person = people_[id];
            const bool has_all = std::all_of(sets.begin(), sets.end(), [&](const WordSet& set) {
                return std::any_of(person.words.begin(), person.words.end(), [&set](WordId own) {
                    return std::binary_search(set.begin(), set.end(), own);
                });
            });
            // "Bo Bo" asks for two words that begin so.
            if (!has_all || person.words.size() < sets.size()) continue;
            if (std::find(people.begin(), people.end(), id) != people.end()) continue;
            people.push_back(id);
            if (people.size() == most_ranked) return people;
        }
    }
    return people;
}

bool NameIndex::is_spelt_exactly(const Person& person,
                                 const std::vector<std::string>& words) const {
    const auto own = marked_words(person.name);
    return std::all_of(words.begin(), words.end(), [&own](const std::string& word) {
        return std::any_of(own.begin(), own.end(), [&word](const std::string& candidate) {
            return begins_with(candidate, word);
        });
    });
}

NameHits NameIndex::search(std::string_view query, std::size_t most) const {
    NameHits result;
    std::vector<std::string> words = fold_words(query);
    if (words.empty() || most == 0) return result;
    if (words.size() > most_query_words) words.resize(most_query_words);
    std::vector<WordSet> sets;
    for (const std::string& word : words) sets.push_back(words_beginning_with(word));
    std::vector<PersonId> people = people_with(sets);
    MatchQuality worst = MatchQuality::folded;
    if (people.empty()) {
        worst = MatchQuality::typo;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const int errors = errors_forgiven(words[i]);
            if (errors > 0) sets[i] = words_like(words[i], errors);
        }
        people = people_with(sets);
    }
    const auto typed = marked_words(query);
    std::vector<std::pair<MatchQuality, PersonId>> ranked;
    for (const PersonId id : people) {
        const bool is_exact = worst != MatchQuality::typo && is_spelt_exactly(people_[id], typed);
        ranked.emplace_back(is_exact ? MatchQuality::exact : worst, id);
    }
    const std::size_t kept = std::min(most, ranked.size());
    const auto is_better = [this](const auto& left, const auto& right) {
        if (left.first != right.first) return left.first < right.first;
        const Person& one = people_[left.second];
        const Person& other = people_[right.second];
        if (one.name != other.name) return compare_swedish(one.name, other.name) < 0;
        return one.attendee < other.attendee;
    };
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                      ranked.end(), is_better);
    for (std::size_t i = 0; i < kept; ++i) {
        result.hits.push_back({people_[ranked[i].second].attendee, ranked[i].first});
    }
    result.is_cut = people.size() > most;
    return result;
}

}  // namespace stormote
