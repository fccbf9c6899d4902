// EventState's merge rules: one overload a kind, in the order of their numbers, and below them what
// several share. sync/README.md has them as a table.
#include <algorithm>
#include <tuple>

#include "sync/model/event_state.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

// Keeps a list sorted by id and free of doubles, so that folding again changes nothing.
template <typename Fact, typename Projection>
void insert_once(std::vector<Fact>& facts, Fact fact, Projection id) {
    const auto place = std::lower_bound(
        facts.begin(), facts.end(), fact,
        [&id](const Fact& left, const Fact& right) { return id(left) < id(right); });
    if (place != facts.end() && id(*place) == id(fact)) return;
    facts.insert(place, std::move(fact));
}

bool is_by_attendee(const GroupSeat& left, const GroupSeat& right) {
    return std::tie(left.attendee, left.group) < std::tie(right.attendee, right.group);
}

// What screens in other languages stored once counts with what those in Swedish did.
FieldTexts with_stored_sector(FieldTexts fields) {
    for (auto& [field, text] : fields) {
        if (field == number(OrganisationField::sector)) text = stored_sector(text);
    }
    return fields;
}

}  // namespace

void EventState::merge(const SettingsDescribed& content, const Source& source) {
    set(settings_, content.fields, source);
}

void EventState::merge(const DeviceIntroduced& content, const Source& source) {
    Device& introduced = device(source.stamp.device());
    if (device_of(content.public_key) != source.header.device) return;
    introduced.public_key = content.public_key;
    if (source.stamp.is_before(introduced.name_stamp, device_table_)) return;
    introduced.name = content.name;
    introduced.name_stamp = source.stamp;
}

void EventState::merge(const OrganisationDescribed& content, const Source& source) {
    set(organisations_[content.organisation], with_stored_sector(content.fields), source);
}

void EventState::merge(const AttendeeDescribed& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) {
        set(attendees_[person].fields, content.fields, source);
    }
}

void EventState::merge(const TicketIssued& content, const Source& source) {
    const auto itself = [](const auto& id) { return id; };
    for (const AttendeeId& person : source.body.persons) {
        insert_once(tickets_[content.ticket].issued_to, person, itself);
        insert_once(attendees_[person].tickets, content.ticket, itself);
    }
}

void EventState::merge(const TicketMarked& content, const Source& source) {
    Ticket& ticket = tickets_[content.ticket];
    if (source.stamp.is_before(ticket.mark_stamp, device_table_)) return;
    ticket.mark = content.mark;
    ticket.mark_stamp = source.stamp;
}

void EventState::merge(const CheckedIn& content, const Source& source) {
    const CheckInFact fact{source.header.id,        source.stamp,
                           source.header.wall_ms,   content.method,
                           source.body.acting_role, content.told_group.value_or(0)};
    const auto by_id = [](const CheckInFact& known) { return known.id; };
    for (const AttendeeId& person : source.body.persons) {
        insert_once(attendees_[person].check_ins, fact, by_id);
    }
    if (source.body.persons.empty() && content.ticket) {
        insert_once(tickets_[*content.ticket].check_ins, fact, by_id);
    }
}

void EventState::merge(const CheckInUndone& content, const Source& source) {
    end_check_ins(content.check_ins, CheckInEnd::undone, source);
}

void EventState::merge(const CheckedOut& content, const Source& source) {
    end_check_ins(content.check_ins, CheckInEnd::left, source);
}

void EventState::merge(const GroupDescribed& content, const Source& source) {
    set(groups_[content.group], content.fields, source);
}

void EventState::merge(const GroupsPlanned& content, const Source& source) {
    if (source.stamp.is_before(plan_stamp_, device_table_)) return;
    plan_ = content.rounds;
    plan_stamp_ = source.stamp;
    for (auto& seats : plan_) std::sort(seats.begin(), seats.end(), is_by_attendee);
}

void EventState::merge(const GroupMoved& content, const Source& source) {
    const GroupMove move{content.round, content.group, source.stamp};
    for (const AttendeeId& person : source.body.persons) {
        auto& moves = attendees_[person].moves;
        const auto known = std::find_if(moves.begin(), moves.end(), [&](const GroupMove& earlier) {
            return earlier.round == content.round;
        });
        if (known == moves.end()) {
            insert_once(moves, move, [](const GroupMove& earlier) { return earlier.round; });
        } else if (known->stamp.is_before(source.stamp, device_table_)) {
            *known = move;
        }
    }
}

void EventState::merge(const QuestionDescribed& content, const Source& source) {
    set(questions_[content.question], content.fields, source);
}

void EventState::merge(const NoteWritten& content, const Source& source) {
    insert_once(notes_[content.note].versions,
                NoteVersion{source.header.id, source.stamp, source.header.wall_ms, content,
                            source.body.persons},
                [](const NoteVersion& known) { return known.id; });
}

void EventState::merge(const AttendeeErased& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) erase(person, content, source.stamp);
}

void EventState::merge(const ClockMeasured& content, const Source& source) {
    Device& measured = device(device_table_.index_of(content.device));
    if (source.stamp.is_before(measured.offset_stamp, device_table_)) return;
    measured.offset_ms = content.offset_ms;
    measured.offset_stamp = source.stamp;
}

void EventState::merge(const SurveyQuestionDescribed& content, const Source& source) {
    set(survey_[content.question], content.fields, source);
}

void EventState::merge(const AnswersGiven& content, const Source& source) {
    // What was given first stands: an answer is not changed afterwards.
    const auto [known, is_new] =
        answer_sheets_.try_emplace(content.sheet, AnswerSheet{content.answers, source.stamp});
    if (!is_new && source.stamp.is_before(known->second.stamp, device_table_)) {
        known->second = {content.answers, source.stamp};
    }
}

void EventState::merge(const MessageLeft& content, const Source& source) {
    MessageKey key{content.message, {}};
    if (!source.body.persons.empty()) key.person = source.body.persons.front();
    Message message{content, source.body.acting_role, source.header.wall_ms, source.stamp};
    const auto known = messages_.find(key);
    if (known == messages_.end()) {
        messages_.emplace(key, std::move(message));
    } else if (source.stamp.is_before(known->second.stamp, device_table_)) {
        known->second = std::move(message);
    }
}

void EventState::set(LatestFields& fields, const FieldTexts& texts, const Source& source) {
    fields.set(texts, source.stamp, device_table_);
}

void EventState::end_check_ins(const std::vector<OperationId>& check_ins, CheckInEnd how,
                               const Source& source) {
    const auto by_ids = [](const EndedCheckIn& known) {
        return std::pair(known.check_in, known.ended_by);
    };
    for (const OperationId& check_in : check_ins) {
        const EndedCheckIn ended{check_in, source.header.id, how, source.header.wall_ms,
                                 source.stamp};
        for (const AttendeeId& person : source.body.persons) {
            insert_once(attendees_[person].ended, ended, by_ids);
        }
        if (source.body.persons.empty()) insert_once(unowned_ended_, ended, by_ids);
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
