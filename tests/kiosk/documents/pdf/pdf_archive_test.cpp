// PDF for the archive: every rule holds for every paper, and each is seen when it is broken.
#include <functional>

#include <catch2/catch.hpp>

#include "kiosk/documents/exports.h"
#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/pdf/document_pdf.h"
#include "kiosk/documents/pdf/qpdf.h"
#include "kiosk/documents/recovery_sheet.h"
#include "kiosk/documents/ticket_paper.h"
#include "tests/support/documents/archive_rules.h"
#include "tests/support/documents/sample_document.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;

namespace {

using Object = QPDFObjectHandle;
using Clauses = std::vector<std::string>;

void fill(EventDesk& event) {
    event.record(SettingsDescribed{{{1, "Stormöte"}, {3, "2022-10-12T21:00"}, {8, "Ekbacken"}}});
    event.add({"Åsa", "Öberg"});
    event.add({"ليلى", "حداد"});
    event->plan_groups(1, 1, actor::organiser);
    event.record(SurveyQuestionDescribed{1, {{1, "Hur var kvällen?"}, {2, "scale"}}});
}

// Somebody changes the file by hand.
std::string harmed(const std::string& pdf, const std::function<void(QPDF&)>& harm) {
    QPDF document;
    document.processMemoryFile("paper", pdf.data(), pdf.size());
    harm(document);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(written->getBuffer()), written->getSize()};
}

// The first dictionary of the file with that entry.
Object find(QPDF& document, const char *key, const char *name) {
    for (Object object : document.getAllObjects()) {
        Object dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary() && dictionary.getKey(key).isNameAndEquals(name)) {
            return dictionary;
        }
    }
    throw std::logic_error(std::string("the file has no ") + name);
}

Object resources_of(QPDF& document, const char *kind) {
    Object page = document.getAllPages().at(1);
    return page.getKey("/Resources").getKey(kind);
}

void draw(QPDF& document, const std::string& more) {
    Object page = document.getAllPages().at(1);
    page.replaceKey("/Contents", document.newStream(more));
}

struct Harm {
    const char *clause;
    std::function<void(QPDF&)> harm;
};

const std::vector<Harm>& harms() {
    static const std::vector<Harm> all{
        {"6.1.7",
         [](QPDF& pdf) {
             pdf.getRoot().getKey("/Metadata").getDict().replaceKey("/F", Object::newString("x"));
         }},
        {"6.1.13",
         [](QPDF& pdf) {
             find(pdf, "/S", "/Figure")
                 .replaceKey("/Alt", Object::newString(std::string(40'000, 'x')));
         }},
        {"6.2.2", [](QPDF& pdf) { draw(pdf, "/Artifact BMC /unknown Do EMC"); }},
        {"6.2.3", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
        {"6.2.4", [](QPDF& pdf) { draw(pdf, "/Artifact BMC 0 0 0 1 k EMC"); }},
        {"6.2.5",
         [](QPDF& pdf) {
             resources_of(pdf, "/ExtGState")
                 .getDictAsMap()
                 .begin()
                 ->second.replaceKey("/BM", Object::newName("/Multiply"));
         }},
        {"6.2.8",
         [](QPDF& pdf) {
             find(pdf, "/Subtype", "/Image").replaceKey("/Interpolate", Object::newBool(true));
         }},
        {"6.2.10",
         [](QPDF& pdf) {
             find(pdf, "/Type", "/Page")
                 .getKey("/Group")
                 .replaceKey("/CS", Object::newName("/DeviceCMYK"));
         }},
        {"6.2.11.3",
         [](QPDF& pdf) { find(pdf, "/Subtype", "/CIDFontType2").removeKey("/CIDToGIDMap"); }},
        {"6.2.11.4",
         [](QPDF& pdf) { find(pdf, "/Type", "/FontDescriptor").removeKey("/FontFile2"); }},
        {"6.2.11.5",
         [](QPDF& pdf) {
             find(pdf, "/Subtype", "/CIDFontType2").replaceKey("/W", Object::parse("[0 [1 2 3]]"));
         }},
        {"6.2.11.6", [](QPDF& pdf) { find(pdf, "/Subtype", "/TrueType").removeKey("/Encoding"); }},
        {"6.2.11.7", [](QPDF& pdf) { find(pdf, "/Subtype", "/TrueType").removeKey("/ToUnicode"); }},
        {"6.2.11.8",
         [](QPDF& pdf) {
             for (auto& [name, font] : resources_of(pdf, "/Font").getDictAsMap()) {
                 if (!font.getKey("/Subtype").isNameAndEquals("/Type0")) continue;
                 draw(pdf, "/Artifact BMC BT " + name + " 1 Tf <0000> Tj ET EMC");
             }
         }},
        {"6.3", [](QPDF& pdf) { find(pdf, "/Subtype", "/Link").removeKey("/F"); }},
        {"6.4",
         [](QPDF& pdf) {
             pdf.getRoot().replaceKey("/OpenAction",
                                      Object::parse("<</S /JavaScript /JS (app.beep(0))>>"));
         }},
        {"6.6.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
        {"6.6.3",
         [](QPDF& pdf) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Title", Object::newString("Annat"));
         }},
        {"6.7.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }},
        {"6.7.3", [](QPDF& pdf) { draw(pdf, "0 0 10 10 re f"); }},
        {"14.7.4",
         [](QPDF& pdf) {
             Object numbers =
                 pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
             Object owners = numbers.getArrayItem(3);
             owners.setArrayItem(0, owners.getArrayItem(owners.getArrayNItems() - 1));
         }},
        {"6.7.3.4",
         [](QPDF& pdf) { find(pdf, "/S", "/H2").replaceKey("/S", Object::newName("/Rubrik")); }},
        {"6.7.4", [](QPDF& pdf) { pdf.getRoot().replaceKey("/Lang", Object::newString("?")); }},
        {"6.7.5", [](QPDF& pdf) { find(pdf, "/S", "/Figure").removeKey("/Alt"); }},
        {"PDF18", [](QPDF& pdf) { pdf.getRoot().removeKey("/ViewerPreferences"); }},
        {"PDF3", [](QPDF& pdf) { find(pdf, "/Type", "/Page").removeKey("/Tabs"); }},
        {"PDF6", [](QPDF& pdf) { find(pdf, "/S", "/TH").removeKey("/A"); }},
    };
    return all;
}

}  // namespace

TEST_CASE("a document is PDF/A-2a, whatever it holds") {
    CHECK(broken_clauses(write_pdf(sample_document())) == Clauses{});
    Document document = sample_document();
    document.language = "ar";
    document.title = std::string(500, 'T') + "\x01\xFF<&>";
    document.title_page.reset();
    document.publisher.clear();
    CHECK(broken_clauses(write_pdf(document)) == Clauses{});
    document.blocks.clear();
    CHECK(broken_clauses(write_pdf(document)) == Clauses{});
}

TEST_CASE("tickets, posters, signs, survey and recovery sheet are PDF/A-2a") {
    EventDesk event;
    fill(event);
    const Texts texts;
    const std::vector<PaperTicket> tickets{
        {"Åsa Öberg", "Eken", std::string(61, '7'), "4J7K2M9X", &texts}};
    for (const TicketPaper paper :
         {TicketPaper::folded, TicketPaper::quarter, TicketPaper::narrow, TicketPaper::badge}) {
        CHECK(broken_clauses(draw_tickets(tickets, event.state(), paper, texts)) == Clauses{});
    }
    CHECK(broken_clauses(*draw_group_poster(event.state(), texts)) == Clauses{});
    CHECK(broken_clauses(*draw_table_signs(event.state(), texts)) == Clauses{});
    for (const char *kind : {"survey", "compilation", "attendance", "organisations"}) {
        CAPTURE(kind);
        const auto paper = choose_export(kind, "pdf")->format->write({event.state(), texts});
        CHECK(broken_clauses(*paper) == Clauses{});
    }
    CHECK(broken_clauses(write_recovery_sheet("Stormöte", "ABCDEF", texts)) == Clauses{});
}

TEST_CASE("each rule sees what breaks it") {
    const std::string pdf = write_pdf(sample_document());
    for (const Harm& harm : harms()) {
        CAPTURE(harm.clause);
        const auto broken = broken_clauses(harmed(pdf, harm.harm));
        CHECK(std::find(broken.begin(), broken.end(), harm.clause) != broken.end());
    }
    // What the library that harms would mend by itself.
    const auto with = [&pdf](const std::string& part, const std::string& other) {
        std::string changed = pdf;
        return changed.replace(changed.rfind(part), part.size(), other);
    };
    CHECK(broken_clauses(with("%PDF-1.7", "%PDF-2.0")) == Clauses{"6.1.2"});
    CHECK(broken_clauses(with("/ID", "/XX")) == Clauses{"6.1.3"});
    CHECK(broken_clauses(with("startxref\n", "startxref\n9")) == Clauses{"6.1.4"});
}

TEST_CASE("every rule is broken once above") {
    for (const ArchiveRule& rule : archive_rules()) {
        const Clauses in_the_file{"6.1.2", "6.1.3", "6.1.4"};
        CAPTURE(rule.clause);
        const bool is_harmed = std::any_of(harms().begin(), harms().end(), [&](const Harm& harm) {
            return harm.clause == rule.clause;
        });
        CHECK((is_harmed || std::find(in_the_file.begin(), in_the_file.end(), rule.clause) !=
                                in_the_file.end()));
    }
}

}  // namespace stormote
