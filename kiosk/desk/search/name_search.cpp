#include "kiosk/desk/search/name_search.h"

#include <algorithm>
#include <array>
#include <climits>

#include "kiosk/desk/search/prefix_pattern.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Beyond this many people a beginning says nothing yet; the rest is not ranked.
constexpr std::size_t most_ranked = 2048;
constexpr std::size_t most_query_words = 8;
constexpr std::uint8_t no_match = 255;
constexpr unsigned impossible = UINT_MAX;
// One typing error weighs more than any number of letters that are not typed yet.
constexpr unsigned error_penalty = 32;

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

NameIndex::TokenId NameIndex::token_of(const std::string& text) {
    const auto [known, is_new] = token_ids_.try_emplace(text, static_cast<TokenId>(tokens_.size()));
    if (is_new) {
        Token& token = tokens_.emplace_back();
        for (const std::string& word : fold_words(text)) token.words.push_back(word_of(word));
        token.marked = marked_words(text);
        token.sort_key = swedish_sort_key(text);
    }
    return known->second;
}

NameIndex::Person::Person(const AttendeeId& id, const std::vector<TokenId>& tokens,
                          const std::vector<WordId>& words)
    : attendee(id), token_count_(tokens.size()) {
    ids_.reserve(tokens.size() + words.size());
    ids_.insert(ids_.end(), tokens.begin(), tokens.end());
    ids_.insert(ids_.end(), words.begin(), words.end());
}

void NameIndex::set(const AttendeeId& attendee, std::string_view name) {
    std::vector<TokenId> tokens;
    std::vector<WordId> words;
    const std::string trimmed = trim_text(name);
    for (std::size_t start = 0; start < trimmed.size();) {
        const std::size_t end = std::min(trimmed.find(' ', start), trimmed.size());
        tokens.push_back(token_of(trimmed.substr(start, end - start)));
        const auto& own = tokens_[tokens.back()].words;
        words.insert(words.end(), own.begin(), own.end());
        start = end + 1;
    }
    const auto known = people_by_id_.find(attendee);
    const bool is_same =
        known != people_by_id_.end() && std::ranges::equal(people_[known->second].tokens(), tokens);
    if (is_same) return;
    remove(attendee);
    if (words.empty()) return;
    const auto id = static_cast<PersonId>(people_.size());
    for (const WordId word : words) {
        auto& people = words_[word].people;
        if (people.empty() || people.back() != id) people.push_back(id);
    }
    people_.emplace_back(attendee, tokens, words);
    people_by_id_.emplace(attendee, id);
}

void NameIndex::remove(const AttendeeId& attendee) {
    const auto known = people_by_id_.find(attendee);
    if (known == people_by_id_.end()) return;
    Person& person = people_[known->second];
    for (const WordId word : person.words()) std::erase(words_[word].people, known->second);
    person = {};
    people_by_id_.erase(known);
}

NameIndex::WordMatches NameIndex::words_beginning_with(std::string_view prefix) const {
    auto place = std::lower_bound(order_.begin(), order_.end(), prefix,
                                  [this](WordId id, const auto& t) { return words_[id].text < t; });
    WordMatches matches;
    for (; place != order_.end() && begins_with(words_[*place].text, prefix); ++place) {
        const bool is_whole = words_[*place].text.size() == prefix.size();
        matches.push_back({*place, static_cast<std::uint8_t>(is_whole ? 0 : 1)});
    }
    return matches;
}

NameIndex::WordMatches NameIndex::words_like(std::string_view query_word, int most_errors) const {
    WordMatches matches;
    const PrefixPattern pattern(query_word.substr(0, PrefixPattern::longest));
    const auto length = std::min(query_word.size(), PrefixPattern::longest);
    const auto errors_allowed = static_cast<std::size_t>(most_errors);
    for (WordId id = 0; id < words_.size(); ++id) {
        const std::string_view text = words_[id].text;
        if (text.size() + errors_allowed < length) continue;
        // What stands beyond the pattern's length and its errors cannot make the distance less.
        const int errors = pattern.distance(text.substr(0, length + errors_allowed));
        if (errors > most_errors) continue;
        const std::size_t apart = std::max(text.size(), length) - std::min(text.size(), length);
        const auto letters = static_cast<unsigned>(std::min<std::size_t>(apart, error_penalty - 1));
        matches.push_back({id, static_cast<std::uint8_t>(
                                   static_cast<unsigned>(errors) * error_penalty + letters)});
    }
    return matches;
}

unsigned NameIndex::least_penalty(std::span<const WordId> words,
                                  const std::vector<std::vector<std::uint8_t>>& penalties) {
    // Nearly always there is none, or the best words are different ones.
    unsigned sum = 0;
    std::uint64_t used = 0;
    bool is_shared = words.size() > 64;
    for (const auto& row : penalties) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (row[words[i]] < row[words[best]]) best = i;
        }
        if (row[words[best]] == no_match) return impossible;
        sum += row[words[best]];
        is_shared |= (used >> (best % 64) & 1) != 0;
        used |= std::uint64_t{1} << (best % 64);
    }
    if (!is_shared) return sum;
    // Dynamic programme over the sets of query words that have found a word so far.
    std::array<unsigned, 1U << most_query_words> least{};
    const std::size_t all = (std::size_t{1} << penalties.size()) - 1;
    std::fill_n(least.begin() + 1, all, impossible);
    for (const WordId own : words) {
        // Downwards: a word of the name is taken once.
        for (std::size_t found = all; found-- > 0;) {
            if (least[found] == impossible) continue;
            for (std::size_t i = 0; i < penalties.size(); ++i) {
                const std::size_t place = std::size_t{1} << i;
                if ((found & place) != 0 || penalties[i][own] == no_match) continue;
                least[found | place] =
                    std::min(least[found | place], least[found] + penalties[i][own]);
            }
        }
    }
    return least[all];
}

std::vector<NameIndex::Candidate> NameIndex::people_with(const std::vector<WordMatches>& sets,
                                                         std::size_t most) const {
    // Start from the rarest word of the query, and ask of each of its people for the others.
    std::size_t rarest = 0;
    std::vector<std::size_t> counts;
    std::vector<std::vector<std::uint8_t>> penalties;  // for each query word, by word
    for (const WordMatches& matches : sets) {
        std::size_t count = 0;
        auto& row = penalties.emplace_back(words_.size(), no_match);
        for (const WordMatch& match : matches) {
            count += words_[match.word].people.size();
            row[match.word] = match.penalty;
        }
        counts.push_back(count);
        if (count < counts[rarest]) rarest = counts.size() - 1;
    }
    std::vector<Candidate> people;
    std::vector<bool> is_seen(people_.size());
    for (const WordMatch& match : sets[rarest]) {
        for (const PersonId id : words_[match.word].people) {
            const Person& person = people_[id];
            if (is_seen[id]) continue;
            is_seen[id] = true;
            const unsigned penalty = least_penalty(person.words(), penalties);
            if (penalty == impossible) continue;
            people.push_back({id, penalty, MatchQuality::typo});
            if (people.size() == most) return people;
        }
    }
    return people;
}

bool NameIndex::is_spelt_exactly(const Person& person,
                                 const std::vector<std::string>& words) const {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::ranges::any_of(person.tokens(), [&](TokenId token) {
            const auto& own = tokens_[token].marked;
            return std::any_of(own.begin(), own.end(), [&word](const std::string& candidate) {
                return begins_with(candidate, word);
            });
        });
    });
}

bool NameIndex::is_better(const Candidate& left, const Candidate& right) const {
    if (left.quality != right.quality) return left.quality < right.quality;
    if (left.penalty != right.penalty) return left.penalty < right.penalty;
    const auto one = people_[left.person].tokens();
    const auto other = people_[right.person].tokens();
    // Token by token: a space sorts before every letter.
    for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
        if (one[i] == other[i]) continue;
        const int order = tokens_[one[i]].sort_key.compare(tokens_[other[i]].sort_key);
        if (order != 0) return order < 0;
    }
    if (one.size() != other.size()) return one.size() < other.size();
    return people_[left.person].attendee < people_[right.person].attendee;
}

NameHits NameIndex::search(std::string_view query, std::size_t most) const {
    NameHits result;
    std::vector<std::string> words = fold_words(query);
    if (words.empty() || most == 0) return result;
    if (words.size() > most_query_words) words.resize(most_query_words);
    std::vector<WordMatches> sets;
    sets.reserve(words.size());
    for (const std::string& word : words) sets.push_back(words_beginning_with(word));
    std::vector<Candidate> people = people_with(sets, std::max(most + 1, most_ranked));
    if (people.empty()) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const int errors = errors_forgiven(words[i]);
            if (errors > 0) sets[i] = words_like(words[i], errors);
        }
        people = people_with(sets, SIZE_MAX);
    } else {
        const auto typed = marked_words(query);
        for (Candidate& candidate : people) {
            const bool is_exact = is_spelt_exactly(people_[candidate.person], typed);
            candidate.quality = is_exact ? MatchQuality::exact : MatchQuality::folded;
        }
    }
    const std::size_t kept = std::min(most, people.size());
    std::partial_sort(
        people.begin(), people.begin() + static_cast<std::ptrdiff_t>(kept), people.end(),
        [this](const auto& left, const auto& right) { return is_better(left, right); });
    for (std::size_t i = 0; i < kept; ++i) {
        result.hits.push_back({people_[people[i].person].attendee, people[i].quality});
    }
    result.is_cut = people.size() > most;
    return result;
}

}  // namespace stormote
