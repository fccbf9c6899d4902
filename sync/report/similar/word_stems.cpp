#include "sync/report/similar/word_stems.h"

#include <array>
#include <new>

#include <libstemmer.h>

namespace stormote::similar {

namespace {

const char *algorithm_of(NoteLanguage language) {
    switch (language) {
        case NoteLanguage::english:
            return "english";
        case NoteLanguage::finnish:
            return "finnish";
        case NoteLanguage::swedish:
            break;
    }
    return "swedish";
}

bool ends_with_any(std::string_view word, const std::array<std::string_view, 2>& endings) {
    return word.ends_with(endings[0]) || word.ends_with(endings[1]);
}

}  // namespace

void WordStems::Free::operator()(sb_stemmer *stemmer) const {
    sb_stemmer_delete(stemmer);
}

WordStems::WordStems(NoteLanguage language)
    : language_(language), stemmer_(sb_stemmer_new(algorithm_of(language), "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();
}

std::string WordStems::stem_once(std::string_view word) const {
    const auto *letters =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol *>(word.data()),
                        static_cast<int>(word.size()));
    if (letters == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char *>(letters),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::string WordStems::stem(std::string_view word) const {
    if (language_ != NoteLanguage::swedish) return stem_once(word);
    // "nyckeln" and "kalendern" are "nyckel" and "kalender" with an article.
    if (word.size() > 4 && ends_with_any(word, {"eln", "ern"})) word.remove_suffix(1);
    std::string stem = stem_once(word);
    // The articles of "kontoret" and "skolan", which it leaves, and what stood before them.
    if (stem.size() < 5 || !ends_with_any(stem, {"et", "an"})) return stem;
    stem.resize(stem.size() - 2);
    return stem_once(stem);
}

}  // namespace stormote::similar
