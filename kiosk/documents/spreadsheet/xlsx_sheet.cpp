#include "kiosk/documents/spreadsheet/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include <xlsxwriter.h>

#include "kiosk/documents/spreadsheet/sheet_text.h"
#include "kiosk/lists/corrections.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

// What Excel calls widths: letters of the usual size, beside a margin.
constexpr double least_width = 9;
constexpr double widest = 60;
constexpr double letter_width = 1.1;
// In points, as all heights.
constexpr double line_height = 15;
constexpr double highest_row = 409;
constexpr std::size_t longest_styled_text = 255;
// Whole numbers beyond are not exact in a spreadsheet, whose numbers have 15 digits.
constexpr std::int64_t largest_exact = 999'999'999'999'999;
constexpr int first_year = 1900;

lxw_row_t row_of(std::size_t row) {
    return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(std::size_t column) {
    return static_cast<lxw_col_t>(column);
}

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    // "007" is no number to anybody who wrote it.
    return std::to_string(number) == text ? std::optional(number) : std::nullopt;
}

int digits_of(const std::string& text, std::size_t at, std::size_t count) {
    int number = 0;
    std::from_chars(text.data() + at, text.data() + at + count, number);
    return number;
}

// Nothing where a spreadsheet knows no such day.
std::optional<lxw_datetime> spreadsheet_time(const std::string& text) {
    if (!is_date(text) && !is_local_time(text)) return std::nullopt;
    lxw_datetime time{};
    time.year = digits_of(text, 0, 4);
    time.month = digits_of(text, 5, 2);
    time.day = digits_of(text, 8, 2);
    if (time.year < first_year) return std::nullopt;
    if (is_date(text)) return time;
    time.hour = digits_of(text, 11, 2);
    time.min = digits_of(text, 14, 2);
    return time;
}

lxw_format *new_style(lxw_workbook& workbook, const char *number_format) {
    lxw_format *style = workbook_add_format(&workbook);
    format_set_align(style, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(style, number_format);
    return style;
}

lxw_format *new_text_style(lxw_workbook& workbook, const char *number_format) {
    lxw_format *style = new_style(workbook, number_format);
    format_set_text_wrap(style);
    return style;
}

constexpr lxw_color_t heading_colour = 0xE3ECEF;
constexpr double title_size = 16;

}  // namespace

XlsxStyles::XlsxStyles(lxw_workbook& workbook)
    : title(new_text_style(workbook, "General")),
      heading(new_text_style(workbook, "General")),
      label(new_text_style(workbook, "General")),
      text(new_text_style(workbook, "@")),
      long_text(new_text_style(workbook, "General")),
      number(new_style(workbook, "0")),
      date(new_style(workbook, "yyyy-mm-dd")),
      moment(new_style(workbook, "yyyy-mm-dd hh:mm")) {
    // Dates stand under their headings, figures apart from what is beside them.
    format_set_align(date, LXW_ALIGN_LEFT);
    format_set_align(moment, LXW_ALIGN_LEFT);
    format_set_align(number, LXW_ALIGN_RIGHT);
    format_set_indent(number, 1);
    format_set_bold(title);
    format_set_font_size(title, title_size);
    format_set_bold(label);
    format_set_bold(heading);
    format_set_bg_color(heading, heading_colour);
    format_set_bottom(heading, LXW_BORDER_THIN);
}

XlsxSheet::XlsxSheet(lxw_workbook& workbook, const std::string& name, const XlsxStyles& styles,
                     XlsxTally& tally, const Texts& texts)
    : name_(name),
      sheet_(workbook_add_worksheet(&workbook, name.c_str())),
      styles_(styles),
      tally_(tally),
      texts_(texts) {
    if (sheet_ == nullptr) {
        throw MachineFailure(machine_error({"A spreadsheet cannot have a sheet {}."}, name));
    }
    if (texts.reads_from_right()) worksheet_right_to_left(sheet_);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
}

void XlsxSheet::note_width(std::size_t row, std::size_t column, std::string_view text) {
    if (widths_.size() <= column) widths_.resize(column + 1);
    std::vector<std::size_t> lines;
    for (const std::string_view line : split_text(text, '\n')) {
        lines.push_back(count_code_points(line));
        widths_[column] = std::max(widths_[column], lines.back());
    }
    const bool is_short =
        lines.size() == 1 && static_cast<double>(lines.front()) * letter_width < widest;
    if (!is_short) long_texts_.push_back({row, column, std::move(lines)});
}

void XlsxSheet::write_text(std::size_t row, std::size_t column, std::string_view text,
                           lxw_format *style) {
    if (text.empty()) return;
    const SheetCellText cell = sheet_cell_text(text, texts_);
    worksheet_write_string(sheet_, row_of(row), column_of(column), cell.text.c_str(), style);
    ++tally_.content.cells;
    if (tally_.texts.insert(cell.text).second) tally_.content.text_bytes += cell.text.size();
    note_width(row, column, cell.text);
    if (!cell.is_cut) return;
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> place{};
    lxw_rowcol_to_cell(place.data(), row_of(row), column_of(column));
    tally_.cut.push_back(name_ + " " + place.data());
}

void XlsxSheet::write_time(std::size_t row, std::size_t column, const std::string& text) {
    auto time = spreadsheet_time(text);
    if (!time) return write_text(row, column, text, styles_.text);
    worksheet_write_datetime(sheet_, row_of(row), column_of(column), &*time,
                             is_date(text) ? styles_.date : styles_.moment);
    ++tally_.content.cells;
    note_width(row, column, text);
}

void XlsxSheet::write_number(std::size_t row, std::size_t column, std::int64_t number) {
    if (number > largest_exact || number < -largest_exact) {
        return write_text(row, column, std::to_string(number), styles_.text);
    }
    worksheet_write_number(sheet_, row_of(row), column_of(column), static_cast<double>(number),
                           styles_.number);
    ++tally_.content.cells;
    note_width(row, column, std::to_string(number));
}

void XlsxSheet::write_as(std::size_t row, std::size_t column, const std::string& text,
                         ColumnTexts kind) {
    switch (kind) {
        case ColumnTexts::dates:
            return write_time(row, column, text);
        case ColumnTexts::numbers:
            if (const auto number = parse_number<std::int64_t>(text)) {
                return write_number(row, column, *number);
            }
            break;
        case ColumnTexts::sectors:
            return write_as(row, column, sector_text(text, texts_), ColumnTexts::words);
        case ColumnTexts::languages:
            if (const auto name = language_name(text)) {
                return write_as(row, column, texts_.get(*name), ColumnTexts::words);
            }
            break;
        case ColumnTexts::words:
            break;
    }
    const bool is_long = count_utf16_units(text) > longest_styled_text;
    write_text(row, column, text, is_long ? styles_.long_text : styles_.text);
}

void XlsxSheet::write(std::size_t row, std::size_t column, const Cell& cell, ColumnTexts kind) {
    std::visit(
        Match{[](std::monostate) {},
              [&](const std::string& text) { write_as(row, column, text, kind); },
              [&](std::int64_t number) { write_number(row, column, number); },
              [&](Instant instant) { write_time(row, column, local_time_of(instant.wall_ms)); },
              [&](const Word& word) {
                  write_as(row, column, texts_.get(word.shown), ColumnTexts::words);
              }},
        cell);
}

void XlsxSheet::fit_column(std::size_t column, double least) {
    const double letters = column < widths_.size() ? static_cast<double>(widths_[column]) : 0;
    const double width =
        std::clamp(letters * letter_width + 1, std::max(least, least_width), widest);
    worksheet_set_column(sheet_, column_of(column), column_of(column), width, nullptr);
    if (fitted_.size() <= column) fitted_.resize(column + 1, least_width);
    fitted_[column] = width;
}

void XlsxSheet::fit_rows() {
    std::map<std::size_t, double> heights;
    for (const LongText& text : long_texts_) {
        double lines = 0;
        for (const std::size_t letters : text.lines) {
            // Words that do not fit leave the rest of a line empty.
            const double share = static_cast<double>(letters) * letter_width / fitted_[text.column];
            lines += std::max(1.0, std::ceil(share));
        }
        double& height = heights[text.row];
        height = std::min(highest_row, std::max(height, lines * line_height));
    }
    for (const auto& [row, height] : heights) {
        if (height > line_height) worksheet_set_row(sheet_, row_of(row), height, nullptr);
    }
}

}  // namespace stormote
