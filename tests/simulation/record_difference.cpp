#include "tests/simulation/record_difference.h"

#include <algorithm>

#include <fmt/format.h>

#include "sync/model/body.h"

namespace stormote::testing {

namespace {

std::string name_of(const Operation& operation) {
    return fmt::format("{} of {} ({}, {})", operation.header.sequence,
                       to_string(operation.header.device), kind_name(operation.header.kind),
                       operation.body ? "with its body" : "without its body");
}

bool is_about_erased(const Operation& operation, const EventState& state) {
    if (operation.header.kind == OperationKind::attendee_erased) return false;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    return body && std::any_of(body->persons.begin(), body->persons.end(),
                               [&](const auto& id) { return state.erased().contains(id); });
}

bool is_purged(const Operation& operation, const EventState& state) {
    return std::any_of(state.purges().begin(), state.purges().end(), [&](const auto& purge) {
        const auto& named = purge.second.content.operations;
        return std::find(named.begin(), named.end(), operation.header.id) != named.end();
    });
}

bool is_same(const Operation& left, const Operation& right, const EventState& state) {
    if (left == right) return true;
    if (!(left.header == right.header) || (left.body && right.body)) return false;
    return is_about_erased(left.body ? left : right, state) || is_purged(left, state);
}

}  // namespace

std::string find_difference(const std::vector<Operation>& left, const std::vector<Operation>& right,
                            const EventState& state) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        if (i < left.size() && i < right.size() && is_same(left[i], right[i], state)) continue;
        return fmt::format("{} and {} operations; {} here, {} there", left.size(), right.size(),
                           i < left.size() ? name_of(left[i]) : "nothing",
                           i < right.size() ? name_of(right[i]) : "nothing");
    }
    return "";
}

}  // namespace stormote::testing
