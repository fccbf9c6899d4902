// ListedOrganisations: the organisations that a list of registrations names, each once by whichever
// of its names, and what is new of them beside an event. One thread; borrows the event's state.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kiosk/lists/registrations/registration_list.h"
#include "sync/model/organisation_names.h"

namespace stormote {

class ListedOrganisations {
  public:
    // `new_id` gives the id that a new organisation of a name has.
    ListedOrganisations(const EventState& state,
                        const std::function<OrganisationId(std::string_view)>& new_id)
        : state_(state), new_id_(new_id), names_(state) {}

    // What has to be recorded of them. Sectors that contradict each other become problems of the
    // list, one that belongs to no organisation a note.
    [[nodiscard]] std::vector<Body> describe(RegistrationList& list);

    // The known organisation of that name, or a new one, as attendees' fields have it.
    [[nodiscard]] const std::string& id_of(const std::string& name);
    // The same of those that somebody represents besides; empty where there are none.
    [[nodiscard]] std::string further_ids(const Registration& row);
    // Whether describe() has something to record of it.
    [[nodiscard]] bool has_changed(const std::string& name) {
        return changed_.contains(find(name).id);
    }

  private:
    struct KnownId {
        OrganisationId id;
        std::string text;
    };
    struct Listed {
        std::string name;  // as the list spells it first
        std::string sector;
        std::size_t sector_line = 0;
    };

    const KnownId& find(const std::string& name);
    Listed& listed_as(const std::string& name);
    static void take_sector(Listed& listed, const FurtherOrganisation& said,
                            RegistrationList& list);
    [[nodiscard]] FieldTexts changes(const OrganisationId& id, const Listed& listed) const;

    const EventState& state_;
    const std::function<OrganisationId(std::string_view)>& new_id_;
    OrganisationNames names_;
    std::unordered_map<std::string, KnownId> ids_;  // by spelling
    std::map<OrganisationId, Listed> listed_;
    std::unordered_set<OrganisationId> changed_;
};

}  // namespace stormote
