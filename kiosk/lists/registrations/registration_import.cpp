#include "kiosk/lists/registrations/registration_import.h"

#include <algorithm>
#include <unordered_set>

#include "kiosk/lists/list_words.h"
#include "kiosk/lists/registrations/listed_organisations.h"
#include "sync/base/local_time.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

// A record of somebody as it was written: a list may know a person as any of them.
struct KnownRecord {
    AttendeeId id;
    const Attendee *attendee = nullptr;
    std::string name;
};

// Of everybody who is described or was checked in, in the order in which they were registered: to
// sort 100,000 by name takes a seventh of the time of an import that changes nothing.
std::vector<KnownRecord> records_by_id(const EventState& state) {
    std::vector<KnownRecord> people;
    people.reserve(state.attendees().size());
    const auto add = [&people](const AttendeeId& id, const Attendee& attendee) {
        if (attendee.fields.empty() && attendee.check_ins.empty()) return;
        people.push_back({id, &attendee, attendee.full_name()});
    };
    for (const auto& [id, attendee] : state.attendees()) {
        if (!state.attendee_records().is_joined(id)) add(id, attendee);
    }
    for (const auto& [id, attendee] : state.attendee_records().joined()) add(id, attendee);
    std::sort(people.begin(), people.end(),
              [](const auto& left, const auto& right) { return left.id < right.id; });
    return people;
}

class ImportPlanner {
  public:
    ImportPlanner(const EventState& state, const ImportIds& ids, ListedPeople people)
        : state_(state),
          ids_(ids),
          organisations_(state, ids.organisation),
          list_(std::move(people.list)),
          identities_(std::move(people.identities)),
          may_replace_earlier_(people.may_replace_earlier) {
        people_ = records_by_id(state);
        known_.reserve(people_.size());
        for (const KnownRecord& person : people_) {
            known_.add(
                PersonIdentity(person.name, person.attendee->get(AttendeeField::email),
                               state.organisation_of(*person.attendee, OrganisationField::name)));
        }
        is_taken_.resize(people_.size());
    }

    ImportPlan plan(const std::function<void()>& compared) {
        complete_dates();
        plan_.bodies = organisations_.describe(list_);
        match_by_email();
        for (std::size_t i = 0; i < list_.registrations.size(); ++i) {
            take(i);
            compared();
        }
        find_missing();
        plan_.problems = std::move(list_.problems);
        plan_.notes = std::move(list_.notes);
        const auto by_line = [](const auto& left, const auto& right) {
            return left.line < right.line;
        };
        std::stable_sort(plan_.problems.begin(), plan_.problems.end(), by_line);
        std::stable_sort(plan_.notes.begin(), plan_.notes.end(), by_line);
        if (!plan_.problems.empty()) {
            plan_.bodies.clear();
            plan_.added = plan_.updated = plan_.unchanged = 0;
        }
        return std::move(plan_);
    }

  private:
    void report(const Registration& row, ListField column, const Error& message) {
        list_.problems.push_back({row.line, list_.columns.heading(column), message});
    }
    void remark(const Registration& row, ListField column, const Error& message) {
        list_.notes.push_back({row.line, list_.columns.heading(column), message});
    }

    // A day without a year is the latest before the event has ended.
    void complete_dates() {
        const std::string ends = state_.setting(SettingField::ends).substr(0, 10);
        if (ends.size() < 10) return;
        for (Registration& row : list_.registrations) {
            std::string& registered = row.get(AttendeeField::registered);
            if (!registered.starts_with("--")) continue;
            const std::string day = registered.substr(1);
            // No leap day is further back than eight years.
            int year = whole_number(ends.substr(0, 4), 9999).value_or(0);
            for (const int last = year - 8; year > last; --year) {
                registered = std::to_string(year) + day;
                if (is_date(registered) && registered <= ends) break;
            }
        }
    }

    void find_missing() {
        if (!may_replace_earlier_) return;
        std::unordered_set<AttendeeId> named_by_other;  // whom another of their records stands for
        for (std::size_t number = 0; number < people_.size(); ++number) {
            const AttendeeId& id = people_[number].id;
            if (is_taken_[number] && state_.attendee_records().is_joined(id)) {
                named_by_other.insert(state_.person_of(id));
            }
        }
        std::size_t named = 0;
        for (std::size_t number = 0; number < people_.size(); ++number) {
            const AttendeeId& id = people_[number].id;
            if (state_.person_of(id) != id) continue;
            const Attendee& person = state_.attendees().at(id);
            if (person.get(AttendeeField::origin) != "list" || is_cancelled(person)) continue;
            if (is_taken_[number] || named_by_other.contains(id)) {
                ++named;
            } else if (presence_of(state_, id).first == nullptr) {
                plan_.missing.push_back(id);
            }
        }
        // A list of others, or of a few, says nothing of those who are not on it.
        if (named < 2 * plan_.missing.size()) plan_.missing.clear();
    }

    // Before anybody is matched by organisation: a namesake must not take somebody's place.
    void match_by_email() {
        matched_.resize(list_.registrations.size());
        for (std::size_t i = 0; i < matched_.size(); ++i) {
            const auto match = find(identities_[i]);
            if (match.agreement != PersonRegister::Agreement::email) continue;
            matched_[i] = match.people.front();
            is_taken_[match.people.front()] = true;
        }
    }

    [[nodiscard]] PersonRegister::Match find(const PersonIdentity& identity) const {
        return known_.find(identity, [this](auto number) { return !is_taken_[number]; });
    }

    void take(std::size_t index) {
        const Registration& row = list_.registrations[index];
        if (!matched_[index]) {
            const PersonIdentity& identity = identities_[index];
            const auto match = find(identity);
            // Two records of one person are one.
            const bool is_one =
                match.people.size() == 2 && state_.person_of(people_[match.people[0]].id) ==
                                                state_.person_of(people_[match.people[1]].id);
            if (match.people.size() > 1 && !is_one) {
                report(row, ListField::email,
                       input_error({"Several people named {} are registered for this "
                                    "organisation. Give the e-mail address, so that it is clear "
                                    "who is meant."},
                                   row.full_name()));
                return;
            }
            if (match.people.empty()) {
                remark_namesake(row, identity);
                add(row);
                return;
            }
            matched_[index] = match.people.front();
            is_taken_[match.people.front()] = true;
        }
        update(row, people_[*matched_[index]]);
    }

    void remark_namesake(const Registration& row, PersonIdentity identity) {
        if (identity.email.empty()) return;
        identity.email.clear();
        const auto namesakes = known_.find(identity, [](auto) { return true; });
        if (namesakes.people.empty()) return;
        remark(row, ListField::email,
               input_error({"{} is registered for this organisation with another e-mail address, "
                            "and is treated as another person."},
                           row.full_name()));
    }

    [[nodiscard]] const std::string& stored_text(const Registration& row, AttendeeField field) {
        const std::string& text = row.get(field);
        if (field != AttendeeField::organisation || text.empty()) return text;
        return organisations_.id_of(text);
    }

    void add(const Registration& row) {
        FieldSetter<AttendeeField> fields;
        for (const auto& [field, column] : listed_fields) {
            const std::string& text = stored_text(row, field);
            if (!text.empty()) fields.set(field, text);
        }
        if (const std::string further = organisations_.further_ids(row); !further.empty()) {
            fields.set(AttendeeField::further_organisations, further);
        }
        fields.set(AttendeeField::origin, "list");
        const AttendeeId id = ids_.new_attendee();
        note_person(row, id);
        plan_.bodies.push_back({{id}, ActingRole::organiser, AttendeeDescribed{fields.take()}});
        ++plan_.added;
    }

    // Both parts or none: the other list may have had the whole name in one of them.
    static void update_name(const Registration& row, const KnownRecord& person,
                            FieldSetter<AttendeeField>& fields) {
        using enum AttendeeField;
        const std::string& given = row.get(given_name);
        const std::string& family = row.get(family_name);
        const Attendee& known = *person.attendee;
        if (given == known.get(given_name) && family == known.get(family_name)) return;
        // A name that was split here, or not at all, may have been split better by another list.
        const bool is_split_well = !row.is_name_split_here && !given.empty() && !family.empty();
        if (row.full_name() == person.name && !is_split_well) return;
        fields.set(given_name, given).set(family_name, family);
    }

    void note_person(const Registration& row, const AttendeeId& id) {
        plan_.people.emplace_back(row.line, id);
        for (const std::size_t line : row.joined_lines) plan_.people.emplace_back(line, id);
    }

    void update(const Registration& row, const KnownRecord& person) {
        note_person(row, person.id);
        FieldSetter<AttendeeField> fields;
        update_name(row, person, fields);
        for (const auto& [field, column] : listed_fields) {
            if (is_name(field)) continue;
            const std::string& text = stored_text(row, field);
            if (text.empty()) continue;
            const bool is_joined_status =
                field == AttendeeField::status && state_.person_of(person.id) != person.id;
            if (text == person.attendee->get(field) && !is_joined_status) continue;
            if (field == AttendeeField::organisation && is_same_organisation(text, person)) {
                continue;
            }
            if (is_joined_status) {
                cancel(state_.person_of(person.id), text);
                continue;
            }
            fields.set(field, text);
        }
        const std::string further = organisations_.further_ids(row);
        if (!further.empty() &&
            further != person.attendee->get(AttendeeField::further_organisations)) {
            fields.set(AttendeeField::further_organisations, further);
        }
        const bool is_back =
            is_taken_back(*person.attendee) && row.get(AttendeeField::status).empty();
        if (is_back) fields.set(AttendeeField::status, "").set(AttendeeField::origin, "list");
        FieldTexts texts = fields.take();
        const bool is_same = texts.empty();
        if (!is_same) {
            plan_.bodies.push_back(
                {{person.id}, ActingRole::organiser, AttendeeDescribed{std::move(texts)}});
        }
        const std::string& organisation = row.get(AttendeeField::organisation);
        const bool has_changed =
            !is_same || (!organisation.empty() && organisations_.has_changed(organisation));
        ++(is_back ? plan_.added : has_changed ? plan_.updated : plan_.unchanged);
        if (is_back || has_changed) return;
        plan_.unchanged_lines.push_back(row.line);
        plan_.unchanged_lines.insert(plan_.unchanged_lines.end(), row.joined_lines.begin(),
                                     row.joined_lines.end());
    }

    static bool is_taken_back(const Attendee& person) {
        return person.get(AttendeeField::origin) == taken_back_origin && is_cancelled(person);
    }

    // Whoever cancels does so as the person they are, whichever of their records the list knows.
    void cancel(const AttendeeId& person, const std::string& status) {
        if (state_.attendees().at(person).get(AttendeeField::status) == status) return;
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::status, status);
        plan_.bodies.push_back({{person}, ActingRole::organiser, AttendeeDescribed{fields.take()}});
    }

    // Under another of its names.
    [[nodiscard]] bool is_same_organisation(const std::string& text,
                                            const KnownRecord& person) const {
        const auto root = [this](const std::string& id) {
            return state_.organisation_records().root_of(
                parse_id<OrganisationId>(id).value_or(OrganisationId{}));
        };
        return root(text) == root(person.attendee->get(AttendeeField::organisation));
    }

    const EventState& state_;
    const ImportIds& ids_;
    ListedOrganisations organisations_;
    RegistrationList list_;
    std::vector<PersonIdentity> identities_;  // one a registration
    bool may_replace_earlier_;
    std::vector<KnownRecord> people_;  // numbered as in the register
    PersonRegister known_;
    std::vector<bool> is_taken_;                                  // people, by their number
    std::vector<std::optional<PersonRegister::Number>> matched_;  // one a registration
    ImportPlan plan_;
};

}  // namespace

ImportPlan plan_import(ListedPeople people, const EventState& state, const ImportIds& ids,
                       const std::function<void()>& compared) {
    return ImportPlanner(state, ids, std::move(people)).plan(compared);
}

}  // namespace stormote
