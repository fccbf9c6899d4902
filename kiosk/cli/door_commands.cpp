// check-in, undo, check-out: the door from a script, by the very path that the kiosk uses.
#include <iostream>

#include <nlohmann/json.hpp>

#include "kiosk/cli/command.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

nlohmann::ordered_json to_json(const CheckInOutcome& outcome) {
    nlohmann::ordered_json json;
    json["verdict"] = verdict_name(outcome.verdict.verdict);
    json["attendee"] = nullptr;
    if (outcome.verdict.attendee) json["attendee"] = to_string(*outcome.verdict.attendee);
    json["name"] = nullptr;
    if (!outcome.name.empty()) json["name"] = outcome.name;
    json["group"] = nullptr;
    if (outcome.group) json["group"] = *outcome.group;
    json["first_at"] = nullptr;
    json["first_device"] = nullptr;
    if (outcome.first_at_ms) {
        json["first_at"] = utc_text(*outcome.first_at_ms);
        json["first_device"] = outcome.first_device;
    }
    return json;
}

void answer(CommandContext& context, const CheckInOutcome& outcome, bool is_json) {
    if (is_json) {
        // Names come from lists that others made: what is not UTF-8 is replaced, never thrown at.
        context.out << to_json(outcome).dump(-1, ' ', false,
                                             nlohmann::json::error_handler_t::replace);
    } else {
        context.out << verdict_name(outcome.verdict.verdict);
        if (!outcome.name.empty()) context.out << '\t' << outcome.name;
        if (outcome.group) context.out << '\t' << *outcome.group;
    }
    context.out << std::endl;  // flushed: the answer follows its commit at once
}

struct CheckInOptions {
    EventArgument event;
    std::vector<std::string> tickets;
    bool is_json = false;
};

Result<> check_in(const CheckInOptions& options, CommandContext& context) {
    // A pipe is read before the event is opened: "stormote tickets" at its other end has the file
    // open until it has its tickets.
    std::string text;
    bool is_piped = options.tickets.empty() && std::getline(context.in, text);
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto answer_ticket = [&](const std::string& ticket) {
        answer(context, desk.value()->check_in(ticket, actor::organiser), options.is_json);
    };
    for (const std::string& ticket : options.tickets) answer_ticket(ticket);
    for (; is_piped; is_piped = !std::getline(context.in, text).fail()) answer_ticket(text);
    return Done{};
}

void add_check_in(CommandLine& line) {
    Subcommand command = line.add(
        "check-in", {"Checks in tickets, given as arguments or one per line on standard input."},
        "stormote tickets mote.stormote --text | cut -f3 | stormote check-in mote.stormote --json");
    auto& options = command.runs(check_in);
    options.event.add_to(command);
    command.flag("--json", options.is_json, {"Answers as JSON, one line each."});
    command.option("TEXT", options.tickets, {"Ticket texts or short codes."});
}

using DeskAction = bool (Desk::*)(const AttendeeId&, Actor);

struct EndingOptions {
    EventArgument event;
    std::string attendee;
    DeskAction action = nullptr;
};

Result<> end_visit(const EndingOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    auto id = find_attendee(desk.value()->state(), options.attendee);
    if (!id) return id.error();
    if (!((*desk.value()).*options.action)(*id, actor::organiser)) {
        return input_error({"{} is not checked in."}, options.attendee);
    }
    return Done{};
}

void add_ending(CommandLine& line, const std::string& name, Sentence purpose, DeskAction action) {
    Subcommand command =
        line.add(name, purpose, "stormote " + name + " mote.stormote --attendee ID");
    auto& options = command.runs(end_visit);
    options.action = action;
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
}

}  // namespace

void add_door_commands(CommandLine& line) {
    add_check_in(line);
    add_ending(line, "undo", {"Undoes a check-in."}, &Desk::undo_check_in);
    add_ending(line, "check-out", {"Notes that somebody has left."}, &Desk::check_out);
}

}  // namespace stormote
