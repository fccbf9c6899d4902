// Journal: what it is, and what it holds.
#include <cassert>

#include "sync/journal/journal_parts.h"

namespace stormote {

const EventId& Journal::event() const {
    return parts_->event;
}

const SymmetricKey& Journal::event_key() const {
    return parts_->key;
}

const DeviceIdentity& Journal::identity() const {
    assert(parts_->identity && "opened for reading only");
    return *parts_->identity;
}

const std::filesystem::path& Journal::path() const {
    return parts_->database.path();
}

DeviceId Journal::device() const {
    return parts_->identity ? parts_->identity->device() : DeviceId{};
}

std::vector<DeviceHead> Journal::heads() const {
    return parts_->chains.heads();
}

std::vector<HeadSignature> Journal::signatures(const DeviceId& device,
                                               std::uint64_t after_sequence) const {
    const KnownDevice *known = parts_->chains.find(device);
    if (known == nullptr) return {};
    return parts_->signatures.after(*known, after_sequence);
}

std::vector<Operation> Journal::operations_after(const DeviceId& device, std::uint64_t sequence,
                                                 std::size_t most) const {
    const KnownDevice *known = parts_->chains.find(device);
    if (known == nullptr) return {};
    return parts_->operations.after(known->number, device, sequence, most);
}

void Journal::read_all(const OperationSink& sink) const {
    for (const DeviceHead& head : heads()) {
        constexpr std::size_t at_once = 1'000;
        for (std::uint64_t done = 0; done < head.head.sequence;) {
            const auto operations = operations_after(head.device, done, at_once);
            if (operations.empty()) break;
            for (const Operation& operation : operations) sink(operation, belief_in(operation));
            done = operations.back().header.sequence;
        }
    }
}

const Quarantine& Journal::quarantine() const {
    return parts_->quarantine;
}

ExchangeCursors& Journal::cursors() {
    return parts_->cursors;
}

const ExchangeCursors& Journal::cursors() const {
    return parts_->cursors;
}

ErasureDates& Journal::erasure_dates() {
    return parts_->erasure_dates;
}

DraftStore& Journal::drafts() {
    return parts_->drafts;
}

WaitingQueue& Journal::waiting() {
    return parts_->waiting;
}

std::string Journal::check_database() {
    Statement statement(parts_->database, "PRAGMA integrity_check(1)");
    const std::string answer = statement.step() ? statement.text(0) : "no answer";
    return answer == "ok" ? "" : answer;
}

}  // namespace stormote
