// PersonRegister: who is the same person as whom, by the one rule of imports and statistics: the
// e-mail address and the name agree, or, where one of the two has no address, the name and the
// organisation (associations share addresses). One thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stormote {

// Spellings that count as one: case, dots and other marks, hyphens and spaces are the same.
struct PersonIdentity {
    PersonIdentity(std::string_view full_name, std::string_view email_address,
                   std::string_view organisation_name);

    std::string name;
    std::string email;         // may be empty
    std::string organisation;  // may be empty
};

class PersonRegister {
  public:
    using Number = std::size_t;  // people are numbered from 0 as they are added

    enum class Agreement { none, email, organisation };
    struct Match {
        Agreement agreement = Agreement::none;
        std::vector<Number> people;  // ascending; several: the rule cannot tell them apart
    };

    Number add(PersonIdentity identity);
    // Makes an address known that was not.
    void set_email(Number person, std::string email) { people_[person].email = std::move(email); }

    // The best agreement: by address; else by organisation, with people who have no address before
    // those who have one. Only people for whom `is_free` holds.
    [[nodiscard]] Match find(const PersonIdentity& identity,
                             const std::function<bool(Number)>& is_free) const;

    [[nodiscard]] const PersonIdentity& identity(Number person) const { return people_[person]; }
    [[nodiscard]] std::size_t size() const { return people_.size(); }

  private:
    std::vector<PersonIdentity> people_;
    std::unordered_map<std::string, std::vector<Number>> by_name_;
};

}  // namespace stormote
