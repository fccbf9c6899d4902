// WallFrames: lays out what the wall shows beside the kiosk's own screens, in a Dear ImGui session
// and a Ui of its own, so that neither ever holds anything of the other. The screen thread; borrows
// texture store and clock, which outlive it.
//
// Source of both: wall_frames.cpp.
#pragma once

#include <functional>

#include "kiosk/ui/platform/imgui_session.h"
#include "kiosk/ui/render/texture_memory.h"
#include "kiosk/ui/screens/wall/wall.h"

namespace stormote {

struct WallLook {
    Size size;  // in pixels
    Theme theme;
};

class WallFrames {
  public:
    WallFrames(TextureStore& textures, const Clock& clock);

    // Calls `show` while ImGui::GetDrawData() holds the frame.
    void lay_out(const WallView& view, const WallLook& look, const Texts& texts,
                 const std::function<void(const Ui&)>& show);

  private:
    ImGuiSession session_;
    Ui ui_;
};

// The wall as a small picture on one of the kiosk's pages. Drawn anew only where it has changed.
class WallMiniature {
  public:
    explicit WallMiniature(const Clock& clock) : frames_(textures_, clock) {}

    void draw(Ui& ui, const Rect& rect, const WallView& view, const Theme& theme);

  private:
    TextureMemory textures_;
    WallFrames frames_;
    std::string key_;
    WallView drawn_;
    Colour primary_{};
};

}  // namespace stormote
