#include "sync/central/store/due_erasures.h"

#include <algorithm>

#include "sync/central/store/stored_record.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/purged_operations.h"

namespace stormote {

namespace {

void add_named(const Body& body, DestroyedRecord& destroyed) {
    if (const auto *purge = std::get_if<RecordPurged>(&body.content)) {
        destroyed.operations.insert(purge->operations.begin(), purge->operations.end());
    } else {
        destroyed.persons.insert(body.persons.begin(), body.persons.end());
    }
}

}  // namespace

bool is_destroyed(const OperationHeader& header, ByteView body, const DestroyedRecord& destroyed) {
    if (destroyed.operations.contains(header.id) && may_be_purged(header.kind)) return true;
    const auto& persons = destroyed.persons;
    if (persons.empty() || header.kind == OperationKind::attendee_erased) return false;
    const auto about = persons_of(header.kind, body);
    return about && std::any_of(about->begin(), about->end(),
                                [&persons](const auto& id) { return persons.contains(id); });
}

std::int64_t due_until_ms(std::int64_t now_ms) {
    return now_ms - erasure_grace_ms;
}

bool destroy_due(StoreRows& rows, std::int64_t now_ms) {
    const Authority authority = authority_of(rows);
    DestroyedRecord fresh;
    bool has_destroyed = false;
    for (const OperationPlace& place : rows.erasures_until(due_until_ms(now_ms))) {
        const auto found = rows.record_of(place.device, place.sequence, place.sequence);
        if (found.empty() || !found.front().body || !authority.believes(found.front())) continue;
        const auto body = decode_body(found.front().header.kind, found.front().body->bytes);
        if (!body) continue;
        add_named(*body, fresh);
        rows.forget_erasure(place);
        has_destroyed = true;
    }
    if (!has_destroyed) return false;
    rows.note_destroyed(fresh);
    // A report from before would keep what is destroyed; the next one is without it.
    rows.forget_older_report();
    const DestroyedRecord destroyed = rows.destroyed();
    rows.remove_bodies([&destroyed](const OperationHeader& header, ByteView body) {
        return is_destroyed(header, body, destroyed);
    });
    return true;
}

}  // namespace stormote
