// Sample document: one of every block, with what people and strangers write. Values.
#pragma once

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/content/png_picture.h"

namespace stormote::testing {

inline TextTable sample_table() {
    TextTable table;
    table.caption = "Förslag som flest bord stod bakom";
    table.columns = {{"Fråga", 1}, {"Förslag", 3}, {"Bord", 0.5, ColumnAlignment::end}};
    table.has_row_headers = true;
    for (int row = 0; row < 50; ++row) {
        table.rows.push_back({std::to_string(row) + ". Kontakt",
                              "En gemensam kalender där föreningar och kommun lägger in möten.",
                              std::to_string(row * 7)});
    }
    return table;
}

inline Document sample_document() {
    Document document;
    document.title = "Så vill vi mötas";
    document.language = "sv";
    document.publisher = "Ekbackens kommun";
    document.footer = "Stormöte 12 oktober 2026";
    document.dated_ms = 1'791'831'600'000;
    document.colour = 0xE8B100;
    // Half of it is seen through.
    document.logo_png = write_png({2, 2, {0xFF0B4F5C, 0x80400000, 0xFF0B4F5C, 0}});
    document.title_page = TitlePage{"Sammanställning", {"Matsalen", "Publik version"}};
    auto& blocks = document.blocks;
    blocks.emplace_back(TableOfContents{"Innehåll"});
    blocks.emplace_back(Heading{1, "Mötet i siffror"});
    blocks.emplace_back(Paragraph{"50 organisationer och 68 personer.", ParagraphStyle::lead});
    blocks.emplace_back(BarChart{"Flest förslag handlade om när vi möts",
                                 "17 om kontakt, 19 om när vi möts.",
                                 {{"Kontakt", 17, "17"}, {"När möts vi?", 19, "19"}}});
    blocks.emplace_back(Paragraph{"Före sammanslagning.", ParagraphStyle::aside});
    blocks.emplace_back(Heading{2, "Förslag"});
    blocks.emplace_back(BulletList{{{"En fast kontaktperson.", "Grupp 3, 19:42"},
                                    {"مرحبا 😀 世界 \x01 <b>=1+1</b> \xEE\x80\x80 fi ffl", ""}}});
    blocks.emplace_back(PageBreak{});
    blocks.emplace_back(Heading{3, "Alla"});
    blocks.emplace_back(sample_table());
    return document;
}

}  // namespace stormote::testing
