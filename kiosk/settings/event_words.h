// Event words: what the organiser says in Swedish and attendees read, each beside what it is called
// in a further language: settings, questions of the agenda and of the survey, tables. Changed by
// touch one by one, and taken back. The desk's thread.
#pragma once

#include <variant>

#include "kiosk/settings/setting_step.h"

namespace stormote {

// Where a text stands in the record; the field is that of the Swedish words.
struct WordPlace {
    enum class Of : std::uint8_t { settings, question, table, survey };

    Of of = Of::settings;
    int number = 0;  // of the question or table
    FieldNumber field = 0;

    bool operator==(const WordPlace&) const = default;
};

struct EventWord {
    WordPlace place;
    std::string label;  // "Question 2 · Title"
    std::string swedish;
    std::string translation;  // "": it is not said, or was of other words
    std::size_t longest = 0;  // in characters
    SettingValue value = SettingValue::text;
};

// All that is said in Swedish, in the order in which people meet it. Lines are parted by
// semicolons. `language` is a place among the further languages.
[[nodiscard]] std::vector<EventWord> event_words(const EventState& state, std::size_t language,
                                                 const Texts& texts);

// One translation of words that are no setting.
struct TranslationStep {
    WordPlace place;
    std::size_t language = 0;
    std::string swedish;  // what it is a translation of
    std::string from;
    std::string to;
};
using WordStep = std::variant<SettingStep, TranslationStep>;

// Records what a word is in that language; an empty text takes it away. Error in words where it
// does not fit what it translates, or somebody has changed that since.
[[nodiscard]] Result<WordStep> translate_word(Desk& desk, const EventWord& word,
                                              std::size_t language, const std::string& text,
                                              const Texts& texts, Actor actor);
// Records what stood there before. Error: somebody has changed it since; nothing is recorded.
[[nodiscard]] Result<> take_back(Desk& desk, const TranslationStep& step, Actor actor);

}  // namespace stormote
