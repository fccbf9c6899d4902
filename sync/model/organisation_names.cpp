#include "sync/model/organisation_names.h"

#include <algorithm>
#include <vector>

#include "sync/base/text_folding.h"

namespace stormote {

OrganisationNames::OrganisationNames(const EventState& state) {
    std::vector<OrganisationId> ids;
    for (const auto& [id, fields] : state.organisations()) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    const auto add = [this](std::string_view name, const OrganisationId& id) {
        std::string folded = fold_text(name);
        if (!folded.empty()) by_name_.emplace(std::move(folded), id);
    };
    for (const OrganisationId& id : ids) add(state.organisation(id, OrganisationField::name), id);
    for (const OrganisationId& id : ids) {
        const std::string& aliases = state.organisation(id, OrganisationField::aliases);
        for (const std::string_view alias : split_text(aliases, '\n')) add(alias, id);
    }
}

std::optional<OrganisationId> OrganisationNames::find(std::string_view name) const {
    const auto found = by_name_.find(fold_text(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace stormote
