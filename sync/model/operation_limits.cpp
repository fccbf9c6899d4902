#include "sync/model/operation_limits.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr Sentence wrong_time{
    "The clock of operation {1} of device {0} is outside the years 1970 to 9999: the device is "
    "faulty."};
constexpr Sentence too_large{"Operation {1} of device {0} is larger than an operation may be."};
constexpr Sentence wrong_persons{
    "Operation {1} of device {0} is not about as many people as its kind may be."};
constexpr Sentence wrong_numbers{"Operation {1} of device {0} holds a number outside its limits."};
constexpr Sentence false_admission{
    "Device {0} shows an admission at number {1} that was not made for it."};
constexpr Sentence unreadable{"The content of operation {1} of device {0} cannot be read."};

// How many persons a body is about, as it says.
std::optional<std::size_t> count_persons(ByteView bytes) {
    // As of a kind that may be about any.
    const auto persons = persons_of(OperationKind{}, bytes);
    return persons ? std::optional(persons->size()) : std::nullopt;
}

// Whether the items of a content are within their limits. Items that have none need no overload.
class LimitCheck {
  public:
    void operator()(std::string_view /*words*/, const auto& value) { check(value); }
    void added_later(std::string_view /*words*/, const auto& value) { check(value); }
    void if_any(std::string_view /*words*/, const auto& value) { check(value); }
    [[nodiscard]] bool holds() const { return holds_; }

  private:
    void check(const auto& /*value*/) {}
    void check(const FieldTexts& fields) {
        refuse_unless(fields.empty() || fields.back().first <= largest_field_number);
    }
    void check(const std::vector<std::vector<GroupSeat>>& rounds) {
        refuse_unless(rounds.size() <= largest_round_number);
        for (const auto& seats : rounds) {
            refuse_unless(std::all_of(seats.begin(), seats.end(), [](const GroupSeat& seat) {
                return seat.group <= largest_group_number;
            }));
        }
    }
    // Groups, rounds and questions are all numbered from 1.
    void check(std::int32_t number) { refuse_unless(number <= largest_group_number); }
    void check(const std::optional<GroupNumber>& group) { check(group.value_or(0)); }
    // The offset of a clock.
    void check(std::int64_t offset_ms) {
        refuse_unless(offset_ms <= latest_wall_ms && offset_ms >= -latest_wall_ms);
    }
    void refuse_unless(bool is_within) { holds_ = holds_ && is_within; }

    bool holds_ = true;
};

bool is_within_limits(const BodyContent& content) {
    if (const auto *move = std::get_if<GroupMoved>(&content)) {
        if (move->round > largest_round_number) return false;
    }
    if (const auto *statement = std::get_if<DeviceAuthorised>(&content)) {
        if (statement->excluded_from < 0 || statement->root_number < 0) return false;
    }
    return std::visit(
        [](const auto& known) {
            LimitCheck check;
            known.items(known, check);
            return check.holds();
        },
        content);
}

bool may_be_about(OperationKind kind, std::size_t persons) {
    switch (declaration_of(empty_content(kind)).persons) {
        case Persons::none:
            return persons == 0;
        case Persons::at_most_one:
            return persons <= 1;
        case Persons::any:
            break;
    }
    return true;
}

}  // namespace

std::int64_t to_wall_ms(std::int64_t clock_ms) {
    return std::clamp(clock_ms, std::int64_t{0}, latest_wall_ms);
}

bool is_next_lamport(std::uint64_t previous, std::uint64_t next) {
    return next > previous && next <= largest_accepted_lamport &&
           next - previous <= most_lamport_step;
}

std::uint64_t next_lamport(std::uint64_t previous, std::uint64_t highest) {
    return std::min(std::max(previous, highest) + 1, previous + most_lamport_step);
}

std::optional<Sentence> fault_of(const EventId& event, const Operation& operation) {
    const OperationHeader& header = operation.header;
    if (header.wall_ms != to_wall_ms(header.wall_ms)) return wrong_time;
    if (!operation.body) return std::nullopt;
    const Bytes& bytes = operation.body->bytes;
    const bool is_plan = header.kind == OperationKind::groups_planned;
    if (bytes.size() > (is_plan ? most_plan_bytes : most_body_bytes)) return too_large;
    const auto persons = count_persons(bytes);
    if (!persons) return unreadable;
    if (!may_be_about(header.kind, *persons)) return wrong_persons;
    // What a newer version has made of a known kind is kept, and has no effect here.
    const auto body = decode_body(header.kind, bytes);
    if (!body) return std::nullopt;
    if (!is_about_allowed_persons(*body)) return wrong_persons;
    if (!is_within_limits(body->content)) return wrong_numbers;
    if (const auto *introduction = std::get_if<DeviceIntroduced>(&body->content)) {
        const auto& admission = introduction->admission;
        const bool is_false =
            admission && !is_signed_by_its_key(event, *admission, introduction->public_key);
        if (is_false) return false_admission;
    }
    return std::nullopt;
}

}  // namespace stormote
