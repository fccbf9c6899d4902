#include "sync/report/similar/compound_parts.h"

#include <algorithm>
#include <array>

namespace stormote::similar {

namespace {

constexpr std::size_t shortest_compound = 7;  // bytes, as all of these; "bokbuss"
constexpr std::size_t longest_compound = 60;  // longer ones nobody wrote
constexpr std::size_t shortest_part = 3;
constexpr std::size_t shortest_sure_part = 4;  // where the other part is not known

// What stands between two parts: "kväll-s-tid", "kvinn-o-jour", "gat-u-kontor".
constexpr std::array<std::string_view, 6> joints{"", "s", "e", "u", "a", "o"};
// What a first part has lost before it was joined: "skol-" of "skola", "pojk-" of "pojke".
constexpr std::array<std::string_view, 3> lost_endings{"", "a", "e"};
constexpr std::array<std::string_view, 7> endings{"ning", "ing", "n", "t", "s", "a", "e"};
// Endings of words, which look like words.
constexpr std::array<std::string_view, 8> no_parts{"ring", "ning", "ering", "ing",
                                                   "het",  "skap", "lig",   "bar"};

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool has_vowel(std::string_view part) {
    // å, ä and ö are two bytes each, the first of which other letters hardly have.
    return part.find_first_of("aeiouy\xC3") != std::string_view::npos;
}

std::optional<std::string> known_first(std::string_view part, const WordStems& stems,
                                       const KnownStems& known) {
    for (const std::string_view joint : joints) {
        if (!part.ends_with(joint) || part.size() < joint.size() + shortest_part) continue;
        const std::string_view bare = part.substr(0, part.size() - joint.size());
        if (known.contains(std::string(bare))) return std::string(bare);
        for (const std::string_view lost : lost_endings) {
            std::string stem = stems.stem(std::string(bare) + std::string(lost));
            if (known.contains(stem)) return stem;
        }
    }
    return {};
}

std::optional<std::string> known_last(std::string_view part, const WordStems& stems,
                                      const KnownStems& known) {
    if (std::find(no_parts.begin(), no_parts.end(), part) != no_parts.end()) return {};
    std::string stem = shortest_known_stem(stems.stem(part), known);
    if (stem.size() < shortest_part || !known.contains(stem)) return {};
    if (std::find(no_parts.begin(), no_parts.end(), stem) != no_parts.end()) return {};
    return stem;
}

std::string without_joint(std::string_view part) {
    if (part.size() > shortest_sure_part && part.ends_with('s')) part.remove_suffix(1);
    return std::string(part);
}

struct Way {
    std::size_t sureness = 0;  // none: no way
    CompoundParts parts;
};

Way way_to_part(std::string_view first, std::string_view last, const WordStems& stems,
                const KnownStems& known) {
    const auto left = known_first(first, stems, known);
    const auto right = known_last(last, stems, known);
    constexpr std::size_t step = longest_compound + 1;
    if (left && right) return {3 * step + last.size(), {*left, *right}};
    if (right && right->size() >= shortest_sure_part)
        return {2 * step + last.size(), {stems.stem(without_joint(first)), *right}};
    if (left && left->size() >= shortest_sure_part && last.size() >= shortest_sure_part)
        return {step + first.size(), {*left, stems.stem(last)}};
    return {};
}

}  // namespace

std::string shortest_known_stem(const std::string& stem, const KnownStems& known) {
    for (const std::string_view ending : endings) {
        if (!stem.ends_with(ending) || stem.size() < ending.size() + shortest_part) continue;
        std::string shorter = stem.substr(0, stem.size() - ending.size());
        if (known.contains(shorter)) return shorter;
    }
    return stem;
}

std::optional<CompoundParts> compound_parts(std::string_view word, const WordStems& stems,
                                            const KnownStems& known, const Particles& particles) {
    if (word.size() < shortest_compound || word.size() > longest_compound) return {};
    const std::string whole = stems.stem(word);
    Way best;
    for (std::size_t at = shortest_part; at + shortest_part <= word.size(); ++at) {
        if (is_continuation(word[at])) continue;
        const std::string_view first = word.substr(0, at);
        const std::string_view last = word.substr(at);
        if (particles.contains(first)) continue;
        if (!has_vowel(first) || !has_vowel(last)) continue;
        Way way = way_to_part(first, last, stems, known);
        if (way.parts.first == whole || way.parts.last == whole) continue;
        if (way.sureness > best.sureness) best = std::move(way);
    }
    if (best.sureness == 0) return {};
    return best.parts;
}

}  // namespace stormote::similar
