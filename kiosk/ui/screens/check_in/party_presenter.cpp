#include "kiosk/ui/screens/check_in/party_presenter.h"

#include "kiosk/ui/screens/common/event_views.h"

namespace stormote {

PartyMember party_member(const EventState& state, const CheckInOutcome& outcome,
                         const Texts& texts) {
    PartyMember member;
    member.line.name = outcome.name;
    if (outcome.group) {
        member.line.group_number = *outcome.group;
        member.line.table_name = table_text(state, *outcome.group, texts);
    }
    member.organisation = outcome.organisation;
    const Attendee *attendee =
        outcome.verdict.attendee ? state.find_attendee(*outcome.verdict.attendee) : nullptr;
    if (attendee != nullptr) member.role = role_of(*attendee);
    return member;
}

bool Party::can_follow(const PartyMember& person) const {
    if (is_open_) return true;
    return !person.organisation.empty() && person.role == AttendeeRole::civil;
}

void Party::add(const PartyMember& person) {
    if (!is_open_) members_.clear();
    members_.push_back(person);
}

std::vector<PartyLine> Party::lines() const {
    std::vector<PartyLine> lines;
    for (const PartyMember& member : members_) lines.push_back(member.line);
    return lines;
}

std::optional<SharedRegistration> Party::shared(const Texts& texts) const {
    if (!is_open_ || members_.empty()) return std::nullopt;
    const PartyMember& first = members_.front();
    SharedRegistration shared;
    shared.organisation = first.organisation;
    shared.role = first.role;
    // Whoever typed somebody's name must not learn their association by it.
    shared.sentence = texts.get(Sentence{"From the same association as {}."}, first.line.name);
    return shared;
}

}  // namespace stormote
