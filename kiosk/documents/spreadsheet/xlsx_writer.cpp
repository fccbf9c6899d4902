#include "kiosk/documents/spreadsheet/xlsx_writer.h"

#include <algorithm>
#include <set>

#include <xlsxwriter.h>

#include "kiosk/documents/spreadsheet/sheet_text.h"
#include "kiosk/documents/spreadsheet/xlsx_sheet.h"
#include "sync/base/text_folding.h"
#include "sync/base/version.h"
#include "sync/report/event_date.h"

namespace stormote {

namespace {

constexpr std::size_t most_rows = 1'048'575;  // below the headings
constexpr std::size_t most_sheets = 5'000;    // more than anybody can leaf through
constexpr double filter_width = 4;            // the arrow in a heading
constexpr std::size_t longest_footer_part = 80;
constexpr std::int64_t seconds_at_1980 = 315'532'800;
constexpr std::size_t rows_of_chart = 22;
constexpr double chart_scale = 1.4;
constexpr lxw_color_t chart_colour = 0x0B5563;

// Up to here each whole number has a line of its own.
constexpr std::int64_t few = 10;
constexpr std::uint16_t chart_gap_percent = 60;

std::int64_t largest_of(const Table& table, std::size_t column) {
    std::int64_t largest = 0;
    for (const auto& row : table.rows) {
        const auto *number = std::get_if<std::int64_t>(&row[column]);
        if (number != nullptr) largest = std::max(largest, *number);
    }
    return largest;
}

// A package has no time before 1980.
std::int64_t dated_seconds(const EventState& state) {
    return std::max(event_date_ms(state).value_or(0) / 1'000, seconds_at_1980);
}

class XlsxWriter {
  public:
    XlsxWriter(lxw_workbook& workbook, const WorkbookSubject& subject, const Texts& texts)
        : workbook_(workbook), subject_(subject), texts_(texts), styles_(workbook) {
        title_ = texts.get(subject.title);
        event_ = subject.state.setting(SettingField::name);
        set_properties();
    }

    void add(const TableSheet& wanted) {
        const std::string number = std::to_string(sheets_.size() + 1);
        XlsxSheet sheet = new_sheet(wanted.name, texts_.get({"Sheet {}"}, number));
        const Table& table = wanted.table;
        write_headings(sheet, table);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (std::size_t column = 0; column < table.columns.size(); ++column) {
                sheet.write(row + 1, column, table.rows[row][column], table.columns[column].texts);
            }
        }
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            sheet.fit_column(column, static_cast<double>(heading_widths_[column]) + filter_width);
        }
        sheet.fit_rows();
        for (std::size_t i = 0; i < wanted.charts.size(); ++i) add_chart(sheet, wanted, i);
        sheets_.emplace_back(sheet.name(), &table);
    }

    void add_description() {
        XlsxSheet sheet = new_sheet(texts_.get({"About this file"}), "About");
        worksheet_set_portrait(sheet.sheet());
        constexpr double title_height = 24;
        worksheet_set_row(sheet.sheet(), 0, title_height, nullptr);
        sheet.write_text(0, 0, sheet_line(title_, longest_property), styles_.title);
        row_ = 2;
        tell(sheet, {"Contents"}, texts_.get(subject_.contents));
        tell_event(sheet);
        tell(sheet, {"Rows"}, std::to_string(sheets_.front().second->rows.size()));
        tell(sheet, {"Sheets"}, std::to_string(sheets_.size() + 1));
        for (const std::string& place : tally_.cut) {
            tell(sheet, {"Cut"},
                 texts_.get({"{}: the text is longer than the 32,767 characters that a spreadsheet "
                             "holds. The JSON of this export has all of it."},
                            place));
        }
        tell(sheet, {"Written by"}, "Stormöte " + std::string(project_version()));
        tell_columns(sheet);
        constexpr double label_width = 22;
        constexpr double value_width = 60;
        sheet.fit_column(0, label_width);
        sheet.fit_column(1, value_width);
        sheet.fit_rows();
    }

    [[nodiscard]] XlsxContent content() const { return tally_.content; }

  private:
    void set_properties() {
        std::string title =
            sheet_line(event_.empty() ? title_ : title_ + ": " + event_, longest_property);
        std::string publisher =
            sheet_line(subject_.state.setting(SettingField::municipality), longest_property);
        std::string program = "Stormöte";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = program.data();
        properties.company = publisher.data();
        properties.created = dated_seconds(subject_.state);
        workbook_set_properties(&workbook_, &properties);
    }

    XlsxSheet new_sheet(const std::string& wanted, const std::string& otherwise) {
        XlsxSheet sheet(workbook_, names_.add(wanted, otherwise), styles_, tally_, texts_);
        // In a footer "&" begins a command.
        std::string footer = "&L";
        for (const char c : sheet_line(title_ + ", " + event_, longest_footer_part)) {
            footer += c;
            if (c == '&') footer += c;
        }
        worksheet_set_footer(sheet.sheet(), (footer + "&R&P (&N)").c_str());
        return sheet;
    }

    void write_headings(XlsxSheet& sheet, const Table& table) {
        heading_widths_.clear();
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const std::string heading = texts_.get(table.columns[column].heading);
            sheet.write_text(0, column, heading, styles_.heading);
            heading_widths_.push_back(count_code_points(heading));
        }
        const auto last_row = static_cast<lxw_row_t>(table.rows.size());
        const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
        worksheet_freeze_panes(sheet.sheet(), 1, 0);
        worksheet_repeat_rows(sheet.sheet(), 0, 0);
        worksheet_autofilter(sheet.sheet(), 0, 0, last_row, last_column);
        // Telephone numbers and ids are texts on purpose.
        std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
        lxw_rowcol_to_range(range.data(), 0, 0, last_row, last_column);
        worksheet_ignore_errors(sheet.sheet(), LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.data());
    }

    void add_chart(const XlsxSheet& sheet, const TableSheet& of, std::size_t index) {
        if (of.table.rows.empty()) return;
        const SheetChart& wanted = of.charts[index];
        const bool is_lying = wanted.kind == ChartKind::bars;
        lxw_chart *chart =
            workbook_add_chart(&workbook_, is_lying ? LXW_CHART_BAR : LXW_CHART_COLUMN);
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        const auto last = static_cast<lxw_row_t>(of.table.rows.size());
        const auto labels = static_cast<lxw_col_t>(wanted.label_column);
        const auto values = static_cast<lxw_col_t>(wanted.value_column);
        chart_series_set_categories(series, sheet.name().c_str(), 1, labels, last, labels);
        chart_series_set_values(series, sheet.name().c_str(), 1, values, last, values);
        chart_series_set_name(series, wanted.value_name.c_str());
        chart_series_set_labels(series);
        lxw_chart_fill fill{};
        fill.color = chart_colour;
        chart_series_set_fill(series, &fill);
        chart_title_set_name(chart, wanted.title.c_str());
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        lxw_chart_axis *label_axis = is_lying ? chart->y_axis : chart->x_axis;
        lxw_chart_axis *value_axis = is_lying ? chart->x_axis : chart->y_axis;
        chart_axis_set_name(label_axis, wanted.label_name.c_str());
        chart_axis_set_name(value_axis, wanted.value_name.c_str());
        chart_axis_set_min(value_axis, 0);
        chart_axis_set_num_format(value_axis, "0");
        if (largest_of(of.table, wanted.value_column) <= few) {
            chart_axis_set_major_unit(value_axis, 1);
        }
        if (is_lying) {
            // The first row above, as in the table, and the figures still below.
            chart_axis_set_reverse(label_axis);
            chart_axis_set_crossing_max(label_axis);
        }
        chart_set_series_gap(chart, chart_gap_percent);
        std::string meaning = wanted.meaning;
        lxw_chart_options options{};
        options.description = meaning.data();
        options.x_scale = chart_scale;
        options.y_scale = chart_scale;
        worksheet_insert_chart_opt(sheet.sheet(), static_cast<lxw_row_t>(1 + index * rows_of_chart),
                                   static_cast<lxw_col_t>(of.table.columns.size() + 1), chart,
                                   &options);
    }

    // A line of the description; nothing where there is nothing to tell.
    void tell(XlsxSheet& sheet, Sentence label, const std::string& value,
              ColumnTexts kind = ColumnTexts::words) {
        if (value.empty()) return;
        sheet.write_text(row_, 0, texts_.get(label), styles_.label);
        sheet.write(row_++, 1, value, kind);
    }

    void tell_event(XlsxSheet& sheet) {
        const EventState& state = subject_.state;
        tell(sheet, {"Event"}, event_);
        tell(sheet, {"Starts"}, state.setting(SettingField::starts), ColumnTexts::dates);
        tell(sheet, {"Place"}, state.setting(SettingField::place));
        tell(sheet, {"Series"}, state.setting(SettingField::series));
        tell(sheet, {"Municipality"}, state.setting(SettingField::municipality));
    }

    // What a heading alone does not say, each once.
    void tell_columns(XlsxSheet& sheet) {
        std::set<std::string> told;
        for (const auto& [name, table] : sheets_) {
            for (const ReportColumn& column : table->columns) {
                if (std::string_view(column.meaning.english).empty()) continue;
                const std::string meaning = texts_.get(column.meaning);
                if (!told.insert(meaning).second) continue;
                if (told.size() == 1) {
                    sheet.write_text(++row_, 0, texts_.get({"Column"}), styles_.heading);
                    sheet.write_text(row_++, 1, texts_.get({"What it holds"}), styles_.heading);
                }
                tell(sheet, column.heading, meaning);
            }
        }
    }

    lxw_workbook& workbook_;
    const WorkbookSubject& subject_;
    const Texts& texts_;
    XlsxStyles styles_;
    XlsxTally tally_;
    SheetNames names_;
    std::string title_;
    std::string event_;
    std::vector<std::size_t> heading_widths_;
    std::vector<std::pair<std::string, const Table *>> sheets_;
    std::size_t row_ = 0;  // of the description
};

}  // namespace

Result<std::string> write_xlsx(const std::vector<TableSheet>& sheets,
                               const WorkbookSubject& subject, const Texts& texts) {
    const bool is_too_long = std::any_of(sheets.begin(), sheets.end(), [](const auto& sheet) {
        return sheet.table.rows.size() > most_rows;
    });
    if (is_too_long || sheets.size() > most_sheets) {
        return input_error({"{} is more than a spreadsheet can hold. Take another format."},
                           texts.get(subject.title));
    }
    return make_xlsx([&](lxw_workbook& workbook) {
        XlsxWriter writer(workbook, subject, texts);
        for (const TableSheet& sheet : sheets) writer.add(sheet);
        writer.add_description();
        return writer.content();
    });
}

}  // namespace stormote
