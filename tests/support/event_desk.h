// EventDesk: a desk on an event file in a folder of its own, with a clock that stands still until
// it is told to move and ids from a seed. For tests; one thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "tests/support/start_crypto.h"
#include "tests/support/temporary_folder.h"

namespace stormote::testing {

struct TestPerson {
    std::string given_name;
    std::string family_name;
    std::string organisation{};
    AttendeeRole role = AttendeeRole::civil;
    std::string email{};
    std::string origin = "list";
    std::string registered{};
};

class EventDesk {
  public:
    static constexpr std::int64_t evening_ms = 1'665'590'400'000;  // 2022-10-12T16:00:00Z
    static constexpr Actor staff{ActingRole::staff};

    explicit EventDesk(const std::string& starts = "2022-10-12T18:00", std::uint64_t seed = 1)
        : random_(seed) {
        FieldSetter<SettingField> settings;
        settings.set(SettingField::name, "Stormöte")
            .set(SettingField::starts, starts)
            .set(SettingField::ends, starts.substr(0, 11) + "21:00")
            .set(SettingField::deadline, "2022-09-26");
        desk_ =
            std::move(Desk::create(file(), std::nullopt, environment(), settings.take())).value();
    }

    [[nodiscard]] std::filesystem::path file() const { return folder_ / "event.stormote"; }
    [[nodiscard]] JournalEnvironment environment() {
        return {clock, random_, folder_ / "state", HashingCost{}, "Entré"};
    }
    Desk& operator*() { return *desk_; }
    Desk *operator->() { return desk_.get(); }
    [[nodiscard]] const EventState& state() const { return desk_->state(); }

    // Closes the file and opens it again: what was not written is gone.
    void reopen() {
        desk_.reset();
        desk_ =
            std::move(Desk::open(
                          file(), [] { return std::nullopt; }, JournalAccess::write, environment()))
                .value();
    }

    // For a thread of its own; the file stays here.
    [[nodiscard]] std::unique_ptr<Desk> take() { return std::move(desk_); }

    void record(AttendeeId person, BodyContent content) {
        const Body body{{person}, ActingRole::organiser, std::move(content)};
        desk_->record(std::span(&body, 1));
    }
    void record(BodyContent content) {
        const Body body{{}, ActingRole::organiser, std::move(content)};
        desk_->record(std::span(&body, 1));
    }

    AttendeeId add(const TestPerson& person) {
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

    void describe(const std::string& organisation, const std::string& sector) {
        FieldSetter<OrganisationField> fields;
        fields.set(OrganisationField::name, organisation);
        if (!sector.empty()) fields.set(OrganisationField::sector, sector);
        record(OrganisationDescribed{desk_->organisation_id(organisation), fields.take()});
    }

    // One thing about a group, as an organiser says it.
    void describe(GroupNumber group, GroupField field, const std::string& text) {
        record(GroupDescribed{group, FieldSetter<GroupField>{}.set(field, text).take()});
    }

    void come(const AttendeeId& person) {
        static_cast<void>(desk_->check_in(person, CheckInMethod::name, staff));
    }

    ManualClock clock{evening_ms};

  private:
    TemporaryFolder folder_;
    SeededRandom random_;
    std::unique_ptr<Desk> desk_;
};

}  // namespace stormote::testing
