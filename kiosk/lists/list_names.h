// List names: how people write names in the cells of a registration list, and what else they put in
// the same cell. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

struct SplitName {
    std::string given;
    std::string family;
};
// "Åsa Öberg"; "Öberg, Åsa"; "Anna von Essen" (the family name begins at a particle such as von,
// af, de). One word is a given name.
[[nodiscard]] SplitName split_name(std::string_view full_name);
// "Öberg Åsa", "von Essen Anna": the family name first, with its particle.
[[nodiscard]] SplitName split_family_first(std::string_view full_name);

struct NameWithParty {
    std::string name;
    bool has_party = false;
};
// "Åsa Öberg (C)" without the letters of her party.
[[nodiscard]] NameWithParty without_party(std::string_view name);

// "Anna och Per Svensson" as "Anna Svensson" and "Per Svensson"; none where it names one person.
[[nodiscard]] std::vector<std::string> names_of_several(std::string_view name);

// What a cell that holds more than a name may say: "Åsa Öberg, Eken, asa@example.org".
struct TakenApart {
    std::string name;
    std::string organisation;
    std::string email;
    std::string phone;
};
// Nothing where the cell may well be a name.
[[nodiscard]] std::optional<TakenApart> take_apart(std::string_view cell);

}  // namespace stormote
