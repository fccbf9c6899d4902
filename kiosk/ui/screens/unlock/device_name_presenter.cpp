#include "kiosk/ui/screens/unlock/device_name_presenter.h"

#include <utility>

#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

DeviceNamePresenter::DeviceNamePresenter(Ui& ui, UserPreferences& preferences,
                                         std::string event_line, std::string proposal)
    : ui_(ui), frame_(ui, preferences, std::move(event_line)), text_(std::move(proposal)) {
    keys_.open = true;
    // Nothing else asks for a first frame: whoever unlocked the event has let go of the screen.
    ui_.wake_at(ui_.now_ms());
}

void DeviceNamePresenter::draw() {
    if (ui_.input().close_wanted) is_done_ = true;
    frame_.draw([this](FrameView frame) {
        const auto intent = draw_device_name(ui_, {std::move(frame), text_, keys_});
        if (!intent) return;
        follow(*intent);
        ui_.wake_at(ui_.now_ms());
    });
}

void DeviceNamePresenter::follow(const DeviceNameIntent& intent) {
    std::visit(Match{[this](const ChangeDeviceName& change) { text_ = change.text; },
                     [this](const TurnNameKeys& turned) { keys_ = turned.keys; },
                     [this](const SaveDeviceName&) {
                         const std::string name = trim_text(text_);
                         if (name.empty()) return;
                         name_ = name;
                         is_answered_ = is_done_ = true;
                     },
                     [this](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             is_answered_ = is_done_ = true;
                         } else {
                             frame_.follow(chosen);
                         }
                     }},
               intent);
}

}  // namespace stormote
