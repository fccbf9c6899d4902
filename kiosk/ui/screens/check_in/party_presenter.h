// Party: the people of one association who check in together at this screen, from the first one's
// verdict until everybody has gone on. Keeps what the screen may show of them and the association
// that the next one is registered for; forgotten when the screen goes home. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/ui/screens/check_in/party.h"
#include "kiosk/ui/screens/common/walk_in_presenter.h"

namespace stormote {

struct PartyMember {
    PartyLine line;
    std::string organisation;
    AttendeeRole role = AttendeeRole::civil;
};

// Of an admission.
[[nodiscard]] PartyMember party_member(const EventState& state, const CheckInOutcome& outcome,
                                       const Texts& texts);

class Party {
  public:
    // Whether others may follow this one: from an association, which the municipality is not.
    [[nodiscard]] bool can_follow(const PartyMember& person) const;
    // Whoever was admitted: the party is theirs as long as it is not open, and they join it once
    // it is.
    void add(const PartyMember& person);
    // The one who was added last was somebody else.
    void take_back_last() { members_.pop_back(); }
    // Others are to follow.
    void open() { is_open_ = true; }

    [[nodiscard]] bool is_open() const { return is_open_; }
    [[nodiscard]] bool is_several() const { return is_open_ && members_.size() > 1; }
    [[nodiscard]] std::vector<PartyLine> lines() const;
    // What the next one who is not registered is not asked; nothing where the party is not open.
    [[nodiscard]] std::optional<SharedRegistration> shared(const Texts& texts) const;

  private:
    std::vector<PartyMember> members_;
    bool is_open_ = false;
};

}  // namespace stormote
