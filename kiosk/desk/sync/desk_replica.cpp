#include "kiosk/desk/sync/desk_replica.h"

#include <cmath>
#include <cstdlib>

#include "kiosk/desk/exchange_marks.h"
#include "sync/journal/exchange_cursors.h"

namespace stormote {

namespace {

// Smaller differences change nothing that anybody sees, and would fill the record.
constexpr std::int64_t least_offset_change_ms = 1'000;
constexpr std::int64_t hour_ms = 3'600'000;

constexpr const char *exchanged_cursor = "exchanged";
// Not a row on the disk every half minute.
constexpr std::int64_t least_exchange_age_ms = 600'000;

std::string position_cursor(const Uuid& store) {
    return "position at " + to_string(store);
}

// One more than the position from where to try again; 0: nothing was refused.
std::string retry_cursor(const Uuid& store) {
    return "refused at " + to_string(store);
}

}  // namespace

std::int64_t last_exchange_ms(const Journal& journal) {
    return static_cast<std::int64_t>(journal.cursors().get(exchanged_cursor));
}

Result<ReplicaView> DeskReplica::view(const Uuid& store) {
    Journal& journal = desk_.journal();
    journal.sign_head();
    ReplicaView view{journal.event(), journal.device(), journal.heads()};
    view.acknowledged = journal.cursors().get(acknowledged_cursor);
    if (store.is_nil()) return view;
    view.position = journal.cursors().get(position_cursor(store));
    const std::uint64_t retry = journal.cursors().get(retry_cursor(store));
    if (retry > 0) view.retry_position = retry - 1;
    return view;
}

Result<Outgoing> DeskReplica::gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                         const std::vector<DeviceId>& left_out) {
    return gather(desk_.journal(), store, there, left_out);
}

Result<> DeskReplica::note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) {
    for (const StoreHead& head : shown) note_forked(desk_.journal(), store, head);
    return Done{};
}

Result<> DeskReplica::check_identity(const std::vector<StoreHead>& there) {
    if (is_own_device_behind(desk_.journal(), there)) {
        const Operation introduction = renounce_device(desk_.journal());
        desk_.fold_new(std::span(&introduction, 1));
    }
    return Done{};
}

Result<Intake> DeskReplica::take(const Batch& batch, const Uuid& store, std::uint64_t position) {
    Intake counts;
    ExchangeCursors& cursors = desk_.journal().cursors();
    if (!batch.operations.empty()) {
        auto intake = desk_.accept(batch.operations, batch.signatures);
        if (!intake) return intake.error();
        counts = {intake->added.size(), intake->quarantined, std::move(intake->refused)};
    }
    // Before the cursor moves on: what was refused must be found again.
    if (!counts.refused.empty() && cursors.get(retry_cursor(store)) == 0) {
        cursors.set(retry_cursor(store), cursors.get(position_cursor(store)) + 1);
    }
    cursors.set(position_cursor(store), position);
    return counts;
}

Result<> DeskReplica::forget_retry(const Uuid& store) {
    desk_.journal().cursors().set(retry_cursor(store), 0);
    return Done{};
}

Result<std::uint64_t> DeskReplica::note_acknowledged(const Uuid& store,
                                                     const std::vector<StoreHead>& there) {
    const Journal& journal = desk_.journal();
    std::uint64_t all = 0;
    for (const DeviceHead& head : journal.heads()) all += head.head.sequence;
    const std::uint64_t held = count_held(journal, store, there);
    const std::uint64_t lacking = all - held;
    if (kind_ != StoreKind::central) return lacking;
    ExchangeCursors& cursors = desk_.journal().cursors();
    if (cursors.get(acknowledged_cursor) != held) cursors.set(acknowledged_cursor, held);
    const std::int64_t now_ms = desk_.environment().clock.wall_ms();
    const std::int64_t age_ms = now_ms - last_exchange_ms(desk_.journal());
    if (now_ms > 0 && std::abs(age_ms) >= least_exchange_age_ms) {
        cursors.set(exchanged_cursor, static_cast<std::uint64_t>(now_ms));
    }
    return lacking;
}

void DeskReplica::note_comparison() {
    const std::int64_t now_ms = desk_.environment().clock.wall_ms();
    ExchangeCursors& cursors = desk_.journal().cursors();
    const auto last_ms = static_cast<std::int64_t>(cursors.get(clock_compared_cursor));
    if (now_ms <= 0 || std::abs(now_ms - last_ms) < hour_ms) return;
    cursors.set(clock_compared_cursor, static_cast<std::uint64_t>(now_ms));
}

Result<> DeskReplica::note_clock(const ClockReading& reading) {
    if (kind_ == StoreKind::own_hub_beside_central) return Done{};
    if (kind_ == StoreKind::central) note_comparison();
    const DeviceId device = desk_.journal().device();
    // A device that has not written anything has no clock that matters.
    if (device.is_nil() || !desk_.may(OperationKind::clock_measured)) return Done{};
    const std::int64_t known_ms = desk_.state().clock_offset_ms(device);
    if (std::abs(reading.offset_ms - known_ms) <= least_offset_change_ms + reading.uncertainty_ms) {
        return Done{};
    }
    const Body body{{}, ActingRole::machine, ClockMeasured{device, reading.offset_ms}};
    desk_.record(std::span(&body, 1));
    return Done{};
}

}  // namespace stormote
