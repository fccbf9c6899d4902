// CentralCommands: report.
#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/reporting/report_run.h"

namespace stormote {

namespace {

Result<std::size_t> report_all(Store& store) {
    const auto written = report_events(store);
    if (written) return *written;
    return input_error({"Another process reports at the moment. Try again in a minute."});
}

Result<> report(const EventOptions& options, CentralContext& context) {
    std::optional<EventId> event;
    if (!options.event.empty()) {
        auto choice = choose_event(options, context);
        if (!choice) return choice.error();
        event = choice->event;
    }
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    const auto written = event ? report_event(*store.value(), *event) : report_all(*store.value());
    if (!written) return written.error();
    context.messages << context.texts.get({"Events reported: {}."}, *written) << std::endl;
    return Done{};
}

}  // namespace

void add_report(CentralLine& line) {
    const auto [parser, options] =
        line.add("report",
                 {"Brings the reporting tables up to date, which \"serve\" does every ten "
                  "minutes."},
                 "stormote-central report --store sqlite:central.db", report);
    parser.add_option("--event", options.event,
                      line.text({"Reports one event and the meetings of its series, by its id or "
                                 "its file, even where nothing is new."}));
    parser.add_option("--passphrase-file", options.passphrase_file,
                      line.text({"A file whose first line is the event's passphrase."}));
}

}  // namespace stormote
