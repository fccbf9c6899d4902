// NameIndex: finds people by a few letters of their names, forgiving missing dots, word order and,
// where nothing else is found, typing errors.
//
// A dictionary of the distinct folded words with the people who have them: one pass over the words
// is cheap where a pass over the people is not. Typing errors are counted by bit-parallel optimal
// string alignment (Hyyrö 2003) against the beginnings of words; see prefix_pattern.h. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sync/model/ids.h"

namespace stormote {

enum class MatchQuality : std::uint8_t {
    exact,   // the letters as typed, dots included
    folded,  // but for dots and other marks
    typo,    // but for one or two typing errors
};

struct NameMatch {
    AttendeeId attendee;
    MatchQuality quality = MatchQuality::exact;
};

struct NameHits {
    // The best first: quality; then the fewest errors and letters beyond the typed ones where
    // there are errors, or else whole words before beginnings; then Swedish order of names.
    std::vector<NameMatch> hits;
    // More people match than were asked for.
    bool is_cut = false;
};

class NameIndex {
  public:
    // Adds a person, or changes the name that they are found by. An empty name removes them.
    void set(const AttendeeId& attendee, std::string_view name);
    void remove(const AttendeeId& attendee);

    // People with a word for every word of the query: it begins with that word. Nothing for a
    // query without letters. At most `most` people.
    [[nodiscard]] NameHits search(std::string_view query, std::size_t most) const;

    [[nodiscard]] std::size_t size() const { return people_by_id_.size(); }

  private:
    using WordId = std::uint32_t;
    using TokenId = std::uint32_t;
    using PersonId = std::uint32_t;

    struct Word {
        std::string text;  // folded
        std::vector<PersonId> people;
    };
    // What stands between two spaces of a name: folding it is dear, and most are shared.
    struct Token {
        std::vector<WordId> words;
        std::vector<std::string> marked;  // the same words in small letters, with their marks
        std::string sort_key;
    };
    // There are many: no more memory than must be.
    class Person {
      public:
        Person() = default;
        Person(const AttendeeId& id, const std::vector<TokenId>& tokens,
               const std::vector<WordId>& words);
        [[nodiscard]] std::span<const TokenId> tokens() const {
            return std::span(ids_).first(token_count_);
        }
        // As often as the name has them.
        [[nodiscard]] std::span<const WordId> words() const {
            return std::span(ids_).subspan(token_count_);
        }

        AttendeeId attendee;

      private:
        std::vector<std::uint32_t> ids_;  // the tokens, then the words
        std::size_t token_count_ = 0;
    };
    // A word that a word of the query may stand for, and what speaks against it.
    struct WordMatch {
        WordId word = 0;
        std::uint8_t penalty = 0;
    };
    using WordMatches = std::vector<WordMatch>;
    struct Candidate {
        PersonId person = 0;
        unsigned penalty = 0;
        MatchQuality quality = MatchQuality::typo;
    };

    WordId word_of(const std::string& text);
    TokenId token_of(const std::string& text);
    [[nodiscard]] WordMatches words_beginning_with(std::string_view prefix) const;
    [[nodiscard]] WordMatches words_like(std::string_view query_word, int most_errors) const;
    [[nodiscard]] std::vector<Candidate> people_with(const std::vector<WordMatches>& sets,
                                                     std::size_t most) const;
    // Of words of a name that stand for all words of the query, each for another ("Bo Bo" asks for
    // two words that begin so). UINT_MAX when there are none.
    [[nodiscard]] static unsigned least_penalty(
        std::span<const WordId> words, const std::vector<std::vector<std::uint8_t>>& penalties);
    [[nodiscard]] bool is_spelt_exactly(const Person& person,
                                        const std::vector<std::string>& words) const;
    [[nodiscard]] bool is_better(const Candidate& left, const Candidate& right) const;

    std::vector<Word> words_;
    std::vector<WordId> order_;  // the words' ids, ascending by text
    std::vector<Token> tokens_;
    std::unordered_map<std::string, TokenId> token_ids_;
    std::vector<Person> people_;
    std::unordered_map<AttendeeId, PersonId> people_by_id_;
};

}  // namespace stormote
