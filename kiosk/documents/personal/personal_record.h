// PersonalRecord: the operations of an event that are about one person or name them by an id, with
// what the sections of an extract ask of them. Borrows the state and the operations. Pure.
#pragma once

#include <set>
#include <span>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// One operation, decoded; about the person, or only naming them.
struct PersonalOperation {
    const Operation *operation = nullptr;
    Body body;
    bool is_about = false;
};

class PersonalRecord {
  public:
    PersonalRecord(const EventState& state, std::span<const Operation> operations,
                   const AttendeeId& id);

    [[nodiscard]] const EventState& state() const { return state_; }
    // Registrations first, their root before the others; then contacts. Just the id that was asked
    // for where the event has erased that person.
    [[nodiscard]] const std::vector<AttendeeId>& ids() const { return ids_; }
    [[nodiscard]] bool is_theirs(const AttendeeId& id) const { return known_.contains(id); }
    [[nodiscard]] bool is_theirs(const std::string& text) const;
    // Nothing is held under the id.
    [[nodiscard]] bool is_empty() const { return said_.empty(); }
    // In the order of the record.
    [[nodiscard]] const std::vector<PersonalOperation>& said() const { return said_; }
    // The same as they stand in the record.
    [[nodiscard]] std::vector<Operation> operations() const;

    // Of what is about the person: calls with each content of that kind and its operation.
    template <typename Content, typename Take>
    void each(Take take) const {
        for (const PersonalOperation& one : said_) {
            const auto *content = std::get_if<Content>(&one.body.content);
            if (content != nullptr && one.is_about) take(*content, one);
        }
    }

    [[nodiscard]] Cell at(const OperationHeader& header) const;
    [[nodiscard]] Cell device(const DeviceId& id) const;

  private:
    [[nodiscard]] bool is_about(const Body& body) const;
    [[nodiscard]] bool is_named(const Body& body) const;

    const EventState& state_;
    std::vector<AttendeeId> ids_;
    std::set<AttendeeId> known_;
    std::set<TicketId> tickets_;
    std::vector<PersonalOperation> said_;
};

}  // namespace stormote
