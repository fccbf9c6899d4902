#include "sync/report/similar/likeness.h"

#include <algorithm>
#include <cmath>

namespace stormote::similar {

namespace {

// All of these were chosen on the notes of tests/fixtures/similar-notes that are there to tune on.

// How much a word counts by what it is and how it stands.
constexpr float place_weight = 0.7F;
constexpr float name_weight = 0.7F;
constexpr float weak_weight = 0.3F;
constexpr float subject_weight = 0.8F;
constexpr float thing_weight = 1.4F;
constexpr float ask_weight = 0.8F;
// How much a term of one note only counts against its likeness to others: it may be another word
// for the same.
constexpr float lone_weight = 0.5F;
// As if so many more notes had been read, so that in few notes no term is common.
constexpr float unread_notes = 50;
// A thing that is asked for itself stays a proposal when many ask for it.
constexpr float least_rarity_of_thing = 0.35F;

// The norm of two notes is nearer to the shorter one's: a long note gives reasons, too.
constexpr float shorter_share = 0.8F;
// So much is wanted beyond: one common word in two short notes is not enough.
constexpr float least_evidence = 0.8F;
// Where both say something else besides.
constexpr float rest_that_counts = 0.25F;
constexpr float both_say_more = 0.7F;

// What is left of the likeness where the notes answer a question differently, by facet.
constexpr std::array<float, facet_count> other_answer{0.8F, 0.8F, 0.8F, 0.7F, 0.9F, 0.8F, 0.4F};
constexpr float denied_by_one = 0.5F;
constexpr float shared_places_only = 0.8F;
constexpr float shared_one_only = 0.8F;
// No word of what it is about: "at night" or "for children" alone.
constexpr float shared_circumstances_only = 0.7F;
// What they are both about is wanted by one and there for the other, which says what ails it; or it
// is there for both, and many things can ail it.
constexpr float wanted_by_one = 0.6F;
constexpr float there_for_both = 0.8F;
// What they are about, and something else that they say of it.
constexpr float shared_topic_and_more = 1.2F;
constexpr float weight_that_counts = 0.12F;  // as one that they share

float facet_weight(Facet facet) {
    switch (facet) {
        case Facet::subject:
            return subject_weight;
        case Facet::thing:
            return thing_weight;
        case Facet::ask:
            return ask_weight;
        default:
            return 1;
    }
}

// 1 for a term of one note only, 0 for one of all.
float rarity_of(const TermUse& use, float notes_to_one, float all) {
    const float rarity = std::log(notes_to_one) / std::log(all);
    const float least = use.facet == Facet::thing ? least_rarity_of_thing : 0;
    return std::max(rarity * rarity, least);
}

void add_answer(NoteProfile& profile, const TermUse& use) {
    if (use.facet == Facet::none || use.is_denied) return;
    const bool says_where =
        use.is_place && (use.facet == Facet::subject || use.facet == Facet::thing);
    const Facet facet = says_where ? Facet::place : use.facet;
    profile.answers[static_cast<std::size_t>(facet)].push_back(use.term);
}

// Of terms that stand in a note several times, the heaviest use.
void keep_heaviest(std::vector<TermUse>& terms) {
    std::sort(terms.begin(), terms.end(), [](const TermUse& left, const TermUse& right) {
        if (left.term != right.term) return left.term < right.term;
        if (left.weight != right.weight) return left.weight > right.weight;
        return left.is_definite < right.is_definite;
    });
    const auto same = [](const TermUse& left, const TermUse& right) {
        return left.term == right.term;
    };
    terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
}

NoteProfile read_profile(const std::vector<NoteWord>& words, const Vocabulary& vocabulary) {
    NoteProfile profile;
    for (const NoteWord& word : words) {
        const float role = (word.is_place ? place_weight : 1) * (word.is_name ? name_weight : 1);
        for (const auto& [term, share] : vocabulary.terms_of(word.text)) {
            const TermUse use{term,
                              role * share,
                              vocabulary.facet_of(term),
                              vocabulary.is_weak(term),
                              word.is_place,
                              word.is_definite,
                              word.is_denied};
            profile.terms.push_back(use);
            add_answer(profile, use);
        }
    }
    keep_heaviest(profile.terms);
    for (auto& answers : profile.answers) std::sort(answers.begin(), answers.end());
    return profile;
}

bool share_one(const std::vector<TermId>& left, const std::vector<TermId>& right) {
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        if (*l == *r) return true;
        *l < *r ? ++l : ++r;
    }
    return false;
}

float likeness_by_article(bool left, bool right) {
    if (left != right) return wanted_by_one;
    return left ? there_for_both : 1;
}

// What two notes have in common.
struct Common {
    float weight = 0;
    float of_left = 0;
    float of_right = 0;
    int count = 0;
    bool has_thing = false;
    bool is_place_only = true;
    bool is_circumstance_only = true;
    bool is_denied_by_one = false;
    float weight_of_topic = 0;  // the heaviest subject or thing
    float likeness_of_topic = 1;

    void add(const TermUse& left, const TermUse& right) {
        weight += std::sqrt(left.weight * right.weight);
        of_left += left.weight;
        of_right += right.weight;
        if (left.is_denied != right.is_denied) is_denied_by_one = true;
        if (left.is_weak) return;
        if (!left.is_place || !right.is_place) is_place_only = false;
        if (left.facet == Facet::thing) has_thing = true;
        const float least = std::min(left.weight, right.weight);
        if (least > weight_that_counts) ++count;
        const bool is_topic = left.facet == Facet::subject || left.facet == Facet::thing;
        if (is_topic || left.facet == Facet::none) is_circumstance_only = false;
        if (!is_topic || least <= weight_of_topic) return;
        weight_of_topic = least;
        likeness_of_topic = likeness_by_article(left.is_definite, right.is_definite);
    }

    // How far what they share makes them one proposal, by what kind of words it is.
    [[nodiscard]] float kind() const {
        float like = likeness_of_topic;
        if (weight_of_topic > 0 && count > 1) like *= shared_topic_and_more;
        if (is_circumstance_only) like *= shared_circumstances_only;
        if (is_place_only) like *= shared_places_only;
        if (count <= 1 && !has_thing) like *= shared_one_only;
        return is_denied_by_one ? like * denied_by_one : like;
    }
};

Common common_terms(const NoteProfile& left, const NoteProfile& right) {
    Common common;
    auto l = left.terms.begin();
    auto r = right.terms.begin();
    while (l != left.terms.end() && r != right.terms.end()) {
        if (l->term == r->term) {
            common.add(*l++, *r++);
        } else {
            l->term < r->term ? ++l : ++r;
        }
    }
    return common;
}

}  // namespace

std::vector<NoteProfile> profiles_of(std::span<const std::vector<NoteWord>> notes,
                                     const Vocabulary& vocabulary) {
    std::vector<NoteProfile> profiles;
    profiles.reserve(notes.size());
    std::vector<float> note_counts(vocabulary.term_count());
    for (const auto& words : notes) {
        profiles.push_back(read_profile(words, vocabulary));
        for (const TermUse& use : profiles.back().terms) ++note_counts[use.term];
    }
    const float all = static_cast<float>(notes.size()) + unread_notes;
    for (NoteProfile& profile : profiles) {
        for (TermUse& use : profile.terms) {
            const float in_notes = note_counts[use.term];
            use.weight *= rarity_of(use, all / in_notes, all) * facet_weight(use.facet);
            if (use.is_weak) use.weight *= weak_weight;
            profile.total += use.weight * (in_notes > 1 ? 1 : lone_weight);
        }
    }
    return profiles;
}

float likeness(const NoteProfile& left, const NoteProfile& right) {
    const Common common = common_terms(left, right);
    if (common.weight <= 0) return 0;
    const auto [shorter, longer] = std::minmax(left.total, right.total);
    float like =
        common.weight /
        (std::pow(shorter, shorter_share) * std::pow(longer, 1 - shorter_share) + least_evidence);
    const float rest = std::min(left.total - common.of_left, right.total - common.of_right);
    if (rest > rest_that_counts) like *= both_say_more;
    for (std::size_t i = 0; i < facet_count; ++i) {
        const auto& ours = left.answers[i];
        const auto& theirs = right.answers[i];
        if (!ours.empty() && !theirs.empty() && !share_one(ours, theirs)) like *= other_answer[i];
    }
    return like * common.kind();
}

}  // namespace stormote::similar
