#include "sync/report/statistics/recorded_statistics.h"

#include <algorithm>
#include <array>

#include "sync/base/cbor.h"

namespace stormote {

namespace {

// In the order in which they are written, which never changes.
constexpr std::array counts{&Statistics::meetings,
                            &Statistics::organisations,
                            &Statistics::people_civil_society,
                            &Statistics::people_municipality,
                            &Statistics::elected,
                            &Statistics::officials,
                            &Statistics::walk_ins,
                            &Statistics::registered,
                            &Statistics::no_shows,
                            &Statistics::erased,
                            &Statistics::erased_civil,
                            &Statistics::unknown_tickets,
                            &Statistics::survey_answers,
                            &Statistics::joined,
                            &Statistics::registered_late,
                            &Statistics::returning_people,
                            &Statistics::returning_organisations};
constexpr std::array newcomer_counts{&Newcomers::new_people, &Newcomers::returning_people,
                                     &Newcomers::new_organisations,
                                     &Newcomers::returning_organisations};
constexpr std::size_t part_count = 5;

void write_text(CborWriter& out, const std::string& text) {
    out.text(text);
}

template <typename Items, typename Write>
void write_list(CborWriter& out, const Items& items, Write write) {
    out.array(items.size());
    for (const auto& item : items) write(out, item);
}

// Reads all the items of an array; one that is longer than its bytes fails at once.
template <typename Item, typename Read>
std::vector<Item> read_list(CborReader& in, Read read) {
    std::vector<Item> items;
    for (std::size_t left = in.array(); left > 0 && in.ok(); --left) items.push_back(read(in));
    return items;
}

// The array of an item, which has as many parts in every version.
void begin_item(CborReader& in, std::size_t known) {
    if (in.array() != known) in.fail();
}

}  // namespace

Bytes encode_statistics(const Statistics& statistics) {
    CborWriter out;
    out.array(part_count);
    write_list(out, counts, [&](CborWriter& to, auto count) { to.integer(statistics.*count); });
    write_list(out, statistics.sectors, [](CborWriter& to, const SectorCount& sector) {
        to.array(3);
        to.text(sector.sector);
        to.integer(sector.organisations);
        to.integer(sector.people);
    });
    write_list(out, statistics.absent_sectors, write_text);
    write_list(out, statistics.arrivals, [](CborWriter& to, const Arrivals& quarter) {
        to.array(2);
        to.integer(quarter.from_ms);
        to.integer(quarter.people);
    });
    write_list(out, statistics.newcomers, [](CborWriter& to, const Newcomers& newcomers) {
        write_list(to, newcomer_counts,
                   [&](CborWriter& deeper, auto count) { deeper.integer(newcomers.*count); });
    });
    return out.take();
}

std::optional<Statistics> decode_statistics(ByteView bytes) {
    CborReader in(bytes);
    Statistics statistics;
    if (in.array() < part_count) return std::nullopt;
    const std::size_t count_number = in.array();
    if (count_number < counts.size()) return std::nullopt;
    for (const auto count : counts) statistics.*count = in.integer();
    for (std::size_t i = counts.size(); i < count_number && in.ok(); ++i) in.skip();
    statistics.sectors = read_list<SectorCount>(in, [](CborReader& from) {
        begin_item(from, 3);
        SectorCount sector;
        sector.sector = from.text();
        sector.organisations = from.integer();
        sector.people = from.integer();
        return sector;
    });
    statistics.absent_sectors =
        read_list<std::string>(in, [](CborReader& from) { return std::string(from.text()); });
    statistics.arrivals = read_list<Arrivals>(in, [](CborReader& from) {
        begin_item(from, 2);
        Arrivals quarter;
        quarter.from_ms = from.integer();
        quarter.people = from.integer();
        return quarter;
    });
    statistics.newcomers = read_list<Newcomers>(in, [](CborReader& from) {
        begin_item(from, newcomer_counts.size());
        Newcomers newcomers;
        for (const auto count : newcomer_counts) newcomers.*count = from.integer();
        return newcomers;
    });
    return in.ok() ? std::optional(std::move(statistics)) : std::nullopt;
}

bool is_counted(DocumentKind kind) {
    return kind == DocumentKind::registrations || kind == DocumentKind::anonymous_answers ||
           kind == DocumentKind::joinings;
}

std::optional<Statistics> recorded_statistics(const EventState& state) {
    return recorded_statistics(state, DocumentKind::registrations);
}

std::optional<Statistics> recorded_statistics(const EventState& state, DocumentKind kind) {
    const OrganiserStatement<RecordPurged> *first = nullptr;
    for (const auto& [place, purge] : state.purges()) {
        const auto& counted = purge.content.counts;
        const bool is_of_kind = std::any_of(
            counted.begin(), counted.end(),
            [kind](const DestroyedCount& count) { return count.kind == stored_name(kind); });
        if (!is_of_kind || purge.content.statistics.empty()) continue;
        if (first == nullptr || purge.stamp.is_before(first->stamp, state.device_table())) {
            first = &purge;
        }
    }
    return first == nullptr ? std::nullopt : decode_statistics(first->content.statistics);
}

}  // namespace stormote
