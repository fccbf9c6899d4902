#include "kiosk/documents/recovery_sheet.h"

#include "kiosk/documents/pdf/pdf_paper.h"

namespace stormote {

namespace {

constexpr double margin_mm = 25;
constexpr double width_mm = 160;
constexpr double module_mm = 1.6;

// So that somebody who types it keeps the place.
std::string in_groups(std::string_view code) {
    constexpr std::size_t group = 6;
    std::string text;
    for (std::size_t i = 0; i < code.size(); i += group) {
        if (i > 0) text += ' ';
        text += code.substr(i, group);
    }
    return text;
}

}  // namespace

std::string write_recovery_sheet(std::string_view event_name, std::string_view code,
                                 const Texts& texts) {
    const std::string title = texts.get({"Recovery sheet: {}"}, event_name);
    PdfPaper paper(a4_upright, {.title = title, .language = texts.language()});
    double top = margin_mm;
    const auto write = [&](PaperText words, double space_after) {
        top += paper.write(words, margin_mm, top, width_mm) + space_after;
    };
    write({title, 8, true, false, PaperTag::title}, 6);
    write(
        {texts.get({"Keep this sheet in a safe. Whoever has it can make any device an organiser's "
                    "in this event, and exclude any other."}),
         4.5},
        4);
    write(
        {texts.get({"You need it when the machine on which the event was made is lost, or when its "
                    "file was restored from a backup."}),
         4.5},
        8);
    write({texts.get({"How to use it"}), 5.5, true, false, PaperTag::heading}, 3);
    for (const Sentence step :
         {Sentence{"Get a copy of the event onto the new machine: stormote join, or a copy of the "
                   "file."},
          Sentence{"Scan the code below, or type the characters, into a file: sheet.txt"},
          Sentence{"Run: stormote recover EVENT --sheet sheet.txt"},
          Sentence{"Delete sheet.txt."}}) {
        write({texts.get(step), 4.5, false, false, PaperTag::list_item}, 2);
    }
    top += 8;
    const QrModules modules = draw_qr(code);
    paper.code(modules, {margin_mm, top, modules.side * module_mm, 0},
               texts.get({"The recovery code, which also stands below in characters."}));
    top += modules.side * module_mm + 8;
    write({in_groups(code), 4.5}, 0);
    paper.end_page();
    return paper.finish();
}

}  // namespace stormote
