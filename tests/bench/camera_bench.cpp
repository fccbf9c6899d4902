// What the camera's reader reads, and how fast, beside each of its readers alone. The pictures are
// made here, from seeds: tickets from easy to hardly to be seen.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "kiosk/device/camera/camera.h"
#include "kiosk/device/camera/jpeg.h"
#include "kiosk/device/camera/zxing.h"
#include "sync/base/random.h"
#include "tests/bench/benches.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/devices/scripted_camera.h"

namespace stormote::testing {

namespace {

constexpr int frames_a_grade = 50;
constexpr int timed_rounds = 5;

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

std::string read_with_zxing(const GreyFrame& frame) {
    ZXingOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(true);
    options.setTryRotate(false);
    const auto result = ZXing::ReadBarcode(
        {frame.pixels.data(), frame.width, frame.height, ZXing::ImageFormat::Lum}, options);
    return result.isValid() ? result.text() : "";
}

std::string first_text(const std::vector<FoundCode>& codes) {
    return codes.empty() ? "" : codes.front().text;
}

// Held up for as many frames as a round has.
std::string read_with_cascade(const GreyFrame& frame) {
    CodeReader reader;
    std::string text;
    for (int i = 0; text.empty() && i < CodeReader::full_round; ++i) {
        text = first_text(reader.read(frame));
    }
    return text;
}

struct Tally {
    int zxing = 0;
    int zbar = 0;
    int cascade = 0;
    int wrong = 0;

    void count(const Sample& sample) {
        ZBarReader reader;
        zxing += read_with_zxing(sample.frame) == sample.text ? 1 : 0;
        zbar += first_text(reader.read(sample.frame)) == sample.text ? 1 : 0;
        const std::string text = read_with_cascade(sample.frame);
        cascade += text == sample.text ? 1 : 0;
        wrong += text != sample.text && !text.empty() ? 1 : 0;
    }
};

void measure_recall(Figures& figures) {
    int hard_by_zxing = 0;
    int hard_by_cascade = 0;
    int wrong = 0;
    unsigned seed = 1;
    for (const Grade& grade : grades) {
        Tally tally;
        for (int i = 0; i < frames_a_grade; ++i) tally.count(make_sample(grade.strain, seed++));
        fmt::print("  {:<8} read by ZXing {}, by ZBar {}, by the cascade {}\n", grade.name,
                   tally.zxing, tally.zbar, tally.cascade);
        wrong += tally.wrong;
        if (grade.strain < 0.5F) continue;
        hard_by_zxing += tally.zxing;
        hard_by_cascade += tally.cascade;
    }
    figures.at_least("hard and extreme ones read, beside ZXing alone",
                     static_cast<double>(hard_by_cascade) / std::max(1, hard_by_zxing), 1.15,
                     "times");
    figures.at_most("read wrongly by the cascade", wrong, 0, "");
}

// How long each takes for the same frame, in turn, so that a busy moment meets all of them.
void measure_times(Figures& figures, const char *kind, const GreyFrame& frame) {
    Samples zxing;
    Samples zbar;
    Samples quick;
    Samples cascade;
    ZBarReader zbar_reader;
    CodeReader reader;
    for (int i = 0; i < timed_rounds * CodeReader::full_round; ++i) {
        zxing.measure([&] { static_cast<void>(read_with_zxing(frame)); });
        zbar.measure([&] { static_cast<void>(zbar_reader.read(frame)); });
        quick.measure([&] { static_cast<void>(CodeReader::read_quickly(frame)); });
        cascade.measure([&] { static_cast<void>(reader.read(frame)); });
    }
    fmt::print("  a frame {}\n", kind);
    Figures::times("ZXing alone", zxing);
    Figures::times("ZBar alone", zbar);
    Figures::times("the cascade", cascade);
    Figures::times("of it, what runs on every frame", quick);
    figures.at_most("the same, beside ZBar", quick.median() / zbar.median(), 0.15, "times");
}

void measure_decoding(const GreyFrame& frame) {
    const Bytes jpeg = encode_jpeg(frame);
    JpegDecoder decoder;
    Samples decoding;
    for (int i = 0; i < frames_a_grade; ++i) {
        decoding.measure([&] { static_cast<void>(decoder.decode(jpeg)); });
    }
    Figures::times("a JPEG to grey", decoding);
}

// What an empty room costs, picture for picture, where nothing moves but the noise.
void measure_empty_room(Figures& figures) {
    std::vector<GreyFrame> noisy;
    for (unsigned seed = 1; seed <= 8; ++seed) {
        Shot shot;
        shot.seed = seed;
        noisy.push_back(photograph({}, shot));
    }
    StillScene scene(2 * CodeReader::full_round);
    CodeReader reader;
    CodeReader tireless;
    const auto measure = [&noisy](auto style) {
        constexpr std::size_t pictures = 160;
        Samples times;
        times.measure([&] {
            for (std::size_t i = 0; i < pictures; ++i) style(noisy[i % noisy.size()]);
        });
        return times.median() / 1000 / pictures;
    };
    const auto style = [&](const GreyFrame& frame) {
        if (scene.is_worth_reading(frame)) static_cast<void>(reader.read(frame));
    };
    static_cast<void>(measure(style));
    const double still = measure(style);
    const double always =
        measure([&](const GreyFrame& frame) { static_cast<void>(tireless.read(frame)); });
    Figures::value("a picture of an empty room, every one read", always, "ms");
    Figures::value("the same, as the camera does", still, "ms");
    figures.at_most("the one beside the other", still / always, 0.2, "times");
}

// From a picture in the camera's hands to the code in the screen's.
void measure_way(Figures& figures) {
    const SystemClock clock;
    CameraScript script;
    std::mutex mutex;
    std::condition_variable woken;
    script.show(photograph({}));
    Camera camera(std::make_unique<ScriptedCamera>(script), clock, {std::chrono::milliseconds{1}},
                  [&] {
                      const std::scoped_lock lock(mutex);
                      woken.notify_all();
                  });
    Samples times;
    for (unsigned i = 0; i < 20; ++i) {
        const GreyFrame frame = photograph({{.text = ticket_digits(i)}});
        times.measure([&] {
            script.show(frame);
            std::unique_lock lock(mutex);
            woken.wait(lock, [&] { return camera.take_code().has_value(); });
        });
    }
    Figures::times("a picture to its code, by the camera's thread", times);
    figures.at_most("the same, median", times.median() / 1000, 50, "ms");
}

}  // namespace

void measure_camera(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("The camera, 1280x720, 50 pictures a grade");
    measure_recall(figures);
    const GreyFrame held = make_sample(0.1F, 1).frame;
    measure_times(figures, "with a code", held);
    measure_times(figures, "without", photograph({}));
    measure_decoding(held);
    measure_empty_room(figures);
    measure_way(figures);
}

}  // namespace stormote::testing
