#include "sync/central/store/event_removal.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "sync/central/store/stored_record.h"

namespace stormote {

namespace {

// So many operations are held in memory at once.
constexpr std::uint64_t read_operations = 500;

// What a record says about its own end.
struct RecordEnd {
    // The last purge that is believed.
    std::optional<OperationPlace> purge;
    // Operations about somebody whose bodies are still here.
    std::uint64_t personal = 0;
};

bool is_about_somebody(const Operation& operation) {
    if (!operation.body || operation.header.kind == OperationKind::attendee_erased) return false;
    const auto persons = persons_of(operation.header.kind, operation.body->bytes);
    return persons && !persons->empty();
}

RecordEnd read_end(StoreRows& rows, const Authority& authority) {
    RecordEnd end;
    std::uint64_t latest = 0;
    for (const StoreHead& head : rows.heads()) {
        for (std::uint64_t first = 1; first <= head.sequence; first += read_operations) {
            const std::uint64_t last = std::min(first + read_operations - 1, head.sequence);
            for (const Operation& operation : rows.record_of(head.device, first, last)) {
                const OperationHeader& header = operation.header;
                if (is_about_somebody(operation)) ++end.personal;
                if (header.kind == OperationKind::record_purged && header.lamport >= latest &&
                    authority.believes(operation)) {
                    latest = header.lamport;
                    end.purge = {header.device, header.sequence};
                }
            }
        }
    }
    return end;
}

// When an operation of the record came: positions of the log are times.
std::int64_t arrival_ms(StoreRows& rows, const OperationPlace& place) {
    constexpr std::size_t asked_runs = 500;
    std::uint64_t position = 0;
    DeviceId device;
    device.value.bytes.fill(0xFF);
    for (;;) {
        const std::vector<LogRun> runs = rows.log_after(position, device, asked_runs);
        for (const LogRun& run : runs) {
            if (run.device == place.device && run.first <= place.sequence &&
                place.sequence <= run.last) {
                return static_cast<std::int64_t>(run.position);
            }
        }
        if (runs.size() < asked_runs) rows.fail_damaged();
        position = runs.back().position;
        device = runs.back().device;
    }
}

// Those that may still come, and have not been seen since a time.
std::vector<std::string> unseen_since(const std::vector<EnrolmentRow>& enrolments,
                                      std::int64_t since_ms, std::int64_t now_ms) {
    std::vector<std::string> names;
    for (const EnrolmentRow& row : enrolments) {
        const bool may_come =
            row.has_token && judge_access(row, now_ms).state == AccessState::granted;
        if (may_come && row.used_ms <= since_ms) names.push_back(row.name);
    }
    return names;
}

std::vector<Error> find_removal_faults(StoreRows& rows, const std::vector<EnrolmentRow>& enrolments,
                                       std::int64_t now_ms) {
    const RecordEnd end = read_end(rows, authority_of(rows));
    std::vector<Error> faults;
    if (!end.purge) {
        faults.push_back(
            input_error({"No organiser has purged the event: stormote purge EVENT, and sync."}));
    } else if (const auto unseen = unseen_since(enrolments, arrival_ms(rows, *end.purge), now_ms);
               !unseen.empty()) {
        faults.push_back(input_error({"These devices have not been seen since it was purged: {}. "
                                      "Wait for them, or revoke those that are lost."},
                                     fmt::format("{}", fmt::join(unseen, ", "))));
    }
    if (end.personal > 0) {
        faults.push_back(
            input_error({"Operations about people are still here: {}. What was purged or erased is "
                         "destroyed a day after it came, while the store is served."},
                        end.personal));
    }
    return faults;
}

}  // namespace

Result<RemovalAnswer> judge_removal(StoreRows& rows, const std::vector<EnrolmentRow>& enrolments,
                                    RemovalTiming timing, std::int64_t now_ms) {
    RemovalAnswer answer;
    for (const StoreHead& head : rows.heads()) answer.operations += head.sequence;
    if (answer.operations == 0 && enrolments.empty()) {
        return input_error({"The store knows no event {}. \"stormote-central events\" shows those "
                            "that it has."},
                           to_string(rows.event()));
    }
    // Of an event that nothing was ever recorded of, nothing is lost.
    if (answer.operations > 0) answer.unmet = find_removal_faults(rows, enrolments, now_ms);
    answer.is_removed = timing == RemovalTiming::now || answer.unmet.empty();
    return answer;
}

std::vector<StoredDevice> read_devices(StoreRows& rows) {
    std::vector<StoredDevice> devices;
    for (const StoreHead& head : rows.heads()) {
        StoredDevice device{head.device, "", head.sequence, rows.device_bytes(head.device)};
        const auto first = rows.record_of(head.device, 1, 1);
        if (!first.empty() && first.front().body) {
            const auto body = decode_body(first.front().header.kind, first.front().body->bytes);
            const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
            if (introduced != nullptr) device.name = introduced->name;
        }
        devices.push_back(std::move(device));
    }
    return devices;
}

PushAnswer refuse_removed(const Batch& batch) {
    PushAnswer answer{.outcome = PushOutcome::refused};
    const OperationHeader first =
        batch.operations.empty() ? OperationHeader{} : batch.operations.front().header;
    answer.refused = RefusedRun{first.device, first.sequence, RefusalKind::faulty,
                                input_error({"The event's record was purged from the store."})};
    return answer;
}

Error event_was_removed(const EventId& event) {
    return input_error({"The record of event {} was purged from this store, which takes nothing "
                        "more of it. Whoever runs the store can see by which decision, with "
                        "\"stormote-central events\"."},
                       to_string(event));
}

}  // namespace stormote
