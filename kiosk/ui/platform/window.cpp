#include "kiosk/ui/platform/window.h"

#include <algorithm>
#include <atomic>
#include <string>

#include "kiosk/ui/platform/frame_renderer.h"
#include "kiosk/ui/platform/glfw_parts.h"
#include "kiosk/ui/platform/imgui_session.h"
#include "kiosk/ui/platform/keyboard_input.h"
#include "kiosk/ui/platform/pointer_queue.h"
#include "kiosk/ui/platform/touch_reader.h"
#include "sync/base/clock.h"
#include "sync/base/error.h"

namespace stormote {

namespace {

constexpr int settling_frames = 2;
// The X server's emulated mouse may still be moving when the finger has left.
constexpr std::int64_t emulated_mouse_ms = 500;

[[noreturn]] void throw_no_screen() {
    throw MachineFailure(machine_error(Sentence{"No display was found."}));
}

struct Glfw {
    Glfw() {
#ifdef GLFW_PLATFORM_X11
        glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
        if (glfwInit() == GLFW_FALSE) throw_no_screen();
    }
    ~Glfw() {
        glfwTerminate();
    }
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
};

OwnedWindow open_window(const WindowOptions& options) {
    // The renderer draws.
    glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    GLFWmonitor *monitor = options.windowed ? nullptr : glfwGetPrimaryMonitor();
    const GLFWvidmode *mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    const Size size = options.windowed.value_or(Size{1920, 1080});
    const int width = mode != nullptr ? mode->width : static_cast<int>(size.width);
    const int height = mode != nullptr ? mode->height : static_cast<int>(size.height);
    OwnedWindow window{glfwCreateWindow(width, height, options.title.c_str(), monitor, nullptr)};
    if (!window) throw_no_screen();
    return window;
}

}  // namespace

struct Window::Parts {
    const Clock& clock;
    Glfw glfw;
    OwnedWindow window;
    ImGuiSession session;
    FrameRenderer renderer;
    PointerQueue pointers;
    KeyboardInput keyboard{[this] {
        const char *held = glfwGetClipboardString(window.get());
        return std::string(held == nullptr ? "" : held);
    }};
    std::atomic<bool> woken = false;
    TouchReader touches;

    bool happened = true;  // something that asks for a frame
    bool touched = false;
    bool close_wanted = false;
    Closing closing = Closing::refused;
    int frames_owed = settling_frames;
    std::int64_t last_touch_ms = -emulated_mouse_ms;

    Parts(const WindowOptions& options, const Clock& steady_clock)
        : clock(steady_clock),
          window(open_window(options)),
          renderer(static_cast<std::uint32_t>(glfwGetX11Window(window.get()))),
          touches(glfwGetX11Window(window.get()), [this] { wake(); }) {
        glfwSetWindowUserPointer(window.get(), this);
        session.lend_shapes(renderer.textures());
        set_callbacks();
        glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
        // Without a window manager nobody else gives it the keyboard.
        glfwFocusWindow(window.get());
    }

    static Parts& of(GLFWwindow *window) {
        return *static_cast<Parts *>(glfwGetWindowUserPointer(window));
    }

    void wake() {
        woken = true;
        glfwPostEmptyEvent();
    }

    [[nodiscard]] bool emulated_mouse() const {
        return pointers.touching() || clock.steady_ms() - last_touch_ms < emulated_mouse_ms;
    }

    void set_callbacks() {
        GLFWwindow *target = window.get();
        glfwSetWindowCloseCallback(target, [](GLFWwindow *w) { of(w).asked_to_close(); });
        glfwSetWindowRefreshCallback(target, [](GLFWwindow *w) {
            of(w).renderer.forget();
            of(w).happened = true;
        });
        glfwSetFramebufferSizeCallback(target, [](GLFWwindow *w, int, int) {
            of(w).renderer.forget();
            of(w).happened = true;
        });
        glfwSetCursorPosCallback(target, [](GLFWwindow *w, double x, double y) {
            of(w).mouse_moved({static_cast<float>(x), static_cast<float>(y)});
        });
        glfwSetCursorEnterCallback(target, [](GLFWwindow *w, int entered) {
            if (entered == GLFW_FALSE) of(w).pointers.mouse_leave();
        });
        glfwSetMouseButtonCallback(target, [](GLFWwindow *w, int button, int action, int) {
            if (button == GLFW_MOUSE_BUTTON_LEFT) of(w).mouse_pressed(action);
        });
        glfwSetKeyCallback(target, [](GLFWwindow *w, int key, int code, int action, int modifiers) {
            Parts& parts = of(w);
            parts.keyboard.key(key, code, action, modifiers, parts.clock.steady_ms());
        });
        glfwSetCharCallback(target, [](GLFWwindow *w, unsigned int character) {
            of(w).keyboard.character(character);
        });
    }

    void asked_to_close() {
        if (closing == Closing::allowed) return;
        glfwSetWindowShouldClose(window.get(), GLFW_FALSE);
        close_wanted = true;
        happened = true;
    }

    void mouse_moved(Point position) {
        if (emulated_mouse()) return;
        glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_NORMAL);
        pointers.mouse_move(position);
    }

    void mouse_pressed(int action) {
        if (emulated_mouse()) return;
        double x = 0;
        double y = 0;
        glfwGetCursorPos(window.get(), &x, &y);
        const Point position{static_cast<float>(x), static_cast<float>(y)};
        if (action == GLFW_PRESS) {
            touched = true;
            pointers.mouse_down(position);
        } else {
            pointers.mouse_up(position);
        }
    }

    void read_touches() {
        for (const TouchEvent& event : touches.take()) {
            last_touch_ms = clock.steady_ms();
            touched = true;
            switch (event.kind) {
                case TouchKind::begin:
                    glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
                    pointers.touch_begin(event.finger, event.position);
                    break;
                case TouchKind::move:
                    pointers.touch_move(event.finger, event.position);
                    break;
                case TouchKind::end:
                    pointers.touch_end(event.finger, event.position);
                    break;
            }
        }
    }

    // One round of events; sleeps at most that long.
    void collect(double longest_s) {
        // A key that came since is no silence, however late it is read.
        const std::int64_t begin_ms = clock.steady_ms();
        if (longest_s <= 0) {
            glfwPollEvents();
        } else {
            glfwWaitEventsTimeout(longest_s);
        }
        read_touches();
        keyboard.advance(begin_ms);
        if (woken.exchange(false)) happened = true;
        if (pointers.pending() || keyboard.pending()) happened = true;
    }

    FrameInput take_input() {
        FrameInput input;
        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window.get(), &width, &height);
        input.screen = {static_cast<float>(width), static_cast<float>(height)};
        input.pointer = pointers.take();
        input.keys = keyboard.take_strokes();
        input.scans = keyboard.take_scans();
        input.touched = touched || !input.keys.empty();
        input.close_wanted = close_wanted;
        touched = false;
        close_wanted = false;
        return input;
    }
};

Window::Window(const WindowOptions& options, const Clock& clock)
    : parts_(std::make_unique<Parts>(options, clock)) {}

Window::~Window() = default;

TextureStore& Window::textures() {
    return parts_->renderer.textures();
}

FrameInput Window::wait(std::optional<std::int64_t> deadline_ms) {
    constexpr double forever_s = 3600;
    parts_->collect(0);
    while (!parts_->happened && parts_->frames_owed == 0) {
        const std::int64_t now_ms = parts_->clock.steady_ms();
        if (deadline_ms && now_ms >= *deadline_ms) break;
        double longest_s = forever_s;
        for (const auto& next : {deadline_ms, parts_->keyboard.deadline_ms()}) {
            if (!next) continue;
            const auto wait_ms = static_cast<double>(std::max<std::int64_t>(1, *next - now_ms));
            longest_s = std::min(longest_s, wait_ms / 1000);
        }
        parts_->collect(longest_s);
        if (closing()) break;
    }
    parts_->frames_owed = parts_->happened ? settling_frames : std::max(0, parts_->frames_owed - 1);
    parts_->happened = false;
    return parts_->take_input();
}

void Window::wake() {
    parts_->wake();
}

bool Window::present(std::uint64_t picture_epoch, Colour ground) {
    // Frames that only carry the next touch on are over too soon to be seen.
    if (parts_->pointers.pending()) return false;
    return parts_->renderer.present(picture_epoch, ground);
}

GLFWwindow *Window::glfw_window() const {
    return parts_->window.get();
}

void Window::hold(const std::string& text) {
    glfwSetClipboardString(parts_->window.get(), text.c_str());
}

void Window::set_closing(Closing closing) {
    parts_->closing = closing;
}

void Window::close() {
    glfwSetWindowShouldClose(parts_->window.get(), GLFW_TRUE);
}

bool Window::closing() const {
    return glfwWindowShouldClose(parts_->window.get()) != 0;
}

}  // namespace stormote
