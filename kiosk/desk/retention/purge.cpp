#include "kiosk/desk/retention/purge.h"

#include <algorithm>
#include <map>

#include "kiosk/desk/exchange_marks.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/journal/quarantine.h"
#include "sync/report/packaged_record.h"
#include "sync/report/retention/purge_plan.h"

namespace stormote {

namespace {

constexpr std::int64_t day_ms = 86'400'000;

// A file that is open for reading has no device, but this machine may have one in it.
DeviceId own_device(const Desk& desk) {
    if (!desk.device().is_nil()) return desk.device();
    return DeviceIdentity::find_device(desk.environment().state_directory, desk.event(),
                                       desk.journal().path())
        .value_or(DeviceId{});
}

std::int64_t own_offset_ms(const Desk& desk) {
    return desk.state().clock_offset_ms(own_device(desk));
}

// A hub writes nothing of its own, and of one that is not let in, or excluded, nothing is expected.
bool is_expected(const Authority& authority, const DeviceId& device) {
    if (authority.is_open()) return true;
    const DeviceStanding& standing = authority.standing_of(device);
    return standing.role != DeviceRole::none && standing.role != DeviceRole::hub &&
           standing.excluded_from == 0;
}

struct WholeRecord {
    std::vector<Operation> effective;
    std::vector<Operation> others;
};

WholeRecord read_whole(const Desk& desk) {
    WholeRecord record;
    desk.journal().read_all([&record](const Operation& operation, Belief belief) {
        (belief == Belief::believed ? record.effective : record.others).push_back(operation);
    });
    const auto aside = desk.journal().quarantine().operations();
    record.others.insert(record.others.end(), aside.begin(), aside.end());
    return record;
}

PurgeExtent extent_of(PurgeTiming timing) {
    return timing == PurgeTiming::now ? PurgeExtent::all : PurgeExtent::due;
}

RecordPurged statement_of(const Desk& desk, const PurgeOrder& order, const PurgePreview& preview) {
    RecordPurged statement;
    statement.decision = order.decision;
    statement.by = order.by;
    for (const RetentionRow& row : preview.rows) {
        const auto& kinds = preview.kinds;
        if (std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end()) continue;
        statement.counts.push_back({std::string(stored_name(row.kind)),
                                    count_to_destroy(desk.state(), row, preview.kinds)});
    }
    statement.heads = record_heads(desk.journal().heads());
    statement.written_off = order.written_off;
    for (const UnmetCondition& unmet : preview.unmet) {
        statement.overrides.emplace_back(stored_condition(unmet.condition));
    }
    return statement;
}

// Each under an id of its own, and at the time when it was said first.
std::vector<DatedBody> date_bodies(const Desk& desk, std::vector<PlannedBody> bodies) {
    const JournalEnvironment& environment = desk.environment();
    std::vector<DatedBody> dated;
    for (PlannedBody& planned : bodies) {
        const std::int64_t wall_ms = planned.corrected_ms
                                         ? *planned.corrected_ms - own_offset_ms(desk)
                                         : environment.clock.wall_ms();
        dated.push_back({std::move(planned.body),
                         make_id<OperationId>(environment.clock, environment.random), wall_ms});
    }
    return dated;
}

// What is cheap to ask: neither of the conditions nor of other devices.
RetentionFacts facts_of_now(Desk& desk) {
    RetentionFacts facts;
    facts.now_ms =
        desk.environment().clock.wall_ms() + std::min<std::int64_t>(own_offset_ms(desk), 0);
    facts.drafts = static_cast<std::int64_t>(note_draft_names(desk.drafts()).size());
    return facts;
}

// Drafts lie on the tables, whose number nobody else knows: that they go is stated once.
bool is_left(const EventState& state, const RetentionRow& row, const PurgePreview& preview) {
    const auto& kinds = preview.kinds;
    if (std::find(kinds.begin(), kinds.end(), row.kind) == kinds.end()) return false;
    if (count_to_destroy(state, row, kinds) > 0) return true;
    return row.kind == DocumentKind::drafts && row.is_due && !is_stated(state, row.kind);
}

// When something more is to be destroyed.
Error nothing_due(const PurgePreview& preview) {
    std::string next;
    for (const RetentionRow& row : preview.rows) {
        if (row.last_day.empty() || row.is_due || row.count == 0) continue;
        if (next.empty() || row.last_day < next) next = row.last_day;
    }
    if (next.empty()) return input_error({"There is nothing left to destroy by the keep table."});
    return input_error({"Nothing is to be destroyed yet: {} is the last day of what comes first. "
                        "To destroy it before all the same, say --now."},
                       next);
}

}  // namespace

RetentionFacts retention_facts(Desk& desk, std::vector<DeviceId> written_off) {
    const Journal& journal = desk.journal();
    const std::int64_t wall_ms = desk.environment().clock.wall_ms();
    const DeviceId own = own_device(desk);
    RetentionFacts facts = facts_of_now(desk);
    facts.written_off = std::move(written_off);
    std::uint64_t all = 0;
    for (const DeviceHead& head : journal.heads()) all += head.head.sequence;
    const std::uint64_t held = journal.cursors().get(acknowledged_cursor);
    facts.has_store = held > 0;
    facts.unsent = all - std::min(held, all);
    const auto compared_ms =
        static_cast<std::int64_t>(journal.cursors().get(clock_compared_cursor));
    facts.is_clock_measured = compared_ms != 0 && std::abs(wall_ms - compared_ms) <= day_ms;
    std::map<DeviceId, std::int64_t> last;
    journal.read_all([&](const Operation& operation, Belief) {
        const OperationHeader& header = operation.header;
        auto& last_ms = last[header.device];
        last_ms = std::max(last_ms, header.wall_ms + desk.state().clock_offset_ms(header.device));
    });
    for (const auto& [device, last_ms] : last) {
        if (device == own || !is_expected(journal.authority(), device)) continue;
        facts.devices.push_back({device, last_ms});
    }
    facts.is_packaged = is_packaged(desk.state(), record_heads(journal.heads()));
    return facts;
}

PurgePreview preview_purge(Desk& desk, const PurgeOrder& order) {
    const RetentionFacts facts = facts_of_now(desk);
    const EventState& state = desk.state();
    PurgePreview preview;
    preview.rows = retention_rows(state, facts);
    preview.kinds = kinds_to_purge(state, facts, extent_of(order.timing));
    const bool is_any_left =
        std::any_of(preview.rows.begin(), preview.rows.end(),
                    [&](const RetentionRow& row) { return is_left(state, row, preview); });
    if (!is_any_left) {
        preview.kinds.clear();
        return preview;
    }
    // Not before: it reads the whole record.
    preview.unmet =
        unmet_conditions(state, retention_facts(desk, order.written_off), preview.kinds);
    return preview;
}

Result<RecordPurged> purge(Desk& desk, const PurgeOrder& order) {
    if (!desk.may(OperationKind::record_purged)) {
        return input_error(
            {"Only an organiser's device destroys what is stored of an event. Do it "
             "on the device on which the event was made, or on another "
             "organiser's."});
    }
    if (order.decision.empty()) {
        return input_error(
            {"Name the decision by which it is destroyed, as --decision \"DHP 2024 "
             "§ 12\"."});
    }
    // What waits counts in the statistics, and is not left out of what is kept.
    desk.release_waiting(Occasion::opening);
    const PurgePreview preview = preview_purge(desk, order);
    if (preview.kinds.empty()) return nothing_due(preview);
    if (order.timing == PurgeTiming::when_due && !preview.unmet.empty()) {
        return input_error(
            {"Nothing is destroyed, since not every condition holds. To destroy it "
             "all the same, say --now: the protocol then says so."});
    }
    RecordPurged statement = statement_of(desk, order, preview);
    const WholeRecord record = read_whole(desk);
    PurgePlan plan =
        plan_purge(desk.state(), {record.effective, record.others}, preview.kinds, order.decision);
    desk.record_dated(date_bodies(desk, bodies_of(std::move(plan), statement)));
    return statement;
}

}  // namespace stormote
