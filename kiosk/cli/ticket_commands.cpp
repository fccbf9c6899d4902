// tickets: what attendees bring.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/documents/output_file.h"
#include "kiosk/documents/ticket_png.h"

namespace stormote {

namespace {

struct TicketOptions {
    EventArgument event;
    bool is_text = false;
    std::string svg_folder;
    std::string png_folder;
};

using DrawTicket = std::string (*)(const QrModules&);

// Drafts of the pictures: they show once they are published.
Result<std::vector<OutputFile>> draw_tickets(const std::string& folder, const std::string& ending,
                                             DrawTicket draw,
                                             const std::vector<IssuedTicket>& tickets,
                                             const TicketCodec& codec,
                                             const CommandContext& context) {
    Progress progress = context.progress({"Drawing tickets"}, tickets.size());
    std::error_code error;
    // The names of the pictures are codes that let in.
    if (std::filesystem::create_directories(folder, error)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    std::vector<OutputFile> files;
    for (const IssuedTicket& ticket : tickets) {
        const auto path =
            std::filesystem::path(folder) / (write_short_code(ticket.ticket) + ending);
        auto file = OutputFile::prepare(path, draw(draw_qr(codec.write(ticket.ticket))));
        if (!file) return file.error();
        files.push_back(std::move(file).value());
        progress.advance();
    }
    return files;
}

Result<> publish(std::vector<OutputFile>& files, const CommandContext& context) {
    Progress progress = context.progress({"Saving"}, files.size());
    return OutputFile::publish_all(files, [&progress] { progress.advance(); });
}

Result<> tickets(const TicketOptions& options, CommandContext& context) {
    if (!options.is_text && options.svg_folder.empty() && options.png_folder.empty()) {
        return usage_error({"Choose at least one of {}."}, "--text, --svg, --png");
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const TicketDraft draft = desk.value()->draft_tickets({ActingRole::organiser});
    const std::vector<IssuedTicket>& issued = draft.tickets;
    const TicketCodec& codec = desk.value()->tickets();
    // A folder that cannot take the pictures must not leave tickets issued.
    std::vector<OutputFile> files;
    for (const auto& [folder, ending, draw] :
         {std::tuple{options.svg_folder, ".svg", DrawTicket{qr_svg}},
          std::tuple{options.png_folder, ".png", DrawTicket{draw_png}}}) {
        if (folder.empty()) continue;
        auto drawn = draw_tickets(folder, ending, draw, issued, codec, context);
        if (!drawn) return drawn.error();
        std::move(drawn->begin(), drawn->end(), std::back_inserter(files));
    }
    desk.value()->record(draft.bodies);
    if (auto published = publish(files, context); !published) return published;
    if (!options.is_text) return Done{};
    std::string lines;
    for (const IssuedTicket& ticket : issued) {
        const Attendee *attendee = desk.value()->state().find_attendee(ticket.attendee);
        lines += fmt::format("{}\t{}\t{}\t{}\n", to_string(ticket.attendee),
                             one_column(attendee->full_name()), codec.write(ticket.ticket),
                             write_short_code(ticket.ticket));
    }
    // Closed before the first line is out: whoever reads the pipe may open the event, too.
    desk.value().reset();
    context.out << lines;
    return Done{};
}

}  // namespace

void add_ticket_commands(CommandLine& line) {
    Subcommand command = line.add("tickets", {"Issues a ticket to everybody who has none."},
                                  "stormote tickets mote.stormote --text");
    auto& options = command.runs(tickets);
    options.event.add_to(command);
    command.flag("--text", options.is_text,
                 {"Prints id, name, ticket text and short code, separated by tabs."});
    command.option("--svg", options.svg_folder,
                   {"Writes a QR code for each ticket into this folder."});
    command.option("--png", options.png_folder, {"The same as PNG pictures, 12 pixels a module."});
}

}  // namespace stormote
