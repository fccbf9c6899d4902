#include "kiosk/cli/ready/ready_command.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/cli/store_argument.h"
#include "kiosk/device/camera/camera_choice.h"
#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/device/readiness/store_readiness.h"

namespace stormote {

namespace {

struct ReadyOptions {
    EventArgument event;
    StoreArgument store;
    std::string camera;
    std::string printer;
    bool is_json = false;
};

ReadyPoint camera_point(const std::string& choice) {
    const AskedFor asked_for = choice.empty() ? AskedFor::if_there : AskedFor::by_name;
    const auto source = choose_camera(choice);
    if (!source) {
        return {"camera", Ready::no,
                LocalizedMessage{source.error().sentence, source.error().arguments},
                localized({"Name another one with --camera."})};
    }
    return try_camera(source.value().get(), asked_for);
}

ReadyPoint printer_point(const std::string& named) {
    const std::string queue = named.empty() ? default_cups_queue() : named;
    if (queue.empty()) return no_printer();
    return try_printer(*connect_cups_printer(queue), queue,
                       named.empty() ? AskedFor::if_there : AskedFor::by_name);
}

ReadyPoint store_point(const ReadyOptions& options, const Desk& desk,
                       const CommandContext& context) {
    return try_store({.url = options.store.url,
                      .http = options.store.http(),
                      .state_directory = context.state_directory,
                      .event = desk.event(),
                      .here = desk.journal().heads()},
                     context.clock);
}

// What this machine has to do with it, each tried.
std::vector<ReadyPoint> machine_points(const ReadyOptions& options, const Desk& desk,
                                       const CommandContext& context) {
    const std::filesystem::path system_folder = "/sys";
    return {try_disk(std::filesystem::absolute(options.event.file).parent_path()),
            try_clock(context.clock),
            printer_point(options.printer),
            camera_point(options.camera),
            find_scanner(system_folder),
            try_sound(make_sound_player().get()),
            find_power(system_folder),
            store_point(options, desk, context)};
}

// How it stands, and what to do with this command.
std::string words_of(const ReadyPoint& point, const Texts& texts) {
    const auto& remedy = point.command_remedy ? point.command_remedy : point.remedy;
    return texts.say(point.message) + (remedy ? " " + texts.say(*remedy) : "");
}

const char *name_of(Ready ready) {
    return ready == Ready::yes ? "yes" : ready == Ready::look ? "look" : "no";
}

Sentence shown_as(Ready ready) {
    return ready == Ready::yes    ? Sentence{"Ready"}
           : ready == Ready::look ? Sentence{"Look"}
                                  : Sentence{"Missing"};
}

void write_json(const std::vector<ReadyPoint>& points, const CommandContext& context) {
    auto json = nlohmann::ordered_json::array();
    for (const ReadyPoint& point : points) {
        json.push_back({{"point", point.name},
                        {"ready", name_of(point.ready)},
                        {"message", words_of(point, context.texts)}});
    }
    context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
}

Result<> ready(const ReadyOptions& options, CommandContext& context) {
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    std::vector<ReadyPoint> points =
        event_readiness(desk.value()->state(), context.clock.wall_ms());
    for (ReadyPoint& point : machine_points(options, *desk.value(), context)) {
        points.push_back(std::move(point));
    }
    if (options.is_json) {
        write_json(points, context);
    } else {
        for (const ReadyPoint& point : points) {
            context.out << fmt::format("{}\t{}\n", context.texts.get(shown_as(point.ready)),
                                       words_of(point, context.texts));
        }
    }
    const auto missing = std::count_if(points.begin(), points.end(), [](const ReadyPoint& point) {
        return point.ready == Ready::no;
    });
    if (missing == 0) return Done{};
    return input_error({"{} is not ready for the doors. Missing: {}."}, options.event.file,
                       missing);
}

}  // namespace

void add_ready_command(CommandLine& line) {
    Subcommand command = line.add(
        "ready",
        {"Says point by point whether an event and this machine are ready for the doors, and what "
         "to do; ends with 1 where something is missing."},
        "stormote ready mote.stormote --printer etikett --central "
        "https://stormote.ekbacken.se:8443");
    auto& options = command.runs(ready);
    options.event.add_to(command);
    options.store.add_to(command);
    command.option("--camera", options.camera,
                   {"The camera to try, as stormote-kiosk takes it: part of its name, its path, a "
                    "file of pictures, or none. The default is the first one."});
    command.option("--printer", options.printer,
                   {"The printer for name labels, as CUPS calls it (lpstat -e lists them). The "
                    "default is the one that CUPS uses."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
