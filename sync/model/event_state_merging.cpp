// EventState's merge rules: one overload a kind, in the order of their numbers, and below them what
// several share. sync/README.md has them as a table.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "sync/model/event_state.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

// Keeps a list sorted by id and free of doubles, so that folding again changes nothing. Of two with
// one id, `is_before` says which one counts.
template <typename Fact, typename Projection, typename Order>
void insert_first(std::vector<Fact>& facts, Fact fact, Projection id, Order is_before) {
    const auto place = std::lower_bound(
        facts.begin(), facts.end(), fact,
        [&id](const Fact& left, const Fact& right) { return id(left) < id(right); });
    if (place == facts.end() || id(*place) != id(fact)) {
        facts.insert(place, std::move(fact));
    } else if (is_before(fact, *place)) {
        *place = std::move(fact);
    }
}

template <typename Type>
void insert_once(std::vector<Type>& ids, const Type& id) {
    insert_first(
        ids, id, [](const Type& known) { return known; },
        [](const Type& /*left*/, const Type& /*right*/) { return false; });
}

// An operation id that was used twice is that of the operation that came first in the record.
auto by_stamp(const DeviceTable& devices) {
    return [&devices](const auto& left, const auto& right) {
        return left.stamp.is_before(right.stamp, devices);
    };
}

bool is_by_attendee(const GroupSeat& left, const GroupSeat& right) {
    return std::tie(left.attendee, left.group) < std::tie(right.attendee, right.group);
}

bool is_by_round(const GroupMove& left, const GroupMove& right) {
    return left.round < right.round;
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
    // What people call it counts, whichever was heard of first.
    if (introduced.is_named) return;
    if (source.stamp.is_before(introduced.name_stamp, device_table_)) return;
    introduced.name = content.name;
    introduced.name_stamp = source.stamp;
}

void EventState::merge(const OrganisationDescribed& content, const Source& source) {
    organisations_.change(content.organisation, [&](LatestFields& fields) {
        set(fields, with_stored_sector(content.fields), source);
    });
}

void EventState::merge(const AttendeeDescribed& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) {
        attendees_.change(person,
                          [&](Attendee& known) { set(known.fields, content.fields, source); });
    }
}

void EventState::merge(const TicketIssued& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) {
        insert_once(tickets_[content.ticket].issued_to, person);
        attendees_.change(person,
                          [&](Attendee& known) { insert_once(known.tickets, content.ticket); });
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
        attendees_.change(person, [&](Attendee& known) {
            insert_first(known.check_ins, fact, by_id, by_stamp(device_table_));
        });
    }
    if (source.body.persons.empty() && content.ticket) {
        insert_first(tickets_[*content.ticket].check_ins, fact, by_id, by_stamp(device_table_));
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
        attendees_.change(person, [&](Attendee& known) { note_move(known.moves, move); });
    }
}

void EventState::merge(const QuestionDescribed& content, const Source& source) {
    set(questions_[content.question], content.fields, source);
}

void EventState::merge(const NoteWritten& content, const Source& source) {
    const auto [note, is_new] = notes_.try_emplace(content.note);
    // So that others can be the same as one that nobody has described yet.
    if (is_new) note_descriptions_.change(content.note, [](LatestFields& /*fields*/) {});
    insert_first(
        note->second.versions,
        NoteVersion{source.header.id, source.stamp, source.header.wall_ms, content,
                    source.body.persons},
        [](const NoteVersion& known) { return known.id; }, by_stamp(device_table_));
}

void EventState::merge(const AttendeeErased& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) erase(person, content, source);
    erase_notes_and_messages({source.body.persons.begin(), source.body.persons.end()});
    // Every erasure adds its own: the devices may have known different tickets.
    erased_tickets_.insert(content.tickets.begin(), content.tickets.end());
}

void EventState::merge(const ClockMeasured& content, const Source& source) {
    const auto index = device_table_.find(content.device);
    ClockOffset& known = index ? devices_[*index].clock : unmet_clocks_[content.device];
    if (source.stamp.is_before(known.stamp, device_table_)) return;
    known = {content.offset_ms, source.stamp};
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

void EventState::merge(const AsideSettled& content, const Source& /*source*/) {
    settled_aside_.insert(content.operations.begin(), content.operations.end());
}

void EventState::merge(const ContactDescribed& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) {
        set(contacts_[{content.organisation, person}], content.fields, source);
    }
}

void EventState::merge(const EarlierTableTold& content, const Source& /*source*/) {
    earlier_tables_[content.meeting].insert(content.people);
}

void EventState::merge(const MailNoted& content, const Source& source) {
    for (const AttendeeId& person : source.body.persons) {
        Mail& mail = mails_[{content.mail, person}];
        if (source.stamp.is_before(mail.stamp, device_table_)) continue;
        mail = {content, source.header.wall_ms, source.stamp};
    }
}

void EventState::merge(const NoteDescribed& content, const Source& source) {
    // It says nothing: there is a record of the note where something is said of it.
    if (content.fields.empty()) return;
    note_descriptions_.change(content.note,
                              [&](LatestFields& fields) { set(fields, content.fields, source); });
}

void EventState::merge(const NoteMarked& content, const Source& source) {
    FieldTexts fields;
    std::copy_if(content.fields.begin(), content.fields.end(), std::back_inserter(fields),
                 [](const auto& field) { return is_said_at_table(field.first); });
    merge(NoteDescribed{content.note, std::move(fields)}, source);
}

void EventState::merge(const MessageDescribed& content, const Source& source) {
    MessageKey key{content.message, {}};
    if (!source.body.persons.empty()) key.person = source.body.persons.front();
    set(message_descriptions_[key], content.fields, source);
}

void EventState::merge(const EarlierNoteTold& content, const Source& source) {
    const auto [known, is_new] =
        earlier_notes_.try_emplace(content.note, EarlierNote{content, source.stamp});
    if (!is_new && source.stamp.is_before(known->second.stamp, device_table_)) {
        known->second = {content, source.stamp};
    }
}

void EventState::merge(const ConflictSettled& content, const Source& /*source*/) {
    auto together = content.check_ins;
    std::sort(together.begin(), together.end());
    settled_check_ins_.insert(std::move(together));
}

void EventState::merge(const DeviceNamed& content, const Source& source) {
    Device& named = device(source.stamp.device());
    if (named.is_named && source.stamp.is_before(named.name_stamp, device_table_)) return;
    named.name = content.name;
    named.name_stamp = source.stamp;
    named.is_named = true;
}

void EventState::merge(const RecordPackaged& content, const Source& source) {
    add_statement(packages_, content, source);
}

void EventState::merge(const RecordPurged& content, const Source& source) {
    add_statement(purges_, content, source);
}

void EventState::merge(const ErasureRefused& content, const Source& source) {
    add_statement(refused_erasures_, content, source);
}

void EventState::note_move(std::vector<GroupMove>& moves, const GroupMove& move) const {
    const auto known = std::find_if(moves.begin(), moves.end(), [&](const GroupMove& earlier) {
        return earlier.round == move.round;
    });
    if (known == moves.end()) {
        moves.insert(std::upper_bound(moves.begin(), moves.end(), move, is_by_round), move);
    } else if (known->stamp.is_before(move.stamp, device_table_)) {
        *known = move;
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
            attendees_.change(person, [&](Attendee& known) {
                insert_first(known.ended, ended, by_ids, by_stamp(device_table_));
            });
        }
        if (source.body.persons.empty()) {
            insert_first(unowned_ended_, ended, by_ids, by_stamp(device_table_));
        }
    }
}

void EventState::erase(const AttendeeId& person, const AttendeeErased& content,
                       const Source& source) {
    const auto [known, is_new] =
        erased_.try_emplace(person, ErasedAttendee{content.role, content.counted, source.stamp});
    ErasedAttendee& erased = known->second;
    if (!is_new && source.stamp.is_before(erased.stamp, device_table_)) {
        erased.role = content.role;
        erased.counted = content.counted;
        erased.stamp = source.stamp;
    }
    insert_once(erased.erasures, OperationPlace{source.header.device, source.header.sequence});
    const Attendee *known_record = attendees_.find_written(person);
    if (known_record == nullptr) return;
    for (const TicketId& id : known_record->tickets) {
        const auto issued = tickets_.find(id);
        if (issued == tickets_.end()) continue;
        Ticket& ticket = issued->second;
        std::erase(ticket.issued_to, person);
        const bool says_nothing = ticket.issued_to.empty() && ticket.check_ins.empty() &&
                                  ticket.mark_stamp.lamport() == 0;
        if (says_nothing) tickets_.erase(issued);
    }
    attendees_.erase(person);
}

void EventState::erase_notes_and_messages(const std::unordered_set<AttendeeId>& persons) {
    for (auto& [id, note] : notes_) {
        std::erase_if(note.versions, [&persons](const NoteVersion& version) {
            return std::any_of(version.persons.begin(), version.persons.end(),
                               [&persons](const auto& person) { return persons.contains(person); });
        });
    }
    std::erase_if(notes_, [this](const auto& entry) {
        if (!entry.second.versions.empty()) return false;
        const LatestFields *described = note_descriptions_.find_written(entry.first);
        if (described != nullptr && described->empty()) note_descriptions_.erase(entry.first);
        return true;
    });
    const auto is_sent_to_them = [&persons](const auto& entry) {
        return persons.contains(entry.first.person);
    };
    std::erase_if(mails_, is_sent_to_them);
    std::erase_if(contacts_, is_sent_to_them);
    std::erase_if(refused_erasures_, [&persons](const auto& refusal) {
        const auto& about = refusal.second.persons;
        return std::any_of(about.begin(), about.end(),
                           [&persons](const auto& person) { return persons.contains(person); });
    });
    const auto is_theirs = [&persons](const auto& entry) {
        return entry.first.person && persons.contains(*entry.first.person);
    };
    std::erase_if(messages_, is_theirs);
    std::erase_if(message_descriptions_, is_theirs);
}

}  // namespace stormote
