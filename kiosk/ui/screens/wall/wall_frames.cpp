#include "kiosk/ui/screens/wall/wall_frames.h"

#include <atomic>

#include <fmt/format.h>
#include <imgui.h>

#include "kiosk/ui/render/rasteriser.h"

namespace stormote {

namespace {

// No two pictures of one program have the same.
std::string next_key() {
    static std::atomic<int> last = 0;
    return fmt::format("wall {}", ++last);
}

RasterImage to_image(const std::vector<std::uint32_t>& pixels, int width, int height) {
    RasterImage image;
    image.width = width;
    image.height = height;
    image.format = PixelFormat::colour;
    image.pixels.reserve(pixels.size() * 4);
    for (const std::uint32_t pixel : pixels) {
        for (const int shift : {16, 8, 0}) {
            image.pixels.push_back(static_cast<std::uint8_t>(pixel >> shift & 0xFFU));
        }
        image.pixels.push_back(255);
    }
    return image;
}

}  // namespace

WallFrames::WallFrames(TextureStore& textures, const Clock& clock) : ui_(textures, clock) {
    session_.lend_shapes(textures);
}

void WallFrames::lay_out(const WallView& view, const WallLook& look, const Texts& texts,
                         const std::function<void(const Ui&)>& show) {
    const ImGuiSession::Use use(session_);
    ui_.set_texts(texts);
    ui_.set_style({look.theme, 100, Motion::reduced});
    FrameInput input;
    input.screen = look.size;
    ui_.begin_frame(input);
    draw_wall(ui_, view);
    ui_.end_frame();
    show(ui_);
}

void WallMiniature::draw(Ui& ui, const Rect& rect, const WallView& view, const Theme& theme) {
    if (key_.empty() || !(view == drawn_) || !(theme.primary == primary_)) {
        key_ = next_key();
        drawn_ = view;
        primary_ = theme.primary;
    }
    const auto rasterise = [&](int width, int height) {
        std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) *
                                          static_cast<std::size_t>(height));
        const Rect whole{0, 0, static_cast<float>(width), static_cast<float>(height)};
        frames_.lay_out(view, {{whole.width, whole.height}, theme}, ui.texts(), [&](const Ui&) {
            draw_frame(*ImGui::GetDrawData(), textures_, whole, theme.surface,
                       {pixels.data(), width, height});
        });
        return to_image(pixels, width, height);
    };
    ui.painter().picture(rect, key_, rasterise);
    RecordedItem item;
    item.role = Role::image;
    item.label = view.kicker.empty() ? view.title : view.kicker + ": " + view.title;
    item.rect = rect;
    ui.record().add(std::move(item));
}

}  // namespace stormote
