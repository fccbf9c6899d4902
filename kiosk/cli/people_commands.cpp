// cancel, restore, revoke-ticket, reissue: what changes of a registration before the evening.
#include <fmt/format.h>

#include "kiosk/cli/command.h"

namespace stormote {

namespace {

constexpr Actor organiser{ActingRole::organiser};

using Change = Cancellation (Desk::*)(const AttendeeId&, Actor);

struct StatusOptions {
    EventArgument event;
    std::string attendee;
    Change change = nullptr;
    Sentence needless{""};
};

Result<> change_status(const StatusOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto id = find_attendee(desk.value()->state(), options.attendee);
    if (!id) return id.error();
    const std::string name = desk.value()->state().find_attendee(*id)->full_name();
    switch (((*desk.value()).*options.change)(*id, organiser)) {
        case Cancellation::done:
            break;
        case Cancellation::needless:
            return input_error(options.needless, name);
        case Cancellation::is_here:
            return input_error({"{} is checked in. Undo the check-in first: stormote undo EVENT "
                                "--attendee {}"},
                               name, options.attendee);
        case Cancellation::nobody:
            return unknown_attendee(options.attendee);
    }
    return Done{};
}

void add_status(CommandLine& line, const std::string& name, Sentence purpose, Sentence needless,
                Change change) {
    Subcommand command =
        line.add(name, purpose, "stormote " + name + " mote.stormote --attendee ID");
    auto& options = command.runs(change_status);
    options.change = change;
    options.needless = needless;
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
}

struct RevokeOptions {
    EventArgument event;
    std::string ticket;
};

Result<> revoke_ticket(const RevokeOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const TicketReading reading =
        desk.value()->tickets().read(options.ticket, desk.value()->state());
    if (!reading.ticket || desk.value()->state().find_ticket(*reading.ticket) == nullptr) {
        return input_error({"There is no ticket {}. \"stormote tickets --text\" shows them."},
                           options.ticket);
    }
    if (!desk.value()->revoke_ticket(*reading.ticket, organiser)) {
        return input_error({"The ticket {} is revoked already."}, options.ticket);
    }
    return Done{};
}

void add_revoke(CommandLine& line) {
    Subcommand command = line.add(
        "revoke-ticket",
        {"Revokes a ticket: it lets nobody in any more. \"stormote reissue\" gives a new one."},
        "stormote revoke-ticket mote.stormote --ticket 4J7K2M9X");
    auto& options = command.runs(revoke_ticket);
    options.event.add_to(command);
    command.option("--ticket", options.ticket, {"The ticket's text, or its short code."},
                   Need::required);
}

struct ReissueOptions {
    EventArgument event;
    std::string attendee;
};

Result<> reissue(const ReissueOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto id = find_attendee(desk.value()->state(), options.attendee);
    if (!id) return id.error();
    const auto ticket = desk.value()->reissue_ticket(*id, organiser);
    if (!ticket) return unknown_attendee(options.attendee);
    context.out << fmt::format("{}\t{}\t{}\t{}\n", to_string(*id),
                               one_column(desk.value()->state().find_attendee(*id)->full_name()),
                               desk.value()->tickets().write(*ticket), write_short_code(*ticket));
    return Done{};
}

void add_reissue(CommandLine& line) {
    Subcommand command = line.add("reissue",
                                  {"Gives somebody a new ticket, revokes the old ones, and prints "
                                   "id, name, ticket text and short code, separated by tabs."},
                                  "stormote reissue mote.stormote --attendee ID");
    auto& options = command.runs(reissue);
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
}

}  // namespace

void add_people_commands(CommandLine& line) {
    add_status(line, "cancel",
               {"Cancels a registration; the person's ticket then says so at the door."},
               {"The registration of {} is cancelled already."}, &Desk::cancel);
    add_status(line, "restore", {"Takes a cancellation back."},
               {"The registration of {} is not cancelled."}, &Desk::restore);
    add_revoke(line);
    add_reissue(line);
}

}  // namespace stormote
