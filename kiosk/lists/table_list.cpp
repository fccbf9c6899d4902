#include "kiosk/lists/table_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/headed_list.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/model/seating_map.h"
#include "sync/model/table_needs.h"

namespace stormote {

namespace {

// The table_columns of a list of tables.
constexpr std::size_t table_column = 0;
constexpr std::size_t table_name_column = 1;
constexpr std::size_t place_column = 2;
constexpr std::size_t table_seats_column = 3;
constexpr std::size_t facilitator_column = 4;
constexpr std::size_t x_column = 5;
constexpr std::size_t y_column = 6;
constexpr std::size_t offers_column = 7;
constexpr int most_tables = 10'000;

constexpr std::array<HeadingWord, 21> table_headings{{{table_column, "bord"},
                                                      {table_column, "table"},
                                                      {table_column, "grupp"},
                                                      {table_column, "group"},
                                                      {table_column, "nr"},
                                                      {table_column, "nummer"},
                                                      {table_name_column, "namn"},
                                                      {table_name_column, "name"},
                                                      {place_column, "plats"},
                                                      {place_column, "place"},
                                                      {table_seats_column, "platser"},
                                                      {table_seats_column, "seats"},
                                                      {table_seats_column, "antalplatser"},
                                                      {facilitator_column, "samtalsledare"},
                                                      {facilitator_column, "facilitator"},
                                                      {facilitator_column, "bordsvard"},
                                                      {x_column, "x"},
                                                      {y_column, "y"},
                                                      {offers_column, "anpassning"},
                                                      {offers_column, "tillganglighet"},
                                                      {offers_column, "offers"}}};

HeadedColumns table_columns() {
    static const TranslatedHeadings headings(table_headings, 8, {table_name_column, place_column});
    HeadedColumns columns{headings.words(),
                          headings.column_count(),
                          table_column,
                          "Bord",
                          {"The column with the numbers of the tables is missing."},
                          {"The heading is not known. Use Bord, Namn, Plats, Platser, "
                           "Samtalsledare, Anpassning, X and Y."}};
    columns.translated = &headings;
    return columns;
}

// A row that is of no table: of the room itself, or of what it has beside its tables.
struct RoomRow {
    const char *word;  // folded
    const char *name;  // what such a row is of: told once
    std::optional<Spot> RoomPlan::*place;
};
constexpr std::array<RoomRow, 14> room_rows{{{"rum", "room", &RoomPlan::size},
                                             {"sal", "room", &RoomPlan::size},
                                             {"room", "room", &RoomPlan::size},
                                             {"ingang", "entrance", &RoomPlan::entrance},
                                             {"entre", "entrance", &RoomPlan::entrance},
                                             {"entrance", "entrance", &RoomPlan::entrance},
                                             {"scen", "stage", &RoomPlan::stage},
                                             {"stage", "stage", &RoomPlan::stage},
                                             {"utgang", "exit", &RoomPlan::exit},
                                             {"exit", "exit", &RoomPlan::exit},
                                             {"kaffe", "coffee", &RoomPlan::coffee},
                                             {"coffee", "coffee", &RoomPlan::coffee},
                                             {"fonster", "window", &RoomPlan::window},
                                             {"window", "window", &RoomPlan::window}}};

// Nothing for a table's row.
const RoomRow *room_row(const std::string& word) {
    const std::string folded = fold_text(word);
    const auto found = std::find_if(room_rows.begin(), room_rows.end(),
                                    [&](const RoomRow& row) { return folded == row.word; });
    return found == room_rows.end() ? nullptr : &*found;
}

// Everybody who is registered and has that name or e-mail address.
std::vector<AttendeeId> find_registered(const EventState& state, const std::string& said) {
    std::vector<AttendeeId> found;
    const std::string folded = fold_text(said);
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() || is_cancelled(attendee)) continue;
        if (fold_text(attendee.full_name()) == folded ||
            fold_text(attendee.get(AttendeeField::email)) == folded) {
            found.push_back(id);
        }
    }
    return found;
}

class TableReader {
  public:
    TableReader(const ListSource& source, const EventState& state, TablePlan& plan)
        : state_(state), plan_(plan), list_(source, table_columns(), plan.problems) {}

    void read() {
        plan_.notes = list_.notes();
        if (!plan_.problems.empty()) return;
        // The room first, wherever it stands: the tables must be inside it.
        room_ = parse_room(state_.setting(SettingField::room));
        for (const HeadedRow& row : list_.rows()) read_room(row);
        for (const HeadedRow& row : list_.rows()) read_place_of_room(row);
        for (const HeadedRow& row : list_.rows()) read_table(row);
        add_room();
        if (!plan_.problems.empty()) plan_.bodies.clear();
    }

  private:
    // Nothing where there is none, and where it cannot be read: that is a problem already.
    std::optional<Spot> read_spot(const HeadedRow& row) {
        const std::string x = row.text(x_column);
        const std::string y = row.text(y_column);
        if (x.empty() && y.empty()) return std::nullopt;
        std::optional<Spot> spot = Spot{};
        for (const std::size_t column : {x_column, y_column}) {
            const std::string text = row.text(column);
            if (text.empty()) {
                list_.complain(row, column,
                               input_error({"A place needs both x and y, in metres."}));
                spot.reset();
                continue;
            }
            const auto metres = parse_metres(text);
            if (!metres) {
                list_.complain(
                    row, column,
                    input_error(
                        {"\"{}\" is not a number of metres from 0 to 300. Write it as 3.5."},
                        text));
                spot.reset();
            } else if (spot) {
                (column == x_column ? spot->across : spot->down) = *metres;
            }
        }
        return spot;
    }

    void read_room(const HeadedRow& row) {
        const RoomRow *kind = room_row(row.text(table_column));
        if (kind == nullptr || kind->place != &RoomPlan::size) return;
        if (!list_.is_first(row, kind->name)) return;
        const auto size = read_spot(row);
        room_.size = size;
        if (size && (size->across < 1 || size->down < 1)) {
            list_.complain(row, input_error({"A room is at least a metre wide and deep."}));
        }
    }

    void check_inside(const HeadedRow& row, const std::optional<Spot>& spot) {
        if (!spot || is_inside(*spot, room_)) return;
        list_.complain(
            row, input_error({"The place {} {} is outside the room, which is {} m wide and {} m "
                              "deep."},
                             write_metres(spot->across), write_metres(spot->down),
                             write_metres(room_.size->across), write_metres(room_.size->down)));
    }

    void read_place_of_room(const HeadedRow& row) {
        const RoomRow *kind = room_row(row.text(table_column));
        if (kind == nullptr || kind->place == &RoomPlan::size) return;
        if (!list_.is_first(row, kind->name)) return;
        const auto spot = read_spot(row);
        check_inside(row, spot);
        room_.*kind->place = spot;
    }

    // The id of whoever leads the table; nothing where nothing is said, "" where nobody is to.
    std::optional<std::string> read_facilitator(const HeadedRow& row) {
        const auto& said = row.at(facilitator_column);
        if (!said || said->empty()) return said;
        const std::vector<AttendeeId> found = find_registered(state_, *said);
        if (found.size() == 1) return to_string(found.front());
        if (found.empty()) {
            list_.complain(row, facilitator_column,
                           input_error({"Nobody called {} is registered. Import the people first, "
                                        "or check the spelling."},
                                       *said));
        } else {
            list_.complain(row, facilitator_column,
                           input_error({"{} people are called {}. Write the e-mail address "
                                        "instead."},
                                       found.size(), *said));
        }
        return std::nullopt;
    }

    // "Rullstol; hörslinga; arabiska".
    std::optional<std::string> read_offers(const HeadedRow& row) {
        const auto& said = row.at(offers_column);
        if (!said) return said;
        std::string offers;
        for (const std::string_view part : split_text(*said, ';')) {
            const std::string text = trim_text(part);
            if (text.empty() || says_nothing(text)) continue;
            const auto need = need_in_words(text);
            const std::string language = language_in_words(text);
            const bool is_language =
                language.size() >= 2 && language.size() <= 3 && language != "sv";
            if (!need && !is_language) {
                list_.complain(row, offers_column,
                               input_error({"\"{}\" is not known. Write rullstol, tolk, hörslinga "
                                            "or a language, with semicolons between them."},
                                           text));
                return std::nullopt;
            }
            offers += (offers.empty() ? "" : "\n") + need.value_or("language " + language);
        }
        return offers;
    }

    void read_table(const HeadedRow& row) {
        const std::string text = row.text(table_column);
        if (room_row(text) != nullptr) return;
        const auto group = whole_number(text, most_tables);
        if (!group) {
            return list_.complain(row, table_column,
                                  input_error({"\"{}\" is not a table. Write its number, or one of "
                                               "rum, ingång, utgång, scen, "
                                               "kaffe and fönster."},
                                              text));
        }
        if (!list_.is_first(row, std::to_string(*group))) return;
        const auto spot = read_spot(row);
        check_inside(row, spot);
        if (const std::string seats = row.text(table_seats_column);
            !seats.empty() && !whole_number(seats, most_tables)) {
            list_.complain(row, table_seats_column,
                           input_error({"\"{}\" is not a number of seats."}, seats));
        }
        for (const auto& [column, longest] : {std::pair{table_name_column, FieldLimits::table_name},
                                              {place_column, FieldLimits::table_place}}) {
            auto problem = check_length(row.text(column), longest);
            if (problem) list_.complain(row, column, std::move(*problem));
        }
        FieldSetter<GroupField> fields;
        const auto present = state_.groups().find(*group);
        const auto take = [&](GroupField field, const std::optional<std::string>& value) {
            if (!value) return;
            const bool is_known = present != state_.groups().end();
            if (*value != (is_known ? present->second.get(field) : "")) fields.set(field, *value);
        };
        const LatestFields *known = present == state_.groups().end() ? nullptr : &present->second;
        take_words(fields, row, {table_name_column, GroupField::name, FieldLimits::table_name},
                   known);
        take_words(fields, row, {place_column, GroupField::place, FieldLimits::table_place}, known);
        take(GroupField::capacity, row.at(table_seats_column));
        take(GroupField::facilitator, read_facilitator(row));
        take(GroupField::offers, read_offers(row));
        if (row.at(x_column) || row.at(y_column)) {
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

    struct WordsColumn {
        std::size_t column;
        GroupField field;
        std::size_t longest;
    };
    // What the list has no column for stays as long as the words do that it translates.
    void take_words(FieldSetter<GroupField>& fields, const HeadedRow& row, const WordsColumn& words,
                    const LatestFields *known) {
        const std::string before = known != nullptr ? known->get(words.field) : "";
        const std::string text = row.at(words.column).value_or(before);
        const bool stays = known != nullptr && text == before;
        const Translations said = list_.translations(
            row, words.column, text, stays ? known->translations(words.field) : Translations(),
            words.longest);
        set_changed_words(fields, words.field, text, said, known);
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
    HeadedList list_;
    RoomPlan room_;
};

}  // namespace

TablePlan plan_tables(const ListSource& source, const EventState& state) {
    TablePlan plan;
    TableReader(source, state, plan).read();
    return plan;
}

}  // namespace stormote
