#include "kiosk/lists/registrations/listed_organisations.h"

#include <algorithm>

#include "sync/base/text_folding.h"
#include "sync/model/sector.h"

namespace stormote {

std::vector<Body> ListedOrganisations::describe(RegistrationList& list) {
    for (const Registration& row : list.registrations) {
        const std::string& name = row.get(AttendeeField::organisation);
        if (name.empty()) {
            if (!row.sector.empty()) {
                list.notes.push_back(
                    {row.line, list.columns.heading(ListField::sector),
                     input_error({"The sector is ignored: it belongs to an organisation, and "
                                  "the row names none."})});
            }
            continue;
        }
        for (const FurtherOrganisation& further : row.further) {
            take_sector(listed_as(further.name), further, list);
        }
        take_sector(listed_as(name), {name, row.sector, row.line}, list);
    }
    std::vector<Body> bodies;
    for (const auto& [id, listed] : listed_) {
        FieldTexts texts = changes(id, listed);
        if (texts.empty()) continue;
        changed_.insert(id);
        bodies.push_back({{}, ActingRole::organiser, OrganisationDescribed{id, std::move(texts)}});
    }
    return bodies;
}

ListedOrganisations::Listed& ListedOrganisations::listed_as(const std::string& name) {
    Listed& listed = listed_[find(name).id];
    if (listed.name.empty()) listed.name = name;
    return listed;
}

void ListedOrganisations::take_sector(Listed& listed, const FurtherOrganisation& said,
                                      RegistrationList& list) {
    if (said.sector.empty()) return;
    if (listed.sector.empty()) {
        listed.sector = said.sector;
        listed.sector_line = said.line;
    } else if (listed.sector != said.sector && fold_text(listed.sector) != fold_text(said.sector)) {
        list.problems.push_back(
            {said.line, list.columns.heading(ListField::sector),
             input_error({"{} has the sector \"{}\" here, but \"{}\" on line {}. Write the "
                          "same on both."},
                         said.name, said.sector, listed.sector, listed.sector_line)});
    }
}

FieldTexts ListedOrganisations::changes(const OrganisationId& id, const Listed& listed) const {
    const LatestFields *known = state_.organisation_records().find_written(id);
    const auto says = [known](OrganisationField field) {
        return known == nullptr ? std::string() : known->get(field);
    };
    FieldSetter<OrganisationField> fields;
    // One that is known by another name keeps its own.
    const std::string name = says(OrganisationField::name);
    const bool is_other_name = !name.empty() && fold_text(name) != fold_text(listed.name);
    if (!is_other_name && name != listed.name) fields.set(OrganisationField::name, listed.name);
    if (!listed.sector.empty() && says(OrganisationField::sector) != stored_sector(listed.sector)) {
        fields.set(OrganisationField::sector, listed.sector);
    }
    return fields.take();
}

// Asked once a spelling: a new id is a hash of the folded name.
const ListedOrganisations::KnownId& ListedOrganisations::find(const std::string& name) {
    const auto [known, is_new] = ids_.try_emplace(name);
    if (is_new) {
        const OrganisationId own = new_id_(name);
        const auto named = state_.organisation_records().find_written(own) != nullptr
                               ? std::nullopt
                               : names_.find(name);
        const OrganisationId id = named.value_or(own);
        known->second = {id, to_string(id)};
    }
    return known->second;
}

const std::string& ListedOrganisations::id_of(const std::string& name) {
    return find(name).text;
}

std::string ListedOrganisations::further_ids(const Registration& row) {
    if (row.further.empty()) return "";
    std::vector<std::string> ids{id_of(row.get(AttendeeField::organisation))};
    std::string text;
    for (const FurtherOrganisation& further : row.further) {
        const std::string& id = id_of(further.name);
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
        ids.push_back(id);
        text += (text.empty() ? "" : " ") + id;
    }
    return text;
}

}  // namespace stormote
