// What the camera's reader reads, and how fast, beside each of its readers alone. The pictures are
// made here, from seeds: tickets from easy to hardly to be seen.
#define ZX_USE_UTF8
#include <array>
#include <cmath>

#include <ZXing/ReadBarcode.h>
#include <fmt/format.h>

#include "kiosk/device/code_reader.h"
#include "kiosk/device/jpeg.h"
#include "sync/base/random.h"
#include "tests/bench/benches.h"
#include "tests/support/camera_pictures.h"

namespace stormote::testing {

namespace {

constexpr int frames_a_grade = 50;

struct Grade {
    const char *name;
    float strain;  // 0 to 1
};

constexpr std::array<Grade, 4> grades{
    {{"easy", 0.1F}, {"medium", 0.4F}, {"hard", 0.7F}, {"extreme", 1}}};

struct Sample {
    GreyFrame frame;
    std::string text;
};

// Everything that spoils a picture, each by a share of the strain that is drawn by lot.
Sample make_sample(float strain, unsigned seed) {
    SeededRandom random(seed);
    const auto up_to = [&](float most) {
        return most * strain * static_cast<float>(random.below(1001)) / 1000;
    };
    HeldTicket ticket{.text = ticket_digits(seed)};
    ticket.side_px = 210 - up_to(155);
    ticket.x = 300 + static_cast<float>(random.below(680));
    ticket.y = 200 + static_cast<float>(random.below(320));
    ticket.turn_degrees = static_cast<float>(random.below(360));
    ticket.tilt_degrees = up_to(60);
    ticket.damaged_share = up_to(0.2F);
    ticket.glare = up_to(1);
    Shot shot;
    shot.light = 1 - up_to(0.9F);
    shot.contrast = 1 - up_to(0.8F);
    shot.blur_px = static_cast<int>(std::lround(up_to(ticket.side_px / 45)));
    shot.noise = 2 + static_cast<int>(up_to(22));
    shot.seed = seed;
    return {photograph({ticket}, shot), ticket.text};
}

bool read_with_zxing(const GreyFrame& frame, std::string& text) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryRotate(false);
    const auto result = ZXing::ReadBarcode(
        {frame.pixels.data(), frame.width, frame.height, ZXing::ImageFormat::Lum}, hints);
    text = result.isValid() ? result.text() : "";
    return !text.empty();
}

// How many frames each reader read, and how long it took for those with and without a code.
struct Tally {
    int read = 0;
    int wrong = 0;
    Samples found;
    Samples missed;

    template <typename Read>
    void measure(const Sample& sample, Read read_frame) {
        std::string text;
        Samples once;
        once.measure([&] { text = read_frame(sample.frame); });
        (text.empty() ? missed : found).add(once.median());
        if (text == sample.text) {
            ++read;
        } else if (!text.empty()) {
            ++wrong;
        }
    }
};

std::string first_text(const std::vector<FoundCode>& codes) {
    return codes.empty() ? "" : codes.front().text;
}

struct Readers {
    Tally zxing;
    Tally zbar;
    Tally quick;
    Tally cascade;

    void measure(const Sample& sample) {
        zxing.measure(sample, [](const GreyFrame& frame) {
            std::string text;
            read_with_zxing(frame, text);
            return text;
        });
        ZBarReader zbar_reader;
        zbar.measure(sample, [&](const GreyFrame& f) { return first_text(zbar_reader.read(f)); });
        quick.measure(sample,
                      [](const GreyFrame& f) { return first_text(CodeReader::read_quickly(f)); });
        // Held up for as many frames as a round has; each frame is measured for itself.
        CodeReader reader;
        const int before = cascade.read + cascade.wrong;
        for (int i = 0; i < CodeReader::full_round && cascade.read + cascade.wrong == before; ++i) {
            cascade.measure(sample, [&](const GreyFrame& f) { return first_text(reader.read(f)); });
        }
    }
};

void measure_times(Figures& figures, const Readers& readers) {
    Figures::times("ZXing alone, a frame with a code", readers.zxing.found);
    Figures::times("ZBar alone, a frame with a code", readers.zbar.found);
    Figures::times("ZBar alone, a frame without", readers.zbar.missed);
    Figures::times("what runs on every frame, with a code", readers.quick.found);
    Figures::times("what runs on every frame, without", readers.quick.missed);
    figures.at_most("the same, beside ZBar",
                    readers.quick.missed.median() / readers.zbar.missed.median(), 0.15, "times");
    Figures::times("the cascade, a frame with a code", readers.cascade.found);
    Figures::times("the cascade, a frame without", readers.cascade.missed);
}

}  // namespace

void measure_camera(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("The camera, 1280x720, 50 pictures a grade");
    Readers all;
    int hard_by_zxing = 0;
    int hard_by_cascade = 0;
    unsigned seed = 1;
    for (const Grade& grade : grades) {
        Readers readers;
        for (int i = 0; i < frames_a_grade; ++i) {
            const Sample sample = make_sample(grade.strain, seed++);
            readers.measure(sample);
            all.measure(sample);
        }
        fmt::print("  {:<8} read by ZXing {}, by ZBar {}, by the cascade {}\n", grade.name,
                   readers.zxing.read, readers.zbar.read, readers.cascade.read);
        if (grade.strain < 0.5F) continue;
        hard_by_zxing += readers.zxing.read;
        hard_by_cascade += readers.cascade.read;
    }
    figures.at_least("hard and extreme ones read, beside ZXing alone",
                     static_cast<double>(hard_by_cascade) / std::max(1, hard_by_zxing), 1.15,
                     "times");
    figures.at_most("read wrongly by the cascade", all.cascade.wrong, 0, "");
    measure_times(figures, all);
    const Bytes jpeg = encode_jpeg(make_sample(0.4F, 1).frame);
    JpegDecoder decoder;
    Samples decoding;
    for (int i = 0; i < frames_a_grade; ++i) {
        decoding.measure([&] { static_cast<void>(decoder.decode(jpeg)); });
    }
    Figures::times("a JPEG to grey", decoding);
}

}  // namespace stormote::testing
