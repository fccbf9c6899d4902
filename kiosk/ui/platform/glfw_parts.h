// GLFW parts: what the sources that open windows share. The screen thread.
#pragma once

#include <memory>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

// Of <GLFW/glfw3native.h>, which wants the headers of all X extensions for this one name.
extern "C" unsigned long glfwGetX11Window(GLFWwindow *window);

namespace stormote {

struct DestroyWindow {
    void operator()(GLFWwindow *window) const { glfwDestroyWindow(window); }
};
using OwnedWindow = std::unique_ptr<GLFWwindow, DestroyWindow>;

}  // namespace stormote
