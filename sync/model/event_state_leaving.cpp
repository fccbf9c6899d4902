// EventState: what people leave behind, and what leaves with them.
#include <algorithm>

#include "sync/model/event_state.h"

namespace stormote {

void EventState::take_answers(const AnswersGiven& content, Stamp stamp) {
    // What was given first stands: an answer is not changed afterwards.
    const auto [known, is_new] =
        answer_sheets_.try_emplace(content.sheet, AnswerSheet{content.answers, stamp});
    if (!is_new && stamp.is_before(known->second.stamp, device_table_)) {
        known->second = {content.answers, stamp};
    }
}

void EventState::take_message(const OperationHeader& header, const Body& body,
                              const MessageLeft& content, Stamp stamp) {
    MessageKey key{content.message, {}};
    if (!body.persons.empty()) key.person = body.persons.front();
    Message message{content, body.acting_role, header.wall_ms, stamp};
    const auto known = messages_.find(key);
    if (known == messages_.end()) {
        messages_.emplace(key, std::move(message));
    } else if (stamp.is_before(known->second.stamp, device_table_)) {
        known->second = std::move(message);
    }
}

void EventState::erase(const AttendeeId& person, const AttendeeErased& content, Stamp stamp) {
    const auto [known, is_new] =
        erased_.try_emplace(person, ErasedAttendee{content.role, content.counted, stamp});
    if (!is_new && stamp.is_before(known->second.stamp, device_table_)) {
        known->second = {content.role, content.counted, stamp};
    }
    attendees_.erase(person);
    // Every erasure adds its own: the devices may have known different tickets.
    erased_tickets_.insert(content.tickets.begin(), content.tickets.end());
    for (auto& [id, ticket] : tickets_) std::erase(ticket.issued_to, person);
    std::erase_if(tickets_, [](const auto& entry) {
        const Ticket& ticket = entry.second;
        return ticket.issued_to.empty() && ticket.check_ins.empty() &&
               ticket.mark_stamp.lamport() == 0;
    });
    for (auto& [id, note] : notes_) {
        std::erase_if(note.versions, [&person](const NoteVersion& version) {
            return std::find(version.persons.begin(), version.persons.end(), person) !=
                   version.persons.end();
        });
    }
    std::erase_if(notes_, [](const auto& entry) { return entry.second.versions.empty(); });
    std::erase_if(messages_, [&person](const auto& entry) { return entry.first.person == person; });
}

}  // namespace stormote
