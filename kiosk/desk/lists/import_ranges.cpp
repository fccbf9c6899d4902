#include "kiosk/desk/lists/import_ranges.h"

#include <algorithm>
#include <sstream>

namespace stormote {

namespace {

const std::string draft_name = "imports";

// Who imports a wrong list does not find out twenty lists later.
constexpr std::size_t most_imports = 20;

std::istream& operator>>(std::istream& in, OperationRange& range) {
    return in >> range.device >> range.first >> range.count;
}

std::ostream& operator<<(std::ostream& out, const OperationRange& range) {
    return out << range.device << ' ' << range.first << ' ' << range.count;
}

// What was taken back matters to the imports before it only.
void forget_old(ImportRanges& ranges) {
    if (ranges.size() > most_imports) {
        ranges.erase(ranges.begin(), ranges.end() - most_imports);
    }
    const auto is_live = [](const ImportRange& range) { return !range.undo; };
    ranges.erase(ranges.begin(), std::find_if(ranges.begin(), ranges.end(), is_live));
}

void write_ranges(Desk& desk, ImportRanges ranges) {
    forget_old(ranges);
    std::ostringstream draft;
    for (const ImportRange& range : ranges) {
        draft << range.operations << ' ' << range.people;
        if (range.undo) draft << ' ' << *range.undo;
        draft << '\n';
    }
    if (ranges.empty()) {
        desk.drafts().remove(draft_name);
    } else {
        desk.drafts().save(draft_name, draft.str());
    }
}

// What this device records next.
OperationRange next_operations(const Desk& desk, std::size_t count) {
    OperationRange range{to_string(desk.device()), 1, count};
    for (const DeviceHead& head : desk.journal().heads()) {
        if (head.device == desk.device()) range.first = head.head.sequence + 1;
    }
    return range;
}

}  // namespace

ImportRanges read_import_ranges(Desk& desk) {
    ImportRanges ranges;
    std::istringstream draft(desk.drafts().find(draft_name).value_or(""));
    for (std::string line; std::getline(draft, line);) {
        std::istringstream words(line);
        ImportRange range;
        if (!(words >> range.operations >> range.people)) continue;
        if (OperationRange undo; words >> undo) range.undo = undo;
        ranges.push_back(std::move(range));
    }
    return ranges;
}

ImportRange *last_import_of(ImportRanges& ranges) {
    const auto last = std::find_if(ranges.rbegin(), ranges.rend(),
                                   [](const ImportRange& range) { return !range.undo; });
    return last == ranges.rend() ? nullptr : &*last;
}

void record_with_ranges(Desk& desk, std::span<const Body> bodies,
                        const std::function<void(ImportRanges&, const OperationRange&)>& note,
                        const std::function<void()>& written) {
    const auto save = [&] {
        ImportRanges ranges = read_import_ranges(desk);
        note(ranges, next_operations(desk, bodies.size()));
        write_ranges(desk, std::move(ranges));
    };
    if (bodies.empty()) return save();
    std::size_t left = bodies.size();
    desk.record(bodies, [&] {
        // With the last one, since the transaction is still open then.
        if (--left == 0) save();
        written();
    });
}

}  // namespace stormote
