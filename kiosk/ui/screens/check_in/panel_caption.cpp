#include "kiosk/ui/screens/check_in/panel_caption.h"

#include <cmath>

#include "kiosk/ui/widgets/column.h"

namespace stormote {

void draw_panel_caption(Ui& ui, const Rect& rect, const PanelCaption& caption) {
    const Theme& theme = ui.theme();
    ui.painter().fill(rect, theme.panel_caption, ui.px(unit::radius));
    if (theme.kind == ThemeKind::high_contrast) {
        ui.painter().outline(rect, theme.hairline, ui.px(2), ui.px(unit::radius));
    }
    Rect inside = rect.inset(ui.px(32), ui.px(16));
    const float icon = ui.px(56);
    ui.painter().icon(inside.take_left(icon).middle({icon, icon}), caption.icon, theme.accent);
    inside.take_left(ui.px(28));
    const Column column = fit_column(ui, {inside.width, inside.height}, [&](Column& words) {
        TextBlockStyle strong;
        strong.size = 34;
        strong.colour = theme.on_panel;
        strong.emphasis = Emphasis::stars;
        words.words(caption.strong, strong);
        words.gap(4);
        TextBlockStyle quiet;
        quiet.colour = theme.on_panel;
        words.words(caption.quiet, quiet);
    });
    column.draw({inside.left, inside.top + std::round((inside.height - column.height()) / 2)});
}

}  // namespace stormote
