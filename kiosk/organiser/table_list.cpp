#include "kiosk/organiser/table_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "kiosk/desk/seating_map.h"
#include "kiosk/organiser/csv_reader.h"
#include "kiosk/organiser/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

enum class TableColumn : std::uint8_t { table, name, place, seats, x, y };
constexpr std::size_t column_count = 6;
constexpr int most_tables = 10'000;

struct Heading {
    TableColumn column;
    std::string_view word;  // folded
};

constexpr std::array<Heading, 17> headings{{{TableColumn::table, "bord"},
                                            {TableColumn::table, "table"},
                                            {TableColumn::table, "grupp"},
                                            {TableColumn::table, "group"},
                                            {TableColumn::table, "nr"},
                                            {TableColumn::table, "nummer"},
                                            {TableColumn::name, "namn"},
                                            {TableColumn::name, "name"},
                                            {TableColumn::place, "plats"},
                                            {TableColumn::place, "place"},
                                            {TableColumn::seats, "platser"},
                                            {TableColumn::seats, "seats"},
                                            {TableColumn::seats, "antal platser"},
                                            {TableColumn::x, "x"},
                                            {TableColumn::x, "x (m)"},
                                            {TableColumn::y, "y"},
                                            {TableColumn::y, "y (m)"}}};

enum class RowKind : std::uint8_t { table, room, entrance, stage };

struct Cells {
    std::size_t line = 0;
    std::array<std::optional<std::string>, column_count> texts;  // nothing: there is no such column

    [[nodiscard]] const std::optional<std::string>& at(TableColumn column) const {
        return texts.at(static_cast<std::size_t>(column));
    }
    [[nodiscard]] std::string text(TableColumn column) const { return at(column).value_or(""); }
};

std::optional<RowKind> kind_of_row(const std::string& word) {
    const std::string folded = fold_text(word);
    if (folded == "rum" || folded == "sal" || folded == "room") return RowKind::room;
    if (folded == fold_text("ingång") || folded == fold_text("entré") || folded == "entrance") {
        return RowKind::entrance;
    }
    if (folded == "scen" || folded == "stage") return RowKind::stage;
    return std::nullopt;
}

std::optional<int> whole_number(const std::string& text, int most) {
    int number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || number < 1 || number > most) {
        return std::nullopt;
    }
    return number;
}

char most_frequent_separator(std::string_view text) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
    char best = ';';
    for (const char separator : {',', '\t'}) {
        if (std::count(line.begin(), line.end(), separator) >
            std::count(line.begin(), line.end(), best)) {
            best = separator;
        }
    }
    return best;
}

class TableReader {
  public:
    TableReader(const EventState& state, TablePlan& plan) : state_(state), plan_(plan) {}

    void read(const CsvTable& table) {
        for (const CsvProblem& problem : table.problems)
            complain(problem.line, "", problem.message);
        if (!plan_.problems.empty()) return;
        if (table.rows.empty()) {
            return complain(0, "", input_error({"The file is empty. Save the list again."}));
        }
        read_headings(table.rows.front());
        if (!plan_.problems.empty()) return;
        std::vector<Cells> rows;
        for (std::size_t i = 1; i < table.rows.size(); ++i) rows.push_back(cells_of(table.rows[i]));
        // The room first, wherever it stands: the tables must be inside it.
        room_ = parse_room(state_.setting(SettingField::room));
        for (const Cells& row : rows) read_room(row);
        for (const Cells& row : rows) read_place_of_room(row);
        for (const Cells& row : rows) read_table(row);
        add_room();
        if (!plan_.problems.empty()) plan_.bodies.clear();
    }

  private:
    void complain(std::size_t line, TableColumn column, Error message) {
        complain(line, spelled_.at(static_cast<std::size_t>(column)), std::move(message));
    }
    void complain(std::size_t line, std::string column, Error message) {
        if (plan_.problems.size() >= most_list_problems) return;
        plan_.problems.push_back({line, std::move(column), std::move(message)});
    }

    void read_headings(const CsvRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const std::string text = trim_text(row.cells[i].text);
            if (text.empty()) continue;
            const std::string folded = fold_text(text);
            const auto found =
                std::find_if(headings.begin(), headings.end(),
                             [&](const Heading& heading) { return heading.word == folded; });
            if (found == headings.end()) {
                complain(row.line, text,
                         input_error({"The heading is not known. Known are Bord, Namn, Plats, "
                                      "Platser, X and Y."}));
                continue;
            }
            const auto column = static_cast<std::size_t>(found->column);
            if (places_.at(column)) {
                complain(row.line, text,
                         input_error({"The columns \"{}\" and \"{}\" mean the same. Keep one of "
                                      "them."},
                                     spelled_.at(column), text));
            }
            places_.at(column) = i;
            spelled_.at(column) = text;
        }
        if (!places_.at(0) && plan_.problems.empty()) {
            complain(row.line, "Bord",
                     input_error({"The column is missing: it has the numbers of the tables."}));
        }
    }

    [[nodiscard]] Cells cells_of(const CsvRow& row) const {
        Cells cells;
        cells.line = row.line;
        for (std::size_t column = 0; column < column_count; ++column) {
            const auto place = places_.at(column);
            if (!place) continue;
            cells.texts.at(column) =
                *place < row.cells.size() ? trim_text(row.cells[*place].text) : "";
        }
        return cells;
    }

    // Nothing where there is none, and where it cannot be read: that is a problem already.
    std::optional<Spot> read_spot(const Cells& row) {
        const std::string x = row.text(TableColumn::x);
        const std::string y = row.text(TableColumn::y);
        if (x.empty() && y.empty()) return std::nullopt;
        std::optional<Spot> spot = Spot{};
        for (const TableColumn column : {TableColumn::x, TableColumn::y}) {
            const std::string text = row.text(column);
            if (text.empty()) {
                complain(row.line, column, input_error({"A place needs both x and y, in metres."}));
                spot.reset();
                continue;
            }
            const auto metres = parse_metres(text);
            if (!metres) {
                complain(row.line, column,
                         input_error({"\"{}\" is no number of metres from 0 to 300. Write it as "
                                      "3.5."},
                                     text));
                spot.reset();
            } else if (spot) {
                (column == TableColumn::x ? spot->across : spot->down) = *metres;
            }
        }
        return spot;
    }

    // Whether it is the first of its kind in the list.
    bool is_first(const Cells& row, const std::string& what) {
        const auto [known, is_new] = lines_.emplace(what, row.line);
        if (!is_new) {
            complain(row.line, TableColumn::table,
                     input_error({"It is on line {} already. Keep one of them."}, known->second));
        }
        return is_new;
    }

    void read_room(const Cells& row) {
        if (kind_of_row(row.text(TableColumn::table)) != RowKind::room) return;
        if (!is_first(row, "room")) return;
        const auto size = read_spot(row);
        room_.size = size;
        if (size && (size->across < 1 || size->down < 1)) {
            complain(row.line, "", input_error({"A room is at least a metre wide and deep."}));
        }
    }

    void check_inside(const Cells& row, const std::optional<Spot>& spot) {
        if (!spot || is_inside(*spot, room_)) return;
        complain(row.line, "",
                 input_error({"The place {} {} is outside the room, which is {} m wide and {} m "
                              "deep."},
                             write_metres(spot->across), write_metres(spot->down),
                             write_metres(room_.size->across), write_metres(room_.size->down)));
    }

    void read_place_of_room(const Cells& row) {
        const auto kind = kind_of_row(row.text(TableColumn::table));
        if (kind != RowKind::entrance && kind != RowKind::stage) return;
        const bool is_stage = kind == RowKind::stage;
        if (!is_first(row, is_stage ? "stage" : "entrance")) return;
        const auto spot = read_spot(row);
        check_inside(row, spot);
        (is_stage ? room_.stage : room_.entrance) = spot;
    }

    void read_table(const Cells& row) {
        const std::string text = row.text(TableColumn::table);
        if (kind_of_row(text)) return;
        const auto group = whole_number(text, most_tables);
        if (!group) {
            return complain(row.line, TableColumn::table,
                            input_error({"\"{}\" is no table. Write its number, or one of rum, "
                                         "ingång and scen."},
                                        text));
        }
        if (!is_first(row, std::to_string(*group))) return;
        const auto spot = read_spot(row);
        check_inside(row, spot);
        if (const std::string seats = row.text(TableColumn::seats);
            !seats.empty() && !whole_number(seats, most_tables)) {
            complain(row.line, TableColumn::seats,
                     input_error({"\"{}\" is no number of seats."}, seats));
        }
        FieldSetter<GroupField> fields;
        const auto present = state_.groups().find(*group);
        const auto take = [&](GroupField field, const std::optional<std::string>& value) {
            if (!value) return;
            const bool is_known = present != state_.groups().end();
            if (*value != (is_known ? present->second.get(field) : "")) fields.set(field, *value);
        };
        take(GroupField::name, row.at(TableColumn::name));
        take(GroupField::place, row.at(TableColumn::place));
        take(GroupField::capacity, row.at(TableColumn::seats));
        if (row.at(TableColumn::x) || row.at(TableColumn::y)) {
            take(GroupField::across, spot ? write_metres(spot->across) : "");
            take(GroupField::down, spot ? write_metres(spot->down) : "");
        }
        ++plan_.tables;
        FieldTexts changes = fields.take();
        if (changes.empty()) return;
        ++plan_.changed;
        plan_.bodies.push_back(
            {{}, ActingRole::organiser, GroupDescribed{*group, std::move(changes)}});
    }

    void add_room() {
        const std::string setting = write_room(room_);
        if (setting == state_.setting(SettingField::room)) return;
        FieldSetter<SettingField> fields;
        fields.set(SettingField::room, setting);
        plan_.bodies.push_back({{}, ActingRole::organiser, SettingsDescribed{fields.take()}});
    }

    const EventState& state_;
    TablePlan& plan_;
    std::array<std::optional<std::size_t>, column_count> places_;
    std::array<std::string, column_count> spelled_;
    std::map<std::string, std::size_t> lines_;
    RoomPlan room_;
};

}  // namespace

TablePlan plan_tables(std::string_view bytes, const EventState& state) {
    TablePlan plan;
    const ListText text = decode_list(bytes);
    if (text.problem) {
        plan.problems.push_back(*text.problem);
        return plan;
    }
    TableReader(state, plan).read(read_csv(text.text, most_frequent_separator(text.text)));
    return plan;
}

}  // namespace stormote
