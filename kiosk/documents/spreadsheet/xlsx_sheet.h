// XlsxSheet: the cells of one sheet while it is written, and the styles that the sheets of one
// workbook share. One thread; borrows the workbook, its styles and the texts.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/documents/spreadsheet/xlsx_file.h"
#include "sync/report/table.h"

struct lxw_format;
struct lxw_worksheet;

namespace stormote {

struct XlsxStyles {
    explicit XlsxStyles(lxw_workbook& workbook);

    lxw_format *title;
    lxw_format *heading;
    lxw_format *label;
    lxw_format *text;       // kept as a text by who edits it
    lxw_format *long_text;  // Excel shows more than 255 letters of such a style as "####"
    lxw_format *number;
    lxw_format *date;
    lxw_format *moment;
};

// What all sheets of one file come to.
struct XlsxTally {
    XlsxContent content;
    std::set<std::string, std::less<>> texts;  // each once, as the file holds them
    std::vector<std::string> cut;              // "Notes F12": cells whose text was too long
};

class XlsxSheet {
  public:
    XlsxSheet(lxw_workbook& workbook, const std::string& name, const XlsxStyles& styles,
              XlsxTally& tally, const Texts& texts);

    // Rows and columns from 0. Nothing is written of an empty text.
    void write(std::size_t row, std::size_t column, const Cell& cell,
               ColumnTexts kind = ColumnTexts::words);
    void write_text(std::size_t row, std::size_t column, std::string_view text, lxw_format *style);
    // A local time, "2022-10-12T18:00", or a date; a text where it is neither.
    void write_time(std::size_t row, std::size_t column, const std::string& text);
    // By what was written, within limits; at least so wide.
    void fit_column(std::size_t column, double least);
    // As high as their texts, by the widths of their columns: Excel finds that out when it opens a
    // file, LibreOffice does not. After all columns.
    void fit_rows();

    [[nodiscard]] lxw_worksheet *sheet() const { return sheet_; }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    void write_as(std::size_t row, std::size_t column, const std::string& text, ColumnTexts kind);
    void write_number(std::size_t row, std::size_t column, std::int64_t number);
    void note_width(std::size_t row, std::size_t column, std::string_view text);

    std::string name_;
    lxw_worksheet *sheet_;
    const XlsxStyles& styles_;
    XlsxTally& tally_;
    const Texts& texts_;
    std::vector<std::size_t> widths_;  // of the longest line of each column, in letters
    // Texts that may take several lines, with the letters of each of theirs.
    struct LongText {
        std::size_t row = 0;
        std::size_t column = 0;
        std::vector<std::size_t> lines;
    };
    std::vector<LongText> long_texts_;
    std::vector<double> fitted_;  // the columns' widths
};

}  // namespace stormote
