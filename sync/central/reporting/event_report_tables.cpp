#include "sync/central/reporting/event_report_tables.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"
#include "sync/model/operation_limits.h"
#include "sync/report/event_tables.h"
#include "sync/report/organisation_tables.h"
#include "sync/report/published_notes.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

using Row = std::vector<ReportCell>;

ReportCell text_or_nothing(const std::string& text) {
    return text.empty() ? ReportCell() : ReportCell(text);
}

std::string without_nul(const std::string& text) {
    std::string kept;
    for (const char character : text) {
        if (character == '\0') {
            append_utf8(kept, U'\uFFFD');
        } else {
            kept += character;
        }
    }
    return kept;
}

// As the exports' JSON has it: a word by its code.
ReportCell value_of(const Cell& cell) {
    if (const auto *word = std::get_if<Word>(&cell)) return std::string(word->code);
    if (const auto *text = std::get_if<std::string>(&cell)) return *text;
    if (const auto *number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto *instant = std::get_if<Instant>(&cell)) return instant->wall_ms;
    return {};
}

std::vector<std::size_t> places_of(const Table& table, const std::vector<std::string>& keys) {
    std::vector<std::size_t> places;
    for (const std::string& key : keys) {
        const auto found =
            std::find_if(table.columns.begin(), table.columns.end(),
                         [&key](const ReportColumn& column) { return column.key == key; });
        places.push_back(static_cast<std::size_t>(found - table.columns.begin()));
    }
    return places;
}

// How many rows of a table have the same in these columns.
ReportRows count_rows(const Table& table, const std::vector<std::string>& keys) {
    const std::vector<std::size_t> places = places_of(table, keys);
    std::map<Row, std::int64_t> counts;
    for (const auto& cells : table.rows) {
        Row row;
        for (const std::size_t place : places) row.push_back(value_of(cells[place]));
        ++counts[row];
    }
    ReportRows rows;
    for (const auto& [row, count] : counts) {
        rows.push_back(row);
        rows.back().emplace_back(count);
    }
    return rows;
}

ReportRows meeting_rows(const EventState& state) {
    Row row;
    for (const SettingField field : {SettingField::name, SettingField::series, SettingField::place,
                                     SettingField::starts, SettingField::ends}) {
        row.push_back(text_or_nothing(state.setting(field)));
    }
    return {row};
}

// Of this meeting, and of its series up to it.
ReportRows measure_rows(const Statistics& meeting, const std::optional<Statistics>& series) {
    std::vector<Measure> all = measures();
    // Those of several meetings, too, where there are several.
    const std::vector<Measure> further = further_measures(series.value_or(meeting));
    all.insert(all.end(), further.begin(), further.end());
    ReportRows rows;
    for (const Measure& measure : all) {
        rows.push_back({std::string(measure.word.code), meeting.*measure.value,
                        series ? ReportCell((*series).*measure.value) : ReportCell()});
    }
    return rows;
}

ReportRows sector_rows(const Statistics& meeting) {
    ReportRows rows;
    for (const SectorCount& sector : meeting.sectors) {
        rows.push_back({text_or_nothing(sector.sector), sector.organisations, sector.people});
    }
    return rows;
}

// A clock's offset may take a time out of what databases and their clients reckon with.
ReportRows arrival_rows(const EventState& state) {
    std::map<std::int64_t, std::int64_t> people;
    for (const Arrivals& quarter : arrivals_of(state)) {
        people[to_wall_ms(quarter.from_ms)] += quarter.people;
    }
    ReportRows rows;
    for (const auto& [from_ms, count] : people) rows.push_back({from_ms, count});
    return rows;
}

// Without its contacts, for each of which the table has a row.
ReportRows organisation_rows(const EventState& state) {
    const Table table = organisations_table(state);
    const std::vector<std::size_t> places =
        places_of(table, {"id", "organisation", "sector", "joined", "registered", "came"});
    ReportRows rows;
    std::set<ReportCell> known;
    for (const auto& cells : table.rows) {
        Row row;
        for (const std::size_t place : places) row.push_back(value_of(cells[place]));
        if (known.insert(row.front()).second) rows.push_back(std::move(row));
    }
    return rows;
}

std::string groups_text(const std::vector<GroupNumber>& groups) {
    std::string text;
    for (const GroupNumber group : groups) {
        if (group > 0) text += (text.empty() ? "" : ", ") + std::to_string(group);
    }
    return text;
}

// As they are published: those that were withheld are not for this either, and whoever sees to one
// may be a person.
ReportRows note_rows(const EventState& state) {
    ReportRows rows;
    for (const PublishedNote& note : published_notes(state)) {
        if (note.publication == Publication::withheld) continue;
        const auto question = state.questions().find(note.question);
        rows.push_back(
            {to_string(note.id), std::int64_t{note.question},
             question == state.questions().end()
                 ? ReportCell()
                 : text_or_nothing(question->second.get(QuestionField::title)),
             text_or_nothing(groups_text(note.groups)), std::string(note_kind_word(note.kind).code),
             note.text, to_wall_ms(note.written_ms),
             note.agreeing > 0 ? ReportCell(std::int64_t{note.agreeing}) : ReportCell(),
             std::string(yes_or_no(note.is_chosen).code),
             std::string(follow_up_state_word(note.follow_up.state).code),
             text_or_nothing(note.follow_up.department), text_or_nothing(note.follow_up.due),
             text_or_nothing(note.follow_up.answer), text_or_nothing(note.follow_up.answered)});
    }
    return rows;
}

}  // namespace

std::string report_series(const EventState& state) {
    return without_nul(fold_text(state.setting(SettingField::series)));
}

std::vector<ReportRows> event_report_tables(const EventState& state,
                                            const std::optional<Statistics>& series) {
    const Statistics meeting = count_events({&state});
    std::vector<ReportRows> tables{
        meeting_rows(state),
        measure_rows(meeting, series),
        sector_rows(meeting),
        count_rows(attendance_table(state), {"role", "sector", "registration", "status"}),
        count_rows(groups_table(state), {"round", "group", "table", "place", "role", "status"}),
        arrival_rows(state),
        organisation_rows(state),
        note_rows(state)};
    for (ReportRows& rows : tables) {
        for (Row& row : rows) {
            for (ReportCell& cell : row) {
                if (auto *text = std::get_if<std::string>(&cell)) *text = without_nul(*text);
            }
        }
    }
    return tables;
}

}  // namespace stormote
