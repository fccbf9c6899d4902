#include "kiosk/cli/store_argument.h"

#include <algorithm>
#include <iostream>

#include <unistd.h>

namespace stormote {

void StoreArgument::add_to(Subcommand& command) {
    command.option("--central", url,
                   {"The central store's address, as https://name:port; not for a hub, whose "
                    "pairing text says where it is."});
    command.option("--certificate", certificate,
                   {"A certificate (PEM) to trust, for a store whose own is not signed by a known "
                    "authority."});
    command.option("--pin-certificate", pinned_certificate,
                   {"The store's own certificate (PEM): a store with any other one is refused, "
                    "whoever signed it."});
}

HttpOptions StoreArgument::http() const {
    HttpOptions options;
    options.certificate = certificate;
    options.pinned_certificate = pinned_certificate;
    return options;
}

ExchangeWatch show_progress(const CommandContext& context) {
    if (isatty(STDERR_FILENO) == 0) return {};
    return [&context](const ExchangeReport& report) {
        context.messages << '\r'
                         << context.texts.get({"Sent {}, received {} of {} operations ..."},
                                              report.pushed, report.pulled,
                                              std::max(report.pulled, report.to_pull))
                         << std::flush;
    };
}

Result<> conclude_moved(const std::vector<RefusedRun>& refused, std::uint64_t put_aside,
                        const CommandContext& context) {
    for (const RefusedRun& run : refused) context.write_line(context.texts.get(run.reason));
    if (!refused.empty()) {
        return input_error(
            refused.size() == 1
                ? Sentence{"Operations of {} device were refused, from the number named above on. "
                           "Everything else was exchanged. \"stormote devices\" says more."}
                : Sentence{"Operations of {} devices were refused, from the numbers named above "
                           "on. Everything else was exchanged. \"stormote devices\" says more."},
            refused.size());
    }
    if (put_aside > 0) {
        return input_error(
            put_aside == 1
                ? Sentence{"{} operation contradicts another of the same device and number, and "
                           "was put aside: two copies of one machine have written to the event. "
                           "Everything else was exchanged. To take it in, on an "
                           "organiser's machine: stormote take-in."}
                : Sentence{"{} operations contradict others of the same device and number, and "
                           "were put aside: two copies of one machine have written to the event. "
                           "Everything else was exchanged. To take them in, on an "
                           "organiser's machine: stormote take-in."},
            put_aside);
    }
    return Done{};
}

Result<> conclude(const ExchangeReport& report, const CommandContext& context) {
    if (isatty(STDERR_FILENO) != 0) context.messages << '\r';
    context.out << context.texts.get(report.pushed == 1
                                         ? Sentence{"Sent {} operation and received {}."}
                                         : Sentence{"Sent {} operations and received {}."},
                                     report.pushed, report.pulled)
                << '\n';
    if (report.renewal_error) context.write_line(context.texts.get(*report.renewal_error));
    if (report.waiting > 0 && report.refused_there.empty()) {
        context.say(report.waiting == 1
                        ? Sentence{"{} operation exists on this device only: an earlier identity "
                                   "of the device was lost before it had signed it."}
                        : Sentence{"{} operations exist on this device only: an earlier identity "
                                   "of the device was lost before it had signed them."},
                    report.waiting);
    }
    std::vector<RefusedRun> refused = report.refused_there;
    refused.insert(refused.end(), report.refused_here.begin(), report.refused_here.end());
    const std::uint64_t put_aside = report.quarantined_there + report.quarantined_here;
    if (auto moved = conclude_moved(refused, put_aside, context); !moved) return moved;
    if (report.quarantined_at_store > 0) {
        context.say(report.quarantined_at_store == 1
                        ? Sentence{"The central store has put {} operation of this event aside, "
                                   "because it contradicts another. \"stormote-central list\" "
                                   "tells more."}
                        : Sentence{"The central store has put {} operations of this event aside, "
                                   "because they contradict others. \"stormote-central list\" "
                                   "tells more."},
                    report.quarantined_at_store);
    }
    return Done{};
}

}  // namespace stormote
