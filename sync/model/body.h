// Operation bodies: who an operation is about, who acted, and what it says, with their encoding.
// Pure values.
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

#include "sync/model/operation_contents.h"

namespace stormote {

// In the order of the kinds' numbers.
using BodyContent =
    std::variant<UnknownContent, SettingsDescribed, DeviceIntroduced, OrganisationDescribed,
                 AttendeeDescribed, TicketIssued, TicketMarked, CheckedIn, CheckInUndone,
                 CheckedOut, GroupDescribed, GroupsPlanned, GroupMoved, QuestionDescribed,
                 NoteWritten, AttendeeErased, ClockMeasured, SurveyQuestionDescribed, AnswersGiven,
                 MessageLeft, DeviceAuthorised, AsideSettled, ContactDescribed, EarlierTableTold,
                 MailNoted, NoteDescribed, MessageDescribed, EarlierNoteTold, ConflictSettled,
                 DeviceNamed, RecordPackaged, RecordPurged, ErasureRefused, NoteMarked>;

struct Body {
    std::vector<AttendeeId> persons;
    ActingRole acting_role = ActingRole::machine;
    BodyContent content;

    // Compiled once: for every kind in every source that holds a body, it took longer than what
    // most of them do themselves.
    Body();
    Body(std::vector<AttendeeId> persons, ActingRole acting_role, BodyContent content);
    Body(const Body& other);
    Body(Body&& other) noexcept;
    Body& operator=(const Body& other);
    Body& operator=(Body&& other) noexcept;
    ~Body();
};

[[nodiscard]] const KindDeclaration& declaration_of(const BodyContent& content);
// The kind that the content belongs to. Asserts that it is not UnknownContent.
[[nodiscard]] OperationKind kind_of(const BodyContent& content);
// A name for exports and messages: "checked_in"; "kind_99" for an unknown one.
[[nodiscard]] std::string kind_name(OperationKind kind);
// The kind's content with nothing in it; UnknownContent for a kind that is not known here.
[[nodiscard]] BodyContent empty_content(OperationKind kind);

// Whom the bytes of a body are about, read alone: the rest may be of a newer version. A known kind
// that may be about nobody is about nobody, whatever it says. Nothing where the bytes do not begin
// as every body does, so that erasures would not find it.
[[nodiscard]] std::optional<std::vector<AttendeeId>> persons_of(OperationKind kind, ByteView bytes);

// Whether the body is about as many persons as its kind may be.
[[nodiscard]] bool is_about_allowed_persons(const Body& body);

[[nodiscard]] Bytes encode_body(const Body& body);
// Nothing when the bytes are not a body of this kind: damaged, or hostile.
[[nodiscard]] std::optional<Body> decode_body(OperationKind kind, ByteView bytes);

}  // namespace stormote
