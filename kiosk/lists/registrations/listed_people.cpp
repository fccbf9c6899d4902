#include "kiosk/lists/registrations/listed_people.h"

#include "kiosk/lists/registrations/registration_merge.h"

namespace stormote {

ListedPeople read_listed_people(const ListSource& source, KeepRows keep) {
    return listed_people_of(read_registrations(source, keep));
}

ListedPeople listed_people_of(RegistrationList list) {
    ListedPeople people;
    people.list = std::move(list);
    people.identities = merge_registrations(people.list);
    return people;
}

}  // namespace stormote
