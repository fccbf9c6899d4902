#include "sync/central/read_audit.h"

#include <algorithm>
#include <utility>

namespace stormote {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

}  // namespace

bool ReadAudit::is_over(const Hour& hour, std::int64_t now_ms) {
    // A clock that was put back ends it, too.
    return now_ms - hour.began_ms >= hour_ms || now_ms < hour.began_ms;
}

void ReadAudit::note(const Reader& reader, const Page& page, std::int64_t now_ms) {
    std::optional<Hour> ended;
    bool is_first = false;
    {
        const std::lock_guard lock(mutex_);
        Hour& hour = hours_[reader.token_hash];
        if (hour.is_noted && is_over(hour, now_ms)) {
            ended = std::exchange(hour, {});
        }
        StoreAuditEntry& entry = hour.entry;
        if (!hour.is_noted) {
            is_first = true;
            hour.began_ms = now_ms;
            entry.event = reader.event;
            entry.action = StoreAuditAction::read;
            entry.first_position = page.after;
        }
        entry.operations += page.operations;
        entry.sender = reader.sender;
        entry.first_position = std::min(entry.first_position, page.after);
        entry.last_position = std::max(entry.last_position, page.next);
    }
    // Without the lock, since the store takes its time.
    if (ended) add(reader.token_hash, *std::move(ended), now_ms);
    if (!is_first) return;
    const Access access = store_.access(reader.token_hash, now_ms);
    note_beginning(reader.token_hash,
                   {now_ms, reader.event, StoreAuditAction::reading, access.device, access.role, "",
                    reader.sender, 0, page.after, page.after});
}

void ReadAudit::note_beginning(const Hash& token_hash, StoreAuditEntry entry) {
    store_.add_audit(entry);
    const std::lock_guard lock(mutex_);
    Hour& hour = hours_[token_hash];
    hour.is_noted = true;
    hour.entry.device = std::move(entry.device);
    hour.entry.role = std::move(entry.role);
}

void ReadAudit::add(const Hash& token_hash, Hour hour, std::int64_t now_ms) {
    hour.entry.at_ms = now_ms;
    try {
        store_.add_audit(hour.entry);
    } catch (const MachineFailure&) {
        // It is counted to the hour that has begun since, and added with that one.
        const std::lock_guard lock(mutex_);
        const auto [found, is_new] = hours_.try_emplace(token_hash, hour);
        StoreAuditEntry& entry = found->second.entry;
        if (!is_new) {
            entry.operations += hour.entry.operations;
            entry.first_position = std::min(entry.first_position, hour.entry.first_position);
            entry.last_position = std::max(entry.last_position, hour.entry.last_position);
        }
        throw;
    }
}

void ReadAudit::write(Which which, std::int64_t now_ms) {
    std::vector<std::pair<Hash, Hour>> ended;
    {
        const std::lock_guard lock(mutex_);
        for (auto hour = hours_.begin(); hour != hours_.end();) {
            const bool is_due = which == Which::all || is_over(hour->second, now_ms);
            if (is_due && hour->second.is_noted) ended.emplace_back(*hour);
            hour = is_due ? hours_.erase(hour) : std::next(hour);
        }
    }
    std::exception_ptr failure;
    for (auto& [token_hash, hour] : ended) {
        try {
            add(token_hash, std::move(hour), now_ms);
        } catch (const MachineFailure&) {
            failure = std::current_exception();
        }
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace stormote
