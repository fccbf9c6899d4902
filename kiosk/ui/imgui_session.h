// ImGuiSession: Dear ImGui switched on, without its own files and with its built-in font alone,
// which is never read: Pango draws the words. One at a time; the screen thread.
#pragma once

namespace stormote {

class ImGuiSession {
  public:
    ImGuiSession();
    ~ImGuiSession();
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;
};

}  // namespace stormote
