// Machine trials: how a kiosk tries the parts of its machine, as its options name them, for a
// thread of their own. They borrow camera, sounds and clock, which outlive them.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/kiosk_options.h"
#include "kiosk/device/camera/camera.h"
#include "kiosk/device/readiness/store_readiness.h"
#include "kiosk/device/readiness/trial_thread.h"

namespace stormote {

// What the kiosk has opened already.
struct OpenedParts {
    const Camera *camera = nullptr;  // null: none is to be used
    SoundPlayer *sounds = nullptr;   // null: there are to be no tones
    std::filesystem::path state_directory;
    EventId event{};
    std::optional<StoreAccess> store{};  // nothing: there is none
};

[[nodiscard]] std::vector<Trial> machine_trials(const KioskOptions& options,
                                                const OpenedParts& parts, const Clock& clock);

}  // namespace stormote
