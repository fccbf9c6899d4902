#include "tests/support/devices/camera_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <turbojpeg.h>

#include "sync/base/random.h"
#include "sync/ticket/ticket_picture.h"
#include "sync/ticket/ticket_text.h"

namespace stormote::testing {

namespace {

constexpr float paper = 225;
constexpr float ink = 30;
constexpr float case_of_telephone = 18;
constexpr float quiet_modules = 4;
constexpr float case_modules = 7;
constexpr int samples = 3;  // a side, within one pixel
// From the camera to the ticket, in widths of the code.
constexpr float distance = 3;

// Where a pixel of the picture lies on the ticket, in widths of the code from its middle.
class Perspective {
  public:
    explicit Perspective(const HeldTicket& ticket) : ticket_(ticket) {
        const float radians = std::numbers::pi_v<float> / 180;
        turn_sine_ = std::sin(ticket.turn_degrees * radians);
        turn_cosine_ = std::cos(ticket.turn_degrees * radians);
        tilt_sine_ = std::sin(ticket.tilt_degrees * radians);
        tilt_cosine_ = std::cos(ticket.tilt_degrees * radians);
    }

    [[nodiscard]] std::array<float, 2> on_ticket(float x, float y) const {
        const float across = (x - ticket_.x) / ticket_.side_px;
        const float down = (y - ticket_.y) / ticket_.side_px;
        const float turned_across = across * turn_cosine_ + down * turn_sine_;
        const float turned_down = down * turn_cosine_ - across * turn_sine_;
        // The pinhole camera: what is farther away by z is smaller by distance / (distance + z).
        const float u =
            turned_across * distance / (distance * tilt_cosine_ - turned_across * tilt_sine_);
        const float v = turned_down * (distance + u * tilt_sine_) / distance;
        return {u, v};
    }

  private:
    const HeldTicket& ticket_;
    float turn_sine_ = 0;
    float turn_cosine_ = 1;
    float tilt_sine_ = 0;
    float tilt_cosine_ = 1;
};

class TicketPainter {
  public:
    TicketPainter(const HeldTicket& ticket, const Shot& shot)
        : ticket_(ticket), shot_(shot), modules_(draw_qr(ticket.text)), perspective_(ticket) {}

    void paint(GreyFrame& frame) const {
        const float reach = ticket_.side_px * 1.3F;
        const auto limit = [](float value, int most) {
            return std::clamp(static_cast<int>(value), 0, most);
        };
        for (int y = limit(ticket_.y - reach, frame.height);
             y < limit(ticket_.y + reach, frame.height); ++y) {
            for (int x = limit(ticket_.x - reach, frame.width);
                 x < limit(ticket_.x + reach, frame.width); ++x) {
                std::uint8_t& pixel = frame.row(y)[x];
                pixel = static_cast<std::uint8_t>(mean_at(x, y, pixel));
            }
        }
    }

  private:
    [[nodiscard]] float mean_at(int x, int y, float behind) const {
        float sum = 0;
        for (int row = 0; row < samples; ++row) {
            for (int column = 0; column < samples; ++column) {
                const auto [u, v] = perspective_.on_ticket(
                    static_cast<float>(x) + (static_cast<float>(column) + 0.5F) / samples,
                    static_cast<float>(y) + (static_cast<float>(row) + 0.5F) / samples);
                sum += shade_at(u, v, behind);
            }
        }
        return sum / (samples * samples);
    }

    [[nodiscard]] float shade_at(float u, float v, float behind) const {
        const auto side = static_cast<float>(modules_.side);
        const float edge = 0.5F + quiet_modules / side;
        const float rim = 0.5F + case_modules / side;
        const float outside = std::max(std::abs(u), std::abs(v));
        if (outside > rim) return behind;
        if (outside > edge) return case_of_telephone;
        const float plain = is_dark(u, v) ? paper - (paper - ink) * shot_.contrast : paper;
        const float lamp = std::hypot(u + 0.15F, v + 0.1F) / 0.35F;
        const float glare = ticket_.glare * std::exp(-lamp * lamp);
        return plain + (255 - plain) * glare;
    }

    [[nodiscard]] bool is_dark(float u, float v) const {
        const float blot = ticket_.damaged_share / 2;
        if (std::abs(u - 0.22F) < blot && std::abs(v - 0.22F) < blot) return true;
        const auto side = static_cast<float>(modules_.side);
        const int column = static_cast<int>(std::floor((u + 0.5F) * side));
        const int row = static_cast<int>(std::floor((v + 0.5F) * side));
        if (column < 0 || row < 0 || column >= modules_.side || row >= modules_.side) return false;
        return modules_.is_dark(column, row);
    }

    const HeldTicket& ticket_;
    const Shot& shot_;
    QrModules modules_;
    Perspective perspective_;
};

// A wall with a lamp beside it, and some things with edges.
GreyFrame paint_room(const Shot& shot) {
    GreyFrame frame(shot.width, shot.height);
    for (int y = 0; y < frame.height; ++y) {
        for (int x = 0; x < frame.width; ++x) {
            const bool is_chair = x / 90 % 4 == 1 && y > frame.height / 2 && y / 40 % 3 == 0;
            const int wall = 95 + 60 * x / frame.width - 30 * y / frame.height;
            frame.row(y)[x] = static_cast<std::uint8_t>(is_chair ? wall / 2 : wall);
        }
    }
    return frame;
}

GreyFrame blur_rows(const GreyFrame& frame, int reach) {
    // Turned on its side, so that two calls blur both ways.
    GreyFrame blurred(frame.height, frame.width);
    for (int y = 0; y < frame.height; ++y) {
        const std::uint8_t *row = frame.row(y);
        const auto at = [&](int x) { return int{row[std::clamp(x, 0, frame.width - 1)]}; };
        int sum = 0;
        for (int x = -reach; x <= reach; ++x) sum += at(x);
        for (int x = 0; x < frame.width; ++x) {
            blurred.row(x)[y] = static_cast<std::uint8_t>(sum / (2 * reach + 1));
            sum += at(x + reach + 1) - at(x - reach);
        }
    }
    return blurred;
}

void expose(GreyFrame& frame, const Shot& shot) {
    SeededRandom random(shot.seed);
    const auto span = static_cast<unsigned>(2 * shot.noise + 1);
    std::vector<std::uint8_t> grain(frame.pixels.size());
    random.fill(grain);
    for (std::size_t i = 0; i < frame.pixels.size(); ++i) {
        const int noise = static_cast<int>(grain[i] * span / 256) - shot.noise;
        const int lit = static_cast<int>(static_cast<float>(frame.pixels[i]) * shot.light) + noise;
        frame.pixels[i] = static_cast<std::uint8_t>(std::clamp(lit, 0, 255));
    }
}

}  // namespace

GreyFrame photograph(const std::vector<HeldTicket>& tickets, const Shot& shot) {
    GreyFrame frame = paint_room(shot);
    for (const HeldTicket& ticket : tickets) TicketPainter(ticket, shot).paint(frame);
    for (int pass = 0; shot.blur_px > 0 && pass < 4; ++pass) {
        frame = blur_rows(frame, shot.blur_px);
    }
    expose(frame, shot);
    return frame;
}

Bytes encode_jpeg(const GreyFrame& frame, int quality) {
    tjhandle encoder = tjInitCompress();
    unsigned char *buffer = nullptr;
    unsigned long size = 0;
    const int written = tjCompress2(encoder, frame.pixels.data(), frame.width, 0, frame.height,
                                    TJPF_GRAY, &buffer, &size, TJSAMP_GRAY, quality, 0);
    Bytes bytes;
    if (written == 0) bytes.assign(buffer, buffer + size);
    tjFree(buffer);
    tjDestroy(encoder);
    if (bytes.empty()) throw std::runtime_error("the picture cannot be made a JPEG");
    return bytes;
}

Bytes join_jpegs(const std::vector<GreyFrame>& frames) {
    Bytes joined;
    for (const GreyFrame& frame : frames) {
        const Bytes one = encode_jpeg(frame);
        joined.insert(joined.end(), one.begin(), one.end());
    }
    return joined;
}

std::string ticket_digits(unsigned number) {
    SeededRandom random(number);
    std::string digits;
    while (digits.size() < ticket_digit_count) {
        digits += static_cast<char>('0' + random.below(10));
    }
    return digits;
}

}  // namespace stormote::testing
