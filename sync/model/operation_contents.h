// Contents of operations: what each kind says, one struct a kind, in the order of their numbers.
// Pure values.
//
// A content declares its kind and lists its items once, in the order in which they are written.
// Writing and reading (body.cpp) follow from the list; how an item is written follows from its
// type. A test holds both against the tables of sync/README.md, with the words that stand here.
//
// The items of a kind never change. A later version may add some at the end: `item.added_later`
// reads what an operation of an earlier version does not have as its default, and `item.if_any` of
// an optional last item writes nothing where there is nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/model/admission.h"
#include "sync/model/fields.h"
#include "sync/model/operation_kind.h"
#include "sync/model/operation_values.h"

namespace stormote {

// Of a kind that this version does not know: kept and passed on, not understood.
struct UnknownContent {
    static constexpr KindDeclaration declaration{OperationKind{}, "", Persons::any,
                                                 MergeRule::no_effect};
    static void items(auto& /*content*/, auto& /*item*/) {}
};

struct SettingsDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::settings_described, "settings_described", Persons::none,
        MergeRule::last_writer_of_each_field, organising_roles};
    FieldTexts fields;

    static void items(auto& content, auto& item) { item("fields", content.fields); }
};

// First operation of every device: its key, so that its signatures can be checked, and how it was
// let in. The device's id is the hash of the key, so nobody can introduce another key under it.
struct DeviceIntroduced {
    static constexpr KindDeclaration declaration{OperationKind::device_introduced,
                                                 "device_introduced", Persons::none,
                                                 MergeRule::last_writer};
    PublicKey public_key{};
    std::string name;
    std::optional<DeviceAdmission> admission{};

    static void items(auto& content, auto& item) {
        item("public key (32 bytes)", content.public_key);
        item("name (text)", content.name);
        item.if_any("admission", content.admission);
    }
};

struct OrganisationDescribed {
    static constexpr KindDeclaration declaration{OperationKind::organisation_described,
                                                 "organisation_described", Persons::none,
                                                 MergeRule::last_writer_of_each_field, room_roles};
    OrganisationId organisation;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("organisation id", content.organisation);
        item("fields", content.fields);
    }
};

struct AttendeeDescribed {
    static constexpr KindDeclaration declaration{OperationKind::attendee_described,
                                                 "attendee_described", Persons::at_most_one,
                                                 MergeRule::last_writer_of_each_field, door_roles};
    FieldTexts fields;

    static void items(auto& content, auto& item) { item("fields", content.fields); }
};

struct TicketIssued {
    static constexpr KindDeclaration declaration{OperationKind::ticket_issued, "ticket_issued",
                                                 Persons::at_most_one, MergeRule::adds_up,
                                                 door_roles};
    TicketId ticket;

    static void items(auto& content, auto& item) { item("ticket id (8 bytes)", content.ticket); }
};

struct TicketMarked {
    static constexpr KindDeclaration declaration{OperationKind::ticket_marked, "ticket_marked",
                                                 Persons::none, MergeRule::last_writer,
                                                 organising_roles};
    TicketId ticket;
    TicketMark mark = TicketMark::valid;

    static void items(auto& content, auto& item) {
        item("ticket id", content.ticket);
        item("mark", content.mark);
    }
};

// Without a person where an authentic ticket was shown that this device had not heard of.
struct CheckedIn {
    static constexpr KindDeclaration declaration{OperationKind::checked_in, "checked_in",
                                                 Persons::at_most_one, MergeRule::adds_up,
                                                 door_roles};
    CheckInMethod method = CheckInMethod::ticket;
    std::optional<TicketId> ticket;
    std::optional<GroupNumber> told_group;

    static void items(auto& content, auto& item) {
        item("method", content.method);
        item("ticket id", content.ticket);
        item("told group", content.told_group);
    }
};

struct CheckInUndone {
    static constexpr KindDeclaration declaration{OperationKind::check_in_undone, "check_in_undone",
                                                 Persons::at_most_one, MergeRule::adds_up,
                                                 door_roles};
    std::vector<OperationId> check_ins;

    static void items(auto& content, auto& item) {
        item("array of ids of `checked_in` operations", content.check_ins);
    }
};

struct CheckedOut {
    static constexpr KindDeclaration declaration{OperationKind::checked_out, "checked_out",
                                                 Persons::at_most_one, MergeRule::adds_up,
                                                 door_roles};
    std::vector<OperationId> check_ins;

    static void items(auto& content, auto& item) {
        item("array of ids of `checked_in` operations", content.check_ins);
    }
};

struct GroupDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::group_described, "group_described", Persons::none,
        MergeRule::last_writer_of_each_field, organising_roles};
    GroupNumber group = 0;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("group number", content.group);
        item("fields", content.fields);
    }
};

// One list of seats a round. Carries ids only, so it survives the erasure of a person.
struct GroupsPlanned {
    static constexpr KindDeclaration declaration{OperationKind::groups_planned, "groups_planned",
                                                 Persons::none, MergeRule::last_writer,
                                                 organising_roles};
    std::vector<std::vector<GroupSeat>> rounds;

    static void items(auto& content, auto& item) {
        item("array of rounds; a round is an array of `[attendee id, group number]`",
             content.rounds);
    }
};

struct GroupMoved {
    static constexpr KindDeclaration declaration{OperationKind::group_moved, "group_moved",
                                                 Persons::at_most_one, MergeRule::last_writer,
                                                 door_roles};
    RoundNumber round = 1;
    GroupNumber group = 0;

    static void items(auto& content, auto& item) {
        item("round number", content.round);
        item("group number (0: to none)", content.group);
    }
};

struct QuestionDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::question_described, "question_described", Persons::none,
        MergeRule::last_writer_of_each_field, organising_roles};
    QuestionNumber question = 0;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("question number", content.question);
        item("fields", content.fields);
    }
};

// A version of a note. It names the versions that it replaces: none for a new note.
struct NoteWritten {
    static constexpr KindDeclaration declaration{OperationKind::note_written, "note_written",
                                                 Persons::any, MergeRule::adds_up, room_roles};
    NoteId note;
    GroupNumber group = 0;
    QuestionNumber question = 0;
    NoteKind kind = NoteKind::point;
    NoteState state = NoteState::standing;
    std::string text;
    std::vector<OperationId> replaces;

    static void items(auto& content, auto& item) {
        item("note id", content.note);
        item("group number", content.group);
        item("question number", content.question);
        item("kind", content.kind);
        item("state", content.state);
        item("text", content.text);
        item("array of the ids of the operations that it replaces", content.replaces);
    }
};

// Beats everything about the person. Keeps what the statistics need, and the person's tickets: an
// operation without a person that names one of them may still come from another device.
struct AttendeeErased {
    static constexpr KindDeclaration declaration{OperationKind::attendee_erased, "attendee_erased",
                                                 Persons::any, MergeRule::erases, organiser_role};
    std::string role;
    Counted counted = Counted::no;
    std::vector<TicketId> tickets{};
    std::string decision{};  // that the erasure rests on: "DHP 2024 § 12"

    static void items(auto& content, auto& item) {
        item("role (text)", content.role);
        item("counted", content.counted);
        item.added_later("array of the ids of the person's tickets", content.tickets);
        item.added_later("decision (text)", content.decision);
    }
};

// At `device`, corrected time = wall clock + offset.
struct ClockMeasured {
    static constexpr KindDeclaration declaration{OperationKind::clock_measured, "clock_measured",
                                                 Persons::none, MergeRule::last_writer};
    DeviceId device;
    std::int64_t offset_ms = 0;

    static void items(auto& content, auto& item) {
        item("device id", content.device);
        item("offset in milliseconds: the store's clock less the device's", content.offset_ms);
    }
};

struct SurveyQuestionDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::survey_question_described, "survey_question_described", Persons::none,
        MergeRule::last_writer_of_each_field, organising_roles};
    SurveyNumber question = 0;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("question number of the survey", content.question);
        item("fields", content.fields);
    }
};

// Somebody's answers to the survey, without a person, in the order of the questions and each once.
// A sheet that comes twice, as after restoring a backup, is one sheet.
struct AnswersGiven {
    static constexpr KindDeclaration declaration{OperationKind::answers_given, "answers_given",
                                                 Persons::none, MergeRule::first_writer,
                                                 room_roles};
    AnswerSheetId sheet;
    std::vector<SurveyAnswer> answers;

    static void items(auto& content, auto& item) {
        item("answer sheet id", content.sheet);
        item("map from question number of the survey to text, ascending", content.answers);
    }
};

// From the person that the body is about. An anonymous one is a comment about nobody.
struct MessageLeft {
    static constexpr KindDeclaration declaration{OperationKind::message_left, "message_left",
                                                 Persons::at_most_one, MergeRule::first_writer,
                                                 room_roles};
    MessageId message;
    MessageKind kind = MessageKind::comment;
    std::string text;
    std::string reach{};       // telephone or e-mail; empty: as registered
    std::string department{};  // which part of the municipality it is for, in its words

    static void items(auto& content, auto& item) {
        item("message id", content.message);
        item("kind", content.kind);
        item("text", content.text);
        item("how to reach the person (text)", content.reach);
        item("department (text)", content.department);
    }
};

// What a device may from now on, and what of it counts: said by an organiser above it, or by the
// root, whoever carries that.
struct DeviceAuthorised {
    static constexpr KindDeclaration declaration{OperationKind::device_authorised,
                                                 "device_authorised", Persons::none,
                                                 MergeRule::authority, organiser_role};
    DeviceId device;
    DeviceRole role = DeviceRole::none;
    std::int64_t excluded_from =
        0;  // what it wrote from this number on is taken out; 0: nothing is
    // Where it is excluded: whom the pairings that it showed or issued still let in.
    std::vector<DeviceId> kept{};
    // Of a statement of the root, which count on; 0 and zeros for an organiser's.
    std::int64_t root_number = 0;
    PublicKey root_key{};
    Signature root_signature{};

    static void items(auto& content, auto& item) {
        item("device id", content.device);
        item("role", content.role);
        item("number from which on it is excluded (0: it is not)", content.excluded_from);
        item("array of the ids of the devices that its pairings still let in", content.kept);
        item("number of the root's statement (0: an organiser's)", content.root_number);
        item("the root's public key", content.root_key);
        item("the root's signature", content.root_signature);
    }
};

// Somebody has looked at operations that were put aside: what counts of them was recorded anew, in
// the same commit, or nothing does.
struct AsideSettled {
    static constexpr KindDeclaration declaration{OperationKind::aside_settled, "aside_settled",
                                                 Persons::none, MergeRule::adds_up, organiser_role};
    std::vector<OperationId> operations;
    AsideDecision decision = AsideDecision::left_out;

    static void items(auto& content, auto& item) {
        item("array of the ids of the operations", content.operations);
        item("decision", content.decision);
    }
};

// The person that an organisation is written to, who need not be registered for the event.
struct ContactDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::contact_described, "contact_described", Persons::at_most_one,
        MergeRule::last_writer_of_each_field, organising_roles};
    OrganisationId organisation;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("organisation id", content.organisation);
        item("fields", content.fields);
    }
};

// Who sat together at an earlier meeting, so that they meet others at this one: numbers that say
// who somebody is only to who knows them (sync/report/earlier_neighbours.h).
struct EarlierTableTold {
    static constexpr KindDeclaration declaration{OperationKind::earlier_table_told,
                                                 "earlier_table_told", Persons::none,
                                                 MergeRule::adds_up, organising_roles};
    MeetingId meeting;
    std::vector<std::int64_t> people;

    static void items(auto& content, auto& item) {
        item("meeting id", content.meeting);
        item("array of the numbers of the people, ascending", content.people);
    }
};

// A mail to the person that the body is about, and how far it has come: a row of the outbox.
struct MailNoted {
    static constexpr KindDeclaration declaration{OperationKind::mail_noted, "mail_noted",
                                                 Persons::at_most_one, MergeRule::last_writer,
                                                 organising_roles};
    MailId mail;
    MailPurpose purpose = MailPurpose::invitation;
    MailStep step = MailStep::queued;
    std::string address{};
    std::string answer{};  // of the server

    static void items(auto& content, auto& item) {
        item("mail id", content.mail);
        item("purpose", content.purpose);
        item("step", content.step);
        item("address (text)", content.address);
        item("the server's answer (text)", content.answer);
    }
};

// What the organiser says of a note afterwards. The note stays as it was written.
struct NoteDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::note_described, "note_described", Persons::none,
        MergeRule::last_writer_of_each_field, organising_roles};
    NoteId note;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("note id", content.note);
        item("fields", content.fields);
    }
};

// What the organiser says of a message afterwards: about whom the message is, so that it goes with
// them.
struct MessageDescribed {
    static constexpr KindDeclaration declaration{
        OperationKind::message_described, "message_described", Persons::at_most_one,
        MergeRule::last_writer_of_each_field, organising_roles};
    MessageId message;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("message id", content.message);
        item("fields", content.fields);
    }
};

// A note of an earlier meeting whose follow-up goes on at this one. It names nobody: who sees to it
// is described in words that are no registered person's name.
struct EarlierNoteTold {
    static constexpr KindDeclaration declaration{OperationKind::earlier_note_told,
                                                 "earlier_note_told", Persons::none,
                                                 MergeRule::first_writer, organising_roles};
    NoteId note;
    std::string meeting;
    std::string date;
    NoteKind kind = NoteKind::point;
    std::string text;

    static void items(auto& content, auto& item) {
        item("note id", content.note);
        item("name of the meeting (text)", content.meeting);
        item("its date (text)", content.date);
        item("kind", content.kind);
        item("text", content.text);
    }
};

// Check-ins that do not fit together, of one person or of those who share a place, and that
// somebody has let stand side by side. A further one is a conflict again.
struct ConflictSettled {
    static constexpr KindDeclaration declaration{OperationKind::conflict_settled,
                                                 "conflict_settled", Persons::none,
                                                 MergeRule::adds_up, organising_roles};
    std::vector<OperationId> check_ins;

    static void items(auto& content, auto& item) {
        item("array of ids of `checked_in` operations", content.check_ins);
    }
};

// What people call the device that says it.
struct DeviceNamed {
    static constexpr KindDeclaration declaration{OperationKind::device_named, "device_named",
                                                 Persons::none, MergeRule::last_writer};
    std::string name;

    static void items(auto& content, auto& item) { item("name (text)", content.name); }
};

// The record up to these heads lies in a package for the archive.
struct RecordPackaged {
    static constexpr KindDeclaration declaration{OperationKind::record_packaged, "record_packaged",
                                                 Persons::none, MergeRule::adds_up, organiser_role};
    Hash package{};
    std::vector<RecordHead> heads;

    static void items(auto& content, auto& item) {
        item("SHA-256 of the package (32 bytes)", content.package);
        item("array of `[device id, number of its last operation, its chain hash]`", content.heads);
    }
};

// What the keep table says was destroyed. Persons are erased beside it, by operations of their own;
// this one names what is about nobody and goes, too, and keeps what the protocol and the statistics
// need. What it names has no effect in any fold: what stays of it was recorded anew before.
struct RecordPurged {
    static constexpr KindDeclaration declaration{OperationKind::record_purged, "record_purged",
                                                 Persons::none, MergeRule::adds_up, organiser_role};
    std::string decision;  // "DHP 2024 § 12"
    std::string by;        // the name or function of who destroyed
    std::vector<OperationId> operations;
    std::vector<DestroyedCount> counts;
    std::vector<RecordHead> heads;      // of everything that was looked at
    std::vector<DeviceId> written_off;  // lost devices, of which nothing more is expected
    // Why it was done although the house's conditions did not hold: a stored word each.
    std::vector<std::string> overrides;
    Bytes statistics;  // as sync/report/statistics writes them; empty: as the record counts

    static void items(auto& content, auto& item) {
        item("decision (text)", content.decision);
        item("by whom (text)", content.by);
        item("array of the ids of the operations", content.operations);
        item("array of `[kind of document (text), how many]`", content.counts);
        item("array of `[device id, number of its last operation, its chain hash]`", content.heads);
        item("array of the ids of devices that are written off", content.written_off);
        item("array of the conditions that did not hold (texts)", content.overrides);
        item("statistics (bytes)", content.statistics);
    }
};

// Somebody wished to be erased, and the municipality has decided to keep what it holds.
struct ErasureRefused {
    static constexpr KindDeclaration declaration{OperationKind::erasure_refused, "erasure_refused",
                                                 Persons::at_most_one, MergeRule::adds_up,
                                                 organiser_role};
    std::string decision;
    std::string reason;

    static void items(auto& content, auto& item) {
        item("decision (text)", content.decision);
        item("reason (text)", content.reason);
    }
};

// What a table says of one of its notes besides its words: who sees to it and by when, how many
// agree, whether everybody is to see it, and in which order they stand. Of the fields only those
// that is_said_at_table() names have an effect; they merge with those of NoteDescribed.
struct NoteMarked {
    static constexpr KindDeclaration declaration{OperationKind::note_marked, "note_marked",
                                                 Persons::none,
                                                 MergeRule::last_writer_of_each_field, room_roles};
    NoteId note;
    FieldTexts fields;

    static void items(auto& content, auto& item) {
        item("note id", content.note);
        item("fields", content.fields);
    }
};

}  // namespace stormote
