// tickets: what attendees bring.
#include <fstream>
#include <iostream>

#include "kiosk/organiser/command.h"
#include "sync/ticket/ticket_picture.h"

namespace stormote {

namespace {

struct TicketOptions {
    EventArgument event;
    bool is_text = false;
    std::string svg_folder;
};

Result<> write_pictures(const std::string& folder, const std::vector<IssuedTicket>& tickets,
                        const TicketOffice& office) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (const IssuedTicket& ticket : tickets) {
        const auto path =
            std::filesystem::path(folder) / (write_short_code(ticket.ticket) + ".svg");
        std::ofstream stream(path);
        stream << qr_svg(draw_qr(office.write(ticket.ticket)));
        if (!stream.flush()) {
            return machine_error({"{} cannot be written. Check that the disk has space and that "
                                  "you may write there."},
                                 path.string());
        }
    }
    return Done{};
}

// Names come from lists: a tab or a line end would break the columns.
std::string one_column(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return text;
}

Result<> tickets(const TicketOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto issued = desk.value()->issue_tickets({ActingRole::organiser});
    const TicketOffice& office = desk.value()->tickets();
    if (!options.svg_folder.empty()) {
        auto written = write_pictures(options.svg_folder, issued, office);
        if (!written) return written;
    }
    if (!options.is_text) return Done{};
    for (const IssuedTicket& ticket : issued) {
        const Attendee *attendee = desk.value()->state().find_attendee(ticket.attendee);
        context.out << to_string(ticket.attendee) << '\t' << one_column(attendee->full_name())
                    << '\t' << office.write(ticket.ticket) << '\t'
                    << write_short_code(ticket.ticket) << '\n';
    }
    return Done{};
}

}  // namespace

void add_ticket_commands(CommandLine& line) {
    auto options = std::make_shared<TicketOptions>();
    CLI::App& command = line.add("tickets", {"Issues a ticket to everybody who has none."},
                                 "stormote tickets mote.stormote --text");
    options->event.add_to(line, command);
    auto *forms = command.add_option_group("forms");
    forms->add_flag("--text", options->is_text,
                    line.text({"Prints id, name, ticket text and short code, parted by tabs."}));
    forms->add_option("--svg", options->svg_folder,
                      line.text({"Writes a QR code for each ticket into this folder."}));
    forms->require_option(1, 0);
    command.callback([&line, options] {
        line.set_action([options](CommandContext& context) { return tickets(*options, context); });
    });
}

}  // namespace stormote
