#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "kiosk/desk/search/name_search.h"
#include "sync/base/text_folding.h"
#include "sync/journal/file/sqlite.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/invented_names.h"

namespace stormote::testing {

namespace {

constexpr std::size_t most_results = 20;
constexpr int typed_names = 400;
constexpr int misspelt_names = 1'000;
// The usual way to forgive typing errors takes long enough.
constexpr int trigram_queries = 40;

AttendeeId id_of(std::size_t number) {
    AttendeeId id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.value.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    }
    return id;
}

// Every beginning of a name, as somebody types it.
std::vector<std::string> keystrokes_of(const std::string& name) {
    std::vector<std::string> beginnings;
    for (std::size_t length = 1; length <= name.size(); ++length) {
        const bool is_whole = length == name.size() || (name[length] & 0xC0) != 0x80;
        if (is_whole) beginnings.push_back(name.substr(0, length));
    }
    return beginnings;
}

class FullTextSearch {
  public:
    FullTextSearch(const std::filesystem::path& file, const std::vector<std::string>& names)
        : database_(file, DatabaseMode::create) {
        database_.execute("CREATE VIRTUAL TABLE words USING fts5(name, prefix = '1 2 3')");
        database_.execute("CREATE VIRTUAL TABLE trigrams USING fts5(name, tokenize = 'trigram')");
        Transaction transaction(database_);
        Statement words(database_, "INSERT INTO words VALUES(?)");
        Statement trigrams(database_, "INSERT INTO trigrams VALUES(?)");
        for (const std::string& name : names) {
            const std::string folded = fold_text(name);
            words.bind(folded).run();
            trigrams.bind(folded).run();
        }
        transaction.commit();
        by_prefix_.emplace(database_, "SELECT rowid FROM words WHERE words MATCH ? LIMIT 20");
        by_trigrams_.emplace(database_,
                             "SELECT rowid FROM trigrams WHERE trigrams MATCH ? "
                             "ORDER BY bm25(trigrams) LIMIT 20");
    }

    std::size_t by_prefix(const std::string& typed) {
        return count(*by_prefix_, '"' + typed + "\"*");
    }
    std::size_t by_trigrams(const std::string& typed) {
        std::string query;
        for (std::size_t i = 0; i + 3 <= typed.size(); ++i) {
            query += (query.empty() ? "\"" : " OR \"") + typed.substr(i, 3) + '"';
        }
        return count(*by_trigrams_, query);
    }

  private:
    static std::size_t count(Statement& statement, const std::string& query) {
        statement.bind(query);
        std::size_t rows = 0;
        while (statement.step()) ++rows;
        statement.reset();
        return rows;
    }

    Database database_;
    std::optional<Statement> by_prefix_;
    std::optional<Statement> by_trigrams_;
};

bool finds(const NameIndex& index, const std::string& typed, std::size_t number) {
    const auto hits = index.search(typed, most_results).hits;
    const AttendeeId wanted = id_of(number);
    return std::any_of(hits.begin(), hits.end(),
                       [&](const NameMatch& match) { return match.attendee == wanted; });
}

// Of misspelt full names, how many per cent are among the first hits. People with the very same
// name cannot be told apart, so only names that are somebody's own are asked for.
double recall_percent(const NameIndex& index, const std::vector<std::string>& names) {
    std::unordered_map<std::string, int> bearers;
    for (const std::string& name : names) ++bearers[name];
    SeededRandom random(11);
    int asked = 0;
    int found = 0;
    while (asked < misspelt_names) {
        const std::size_t number = random.below(names.size());
        if (bearers[names[number]] > 1) continue;
        ++asked;
        if (finds(index, misspell(names[number], random), number)) ++found;
    }
    return 100.0 * found / asked;
}

struct Keystrokes {
    Samples exact;
    Samples misspelt;
};

Keystrokes type_names(const NameIndex& index, const std::vector<std::string>& names) {
    Keystrokes times;
    SeededRandom random(5);
    std::size_t hits = 0;
    for (int i = 0; i < typed_names; ++i) {
        const std::string& name = names[random.below(names.size())];
        for (const std::string& typed : keystrokes_of(name)) {
            times.exact.measure([&] { hits += index.search(typed, most_results).hits.size(); });
        }
        for (const std::string& typed : keystrokes_of(misspell(name, random))) {
            times.misspelt.measure([&] { hits += index.search(typed, most_results).hits.size(); });
        }
    }
    if (hits == 0) throw std::runtime_error("the name search found nobody");
    return times;
}

Samples pass_over(const std::vector<std::string>& names) {
    const std::string all = std::accumulate(names.begin(), names.end(), std::string());
    Samples times;
    std::ptrdiff_t found = 0;
    for (int i = 0; i < 200; ++i) {
        const char letter = static_cast<char>('a' + i % 26);
        times.measure([&] { found += std::count(all.begin(), all.end(), letter); });
    }
    if (found == 0) throw std::runtime_error("the names have no letters");
    return times;
}

void measure_among(Figures& figures, const std::filesystem::path& folder, std::size_t count) {
    const std::string people = " among " + std::to_string(count);
    const auto names = invent_names(count, 7);
    NameIndex index;
    Samples building;
    building.measure([&] {
        for (std::size_t i = 0; i < names.size(); ++i) index.set(id_of(i), names[i]);
        static_cast<void>(index.search("a", most_results));
    });
    const Keystrokes ours = type_names(index, names);
    FullTextSearch peer(folder / std::to_string(count), names);
    Samples prefixes;
    Samples trigrams;
    SeededRandom random(5);
    std::size_t rows = 0;
    for (int i = 0; i < trigram_queries; ++i) {
        const std::string name = fold_text(names[random.below(names.size())]);
        const std::string word = name.substr(0, name.find(' '));
        prefixes.measure([&] { rows += peer.by_prefix(word); });
        trigrams.measure([&] { rows += peer.by_trigrams(name); });
    }
    if (rows == 0) throw std::runtime_error("SQLite found nobody");
    Figures::times("limit: one pass over the names" + people, pass_over(names));
    Figures::times("SQLite FTS5, beginnings, no typing errors" + people, prefixes);
    Figures::times("SQLite FTS5, any trigram, ranked" + people, trigrams);
    Figures::times("a keystroke" + people, ours.exact);
    Figures::times("a keystroke of a misspelt name" + people, ours.misspelt);
    Figures::value("the index built" + people, building.median() / 1000, "ms");
    figures.at_most("p99 of a keystroke", ours.exact.p99() / 1000, 2, "ms");
    figures.at_most("p99 of a keystroke of a misspelt name", ours.misspelt.p99() / 1000, 2, "ms");
    figures.at_least("misspelt names among the first 20", recall_percent(index, names), 98, "%");
    // Few enough people are found quickly by any means.
    if (count < 100'000) return;
    figures.at_least("faster than any trigram", trigrams.median() / ours.misspelt.median(), 50,
                     "times");
}

}  // namespace

void measure_search(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Name search");
    const TemporaryFolder work(folder);
    measure_among(figures, work.path(), 10'000);
    measure_among(figures, work.path(), 100'000);
}

}  // namespace stormote::testing
