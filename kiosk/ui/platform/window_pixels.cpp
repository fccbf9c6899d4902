#include "kiosk/ui/platform/window_pixels.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include <sys/ipc.h>
#include <sys/shm.h>
#include <xcb/shm.h>
#include <xcb/xcb.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

constexpr std::uint8_t depth = 24;

struct Free {
    void operator()(void *reply) const { std::free(reply); }
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};
template <typename Reply>
using Owned = std::unique_ptr<Reply, Free>;

Owned<xcb_connection_t> connect() {
    Owned<xcb_connection_t> connection{xcb_connect(nullptr, nullptr)};
    if (xcb_connection_has_error(connection.get()) != 0) {
        throw MachineFailure(machine_error(Sentence{"No display was found."}));
    }
    return connection;
}

bool is_red_green_blue(const xcb_visualtype_t& visual) {
    return visual.red_mask == 0xFF0000 && visual.green_mask == 0x00FF00 &&
           visual.blue_mask == 0x0000FF;
}

// Whether a pixel of the window is four bytes as this machine counts them: 0x00RRGGBB.
bool has_our_pixels(xcb_connection_t *connection, xcb_window_t window) {
    const xcb_setup_t *setup = xcb_get_setup(connection);
    if (setup->image_byte_order != XCB_IMAGE_ORDER_LSB_FIRST) return false;
    auto format = xcb_setup_pixmap_formats_iterator(setup);
    while (format.rem > 0 && format.data->depth != depth) xcb_format_next(&format);
    if (format.rem == 0 || format.data->bits_per_pixel != 32) return false;
    const Owned<xcb_get_window_attributes_reply_t> attributes{xcb_get_window_attributes_reply(
        connection, xcb_get_window_attributes(connection, window), nullptr)};
    if (!attributes) return false;
    for (auto screen = xcb_setup_roots_iterator(setup); screen.rem > 0; xcb_screen_next(&screen)) {
        auto allowed = xcb_screen_allowed_depths_iterator(screen.data);
        for (; allowed.rem > 0; xcb_depth_next(&allowed)) {
            if (allowed.data->depth != depth) continue;
            auto visual = xcb_depth_visuals_iterator(allowed.data);
            for (; visual.rem > 0; xcb_visualtype_next(&visual)) {
                if (visual.data->visual_id == attributes->visual) {
                    return is_red_green_blue(*visual.data);
                }
            }
        }
    }
    return false;
}

std::size_t pixel_count(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

// Memory of this program and of the X server. Gone when both have let go of it, however they end.
class SharedPixels {
  public:
    // Null where the server does not share: it is far away, or may not.
    static std::unique_ptr<SharedPixels> open(xcb_connection_t *connection, std::size_t count) {
        const xcb_query_extension_reply_t *extension =
            xcb_get_extension_data(connection, &xcb_shm_id);
        if (extension == nullptr || extension->present == 0) return nullptr;
        const int id = shmget(IPC_PRIVATE, count * sizeof(std::uint32_t), IPC_CREAT | 0600);
        if (id < 0) return nullptr;
        void *memory = shmat(id, nullptr, 0);
        const xcb_shm_seg_t segment = xcb_generate_id(connection);
        const Owned<xcb_generic_error_t> refused{xcb_request_check(
            connection, xcb_shm_attach_checked(connection, segment, static_cast<unsigned>(id), 1))};
        shmctl(id, IPC_RMID, nullptr);
        // What shmat says where it fails.
        if (reinterpret_cast<std::intptr_t>(memory) == -1) return nullptr;
        if (refused) {
            shmdt(memory);
            return nullptr;
        }
        return std::unique_ptr<SharedPixels>(new SharedPixels(connection, segment, memory));
    }
    ~SharedPixels() {
        xcb_shm_detach(connection_, segment_);
        shmdt(memory_);
    }
    SharedPixels(const SharedPixels&) = delete;
    SharedPixels& operator=(const SharedPixels&) = delete;

    [[nodiscard]] std::uint32_t *pixels() const { return static_cast<std::uint32_t *>(memory_); }
    [[nodiscard]] xcb_shm_seg_t segment() const { return segment_; }

  private:
    SharedPixels(xcb_connection_t *connection, xcb_shm_seg_t segment, void *memory)
        : connection_(connection), segment_(segment), memory_(memory) {}

    xcb_connection_t *connection_;
    xcb_shm_seg_t segment_;
    void *memory_;
};

struct PixelRect {
    std::int16_t left;
    std::int16_t top;
    std::uint16_t width;
    std::uint16_t height;

    explicit PixelRect(const Rect& rect)
        : left(static_cast<std::int16_t>(rect.left)),
          top(static_cast<std::int16_t>(rect.top)),
          width(static_cast<std::uint16_t>(rect.width)),
          height(static_cast<std::uint16_t>(rect.height)) {}
};

}  // namespace

struct WindowPixels::Parts {
    Owned<xcb_connection_t> connection = connect();
    xcb_window_t window;
    xcb_gcontext_t context = 0;
    PixelGrid grid;
    std::unique_ptr<SharedPixels> shared;
    std::vector<std::uint32_t> own;  // where nothing is shared
    // Its answer comes after the server has done what was asked before.
    std::optional<xcb_get_input_focus_cookie_t> reading;

    explicit Parts(xcb_window_t target) : window(target) {
        if (!has_our_pixels(connection.get(), window)) {
            throw MachineFailure(
                machine_error(Sentence{"The display does not have 24-bit colour."}));
        }
        context = xcb_generate_id(connection.get());
        xcb_create_gc(connection.get(), context, window, 0, nullptr);
    }

    void wait_until_read() {
        if (!reading) return;
        const Owned<xcb_get_input_focus_reply_t> answer{
            xcb_get_input_focus_reply(connection.get(), *reading, nullptr)};
        reading.reset();
    }

    void resize(int width, int height) {
        shared.reset();
        own.clear();
        const std::size_t count = pixel_count(width, height);
        shared = SharedPixels::open(connection.get(), count);
        if (!shared) own.resize(count);
        grid = {shared ? shared->pixels() : own.data(), width, height};
    }

    void show_shared(const PixelRect& part) {
        xcb_shm_put_image(connection.get(), window, context, static_cast<std::uint16_t>(grid.width),
                          static_cast<std::uint16_t>(grid.height),
                          static_cast<std::uint16_t>(part.left),
                          static_cast<std::uint16_t>(part.top), part.width, part.height, part.left,
                          part.top, depth, XCB_IMAGE_FORMAT_Z_PIXMAP, 0, shared->segment(), 0);
        reading = xcb_get_input_focus(connection.get());
    }

    // In as many rows at a time as one request may hold.
    void send(const PixelRect& part) {
        constexpr std::size_t request_head_bytes = 64;
        const std::size_t row_bytes = sizeof(std::uint32_t) * part.width;
        const std::size_t most_bytes =
            std::size_t{xcb_get_maximum_request_length(connection.get())} * 4 - request_head_bytes;
        const int most_rows = static_cast<int>(std::max<std::size_t>(1, most_bytes / row_bytes));
        std::vector<std::uint32_t> rows;
        for (int first = 0; first < part.height; first += most_rows) {
            const int count = std::min<int>(most_rows, part.height - first);
            rows.clear();
            for (int row = part.top + first; row < part.top + first + count; ++row) {
                const std::uint32_t *pixels =
                    grid.pixels + static_cast<std::ptrdiff_t>(row) * grid.width + part.left;
                rows.insert(rows.end(), pixels, pixels + part.width);
            }
            xcb_put_image(connection.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, window, context, part.width,
                          static_cast<std::uint16_t>(count), part.left,
                          static_cast<std::int16_t>(part.top + first), 0, depth,
                          static_cast<std::uint32_t>(rows.size() * sizeof(std::uint32_t)),
                          reinterpret_cast<const std::uint8_t *>(rows.data()));
        }
    }
};

WindowPixels::WindowPixels(std::uint32_t window) : parts_(std::make_unique<Parts>(window)) {}

WindowPixels::~WindowPixels() = default;

PixelGrid WindowPixels::begin(int width, int height) {
    parts_->wait_until_read();
    if (width != parts_->grid.width || height != parts_->grid.height) {
        parts_->resize(width, height);
    }
    return parts_->grid;
}

void WindowPixels::show(const Rect& part) {
    const PixelRect pixels(part);
    if (parts_->shared) {
        parts_->show_shared(pixels);
    } else {
        parts_->send(pixels);
    }
    xcb_flush(parts_->connection.get());
}

}  // namespace stormote
