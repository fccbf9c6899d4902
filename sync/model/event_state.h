// EventState: what is known of an event: the fold of its operations.
//
// Folding is order-independent and idempotent: the same set of operations, in any order and any
// number of times, gives the same state on every replica. Nothing here touches disk or network.
// Not thread-safe: one owner folds; readers share it only while nobody does. The merge rules are
// the table in sync/README.md.
//
// Sources: event_state.cpp, event_state_merging.cpp, event_state_sameness.cpp.
#pragma once

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "sync/model/operation.h"
#include "sync/model/same_records.h"
#include "sync/model/stamp.h"

namespace stormote {

struct CheckInFact {
    OperationId id;
    Stamp stamp;
    std::int64_t wall_ms = 0;
    CheckInMethod method = CheckInMethod::ticket;
    ActingRole acting_role = ActingRole::attendee;
    GroupNumber told_group = 0;  // 0: none was told
};

enum class CheckInEnd : std::uint8_t { undone, left };

struct EndedCheckIn {
    OperationId check_in;
    OperationId ended_by;
    CheckInEnd how = CheckInEnd::undone;
    std::int64_t wall_ms = 0;
    Stamp stamp;
};

struct GroupMove {
    RoundNumber round = 1;
    GroupNumber group = 0;
    Stamp stamp;
};

struct Attendee {
    LatestFields fields;
    std::vector<CheckInFact> check_ins;
    std::vector<EndedCheckIn> ended;
    std::vector<TicketId> tickets;
    std::vector<GroupMove> moves;

    [[nodiscard]] const std::string& get(AttendeeField field) const { return fields.get(field); }
    // "Åsa Öberg"; one of the two names alone where the other is missing.
    [[nodiscard]] std::string full_name() const;
};

struct Ticket {
    // The records of whom it was issued to. More than one only after a mistake: the smallest id
    // then owns it; see EventState::owner_of.
    std::vector<AttendeeId> issued_to;
    std::vector<CheckInFact> check_ins;  // of before this replica knew whose ticket it is
    TicketMark mark = TicketMark::valid;
    Stamp mark_stamp;
};

// How records of one person, and of one organisation, are told and put together: see SameRecords.
// The root's own words stand; what it says nothing of is the other's.
struct SamePerson {
    [[nodiscard]] static std::optional<AttendeeId> same_as(const Attendee& record);
    static void complete(Attendee& root, const Attendee& other);
};
struct SameOrganisation {
    [[nodiscard]] static std::optional<OrganisationId> same_as(const LatestFields& record);
    static void complete(LatestFields& root, const LatestFields& other);
};
using AttendeeRecords = SameRecords<AttendeeId, Attendee, SamePerson>;
// Of the notes' descriptions. A note that is only said to be the same keeps its own wording.
struct SameNote {
    [[nodiscard]] static std::optional<NoteId> same_as(const LatestFields& record);
    static void complete(LatestFields& root, const LatestFields& other);
};
using OrganisationRecords = SameRecords<OrganisationId, LatestFields, SameOrganisation>;

using NoteDescriptions = SameRecords<NoteId, LatestFields, SameNote>;

struct NoteVersion {
    OperationId id;
    Stamp stamp;
    std::int64_t wall_ms = 0;
    NoteWritten content;
    std::vector<AttendeeId> persons;
};

struct Note {
    std::vector<NoteVersion> versions;
    // The versions that no other replaces, oldest first: one, or several that a person must
    // choose between.
    [[nodiscard]] std::vector<const NoteVersion *> heads(const DeviceTable& devices) const;
};

// Somebody's answers to the survey. Its stamp decides between two contents of one sheet, and says
// nothing of when they were given.
struct AnswerSheet {
    std::vector<SurveyAnswer> answers;
    Stamp stamp;
};

// A message that two persons claim is a message of each.
struct MessageKey {
    MessageId message;
    std::optional<AttendeeId> person;                     // nothing: nobody signed it
    auto operator<=>(const MessageKey&) const = default;  // NOLINT(modernize-use-nullptr): LLVM 14
};
struct Message {
    MessageLeft content;
    ActingRole acting_role = ActingRole::attendee;
    std::int64_t wall_ms = 0;  // of an anonymous one, when it was released
    Stamp stamp;
};

// Of an earlier meeting, as it was carried over.
struct EarlierNote {
    EarlierNoteTold content;
    Stamp stamp;
};

struct ContactKey {
    OrganisationId organisation;
    AttendeeId person;
    auto operator<=>(const ContactKey&) const = default;  // NOLINT(modernize-use-nullptr): LLVM 14
};

struct MailKey {
    MailId mail;
    AttendeeId person;
    auto operator<=>(const MailKey&) const = default;  // NOLINT(modernize-use-nullptr): LLVM 14
};
struct Mail {
    MailNoted content;
    std::int64_t wall_ms = 0;  // of its last step
    Stamp stamp;
};

// What the organiser states of the record, or of somebody's wish: each stands beside the others.
template <typename Content>
struct OrganiserStatement {
    Content content;
    std::vector<AttendeeId> persons;
    std::int64_t wall_ms = 0;
    Stamp stamp;
};
template <typename Content>
using OrganiserStatements = std::map<OperationPlace, OrganiserStatement<Content>>;

// Corrected time = the device's clock + offset.
struct ClockOffset {
    std::int64_t ms = 0;
    Stamp stamp;
};

struct Device {
    DeviceId id;
    std::optional<PublicKey> public_key;
    std::string name;
    Stamp name_stamp;
    bool is_named = false;  // by somebody: else the name is the machine's own
    ClockOffset clock;
};

struct ErasedAttendee {
    std::string role;
    Counted counted = Counted::no;
    Stamp stamp;
    std::vector<OperationPlace> erasures{};  // ascending: all that erase the person
};

enum class FoldOutcome {
    folded,
    erased,        // about an erased person, or its body is gone
    unknown_kind,  // of a newer version: kept, not understood
    malformed,     // authentic bytes that are not a body of their kind, or about too many persons
};

class EventState {
  public:
    // Compiled once, as Body's.
    EventState();
    EventState(const EventState& other);
    EventState(EventState&& other) noexcept;
    EventState& operator=(const EventState& other);
    EventState& operator=(EventState&& other) noexcept;
    ~EventState();

    FoldOutcome fold(const Operation& operation);
    // The same, for a body that is decoded already.
    FoldOutcome fold(const OperationHeader& header, const Body& body);

    [[nodiscard]] std::uint64_t highest_lamport() const { return highest_lamport_; }

    [[nodiscard]] const std::string& setting(SettingField field) const {
        return settings_.get(field);
    }
    [[nodiscard]] const LatestFields& settings() const { return settings_; }
    // Each person once, by the id of their first record.
    [[nodiscard]] const AttendeeRecords::Map& attendees() const { return attendees_.all(); }
    // By any of their records.
    [[nodiscard]] const Attendee *find_attendee(const AttendeeId& id) const;
    // Who the person of a record is, as attendees() has them.
    [[nodiscard]] AttendeeId person_of(const AttendeeId& record) const {
        return attendees_.root_of(record);
    }
    [[nodiscard]] const AttendeeRecords& attendee_records() const { return attendees_; }
    // Each organisation once.
    [[nodiscard]] const OrganisationRecords::Map& organisations() const {
        return organisations_.all();
    }
    [[nodiscard]] const OrganisationRecords& organisation_records() const { return organisations_; }
    // Empty for an unknown organisation.
    [[nodiscard]] const std::string& organisation(const OrganisationId& id,
                                                  OrganisationField field) const;
    // The name or sector of the organisation that the attendee comes from; may be empty.
    [[nodiscard]] const std::string& organisation_of(const Attendee& attendee,
                                                     OrganisationField field) const;
    // Whom each organisation is written to, by its own record.
    [[nodiscard]] const std::map<ContactKey, LatestFields>& contacts() const { return contacts_; }
    // The outbox, by the mails' ids, which begin with the time at which they were queued.
    [[nodiscard]] const std::map<MailKey, Mail>& mails() const { return mails_; }
    // Of earlier meetings: see sync/report/earlier_neighbours.h.
    [[nodiscard]] const std::map<MeetingId, std::set<std::vector<std::int64_t>>>& earlier_tables()
        const {
        return earlier_tables_;
    }
    // All those that the attendee represents, each once: the one that they come from first. Without
    // those of which nothing is known.
    [[nodiscard]] std::vector<OrganisationId> organisations_of(const Attendee& attendee) const;
    // Their names, "Ekens scoutkår; Ekbackens IF".
    [[nodiscard]] std::string organisation_names(const Attendee& attendee) const;
    [[nodiscard]] const std::unordered_map<TicketId, Ticket>& tickets() const { return tickets_; }
    [[nodiscard]] const Ticket *find_ticket(const TicketId& id) const;
    // Whose it is, as attendees() has them; nothing where that is not known.
    [[nodiscard]] std::optional<AttendeeId> owner_of(const Ticket& ticket) const;
    [[nodiscard]] const std::map<GroupNumber, LatestFields>& groups() const { return groups_; }
    [[nodiscard]] const std::map<QuestionNumber, LatestFields>& questions() const {
        return questions_;
    }
    [[nodiscard]] const std::map<NoteId, Note>& notes() const { return notes_; }
    // What the organiser says of notes afterwards, by fields of FollowUpField: a record for each
    // note, and for each that was described before anything of it came. Those that say the same
    // are one.
    [[nodiscard]] const NoteDescriptions& note_descriptions() const { return note_descriptions_; }
    [[nodiscard]] const std::map<NoteId, EarlierNote>& earlier_notes() const {
        return earlier_notes_;
    }
    [[nodiscard]] const std::map<SurveyNumber, LatestFields>& survey() const { return survey_; }
    // In the order of ids, which is by chance.
    [[nodiscard]] const std::map<AnswerSheetId, AnswerSheet>& answer_sheets() const {
        return answer_sheets_;
    }
    [[nodiscard]] const std::map<MessageKey, Message>& messages() const { return messages_; }
    // What the organiser says of them afterwards, by fields of FollowUpField.
    [[nodiscard]] const std::map<MessageKey, LatestFields>& message_descriptions() const {
        return message_descriptions_;
    }
    // A list of seats a round, ascending by attendee; empty when there is no plan.
    [[nodiscard]] const std::vector<std::vector<GroupSeat>>& plan() const { return plan_; }
    [[nodiscard]] const Stamp& plan_stamp() const { return plan_stamp_; }
    [[nodiscard]] const std::unordered_map<AttendeeId, ErasedAttendee>& erased() const {
        return erased_;
    }
    // Of erased persons, who are counted as their erasures say.
    [[nodiscard]] const std::unordered_set<TicketId>& erased_tickets() const {
        return erased_tickets_;
    }
    // The packages for the archive that were made of the record, what of it was destroyed, and
    // wishes to be erased that were refused: by the place of each in the record of its device.
    [[nodiscard]] const OrganiserStatements<RecordPackaged>& packages() const { return packages_; }
    [[nodiscard]] const OrganiserStatements<RecordPurged>& purges() const { return purges_; }
    [[nodiscard]] const OrganiserStatements<ErasureRefused>& refused_erasures() const {
        return refused_erasures_;
    }
    // Operations that were put aside, and that somebody has taken in or left out.
    [[nodiscard]] const std::unordered_set<OperationId>& settled_aside() const {
        return settled_aside_;
    }
    // Check-ins that were let stand beside each other, each time ascending.
    [[nodiscard]] const std::set<std::vector<OperationId>>& settled_check_ins() const {
        return settled_check_ins_;
    }
    // Ends of check-ins that were made without a known person.
    [[nodiscard]] const std::vector<EndedCheckIn>& unowned_ended() const { return unowned_ended_; }
    [[nodiscard]] const DeviceTable& device_table() const { return device_table_; }
    [[nodiscard]] const Device *find_device(const DeviceId& id) const;
    // The store's clock less that device's; 0 where it was never measured.
    [[nodiscard]] std::int64_t clock_offset_ms(const DeviceId& id) const;
    [[nodiscard]] const Device& device_at(DeviceTable::Index index) const {
        return devices_[index];
    }

  private:
    // Notes the operation's device and Lamport counter, whatever its body says.
    Stamp meet(const OperationHeader& header);
    // The operation that a content comes from, with its place in the order of the record.
    struct Source {
        const OperationHeader& header;
        const Body& body;
        Stamp stamp;
    };
    // The merge rules, one overload a kind, in event_state_merging.cpp. The compiler refuses a kind
    // that has none.
    void merge(const UnknownContent& /*content*/, const Source& /*source*/) {}
    void merge(const SettingsDescribed& content, const Source& source);
    void merge(const DeviceIntroduced& content, const Source& source);
    void merge(const OrganisationDescribed& content, const Source& source);
    void merge(const AttendeeDescribed& content, const Source& source);
    void merge(const TicketIssued& content, const Source& source);
    void merge(const TicketMarked& content, const Source& source);
    void merge(const CheckedIn& content, const Source& source);
    void merge(const CheckInUndone& content, const Source& source);
    void merge(const CheckedOut& content, const Source& source);
    void merge(const GroupDescribed& content, const Source& source);
    void merge(const GroupsPlanned& content, const Source& source);
    void merge(const GroupMoved& content, const Source& source);
    void merge(const QuestionDescribed& content, const Source& source);
    void merge(const NoteWritten& content, const Source& source);
    void merge(const AttendeeErased& content, const Source& source);
    void merge(const ClockMeasured& content, const Source& source);
    void merge(const SurveyQuestionDescribed& content, const Source& source);
    void merge(const AnswersGiven& content, const Source& source);
    void merge(const MessageLeft& content, const Source& source);
    // Says whose operations are folded at all, before they are: see Authority.
    void merge(const DeviceAuthorised& /*content*/, const Source& /*source*/) {}
    void merge(const AsideSettled& content, const Source& source);
    void merge(const ContactDescribed& content, const Source& source);
    void merge(const EarlierTableTold& content, const Source& source);
    void merge(const MailNoted& content, const Source& source);
    void merge(const NoteDescribed& content, const Source& source);
    void merge(const MessageDescribed& content, const Source& source);
    void merge(const EarlierNoteTold& content, const Source& source);
    void merge(const ConflictSettled& content, const Source& source);
    void merge(const DeviceNamed& content, const Source& source);
    void merge(const RecordPackaged& content, const Source& source);
    void merge(const RecordPurged& content, const Source& source);
    void merge(const ErasureRefused& content, const Source& source);
    void merge(const NoteMarked& content, const Source& source);
    // What several of them share.
    template <typename Content>
    static void add_statement(OrganiserStatements<Content>& statements, const Content& content,
                              const Source& source) {
        statements.try_emplace(OperationPlace{source.header.device, source.header.sequence},
                               OrganiserStatement<Content>{content, source.body.persons,
                                                           source.header.wall_ms, source.stamp});
    }
    void set(LatestFields& fields, const FieldTexts& texts, const Source& source);
    void note_move(std::vector<GroupMove>& moves, const GroupMove& move) const;
    void end_check_ins(const std::vector<OperationId>& check_ins, CheckInEnd how,
                       const Source& source);
    void erase(const AttendeeId& person, const AttendeeErased& content, const Source& source);
    // What is about the persons without lying with them.
    void erase_notes_and_messages(const std::unordered_set<AttendeeId>& persons);

    Device& device(DeviceTable::Index index);

    DeviceTable device_table_;
    std::vector<Device> devices_;
    // Measured of devices that nothing was heard of yet: without effect until then.
    std::unordered_map<DeviceId, ClockOffset> unmet_clocks_;
    LatestFields settings_;
    AttendeeRecords attendees_;
    OrganisationRecords organisations_;
    std::map<ContactKey, LatestFields> contacts_;
    std::map<MailKey, Mail> mails_;
    std::map<MeetingId, std::set<std::vector<std::int64_t>>> earlier_tables_;
    std::unordered_map<TicketId, Ticket> tickets_;
    std::map<GroupNumber, LatestFields> groups_;
    std::map<QuestionNumber, LatestFields> questions_;
    std::map<NoteId, Note> notes_;
    NoteDescriptions note_descriptions_;
    std::map<NoteId, EarlierNote> earlier_notes_;
    std::map<SurveyNumber, LatestFields> survey_;
    std::map<AnswerSheetId, AnswerSheet> answer_sheets_;
    std::map<MessageKey, Message> messages_;
    std::map<MessageKey, LatestFields> message_descriptions_;
    std::vector<std::vector<GroupSeat>> plan_;
    Stamp plan_stamp_;
    std::unordered_map<AttendeeId, ErasedAttendee> erased_;
    std::unordered_set<TicketId> erased_tickets_;
    std::vector<EndedCheckIn> unowned_ended_;
    std::unordered_set<OperationId> settled_aside_;
    std::set<std::vector<OperationId>> settled_check_ins_;
    OrganiserStatements<RecordPackaged> packages_;
    OrganiserStatements<RecordPurged> purges_;
    OrganiserStatements<ErasureRefused> refused_erasures_;
    std::uint64_t highest_lamport_ = 0;
};

}  // namespace stormote
