// ImGuiSession: Dear ImGui switched on, without its own files and with its built-in font alone,
// which is never read: Pango draws the words. One at a time; the screen thread.
#pragma once

namespace stormote {

class TextureStore;

class ImGuiSession {
  public:
    ImGuiSession();
    ~ImGuiSession();
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;

    // Puts the picture that its lines are cut of where the renderer finds it: once, before the
    // first frame that is drawn.
    void lend_shapes(TextureStore& textures);
};

}  // namespace stormote
