#include "sync/base/texts.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include <unicode/plurrule.h>
#include <unicode/uloc.h>

#include "sync/base/icu_status.h"

namespace stormote {

namespace {

constexpr std::uint32_t catalogue_magic = 0x950412DE;

// Empty where it cannot be read.
std::string read_file(const std::filesystem::path& path) {
    const std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return std::move(content).str();
}

// Little-endian, as msgfmt writes on every machine that this runs on; nothing outside the file.
std::uint32_t read_number(std::string_view file, std::size_t offset) {
    if (offset + 4 > file.size()) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(file[offset + i]);
    }
    return value;
}

std::string_view read_text(std::string_view file, std::size_t table_offset) {
    const std::size_t length = read_number(file, table_offset);
    const std::size_t offset = read_number(file, table_offset + 4);
    if (offset > file.size() || length > file.size() - offset) return {};
    return file.substr(offset, length);
}

// Plural entries hold all their forms, parted by a zero byte. Nothing beyond the last.
std::optional<std::string_view> find_form(std::string_view forms, std::size_t number) {
    std::size_t start = 0;
    for (; number > 0; --number) {
        const std::size_t end = forms.find('\0', start);
        if (end == std::string_view::npos) return std::nullopt;
        start = end + 1;
    }
    return forms.substr(start, forms.find('\0', start) - start);
}

std::string_view last_form(std::string_view forms) {
    const std::size_t end = forms.rfind('\0');
    return end == std::string_view::npos ? forms : forms.substr(end + 1);
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
    auto content = std::make_shared<const std::string>(read_file(catalogue));
    const std::string_view file = *content;
    if (file.size() < 20 || read_number(file, 0) != catalogue_magic) {
        return machine_error({"The language file {} is missing or damaged. Install again."},
                             catalogue.string());
    }
    Texts texts;
    texts.catalogue_ = std::move(content);
    texts.language_ = std::move(language);
    texts.reads_from_right_ = uloc_isRightToLeft(texts.language_.c_str()) != 0;
    const std::size_t count = read_number(file, 8);
    const std::size_t originals = read_number(file, 12);
    const std::size_t translations = read_number(file, 16);
    for (std::size_t i = 0; i < count && originals + 8 * i < file.size(); ++i) {
        const std::string_view original = read_text(file, originals + 8 * i);
        const std::string_view translation = read_text(file, translations + 8 * i);
        if (original.empty()) continue;
        const std::string_view one = *find_form(original, 0);
        const auto other = find_form(original, 1);
        texts.entries_.push_back(
            {one, *find_form(translation, 0), other ? translation : std::string_view()});
        if (other) texts.entries_.push_back({*other, last_form(translation), {}});
    }
    std::stable_sort(texts.entries_.begin(), texts.entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.original < b.original; });
    return texts;
}

const Texts::Entry *Texts::find(std::string_view original) const {
    const auto found =
        std::lower_bound(entries_.begin(), entries_.end(), original,
                         [](const Entry& a, std::string_view b) { return a.original < b; });
    return found == entries_.end() || found->original != original ? nullptr : &*found;
}

bool Texts::has(Sentence sentence) const {
    return find(sentence.english) != nullptr;
}

std::string Texts::get(Sentence sentence) const {
    const Entry *found = find(sentence.english);
    return found == nullptr ? sentence.english : std::string(found->translation);
}

std::string Texts::get_plural(Sentence one, Sentence other, std::int64_t count) const {
    const Entry *found = find(one.english);
    const auto form =
        found == nullptr ? std::nullopt : find_form(found->forms, plural_form(language_, count));
    if (!form || found->forms.empty()) return get(count == 1 ? one : other, count);
    return fill_in(std::string(*form), {std::to_string(count)});
}

std::string Texts::get(const Error& error) const {
    return fill_in(get(error.sentence), error.arguments);
}

std::string Texts::say(const LocalizedMessage& message) const {
    return fill_in(get(message.sentence), message.arguments);
}

}  // namespace stormote
