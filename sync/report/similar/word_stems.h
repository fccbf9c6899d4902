// Word stems: what is left of a word without its endings, by libstemmer and what it leaves on
// Swedish words. One thread at a time; owns the stemmer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sync/report/similar/note_language.h"

struct sb_stemmer;

namespace stormote::similar {

class WordStems {
  public:
    explicit WordStems(NoteLanguage language);

    // Of a word in lower case: "föreningarnas" to "förening", "skolan" to "skol". A key, and not
    // always a word.
    [[nodiscard]] std::string stem(std::string_view word) const;

  private:
    [[nodiscard]] std::string stem_once(std::string_view word) const;

    struct Free {
        void operator()(sb_stemmer *stemmer) const;
    };
    NoteLanguage language_;
    std::unique_ptr<sb_stemmer, Free> stemmer_;
};

}  // namespace stormote::similar
