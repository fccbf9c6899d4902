#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "sync/base/text_folding.h"
#include "sync/report/similar/similar_notes.h"
#include "tests/bench/benches.h"

namespace stormote::testing {

namespace {

constexpr std::size_t note_count = 2'000;
constexpr int rounds = 5;
constexpr double like_enough = 0.5;

// Two notes of the fixtures in one, so that no two of the 2,000 are the same.
std::vector<std::string> many_notes() {
    std::vector<std::string> written;
    for (const char *name : {"tuning", "held-out", "more-tuning", "fresh"}) {
        std::ifstream file(
            fmt::format("{}/tests/fixtures/similar-notes/{}.csv", STORMOTE_SOURCES, name));
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) written.push_back(line.substr(line.find(';') + 1));
    }
    if (written.empty()) throw std::runtime_error("tests/fixtures/similar-notes holds no notes.");
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < note_count; ++i) {
        const std::size_t step = 1 + i / written.size();
        notes.push_back(written[i % written.size()] + ' ' +
                        written[(i * 7 + step) % written.size()]);
    }
    return notes;
}

using Grams = std::vector<std::uint32_t>;

Grams trigrams_of(const std::string& note) {
    const std::string folded = fold_text(note);
    Grams grams;
    for (std::size_t i = 0; i + 3 <= folded.size(); ++i) {
        std::uint32_t gram = 0;
        for (std::size_t j = i; j < i + 3; ++j)
            gram = gram << 8U | static_cast<unsigned char>(folded[j]);
        grams.push_back(gram);
    }
    std::sort(grams.begin(), grams.end());
    return grams;
}

double shared_of(const Grams& left, const Grams& right) {
    std::size_t shared = 0;
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        if (*l == *r) {
            ++shared, ++l, ++r;
        } else {
            *l < *r ? ++l : ++r;
        }
    }
    return static_cast<double>(shared) / static_cast<double>(left.size() + right.size());
}

// What one would write first: every note beside every other, by their trigrams.
std::size_t compare_every_pair(const std::vector<std::string>& notes) {
    std::vector<Grams> grams;
    for (const std::string& note : notes) grams.push_back(trigrams_of(note));
    std::size_t alike = 0;
    for (std::size_t i = 0; i < grams.size(); ++i)
        for (std::size_t j = i + 1; j < grams.size(); ++j)
            if (shared_of(grams[i], grams[j]) > like_enough) ++alike;
    return alike;
}

}  // namespace

void measure_similar(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Notes that propose the same");
    const std::vector<std::string> notes = many_notes();
    const std::vector<std::string_view> views(notes.begin(), notes.end());
    Samples found;
    Samples peer;
    std::size_t results = 0;  // so that neither is left out
    for (int round = 0; round < rounds; ++round) {
        found.measure([&] { results += find_similar(views, NoteLanguage::swedish).size(); });
        peer.measure([&] { results += compare_every_pair(notes); });
    }
    if (results == 0) throw std::runtime_error("No two notes are alike.");
    Figures::times("groups found among 2,000 notes", found);
    Figures::times("every pair of them compared by trigrams", peer);
    figures.at_most("groups, in times every pair", found.median() / peer.median(), 1, "times");
    figures.at_most("groups found among 2,000 notes", found.median() / 1e6, 0.5, "s");
}

}  // namespace stormote::testing
