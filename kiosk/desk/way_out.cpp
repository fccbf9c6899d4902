#include "kiosk/desk/way_out.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
// Whoever is one of as many cannot be told from the others.
constexpr std::size_t most_that_name_somebody = 5;

}  // namespace

WayOut way_out(const EventState& state) {
    WayOut offer;
    offer.questions = survey_questions(state);
    offer.agreement = state.setting(SettingField::agreement);
    offer.agreement_text = state.setting(SettingField::agreement_text);
    const std::string& lines = state.setting(SettingField::departments);
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        const std::string line = trim_text(lines.substr(begin, end - begin));
        if (!line.empty()) offer.departments.push_back(line);
        begin = end + 1;
    }
    return offer;
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
    const auto end_ms = instant_of(state.setting(SettingField::ends));
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
