#include "kiosk/app/machine_trials.h"

#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/device/readiness/store_readiness.h"

namespace stormote {

namespace {

ReadyPoint printer_point(const std::string& queue) {
    if (queue.empty()) return no_printer();
    // Another connection than that of the labels: it belongs to one thread.
    return try_printer(*connect_cups_printer(queue), queue, AskedFor::by_name);
}

}  // namespace

std::vector<Trial> machine_trials(const KioskOptions& options, const OpenedParts& parts,
                                  const Clock& clock) {
    const std::filesystem::path system_folder = "/sys";
    StoreToTry store{.url = options.central,
                     .state_directory = parts.state_directory,
                     .event = parts.event,
                     .access = parts.store};
    store.http.certificate = options.certificate;
    store.http.pinned_certificate = options.pinned_certificate;
    const AskedFor camera = options.camera.empty() ? AskedFor::if_there : AskedFor::by_name;
    return {
        {"disk",
         [folder = std::filesystem::absolute(options.event).parent_path()] {
             return try_disk(folder);
         }},
        {"clock", [&clock] { return try_clock(clock); }},
        {"printer", [queue = options.printer] { return printer_point(queue); }},
        {"camera", [opened = parts.camera, camera] { return try_camera(opened, camera); }},
        {"scanner", [system_folder] { return find_scanner(system_folder); }},
        {"sound", [sounds = parts.sounds] { return try_sound(sounds); }},
        {"power", [system_folder] { return find_power(system_folder); }},
        {"store", [store, &clock] { return try_store(store, clock); }},
    };
}

}  // namespace stormote
