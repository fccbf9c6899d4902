#include "kiosk/cli/logo_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

#include <librsvg/rsvg.h>

#include "kiosk/documents/house_style.h"
#include "kiosk/lists/limited_child.h"

namespace stormote {

namespace {

// Of the picture in a file; the record's is smaller.
constexpr int most_file_side = 4096;

struct Free {
    void operator()(RsvgHandle *handle) const { g_object_unref(handle); }
    void operator()(GError *error) const { g_error_free(error); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
};

template <typename Thing>
using Owned = std::unique_ptr<Thing, Free>;

Result<Bytes> read_bytes(const std::string& file) {
    std::error_code failure;
    if (std::filesystem::is_directory(file, failure)) {
        return input_error({"{} is a folder, not a picture."}, file);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return input_error({"There is no file {}. Check the name and the folder."}, file);
    std::string content(most_logo_bytes + 1, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (stream.bad()) return machine_error({"{} cannot be read."}, file);
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.size() > most_logo_bytes) {
        return input_error({"{} is too large: a logo may have 64 kB. Save it with fewer pixels, or "
                            "as SVG."},
                           file);
    }
    const ByteView view = view_bytes(content);
    return Bytes(view.begin(), view.end());
}

bool looks_like_svg(ByteView bytes) {
    constexpr std::string_view mark = "<svg";
    return std::search(bytes.begin(), bytes.end(), mark.begin(), mark.end()) != bytes.end();
}

// Width through height.
double proportion_of(RsvgHandle *svg) {
    gdouble width = 0;
    gdouble height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) != FALSE && width > 0 &&
        height > 0) {
        return width / height;
    }
    gboolean has_box = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(svg, nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    return has_box != FALSE && box.width > 0 && box.height > 0 ? box.width / box.height : 1;
}

// Larger than it is kept: its rims are cut off before it is made smaller.
constexpr int drawn_side = 2 * most_logo_side;

// The bytes of a PNG, or the library's words for what is wrong with the SVG.
struct DrawnSvg {
    Bytes png;
    std::string complaint;
};

DrawnSvg broken_svg(GError *why) {
    const Owned<GError> owned{why};
    return {{}, why != nullptr ? why->message : ""};
}

DrawnSvg draw_svg(ByteView bytes) {
    GError *why = nullptr;
    // Without a place of its own: it cannot name other files, and none is read.
    const Owned<RsvgHandle> svg{rsvg_handle_new_from_data(bytes.data(), bytes.size(), &why)};
    if (!svg) return broken_svg(why);
    const double proportion = std::clamp(proportion_of(svg.get()), 0.02, 50.0);
    const int width = static_cast<int>(drawn_side * std::min(1.0, proportion));
    const int height = static_cast<int>(drawn_side / std::max(1.0, proportion));
    const Owned<cairo_surface_t> surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)};
    const Owned<cairo_t> cairo{cairo_create(surface.get())};
    const RsvgRectangle whole{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (rsvg_handle_render_document(svg.get(), cairo.get(), &whole, &why) == FALSE) {
        return broken_svg(why);
    }
    DrawnSvg drawn;
    const auto take_in = [](void *target, const unsigned char *part, unsigned count) {
        auto& all = *static_cast<Bytes *>(target);
        all.insert(all.end(), part, part + count);
        return CAIRO_STATUS_SUCCESS;
    };
    cairo_surface_write_to_png_stream(surface.get(), take_in, &drawn.png);
    return drawn;
}

// A small SVG can ask for hours of work.
Result<LogoPicture> draw_svg_in_child(const std::string& file, ByteView bytes) {
    constexpr std::uint8_t png_mark = 0;
    constexpr std::uint8_t complaint_mark = 1;
    const auto answer = run_limited([bytes] {
        const DrawnSvg drawn = draw_svg(bytes);
        Bytes marked{drawn.png.empty() ? complaint_mark : png_mark};
        const ByteView complaint = view_bytes(drawn.complaint);
        marked.insert(marked.end(), drawn.png.begin(), drawn.png.end());
        marked.insert(marked.end(), complaint.begin(), complaint.end());
        return marked;
    });
    if (!answer || answer->empty()) {
        return input_error({"{} takes too long or too much memory to draw. Use a simpler SVG, or a "
                            "PNG."},
                           file);
    }
    const ByteView content = ByteView(*answer).subspan(1);
    if (answer->front() == complaint_mark) {
        return input_error({"{} is a broken SVG: {}"}, file, to_string(content));
    }
    auto picture = read_png(content, drawn_side);
    if (!picture) return machine_error({"{} cannot be drawn."}, file);
    return std::move(*picture);
}

bool is_seen(std::uint32_t pixel) {
    return pixel >> 24 >= 8;
}

// Without rows and columns at its rims that show nothing; empty where all of it does.
LogoPicture cut_rims(const LogoPicture& whole) {
    int left = whole.width;
    int right = -1;
    int top = whole.height;
    int bottom = -1;
    const auto at = [&](int x, int y) {
        return whole.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(whole.width) +
                            static_cast<std::size_t>(x)];
    };
    for (int y = 0; y < whole.height; ++y) {
        for (int x = 0; x < whole.width; ++x) {
            if (!is_seen(at(x, y))) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            top = std::min(top, y);
            bottom = std::max(bottom, y);
        }
    }
    LogoPicture part;
    if (right < 0) return part;
    part.width = right - left + 1;
    part.height = bottom - top + 1;
    for (int y = top; y <= bottom; ++y) {
        for (int x = left; x <= right; ++x) part.pixels.push_back(at(x, y));
    }
    return part;
}

}  // namespace

Result<std::string> read_logo_file(const std::string& file) {
    auto bytes = read_bytes(file);
    if (!bytes) return bytes.error();
    LogoPicture picture;
    if (auto png = read_png(*bytes, most_file_side)) {
        picture = std::move(*png);
    } else if (looks_like_svg(*bytes)) {
        auto svg = draw_svg_in_child(file, *bytes);
        if (!svg) return svg.error();
        picture = std::move(*svg);
    } else {
        return input_error({"{} cannot be used as a logo: it must be a complete PNG of at most "
                            "4096 pixels a side, or an SVG."},
                           file);
    }
    picture = cut_rims(picture);
    if (picture.pixels.empty()) {
        return input_error({"{} shows nothing: every pixel of it is transparent."}, file);
    }
    for (int side = most_logo_side; side >= 64; side = side * 3 / 4) {
        const Bytes png = write_png(shrink_logo(picture, side));
        if (png.size() <= most_logo_bytes) return setting_of_logo(png);
    }
    return machine_error({"{} cannot be drawn."}, file);
}

}  // namespace stormote
