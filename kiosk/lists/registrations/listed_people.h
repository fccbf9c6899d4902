// Listed people: what a list says by itself: its registrations, and who each is about. Pure.
#pragma once

#include "kiosk/lists/registrations/registration_list.h"
#include "sync/report/same_person.h"

namespace stormote {

struct ListedPeople {
    RegistrationList list;
    std::vector<PersonIdentity> identities;
    // False: the list can be no newer version of an earlier one, and says nothing of those whom it
    // leaves out.
    bool may_replace_earlier = true;
};
[[nodiscard]] ListedPeople read_listed_people(const ListSource& source,
                                              KeepRows keep = KeepRows::no);
[[nodiscard]] ListedPeople listed_people_of(RegistrationList list);

}  // namespace stormote
