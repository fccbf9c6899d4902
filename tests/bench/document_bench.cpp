#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/documents/pdf/document_pdf.h"
#include "kiosk/documents/pdf/pdf_canvas.h"
#include "tests/bench/benches.h"

namespace stormote::testing {

namespace {

constexpr int people = 300;
constexpr int questions = 8;
constexpr int notes_a_question = 125;

TextTable attendance() {
    TextTable table;
    table.caption = "De som kom";
    table.columns = {{"Namn", 2}, {"Förening", 2}, {"Grupp", 1, ColumnAlignment::end}, {"Kom", 1}};
    table.has_row_headers = true;
    for (int i = 0; i < people; ++i) {
        table.rows.push_back({fmt::format("Åsa Öberg {}", i), fmt::format("Förening {}", i % 60),
                              std::to_string(i % 13), fmt::format("18.{:02}", i % 60)});
    }
    return table;
}

BulletList notes(int question) {
    BulletList list;
    for (int i = 0; i < notes_a_question; ++i) {
        list.items.push_back(
            {fmt::format("Anteckning {}: vi vill ha en fast kontaktperson på kommunen för varje "
                         "förening, som svarar i telefon och vet vem man ska fråga annars.",
                         question * notes_a_question + i),
             fmt::format("Grupp {}, 19.42", i % 13)});
    }
    return list;
}

Document papers_of_the_evening() {
    Document document;
    document.title = "Så vill vi mötas";
    document.language = "sv";
    document.publisher = "Ekbackens kommun";
    document.footer = "Stormöte";
    document.blocks.emplace_back(TableOfContents{"Innehåll"});
    document.blocks.emplace_back(Heading{1, "Närvaro"});
    document.blocks.emplace_back(attendance());
    for (int question = 0; question < questions; ++question) {
        document.blocks.emplace_back(Heading{1, fmt::format("Fråga {}", question + 1)});
        document.blocks.emplace_back(notes(question));
    }
    return document;
}

// Each text once, from the top to the foot of as many pages as it takes.
class PlainPages {
  public:
    void write(const std::string& text, double size, double left, double width) {
        const auto layout = canvas_.lay_out({text, size}, width);
        const double height = PdfCanvas::height_of(layout);
        if (top_ + height > 270) turn();
        canvas_.show(layout, left, top_);
        top_ += height;
    }
    // Beside what is written next.
    void go_back(double height) { top_ = std::max(20.0, top_ - height); }
    std::string finish() {
        turn();
        return canvas_.finish();
    }

  private:
    void turn() {
        cairo_show_page(canvas_.cairo());
        top_ = 20;
    }

    PdfCanvas canvas_{210, 297};
    double top_ = 20;
};

// The same words without tags, tables, page numbers or anything else.
void draw_with_cairo_alone(const Document& document) {
    PlainPages pages;
    for (const Block& block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block)) {
            pages.write(heading->text, 6.4, 20, 170);
        } else if (const auto *list = std::get_if<BulletList>(&block)) {
            for (const ListItem& item : list->items) {
                pages.write(item.text, 4, 25, 165);
                pages.write(item.source, 3.4, 25, 165);
            }
        } else if (const auto *table = std::get_if<TextTable>(&block)) {
            for (const auto& row : table->rows) {
                for (std::size_t cell = 0; cell < row.size(); ++cell) {
                    if (cell > 0) pages.go_back(4.9);
                    pages.write(row[cell], 3.6, 20 + 42 * static_cast<double>(cell), 40);
                }
            }
        }
    }
    if (pages.finish().size() < 10'000) throw std::runtime_error("the document was not drawn");
}

}  // namespace

void measure_documents(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("A document as PDF");
    const Document document = papers_of_the_evening();
    Samples limit;
    Samples written;
    constexpr int rounds = 7;
    for (int round = 0; round < rounds; ++round) {
        limit.measure([&] { draw_with_cairo_alone(document); });
        written.measure([&] {
            if (write_pdf(document).size() < 10'000) {
                throw std::runtime_error("the document was not written");
            }
        });
    }
    Figures::value("people in a table", people, "");
    Figures::value("notes in lists", questions * notes_a_question, "");
    Figures::times("limit: the same words by cairo and Pango alone", limit);
    Figures::times("tagged, in pages with contents, for the archive", written);
    figures.at_most("at most", written.median() / 1e6, 1, "s");
    figures.at_most("beside cairo and Pango alone", written.median() / limit.median(), 2.5, "x");
}

}  // namespace stormote::testing
