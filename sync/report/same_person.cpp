#include "sync/report/same_person.h"

#include <utility>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

std::string name_key(std::string_view name) {
    std::string key;
    for (const std::string& word : fold_words(name)) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    // A name in signs alone still tells people apart.
    return key.empty() ? fold_text(name) : key;
}

}  // namespace

PersonIdentity::PersonIdentity(std::string_view full_name, std::string_view email_address,
                               std::string_view organisation_name)
    : name(name_key(full_name)),
      email(lower_text(email_address)),
      organisation(fold_text(organisation_name)) {}

PersonRegister::Number PersonRegister::add(PersonIdentity identity) {
    const Number number = people_.size();
    by_name_[identity.name].push_back(number);
    people_.push_back(std::move(identity));
    return number;
}

PersonRegister::Match PersonRegister::find(const PersonIdentity& identity,
                                           const std::function<bool(Number)>& is_free) const {
    const auto namesakes = by_name_.find(identity.name);
    // People without a name are nobody's namesakes.
    if (identity.name.empty()) return {};
    if (namesakes == by_name_.end()) return {};
    Match by_email{Agreement::email, {}};
    Match without_email{Agreement::organisation, {}};
    Match by_organisation{Agreement::organisation, {}};
    for (const Number number : namesakes->second) {
        if (!is_free(number)) continue;
        const PersonIdentity& known = people_[number];
        const bool is_same_organisation = known.organisation == identity.organisation;
        if (!identity.email.empty() && known.email == identity.email) {
            by_email.people.push_back(number);
        } else if (is_same_organisation && known.email.empty()) {
            without_email.people.push_back(number);
        } else if (is_same_organisation && identity.email.empty()) {
            by_organisation.people.push_back(number);
        }
    }
    for (Match *match : {&by_email, &without_email, &by_organisation}) {
        if (!match->people.empty()) return std::move(*match);
    }
    return {};
}

}  // namespace stormote
