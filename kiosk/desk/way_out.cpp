#include "kiosk/desk/way_out.h"

#include <algorithm>
#include <utility>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
// Whoever is one of as many cannot be told from the others.
constexpr std::size_t most_that_name_somebody = 5;

std::vector<std::string> names_of(const std::string& lines) {
    std::vector<std::string> names;
    for (const std::string_view line : split_text(lines, '\n')) {
        if (std::string name = trim_text(line); !name.empty()) names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

WayOut way_out(const EventState& state) {
    const LatestFields& settings = state.settings();
    WayOut offer;
    offer.questions = survey_questions(state);
    offer.agreement = settings.get(SettingField::agreement);
    offer.agreement_text = settings.get(SettingField::agreement_text);
    offer.departments = names_of(settings.get(SettingField::departments));
    offer.agreements = settings.translations(SettingField::agreement);
    offer.agreement_texts = settings.translations(SettingField::agreement_text);
    offer.department_lines = settings.translations(SettingField::departments);
    return offer;
}

EventWords agreement_in(const WayOut& offer, std::string_view language) {
    const EventWords as_it_is{offer.agreement, offer.agreement_text};
    const auto further = further_language(language);
    if (!further || offer.agreements[*further].empty()) return as_it_is;
    const std::string& text = offer.agreement_texts[*further];
    if (text.empty() != offer.agreement_text.empty()) return as_it_is;
    return {offer.agreements[*further], text, true};
}

DepartmentWords departments_in(const WayOut& offer, std::string_view language) {
    const auto further = further_language(language);
    if (further) {
        std::vector<std::string> names = names_of(offer.department_lines[*further]);
        if (names.size() == offer.departments.size()) return {std::move(names), true};
    }
    return {offer.departments};
}

bool is_way_out_open(const EventState& state, std::int64_t now_ms) {
    const auto starts_ms = instant_of(state.setting(SettingField::starts));
    return starts_ms && now_ms >= *starts_ms;
}

Joining joining_of(const EventState& state, const AttendeeId& representative) {
    const Attendee *person = state.find_attendee(representative);
    if (person == nullptr) return Joining::nobody;
    if (state.setting(SettingField::agreement).empty()) return Joining::no_agreement;
    if (role_of(*person) != AttendeeRole::civil) return Joining::municipality;
    if (!organisation_of(state, representative) ||
        state.organisation_of(*person, OrganisationField::name).empty()) {
        return Joining::no_organisation;
    }
    return state.organisation_of(*person, OrganisationField::joined).empty()
               ? Joining::joined
               : Joining::joined_already;
}

std::optional<OrganisationId> organisation_of(const EventState& state,
                                              const AttendeeId& representative) {
    const Attendee *person = state.find_attendee(representative);
    if (person == nullptr) return std::nullopt;
    const auto id = parse_id<OrganisationId>(person->get(AttendeeField::organisation));
    return id ? std::optional(state.organisation_records().root_of(*id)) : std::nullopt;
}

bool is_release_due(const EventState& state, Occasion occasion, std::int64_t now_ms,
                    std::size_t waiting) {
    // An organiser may have ended it before its time.
    const auto said_ms = instant_of(state.setting(SettingField::ends));
    const auto ended_ms = meeting_ended_ms(state);
    const auto end_ms = said_ms && ended_ms ? std::min(said_ms, ended_ms) : said_ms;
    switch (occasion) {
        case Occasion::opening:
            return !end_ms || now_ms >= *end_ms;
        case Occasion::running:
            return end_ms && now_ms >= *end_ms + hour_ms;
        case Occasion::by_staff:
            return !end_ms || now_ms >= *end_ms || waiting > most_that_name_somebody;
    }
    return false;
}

}  // namespace stormote
