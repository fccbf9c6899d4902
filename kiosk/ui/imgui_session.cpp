#include "kiosk/ui/imgui_session.h"

#include <imgui.h>

namespace stormote {

ImGuiSession::ImGuiSession() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
}

ImGuiSession::~ImGuiSession() {
    ImGui::DestroyContext();
}

}  // namespace stormote
