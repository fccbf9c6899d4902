#include "kiosk/ui/platform/imgui_session.h"

#include <imgui.h>

#include "kiosk/ui/render/texture_store.h"

namespace stormote {

ImGuiSession::ImGuiSession() {
    IMGUI_CHECKVERSION();
    // Where there is one in use already, that one stays in use.
    context_ = ImGui::CreateContext();
    const Use use(*this);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // A room full of tables has more corners than 16 bits count; the rasteriser knows the offset.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

ImGuiSession::~ImGuiSession() {
    ImGui::DestroyContext(context_);
}

void ImGuiSession::lend_shapes(TextureStore& textures) {
    const Use use(*this);
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    RasterImage image;
    unsigned char *pixels = nullptr;
    fonts.GetTexDataAsAlpha8(&pixels, &image.width, &image.height);
    image.pixels.assign(pixels, pixels + static_cast<std::ptrdiff_t>(image.width) * image.height);
    const TextureId texture = textures.create(image.width, image.height, image.format);
    textures.update(texture, 0, 0, image);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui hands texture names about as pointers.
    fonts.SetTexID(reinterpret_cast<ImTextureID>(texture));
}

ImGuiSession::Use::Use(const ImGuiSession& session) : before_(ImGui::GetCurrentContext()) {
    ImGui::SetCurrentContext(session.context_);
}

ImGuiSession::Use::~Use() {
    ImGui::SetCurrentContext(before_);
}

}  // namespace stormote
