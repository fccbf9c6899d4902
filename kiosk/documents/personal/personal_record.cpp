#include "kiosk/documents/personal/personal_record.h"

#include <algorithm>

#include "sync/base/match.h"
#include "sync/report/personal/person_records.h"

namespace stormote {

PersonalRecord::PersonalRecord(const EventState& state, std::span<const Operation> operations,
                               const AttendeeId& id)
    : state_(state), ids_(records_of_person(state, id).all()) {
    if (ids_.empty()) ids_.push_back(id);
    known_.insert(ids_.begin(), ids_.end());
    for (const AttendeeId& record : ids_) {
        const Attendee *attendee = state.attendee_records().find_written(record);
        if (attendee != nullptr) {
            tickets_.insert(attendee->tickets.begin(), attendee->tickets.end());
        }
    }
    for (const Operation& operation : operations) {
        if (!operation.body) continue;
        auto body = decode_body(operation.header.kind, operation.body->bytes);
        if (!body) continue;
        const bool about = is_about(*body);
        if (about || is_named(*body)) said_.push_back({&operation, std::move(*body), about});
    }
    std::sort(said_.begin(), said_.end(), [](const auto& left, const auto& right) {
        return is_before(left.operation->header, right.operation->header);
    });
}

bool PersonalRecord::is_theirs(const std::string& text) const {
    const auto id = parse_id<AttendeeId>(text);
    return id && is_theirs(*id);
}

bool PersonalRecord::is_about(const Body& body) const {
    return std::any_of(body.persons.begin(), body.persons.end(),
                       [this](const AttendeeId& id) { return is_theirs(id); });
}

// What is written of somebody else, as in whose place they came, is the other person's.
bool PersonalRecord::is_named(const Body& body) const {
    const auto names = [this](const FieldTexts& fields) {
        return std::any_of(fields.begin(), fields.end(),
                           [this](const auto& field) { return is_theirs(field.second); });
    };
    return std::visit(
        Match{[&](const GroupDescribed& content) { return names(content.fields); },
              [&](const NoteDescribed& content) { return names(content.fields); },
              [&](const NoteMarked& content) { return names(content.fields); },
              [&](const MessageDescribed& content) { return names(content.fields); },
              [&](const TicketMarked& content) { return tickets_.contains(content.ticket); },
              [&](const CheckedIn& content) {
                  return body.persons.empty() && content.ticket &&
                         tickets_.contains(*content.ticket);
              },
              [&](const GroupsPlanned& content) {
                  return std::any_of(
                      content.rounds.begin(), content.rounds.end(), [&](const auto& seats) {
                          return std::any_of(seats.begin(), seats.end(), [&](const auto& seat) {
                              return is_theirs(seat.attendee);
                          });
                      });
              },
              [](const auto& /*other*/) { return false; }},
        body.content);
}

std::vector<Operation> PersonalRecord::operations() const {
    std::vector<Operation> operations;
    operations.reserve(said_.size());
    for (const PersonalOperation& one : said_) operations.push_back(*one.operation);
    return operations;
}

Cell PersonalRecord::at(const OperationHeader& header) const {
    return Instant{header.wall_ms + state_.clock_offset_ms(header.device)};
}

Cell PersonalRecord::device(const DeviceId& id) const {
    const Device *device = state_.find_device(id);
    return device == nullptr || device->name.empty() ? Cell(to_string(id)) : Cell(device->name);
}

}  // namespace stormote
