// Operation limits: what no operation may say, whoever wrote it and whatever else is known. Every
// replica and every store judges an operation by itself alone here, so that all judge the same.
// Pure, any thread. The limits are normative in sync/README.md.
#pragma once

#include <optional>

#include "sync/base/error.h"
#include "sync/model/operation.h"

namespace stormote {

// A counter beyond this is refused: one operation must not take away the room in which the others
// count on.
constexpr std::uint64_t largest_accepted_lamport = largest_lamport / 2;
// How far an operation's counter may be above that of the one before it on the same device, and the
// first one's above 0. More than an event ever has between two operations of one device.
constexpr std::uint64_t most_lamport_step = std::uint64_t{1} << 24;

// The years 1970 to 9999. A device whose clock says something else writes the nearest of the two.
constexpr std::int64_t latest_wall_ms = 253'402'300'799'999;
[[nodiscard]] std::int64_t to_wall_ms(std::int64_t clock_ms);

// Of a plan, which names everybody in every round, and of any other body.
constexpr std::size_t most_plan_bytes = std::size_t{8} << 20;
constexpr std::size_t most_body_bytes = std::size_t{1} << 20;

// What a person could mean by a number; a body may hold larger ones, which are refused.
constexpr GroupNumber largest_group_number = 9'999;
constexpr QuestionNumber largest_question_number = 9'999;
constexpr RoundNumber largest_round_number = 100;
constexpr FieldNumber largest_field_number = 1'023;

// Whether a device that has counted to `previous` may count to `next` in one step.
[[nodiscard]] bool is_next_lamport(std::uint64_t previous, std::uint64_t next);
// What is said of an operation, by device and number, where it may not.
constexpr Sentence out_of_order{
    "Operation {1} of device {0} is out of order: the device is faulty."};
// The counter of what a device writes next, where the greatest that it believes is `highest`.
[[nodiscard]] std::uint64_t next_lamport(std::uint64_t previous, std::uint64_t highest);

// What is wrong with an operation in itself: a sentence about a device ({0}) and a number ({1}).
// Nothing where it may be kept; of an erased body nothing can be said.
[[nodiscard]] std::optional<Sentence> fault_of(const EventId& event, const Operation& operation);

}  // namespace stormote
