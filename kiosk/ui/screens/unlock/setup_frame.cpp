#include "kiosk/ui/screens/unlock/setup_frame.h"

#include <utility>

#include "kiosk/ui/shell/languages.h"

namespace stormote {

SetupFrame::SetupFrame(Ui& ui, UserPreferences& preferences, std::string event_line)
    : ui_(ui), preferences_(preferences), event_line_(std::move(event_line)) {}

FrameView SetupFrame::view() const {
    FrameView frame;
    frame.municipality = "Stormöte";
    frame.event_line = event_line_;
    frame.has_help = false;
    preferences_.describe(frame);
    return frame;
}

void SetupFrame::draw_choice() {
    if (const auto intent = draw_languages(ui_, view())) follow(*intent);
}

void SetupFrame::follow(const FrameIntent& intent) {
    is_choosing_language_ = std::holds_alternative<OpenLanguages>(intent);
    preferences_.choose(intent);
    ui_.wake_at(ui_.now_ms());
}

}  // namespace stormote
