#include "kiosk/cli/personal/erase_command.h"

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/desk/personal/erasure.h"
#include "kiosk/documents/personal/naming_texts.h"

namespace stormote {

namespace {

struct EraseOptions {
    EventArgument event;
    std::string attendee;
    std::string decision;
    std::string reason;
    bool is_refused = false;
    bool is_dry_run = false;
};

Result<> check_options(const EraseOptions& options) {
    for (const auto& [option, text] :
         {std::pair("--decision", &options.decision), std::pair("--reason", &options.reason)}) {
        if (auto checked = check_text(option, *text); !checked) return checked;
    }
    if (options.decision.find_first_not_of(' ') == std::string::npos) {
        return usage_error(
            {"--decision is empty. Name the municipality's decision, as \"DHP 2024 "
             "§ 12\"."});
    }
    const bool has_reason = options.reason.find_first_not_of(' ') != std::string::npos;
    if (options.is_refused && !has_reason) {
        return usage_error({"--refuse needs --reason: why it is kept."});
    }
    if (!options.is_refused && has_reason) {
        return usage_error(
            {"--reason is for --refuse. An erasure keeps nothing but its decision."});
    }
    return Done{};
}

// Each kind of operation that loses what it says, with how many of it, and each text that stays.
void print_plan(const ErasurePlan& plan, const std::vector<NamingText>& naming,
                const CommandContext& context) {
    for (const auto& [kind, count] : plan.operations) {
        context.out << fmt::format("{}\t{}\n", kind_name(kind), count);
    }
    if (naming.empty()) return;
    context.say({"Texts that name {} in words, and stay as they are: {}. Word each anew (stormote "
                 "note-wording), before or after."},
                plan.name, naming.size());
    for (const NamingText& text : naming) {
        context.write_line(fmt::format("  {}  {}", text.id, one_column(text.text)));
    }
}

Result<> refuse(const EraseOptions& options, const AttendeeId& id, Desk& desk) {
    if (refuse_erasure(desk, id, options.decision, options.reason, actor::organiser) ==
        Erasing::nobody) {
        return unknown_attendee(options.attendee);
    }
    return Done{};
}

Result<> erase(const EraseOptions& options, CommandContext& context) {
    if (auto checked = check_options(options); !checked) return checked;
    const auto id = parse_id<AttendeeId>(options.attendee);
    if (!id) return unknown_attendee(options.attendee);
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    if (options.is_refused) return refuse(options, *id, *desk.value());
    const auto plan = plan_erasure(*desk.value(), *id);
    if (!plan) return unknown_attendee(options.attendee);
    print_plan(*plan, texts_naming(desk.value()->state(), *id), context);
    if (options.is_dry_run) {
        context.say({"{} would be erased on the decision {}. Nothing was recorded."}, plan->name,
                    options.decision);
        return Done{};
    }
    static_cast<void>(erase_person(*desk.value(), *id, options.decision, actor::organiser));
    context.say({"{} is erased, on the decision {}. That cannot be undone. Other devices destroy "
                 "it a day after they hear of it; files that somebody saved, and mails that were "
                 "sent, are not reached."},
                plan->name, options.decision);
    return Done{};
}

}  // namespace

void add_erase_command(CommandLine& line) {
    Subcommand command = line.add(
        "erase",
        {"Destroys what is held about a person, on a decision of the municipality, and lists what "
         "goes; or records that the wish was refused. It cannot be undone."},
        "stormote erase mote.stormote --attendee ID --decision \"DHP 2024 § 12\"");
    auto& options = command.runs(erase);
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
    command.option("--decision", options.decision,
                   {"The municipality's decision that it rests on."}, Need::required);
    command.flag("--refuse", options.is_refused,
                 {"Erases nothing, and records that the wish was refused."});
    command.option("--reason", options.reason, {"With --refuse: why it is kept."});
    command.flag("--dry-run", options.is_dry_run, {"Only says what would go."});
    command.exclude("--refuse", "--dry-run");
}

}  // namespace stormote
