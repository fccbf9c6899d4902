// tickets: what attendees bring.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/documents/files/output_file.h"
#include "kiosk/documents/language_texts.h"
#include "kiosk/documents/ticket_paper.h"
#include "kiosk/documents/ticket_png.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

struct TicketOptions {
    EventArgument event;
    bool is_text = false;
    std::string pdf;
    std::string paper = "a4";
    std::string svg_folder;
    std::string png_folder;
};

using DrawTicket = std::string (*)(const QrModules&);

// "007 Åsa Öberg 4J7K2M9X.png": in the order of the list, and findable by name.
std::string picture_name(std::size_t number, std::size_t count, const std::string& person,
                         const TicketId& ticket, const std::string& ending) {
    std::string name = trim_text(person);
    for (char& letter : name) {
        if (letter == '/' || static_cast<unsigned char>(letter) < 0x20) letter = '-';
    }
    // With number and code the name of a file stays within 255 bytes.
    constexpr std::size_t most_bytes = 180;
    if (name.size() > most_bytes) {
        std::size_t end = most_bytes;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
        name.resize(end);
    }
    const auto digits = static_cast<int>(std::max<std::size_t>(3, std::to_string(count).size()));
    return fmt::format("{:0{}} {}{}{}{}", number, digits, name, name.empty() ? "" : " ",
                       write_short_code(ticket), ending);
}

// Drafts of the pictures: they show once they are published.
Result<std::vector<OutputFile>> draw_pictures(const std::string& folder, const std::string& ending,
                                              DrawTicket draw,
                                              const std::vector<IssuedTicket>& tickets,
                                              const Desk& desk, const CommandContext& context) {
    const TicketCodec& codec = desk.tickets();
    Progress progress = context.progress({"Drawing tickets"}, tickets.size());
    std::error_code error;
    // The names of the pictures are codes that let in.
    if (std::filesystem::create_directories(folder, error)) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const IssuedTicket& ticket = tickets[i];
        const auto path = std::filesystem::path(folder) /
                          picture_name(i + 1, tickets.size(),
                                       desk.state().find_attendee(ticket.attendee)->full_name(),
                                       ticket.ticket, ending);
        auto file = OutputFile::prepare(path, draw(draw_qr(codec.write(ticket.ticket))));
        if (!file) return file.error();
        files.push_back(std::move(file).value());
        progress.advance();
    }
    return files;
}

Result<OutputFile> draw_paper(const TicketOptions& options, const std::vector<IssuedTicket>& issued,
                              const Desk& desk, const CommandContext& context) {
    LanguageTexts texts(context.texts);
    std::vector<PaperTicket> tickets;
    for (const IssuedTicket& ticket : issued) {
        const Attendee& attendee = *desk.state().find_attendee(ticket.attendee);
        tickets.push_back({attendee.full_name(), desk.state().organisation_names(attendee),
                           desk.tickets().write(ticket.ticket), write_short_code(ticket.ticket),
                           &texts.of(attendee.get(AttendeeField::language))});
    }
    Progress progress = context.progress({"Drawing tickets"}, tickets.size());
    return OutputFile::prepare(
        options.pdf, draw_tickets(tickets, desk.state(), *parse_ticket_paper(options.paper),
                                  context.texts, [&progress] { progress.advance(); }));
}

Result<> publish(std::vector<OutputFile>& files, const CommandContext& context) {
    Progress progress = context.progress({"Saving"}, files.size());
    return OutputFile::publish_all(files, [&progress] { progress.advance(); });
}

Result<> tickets(const TicketOptions& options, CommandContext& context) {
    if (!options.is_text && options.pdf.empty() && options.svg_folder.empty() &&
        options.png_folder.empty()) {
        return usage_error({"Choose at least one of {}."}, "--text, --pdf, --svg, --png");
    }
    if (!parse_ticket_paper(options.paper)) {
        return usage_error({"There is no paper \"{}\". These exist: {}."}, options.paper,
                           "a4, a4x4, 62x29, 90x55");
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const TicketDraft draft = desk.value()->draft_tickets({ActingRole::organiser});
    const std::vector<IssuedTicket>& issued = draft.tickets;
    // Whoever has cancelled is sent none; their ticket says so at the door.
    std::vector<IssuedTicket> drawn_for = issued;
    std::erase_if(drawn_for, [&desk](const IssuedTicket& ticket) {
        return is_cancelled(*desk.value()->state().find_attendee(ticket.attendee));
    });
    const TicketCodec& codec = desk.value()->tickets();
    // A folder that cannot take the pictures must not leave tickets issued.
    std::vector<OutputFile> files;
    for (const auto& [folder, ending, draw] :
         {std::tuple{options.svg_folder, ".svg", DrawTicket{qr_svg}},
          std::tuple{options.png_folder, ".png", DrawTicket{draw_png}}}) {
        if (folder.empty()) continue;
        auto drawn = draw_pictures(folder, ending, draw, drawn_for, *desk.value(), context);
        if (!drawn) return drawn.error();
        std::move(drawn->begin(), drawn->end(), std::back_inserter(files));
    }
    if (!options.pdf.empty()) {
        auto file = draw_paper(options, drawn_for, *desk.value(), context);
        if (!file) return file.error();
        files.push_back(std::move(*file));
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
    command.option("--pdf", options.pdf,
                   {"Writes the tickets into this PDF, to print, each in its owner's language."});
    command.option("--paper", options.paper,
                   {"What they are printed on: a4, one on each, folded twice; a4x4, four on each, "
                    "to cut; 62x29 or 90x55, labels in millimetres."});
    command.option("--svg", options.svg_folder,
                   {"Writes a QR code for each ticket into this folder, named after its owner in "
                    "the order of the list."});
    command.option("--png", options.png_folder, {"The same as PNG pictures, 12 pixels a module."});
}

}  // namespace stormote
