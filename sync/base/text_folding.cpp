#include "sync/base/text_folding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "sync/base/icu_status.h"

namespace stormote {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// One a thread: a Transliterator must not be used by two at once.
const icu::Transliterator& folding_rules() {
    thread_local const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "NFD; [:Mn:] Remove; NFC; Any-Latin; Latin-ASCII; [:Lm:] Remove; Lower", UTRANS_FORWARD,
            status));
        require_icu(status);
        return made;
    }();
    return *rules;  // NOLINT(clang-analyzer-cplusplus.NewDelete): lives as long as its thread.
}

icu::UnicodeString to_unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

// ICU's own, which all threads may use at once.
struct NormalForms {
    const icu::Normalizer2 *composed;
    const icu::Normalizer2 *decomposed;
};

// Made by the first thread that asks, under our lock: the thread sanitizer does not see ICU's.
const NormalForms& normal_forms() {
    static const NormalForms forms = [] {
        UErrorCode status = U_ZERO_ERROR;
        const NormalForms made{icu::Normalizer2::getNFCInstance(status),
                               icu::Normalizer2::getNFDInstance(status)};
        require_icu(status);
        return made;
    }();
    return forms;
}

std::string fold_by_rules(icu::UnicodeString text) {
    folding_rules().transliterate(text);
    std::string folded;
    text.toUTF8String(folded);
    return folded;
}

// What a letter of a European alphabet folds to: of ASCII with marks, as most are, or one of the
// few that are nothing with marks. The rules say the same, but making them takes as long as opening
// an event does.
std::optional<std::string> without_rules(const icu::UnicodeString& letter) {
    using Folded = std::pair<char16_t, const char *>;
    constexpr std::array<Folded, 12> unmarked{{{u'ß', "ss"},
                                               {u'æ', "ae"},
                                               {u'ð', "d"},
                                               {u'ø', "o"},
                                               {u'þ', "th"},
                                               {u'đ', "d"},
                                               {u'ħ', "h"},
                                               {u'ı', "i"},
                                               {u'ł', "l"},
                                               {u'ŋ', "n"},
                                               {u'œ', "oe"},
                                               {u'ŧ', "t"}}};
    const UChar32 lower = u_tolower(letter.char32At(0));
    const auto *const found = std::find_if(unmarked.begin(), unmarked.end(),
                                           [&](const Folded& one) { return one.first == lower; });
    if (found != unmarked.end()) return found->second;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts = normal_forms().decomposed->normalize(letter, status);
    require_icu(status);
    if (parts.charAt(0) >= 0x80) return std::nullopt;
    for (std::int32_t i = 1; i < parts.length(); ++i) {
        if (u_charType(parts.charAt(i)) != U_NON_SPACING_MARK) return std::nullopt;
    }
    return std::string(1, lower_ascii(static_cast<char>(parts.charAt(0))));
}

// What the letters of Latin alphabets fold to. It does not depend on their neighbours as long as no
// other characters but ASCII are among them, so each letter is asked after once. One a thread.
class LatinLetters {
  public:
    // Appends what the text folds to. False: other characters are in it, and it was not folded.
    bool fold(std::string_view text, std::string& folded) {
        for (std::size_t place = 0; place < text.size();) {
            const auto byte = static_cast<unsigned char>(text[place]);
            if (byte < 0x80) {
                folded += lower_ascii(text[place++]);
                continue;
            }
            const std::size_t length = byte < 0xE0 ? 2 : 3;
            const Letter *letter = find(text.substr(place, length));
            if (letter == nullptr) return false;
            folded.append(letter->folded.data(), letter->size);
            place += length;
        }
        return true;
    }

  private:
    struct Letter {
        std::array<char, 6> folded;
        std::uint8_t size;
        bool is_known;
    };
    // U+00C0 to U+024F are two bytes; U+1E00 to U+1EFF, of Vietnamese and others, are three.
    static constexpr std::size_t short_count = 0x250 - 0xC0;
    static constexpr std::size_t long_count = 0x100;

    // Nothing for any other character, or bytes that are none.
    const Letter *find(std::string_view bytes) {
        const auto byte = [bytes](std::size_t i) -> std::size_t {
            return static_cast<unsigned char>(bytes[i]);
        };
        const auto is_inner = [&](std::size_t i) {
            return i < bytes.size() && (byte(i) & 0xC0) == 0x80;
        };
        std::size_t place = 0;
        if (byte(0) >= 0xC3 && byte(0) <= 0xC9 && is_inner(1)) {
            place = (byte(0) & 0x1FU) * 64 + (byte(1) & 0x3FU) - 0xC0;
            if (place >= short_count) return nullptr;
        } else if (byte(0) == 0xE1 && is_inner(1) && byte(1) >= 0xB8 && byte(1) <= 0xBB &&
                   is_inner(2)) {
            place = short_count + (byte(1) & 0x03U) * 64 + (byte(2) & 0x3FU);
        } else {
            return nullptr;
        }
        Letter& letter = letters_[place];
        if (!letter.is_known) learn(bytes, letter);
        return letter.size == 0 ? nullptr : &letter;
    }

    static void learn(std::string_view bytes, Letter& letter) {
        letter.is_known = true;
        const icu::UnicodeString text = to_unicode(bytes);
        // A sign may part words or depend on digits.
        const auto category = U_MASK(u_charType(text.char32At(0)));
        if ((category & (U_GC_LU_MASK | U_GC_LL_MASK | U_GC_LT_MASK)) == 0) return;
        const auto plain = without_rules(text);
        const std::string folded = plain ? *plain : fold_by_rules(text);
        if (folded.size() > letter.folded.size()) return;
        std::copy(folded.begin(), folded.end(), letter.folded.begin());
        letter.size = static_cast<std::uint8_t>(folded.size());
    }

    std::array<Letter, short_count + long_count> letters_{};
};

}  // namespace

namespace {

bool is_blank(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
}

// Most texts have nothing to be trimmed.
bool is_trimmed(std::string_view text) {
    if (!text.empty() && text.back() == ' ') return false;
    bool may_be_space = false;
    for (const char c : text) {
        if (is_blank(c) && (c != ' ' || !may_be_space)) return false;
        may_be_space = c != ' ';
    }
    return true;
}

}  // namespace

std::string trim_text(std::string_view text) {
    if (is_trimmed(text)) return std::string(text);
    std::string trimmed;
    bool gap = false;
    for (const char c : text) {
        if (is_blank(c)) {
            gap = true;
            continue;
        }
        if (gap && !trimmed.empty()) trimmed += ' ';
        gap = false;
        trimmed += c;
    }
    return trimmed;
}

std::vector<std::string_view> split_text(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string fold_text(std::string_view text) {
    std::string folded = trim_text(text);
    if (is_ascii(folded)) {
        std::transform(folded.begin(), folded.end(), folded.begin(), lower_ascii);
        return folded;
    }
    thread_local LatinLetters letters;
    std::string by_letter;
    by_letter.reserve(folded.size());
    if (letters.fold(folded, by_letter)) return by_letter;
    // Spaces of other widths, and marks upon nothing, are plain spaces only now.
    return trim_text(fold_by_rules(to_unicode(folded)));
}

std::string lower_text(std::string_view text) {
    std::string trimmed = trim_text(text);
    if (is_ascii(trimmed)) {
        std::transform(trimmed.begin(), trimmed.end(), trimmed.begin(), lower_ascii);
        return trimmed;
    }
    icu::UnicodeString unicode = to_unicode(trimmed);
    UErrorCode status = U_ZERO_ERROR;
    unicode = normal_forms().composed->normalize(unicode.toLower(icu::Locale::getRoot()), status);
    require_icu(status);
    std::string lowered;
    unicode.toUTF8String(lowered);
    return lowered;
}

std::string join_folded_words(std::string_view text) {
    std::string joined;
    bool is_between = false;
    for (const char c : fold_text(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) {
            if (is_between && !joined.empty()) joined += ' ';
            joined += c;
            is_between = false;
        } else if (c != '\'') {
            is_between = true;
        }
    }
    return joined;
}

std::vector<std::string> fold_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string joined = join_folded_words(text);
    for (std::size_t start = 0; start < joined.size();) {
        const std::size_t end = std::min(joined.find(' ', start), joined.size());
        words.push_back(joined.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

std::string capitalise(std::string_view text) {
    icu::UnicodeString capitalised = to_unicode(text);
    if (capitalised.isEmpty()) return {};
    const UChar32 first = capitalised.char32At(0);
    capitalised.replace(0, U16_LENGTH(first), u_toupper(first));
    std::string utf8;
    return capitalised.toUTF8String(utf8);
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(to_unicode(text).countChar32());
}

namespace {

const icu::Collator& swedish_collator() {
    thread_local const std::unique_ptr<icu::Collator> collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(
            icu::Collator::createInstance(icu::Locale("sv"), status));
        require_icu(status);
        return made;
    }();
    return *collator;
}

}  // namespace

int compare_swedish(std::string_view left, std::string_view right) {
    UErrorCode status = U_ZERO_ERROR;
    return swedish_collator().compareUTF8(
        icu::StringPiece(left.data(), static_cast<std::int32_t>(left.size())),
        icu::StringPiece(right.data(), static_cast<std::int32_t>(right.size())), status);
}

std::string swedish_sort_key(std::string_view text) {
    const icu::UnicodeString unicode = to_unicode(text);
    std::string key(static_cast<std::size_t>(unicode.length()) * 4 + 16, '\0');
    const auto write = [&] {
        return static_cast<std::size_t>(
            swedish_collator().getSortKey(unicode, reinterpret_cast<std::uint8_t *>(key.data()),
                                          static_cast<std::int32_t>(key.size())));
    };
    const std::size_t length = write();
    const bool is_whole = length <= key.size();
    key.resize(length);
    if (!is_whole) write();
    return key;
}

}  // namespace stormote
