#include <stdexcept>

#include <cairo.h>
#include <fmt/format.h>

#include "kiosk/documents/pdf/pdf_canvas.h"
#include "kiosk/documents/ticket_paper.h"
#include "sync/model/operation.h"
#include "sync/ticket/ticket_picture.h"
#include "tests/bench/benches.h"

namespace stormote::testing {

namespace {

constexpr int ticket_count = 300;
const std::string digits = "1234567890123456789012345678901234567890123456789012345678901";

EventState evening() {
    EventState state;
    OperationHeader header;
    header.lamport = 1;
    header.kind = OperationKind::settings_described;
    state.fold(header, Body{{},
                            ActingRole::organiser,
                            SettingsDescribed{{{1, "Stormöte med civilsamhället"},
                                               {2, "2022-10-12T18:00"},
                                               {3, "2022-10-12T21:00"},
                                               {5, "Matsalen"},
                                               {8, "Ekbackens kommun"},
                                               {12, "17:30 Mingelfika\n18:30 Inledning"}}}});
    return state;
}

std::vector<PaperTicket> people(const Texts& texts) {
    std::vector<PaperTicket> tickets;
    for (int i = 0; i < ticket_count; ++i) {
        tickets.push_back({fmt::format("Åsa Öberg {}", i), fmt::format("Förening {}", i % 60),
                           digits, "4J7K2M9X", &texts});
    }
    return tickets;
}

// The same words and code on as many pages, each laid out once, without tags or anything else.
void draw_with_cairo_alone(const std::vector<PaperTicket>& tickets) {
    PdfCanvas canvas(210, 297);
    for (const PaperTicket& ticket : tickets) {
        double top = 9;
        for (const std::string& text :
             {std::string("Ekbackens kommun"), std::string("Stormöte med civilsamhället"),
              std::string("Wednesday, October 12, 2022 18:00–21:00"), std::string("Matsalen"),
              "Code: " + ticket.short_code, ticket.name, ticket.organisation,
              std::string("How it works"),
              std::string(
                  "Hold the code to the camera at the entrance, on paper or on your phone."),
              std::string("You are told your group and your table, and get a name label."),
              std::string("No ticket with you? Type a few letters of your name, or say the code."),
              std::string("Ask the staff if anything is unclear."), std::string("Programme"),
              std::string("17:30 Mingelfika"), std::string("18:30 Inledning")}) {
            const auto layout = canvas.lay_out({text, 4.5, false}, 87);
            canvas.show(layout, 9, top);
            top += PdfCanvas::height_of(layout);
        }
        const QrModules code = draw_qr(ticket.text);
        const double module = 45.0 / code.side;
        for (int y = 0; y < code.side; ++y) {
            for (int x = 0; x < code.side; ++x) {
                if (!code.is_dark(x, y)) continue;
                cairo_rectangle(canvas.cairo(), 110 + x * module, 9 + y * module, module, module);
            }
        }
        cairo_fill(canvas.cairo());
        cairo_show_page(canvas.cairo());
    }
    if (canvas.finish().size() < 10'000) throw std::runtime_error("the tickets were not drawn");
}

}  // namespace

void measure_tickets(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Tickets on paper");
    const EventState state = evening();
    const Texts texts;
    const std::vector<PaperTicket> tickets = people(texts);
    Samples limit;
    Samples drawn;
    constexpr int rounds = 7;
    for (int round = 0; round < rounds; ++round) {
        limit.measure([&] { draw_with_cairo_alone(tickets); });
        drawn.measure([&] {
            const std::string pdf = draw_tickets(tickets, state, TicketPaper::folded, texts);
            if (pdf.size() < 10'000) throw std::runtime_error("the tickets were not drawn");
        });
    }
    Figures::value("tickets, one a page", ticket_count, "");
    Figures::times("limit: the same words and code by cairo and Pango alone", limit);
    Figures::times("tagged, in their languages, with words for the codes", drawn);
    figures.at_most("beside cairo and Pango alone", drawn.median() / limit.median(), 1.2, "x");
}

}  // namespace stormote::testing
