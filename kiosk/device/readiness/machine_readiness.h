// Machine readiness: whether this machine is ready for the doors, each part tried for real and told
// with what to do. What was asked for by name and does not answer is missing; what nobody asked for
// and is not there needs a look. Trials take up to some seconds: not for the screen thread. They
// own nothing beyond the call.
//
// Sources: machine_readiness.cpp, system_devices.cpp.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/device/audio/sound_player.h"
#include "kiosk/device/camera/camera.h"
#include "kiosk/device/printer/print_service.h"
#include "sync/base/clock.h"
#include "sync/report/readiness.h"

namespace stormote {

// Whether a part was named, or is used where it happens to be there.
enum class AskedFor : std::uint8_t { by_name, if_there };

// How long a camera may take until its first picture.
constexpr std::chrono::milliseconds first_picture_limit{5'000};

// Writes a file beside the event and removes it.
[[nodiscard]] ReadyPoint try_disk(const std::filesystem::path& folder);
[[nodiscard]] ReadyPoint try_clock(const Clock& clock);
// The queue by its name at the printing system; empty: there is none.
[[nodiscard]] ReadyPoint try_printer(PrintService& printer, const std::string& queue,
                                     AskedFor asked_for);
// What somebody has to see to; nothing: the printer prints, or could.
[[nodiscard]] std::optional<LocalizedMessage> printer_trouble(PrinterCondition condition,
                                                              const std::string& queue);
// Where no printer was named, or none is the usual one.
[[nodiscard]] ReadyPoint no_printer();
// Opens it, takes a picture, which is not kept, and closes it. Null: none is to be used.
[[nodiscard]] ReadyPoint try_camera(FrameSource *source, AskedFor asked_for,
                                    std::chrono::milliseconds longest = first_picture_limit);
// One that a kiosk watches already: waits for its next picture. Null: none is to be used.
[[nodiscard]] ReadyPoint try_camera(const Camera *camera, AskedFor asked_for,
                                    std::chrono::milliseconds longest = first_picture_limit);
// Null: there are to be no tones.
[[nodiscard]] ReadyPoint try_sound(SoundPlayer *sounds);

// What is plugged in and types digits, as /sys lists it ("/sys" is the folder). Only a scan shows
// that a scanner reads.
[[nodiscard]] ReadyPoint find_scanner(const std::filesystem::path& system_folder);
// Mains or battery, as /sys says.
[[nodiscard]] ReadyPoint find_power(const std::filesystem::path& system_folder);

}  // namespace stormote
