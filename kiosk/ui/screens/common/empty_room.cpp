#include "kiosk/ui/screens/common/empty_room.h"

#include <algorithm>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

void draw_empty_room(Ui& ui, const Rect& room, Icon icon, std::string_view words) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    WordsLook look = quiet_words(ui.theme(), unit::lead);
    look.align = Align::centre;
    const float radius = ui.px(56);
    const float height = measure_words(ui, room.width, words, look).height;
    const bool has_badge = room.height > height + 2 * radius + ui.px(40);
    const float whole = height + (has_badge ? 2 * radius + ui.px(24) : 0);
    Rect box = room.middle({room.width, std::min(room.height, whole)});
    if (has_badge) {
        badge(ui, {box.centre().x, box.top + radius}, radius, icon, ui.theme().primary,
              ui.theme().primary_tint);
        box.take_top(2 * radius + ui.px(24));
    }
    draw_words(ui, box, words, look);
}

}  // namespace stormote
