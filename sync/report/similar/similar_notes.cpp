#include "sync/report/similar/similar_notes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sync/report/similar/average_linkage.h"
#include "sync/report/similar/likeness.h"

namespace stormote {

namespace {

using namespace similar;

// Chosen with the weights of likeness.cpp.
constexpr LinkageLimits limits{0.28F, 0.168F};
// A term that more notes have than both of these makes no two of them candidates: alone it hardly
// ever suffices.
constexpr std::size_t common_in_notes = 30;
constexpr std::size_t common_in_share = 10;  // every tenth note
// The same of a thing that is asked for itself: the evening is about it.
constexpr std::size_t common_thing_in_share = 4;

constexpr std::size_t most_reasons = 4;
constexpr std::size_t most_spellings = 3;

// Notes of the same words are one.
struct DistinctNotes {
    std::vector<std::vector<NoteWord>> words;
    std::vector<std::vector<std::size_t>> copies;  // indexes of the notes
};

std::string key_of(const std::vector<NoteWord>& words) {
    std::string key;
    for (const NoteWord& word : words) {
        key += word.text;
        key += word.is_denied ? '-' : ' ';
    }
    return key;
}

DistinctNotes read_notes(std::span<const std::string_view> notes, NoteLanguage language) {
    const WordReader reader(everyday_words(language));
    DistinctNotes distinct;
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto words = reader.read(notes[i]);
        if (words.empty()) continue;
        const auto [place, is_new] = known.try_emplace(key_of(words), distinct.words.size());
        if (is_new) {
            distinct.words.push_back(std::move(words));
            distinct.copies.emplace_back();
        }
        distinct.copies[place->second].push_back(i);
    }
    return distinct;
}

NoteCounts note_counts_of(std::span<const std::vector<NoteWord>> notes) {
    NoteCounts counts;
    for (const auto& words : notes) {
        std::set<std::string_view> once;
        for (const NoteWord& word : words) once.insert(word.text);
        for (const std::string_view word : once) ++counts[std::string(word)];
    }
    return counts;
}

std::vector<Likeness> alike_pairs(std::span<const NoteProfile> profiles, std::size_t term_count) {
    std::vector<std::vector<std::size_t>> notes_with(term_count);
    for (std::size_t i = 0; i < profiles.size(); ++i)
        for (const TermUse& use : profiles[i].terms) notes_with[use.term].push_back(i);
    const auto is_common = [&](const TermUse& use) {
        const auto share = use.facet == Facet::thing ? common_thing_in_share : common_in_share;
        return notes_with[use.term].size() > std::max(common_in_notes, profiles.size() / share);
    };

    std::vector<Likeness> pairs;
    std::vector<std::size_t> seen_with(profiles.size());  // one more than the note, or 0
    for (std::size_t one = 0; one < profiles.size(); ++one) {
        for (const TermUse& use : profiles[one].terms) {
            const auto& others = notes_with[use.term];
            if (is_common(use)) continue;
            for (auto at = std::upper_bound(others.begin(), others.end(), one); at != others.end();
                 ++at) {
                if (std::exchange(seen_with[*at], one + 1) == one + 1) continue;
                const float value = likeness(profiles[one], profiles[*at]);
                if (value >= limits.weakest) pairs.push_back({one, *at, value});
            }
        }
    }
    return pairs;
}

// A term of a group: in how many of its notes it stands, and how it is written there.
struct Reason {
    std::size_t count = 0;
    float weight = 0;
    std::vector<std::string> spellings;
};

void add_spellings(std::map<TermId, Reason>& reasons, const std::vector<NoteWord>& words,
                   const Vocabulary& vocabulary) {
    for (const NoteWord& word : words) {
        for (const WordTerm& part : vocabulary.terms_of(word.text)) {
            auto& spellings = reasons[part.term].spellings;
            if (std::find(spellings.begin(), spellings.end(), word.text) == spellings.end())
                spellings.push_back(word.text);
        }
    }
}

std::string written(const Reason& reason) {
    std::string text;
    for (std::size_t i = 0; i < std::min(reason.spellings.size(), most_spellings); ++i)
        text += (i == 0 ? "" : " / ") + reason.spellings[i];
    return text;
}

class Reasons {
  public:
    Reasons(const DistinctNotes& notes, std::span<const NoteProfile> profiles,
            const Vocabulary& vocabulary)
        : notes_(notes), profiles_(profiles), vocabulary_(vocabulary) {}

    [[nodiscard]] std::vector<std::string> of(const std::vector<std::size_t>& group) const {
        std::map<TermId, Reason> reasons;
        for (const std::size_t note : group) {
            add_spellings(reasons, notes_.words[note], vocabulary_);
            for (const TermUse& use : profiles_[note].terms) {
                ++reasons[use.term].count;
                reasons[use.term].weight += use.weight;
            }
        }
        std::vector<Reason> shared;
        for (auto& [term, reason] : reasons)
            if (2 * reason.count > group.size()) shared.push_back(std::move(reason));
        std::stable_sort(shared.begin(), shared.end(), [](const Reason& left, const Reason& right) {
            return left.weight > right.weight;
        });
        return said_once(shared);
    }

  private:
    // A compound and its parts are written alike.
    [[nodiscard]] static std::vector<std::string> said_once(const std::vector<Reason>& shared) {
        std::vector<std::string> said;
        std::set<std::string> spellings;
        for (const Reason& reason : shared) {
            if (said.size() == most_reasons) break;
            bool is_new = false;
            for (const std::string& spelling : reason.spellings)
                is_new |= spellings.insert(spelling).second;
            if (is_new) said.push_back(written(reason));
        }
        return said;
    }

    const DistinctNotes& notes_;
    std::span<const NoteProfile> profiles_;
    const Vocabulary& vocabulary_;
};

// Those that stand in no group and were written several times are groups, too.
void add_copies(std::vector<std::vector<std::size_t>>& groups, const DistinctNotes& notes) {
    std::vector<bool> is_grouped(notes.words.size());
    for (const auto& group : groups)
        for (const std::size_t note : group) is_grouped[note] = true;
    for (std::size_t i = 0; i < notes.copies.size(); ++i)
        if (!is_grouped[i] && notes.copies[i].size() > 1) groups.push_back({i});
}

}  // namespace

std::vector<SimilarGroup> find_similar(std::span<const std::string_view> notes,
                                       NoteLanguage language) {
    const DistinctNotes distinct = read_notes(notes, language);
    const Vocabulary vocabulary(language, note_counts_of(distinct.words));
    const auto profiles = profiles_of(distinct.words, vocabulary);
    auto groups = average_linkage(distinct.words.size(),
                                  alike_pairs(profiles, vocabulary.term_count()), limits);
    add_copies(groups, distinct);

    const Reasons reasons(distinct, profiles, vocabulary);
    std::vector<SimilarGroup> similar;
    for (const auto& group : groups) {
        SimilarGroup& proposed = similar.emplace_back();
        proposed.shared = reasons.of(group);
        for (const std::size_t note : group)
            proposed.members.insert(proposed.members.end(), distinct.copies[note].begin(),
                                    distinct.copies[note].end());
        std::sort(proposed.members.begin(), proposed.members.end());
    }
    std::sort(similar.begin(), similar.end(),
              [](const SimilarGroup& left, const SimilarGroup& right) {
                  return left.members < right.members;
              });
    return similar;
}

}  // namespace stormote
