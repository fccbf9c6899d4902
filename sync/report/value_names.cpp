#include "sync/report/value_names.h"

#include <algorithm>
#include <tuple>

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

Word message_kind_word(MessageKind kind) {
    switch (kind) {
        case MessageKind::comment:
            return {"comment", {"Comment"}};
        case MessageKind::contact:
            return {"contact", {"Wants to be contacted"}};
        case MessageKind::joining:
            return {"joining", {"Joins the agreement"}};
    }
    return {"comment", {"Comment"}};
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
    if (attendee.get(AttendeeField::origin) == "substitute") return {"substitute", {"Substitute"}};
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
    std::vector<std::pair<std::string, NamedAttendee>> keyed;
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() && attendee.check_ins.empty()) continue;
        const std::string name = attendee.full_name();
        keyed.emplace_back(swedish_sort_key(name), NamedAttendee{id, &attendee, name});
    }
    std::sort(keyed.begin(), keyed.end(), [](const auto& left, const auto& right) {
        return std::tie(left.first, left.second.id) < std::tie(right.first, right.second.id);
    });
    std::vector<NamedAttendee> people;
    people.reserve(keyed.size());
    for (auto& [key, person] : keyed) people.push_back(std::move(person));
    return people;
}

}  // namespace stormote
