#include "kiosk/ui/screens/check_in/help_foot.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

std::optional<HelpFootIntent> draw_help_foot(Ui& ui, Rect& bounds) {
    // What stands above needs the room.
    const TextScale scale(ui, std::min(1.1F, ui.text_scale()));
    const ChipStyle staff{
        .id = "staff", .label = ui.say(Sentence{"For the staff"}), .icon = Icon::lock};
    const ButtonStyle back{.id = "close_help", .label = ui.say(Sentence{"I understand"})};
    const float gap = ui.px(24);
    const Size back_size = button_size(ui, back, bounds.width * 0.6F);
    const Size staff_size = chip_size(ui, staff);
    Rect foot = bounds.take_bottom(back_size.height);
    bounds.take_bottom(gap);
    const Rect chip_rect{foot.left, foot.top + std::round((foot.height - staff_size.height) / 2),
                         std::min(staff_size.width, foot.width - back_size.width - gap),
                         staff_size.height};
    std::optional<HelpFootIntent> intent;
    if (chip(ui, chip_rect, staff)) intent = OpenStaff{};
    if (button(ui, foot.take_right(back_size.width), back)) intent = FrameIntent{GoBack{}};
    return intent;
}

}  // namespace stormote
