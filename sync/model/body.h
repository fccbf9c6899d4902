// Operation bodies: what each kind of operation says. Pure values, with their encoding.
//
// A body is a CBOR array [persons, acting role, content]. The persons that it is about and the
// acting role come first in every kind, so that erasure and audit read kinds that they do not
// know. The content is an array, too; a newer version may add items at its end, and a reader
// steps over those that it does not know. sync/README.md has the table of all kinds.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/model/fields.h"
#include "sync/model/ids.h"

namespace stormote {

// The numbers are written in the record and never change.
enum class OperationKind : std::uint16_t {
    settings_described = 1,
    device_introduced = 2,
    organisation_described = 3,
    attendee_described = 4,
    ticket_issued = 5,
    ticket_marked = 6,
    checked_in = 7,
    check_in_undone = 8,
    checked_out = 9,
    group_described = 10,
    groups_planned = 11,
    group_moved = 12,
    question_described = 13,
    note_written = 14,
    attendee_erased = 15,
    clock_measured = 16,
    survey_question_described = 17,
    answers_given = 18,
    message_left = 19,
};

enum class ActingRole : std::uint8_t {
    machine = 0,
    attendee = 1,
    facilitator = 2,
    staff = 3,
    organiser = 4,
};

struct SettingsDescribed {
    FieldTexts fields;
};

// First operation of every device: its key, so that its signatures can be checked. The device's
// id is the hash of the key, so nobody can introduce another key under it.
struct DeviceIntroduced {
    PublicKey public_key{};
    std::string name;
};

struct OrganisationDescribed {
    OrganisationId organisation;
    FieldTexts fields;
};

struct AttendeeDescribed {
    FieldTexts fields;
};

struct TicketIssued {
    TicketId ticket;
};

enum class TicketMark : std::uint8_t { valid = 0, revoked = 1 };
struct TicketMarked {
    TicketId ticket;
    TicketMark mark = TicketMark::valid;
};

enum class CheckInMethod : std::uint8_t { ticket = 0, name = 1, walk_in = 2, staff = 3 };
// Without a person where an authentic ticket was shown that this device had not heard of.
struct CheckedIn {
    CheckInMethod method = CheckInMethod::ticket;
    std::optional<TicketId> ticket;
    std::optional<GroupNumber> told_group;
};

struct CheckInUndone {
    std::vector<OperationId> check_ins;
};

struct CheckedOut {
    std::vector<OperationId> check_ins;
};

struct GroupDescribed {
    GroupNumber group = 0;
    FieldTexts fields;
};

struct GroupSeat {
    AttendeeId attendee;
    GroupNumber group = 0;
    bool operator==(const GroupSeat&) const = default;
};
// One list of seats a round. Carries ids only, so it survives the erasure of a person.
struct GroupsPlanned {
    std::vector<std::vector<GroupSeat>> rounds;
};

struct GroupMoved {
    RoundNumber round = 1;
    GroupNumber group = 0;
};

struct QuestionDescribed {
    QuestionNumber question = 0;
    FieldTexts fields;
};

enum class NoteKind : std::uint8_t { point = 0, proposal = 1, question = 2, commitment = 3 };
enum class NoteState : std::uint8_t { standing = 0, withdrawn = 1 };
// A version of a note. It names the versions that it replaces: none for a new note.
struct NoteWritten {
    NoteId note;
    GroupNumber group = 0;
    QuestionNumber question = 0;
    NoteKind kind = NoteKind::point;
    NoteState state = NoteState::standing;
    std::string text;
    std::vector<OperationId> replaces;
};

enum class Counted : std::uint8_t { no = 0, yes = 1 };
// Beats everything about the person. Keeps what the statistics need, and the person's tickets: an
// operation without a person that names one of them may still come from another device.
struct AttendeeErased {
    std::string role;
    Counted counted = Counted::no;
    std::vector<TicketId> tickets{};
};

// At `device`, corrected time = wall clock + offset.
struct ClockMeasured {
    DeviceId device;
    std::int64_t offset_ms = 0;
};

struct SurveyQuestionDescribed {
    SurveyNumber question = 0;
    FieldTexts fields;
};

// On a scale "1" to "5", of yes or no "yes" or "no", or what somebody wrote.
struct SurveyAnswer {
    SurveyNumber question = 0;
    std::string text;
    bool operator==(const SurveyAnswer&) const = default;
};
// Somebody's answers to the survey, without a person, in the order of the questions and each once.
// A sheet that comes twice, as after restoring a backup, is one sheet.
struct AnswersGiven {
    AnswerSheetId sheet;
    std::vector<SurveyAnswer> answers;
};

// A comment; a wish to be contacted; a declaration that the person's organisation joins.
enum class MessageKind : std::uint8_t { comment = 0, contact = 1, joining = 2 };
// From the person that the body is about. An anonymous one is a comment about nobody.
struct MessageLeft {
    MessageId message;
    MessageKind kind = MessageKind::comment;
    std::string text;
    std::string reach{};       // telephone or e-mail; empty: as registered
    std::string department{};  // which part of the municipality it is for, in its words
};

// Of a kind that this version does not know: kept and passed on, not understood.
struct UnknownContent {};

using BodyContent =
    std::variant<UnknownContent, SettingsDescribed, DeviceIntroduced, OrganisationDescribed,
                 AttendeeDescribed, TicketIssued, TicketMarked, CheckedIn, CheckInUndone,
                 CheckedOut, GroupDescribed, GroupsPlanned, GroupMoved, QuestionDescribed,
                 NoteWritten, AttendeeErased, ClockMeasured, SurveyQuestionDescribed, AnswersGiven,
                 MessageLeft>;

struct Body {
    std::vector<AttendeeId> persons;
    ActingRole acting_role = ActingRole::machine;
    BodyContent content;
};

// The kind that the content belongs to. Asserts that it is not UnknownContent.
[[nodiscard]] OperationKind kind_of(const BodyContent& content);
// A name for exports and messages: "checked_in"; "kind_99" for an unknown one.
[[nodiscard]] std::string kind_name(OperationKind kind);

[[nodiscard]] Bytes encode_body(const Body& body);
// Nothing when the bytes are not a body of this kind: damaged, or hostile.
[[nodiscard]] std::optional<Body> decode_body(OperationKind kind, ByteView bytes);

}  // namespace stormote
