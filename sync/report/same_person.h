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
        // Ascending; two: the rule cannot tell them apart, nor others that may stand behind them.
        std::vector<Number> people;
    };

    // Makes room for so many.
    void reserve(std::size_t count);
    Number add(PersonIdentity identity);
    // Makes an address known that was not; one that is known stays.
    void set_email(Number person, const std::string& email);

    // The best agreement: by address; else by organisation, with people who have no address before
    // those who have one. Only people for whom `is_free` holds. As quick where thousands have one
    // name, unless most of those who also share the organisation are not free.
    [[nodiscard]] Match find(const PersonIdentity& identity,
                             const std::function<bool(Number)>& is_free) const;

    [[nodiscard]] const PersonIdentity& identity(Number person) const { return people_[person]; }
    [[nodiscard]] std::size_t size() const { return people_.size(); }

  private:
    // People of one name and organisation.
    struct Colleagues {
        std::vector<Number> without_email;
        std::vector<Number> with_email;
    };

    std::vector<PersonIdentity> people_;
    // By a hash of two texts each: several pairs of texts may share one, so the people tell. A name
    // alone may be that of thousands.
    std::unordered_map<std::size_t, std::vector<Number>> by_email_;  // name and address
    std::unordered_map<std::size_t, Colleagues> by_organisation_;    // name and organisation
};

}  // namespace stormote
