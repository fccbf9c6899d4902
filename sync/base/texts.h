// Texts: the sentences of one language, read from a compiled gettext catalogue (.mo).
//
// The English sentence in the code is the key, and what is shown where a translation is missing.
// Immutable once loaded; any thread may read it. Copies share the catalogue.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/localized_message.h"

namespace stormote {

class Texts {
  public:
    // No translations: everything is said in English.
    Texts() = default;

    // Error when the file is missing or not a catalogue. `language` is a BCP 47 tag, such as "sv".
    static Result<Texts> load(const std::filesystem::path& catalogue, std::string language);

    [[nodiscard]] std::string get(Sentence sentence) const;
    // The sentence with its arguments in place.
    template <typename... Arguments>
    [[nodiscard]] std::string get(Sentence sentence, const Arguments&...arguments) const {
        return fill_in(get(sentence), {argument_text(arguments)...});
    }
    // Chooses among the language's plural forms; "{}" in the sentence is the count.
    [[nodiscard]] std::string get_plural(Sentence one, Sentence other, std::int64_t count) const;
    [[nodiscard]] std::string get(const Error& error) const;
    [[nodiscard]] std::string say(const LocalizedMessage& message) const;

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool reads_from_right() const { return reads_from_right_; }
    [[nodiscard]] bool has(Sentence sentence) const;

  private:
    // Borrowed from the catalogue: a kiosk reads all its languages at each start, and copying some
    // ten thousand sentences took 7 ms of it.
    struct Entry {
        std::string_view original;
        std::string_view translation;
        std::string_view forms;  // of a plural, parted by zero bytes; else empty
    };

    [[nodiscard]] const Entry *find(std::string_view original) const;

    std::string language_ = "en";
    bool reads_from_right_ = false;
    std::shared_ptr<const std::string> catalogue_;
    std::vector<Entry> entries_;  // by their originals
};

// Which of a language's plural forms a count takes (Unicode CLDR, cardinal numbers), in the order
// of gettext: as the Plural-Forms of its catalogue number them.
[[nodiscard]] std::size_t plural_form(const std::string& language, std::int64_t count);

}  // namespace stormote
