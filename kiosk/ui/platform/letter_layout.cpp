#include "kiosk/ui/platform/letter_layout.h"

#include <map>
#include <memory>
#include <optional>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <xkbcommon/xkbcommon.h>
#include <xkbcommon/xkbregistry.h>

namespace stormote {

namespace {

struct Release {
    void operator()(rxkb_context *context) const { rxkb_context_unref(context); }
    void operator()(xkb_context *context) const { xkb_context_unref(context); }
    void operator()(xkb_keymap *keymap) const { xkb_keymap_unref(keymap); }
};

// The keys of each row that have letters in some language; those at the edge of the alphabet come
// where there is room.
const std::array<std::vector<const char *>, 3> key_names{
    {{"AD01", "AD02", "AD03", "AD04", "AD05", "AD06", "AD07", "AD08", "AD09", "AD10", "AD11",
      "AD12"},
     {"AC01", "AC02", "AC03", "AC04", "AC05", "AC06", "AC07", "AC08", "AC09", "AC10", "AC11",
      "BKSL", "TLDE"},
     {"AB01", "AB02", "AB03", "AB04", "AB05", "AB06", "AB07", "AB08", "AB09", "AB10"}}};

// The name of the usual keyboard of a language: "ua" for "uk". Empty where there is none.
std::string keyboard_of(const std::string& language) {
    const std::unique_ptr<rxkb_context, Release> context(rxkb_context_new(RXKB_CONTEXT_NO_FLAGS));
    if (!context || !rxkb_context_parse_default_ruleset(context.get())) return "";
    for (rxkb_layout *layout = rxkb_layout_first(context.get()); layout != nullptr;
         layout = rxkb_layout_next(layout)) {
        const char *brief = rxkb_layout_get_brief(layout);
        if (rxkb_layout_get_variant(layout) == nullptr && brief != nullptr && language == brief) {
            return rxkb_layout_get_name(layout);
        }
    }
    return "";
}

std::unique_ptr<xkb_keymap, Release> keymap_of(const std::string& keyboard) {
    const std::unique_ptr<xkb_context, Release> context(xkb_context_new(XKB_CONTEXT_NO_FLAGS));
    if (!context) return nullptr;
    const xkb_rule_names names{"evdev", "pc105", keyboard.c_str(), "", ""};
    return std::unique_ptr<xkb_keymap, Release>(
        xkb_keymap_new_from_names(context.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS));
}

// What a key types; 0 where that is no letter.
UChar32 letter_at(xkb_keymap *keymap, const char *key, xkb_level_index_t level) {
    const xkb_keycode_t code = xkb_keymap_key_by_name(keymap, key);
    const xkb_keysym_t *symbols = nullptr;
    if (code == XKB_KEYCODE_INVALID ||
        xkb_keymap_key_get_syms_by_level(keymap, code, 0, level, &symbols) != 1) {
        return 0;
    }
    const auto letter = static_cast<UChar32>(xkb_keysym_to_utf32(symbols[0]));
    return u_isalpha(letter) != 0 ? letter : 0;
}

UScriptCode script_of(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(letter, &status);
}

// A letter that stands for two, as the Arabic lam with alef, is typed as both.
std::string text_of_letter(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *parts = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString one(letter);
    std::string text;
    (U_SUCCESS(status) ? parts->normalize(one, status) : one).toUTF8String(text);
    return text;
}

// Whether nothing has to be read to know that there is nothing: reading takes some 20 ms.
bool is_latin(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = USCRIPT_INVALID_CODE;
    const auto count = uscript_getCode(language.c_str(), &script, 1, &status);
    return U_FAILURE(status) || count < 1 || script == USCRIPT_LATIN;
}

std::optional<LetterLayout> read_layout(const std::string& language) {
    if (is_latin(language)) return std::nullopt;
    const std::string keyboard = keyboard_of(language);
    const auto keymap = keyboard.empty() ? nullptr : keymap_of(keyboard);
    if (!keymap) return std::nullopt;
    LetterLayout layout;
    for (std::size_t row = 0; row < key_names.size(); ++row) {
        for (const char *key : key_names.at(row)) {
            const UChar32 plain = letter_at(keymap.get(), key, 0);
            if (plain == 0) continue;
            if (script_of(plain) == USCRIPT_LATIN) return std::nullopt;
            const UChar32 shifted = letter_at(keymap.get(), key, 1);
            layout.rows.at(row).push_back(
                {text_of_letter(plain), text_of_letter(shifted == 0 ? plain : shifted)});
            layout.has_capitals = layout.has_capitals || u_isULowercase(plain) != 0;
            layout.is_arabic = layout.is_arabic || script_of(plain) == USCRIPT_ARABIC;
        }
        if (layout.rows.at(row).empty()) return std::nullopt;
    }
    return layout;
}

}  // namespace

const LetterLayout *letter_layout(const std::string& language) {
    static std::map<std::string, std::optional<LetterLayout>> known;
    const auto [at, is_new] = known.try_emplace(language);
    if (is_new) at->second = read_layout(language);
    return at->second ? &*at->second : nullptr;
}

}  // namespace stormote
