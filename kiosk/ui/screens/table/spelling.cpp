#include "kiosk/ui/screens/table/spelling.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>

#include <hunspell/hunspell.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "sync/base/icu_status.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

constexpr const char *rules_file = "/usr/share/hunspell/sv_SE.aff";
constexpr const char *words_file = "/usr/share/hunspell/sv_SE.dic";
constexpr std::size_t shortest_word = 3;  // letters
// Of fewer words nobody can tell that they are of another language.
constexpr std::size_t fewest_for_language = 4;
constexpr std::size_t most_asked = 5'000;

struct Closer {
    void operator()(Hunhandle *dictionary) const { Hunspell_destroy(dictionary); }
};
using Dictionary = std::unique_ptr<Hunhandle, Closer>;

// Null where it is not installed, or not in UTF-8.
Dictionary load() {
    if (FILE *file = std::fopen(words_file, "r"); file != nullptr) {
        static_cast<void>(std::fclose(file));
    } else {
        return nullptr;
    }
    Dictionary dictionary(Hunspell_create(rules_file, words_file));
    if (dictionary && std::string_view(Hunspell_get_dic_encoding(dictionary.get())) != "UTF-8") {
        return nullptr;
    }
    return dictionary;
}

const std::shared_future<Dictionary>& loading() {
    static const std::shared_future<Dictionary> dictionary =
        std::async(std::launch::async, load).share();
    return dictionary;
}

bool is_letter(UChar32 character) {
    return character >= 0 && u_isalpha(character) != 0;
}

struct WrittenWord {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool is_latin = true;
    bool is_copied = false;  // has digits, or is part of an address or a file's name
};

class WordReader {
  public:
    explicit WordReader(std::string_view text) : text_(text) {}

    std::vector<WrittenWord> read() {
        while (place_ < size()) read_token();
        return std::move(words_);
    }

  private:
    [[nodiscard]] int32_t size() const { return static_cast<int32_t>(text_.size()); }
    UChar32 next() {
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(text_.data());
        UChar32 character = 0;
        U8_NEXT(bytes, place_, size(), character);
        return character;
    }

    // Up to the next space: one word, or several with signs between them.
    void read_token() {
        const std::size_t first = words_.size();
        std::optional<WrittenWord> word;
        bool is_copied = false;
        while (place_ < size()) {
            const auto before = static_cast<std::size_t>(place_);
            const UChar32 character = next();
            if (character < 0 || u_isUWhiteSpace(character) != 0) break;
            if (is_letter(character)) {
                if (!word) word = WrittenWord{before};
                add(*word, character);
                word->end = static_cast<std::size_t>(place_);
                continue;
            }
            if (u_isdigit(character) != 0 || character == '@' || character == '_' ||
                character == '/') {
                is_copied = true;
            }
            // "t.ex." and "www.ekbacken.se" have a full stop within.
            if (character == '.' && place_ < size() && is_letter(peek())) is_copied = true;
            finish(word);
        }
        finish(word);
        for (std::size_t i = first; i < words_.size(); ++i) words_[i].is_copied = is_copied;
    }

    [[nodiscard]] UChar32 peek() {
        const int32_t here = place_;
        const UChar32 character = next();
        place_ = here;
        return character;
    }

    static void add(WrittenWord& word, UChar32 letter) {
        ++word.letters;
        if (u_isupper(letter) != 0) ++word.capitals;
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(letter, &status) != USCRIPT_LATIN) word.is_latin = false;
    }
    void finish(std::optional<WrittenWord>& word) {
        if (word) words_.push_back(*word);
        word.reset();
    }

    std::string_view text_;
    int32_t place_ = 0;
    std::vector<WrittenWord> words_;
};

// "LSS" and "IF" are in no dictionary.
bool is_asked_about(const WrittenWord& word) {
    const bool is_abbreviation = word.capitals > 1 && word.capitals == word.letters;
    return word.letters >= shortest_word && word.is_latin && !word.is_copied && !is_abbreviation;
}

template <typename Visit>
void for_each_name(const EventState& state, Visit visit) {
    for (const auto& [id, attendee] : state.attendees()) {
        visit(attendee.get(AttendeeField::given_name));
        visit(attendee.get(AttendeeField::family_name));
    }
    for (const auto& [id, fields] : state.organisations()) {
        visit(fields.get(OrganisationField::name));
        visit(fields.get(OrganisationField::aliases));
    }
    for (const auto& [group, fields] : state.groups()) {
        visit(fields.get(GroupField::name));
        visit(fields.get(GroupField::place));
    }
    for (const AgendaQuestion& question : agenda_questions(state)) {
        visit(question.title);
        visit(question.text);
    }
    for (const SettingField setting :
         {SettingField::name, SettingField::place, SettingField::municipality,
          SettingField::departments, SettingField::agreement}) {
        visit(state.setting(setting));
    }
}

}  // namespace

Spelling::Spelling() {
    static_cast<void>(loading());
}

bool Spelling::is_ready() const {
    return loading().wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

void Spelling::know(std::string_view words) {
    for (const WrittenWord& word : WordReader(words).read()) {
        names_.insert(fold_text(words.substr(word.start, word.end - word.start)));
    }
}

void Spelling::know_names_of(const EventState& state) {
    std::size_t hash = 0;
    for_each_name(state, [&hash](const std::string& name) {
        hash = hash * 31 + std::hash<std::string>{}(name);
    });
    if (names_hash_ == hash) return;
    names_hash_ = hash;
    names_.clear();
    asked_.clear();
    for_each_name(state, [this](const std::string& name) { know(name); });
}

bool Spelling::is_known(std::string_view word) {
    if (asked_.size() >= most_asked) asked_.clear();
    const auto [place, is_new] = asked_.try_emplace(std::string(word));
    if (!is_new) return place->second;
    Hunhandle *const dictionary = loading().get().get();
    const std::string folded = fold_text(word);
    // "Ekens" is of somebody called Eken.
    const bool is_name =
        names_.contains(folded) ||
        (folded.ends_with('s') && names_.contains(folded.substr(0, folded.size() - 1)));
    place->second = is_name || Hunspell_spell(dictionary, place->first.c_str()) != 0;
    return place->second;
}

std::vector<MarkedWord> Spelling::misspelt(std::string_view text, std::size_t caret) {
    if (!is_ready() || !loading().get()) return {};
    std::vector<MarkedWord> marked;
    std::size_t asked = 0;
    for (const WrittenWord& word : WordReader(text).read()) {
        if (!is_asked_about(word) || word.end == caret) continue;
        ++asked;
        const std::size_t length = word.end - word.start;
        if (!is_known(text.substr(word.start, length))) marked.push_back({word.start, length});
    }
    if (asked >= fewest_for_language && marked.size() * 2 > asked) return {};
    return marked;
}

}  // namespace stormote
