// Document: what a paper says, in the order in which it is read, whichever file it becomes: PDF,
// Word or Markdown. Each writer turns the same blocks into its own headings, lists and tables, so
// that a paper is composed once. Pure values, in the reader's language already; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sync/base/bytes.h"

namespace stormote {

struct Heading {
    int level = 1;  // 1 to 3; the document's title stands above them
    std::string text;

    bool operator==(const Heading&) const = default;
};

// Bytes of a text, from `begin` to before `end`, in bold: what stands on a button. Only a PDF shows
// them; of a text that cannot be drawn as it stands none are.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

enum class ParagraphStyle : std::uint8_t {
    body,
    lead,     // what the document or a part of it comes to, in larger letters
    aside,    // where something comes from, what is left out: in smaller letters
    command,  // what is typed into a computer as it stands
};

struct Paragraph {
    std::string text;
    ParagraphStyle style = ParagraphStyle::body;
    std::vector<TextRange> strong{};

    bool operator==(const Paragraph&) const = default;
};

// One item of a list, and what is said of it, as "Grupp 3, 19:42", behind it in smaller letters.
struct ListItem {
    std::string text;
    std::string source;
    std::vector<TextRange> strong{};

    bool operator==(const ListItem&) const = default;
};

struct BulletList {
    std::vector<ListItem> items;
    // 0: bullets. Else steps, numbered from there: pictures may stand between the items of one
    // list.
    int first_number = 0;

    bool operator==(const BulletList&) const = default;
};

enum class ColumnAlignment : std::uint8_t { start, end };

struct TableColumn {
    std::string heading;
    double share = 1;  // of the width, beside the shares of the others
    ColumnAlignment alignment = ColumnAlignment::start;

    bool operator==(const TableColumn&) const = default;
};

// Its headings are repeated on every page. The first column names the row where it is a header.
struct TextTable {
    std::string caption;  // read aloud before the table; may be empty
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;  // each as wide as the columns
    bool has_row_headers = false;

    bool operator==(const TextTable&) const = default;
};

struct Bar {
    std::string label;
    std::int64_t value = 0;
    std::string shown;  // the value in words: "12 (40 %)"

    bool operator==(const Bar&) const = default;
};

// Bars from the same line, the longest as wide as there is room for. Drawn as a picture where a
// file can hold one, with the meaning as its alternative text; a table elsewhere.
struct BarChart {
    std::string title;
    std::string meaning;  // what the picture shows, in a sentence or two, with its figures
    std::vector<Bar> bars;

    bool operator==(const BarChart&) const = default;
};

struct Figure {
    Bytes png{};
    std::string meaning{};  // what it shows, for who cannot see it
    std::string caption{};  // below it, in smaller letters; may be empty

    bool operator==(const Figure&) const = default;
};

// Pictures beside each other, all as wide. Drawn in a PDF; elsewhere what they show, in words.
struct FigureRow {
    std::vector<Figure> figures;

    bool operator==(const FigureRow&) const = default;
};

// The headings of levels 1 and 2 with their pages.
struct TableOfContents {
    std::string heading;

    bool operator==(const TableOfContents&) const = default;
};

struct PageBreak {
    bool operator==(const PageBreak&) const = default;
};

using Block = std::variant<Heading, Paragraph, BulletList, TextTable, BarChart, FigureRow,
                           TableOfContents, PageBreak>;

// A first page of its own: the title in large letters, the logo, and lines below.
struct TitlePage {
    std::string subtitle;
    std::vector<std::string> lines;  // date and place, who publishes it

    bool operator==(const TitlePage&) const = default;
};

enum class PageFit : std::uint8_t {
    as_many,  // as many as it takes
    one,      // a sheet: the room between its parts shrinks, as far as it can be read well
};

struct Document {
    std::string title;
    std::string language;   // of all its words: "sv"
    std::string publisher;  // the municipality; may be empty
    std::string footer;     // on every page, before the page number; may be empty
    // When what it says was so, in milliseconds since 1970 UTC: the event's end, not the clock's
    // time, so that the same record gives the same bytes.
    std::int64_t dated_ms = 0;
    std::optional<std::uint32_t> colour{};  // 0xRRGGBB, of the municipality
    Bytes logo_png{};                       // empty: none
    std::optional<TitlePage> title_page{};  // nothing: the title stands above the first block
    std::vector<Block> blocks{};
    PageFit pages = PageFit::as_many;

    bool operator==(const Document&) const = default;
};

}  // namespace stormote
