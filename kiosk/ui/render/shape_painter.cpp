#include "kiosk/ui/render/shape_painter.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/render/texture_memory.h"

namespace stormote {

namespace {

// A picture's colour between its pixels, at 65536ths of them counted from the first one's centre.
class Sampler {
  public:
    explicit Sampler(const Texture& texture) : texture_(texture) {}

    [[nodiscard]] PackedColour at(int x, int y) const {
        const int left = column(x >> 16);
        const int right = column((x >> 16) + 1);
        const int above = row(y >> 16);
        const int below = row((y >> 16) + 1);
        const auto across = static_cast<std::uint32_t>(x >> 8 & 0xFF);
        const auto down = static_cast<std::uint32_t>(y >> 8 & 0xFF);
        if (texture_.format() == PixelFormat::coverage) {
            const std::uint8_t *upper = texture_.coverage(above);
            const std::uint8_t *lower = texture_.coverage(below);
            const std::uint32_t over = upper[left] * (256 - across) + upper[right] * across;
            const std::uint32_t under = lower[left] * (256 - across) + lower[right] * across;
            return with_alpha(0xFFFFFF, (over * (256 - down) + under * down + 0x8000) >> 16);
        }
        const std::uint32_t *upper = texture_.colours(above);
        const std::uint32_t *lower = texture_.colours(below);
        return between(between(upper[left], upper[right], across),
                       between(lower[left], lower[right], across), down);
    }

  private:
    [[nodiscard]] int column(int wanted) const {
        return std::clamp(wanted, 0, texture_.width() - 1);
    }
    [[nodiscard]] int row(int wanted) const { return std::clamp(wanted, 0, texture_.height() - 1); }

    const Texture& texture_;
};

// A place between a picture's pixels, in pixels from the centre of its first one.
Point on_texture(const Texture& texture, Point share) {
    return {share.x * static_cast<float>(texture.width()) - 0.5F,
            share.y * static_cast<float>(texture.height()) - 0.5F};
}

void put(std::uint32_t& pixel, PackedColour paint) {
    if (alpha_of(paint) == 255) {
        pixel = paint;
    } else if (alpha_of(paint) != 0) {
        pixel = painted(pixel, paint);
    }
}

bool is_near(float one, float other) {
    return std::abs(one - other) < 1.0F / 64;
}

bool is_whole(float value) {
    return is_near(value, std::round(value));
}

int whole(float value) {
    return static_cast<int>(std::round(value));
}

}  // namespace

void ShapePainter::triangle(const Corner& a, const Corner& b, const Corner& c) {
    const Triangle corners{a.position, b.position, c.position};
    const Area box = corners.pixels(clip_);
    if (box.is_empty() || corners.doubled_area() == 0) return;
    prepare(a, b, c);
    const TriangleRows rows(corners);
    for (int row = box.top; row < box.bottom; ++row) {
        const Span whole = rows.at(row, 0, grid_.width);
        const Span shown = whole.within(box.left, box.right);
        if (shown.is_empty()) continue;
        switch (ink_) {
            case Ink::flat:
                fill(row, shown);
                break;
            case Ink::shaded:
                shade(row, whole, shown);
                break;
            case Ink::pictured:
                show_picture(row, whole, shown);
                break;
        }
    }
}

bool ShapePainter::rectangle(const Corner& from, const Corner& to) {
    const Area box =
        pixels_between(from.position.x, from.position.y, to.position.x, to.position.y, clip_);
    if (box.is_empty()) return true;
    if (texture_ == nullptr || from.picture == to.picture) {
        flat_ = tinted(texel(from.picture), from.colour);
        for (int row = box.top; row < box.bottom; ++row) fill(row, {box.left, box.right});
        return true;
    }
    const auto place = pixel_by_pixel(from, to);
    if (!place) return false;
    flat_ = from.colour;
    copy_picture(box, *place);
    return true;
}

void ShapePainter::prepare(const Corner& a, const Corner& b, const Corner& c) {
    const Triangle corners{a.position, b.position, c.position};
    if (texture_ != nullptr && !(a.picture == b.picture && b.picture == c.picture)) {
        ink_ = Ink::pictured;
        // A picture of many colours in a shape of many colours is nothing that a screen shows.
        flat_ = a.colour;
        const std::array places{on_texture(*texture_, a.picture), on_texture(*texture_, b.picture),
                                on_texture(*texture_, c.picture)};
        picture_x_ = Plane(corners, {places[0].x, places[1].x, places[2].x}, -1,
                           static_cast<float>(texture_->width()));
        picture_y_ = Plane(corners, {places[0].y, places[1].y, places[2].y}, -1,
                           static_cast<float>(texture_->height()));
        return;
    }
    const PackedColour plain = texel(a.picture);
    flat_ = tinted(plain, a.colour);
    ink_ = a.colour == b.colour && b.colour == c.colour ? Ink::flat : Ink::shaded;
    if (ink_ == Ink::flat) return;
    const std::array colours{flat_, tinted(plain, b.colour), tinted(plain, c.colour)};
    for (unsigned i = 0; i < channels_.size(); ++i) {
        const auto channel = [&](PackedColour colour) {
            return static_cast<float>(colour >> (8 * i) & 0xFF);
        };
        channels_.at(i) =
            Plane(corners, {channel(colours[0]), channel(colours[1]), channel(colours[2])}, 0, 255);
    }
}

// The texture's colour for a shape that has the same place of it at all corners.
PackedColour ShapePainter::texel(Point place) const {
    if (texture_ == nullptr) return 0xFFFFFFFF;
    const Point pixels = on_texture(*texture_, place);
    return Sampler(*texture_).at(static_cast<int>(pixels.x * 65536),
                                 static_cast<int>(pixels.y * 65536));
}

void ShapePainter::fill(int row, Span span) {
    std::uint32_t *first = grid_.at(row, span.first);
    std::uint32_t *end = grid_.at(row, span.end);
    if (alpha_of(flat_) == 255) {
        std::fill(first, end, flat_);
    } else if (alpha_of(flat_) != 0) {
        std::for_each(first, end,
                      [paint = flat_](std::uint32_t& pixel) { pixel = painted(pixel, paint); });
    }
}

void ShapePainter::shade(int row, Span whole, Span shown) {
    const auto walk = [&](std::size_t channel) {
        return channels_.at(channel).along(row, whole, shown);
    };
    std::array walks{walk(0), walk(1), walk(2), walk(3)};
    std::for_each(grid_.at(row, shown.first), grid_.at(row, shown.end), [&](std::uint32_t& pixel) {
        PackedColour paint = 0;
        for (unsigned i = 0; i < walks.size(); ++i) {
            paint |= static_cast<std::uint32_t>((walks[i].value() + 0x8000) >> 16) << (8 * i);
            walks[i].advance();
        }
        put(pixel, paint);
    });
}

void ShapePainter::show_picture(int row, Span whole, Span shown) {
    Walk x = picture_x_.along(row, whole, shown);
    Walk y = picture_y_.along(row, whole, shown);
    if (texture_->format() == PixelFormat::coverage && y.is_level()) {
        show_level_coverage(row, shown, x, y.value());
        return;
    }
    const Sampler sampler(*texture_);
    std::for_each(grid_.at(row, shown.first), grid_.at(row, shown.end), [&](std::uint32_t& pixel) {
        put(pixel, tinted(sampler.at(x.value(), y.value()), flat_));
        x.advance();
        y.advance();
    });
}

// The camera's picture, many times a second: what is the same along the row is done once.
void ShapePainter::show_level_coverage(int row, Span shown, Walk x, int y) {
    Walk last = x;
    last.advance(shown.end - 1 - shown.first);
    const int least = std::min(x.value(), last.value()) >> 16;
    const int most = (std::max(x.value(), last.value()) >> 16) + 1;
    const Sampler sampler(*texture_);
    mixed_row_.clear();
    for (int column = least; column <= most; ++column) {
        mixed_row_.push_back(static_cast<std::uint8_t>(alpha_of(sampler.at(column * 65536, y))));
    }
    const PackedColour tint = flat_;
    const std::uint8_t *mixed = mixed_row_.data();
    const std::uint32_t alpha = alpha_of(tint);
    std::for_each(grid_.at(row, shown.first), grid_.at(row, shown.end), [&](std::uint32_t& pixel) {
        const int column = (x.value() >> 16) - least;
        const auto share = static_cast<std::uint32_t>(x.value() >> 8 & 0xFF);
        const std::uint32_t coverage =
            (mixed[column] * (256 - share) + mixed[column + 1] * share + 128) >> 8;
        put(pixel, with_alpha(tint, multiply(coverage, alpha)));
        x.advance();
    });
}

std::optional<ShapePainter::Place> ShapePainter::pixel_by_pixel(const Corner& from,
                                                                const Corner& to) const {
    const Point first = on_texture(*texture_, from.picture);
    const Point last = on_texture(*texture_, to.picture);
    const float across = last.x - first.x;
    const bool is_same_size = is_near(std::abs(across), to.position.x - from.position.x) &&
                              is_near(last.y - first.y, to.position.y - from.position.y);
    const bool is_in_step = is_whole(from.position.x) && is_whole(from.position.y) &&
                            is_whole(first.x + 0.5F) && is_whole(first.y + 0.5F);
    const auto is_on_texture = [&](Point place) {
        return place.x >= -0.75F && place.y >= -0.75F &&
               place.x <= static_cast<float>(texture_->width()) - 0.25F &&
               place.y <= static_cast<float>(texture_->height()) - 0.25F;
    };
    if (!is_same_size || !is_in_step) return std::nullopt;
    if (!is_on_texture(first) || !is_on_texture(last)) return std::nullopt;
    const int row = whole(first.y + 0.5F - from.position.y);
    if (across > 0) return Place{whole(first.x + 0.5F - from.position.x), row, 1};
    return Place{whole(first.x + 0.5F + from.position.x) - 1, row, -1};
}

void ShapePainter::copy_picture(const Area& box, const Place& place) {
    const PackedColour tint = flat_;
    for (int row = box.top; row < box.bottom; ++row) {
        const int first = place.column + place.direction * box.left;
        std::uint32_t *pixel = grid_.at(row, box.left);
        std::uint32_t *const end = grid_.at(row, box.right);
        if (texture_->format() == PixelFormat::coverage) {
            const std::uint8_t *source = texture_->coverage(place.row + row) + first;
            for (; pixel != end; ++pixel, source += place.direction) {
                // Most of what a word or a ring covers is nothing.
                if (*source == 0) continue;
                put(*pixel, with_alpha(tint, multiply(*source, alpha_of(tint))));
            }
        } else {
            const std::uint32_t *source = texture_->colours(place.row + row) + first;
            for (; pixel != end; ++pixel, source += place.direction) {
                put(*pixel, tinted(*source, tint));
            }
        }
    }
}

}  // namespace stormote
