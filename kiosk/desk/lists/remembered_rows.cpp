#include "kiosk/desk/lists/remembered_rows.h"

#include <algorithm>
#include <sstream>

#include "sync/base/crypto.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

const std::string rows_draft = "decided rows";
constexpr std::size_t fingerprint_digits = 32;

// A line each: fingerprint, and the people.
RowMemory::Rows read_rows(Desk& desk) {
    RowMemory::Rows rows;
    std::istringstream draft(desk.drafts().find(rows_draft).value_or(""));
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

void forget_gone(RowMemory::Rows& rows, const EventState& state) {
    const AttendeeRecords& records = state.attendee_records();
    std::erase_if(rows, [&records](const auto& row) {
        return std::any_of(row.second.begin(), row.second.end(), [&](const AttendeeId& id) {
            return records.find_written(id) == nullptr;
        });
    });
}

void write_rows(Desk& desk, const RowMemory::Rows& rows) {
    std::string draft;
    for (const auto& [fingerprint, people] : rows) {
        draft += fingerprint;
        for (const AttendeeId& id : people) draft += ' ' + to_string(id);
        draft += '\n';
    }
    if (draft.empty()) {
        desk.drafts().remove(rows_draft);
    } else {
        desk.drafts().save(rows_draft, draft);
    }
}

}  // namespace

RowMemory remembered_rows(Desk& desk) {
    RowMemory memory;
    memory.rows = read_rows(desk);
    forget_gone(memory.rows, desk.state());
    // With a letter in front no spreadsheet takes it for a number.
    memory.fingerprint = [key = desk.journal().event_key()](std::string_view row) {
        return "r" + to_hex(keyed_hash(key, view_bytes(row))).substr(0, fingerprint_digits);
    };
    return memory;
}

void remember_rows(Desk& desk, const RowMemory::Rows& decided) {
    RowMemory::Rows rows = read_rows(desk);
    const RowMemory::Rows before = rows;
    for (const auto& [fingerprint, people] : decided) rows[fingerprint] = people;
    forget_gone(rows, desk.state());
    if (rows != before) write_rows(desk, rows);
}

}  // namespace stormote
