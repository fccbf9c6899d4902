#include "kiosk/ui/screens/check_in/camera_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

namespace {

// Fifteen pictures a second are a mirror to people; more would only burn the processor.
constexpr std::int64_t picture_ms = 66;
// A little darker than it is, so that what stands on it is seen.
constexpr Colour dimmed{220, 220, 220};

// Which part of the picture fills the panel: its middle, without distortion. In shares.
struct Crop {
    float left = 0;
    float top = 0;
    float width = 1;
    float height = 1;
};

Crop crop_to(const Rect& panel, const GreyFrame& frame) {
    const float wanted = panel.width / panel.height;
    const float given = static_cast<float>(frame.width) / static_cast<float>(frame.height);
    Crop crop;
    if (given > wanted) {
        crop.width = wanted / given;
        crop.left = (1 - crop.width) / 2;
    } else {
        crop.height = given / wanted;
        crop.top = (1 - crop.height) / 2;
    }
    return crop;
}

// Where a point of the picture stands on the screen: left is right, as in a mirror.
Point mirrored(const FramePoint& point, const Crop& crop, const Rect& panel) {
    return {panel.right() - (point.x - crop.left) / crop.width * panel.width,
            panel.top + (point.y - crop.top) / crop.height * panel.height};
}

// In the accent colour, with a dark edge: what is behind may be of any brightness.
void draw_bright_line(Ui& ui, std::span<const Point> corners, float thickness) {
    ui.painter().stroke(corners, ui.theme().panel, thickness + ui.px(6));
    ui.painter().stroke(corners, ui.theme().accent, thickness);
}

void draw_scan_frame(Ui& ui, const Rect& frame) {
    const float arm = ui.px(76);
    for (const float side : {-1.0F, 1.0F}) {
        for (const float end : {-1.0F, 1.0F}) {
            const Point corner{frame.centre().x + side * frame.width / 2,
                               frame.centre().y + end * frame.height / 2};
            const std::array<Point, 3> angle{
                {{corner.x - side * arm, corner.y}, corner, {corner.x, corner.y - end * arm}}};
            draw_bright_line(ui, angle, ui.px(9));
        }
    }
}

void draw_picture(Ui& ui, const Rect& panel, const CameraPicture& picture) {
    const Crop crop = crop_to(panel, picture.frame);
    ui.painter().live_picture(panel, picture.frame, picture.number,
                              {crop.left + crop.width, crop.top},
                              {crop.left, crop.top + crop.height}, dimmed, ui.px(28));
    ui.painter().clip(panel);
    for (const auto& code : picture.codes) {
        std::array<Point, 5> outline;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            outline[i] = mirrored(code[i % code.size()], crop, panel);
        }
        draw_bright_line(ui, outline, ui.px(8));
    }
    ui.painter().end_clip();
}

PanelCaption lost_caption(const Ui& ui) {
    return {Icon::warning, ui.say(Sentence{"**The camera does not answer.**"}),
            ui.say(Sentence{"Use the hand scanner, or type your name."})};
}

}  // namespace

bool draw_camera_panel(Ui& ui, const Rect& panel, const CameraView& view) {
    return draw_camera_panel(
        ui, panel, view,
        {Icon::scan, ui.say(Sentence{"**Hold up your ticket** and we read the code."}),
         ui.say(Sentence{"On paper or on your phone – both are fine."})});
}

bool draw_camera_panel(Ui& ui, const Rect& panel, const CameraView& view,
                       const PanelCaption& running) {
    const bool is_lost = view.state == CameraState::lost;
    if (!is_lost && view.picture == nullptr) return false;
    const Theme& theme = ui.theme();
    Rect inside = panel.inset(ui.px(40), ui.px(40));
    const float caption = std::round(ui.px(136) * std::min(1.6F, ui.text_scale()));
    const Rect caption_rect = inside.take_bottom(std::min(caption, inside.height * 0.5F));
    inside.take_bottom(ui.px(40));
    const float height = std::min(inside.height, ui.px(460));
    if (is_lost) {
        ui.painter().glow(panel, theme.panel_glow, theme.panel, ui.px(28));
        // What to do, not what is wrong: nobody at the door can mend it.
        const float side = std::round(height * 0.5F);
        ui.painter().icon(inside.middle({side, side}), Icon::keyboard, theme.on_panel);
    } else {
        draw_picture(ui, panel, *view.picture);
        const Rect frame = inside.middle({std::min(inside.width, height * 1.15F), height});
        draw_scan_frame(ui, frame.inset(ui.px(12), ui.px(12)));
        RecordedItem item;
        item.role = Role::image;
        item.label = ui.say(Sentence{"What the camera sees"});
        item.rect = panel;
        ui.record().add(std::move(item));
        ui.wake_at(ui.now_ms() + picture_ms);
    }
    if (theme.kind == ThemeKind::high_contrast) {
        ui.painter().outline(panel, theme.hairline, ui.px(3), ui.px(28));
    }
    draw_panel_caption(ui, caption_rect, is_lost ? lost_caption(ui) : running);
    return true;
}

}  // namespace stormote
