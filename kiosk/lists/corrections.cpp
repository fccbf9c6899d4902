#include "kiosk/lists/corrections.h"

#include <algorithm>

#include "kiosk/lists/list_words.h"
#include "sync/model/email_address.h"

namespace stormote {

namespace {

struct LanguageName {
    std::string_view tag;
    Sentence name;
};
constexpr std::array<LanguageName, 16> language_names{{{"sv", {"Swedish"}},
                                                       {"en", {"English"}},
                                                       {"fi", {"Finnish"}},
                                                       {"ar", {"Arabic"}},
                                                       {"so", {"Somali"}},
                                                       {"fa", {"Persian"}},
                                                       {"prs", {"Dari"}},
                                                       {"pl", {"Polish"}},
                                                       {"tr", {"Turkish"}},
                                                       {"de", {"German"}},
                                                       {"es", {"Spanish"}},
                                                       {"uk", {"Ukrainian"}},
                                                       {"ru", {"Russian"}},
                                                       {"se", {"Northern Sami"}},
                                                       {"smj", {"Lule Sami"}},
                                                       {"sma", {"Southern Sami"}}}};

}  // namespace

std::optional<Sentence> language_name(std::string_view tag) {
    const auto *const known =
        std::find_if(language_names.begin(), language_names.end(),
                     [tag](const LanguageName& each) { return each.tag == tag; });
    if (known == language_names.end()) return std::nullopt;
    return known->name;
}

std::size_t longest_correction(AttendeeField field) {
    const auto *const known =
        std::find_if(correctable_fields.begin(), correctable_fields.end(),
                     [field](const CorrectableField& each) { return each.field == field; });
    return known == correctable_fields.end() ? 0 : known->longest;
}

Result<std::string> check_correction(AttendeeField field, std::string text,
                                     const std::string& name) {
    const std::size_t longest = longest_correction(field);
    if (const auto length = excess_length(text, longest)) {
        return input_error({"{} is longer than {} characters: it has {}. Make it shorter."}, name,
                           longest, *length);
    }
    if (field == AttendeeField::email && !text.empty() && !is_email_address(text)) {
        return input_error({"\"{}\" is not an e-mail address. Write one address, such as "
                            "asa@example.org, or leave the field empty."},
                           text);
    }
    if (field == AttendeeField::language) text = language_in_words(text);
    if (field != AttendeeField::role || text.empty()) return text;
    const auto role = role_in_words(text);
    if (!role) {
        return input_error({"The role \"{}\" is not known. Write civilsamhälle, förtroendevald or "
                            "tjänsteperson, or leave the field empty."},
                           text);
    }
    return std::string(role_name(*role));
}

}  // namespace stormote
