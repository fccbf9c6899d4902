#include "sync/base/text_folding.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[noreturn]] void fail_without_icu() {
    throw MachineFailure(machine_error({"The language data of this machine (ICU) is missing."}));
}

// One a thread: a Transliterator must not be used by two at once.
const icu::Transliterator& folding_rules() {
    thread_local const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "NFD; [:Mn:] Remove; NFC; Any-Latin; Latin-ASCII; [:Lm:] Remove; Lower", UTRANS_FORWARD,
            status));
        if (U_FAILURE(status) != 0) fail_without_icu();
        return made;
    }();
    return *rules;  // NOLINT(clang-analyzer-cplusplus.NewDelete): lives as long as its thread.
}

icu::UnicodeString to_unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

std::string trim_text(std::string_view text) {
    std::string trimmed;
    bool gap = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            gap = true;
            continue;
        }
        if (gap && !trimmed.empty()) trimmed += ' ';
        gap = false;
        trimmed += c;
    }
    return trimmed;
}

std::string fold_text(std::string_view text) {
    std::string folded = trim_text(text);
    if (is_ascii(folded)) {
        std::transform(folded.begin(), folded.end(), folded.begin(), lower_ascii);
        return folded;
    }
    icu::UnicodeString unicode = to_unicode(folded);
    folding_rules().transliterate(unicode);
    folded.clear();
    unicode.toUTF8String(folded);
    // Spaces of other widths, and marks upon nothing, are plain spaces only now.
    return trim_text(folded);
}

std::string lower_text(std::string_view text) {
    icu::UnicodeString unicode = to_unicode(trim_text(text));
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) fail_without_icu();
    unicode = nfc->normalize(unicode.toLower(icu::Locale::getRoot()), status);
    std::string lowered;
    unicode.toUTF8String(lowered);
    return lowered;
}

std::vector<std::string> fold_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold_text(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) {
            word += c;
        } else if (c != '\'' && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
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
        if (U_FAILURE(status) != 0) fail_without_icu();
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
