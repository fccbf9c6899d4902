#include "kiosk/desk/door_placing.h"

#include <algorithm>

#include "kiosk/desk/event_mix.h"
#include "kiosk/groups/door/live.h"

namespace stormote {

namespace {

class DoorRoom {
  public:
    DoorRoom(const EventState& state, std::vector<GroupNumber> groups)
        : state_(state), mix_(mix_of(state, seated_attendees(state), std::move(groups), 1)) {
        planned_.assign(mix_.attendees.size(), no_group);
        seated_ = planned_;
        is_expected_.assign(mix_.attendees.size(), 0);
        const bool is_live = seating_of(state) == DoorSeating::live;
        for (std::size_t i = 0; i < mix_.attendees.size(); ++i) {
            const Seat seat = seat_of(state, mix_.attendees[i]);
            const int group = mix_.problem.place_of(seat.group.value_or(0));
            if (!is_live) {
                seated_[i] = group;
                continue;
            }
            planned_[i] = group;
            const PresenceKind kind = presence_of(state, mix_.attendees[i]).kind;
            if (kind == PresenceKind::present) seated_[i] = group;
            if (kind == PresenceKind::expected) is_expected_[i] = 1;
        }
    }

    [[nodiscard]] GroupNumber place(const AttendeeId& attendee) {
        const auto known = std::lower_bound(mix_.attendees.begin(), mix_.attendees.end(), attendee);
        // Whoever cancelled and comes all the same is not among those who were counted on.
        if (known == mix_.attendees.end() || *known != attendee) {
            const Attendee& person = *state_.find_attendee(attendee);
            return place({state_.organisation_of(person, OrganisationField::name),
                          state_.organisation_of(person, OrganisationField::sector),
                          role_of(person)});
        }
        const auto index = static_cast<std::size_t>(known - mix_.attendees.begin());
        seated_[index] = no_group;
        return place(index);
    }

    [[nodiscard]] GroupNumber place(const Newcomer& newcomer) {
        add_person(mix_, newcomer.organisation, newcomer.sector, newcomer.role);
        planned_.push_back(no_group);
        seated_.push_back(no_group);
        is_expected_.push_back(0);
        return place(planned_.size() - 1);
    }

  private:
    [[nodiscard]] GroupNumber place(std::size_t index) const {
        const LiveSeating room{mix_.problem, planned_, seated_, is_expected_};
        return mix_.problem.number_of(place_arrival(room, static_cast<int>(index)));
    }

    const EventState& state_;
    EventMix mix_;
    std::vector<int> planned_;
    std::vector<int> seated_;
    std::vector<std::uint8_t> is_expected_;
};

}  // namespace

DoorSeating seating_of(const EventState& state) {
    return state.setting(SettingField::seating) == "live" ? DoorSeating::live
                                                          : DoorSeating::planned;
}

std::optional<GroupNumber> place_at_door(const EventState& state, const AttendeeId& attendee) {
    const Seat seat = seat_of(state, attendee);
    const bool may_choose =
        seat.basis == SeatBasis::planned && seating_of(state) == DoorSeating::live;
    if (seat.group && !may_choose && !is_closed(state, *seat.group)) return seat.group;
    std::vector<GroupNumber> groups = open_groups(state);
    if (groups.empty() || state.find_attendee(attendee) == nullptr) return std::nullopt;
    return DoorRoom(state, std::move(groups)).place(attendee);
}

std::optional<GroupNumber> place_at_door(const EventState& state, const Newcomer& newcomer) {
    std::vector<GroupNumber> groups = open_groups(state);
    if (groups.empty()) return std::nullopt;
    return DoorRoom(state, std::move(groups)).place(newcomer);
}

}  // namespace stormote
