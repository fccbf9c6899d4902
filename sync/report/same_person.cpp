#include "sync/report/same_person.h"

#include <algorithm>
#include <utility>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

std::string name_key(std::string_view name) {
    std::string key = join_folded_words(name);
    // A name in signs alone still tells people apart.
    return key.empty() ? fold_text(name) : key;
}

}  // namespace

PersonIdentity::PersonIdentity(std::string_view full_name, std::string_view email_address,
                               std::string_view organisation_name)
    : name(name_key(full_name)),
      email(lower_text(email_address)),
      organisation(fold_text(organisation_name)) {}

namespace {

using Numbers = std::vector<PersonRegister::Number>;

std::size_t hash_of(const std::string& left, const std::string& right) {
    const std::hash<std::string> hash;
    return hash(left) * 31 + hash(right);
}

// As many as it takes to know that the rule cannot tell them apart.
constexpr std::size_t most_people = 2;

// The first for whom it is true.
template <typename IsMatch>
Numbers first_of(const Numbers& numbers, IsMatch is_match) {
    Numbers people;
    for (const auto number : numbers) {
        if (!is_match(number)) continue;
        people.push_back(number);
        if (people.size() == most_people) break;
    }
    return people;
}

void insert(Numbers& numbers, PersonRegister::Number number) {
    numbers.insert(std::upper_bound(numbers.begin(), numbers.end(), number), number);
}

}  // namespace

void PersonRegister::reserve(std::size_t count) {
    people_.reserve(count);
    by_email_.reserve(count);
    by_organisation_.reserve(count);
}

PersonRegister::Number PersonRegister::add(PersonIdentity identity) {
    const Number number = people_.size();
    const auto& [name, email, organisation] = people_.emplace_back(std::move(identity));
    // People without a name are nobody's namesakes.
    if (name.empty()) return number;
    Colleagues& colleagues = by_organisation_[hash_of(name, organisation)];
    if (email.empty()) {
        colleagues.without_email.push_back(number);
    } else {
        colleagues.with_email.push_back(number);
        by_email_[hash_of(name, email)].push_back(number);
    }
    return number;
}

void PersonRegister::set_email(Number person, const std::string& email) {
    PersonIdentity& known = people_[person];
    if (!known.email.empty() || email.empty()) return;
    known.email = email;
    if (known.name.empty()) return;
    Colleagues& colleagues = by_organisation_[hash_of(known.name, known.organisation)];
    std::erase(colleagues.without_email, person);
    insert(colleagues.with_email, person);
    insert(by_email_[hash_of(known.name, email)], person);
}

PersonRegister::Match PersonRegister::find(const PersonIdentity& identity,
                                           const std::function<bool(Number)>& is_free) const {
    if (identity.name.empty()) return {};
    if (!identity.email.empty()) {
        const auto found = by_email_.find(hash_of(identity.name, identity.email));
        if (found != by_email_.end()) {
            Numbers people = first_of(found->second, [&](const Number number) {
                const PersonIdentity& known = people_[number];
                return known.email == identity.email && known.name == identity.name &&
                       is_free(number);
            });
            if (!people.empty()) return {Agreement::email, std::move(people)};
        }
    }
    const auto found = by_organisation_.find(hash_of(identity.name, identity.organisation));
    if (found == by_organisation_.end()) return {};
    const auto agrees = [&](const Number number) {
        const PersonIdentity& known = people_[number];
        return known.organisation == identity.organisation && known.name == identity.name &&
               is_free(number);
    };
    Numbers people = first_of(found->second.without_email, agrees);
    if (people.empty() && identity.email.empty()) {
        people = first_of(found->second.with_email, agrees);
    }
    if (people.empty()) return {};
    return {Agreement::organisation, std::move(people)};
}

}  // namespace stormote
