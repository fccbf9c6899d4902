#include "kiosk/ui/platform/touch_reader.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <thread>
#include <utility>

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "kiosk/ui/platform/x_display.h"

namespace stormote {

namespace {

TouchKind kind_of(int event_type) {
    if (event_type == XI_TouchBegin) return TouchKind::begin;
    return event_type == XI_TouchEnd ? TouchKind::end : TouchKind::move;
}

}  // namespace

struct TouchReader::Reader {
    std::function<void()> wake;
    OwnedDisplay display = open_display();
    int opcode = 0;
    int stop_signal = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::vector<TouchEvent> events;
    std::thread thread;

    explicit Reader(std::function<void()> wake_screen) : wake(std::move(wake_screen)) {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        stopping = true;
        const std::uint64_t one = 1;
        // A full counter wakes the thread just as well.
        [[maybe_unused]] const auto written = write(stop_signal, &one, sizeof one);
        if (thread.joinable()) thread.join();
        close(stop_signal);
    }

    void run() {
        std::array<pollfd, 2> waiting{
            {{ConnectionNumber(display.get()), POLLIN, 0}, {stop_signal, POLLIN, 0}}};
        while (!stopping) {
            if (read_events()) wake();
            if (poll(waiting.data(), waiting.size(), -1) < 0) continue;
            // The X server is gone: there is no screen left to read.
            if ((waiting[0].revents & (POLLERR | POLLHUP)) != 0) return;
        }
    }

    bool read_events() {
        bool any = false;
        while (XPending(display.get()) > 0) {
            XEvent event;
            XNextEvent(display.get(), &event);
            XGenericEventCookie *cookie = &event.xcookie;
            if (cookie->type != GenericEvent || cookie->extension != opcode) continue;
            if (XGetEventData(display.get(), cookie) == 0) continue;
            const auto *touch = static_cast<const XIDeviceEvent *>(cookie->data);
            {
                const std::lock_guard lock(mutex);
                events.push_back(
                    {kind_of(cookie->evtype),
                     touch->detail,
                     {static_cast<float>(touch->event_x), static_cast<float>(touch->event_y)}});
            }
            XFreeEventData(display.get(), cookie);
            any = true;
        }
        return any;
    }
};

TouchReader::TouchReader(unsigned long x_window, std::function<void()> wake)
    : reader_(std::make_unique<Reader>(std::move(wake))) {
    Display *display = reader_->display.get();
    if (display == nullptr) return;
    const auto extension = find_input_extension(display, 22);
    if (!extension) return;
    reader_->opcode = *extension;
    const std::array<int, 3> wanted{XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd};
    select_input(display, x_window, wanted);
    XFlush(display);
    reader_->thread = std::thread([reader = reader_.get()] { reader->run(); });
}

TouchReader::~TouchReader() = default;

std::vector<TouchEvent> TouchReader::take() {
    const std::lock_guard lock(reader_->mutex);
    return std::exchange(reader_->events, {});
}

}  // namespace stormote
