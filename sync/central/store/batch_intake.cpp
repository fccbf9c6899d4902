#include "sync/central/store/batch_intake.h"

#include "sync/central/store/due_erasures.h"
#include "sync/model/device_role.h"

namespace stormote {

namespace {

// What a run adds: bytes, and how many devices the store hears of by it.
StoreUse use_of(const PlannedRun& run) {
    StoreUse use;
    for (const Operation *operation : run.fresh) {
        std::size_t bytes = header_core_size + sizeof(Hash);
        if (operation->body) bytes += sizeof(Salt) + operation->body->bytes.size();
        use.bytes += static_cast<std::int64_t>(bytes);
    }
    const bool is_first = run.fresh.front()->header.sequence == 1;
    use.devices = is_first && run.place == RunPlace::continues ? 1 : 0;
    return use;
}

// A role that nobody has said may be any.
StoreUse most_of_token(const std::string& role) {
    const auto known = parse_device_role(role);
    const bool is_of_room = known && *known != DeviceRole::organiser && *known != DeviceRole::hub;
    return is_of_room ? StoreUse{most_room_token_bytes, most_room_token_devices}
                      : StoreUse{most_token_bytes, most_token_devices};
}

}  // namespace

BatchIntake::BatchIntake(StoreRows& rows, const Hash& token_hash, std::int64_t now_ms)
    : rows_(rows), token_hash_(token_hash), now_ms_(now_ms), destroyed_(rows.destroyed()) {}

PushAnswer BatchIntake::take(const Batch& batch) {
    PushAnswer answer;
    for (const Run& run : split_runs(batch.operations, batch.signatures)) {
        const auto plan = plan_run(rows_.event(), run, batch.signatures, rows_);
        if (const auto *refused = std::get_if<RefusedRun>(&plan)) {
            if (refused->kind == RefusalKind::gap) return {PushOutcome::gap, 0, 0, 0};
            return {PushOutcome::refused, 0, 0, 0, *refused};
        }
        const auto& planned = std::get<PlannedRun>(plan);
        answer.known += planned.known;
        if (planned.place == RunPlace::known) continue;
        if (auto fault = find_quota_fault(planned)) {
            const OperationHeader& first = planned.fresh.front()->header;
            return {PushOutcome::refused, 0, 0, 0,
                    RefusedRun{first.device, first.sequence, RefusalKind::faulty, *fault}};
        }
        take_run(planned, answer);
    }
    if (brought_.bytes > 0) {
        // Whoever brings something knows it: they have been seen since it came.
        rows_.add_token_use(token_hash_, brought_, static_cast<std::int64_t>(position_) + 1);
    }
    return answer;
}

std::optional<Error> BatchIntake::find_quota_fault(const PlannedRun& run) {
    const OperationHeader& first = run.fresh.front()->header;
    const StoreUse fresh = use_of(run);
    if (!before_) before_ = {rows_.event_use(), rows_.token_use(token_hash_)};
    if (is_token_full(fresh)) {
        return input_error({"The store takes no more from this token: operation {1} of device {0} "
                            "and what follows it stay where they are. Enrol the device anew."},
                           to_string(run.device), first.sequence);
    }
    if (!is_event_full(run, fresh)) return std::nullopt;
    return input_error({"The store holds as much of this event, or of device {0}, as it may: "
                        "operation {1} and what follows it stay where they are."},
                       to_string(run.device), first.sequence);
}

bool BatchIntake::is_token_full(const StoreUse& fresh) const {
    const auto& token = before_->token;
    if (!token) return false;
    const StoreUse most = most_of_token(token->role);
    return token->use.bytes + brought_.bytes + fresh.bytes > most.bytes ||
           token->use.devices + brought_.devices + fresh.devices > most.devices;
}

bool BatchIntake::is_event_full(const PlannedRun& run, const StoreUse& fresh) {
    const StoreUse& event = before_->event;
    return event.bytes + recorded_.bytes + fresh.bytes > most_event_bytes ||
           event.devices + recorded_.devices + fresh.devices > most_event_devices ||
           bytes_of(run.device) + fresh.bytes > most_device_bytes ||
           run.fresh.back()->header.sequence > most_device_operations;
}

std::int64_t& BatchIntake::bytes_of(const DeviceId& device) {
    const auto found = device_bytes_.find(device);
    if (found != device_bytes_.end()) return found->second;
    return device_bytes_.emplace(device, rows_.device_bytes(device)).first->second;
}

void BatchIntake::take_run(const PlannedRun& run, PushAnswer& answer) {
    if (run.place == RunPlace::contradicts) {
        const std::uint64_t kept = rows_.insert_aside(keep(run.fresh));
        answer.quarantined += kept;
        // What was put aside before travels already.
        if (kept == 0) return;
    } else {
        if (run.place == RunPlace::replaces) {
            answer.quarantined +=
                rows_.put_record_aside(run.device, run.fresh.front()->header.sequence);
        }
        record(run);
        answer.added += run.fresh.size();
    }
    write_log(run);
    const StoreUse use = use_of(run);
    brought_.bytes += use.bytes;
    brought_.devices += use.devices;
}

void BatchIntake::record(const PlannedRun& run) {
    rows_.insert_record(keep(run.fresh));
    for (const Operation *operation : run.fresh) note_meaning(operation->header);
    const StoreUse use = use_of(run);
    rows_.move_head({run.fresh.back()->header, run.key, use.bytes});
    recorded_.bytes += use.bytes;
    recorded_.devices += use.devices;
    bytes_of(run.device) += use.bytes;
    rows_.forget_aside(run.device);
}

// What the store itself acts upon.
void BatchIntake::note_meaning(const OperationHeader& header) {
    const OperationPlace place{header.device, header.sequence};
    if (has_root(rows_.event()) && Authority::concerns(header.kind)) rows_.note_authority(place);
    if (header.kind == OperationKind::attendee_erased ||
        header.kind == OperationKind::record_purged) {
        rows_.note_erasure(place, now_ms_);
    }
}

void BatchIntake::write_log(const PlannedRun& run) {
    if (position_ == 0) {
        // A store that was restored does not give an old position to something new.
        position_ = std::max(rows_.last_position() + 1,
                             static_cast<std::uint64_t>(now_ms_ + rows_.position_lead_ms()));
    } else if (devices_here_.contains(run.device)) {
        // Two runs of one device that came together have positions of their own.
        ++position_;
        devices_here_.clear();
    }
    devices_here_.insert(run.device);
    const OperationHeader& last = run.fresh.back()->header;
    rows_.insert_log({position_, run.device, run.fresh.front()->header.sequence, last.sequence,
                      run.signatures.back()->signature, last.chain_hash});
}

std::vector<KeptOperation> BatchIntake::keep(const Run& run) const {
    std::vector<KeptOperation> kept;
    kept.reserve(run.size());
    for (const Operation *operation : run) {
        const bool has_body =
            operation->body && !is_destroyed(operation->header, operation->body->bytes, destroyed_);
        kept.push_back({&operation->header, has_body ? &*operation->body : nullptr});
    }
    return kept;
}

}  // namespace stormote
