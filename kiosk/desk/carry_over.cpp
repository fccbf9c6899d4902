#include "kiosk/desk/carry_over.h"

#include <algorithm>
#include <set>

#include "sync/base/local_time.h"
#include "sync/report/carried_notes.h"
#include "sync/report/earlier_neighbours.h"
#include "sync/report/organisation_tables.h"

namespace stormote {

namespace {

// A time of the last evening at the next one: as long after its start.
std::string moved(const std::string& time, const std::string& last_start,
                  const std::string& next_start) {
    const auto at = instant_of(time);
    const auto from = instant_of(last_start);
    const auto to = instant_of(next_start);
    return at && from && to ? local_time_of(*to + (*at - *from)) : time;
}

class Carrier {
  public:
    Carrier(const EventState& last, Desk& next, Actor actor)
        : last_(last), next_(next), actor_(actor) {}

    CarriedOver carry() {
        carry_groups();
        carry_questions();
        carry_organisations();
        const MeetingId meeting{make_random_uuid(next_.environment().random)};
        for (EarlierTableTold& table : tables_to_carry(last_, meeting)) {
            add(std::move(table));
            ++carried_.earlier_tables;
        }
        carry_notes();
        if (!bodies_.empty()) next_.record(bodies_);
        return carried_;
    }

  private:
    void add(BodyContent content) { bodies_.push_back({{}, actor_.role, std::move(content)}); }

    void carry_groups() {
        for (const auto& [group, fields] : last_.groups()) {
            if (group == 0 || is_closed(fields)) continue;
            FieldTexts carried = fields.all();
            // Who leads it is a person.
            std::erase_if(carried, [](const auto& field) {
                return field.first == number(GroupField::facilitator);
            });
            add(GroupDescribed{group, std::move(carried)});
            ++carried_.tables;
        }
    }

    void carry_questions() {
        const std::string& last_start = last_.setting(SettingField::starts);
        const std::string& next_start = next_.state().setting(SettingField::starts);
        for (const AgendaQuestion& question : agenda_questions(last_)) {
            FieldTexts fields = last_.questions().at(question.number).all();
            for (auto& [field, text] : fields) {
                if (field == number(QuestionField::starts) ||
                    field == number(QuestionField::ends)) {
                    text = moved(text, last_start, next_start);
                }
            }
            add(QuestionDescribed{question.number, std::move(fields)});
            ++carried_.questions;
        }
        for (const auto& [question, fields] : last_.survey()) {
            FieldTexts carried = fields.all();
            if (!carried.empty()) add(SurveyQuestionDescribed{question, std::move(carried)});
        }
    }

    // Each once, by the name that it has now: its other names are aliases already.
    void carry_organisations() {
        std::vector<OrganisationId> ids;
        for (const auto& [id, fields] : last_.organisations()) ids.push_back(id);
        std::sort(ids.begin(), ids.end());
        for (const OrganisationId& id : ids) {
            const LatestFields& fields = last_.organisations().at(id);
            const std::string& name = fields.get(OrganisationField::name);
            if (name.empty()) continue;
            const OrganisationId next_id = next_.new_organisation_id(name);
            FieldTexts carried = fields.all();
            std::erase_if(carried, [](const auto& field) {
                return field.first == number(OrganisationField::same_as) ||
                       field.first == number(OrganisationField::different_from);
            });
            add(OrganisationDescribed{next_id, std::move(carried)});
            ++carried_.organisations;
            for (const OrganisationContact& contact : contacts_of(last_, id)) {
                // As the list of the register makes it, but of namesakes each.
                AttendeeId person =
                    next_.new_contact_id(next_id, !contact.name.empty()    ? contact.name
                                                  : !contact.email.empty() ? contact.email
                                                                           : contact.phone);
                if (!people_.insert(person).second) {
                    person = next_.new_contact_id(next_id, contact.name + '\n' + contact.email);
                    people_.insert(person);
                }
                bodies_.push_back(
                    {{person},
                     actor_.role,
                     ContactDescribed{next_id, last_.contacts().at(contact.key).all()}});
                ++carried_.contacts;
            }
        }
    }

    void carry_notes() {
        for (CarriedNote& note : notes_to_carry(last_)) {
            const NoteId id = note.told.note;
            // First, so that what is said of it here has a later stamp than the note.
            if (!note.described.empty()) add(NoteDescribed{id, std::move(note.described)});
            add(std::move(note.told));
            ++carried_.notes;
        }
    }

    const EventState& last_;
    Desk& next_;
    Actor actor_;
    std::vector<Body> bodies_;
    std::set<AttendeeId> people_;  // the contacts so far
    CarriedOver carried_;
};

}  // namespace

FieldTexts carried_settings(const EventState& last, const NextMeeting& next) {
    const std::string& starts = last.setting(SettingField::starts);
    FieldSetter<SettingField> settings;
    for (const auto& [field, text] : last.settings().all()) {
        const auto setting = static_cast<SettingField>(field);
        // Staff's PIN is hashed under the event's key.
        if (setting == SettingField::deadline || setting == SettingField::staff_pin ||
            setting == SettingField::table_message || setting == SettingField::ended ||
            setting == SettingField::table_codes) {
            continue;
        }
        // Of another name there is no translation yet.
        if (!next.name.empty() && original_of(setting) == SettingField::name) continue;
        settings.set(setting, text);
    }
    if (!next.name.empty()) settings.set(SettingField::name, next.name);
    if (!next.starts.empty()) {
        settings.set(SettingField::starts, next.starts);
        for (const SettingField field : {SettingField::ends, SettingField::doors}) {
            const std::string& time = last.setting(field);
            if (!time.empty()) settings.set(field, moved(time, starts, next.starts));
        }
    }
    if (!next.ends.empty()) settings.set(SettingField::ends, next.ends);
    return settings.take();
}

CarriedOver carry_over(const EventState& last, Desk& next, Actor actor) {
    return Carrier(last, next, actor).carry();
}

}  // namespace stormote
