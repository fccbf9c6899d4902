// Setting step: one change of an event's settings, as somebody makes it by touch and takes back.
// The desk's thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/settings/setting_rules.h"

namespace stormote {

struct SettingStep {
    FieldTexts from;  // of the fields that were changed, empty texts too
    FieldTexts to;
    FieldTexts translated;  // what translations among them are of
};

// Records what was said. Empty where all of it stands so already: nothing was recorded. Error in
// the words of check_settings().
[[nodiscard]] Result<SettingStep> change_settings(Desk& desk, const SaidSettings& said,
                                                  const Texts& labels, Actor actor);
// Records what stood there before. Error: somebody has changed it since; nothing is recorded.
[[nodiscard]] Result<> take_back(Desk& desk, const SettingStep& step, Actor actor);

}  // namespace stormote
