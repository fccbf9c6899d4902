// CentralCommands: purge.
#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

namespace {

struct PurgeOptions : EventOptions {
    std::string decision;
    bool is_now = false;
};

Result<> purge(const PurgeOptions& options, CentralContext& context) {
    if (options.decision.find_first_not_of(" \t") == std::string::npos) {
        return usage_error({"Name the decision that the purge rests on: --decision REF."});
    }
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    const RemovalTiming timing = options.is_now ? RemovalTiming::now : RemovalTiming::when_signed;
    const std::int64_t now_ms = context.clock.wall_ms();
    auto answer = store.value()->remove_event(choice->event, options.decision, timing, now_ms);
    if (!answer) return answer.error();
    for (const Error& fault : answer->unmet) {
        context.messages << context.texts.get(fault) << '\n';
    }
    if (!answer->is_removed) {
        return input_error(
            {"Nothing was purged. With --now the record goes all the same, and the "
             "store notes that."});
    }
    context.messages << context.texts.get({"Purged: {} operations, and every device's access."},
                                          answer->operations);
    if (!answer->unmet.empty()) {
        context.messages << ' ' << context.texts.get({"Noted as an override."});
    }
    context.messages << std::endl;
    try {
        // What is left in free space of a file goes now, and not only while it is served.
        store.value()->destroy_erased(now_ms);
    } catch (const MachineFailure& failure) {
        // The record is gone, and the store has noted what is still to be done.
        context.messages << context.texts.get(failure.error()) << '\n'
                         << context.texts.get(
                                {"What is left of it in the store's free space was not cleared "
                                 "yet. The program that serves the store does that by itself."})
                         << std::endl;
    }
    return Done{};
}

}  // namespace

void add_purge(CentralLine& line) {
    const auto [parser, options] = line.add(
        "purge", {"Takes the record of an event that an organiser has purged out of the store."},
        "stormote-central purge --store sqlite:central.db --event "
        "0183cd0e-8c00-7001-8001-020304050607 --decision \"DHP 2024 § 12\"",
        purge);
    line.add_event_options(parser, options);
    parser
        .add_option("--decision", options.decision,
                    line.text({"The decision that it rests on, such as \"DHP 2024 § 12\"."}))
        ->required();
    parser.add_flag("--now", options.is_now,
                    line.text({"Also where no organiser has purged the event, people are left in "
                               "the record, or devices have not heard of it."}));
}

}  // namespace stormote
