// ImGuiSession: Dear ImGui switched on, without its own files and with its built-in font alone,
// which is never read: Pango draws the words. Where there are several, the first one is in use. The
// screen thread.
#pragma once

struct ImGuiContext;

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

    // While it lives, frames are drawn in that session; then again in the one before.
    class Use {
      public:
        explicit Use(const ImGuiSession& session);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;

      private:
        ImGuiContext *before_;
    };

  private:
    ImGuiContext *context_;
};

}  // namespace stormote
