#include "kiosk/ui/screens/common/empty_state.h"

#include <algorithm>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

void draw_empty_state(Ui& ui, const Rect& bounds, Icon icon, std::string_view words) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle style = quiet_text_style(ui.theme(), unit::lead);
    style.align = Align::centre;
    const float radius = ui.px(56);
    const float height = measure_text(ui, bounds.width, words, style).height;
    const bool has_badge = bounds.height > height + 2 * radius + ui.px(40);
    const float whole = height + (has_badge ? 2 * radius + ui.px(24) : 0);
    Rect box = bounds.middle({bounds.width, std::min(bounds.height, whole)});
    if (has_badge) {
        badge(ui, {box.centre().x, box.top + radius}, radius, icon, ui.theme().primary,
              ui.theme().primary_tint);
        box.take_top(2 * radius + ui.px(24));
    }
    draw_text(ui, box, words, style);
}

}  // namespace stormote
