// XLSX: the parts that name sheets, share texts and style dates, and then each sheet's cells.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "kiosk/lists/spreadsheet/sheet_values.h"
#include "kiosk/lists/spreadsheet/workbook_formats.h"
#include "kiosk/lists/spreadsheet/xml_events.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

std::optional<std::size_t> parse_count(std::string_view text) {
    std::size_t number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

// Column from 0 and row from 1 of "B7".
struct CellPlace {
    std::size_t column = 0;
    std::size_t row = 0;
};
std::optional<CellPlace> parse_place(std::string_view reference) {
    CellPlace place;
    std::size_t i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 4; ++i) {
        place.column = place.column * 26 + static_cast<std::size_t>(reference[i] - 'A' + 1);
    }
    const auto row = parse_count(reference.substr(i));
    if (i == 0 || !row || *row == 0) return std::nullopt;
    --place.column;
    place.row = *row;
    return place;
}

// The character of an escape "_x0041_" (ECMA-376, ST_Xstring) at the beginning of a text.
std::optional<char32_t> escaped_character(std::string_view text) {
    constexpr std::size_t digits = 4;
    if (!text.starts_with("_x") || text.size() < digits + 3 || text[digits + 2] != '_') {
        return std::nullopt;
    }
    std::uint32_t number = 0;
    const char *end = text.data() + 2 + digits;
    const auto read = std::from_chars(text.data() + 2, end, number, 16);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return static_cast<char32_t>(number);
}

// Excel escapes control characters, a carriage return in front of a line feed among them, and what
// only looks like an escape: "_x005F_x0041_". Other control characters stay as they are written.
std::string without_escapes(std::string text) {
    if (text.find("_x") == std::string::npos) return text;
    constexpr std::size_t escape_size = 7;
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = escaped_character(std::string_view(text).substr(at));
        if (!character || (*character < U' ' && *character != U'\r')) {
            plain += text[at++];
            continue;
        }
        if (*character != U'\r') append_utf8(plain, *character);
        at += escape_size;
    }
    return plain;
}

struct NamedSheet {
    std::string name;
    std::string relation;
    bool is_hidden = false;
};

// xl/workbook.xml.
class WorkbookPart final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            const std::string_view state = attributes.get("state");
            sheets.push_back({std::string(attributes.get("name")),
                              std::string(attributes.get("id")),
                              state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr" && attributes.is_true("date1904")) {
            epoch = SheetEpoch::macintosh;
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*part*/) override {}

    std::vector<NamedSheet> sheets;
    SheetEpoch epoch = SheetEpoch::windows;
};

// A part's relations: targets by their ids, and by the last word of their types.
class RelationsPart final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        const std::string target(attributes.get("Target"));
        by_id.emplace(attributes.get("Id"), target);
        const std::string_view type = attributes.get("Type");
        by_type.emplace(type.substr(type.rfind('/') + 1), target);
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*part*/) override {}

    std::map<std::string, std::string, std::less<>> by_id;
    std::map<std::string, std::string, std::less<>> by_type;
};

// xl/sharedStrings.xml. Rich text is put together; how it is read aloud in Japanese is left out.
class SharedTexts final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
        if (name == "si") texts.emplace_back();
        if (name == "rPh") ++phonetic_;
        if (name == "t") is_in_text_ = phonetic_ == 0;
    }
    void end(std::string_view name) override {
        if (name == "rPh") --phonetic_;
        if (name == "t") is_in_text_ = false;
        if (name == "si" && !texts.empty()) texts.back() = without_escapes(std::move(texts.back()));
    }
    void text(std::string_view part) override {
        if (is_in_text_ && !texts.empty()) texts.back() += part;
    }

    std::vector<std::string> texts;

  private:
    int phonetic_ = 0;
    bool is_in_text_ = false;
};

// xl/styles.xml: which of the cells' styles show dates.
class Styles final : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            const auto id = parse_count(attributes.get("numFmtId"));
            if (id && is_date_format(attributes.get("formatCode"))) date_formats_.insert(*id);
        } else if (name == "cellXfs") {
            is_in_cells_ = true;
        } else if (name == "xf" && is_in_cells_) {
            const auto id = parse_count(attributes.get("numFmtId")).value_or(0);
            dates.push_back(date_formats_.contains(id) ||
                            (id < 1'000 && is_date_format(static_cast<int>(id))));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") is_in_cells_ = false;
    }
    void text(std::string_view /*part*/) override {}

    std::vector<bool> dates;

  private:
    std::set<std::size_t> date_formats_;
    bool is_in_cells_ = false;
};

struct SharedParts {
    std::vector<std::string> texts;
    std::vector<bool> dates;
    SheetEpoch epoch = SheetEpoch::windows;
};

// xl/worksheets/sheet1.xml.
class SheetPart final : public XmlHandler {
  public:
    SheetPart(Sheet& sheet, const SharedParts& shared, CellBudget& budget)
        : sheet_(sheet), shared_(shared), budget_(budget) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "c") {
            start_cell(attributes);
        } else if (name == "v" || name == "t") {
            is_in_value_ = phonetic_ == 0;
        } else if (name == "row") {
            const std::size_t usual_width =
                sheet_.rows.empty() ? 0 : sheet_.rows.back().cells.size();
            row_ = {};
            row_.cells.reserve(usual_width);
            row_.number = parse_count(attributes.get("r")).value_or(0);
            // Rows come in their order, whatever a file says.
            if (row_.number <= last_row_) row_.number = last_row_ + 1;
            row_.is_hidden = attributes.is_true("hidden");
            last_row_ = row_.number;
            next_column_ = 0;
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "mergeCell") {
            read_merged(attributes.get("ref"));
        }
    }

    void end(std::string_view name) override {
        if (name == "v" || name == "t") {
            is_in_value_ = false;
        } else if (name == "c") {
            if (!value_.empty()) add_cell();
        } else if (name == "rPh") {
            --phonetic_;
        } else if (name == "row" && !row_.cells.empty()) {
            if (sheet_.rows.size() == most_sheet_rows && !problem) {
                problem = too_many_rows(sheet_.name);
            }
            if (!problem) sheet_.rows.push_back(std::move(row_));
        }
    }

    void text(std::string_view part) override {
        if (is_in_value_) value_ += part;
    }

    [[nodiscard]] bool is_done() const override { return problem.has_value(); }

    // A heading that reaches over several rows stands on each of them.
    void spread_merged() {
        for (const auto& [from, last_row] : merged_) {
            const auto first = find_row(from.row);
            if (first == sheet_.rows.end() || first->number != from.row) continue;
            if (from.column >= first->cells.size()) continue;
            const std::string value = first->cells[from.column];
            for (auto row = first + 1; row != sheet_.rows.end() && row->number <= last_row; ++row) {
                if (row->cells.size() <= from.column) row->cells.resize(from.column + 1);
                if (row->cells[from.column].empty()) row->cells[from.column] = value;
            }
        }
    }

    std::optional<Error> problem;

  private:
    static constexpr std::size_t most_merged_rows = 10;

    std::vector<SheetRow>::iterator find_row(std::size_t number) {
        return std::lower_bound(
            sheet_.rows.begin(), sheet_.rows.end(), number,
            [](const SheetRow& row, std::size_t wanted) { return row.number < wanted; });
    }

    // The one element that there are many of: its attributes are looked at once.
    void start_cell(const XmlAttributes& attributes) {
        column_ = next_column_;
        type_.clear();
        style_ = 0;
        value_.clear();
        attributes.for_each([this](std::string_view name, std::string_view value) {
            if (name == "r") {
                if (const auto place = parse_place(value)) column_ = place->column;
            } else if (name == "t") {
                type_ = value;
            } else if (name == "s") {
                style_ = parse_count(value).value_or(0);
            }
        });
        next_column_ = column_ + 1;
    }

    void read_merged(std::string_view reference) {
        const auto colon = reference.find(':');
        if (colon == std::string_view::npos) return;
        const auto from = parse_place(reference.substr(0, colon));
        const auto to = parse_place(reference.substr(colon + 1));
        if (!from || !to || to->row <= from->row) return;
        if (to->row - from->row < most_merged_rows) merged_.emplace_back(*from, to->row);
    }

    void add_cell() {
        std::string text = text_of_cell();
        if (text.empty()) return;
        if (column_ >= most_sheet_cells) {
            if (!problem) problem = too_many_cells(sheet_.name, row_.number);
            return;
        }
        if (!budget_.take(text.size())) {
            if (!problem) problem = too_much_text(sheet_.name);
            return;
        }
        if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
        row_.cells[column_] = std::move(text);
    }

    [[nodiscard]] std::string text_of_cell() const {
        if (type_ == "s") {
            const auto index = parse_count(value_);
            return index && *index < shared_.texts.size() ? shared_.texts[*index] : "";
        }
        if (type_ == "b") return value_ == "1" ? "ja" : "nej";
        if (type_ == "d") return date_of_text(value_);
        if (type_ == "inlineStr" || type_ == "str" || type_ == "e") return without_escapes(value_);
        const bool is_date = style_ < shared_.dates.size() && shared_.dates[style_];
        return is_date ? date_of_serial(value_, shared_.epoch) : number_as_written(value_);
    }

    Sheet& sheet_;
    const SharedParts& shared_;
    CellBudget& budget_;
    SheetRow row_;
    std::size_t last_row_ = 0;
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;
    std::size_t style_ = 0;
    std::string value_;
    bool is_in_value_ = false;
    int phonetic_ = 0;
    std::vector<std::pair<CellPlace, std::size_t>> merged_;  // and their last rows
};

// A part that another one names, beside that one: "worksheets/sheet1.xml" or "/xl/worksheets/…".
std::string path_of(const std::string& folder, const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : folder + target;
}

Result<> read_part(ZipArchive& archive, const std::string& path, XmlHandler& handler) {
    const auto bytes = archive.read(path);
    if (!bytes) return bytes.error();
    return read_xml(*bytes, handler);
}

Result<> read_optional(ZipArchive& archive, const RelationsPart& relations,
                       const std::string& folder, const char *type, XmlHandler& handler) {
    const auto target = relations.by_type.find(type);
    if (target == relations.by_type.end()) return Done{};
    const std::string path = path_of(folder, target->second);
    return archive.contains(path) ? read_part(archive, path, handler) : Result<>(Done{});
}

}  // namespace

Result<Workbook> read_xlsx(ZipArchive& archive) {
    RelationsPart package;
    if (auto read = read_part(archive, "_rels/.rels", package); !read) return read.error();
    const auto main = package.by_type.find("officeDocument");
    const std::string path =
        main == package.by_type.end() ? "xl/workbook.xml" : path_of("", main->second);
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    WorkbookPart workbook;
    if (!archive.contains(path)) {
        return input_error({"The file is not a spreadsheet. Save the list as .xlsx, .ods or CSV."});
    }
    if (auto read = read_part(archive, path, workbook); !read) return read.error();
    RelationsPart relations;
    const std::string relations_path = folder + "_rels/" + path.substr(folder.size()) + ".rels";
    if (auto read = read_part(archive, relations_path, relations); !read) return read.error();
    SharedTexts texts;
    if (auto read = read_optional(archive, relations, folder, "sharedStrings", texts); !read) {
        return read.error();
    }
    Styles styles;
    if (auto read = read_optional(archive, relations, folder, "styles", styles); !read) {
        return read.error();
    }
    const SharedParts shared{std::move(texts.texts), std::move(styles.dates), workbook.epoch};
    Workbook read_sheets;
    CellBudget budget;
    for (const NamedSheet& named : workbook.sheets) {
        const auto target = relations.by_id.find(named.relation);
        // A chart has a sheet of its own, and no cells.
        if (target == relations.by_id.end() ||
            target->second.find("worksheets/") == std::string::npos) {
            continue;
        }
        Sheet& sheet = read_sheets.sheets.emplace_back();
        sheet.name = named.name;
        sheet.is_hidden = named.is_hidden;
        SheetPart part(sheet, shared, budget);
        const auto read = read_part(archive, path_of(folder, target->second), part);
        if (part.problem) return *part.problem;
        if (!read) return read.error();
        part.spread_merged();
    }
    return read_sheets;
}

}  // namespace stormote
