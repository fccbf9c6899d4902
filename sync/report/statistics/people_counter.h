// PeopleCounter: counts who came over several events, everybody and every organisation once. What a
// later event says of a person stands. One thread; add the names of all events first, then the
// events by their time.
#pragma once

#include <map>
#include <set>

#include "sync/report/same_person.h"
#include "sync/report/statistics/statistics.h"
#include "sync/report/value_names.h"

namespace stormote {

class PeopleCounter {
  public:
    // Before any event is added: one may know by which names another calls an organisation.
    void add_names(const EventState& state);
    void add_event(const EventState& state);
    Statistics take();

  private:
    struct Person {
        int last_event = 0;
        bool is_registered = false;
        bool is_late = false;
        int meetings = 0;  // that they came to
        AttendeeRole role = AttendeeRole::civil;
        std::string sector;
        std::set<std::string> civil_organisations;
    };
    struct Sector {
        SectorCount count;
        std::set<std::string> organisations;
    };

    void note_joined(const EventState& state);
    // Of a meeting whose people are gone.
    void add_recorded(const Statistics& recorded);
    void add_person(const EventState& state, const NamedAttendee& named);
    // Once a meeting, however many come from it.
    void note_visit(const std::string& organisation);
    static bool is_registered_late(const EventState& state, const Attendee& attendee);
    // Of the organisations that somebody from civil society is of, or nobody yet.
    void note_known_sectors(const EventState& state);
    // The same for all names of an organisation.
    [[nodiscard]] std::string key_of(std::string_view name) const;
    Person& find_or_add(const PersonIdentity& identity);
    void count_role(AttendeeRole role);
    void count(const Person& person);
    Sector& sector_of(const std::string& name);

    int event_ = 0;
    PersonRegister register_;
    std::vector<Person> people_;                             // numbered as in the register
    std::map<std::string, std::string> names_;               // of other names, all folded
    std::map<std::string, std::string> organisations_came_;  // with the sector last heard of
    std::set<std::string> joined_;                           // by folded name
    std::map<std::string, Sector> sectors_;                  // by folded name
    std::map<std::string, std::vector<int>> visits_;         // the meetings of each organisation
    std::map<std::string, std::string> known_sectors_;       // by folded name
    std::set<std::string> sectors_came_;                     // folded
    std::vector<Newcomers> newcomers_;
    Statistics statistics_;
};

}  // namespace stormote
