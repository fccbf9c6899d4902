#include "kiosk/package/column_description.h"

#include <map>

#include "kiosk/package/xml_writer.h"

namespace stormote {

namespace {

std::string_view form_of(const Cell& cell, ColumnTexts texts) {
    if (std::holds_alternative<std::int64_t>(cell)) return "number";
    if (std::holds_alternative<Instant>(cell)) return "instant";
    if (std::holds_alternative<Word>(cell)) return "word";
    switch (texts) {
        case ColumnTexts::dates:
            return "date";
        case ColumnTexts::numbers:
            return "number";
        case ColumnTexts::languages:
            return "language";
        case ColumnTexts::words:
        case ColumnTexts::sectors:
            break;
    }
    return "text";
}

// Of the cells that hold something; of an empty column what its texts would be.
std::string_view form_of(const Table& table, std::size_t column) {
    std::string_view form;
    for (const auto& row : table.rows) {
        if (std::holds_alternative<std::monostate>(row[column])) continue;
        const std::string_view here = form_of(row[column], table.columns[column].texts);
        if (!form.empty() && form != here) return "text";
        form = here;
    }
    return form.empty() ? form_of(Cell(), table.columns[column].texts) : form;
}

// What JSON calls each word of the column, with what CSV calls it.
std::map<std::string, std::string> words_of(const Table& table, std::size_t column,
                                            const Texts& texts) {
    std::map<std::string, std::string> words;
    for (const auto& row : table.rows) {
        const auto *word = std::get_if<Word>(&row[column]);
        if (word != nullptr) words.emplace(word->code, texts.get(word->shown));
    }
    return words;
}

void describe(XmlWriter& xml, const Table& table, std::size_t column, const Texts& texts) {
    const ReportColumn& described = table.columns[column];
    const std::string heading = texts.get(described.heading);
    xml.open("column",
             {{"key", described.key}, {"heading", heading}, {"form", form_of(table, column)}});
    const std::string_view meaning = described.meaning.english;
    if (!meaning.empty()) xml.text("meaning", texts.get(described.meaning));
    for (const auto& [code, shown] : words_of(table, column, texts)) {
        xml.text("word", shown, {{"code", code}});
    }
    xml.close();
}

}  // namespace

std::string describe_columns(const std::vector<DescribedTable>& tables, const Texts& texts) {
    XmlWriter xml;
    xml.open("tables", {{"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                        {"xsi:noNamespaceSchemaLocation", "../schemas/tables.xsd"},
                        {"xml:lang", texts.language()}});
    for (const DescribedTable& described : tables) {
        const std::string rows = std::to_string(described.table.rows.size());
        xml.open("table", {{"name", described.name}, {"title", described.title}, {"rows", rows}});
        xml.text("contents", described.contents);
        for (std::size_t i = 0; i < described.table.columns.size(); ++i) {
            describe(xml, described.table, i, texts);
        }
        xml.close();
    }
    xml.close();
    return xml.take();
}

}  // namespace stormote
