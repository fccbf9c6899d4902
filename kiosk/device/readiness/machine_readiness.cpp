#include "kiosk/device/readiness/machine_readiness.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>

#include "kiosk/documents/files/output_file.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

// Enough for an evening's record many times over.
constexpr std::uintmax_t needed_disk_bytes = 500'000'000;
constexpr std::int64_t earliest_clock_ms = 1'767'225'600'000;  // 2026
// Of 255: a lens with its cap on, or with tape over it.
constexpr std::uint64_t darkest_mean = 8;

LocalizedMessage words_of(const Error& error) {
    return {error.sentence, error.arguments};
}

// What is missing where somebody asked for it, and needs a look where nobody did.
Ready absent(AskedFor asked_for) {
    return asked_for == AskedFor::by_name ? Ready::no : Ready::look;
}

struct PrinterWords {
    PrinterCondition condition;
    Sentence message;
    Sentence remedy;
};

constexpr std::array<PrinterWords, 5> printer_troubles{{
    {PrinterCondition::out_of_paper,
     {"The printer {} is out of paper or labels."},
     {"Put in a new roll or paper."}},
    {PrinterCondition::jammed,
     {"Something is stuck in the printer {}."},
     {"Open it and take out what is stuck."}},
    {PrinterCondition::open, {"The printer {} is open."}, {"Close its cover."}},
    {PrinterCondition::stopped,
     {"The printer {} has stopped."},
     {"Switch it off and on again, and try once more."}},
    {PrinterCondition::absent,
     {"The printer {} is switched off, not connected or not set up."},
     {"Switch it on and check its cable."}},
}};

ReadyPoint no_camera_used() {
    return {"camera", Ready::yes, localized({"No camera is used here."})};
}

ReadyPoint no_camera_connected() {
    return {"camera", Ready::look, localized({"No camera is connected."}),
            localized({"Connect one, or use a hand scanner. People can also type their name."})};
}

ReadyPoint silent_camera(LocalizedMessage why, AskedFor asked_for) {
    return {"camera", absent(asked_for), std::move(why),
            localized({"Unplug the camera and plug it in again. Close other programs that use "
                       "it."})};
}

bool is_dark(const GreyFrame& frame) {
    const std::uint64_t sum =
        std::accumulate(frame.pixels.begin(), frame.pixels.end(), std::uint64_t{0});
    return sum < darkest_mean * frame.pixels.size();
}

ReadyPoint camera_shows(const GreyFrame& frame) {
    if (is_dark(frame)) {
        return {"camera", Ready::look, localized({"The camera's picture is dark."}),
                localized({"Take off what covers the lens, and turn on the light."})};
    }
    return {"camera", Ready::yes, localized({"The camera sends pictures."})};
}

}  // namespace

ReadyPoint try_disk(const std::filesystem::path& folder) {
    const auto draft = OutputFile::prepare(folder / ".stormote-ready", "ready");
    if (!draft) {
        return {"disk", Ready::no, words_of(draft.error()),
                localized({"Call whoever looks after the machine."})};
    }
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (!error && space.available < needed_disk_bytes) {
        return {"disk", Ready::look,
                localized({"The disk has {} MB left."}, space.available / 1'000'000),
                localized({"Make room: at least {} MB."}, needed_disk_bytes / 1'000'000)};
    }
    return {"disk", Ready::yes, localized({"The disk can be written to."})};
}

ReadyPoint try_clock(const Clock& clock) {
    const std::int64_t now_ms = clock.wall_ms();
    std::string now = local_time_of(now_ms);
    std::replace(now.begin(), now.end(), 'T', ' ');
    if (now_ms < earliest_clock_ms) {
        return {"clock", Ready::no, localized({"The clock says {}."}, now),
                localized({"Set the machine's date and time."})};
    }
    return {"clock", Ready::yes, localized({"The clock says {}. Compare it with yours."}, now)};
}

ReadyPoint no_printer() {
    return {"printer", Ready::look, localized({"No label printer is set up here."}),
            localized({"Write name labels by hand, or have a printer set up."})};
}

std::optional<LocalizedMessage> printer_trouble(PrinterCondition condition,
                                                const std::string& queue) {
    for (const PrinterWords& trouble : printer_troubles) {
        if (trouble.condition == condition) return localized(trouble.message, queue);
    }
    return std::nullopt;
}

ReadyPoint try_printer(PrintService& printer, const std::string& queue, AskedFor asked_for) {
    const PrinterState state = printer.state();
    for (const PrinterWords& trouble : printer_troubles) {
        if (trouble.condition != state.condition) continue;
        return {"printer", absent(asked_for), localized(trouble.message, queue),
                localized(trouble.remedy)};
    }
    if (state.unfinished > 0 && state.condition == PrinterCondition::ready) {
        return {"printer", Ready::look,
                localized({"The printer {} is ready, but prints still wait in it: {}."}, queue,
                          state.unfinished),
                localized({"See that they come out, or cancel them."})};
    }
    return {"printer", Ready::yes, localized({"The printer {} is ready."}, queue)};
}

ReadyPoint try_camera(FrameSource *source, AskedFor asked_for, std::chrono::milliseconds longest) {
    if (source == nullptr) return no_camera_used();
    const auto opened = source->open();
    if (!opened) return silent_camera(words_of(opened.error()), asked_for);
    if (*opened == Opening::no_camera) return no_camera_connected();
    const auto end = std::chrono::steady_clock::now() + longest;
    GreyFrame frame;
    bool has_frame = false;
    Result<Reading> reading = Reading::nothing_yet;
    do {
        reading = source->read(frame, std::chrono::milliseconds(100));
        has_frame |= reading && *reading == Reading::frame;
        // The first pictures are dark until a camera has found its exposure.
    } while (reading && (!has_frame || is_dark(frame)) && std::chrono::steady_clock::now() < end);
    source->close();
    if (!reading) return silent_camera(words_of(reading.error()), asked_for);
    if (!has_frame) {
        return silent_camera(localized({"The camera is there, but sends no picture."}), asked_for);
    }
    return camera_shows(frame);
}

ReadyPoint try_camera(const Camera *camera, AskedFor asked_for, std::chrono::milliseconds longest) {
    if (camera == nullptr) return no_camera_used();
    const auto number_of = [](const std::shared_ptr<const CameraPicture>& picture) {
        return picture == nullptr ? 0 : picture->number;
    };
    const std::uint64_t before = number_of(camera->picture());
    const auto end = std::chrono::steady_clock::now() + longest;
    auto picture = camera->picture();
    while (number_of(picture) <= before && camera->state() != CameraState::none &&
           camera->state() != CameraState::lost && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        picture = camera->picture();
    }
    if (number_of(picture) > before) return camera_shows(picture->frame);
    if (camera->state() == CameraState::none) return no_camera_connected();
    const auto why = camera->reason();
    return silent_camera(
        why ? words_of(*why) : localized({"The camera is there, but sends no picture."}),
        asked_for);
}

ReadyPoint try_sound(SoundPlayer *sounds) {
    if (sounds == nullptr) {
        return {"sound", Ready::yes, localized({"The tones are turned off here."})};
    }
    if (const auto tried = sounds->try_out(); !tried) {
        return {"sound", Ready::look, words_of(tried.error()),
                localized({"Connect a loudspeaker, or go on without tones."})};
    }
    return {"sound", Ready::yes, localized({"The sound output can be opened."})};
}

}  // namespace stormote
