#include "tests/support/record/event_desk.h"

#include <utility>

namespace stormote::testing {

EventDesk::EventDesk(const std::string& starts, std::uint64_t seed) : random_(seed) {
    FieldSetter<SettingField> settings;
    settings.set(SettingField::name, "Stormöte")
        .set(SettingField::starts, starts)
        .set(SettingField::ends, starts.substr(0, 11) + "21:00")
        .set(SettingField::deadline, "2022-09-26");
    desk_ = std::move(Desk::create(file(), std::nullopt, environment(), settings.take())).value();
}

EventDesk::~EventDesk() = default;

JournalEnvironment EventDesk::environment() {
    return {clock, random_, folder_ / "state", HashingCost{}, "Entré"};
}

void EventDesk::reopen() {
    desk_.reset();
    desk_ = std::move(Desk::open(
                          file(), [] { return std::nullopt; }, JournalAccess::write, environment()))
                .value();
}

void EventDesk::record(AttendeeId person, BodyContent content) {
    const Body body{{person}, ActingRole::organiser, std::move(content)};
    desk_->record(std::span(&body, 1));
}

void EventDesk::record(BodyContent content) {
    const Body body{{}, ActingRole::organiser, std::move(content)};
    desk_->record(std::span(&body, 1));
}

AttendeeId EventDesk::add(const TestPerson& person) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::given_name, person.given_name)
        .set(AttendeeField::family_name, person.family_name)
        .set(AttendeeField::role, role_name(person.role))
        .set(AttendeeField::email, person.email)
        .set(AttendeeField::registered, person.registered)
        .set(AttendeeField::origin, person.origin);
    if (!person.organisation.empty()) {
        const OrganisationId organisation = desk_->organisation_id(person.organisation);
        fields.set(AttendeeField::organisation, to_string(organisation));
        describe(person.organisation, "");
    }
    const auto id = make_id<AttendeeId>(clock, random_);
    record(id, AttendeeDescribed{fields.take()});
    return id;
}

void EventDesk::describe(const std::string& organisation, const std::string& sector) {
    FieldSetter<OrganisationField> fields;
    fields.set(OrganisationField::name, organisation);
    if (!sector.empty()) fields.set(OrganisationField::sector, sector);
    record(OrganisationDescribed{desk_->organisation_id(organisation), fields.take()});
}

void EventDesk::describe(GroupNumber group, GroupField field, const std::string& text) {
    record(GroupDescribed{group, FieldSetter<GroupField>{}.set(field, text).take()});
}

void EventDesk::come(const AttendeeId& person) {
    static_cast<void>(desk_->check_in(person, CheckInMethod::name, staff));
}

}  // namespace stormote::testing
