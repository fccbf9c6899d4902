#include "sync/model/event_state.h"

#include <algorithm>
#include <tuple>
#include <type_traits>

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

// Whoever wants to be contacted, or declares something for others, says who they are.
bool is_comment(const Body& body) {
    return std::get<MessageLeft>(body.content).kind == MessageKind::comment;
}

// Erasing a person takes whole bodies away. One that was about two people, or that described
// something else besides, would leave its trace on those replicas only that folded it in time.
bool is_about_allowed_persons(const Body& body) {
    switch (kind_of(body.content)) {
        case OperationKind::attendee_described:
        case OperationKind::ticket_issued:
        case OperationKind::checked_in:
        case OperationKind::check_in_undone:
        case OperationKind::checked_out:
        case OperationKind::group_moved:
            return body.persons.size() <= 1;
        case OperationKind::message_left:
            return body.persons.size() == 1 || (body.persons.empty() && is_comment(body));
        case OperationKind::note_written:
        case OperationKind::attendee_erased:
            return true;
        default:
            return body.persons.empty();
    }
}

// What screens in other languages stored once counts with what those in Swedish did.
FieldTexts with_stored_sector(FieldTexts fields) {
    for (auto& [field, text] : fields) {
        if (field == number(OrganisationField::sector)) text = stored_sector(text);
    }
    return fields;
}

template <typename Map, typename Key>
auto find_or_null(const Map& map, const Key& key) -> const typename Map::mapped_type * {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::string Attendee::full_name() const {
    const std::string& given = get(AttendeeField::given_name);
    const std::string& family = get(AttendeeField::family_name);
    if (given.empty() || family.empty()) return given + family;
    return given + ' ' + family;
}

std::vector<const NoteVersion *> Note::heads(const DeviceTable& devices) const {
    std::vector<const NoteVersion *> heads;
    for (const NoteVersion& version : versions) {
        const bool is_replaced =
            std::any_of(versions.begin(), versions.end(), [&](const NoteVersion& other) {
                const auto& replaces = other.content.replaces;
                // Only what came before: versions that name each other must not vanish together.
                return version.stamp.is_before(other.stamp, devices) &&
                       std::find(replaces.begin(), replaces.end(), version.id) != replaces.end();
            });
        if (!is_replaced) heads.push_back(&version);
    }
    std::sort(heads.begin(), heads.end(), [&devices](const auto *left, const auto *right) {
        return left->stamp.is_before(right->stamp, devices);
    });
    return heads;
}

const Attendee *EventState::find_attendee(const AttendeeId& id) const {
    return find_or_null(attendees_, id);
}

const Ticket *EventState::find_ticket(const TicketId& id) const {
    return find_or_null(tickets_, id);
}

const Device *EventState::find_device(const DeviceId& id) const {
    const auto found = std::find_if(devices_.begin(), devices_.end(),
                                    [&id](const Device& device) { return device.id == id; });
    return found == devices_.end() ? nullptr : &*found;
}

const std::string& EventState::organisation(const OrganisationId& id,
                                            OrganisationField field) const {
    static const LatestFields unknown;
    const LatestFields *fields = find_or_null(organisations_, id);
    return (fields == nullptr ? unknown : *fields).get(field);
}

const std::string& EventState::organisation_of(const Attendee& attendee,
                                               OrganisationField field) const {
    const auto id = parse_id<OrganisationId>(attendee.get(AttendeeField::organisation));
    return organisation(id.value_or(OrganisationId{}), field);
}

FoldOutcome EventState::fold(const Operation& operation) {
    meet(operation.header);
    if (!operation.body) return FoldOutcome::erased;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    if (!body) return FoldOutcome::malformed;
    return fold(operation.header, *body);
}

Stamp EventState::meet(const OperationHeader& header) {
    assert(header.lamport > 0 && header.lamport <= largest_lamport);
    highest_lamport_ = std::max(highest_lamport_, header.lamport);
    const DeviceTable::Index index = device_table_.index_of(header.device);
    device(index);
    return {header.lamport, index};
}

FoldOutcome EventState::fold(const OperationHeader& header, const Body& body) {
    const Stamp stamp = meet(header);
    if (std::holds_alternative<UnknownContent>(body.content)) return FoldOutcome::unknown_kind;
    if (!is_about_allowed_persons(body)) return FoldOutcome::malformed;
    if (const auto *erased = std::get_if<AttendeeErased>(&body.content)) {
        for (const AttendeeId& person : body.persons) erase(person, *erased, stamp);
        return FoldOutcome::folded;
    }
    const bool is_about_erased =
        std::any_of(body.persons.begin(), body.persons.end(),
                    [this](const AttendeeId& person) { return erased_.contains(person); });
    if (is_about_erased) return FoldOutcome::erased;
    apply(header, body, stamp);
    return FoldOutcome::folded;
}

Device& EventState::device(DeviceTable::Index index) {
    while (devices_.size() <= index) {
        const auto next = static_cast<DeviceTable::Index>(devices_.size());
        devices_.emplace_back().id = device_table_.device(next);
    }
    return devices_[index];
}

void EventState::apply(const OperationHeader& header, const Body& body, Stamp stamp) {
    const auto set = [&](LatestFields& fields, const FieldTexts& texts) {
        fields.set(texts, stamp, device_table_);
    };
    const auto each_person = [&body](const auto& action) {
        for (const AttendeeId& person : body.persons) action(person);
    };
    std::visit(
        [&](const auto& content) {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, SettingsDescribed>) {
                set(settings_, content.fields);
            } else if constexpr (std::is_same_v<Content, DeviceIntroduced>) {
                Device& introduced = device(stamp.device());
                if (device_of(content.public_key) != header.device) return;
                introduced.public_key = content.public_key;
                if (!stamp.is_before(introduced.name_stamp, device_table_)) {
                    introduced.name = content.name;
                    introduced.name_stamp = stamp;
                }
            } else if constexpr (std::is_same_v<Content, OrganisationDescribed>) {
                set(organisations_[content.organisation], with_stored_sector(content.fields));
            } else if constexpr (std::is_same_v<Content, AttendeeDescribed>) {
                each_person(
                    [&](const auto& person) { set(attendees_[person].fields, content.fields); });
            } else if constexpr (std::is_same_v<Content, TicketIssued>) {
                each_person([&](const auto& person) {
                    const auto itself = [](const auto& id) { return id; };
                    insert_once(tickets_[content.ticket].issued_to, person, itself);
                    insert_once(attendees_[person].tickets, content.ticket, itself);
                });
            } else if constexpr (std::is_same_v<Content, TicketMarked>) {
                Ticket& ticket = tickets_[content.ticket];
                if (!stamp.is_before(ticket.mark_stamp, device_table_)) {
                    ticket.mark = content.mark;
                    ticket.mark_stamp = stamp;
                }
            } else if constexpr (std::is_same_v<Content, CheckedIn>) {
                check_in(header, body, content, stamp);
            } else if constexpr (std::is_same_v<Content, CheckInUndone>) {
                end_check_ins(header, body, content.check_ins, CheckInEnd::undone, stamp);
            } else if constexpr (std::is_same_v<Content, CheckedOut>) {
                end_check_ins(header, body, content.check_ins, CheckInEnd::left, stamp);
            } else if constexpr (std::is_same_v<Content, GroupDescribed>) {
                set(groups_[content.group], content.fields);
            } else if constexpr (std::is_same_v<Content, GroupsPlanned>) {
                plan_groups(content, stamp);
            } else if constexpr (std::is_same_v<Content, GroupMoved>) {
                each_person([&](const auto& person) {
                    auto& moves = attendees_[person].moves;
                    auto move = std::find_if(moves.begin(), moves.end(), [&](const auto& known) {
                        return known.round == content.round;
                    });
                    if (move == moves.end()) {
                        insert_once(moves, GroupMove{content.round, content.group, stamp},
                                    [](const GroupMove& known) { return known.round; });
                    } else if (move->stamp.is_before(stamp, device_table_)) {
                        *move = {content.round, content.group, stamp};
                    }
                });
            } else if constexpr (std::is_same_v<Content, QuestionDescribed>) {
                set(questions_[content.question], content.fields);
            } else if constexpr (std::is_same_v<Content, NoteWritten>) {
                write_note(header, body, content, stamp);
            } else if constexpr (std::is_same_v<Content, SurveyQuestionDescribed>) {
                set(survey_[content.question], content.fields);
            } else if constexpr (std::is_same_v<Content, AnswersGiven>) {
                take_answers(content, stamp);
            } else if constexpr (std::is_same_v<Content, MessageLeft>) {
                take_message(header, body, content, stamp);
            } else if constexpr (std::is_same_v<Content, ClockMeasured>) {
                Device& measured = device(device_table_.index_of(content.device));
                if (!stamp.is_before(measured.offset_stamp, device_table_)) {
                    measured.offset_ms = content.offset_ms;
                    measured.offset_stamp = stamp;
                }
            }
        },
        body.content);
}

void EventState::check_in(const OperationHeader& header, const Body& body, const CheckedIn& content,
                          Stamp stamp) {
    const CheckInFact fact{header.id,        stamp,
                           header.wall_ms,   content.method,
                           body.acting_role, content.told_group.value_or(0)};
    const auto by_id = [](const CheckInFact& known) { return known.id; };
    for (const AttendeeId& person : body.persons) {
        insert_once(attendees_[person].check_ins, fact, by_id);
    }
    if (body.persons.empty() && content.ticket) {
        insert_once(tickets_[*content.ticket].check_ins, fact, by_id);
    }
}

void EventState::end_check_ins(const OperationHeader& header, const Body& body,
                               const std::vector<OperationId>& check_ins, CheckInEnd how,
                               Stamp stamp) {
    for (const OperationId& check_in : check_ins) {
        const EndedCheckIn ended{check_in, header.id, how, header.wall_ms, stamp};
        const auto by_ids = [](const EndedCheckIn& known) {
            return std::pair(known.check_in, known.ended_by);
        };
        for (const AttendeeId& person : body.persons) {
            insert_once(attendees_[person].ended, ended, by_ids);
        }
        if (body.persons.empty()) insert_once(unowned_ended_, ended, by_ids);
    }
}

void EventState::plan_groups(const GroupsPlanned& content, Stamp stamp) {
    if (stamp.is_before(plan_stamp_, device_table_)) return;
    plan_ = content.rounds;
    plan_stamp_ = stamp;
    for (auto& seats : plan_) std::sort(seats.begin(), seats.end(), is_by_attendee);
}

void EventState::write_note(const OperationHeader& header, const Body& body,
                            const NoteWritten& content, Stamp stamp) {
    insert_once(notes_[content.note].versions,
                NoteVersion{header.id, stamp, header.wall_ms, content, body.persons},
                [](const NoteVersion& known) { return known.id; });
}

}  // namespace stormote
