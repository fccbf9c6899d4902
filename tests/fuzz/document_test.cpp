// Documents of hostile words: whatever people and other machines write, the file is whole, tagged
// and for the archive.
#include <catch2/catch.hpp>

#include "kiosk/documents/content/png_picture.h"
#include "kiosk/documents/pdf/document_pdf.h"
#include "sync/base/random.h"
#include "tests/support/documents/archive_rules.h"
#include "tests/support/machine/fuzz_rounds.h"

namespace stormote::testing {

namespace {

// Letters and bytes that have made trouble somewhere.
const std::vector<std::string> pieces{"ord ",
                                      "å",
                                      "\n",
                                      "\t",
                                      "\r\n",
                                      " ",
                                      std::string(1, '\0'),
                                      "\x01",
                                      "\x1B[0m",
                                      "\x7F",
                                      "\xFF",
                                      "\xC3",
                                      "\xED\xA0\x80",
                                      "\xEF\xBB\xBF",
                                      "\xEF\xBF\xBE",
                                      "\xEE\x80\x80",
                                      "\xC2\xAD",
                                      "\xE2\x80\x8B",
                                      "\xE2\x80\x8D",
                                      "\xE2\x80\xAE",
                                      "\xE2\x81\xA6",
                                      "\xE2\x80\xA8",
                                      "😀",
                                      "👩‍👩‍👧",
                                      "🇸🇪",
                                      "مرحبا ",
                                      "لا",
                                      "עברית ",
                                      "नमस्ते ",
                                      "世界",
                                      "e\xCC\x81\xCC\x81",
                                      "ﷺ",
                                      "<b>&amp;",
                                      "(\\)",
                                      "EMC",
                                      "BT ET",
                                      "=1+1",
                                      "𝕏",
                                      "\xF4\x8F\xBF\xBF",
                                      "fi",
                                      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"};

class HostileWords {
  public:
    explicit HostileWords(std::uint64_t seed) : random_(seed) {}

    std::size_t below(std::size_t end) { return random_.below(end); }
    std::string words() {
        std::string text;
        // Now and then more than a page.
        const std::size_t count = below(20) == 0 ? below(900) : below(14);
        for (std::size_t i = 0; i < count; ++i) text += pieces[below(pieces.size())];
        return text;
    }

    Document document() {
        static const std::vector<std::string> languages{"sv", "en", "ar", "fi"};
        Document document;
        document.title = "Titel " + words();
        document.language = languages[below(languages.size())];
        document.publisher = words();
        document.footer = words();
        document.colour = static_cast<std::uint32_t>(below(0x1000000));
        if (below(2) == 0) document.title_page = TitlePage{words(), {words(), words()}};
        for (std::size_t i = below(9); i > 0; --i) document.blocks.push_back(block());
        return document;
    }

  private:
    Block block() {
        switch (below(8)) {
            case 0:
                return Heading{static_cast<int>(below(6)) - 1, words()};
            case 1:
                return Paragraph{words(), static_cast<ParagraphStyle>(below(4)), {{below(9), 9}}};
            case 2:
                return BulletList{{{words(), words(), {{0, below(200)}}}, {words(), ""}},
                                  static_cast<int>(below(2)) * 98};
            case 3:
                return table();
            case 4:
                return BarChart{
                    words(),
                    words(),
                    {{words(), static_cast<std::int64_t>(below(1'000'000)) - 1'000, words()},
                     {words(), 7, words()}}};
            case 5:
                return TableOfContents{words()};
            case 6:
                return FigureRow{{{write_png({1, 2, {0x80400000, 0}}), words(), words()},
                                  {Bytes{0x89, 'P'}, words(), words()}}};
            default:
                return PageBreak{};
        }
    }

    TextTable table() {
        TextTable table;
        table.caption = words();
        table.has_row_headers = below(2) == 0;
        for (std::size_t i = below(9); i > 0; --i) {
            table.columns.push_back(
                {words(), static_cast<double>(below(4)), static_cast<ColumnAlignment>(below(2))});
        }
        for (std::size_t row = below(5); row > 0; --row) {
            auto& cells = table.rows.emplace_back();
            for (std::size_t i = below(9); i > 0; --i) cells.push_back(words());
        }
        return table;
    }

    SeededRandom random_;
};

}  // namespace

TEST_CASE("whatever is written in a document, its PDF holds every rule of the archive") {
    const int rounds = round_count(60);
    for (int round = 0; round < rounds; ++round) {
        CAPTURE(round);
        const Document document = HostileWords(static_cast<std::uint64_t>(round)).document();
        CHECK(broken_clauses(write_pdf(document)) == std::vector<std::string>{});
    }
}

}  // namespace stormote::testing
