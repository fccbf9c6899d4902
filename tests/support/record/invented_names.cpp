#include "tests/support/record/invented_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stormote::testing {

namespace {

constexpr std::array given_starts = {"An",  "Bir", "Kar",  "Mar", "El", "Åk", "Ås", "Li",
                                     "Jo",  "Lar", "Sten", "Gun", "Hå", "Mo", "Ni", "Ol",
                                     "Per", "Sig", "Ul",   "Yn",  "Ah", "Fa", "Ha", "Le",
                                     "Os",  "Ra",  "Sa",   "Tor", "Vi", "Zo"};
constexpr std::array given_ends = {"na",  "gitta", "in",  "ia",    "sa",  "a",   "han",
                                   "s",   "nar",   "kan", "hamed", "ma",  "mat", "la",
                                   "man", "var",   "ne",  "rid",   "len", "ster"};
constexpr std::array family_starts = {
    "Berg",   "Lund",  "Ek",     "Alm",   "Björk", "Dal",  "Fors",  "Gran", "Hag",   "Hed",
    "Holm",   "Kvist", "Lind",   "Malm",  "Nord",  "Ny",   "Rosen", "Sand", "Sjö",   "Sten",
    "Ström",  "Söder", "Väster", "Öster", "Ås",    "Äng",  "Öber",  "Norr", "Hög",   "Lång",
    "Anders", "Eriks", "Johans", "Karls", "Lars",  "Nils", "Olofs", "Pers", "Svens", "Jöns"};
constexpr std::array family_middles = {"", "e", "a", "ing", "er", "ar", "el", "en"};
constexpr std::array family_ends = {
    "ström", "berg",  "gren", "qvist", "man", "lund", "dahl", "ell", "én", "mark", "holm", "lind",
    "vall",  "stedt", "blad", "felt",  "son", "ås",   "näs",  "röd", "by", "torp", "skog"};

template <std::size_t Size>
std::string pick(const std::array<const char *, Size>& parts, std::uint64_t number) {
    return parts[number % Size];
}

// Of two draws the smaller: low numbers are common, high ones rare.
std::uint64_t uneven(Random& random, std::uint64_t bound) {
    return std::min({random.below(bound), random.below(bound), random.below(bound)});
}

std::string family_name(Random& random) {
    const std::uint64_t number =
        uneven(random, family_starts.size() * family_middles.size() * family_ends.size());
    return pick(family_starts, number) + pick(family_middles, number / family_starts.size()) +
           pick(family_ends, number / (family_starts.size() * family_middles.size()));
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void spoil_once(std::string& name, std::size_t start, std::size_t length, Random& random) {
    // Only plain letters: a half of å would not be UTF-8.
    for (int tries = 0; tries < 50; ++tries) {
        const std::size_t place = start + random.below(length);
        if (place + 1 >= name.size() || !is_letter(name[place]) || !is_letter(name[place + 1])) {
            continue;
        }
        switch (random.below(4)) {
            case 0:
                name.erase(place, 1);
                return;
            case 1:
                name.insert(place, 1, name[place]);
                return;
            case 2:
                name[place] = static_cast<char>('a' + random.below(26));
                return;
            default:
                if (name[place] == name[place + 1]) continue;
                std::swap(name[place], name[place + 1]);
                return;
        }
    }
}

}  // namespace

std::vector<std::string> invent_names(std::size_t count, std::uint64_t seed) {
    SeededRandom random(seed);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t given = uneven(random, given_starts.size() * given_ends.size());
        std::string name =
            pick(given_starts, given) + pick(given_ends, given / given_starts.size());
        name += ' ' + family_name(random);
        if (random.below(10) == 0) name += '-' + family_name(random);
        names.push_back(std::move(name));
    }
    return names;
}

std::string misspell(const std::string& name, Random& random) {
    std::vector<std::pair<std::size_t, std::size_t>> words;  // start and length
    std::size_t start = 0;
    while (start < name.size()) {
        const std::size_t end = std::min(name.find_first_of(" -", start), name.size());
        // Letters with marks take two bytes: a word counts by its folded letters.
        std::size_t letters = 0;
        for (std::size_t i = start; i < end; ++i) {
            letters += (static_cast<unsigned char>(name[i]) & 0xC0) != 0x80 ? 1U : 0U;
        }
        if (letters >= 5) words.emplace_back(start, end - start);
        start = end + 1;
    }
    std::string spoilt = name;
    if (words.empty()) return spoilt;
    const auto [place, length] = words[random.below(words.size())];
    spoil_once(spoilt, place, length, random);
    if (length >= 9 && random.below(3) == 0) spoil_once(spoilt, place, length - 2, random);
    return spoilt;
}

}  // namespace stormote::testing
