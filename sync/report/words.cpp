#include "sync/report/words.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

Word role_word(AttendeeRole role) {
    switch (role) {
        case AttendeeRole::civil:
            return {"civil", {"Civil society"}};
        case AttendeeRole::elected:
            return {"elected", {"Elected representative"}};
        case AttendeeRole::official:
            return {"official", {"Municipal official"}};
    }
    return {"civil", {"Civil society"}};
}

Word method_word(CheckInMethod method) {
    switch (method) {
        case CheckInMethod::ticket:
            return {"ticket", {"Ticket"}};
        case CheckInMethod::name:
            return {"name", {"Name"}};
        case CheckInMethod::walk_in:
            return {"walk_in", {"Walk-in"}};
        case CheckInMethod::staff:
            return {"staff", {"Staff"}};
    }
    return {"ticket", {"Ticket"}};
}

Word note_kind_word(NoteKind kind) {
    switch (kind) {
        case NoteKind::point:
            return {"point", {"Point"}};
        case NoteKind::proposal:
            return {"proposal", {"Proposal"}};
        case NoteKind::question:
            return {"question", {"Question"}};
        case NoteKind::commitment:
            return {"commitment", {"Commitment"}};
    }
    return {"point", {"Point"}};
}

Word status_word(const Attendee& attendee, const Presence& presence) {
    switch (presence.kind) {
        case PresenceKind::present:
            return {"present", {"Present"}};
        case PresenceKind::left:
            return {"left", {"Has left"}};
        case PresenceKind::expected:
            break;
    }
    if (is_cancelled(attendee)) return {"cancelled", {"Cancelled"}};
    return {"expected", {"Not checked in"}};
}

Word registration_word(const Attendee& attendee, const std::string& deadline) {
    if (attendee.get(AttendeeField::origin) == "walk_in") return {"walk_in", {"Walk-in"}};
    const std::string day = attendee.get(AttendeeField::registered).substr(0, 10);
    if (!deadline.empty() && is_date(day) && day > deadline) {
        return {"late", {"Registered late"}};
    }
    return {"registered", {"Registered"}};
}

Word yes_or_no(bool is_so) {
    return is_so ? Word{"yes", {"Yes"}} : Word{"no", {"No"}};
}

std::vector<NamedAttendee> attendees_by_name(const EventState& state) {
    std::vector<NamedAttendee> people;
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() && attendee.check_ins.empty()) continue;
        people.push_back({id, &attendee, attendee.full_name()});
    }
    std::sort(people.begin(), people.end(), [](const auto& left, const auto& right) {
        const int order = compare_swedish(left.name, right.name);
        return order != 0 ? order < 0 : left.id < right.id;
    });
    return people;
}

}  // namespace stormote
