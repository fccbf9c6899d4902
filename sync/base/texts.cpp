#include "sync/base/texts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include <unicode/plurrule.h>
#include <unicode/uloc.h>

#include "sync/base/icu_status.h"

namespace stormote {

namespace {

constexpr std::uint32_t catalogue_magic = 0x950412DE;

// Little-endian, as msgfmt writes on every machine that this runs on; nothing outside the file.
std::uint32_t read_number(const std::string& file, std::size_t offset) {
    if (offset + 4 > file.size()) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(file[offset + i]);
    }
    return value;
}

std::string read_text(const std::string& file, std::size_t table_offset) {
    const std::size_t length = read_number(file, table_offset);
    const std::size_t offset = read_number(file, table_offset + 4);
    if (offset > file.size() || length > file.size() - offset) return {};
    return file.substr(offset, length);
}

std::vector<std::string> split_forms(const std::string& text) {
    std::vector<std::string> forms;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\0', start), text.size());
        forms.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return forms;
}

// One a thread and language: making them costs a thousand times as much as asking them.
const icu::PluralRules& plural_rules(const std::string& language) {
    thread_local std::map<std::string, std::unique_ptr<icu::PluralRules>> made;
    std::unique_ptr<icu::PluralRules>& rules = made[language];
    if (!rules) {
        UErrorCode status = U_ZERO_ERROR;
        rules.reset(icu::PluralRules::forLocale(icu::Locale(language.c_str()), status));
        require_icu(status);
    }
    return *rules;
}

}  // namespace

std::size_t plural_form(const std::string& language, std::int64_t count) {
    const icu::PluralRules& rules = plural_rules(language);
    const icu::UnicodeString chosen = rules.select(static_cast<double>(count));
    // A catalogue numbers those of them that its language has.
    constexpr std::array<const char *, 6> forms{"zero", "one", "two", "few", "many", "other"};
    std::size_t number = 0;
    for (const char *form : forms) {
        const icu::UnicodeString keyword(form, -1, US_INV);
        if (keyword == chosen) break;
        if (rules.isKeyword(keyword) != 0) ++number;
    }
    return number;
}

Result<Texts> Texts::load(const std::filesystem::path& catalogue, std::string language) {
    std::ifstream stream(catalogue, std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(stream), {}};
    if (file.size() < 20 || read_number(file, 0) != catalogue_magic) {
        return machine_error({"The language file {} is missing or damaged. Install again."},
                             catalogue.string());
    }
    Texts texts;
    texts.language_ = std::move(language);
    texts.reads_from_right_ = uloc_isRightToLeft(texts.language_.c_str()) != 0;
    const std::size_t count = read_number(file, 8);
    const std::size_t originals = read_number(file, 12);
    const std::size_t translations = read_number(file, 16);
    for (std::size_t i = 0; i < count && originals + 8 * i < file.size(); ++i) {
        std::string original = read_text(file, originals + 8 * i);
        std::string translation = read_text(file, translations + 8 * i);
        if (original.empty()) continue;
        // Plural entries hold all their forms, parted by a zero byte, in both tables.
        const std::vector<std::string> originals_of_it = split_forms(original);
        const std::vector<std::string> forms = split_forms(translation);
        texts.translations_.emplace(originals_of_it.front(), forms.front());
        if (originals_of_it.size() < 2) continue;
        texts.translations_.emplace(originals_of_it[1], forms.back());
        texts.plurals_.emplace(originals_of_it.front(), forms);
    }
    return texts;
}

bool Texts::has(Sentence sentence) const {
    return translations_.contains(sentence.english);
}

std::string Texts::get(Sentence sentence) const {
    const auto found = translations_.find(sentence.english);
    return found == translations_.end() ? sentence.english : found->second;
}

std::string Texts::get_plural(Sentence one, Sentence other, std::int64_t count) const {
    const auto found = plurals_.find(one.english);
    const std::size_t form = plural_form(language_, count);
    if (found == plurals_.end() || form >= found->second.size()) {
        return get(count == 1 ? one : other, count);
    }
    return fill_in(found->second[form], {std::to_string(count)});
}

std::string Texts::get(const Error& error) const {
    return fill_in(get(error.sentence), error.arguments);
}

std::string Texts::say(const LocalizedMessage& message) const {
    return fill_in(get(message.sentence), message.arguments);
}

}  // namespace stormote
