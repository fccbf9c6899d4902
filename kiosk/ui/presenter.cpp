#include "kiosk/ui/presenter.h"

#define GLFW_INCLUDE_NONE
#include <algorithm>

#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

// Of <GLFW/glfw3native.h>, which wants the headers of all X extensions for these names.
extern "C" void *glfwGetX11Display(void);
extern "C" unsigned long glfwGetGLXWindow(GLFWwindow *window);

namespace stormote {

namespace {

float channel(std::uint8_t value) {
    return static_cast<float>(value) / 255;
}

// Keeps every command to the part that is drawn.
void clip_to(ImDrawData& frame, const Rect& part) {
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        for (ImDrawCmd& command : frame.CmdLists[i]->CmdBuffer) {
            command.ClipRect.x = std::max(command.ClipRect.x, part.left);
            command.ClipRect.y = std::max(command.ClipRect.y, part.top);
            command.ClipRect.z = std::min(command.ClipRect.z, part.right());
            command.ClipRect.w = std::min(command.ClipRect.w, part.bottom());
        }
    }
}

}  // namespace

Presenter::Presenter(GLFWwindow *window) : window_(window) {
    ImGui_ImplOpenGL3_Init("#version 330");
    ImGui_ImplOpenGL3_NewFrame();
    // Copying a part leaves the back buffer as it is, which swapping does not promise.
    if (glfwExtensionSupported("GLX_MESA_copy_sub_buffer") == GLFW_TRUE) {
        copy_part_ =
            reinterpret_cast<decltype(copy_part_)>(glfwGetProcAddress("glXCopySubBufferMESA"));
    }
}

Presenter::~Presenter() {
    ImGui_ImplOpenGL3_Shutdown();
}

bool Presenter::present(std::uint64_t picture_epoch, Colour ground) {
    ImDrawData *frame = ImGui::GetDrawData();
    Rect part = tiles_.update(*frame, picture_epoch, ground);
    if (part.width <= 0 || part.height <= 0) return false;
    if (copy_part_ == nullptr) part = {0, 0, frame->DisplaySize.x, frame->DisplaySize.y};
    clip_to(*frame, part);
    const int height = static_cast<int>(frame->DisplaySize.y);
    glViewport(0, 0, static_cast<int>(frame->DisplaySize.x), height);
    glEnable(GL_SCISSOR_TEST);
    // OpenGL counts rows from below.
    glScissor(static_cast<int>(part.left), height - static_cast<int>(part.bottom()),
              static_cast<int>(part.width), static_cast<int>(part.height));
    glClearColor(channel(ground.red), channel(ground.green), channel(ground.blue), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(frame);
    show(part);
    return true;
}

void Presenter::show(const Rect& rect) {
    if (copy_part_ == nullptr) {
        glfwSwapBuffers(window_);
        return;
    }
    const int height = static_cast<int>(ImGui::GetDrawData()->DisplaySize.y);
    copy_part_(glfwGetX11Display(), glfwGetGLXWindow(window_), static_cast<int>(rect.left),
               height - static_cast<int>(rect.bottom()), static_cast<int>(rect.width),
               static_cast<int>(rect.height));
    glFlush();
}

}  // namespace stormote
