#include "kiosk/ui/platform/second_window.h"

#include <algorithm>
#include <span>

#include <X11/Xatom.h>
#include <X11/Xutil.h>

#include "kiosk/ui/platform/frame_renderer.h"
#include "kiosk/ui/platform/glfw_parts.h"
#include "kiosk/ui/platform/x_display.h"

namespace stormote {

namespace {

std::span<GLFWmonitor *const> all_monitors() {
    int count = 0;
    GLFWmonitor **monitors = glfwGetMonitors(&count);
    return {monitors, static_cast<std::size_t>(count)};
}

std::string name_of(GLFWmonitor *monitor) {
    const char *name = glfwGetMonitorName(monitor);
    return name == nullptr ? "" : name;
}

// Of the desktop, in pixels.
Rect bounds_of(GLFWmonitor *monitor) {
    int left = 0;
    int top = 0;
    glfwGetMonitorPos(monitor, &left, &top);
    const GLFWvidmode *mode = glfwGetVideoMode(monitor);
    if (mode == nullptr) return {};
    return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(mode->width),
            static_cast<float>(mode->height)};
}

// The one that the window stands on, or most of it.
GLFWmonitor *monitor_of(GLFWwindow *window) {
    if (GLFWmonitor *whole = glfwGetWindowMonitor(window)) return whole;
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    glfwGetWindowPos(window, &left, &top);
    glfwGetWindowSize(window, &width, &height);
    const Point middle{static_cast<float>(left) + static_cast<float>(width) / 2,
                       static_cast<float>(top) + static_cast<float>(height) / 2};
    for (GLFWmonitor *monitor : all_monitors()) {
        if (bounds_of(monitor).contains(middle)) return monitor;
    }
    return glfwGetPrimaryMonitor();
}

// Before the window is shown: a window manager leaves the keyboard where it is.
void refuse_keyboard(GLFWwindow *window) {
    const OwnedDisplay display = open_display();
    if (!display) return;
    const ::Window x_window = glfwGetX11Window(window);
    XWMHints hints{};
    hints.flags = InputHint | StateHint;
    hints.input = False;
    hints.initial_state = NormalState;
    XSetWMHints(display.get(), x_window, &hints);
    // Opened by nobody's hand, says the desktop's convention, and so given no focus.
    const Atom user_time = XInternAtom(display.get(), "_NET_WM_USER_TIME", False);
    const unsigned long never = 0;
    XChangeProperty(display.get(), x_window, user_time, XA_CARDINAL, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char *>(&never), 1);
    XSync(display.get(), False);
}

OwnedWindow open_on(GLFWmonitor *monitor) {
    glfwDefaultWindowHints();
    // The renderer draws.
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_CENTER_CURSOR, GLFW_FALSE);
    const Rect bounds = bounds_of(monitor);
    const int width = static_cast<int>(bounds.width);
    const int height = static_cast<int>(bounds.height);
    OwnedWindow window{glfwCreateWindow(width, height, "Stormöte", nullptr, nullptr)};
    if (!window) return window;
    refuse_keyboard(window.get());
    // As it is: the desktop keeps its layout.
    const GLFWvidmode *mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window.get(), monitor, 0, 0, width, height,
                         mode == nullptr ? GLFW_DONT_CARE : mode->refreshRate);
    glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    return window;
}

}  // namespace

// What is open: a window on a monitor.
struct OpenWindow {
    OpenWindow(OwnedWindow opened, GLFWmonitor *on, std::string called)
        : window(std::move(opened)),
          monitor(on),
          name(std::move(called)),
          renderer(static_cast<std::uint32_t>(glfwGetX11Window(window.get()))) {}

    OwnedWindow window;
    GLFWmonitor *monitor;
    std::string name;
    FrameRenderer renderer;
    bool needs_frame = true;
    bool is_monitor_gone = false;
};

struct SecondWindow::Parts {
    explicit Parts(Window& kiosk) : main(kiosk) {
        listener = this;
        glfwSetMonitorCallback([](GLFWmonitor *monitor, int event) {
            if (listener == nullptr) return;
            if (event == GLFW_DISCONNECTED && listener->open && listener->open->monitor == monitor)
                listener->open->is_monitor_gone = true;
            listener->main.wake();
        });
    }
    ~Parts() {
        glfwSetMonitorCallback(nullptr);
        listener = nullptr;
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    static Parts& of(GLFWwindow *window) {
        return *static_cast<Parts *>(glfwGetWindowUserPointer(window));
    }

    void ask_for_frame() {
        if (!open) return;
        open->renderer.forget();
        open->needs_frame = true;
        main.wake();
    }

    void set_callbacks() {
        GLFWwindow *target = open->window.get();
        glfwSetWindowUserPointer(target, this);
        glfwSetWindowRefreshCallback(target, [](GLFWwindow *w) { of(w).ask_for_frame(); });
        glfwSetFramebufferSizeCallback(target,
                                       [](GLFWwindow *w, int, int) { of(w).ask_for_frame(); });
        glfwSetWindowCloseCallback(target, [](GLFWwindow *w) { of(w).main.wake(); });
        // A desktop may give it the keyboard all the same.
        glfwSetWindowFocusCallback(target, [](GLFWwindow *w, int focused) {
            if (focused == GLFW_TRUE) glfwFocusWindow(of(w).main.glfw_window());
        });
    }

    // GLFW tells one listener, and gives it nothing to know itself by.
    static inline Parts *listener = nullptr;

    Window& main;
    std::unique_ptr<OpenWindow> open;
    std::uint64_t number = 0;
    std::optional<std::string> lost;
};

SecondWindow::SecondWindow(Window& window) : parts_(std::make_unique<Parts>(window)) {}

SecondWindow::~SecondWindow() = default;

std::vector<MonitorInfo> SecondWindow::monitors() const {
    GLFWmonitor *own = monitor_of(parts_->main.glfw_window());
    std::vector<MonitorInfo> list;
    for (GLFWmonitor *monitor : all_monitors()) {
        const Rect bounds = bounds_of(monitor);
        list.push_back({name_of(monitor), static_cast<int>(bounds.width),
                        static_cast<int>(bounds.height), monitor == own});
    }
    return list;
}

std::optional<std::string> SecondWindow::shown_on() const {
    if (!parts_->open) return std::nullopt;
    return parts_->open->name;
}

std::optional<std::string> SecondWindow::lost() const {
    return parts_->lost;
}

bool SecondWindow::show_on(const std::string& name) {
    const auto monitors = all_monitors();
    const auto found = std::find_if(monitors.begin(), monitors.end(),
                                    [&](GLFWmonitor *monitor) { return name_of(monitor) == name; });
    GLFWwindow *main = parts_->main.glfw_window();
    if (found == monitors.end() || *found == monitor_of(main)) return false;
    close();
    OwnedWindow window = open_on(*found);
    if (!window) return false;
    parts_->open = std::make_unique<OpenWindow>(std::move(window), *found, name);
    parts_->lost.reset();
    ++parts_->number;
    parts_->set_callbacks();
    // Without a window manager nobody else gives it back.
    glfwFocusWindow(main);
    parts_->main.wake();
    return true;
}

void SecondWindow::close() {
    parts_->lost.reset();
    if (!parts_->open) return;
    parts_->open.reset();
    glfwFocusWindow(parts_->main.glfw_window());
    parts_->main.wake();
}

void SecondWindow::update() {
    if (!parts_->open) return;
    if (parts_->open->is_monitor_gone) {
        const std::string name = parts_->open->name;
        close();
        parts_->lost = name;
    } else if (glfwWindowShouldClose(parts_->open->window.get()) == GLFW_TRUE) {
        close();
    }
}

std::uint64_t SecondWindow::number() const {
    return parts_->number;
}

TextureStore& SecondWindow::textures() {
    return parts_->open->renderer.textures();
}

Size SecondWindow::size() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(parts_->open->window.get(), &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

bool SecondWindow::needs_frame() const {
    return parts_->open->needs_frame;
}

void SecondWindow::present(std::uint64_t picture_epoch, Colour ground) {
    parts_->open->renderer.present(picture_epoch, ground);
    parts_->open->needs_frame = false;
}

}  // namespace stormote
