#include "sync/report/audit_table.h"

#include <algorithm>

#include "sync/report/value_names.h"

namespace stormote {

namespace {

Word acting_word(ActingRole role) {
    switch (role) {
        case ActingRole::machine:
            return {"machine", {"The program"}};
        case ActingRole::attendee:
            return {"attendee", {"Attendee"}};
        case ActingRole::facilitator:
            return {"facilitator", {"Facilitator"}};
        case ActingRole::staff:
            return {"staff", {"Staff"}};
        case ActingRole::organiser:
            return {"organiser", {"Organiser"}};
    }
    return {"machine", {"The program"}};
}

// What an operation did, and to what. The person that it is about is said for all kinds alike.
struct Action {
    Word done{"unknown", {"Something that this version does not know"}};
    Cell about{};
    Cell group{};
    Cell question{};
};

bool says_only_rank(const NoteMarked& content) {
    return !content.fields.empty() &&
           std::all_of(content.fields.begin(), content.fields.end(), [](const auto& field) {
               return field.first == number(FollowUpField::rank);
           });
}

Cell number_or_nothing(std::int64_t number) {
    return number > 0 ? Cell(number) : Cell();
}

// One overload a kind: the compiler refuses a kind that has none.
class ActionReader {
  public:
    explicit ActionReader(const EventState& state) : state_(state) {}

    Action operator()(const UnknownContent& /*content*/) const { return {}; }
    Action operator()(const SettingsDescribed& /*content*/) const {
        return {{"settings", {"Changed the settings"}}};
    }
    Action operator()(const DeviceIntroduced& content) const {
        return {{"device_joined", {"Joined the event"}}, text_cell(content.name)};
    }
    Action operator()(const OrganisationDescribed& content) const {
        return {{"organisation", {"Added or changed an organisation"}},
                organisation(content.organisation)};
    }
    Action operator()(const AttendeeDescribed& /*content*/) const {
        return {{"person", {"Added or changed a person"}}};
    }
    Action operator()(const TicketIssued& /*content*/) const {
        return {{"ticket_issued", {"Issued a ticket"}}};
    }
    Action operator()(const TicketMarked& content) const {
        const Ticket *ticket = state_.find_ticket(content.ticket);
        const auto owner = ticket == nullptr ? std::nullopt : state_.owner_of(*ticket);
        const Cell about = owner ? person_cell(*owner) : Cell();
        if (content.mark == TicketMark::revoked) {
            return {{"ticket_revoked", {"Revoked a ticket"}}, about};
        }
        return {{"ticket_restored", {"Made a ticket valid again"}}, about};
    }
    Action operator()(const CheckedIn& content) const {
        return {{"checked_in", {"Checked somebody in"}},
                {},
                number_or_nothing(content.told_group.value_or(0))};
    }
    Action operator()(const CheckInUndone& /*content*/) const {
        return {{"check_in_undone", {"Took back a check-in"}}};
    }
    Action operator()(const CheckedOut& /*content*/) const {
        return {{"checked_out", {"Noted that somebody left"}}};
    }
    Action operator()(const GroupDescribed& content) const {
        return {{"group", {"Added or changed a group"}}, {}, number_or_nothing(content.group)};
    }
    Action operator()(const GroupsPlanned& /*content*/) const {
        return {{"groups_planned", {"Dealt the groups"}}};
    }
    Action operator()(const GroupMoved& content) const {
        return {
            {"group_moved", {"Moved somebody to a group"}}, {}, number_or_nothing(content.group)};
    }
    Action operator()(const QuestionDescribed& content) const {
        return {{"question", {"Added or changed a question of the agenda"}},
                {},
                {},
                number_or_nothing(content.question)};
    }
    Action operator()(const NoteWritten& content) const {
        Word done{"note_written", {"Wrote a note"}};
        if (!content.replaces.empty()) done = {"note_changed", {"Changed a note"}};
        if (content.state == NoteState::withdrawn) {
            done = {"note_withdrawn", {"Withdrew a note"}};
        }
        return {done, {}, number_or_nothing(content.group), number_or_nothing(content.question)};
    }
    Action operator()(const AttendeeErased& /*content*/) const {
        return {{"person_erased", {"Erased a person"}}};
    }
    Action operator()(const ClockMeasured& content) const {
        return {{"clock_measured", {"Measured a clock"}}, device_cell(content.device)};
    }
    Action operator()(const SurveyQuestionDescribed& /*content*/) const {
        return {{"survey_question", {"Added or changed a question of the survey"}}};
    }
    Action operator()(const AnswersGiven& /*content*/) const {
        return {{"answers", {"Took in answers to the survey"}}};
    }
    Action operator()(const MessageLeft& content) const {
        switch (content.kind) {
            case MessageKind::comment:
                return {{"comment", {"Took in a comment"}}};
            case MessageKind::contact:
                return {{"contact_request", {"Took in a wish to be contacted"}}};
            case MessageKind::joining:
                return {{"joining", {"Took in that an organisation joins the agreement"}}};
        }
        return {};
    }
    Action operator()(const DeviceAuthorised& content) const {
        const Cell about = device_cell(content.device);
        if (content.role == DeviceRole::none || content.excluded_from > 0) {
            return {{"device_excluded", {"Took a device out"}}, about};
        }
        return {{"device_admitted", {"Let a device in"}}, about};
    }
    Action operator()(const AsideSettled& /*content*/) const {
        return {{"aside_settled", {"Decided on what was put aside"}}};
    }
    Action operator()(const ContactDescribed& content) const {
        return {{"organisation_contact", {"Added or changed an organisation's contact"}},
                organisation(content.organisation)};
    }
    Action operator()(const EarlierTableTold& /*content*/) const {
        return {{"earlier_table", {"Took over who sat together at an earlier meeting"}}};
    }
    Action operator()(const MailNoted& content) const {
        switch (content.step) {
            case MailStep::queued:
                return {{"mail_queued", {"Put a mail in the outbox"}}};
            case MailStep::handed_over:
                return {{"mail_sent", {"Sent a mail"}}};
            case MailStep::refused:
                return {{"mail_refused", {"Was refused a mail"}}};
        }
        return {};
    }
    Action operator()(const NoteDescribed& /*content*/) const {
        return {{"note_described", {"Said how a note is published or followed up"}}};
    }
    Action operator()(const NoteMarked& content) const {
        if (says_only_rank(content)) {
            return {{"notes_ordered", {"Changed the order of the notes at the table"}}};
        }
        return {{"note_marked", {"Said at the table who agrees with a note or sees to it"}}};
    }
    Action operator()(const MessageDescribed& /*content*/) const {
        return {{"message_described", {"Said what becomes of a message"}}};
    }
    Action operator()(const EarlierNoteTold& /*content*/) const {
        return {{"earlier_note", {"Took over a note of an earlier meeting"}}};
    }
    Action operator()(const ConflictSettled& /*content*/) const {
        return {{"conflict_settled", {"Let check-ins stand side by side"}}};
    }
    Action operator()(const DeviceNamed& content) const {
        return {{"device_named", {"Named the screen"}}, text_cell(content.name)};
    }
    Action operator()(const RecordPackaged& /*content*/) const {
        return {{"packaged", {"Made a package for the archive"}}};
    }
    Action operator()(const RecordPurged& content) const {
        return {{"purged", {"Destroyed what the keep table says"}}, text_cell(content.decision)};
    }
    Action operator()(const ErasureRefused& content) const {
        return {{"erasure_refused", {"Refused to erase a person"}}, text_cell(content.decision)};
    }

    // Nothing where nobody is known by it.
    [[nodiscard]] Cell person_cell(const AttendeeId& id) const {
        if (const Attendee *person = state_.find_attendee(id)) {
            return text_cell(person->full_name());
        }
        return state_.erased().contains(id) ? Cell(Word{"erased", {"Erased"}}) : Cell();
    }
    // Its name, or the beginning of its id where nobody gave it one.
    [[nodiscard]] Cell device_cell(const DeviceId& id) const {
        constexpr std::size_t short_id = 8;
        const Device *device = state_.find_device(id);
        if (device != nullptr && !device->name.empty()) return device->name;
        return to_string(id).substr(0, short_id);
    }

  private:
    [[nodiscard]] Cell organisation(const OrganisationId& id) const {
        return text_cell(state_.organisation(id, OrganisationField::name));
    }

    const EventState& state_;
};

// The names of several, with semicolons between; of one erased, that word.
Cell people_cell(const ActionReader& reader, const std::vector<AttendeeId>& persons) {
    if (persons.size() == 1) return reader.person_cell(persons.front());
    std::string names;
    for (const AttendeeId& id : persons) {
        const Cell cell = reader.person_cell(id);
        const auto *name = std::get_if<std::string>(&cell);
        if (name != nullptr) names += (names.empty() ? "" : "; ") + *name;
    }
    return text_cell(std::move(names));
}

std::int64_t corrected_ms(const EventState& state, const OperationHeader& header) {
    return header.wall_ms + state.clock_offset_ms(header.device);
}

// What its kind did where the body is gone, as after an erasure, or cannot be read.
Body body_of(const Operation& operation) {
    if (operation.body) {
        if (auto body = decode_body(operation.header.kind, operation.body->bytes)) return *body;
    }
    return {{}, ActingRole::machine, empty_content(operation.header.kind)};
}

std::vector<Cell> row_of(const EventState& state, const Operation& operation, std::int64_t at_ms) {
    const ActionReader reader(state);
    const Body body = body_of(operation);
    Action action = std::visit(reader, body.content);
    if (!body.persons.empty()) action.about = people_cell(reader, body.persons);
    if (!operation.body) action.about = Word{"erased", {"Erased"}};
    std::vector<Cell> row{Instant{at_ms},
                          reader.device_cell(operation.header.device),
                          {},
                          action.done,
                          std::move(action.about),
                          std::move(action.group),
                          std::move(action.question),
                          to_string(operation.header.id)};
    if (operation.body) row[2] = acting_word(body.acting_role);
    return row;
}

}  // namespace

bool only_orders_notes(const Operation& operation) {
    if (operation.header.kind != OperationKind::note_marked) return false;
    const Body body = body_of(operation);
    const auto *marked = std::get_if<NoteMarked>(&body.content);
    return marked != nullptr && says_only_rank(*marked);
}

Table audit_table(const EventState& state, std::span<const Operation> operations) {
    Table table;
    table.columns = {
        {"at", {"Time"}, {"By the device's clock, corrected by how wrong it was measured to be."}},
        {"device", {"Device"}},
        {"acting", {"Who"}, {"In which part somebody used the device."}},
        {"done", {"What was done"}},
        {"about",
         {"About"},
         {"The person, organisation or device, by the name of now. \"Erased\": it was about "
          "somebody who is erased."}},
        {"group", {"Group"}},
        {"question", {"Question number"}},
        {"operation", {"Id"}}};
    std::vector<std::pair<std::int64_t, const Operation *>> order;
    order.reserve(operations.size());
    for (const Operation& operation : operations) {
        order.emplace_back(corrected_ms(state, operation.header), &operation);
    }
    std::sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
        if (left.first != right.first) return left.first < right.first;
        return is_before(left.second->header, right.second->header);
    });
    for (const auto& [at_ms, operation] : order) {
        table.rows.push_back(row_of(state, *operation, at_ms));
    }
    return table;
}

}  // namespace stormote
