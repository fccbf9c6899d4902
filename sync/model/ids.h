// The ids of the domain: distinct types, so that a note's id is never taken for a person's.
#pragma once

#include <array>
#include <cstdint>

#include "sync/base/ids.h"

namespace stormote {

using EventId = Id<struct EventTag>;
using DeviceId = Id<struct DeviceTag>;
using OperationId = Id<struct OperationTag>;
using AttendeeId = Id<struct AttendeeTag>;
using OrganisationId = Id<struct OrganisationTag>;
using NoteId = Id<struct NoteTag>;
// Random, without a time: what somebody leaves on the way out must not say when they did.
using AnswerSheetId = Id<struct AnswerSheetTag>;
using MessageId = Id<struct MessageTag>;
// Random: of an earlier meeting, for those alone who know who was there.
using MeetingId = Id<struct MeetingTag>;
using MailId = Id<struct MailTag>;

// Eight random bytes: what a ticket says about its owner, which is nothing.
struct TicketId {
    ByteArray<8> bytes{};
    auto operator<=>(const TicketId&) const = default;
};

// Discussion groups, rounds, agenda questions and those of the survey are numbered from 1, as
// people call them.
using GroupNumber = std::int32_t;
using RoundNumber = std::int32_t;
using QuestionNumber = std::int32_t;
using SurveyNumber = std::int32_t;

}  // namespace stormote

template <>
struct std::hash<stormote::TicketId> {
    std::size_t operator()(const stormote::TicketId& id) const noexcept {
        return stormote::read_big_endian(id.bytes);
    }
};
