// Values that operations are made of, beside ids and fields. Pure.
//
// The numbers are written in the record and never change. `last`: reading refuses a greater number.
#pragma once

#include <cstdint>
#include <string>

#include "sync/base/crypto.h"
#include "sync/model/ids.h"

namespace stormote {

enum class ActingRole : std::uint8_t {
    machine = 0,
    attendee = 1,
    facilitator = 2,
    staff = 3,
    organiser = 4,
    last = organiser,
};

enum class TicketMark : std::uint8_t { valid = 0, revoked = 1, last = revoked };

enum class CheckInMethod : std::uint8_t {
    ticket = 0,
    name = 1,
    walk_in = 2,
    staff = 3,
    last = staff,
};

struct GroupSeat {
    AttendeeId attendee;
    GroupNumber group = 0;
    bool operator==(const GroupSeat&) const = default;
};

enum class NoteKind : std::uint8_t {
    point = 0,
    proposal = 1,
    question = 2,
    commitment = 3,
    last = commitment,
};
enum class NoteState : std::uint8_t { standing = 0, withdrawn = 1, last = withdrawn };

// What became of operations that were put aside because they contradict the record.
enum class AsideDecision : std::uint8_t { left_out = 0, taken_in = 1, last = taken_in };

// Whether statistics count an erased person among those who came.
enum class Counted : std::uint8_t { no = 0, yes = 1, last = yes };

// On a scale "1" to "5", of yes or no "yes" or "no", or what somebody wrote.
struct SurveyAnswer {
    SurveyNumber question = 0;
    std::string text;
    bool operator==(const SurveyAnswer&) const = default;
};

// A comment; a wish to be contacted; a declaration that the person's organisation joins.
enum class MessageKind : std::uint8_t { comment = 0, contact = 1, joining = 2, last = joining };

// To somebody registered, or to the contact of an organisation that may register people. An answer
// is to what they asked in a message; thanks are to who came.
enum class MailPurpose : std::uint8_t {
    invitation = 0,
    reminder = 1,
    call = 2,
    answer = 3,
    thanks = 4,
    last = thanks,
};
// A refused one was refused for good, with the server's words.
enum class MailStep : std::uint8_t { queued = 0, handed_over = 1, refused = 2, last = refused };

// How far a device's record had come.
struct RecordHead {
    DeviceId device;
    std::int64_t sequence = 0;
    Hash chain{};
    bool operator==(const RecordHead&) const = default;
};

// How many documents of a kind were destroyed, by the kind's stored name in the keep table.
struct DestroyedCount {
    std::string kind;
    std::int64_t count = 0;
    bool operator==(const DestroyedCount&) const = default;
};

}  // namespace stormote
