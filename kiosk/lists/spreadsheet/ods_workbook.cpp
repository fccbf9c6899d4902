// ODS: all sheets in one part, rows and cells that are alike written once with how often.
#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "kiosk/lists/spreadsheet/sheet_values.h"
#include "kiosk/lists/spreadsheet/workbook_formats.h"
#include "kiosk/lists/spreadsheet/xml_events.h"

namespace stormote {

namespace {

// Of a sheet; what stands beyond them is empty.
constexpr std::size_t most_columns = 2'000'000;

std::size_t repeats(const XmlAttributes& attributes, std::string_view name) {
    const std::string_view text = attributes.get(name);
    std::size_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    // More than any sheet has, and little enough to count on with.
    return std::clamp<std::size_t>(number, 1, most_columns);
}

// content.xml.
class ContentPart final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "annotation") ++annotation_;
        if (annotation_ > 0) return;
        if (name == "style") {
            style_ = attributes.get("name");
        } else if (name == "table-properties" && attributes.get("display") == "false") {
            hidden_styles_.insert(style_);
        } else if (name == "table") {
            Sheet& sheet = workbook.sheets.emplace_back();
            sheet.name = attributes.get("name");
            sheet.is_hidden = hidden_styles_.contains(std::string(attributes.get("style-name")));
            next_row_ = 1;
        } else if (name == "table-row") {
            row_ = {};
            row_.number = next_row_;
            const std::string_view visibility = attributes.get("visibility");
            row_.is_hidden = visibility == "collapse" || visibility == "filter";
            row_repeats_ = repeats(attributes, "number-rows-repeated");
            next_row_ += row_repeats_;
            next_column_ = 0;
            row_bytes_ = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            start_cell(attributes);
        } else if (is_in_cell_) {
            start_text(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (name == "annotation") --annotation_;
        if (annotation_ > 0) return;
        if (name == "table-cell" || name == "covered-table-cell") end_cell();
        if (name == "p") is_in_paragraph_ = false;
        if (name == "table-row") end_row();
    }

    void text(std::string_view part) override {
        if (is_in_paragraph_ && annotation_ == 0) text_ += part;
    }

    [[nodiscard]] bool is_done() const override { return problem.has_value(); }

    Workbook workbook;
    std::optional<Error> problem;

  private:
    void start_cell(const XmlAttributes& attributes) {
        is_in_cell_ = true;
        text_.clear();
        has_paragraph_ = false;
        type_ = attributes.get("value-type");
        value_ = attributes.get(type_ == "date"      ? "date-value"
                                : type_ == "time"    ? "time-value"
                                : type_ == "boolean" ? "boolean-value"
                                                     : "value");
        cell_repeats_ = repeats(attributes, "number-columns-repeated");
        rows_spanned_ = repeats(attributes, "number-rows-spanned");
    }

    void start_text(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p") {
            if (has_paragraph_) text_ += '\n';
            has_paragraph_ = is_in_paragraph_ = true;
        } else if (name == "s") {
            text_.append(std::min<std::size_t>(repeats(attributes, "c"), 1000), ' ');
        } else if (name == "tab") {
            text_ += '\t';
        } else if (name == "line-break") {
            text_ += '\n';
        }
    }

    [[nodiscard]] std::string text_of_cell() const {
        if (type_ == "date") return date_of_text(value_);
        if (type_ == "time") return time_of_duration(value_);
        if (type_ == "boolean") return value_ == "true" ? "ja" : "nej";
        const bool is_number = type_ == "float" || type_ == "currency" || type_ == "percentage";
        return is_number ? number_as_written(value_) : text_;
    }

    void end_cell() {
        is_in_cell_ = false;
        const std::size_t column = next_column_;
        next_column_ = std::min(column + cell_repeats_, 2 * most_columns);
        std::string text = text_of_cell();
        if (text.empty() || workbook.sheets.empty()) return;
        if (column + cell_repeats_ > most_sheet_cells) {
            if (!problem) problem = too_many_cells(workbook.sheets.back().name, row_.number);
            return;
        }
        if (!budget_.take(text.size(), cell_repeats_)) {
            if (!problem) problem = too_much_text(workbook.sheets.back().name);
            return;
        }
        row_bytes_ += text.size() * cell_repeats_;
        row_.cells.resize(std::max(row_.cells.size(), column + cell_repeats_));
        for (std::size_t i = 0; i < cell_repeats_; ++i) row_.cells[column + i] = text;
        if (rows_spanned_ > 1 && rows_spanned_ <= most_merged_rows) {
            merged_.push_back({column, row_.number, row_.number + rows_spanned_ - 1, text});
        }
    }

    void end_row() {
        if (workbook.sheets.empty()) return;
        spread_merged();
        if (row_.cells.empty()) return;
        Sheet& sheet = workbook.sheets.back();
        if (sheet.rows.size() + row_repeats_ > most_sheet_rows) {
            if (!problem) problem = too_many_rows(sheet.name);
            return;
        }
        // The first was counted with its cells.
        if (!budget_.take(row_bytes_ + row_.cells.size() * sizeof(std::string), row_repeats_ - 1)) {
            if (!problem) problem = too_much_text(sheet.name);
            return;
        }
        for (std::size_t i = 0; i < row_repeats_; ++i) {
            sheet.rows.push_back(row_);
            ++row_.number;
        }
    }

    // A heading that reaches over several rows stands on each of them.
    void spread_merged() {
        for (const Merged& merged : merged_) {
            if (row_.number <= merged.first_row || row_.number > merged.last_row) continue;
            if (row_.cells.size() <= merged.column) row_.cells.resize(merged.column + 1);
            if (row_.cells[merged.column].empty()) row_.cells[merged.column] = merged.text;
        }
        std::erase_if(merged_, [this](const Merged& merged) {
            return row_.number >= merged.last_row || row_.number < merged.first_row;
        });
    }

    static constexpr std::size_t most_merged_rows = 10;
    struct Merged {
        std::size_t column = 0;
        std::size_t first_row = 0;
        std::size_t last_row = 0;
        std::string text;
    };

    std::string style_;
    std::set<std::string> hidden_styles_;
    SheetRow row_;
    std::size_t next_row_ = 1;
    CellBudget budget_;
    std::size_t row_bytes_ = 0;  // of the texts in this row
    std::size_t row_repeats_ = 1;
    std::size_t next_column_ = 0;
    std::string type_;
    std::string value_;
    std::string text_;
    std::size_t cell_repeats_ = 1;
    std::size_t rows_spanned_ = 1;
    bool is_in_cell_ = false;
    bool is_in_paragraph_ = false;
    bool has_paragraph_ = false;
    int annotation_ = 0;
    std::vector<Merged> merged_;
};

}  // namespace

Result<Workbook> read_ods(ZipArchive& archive) {
    const auto bytes = archive.read("content.xml");
    if (!bytes) return bytes.error();
    ContentPart content;
    const auto read = read_xml(*bytes, content);
    if (content.problem) return *content.problem;
    if (!read) return read.error();
    if (content.workbook.sheets.empty()) {
        return input_error({"The file is not a spreadsheet. Save the list as .xlsx, .ods or CSV."});
    }
    return std::move(content.workbook);
}

}  // namespace stormote
