#include "kiosk/desk/lists/remembered_rows.h"

#include <algorithm>
#include <sstream>

#include "sync/base/crypto.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

const std::string draft_name = "decided rows";

// A line each: fingerprint, and the people.
RowMemory::Rows read_rows(Desk& desk) {
    RowMemory::Rows rows;
    std::istringstream draft(desk.drafts().find(draft_name).value_or(""));
    for (std::string line; std::getline(draft, line);) {
        const auto words = split_text(line, ' ');
        std::vector<AttendeeId> people;
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (const auto id = parse_id<AttendeeId>(words[i])) people.push_back(*id);
        }
        rows[std::string(words.front())] = people;
    }
    return rows;
}

void write_rows(Desk& desk, const RowMemory::Rows& rows) {
    std::string draft;
    for (const auto& [fingerprint, people] : rows) {
        draft += fingerprint;
        for (const AttendeeId& id : people) draft += ' ' + to_string(id);
        draft += '\n';
    }
    if (draft.empty()) {
        desk.drafts().remove(draft_name);
    } else {
        desk.drafts().save(draft_name, draft);
    }
}

}  // namespace

RowMemory remembered_rows(Desk& desk) {
    RowMemory memory;
    memory.rows = read_rows(desk);
    const AttendeeRecords& records = desk.state().attendee_records();
    const std::size_t forgotten = std::erase_if(memory.rows, [&records](const auto& row) {
        return std::any_of(row.second.begin(), row.second.end(), [&](const AttendeeId& id) {
            return records.find_written(id) == nullptr;
        });
    });
    if (forgotten > 0) write_rows(desk, memory.rows);
    memory.fingerprint = [key = desk.journal().event_key()](std::string_view row) {
        return to_hex(keyed_hash(key, view_bytes(row)));
    };
    return memory;
}

void remember_rows(Desk& desk, const RowMemory::Rows& decided) {
    if (decided.empty()) return;
    RowMemory::Rows rows = read_rows(desk);
    for (const auto& [fingerprint, people] : decided) rows[fingerprint] = people;
    write_rows(desk, rows);
}

}  // namespace stormote
