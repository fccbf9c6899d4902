#include "kiosk/documents/ticket_png.h"

#include <memory>

#include <cairo.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

struct SurfaceOwner {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
struct ContextOwner {
    void operator()(cairo_t *context) const { cairo_destroy(context); }
};

cairo_status_t append_bytes(void *target, const unsigned char *bytes, unsigned int count) {
    static_cast<std::string *>(target)->append(reinterpret_cast<const char *>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::string draw_png(const QrModules& modules) {
    const int side_px = (modules.side + 2 * png_quiet_modules) * png_module_px;
    const std::unique_ptr<cairo_surface_t, SurfaceOwner> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, side_px, side_px));
    const std::unique_ptr<cairo_t, ContextOwner> context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_set_source_rgb(context.get(), 0, 0, 0);
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) {
            if (!modules.is_dark(x, y)) continue;
            cairo_rectangle(context.get(), (x + png_quiet_modules) * png_module_px,
                            (y + png_quiet_modules) * png_module_px, png_module_px, png_module_px);
        }
    }
    cairo_fill(context.get());
    std::string png;
    if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png) !=
        CAIRO_STATUS_SUCCESS) {
        throw MachineFailure(machine_error({"There is not enough memory."}));
    }
    return png;
}

}  // namespace stormote
