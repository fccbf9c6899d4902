// cancel, restore, correct, revoke-ticket, reissue: what changes of a registration before the
// evening.
#include <array>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/lists/corrections.h"

namespace stormote {

namespace {

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
    switch (((*desk.value()).*options.change)(*id, actor::organiser)) {
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

struct CorrectionOption {
    const char *option;
    AttendeeField field;
    Sentence purpose;
};

constexpr std::array<CorrectionOption, correctable_fields.size()> correction_options{{
    {"--given-name", AttendeeField::given_name, {"The given name."}},
    {"--family-name", AttendeeField::family_name, {"The family name."}},
    {"--organisation",
     AttendeeField::organisation,
     {"The organisation by its name; several with semicolons between them."}},
    {"--role", AttendeeField::role, {"civilsamhälle, förtroendevald or tjänsteperson."}},
    {"--email", AttendeeField::email, {"The e-mail address."}},
    {"--phone", AttendeeField::phone, {"The telephone number."}},
    {"--speaks", AttendeeField::language, {"The language, as svenska or sv."}},
    {"--diet", AttendeeField::diet, {"What the person eats, or must not."}},
    {"--needs", AttendeeField::access_needs, {"What the person needs to take part, as hörslinga."}},
    {"--duties",
     AttendeeField::duties,
     {"Working groups and the like, with semicolons between them."}},
    {"--gender", AttendeeField::gender, {"The gender, for spreading it."}},
}};

struct CorrectOptions {
    EventArgument event;
    std::string attendee;
    Corrections said;
};

Result<> correct(const CorrectOptions& options, CommandContext& context) {
    Corrections corrections = options.said;
    if (corrections.empty()) {
        return usage_error({"Say what is to be corrected, as --email asa@example.org."});
    }
    for (const CorrectionOption& known : correction_options) {
        const auto said = corrections.find(known.field);
        if (said == corrections.end()) continue;
        if (auto checked = check_text(known.option, said->second); !checked) return checked;
        auto text = check_correction(known.field, said->second, known.option);
        if (!text) return text.error();
        said->second = std::move(text).value();
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto id = find_attendee(desk.value()->state(), options.attendee);
    if (!id) return id.error();
    switch (desk.value()->correct(*id, corrections, actor::organiser)) {
        case Correction::done:
            break;
        case Correction::needless:
            context.say({"It stands so already. Nothing was recorded."});
            break;
        case Correction::nameless:
            return input_error({"Somebody must have a name."});
        case Correction::nobody:
            return unknown_attendee(options.attendee);
    }
    return Done{};
}

void add_correct(CommandLine& line) {
    Subcommand command =
        line.add("correct", {"Corrects what is written of somebody. An empty text takes it away."},
                 "stormote correct mote.stormote --attendee ID --email asa@example.org");
    auto& options = command.runs(correct);
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
    for (const CorrectionOption& known : correction_options) {
        command.option_function(
            known.option,
            [&options, field = known.field](const std::string& text) {
                options.said[field] = text;
            },
            known.purpose, Need::optional);
    }
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
    if (!desk.value()->revoke_ticket(*reading.ticket, actor::organiser)) {
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
    const auto ticket = desk.value()->reissue_ticket(*id, actor::organiser);
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
    add_correct(line);
    add_revoke(line);
    add_reissue(line);
}

}  // namespace stormote
