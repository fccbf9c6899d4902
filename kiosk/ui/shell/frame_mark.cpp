#include "kiosk/ui/shell/frame_mark.h"

namespace stormote {

namespace {

constexpr float plate_rim = 10;

// Whether the header itself would swallow the logo.
bool needs_plate(const Theme& theme, const Logo& logo) {
    return logo.is_light == (theme.kind == ThemeKind::light);
}

}  // namespace

Size frame_mark_size(const Ui& ui, const FrameView& view) {
    if (view.logo == nullptr) return {ui.px(56), ui.px(64)};
    const Size bounds{ui.px(ui.metrics().portrait() ? 220 : 300), ui.px(76)};
    return logo_size(view.logo->picture, bounds);
}

void draw_frame_mark(Ui& ui, const Rect& rect, const FrameView& view) {
    const Theme& theme = ui.theme();
    if (view.logo == nullptr) {
        ui.painter().shield(rect, theme.primary,
                            theme.kind == ThemeKind::light ? theme.accent : theme.on_primary);
        return;
    }
    if (needs_plate(theme, *view.logo)) {
        // Into the margins around it: colours change with the theme, nothing moves.
        const float rim = ui.px(plate_rim);
        ui.painter().fill(rect.inset(-rim, -rim), view.logo->is_light ? theme.panel : white,
                          ui.px(12));
    }
    const Logo& logo = *view.logo;
    ui.painter().picture(rect, "logo " + logo.key, [&logo](int width, int height) {
        return rasterise_logo(logo.picture, width, height);
    });
    // Without words: the name stands beside it.
    RecordedItem item;
    item.role = Role::image;
    item.id = "logo";
    item.rect = rect;
    ui.record().add(std::move(item));
}

}  // namespace stormote
