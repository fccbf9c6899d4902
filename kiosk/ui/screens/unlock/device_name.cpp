#include "kiosk/ui/screens/unlock/device_name.h"

#include "kiosk/ui/screens/common/field_page.h"

namespace stormote {

std::optional<DeviceNameIntent> draw_device_name(Ui& ui, const DeviceNameView& view) {
    ui.begin_screen("device_name");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    FieldPage page;
    page.title = ui.say(Sentence{"What do people call this screen?"});
    page.fields = {{"device_name", page.title}};
    page.text_id = "device_name_text";
    page.text = view.text;
    page.whole =
        ui.say(Sentence{"Where it stands, as \"Entrance 1\" or \"Table 4\". It is shown "
                        "beside what is done here. Back leaves it with the machine's own name."});
    // Where there is no room for a title.
    if (!ui.metrics().portrait()) page.whole = page.title + " " + page.whole;
    const WrittenAnswer answer =
        draw_written_page(ui, frame.bounds, page, view.keys, longest_device_name);
    if (answer.typed) return ChangeDeviceName{*answer.typed};
    if (answer.is_saved) return SaveDeviceName{};
    if (answer.keys) return TurnNameKeys{*answer.keys};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
