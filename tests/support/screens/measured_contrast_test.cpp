#include "tests/support/screens/measured_contrast.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

// A ground with a bar of ink on it, 4 pixels high.
class Picture {
  public:
    Picture(unsigned char ground, unsigned char ink) : bytes_(std::size_t{40} * 20 * 4, ground) {
        for (std::size_t y = 8; y < 12; ++y) {
            for (std::size_t x = 10; x < 20; ++x) {
                for (std::size_t i = 0; i < 3; ++i) bytes_[(y * 40 + x) * 4 + i] = ink;
            }
        }
    }
    [[nodiscard]] Display display() const { return {40, 20, 160, bytes_}; }

  private:
    std::vector<unsigned char> bytes_;
};

RecordedItem text_at(const Rect& rect) {
    RecordedItem item;
    item.label = "words";
    item.rect = rect;
    return item;
}

}  // namespace

TEST_CASE("contrast is measured between the ground and what stands out most from it") {
    const Rect all{0, 0, 40, 20};
    CHECK(measure_contrast(Picture(255, 0).display(), all) == Approx(21));
    CHECK(measure_contrast(Picture(255, 255).display(), all) == Approx(1));
    // Only where one looks.
    CHECK(measure_contrast(Picture(255, 0).display(), {0, 0, 40, 6}) == Approx(1));
}

TEST_CASE("faint words are found, and what cannot be pressed is exempt") {
    const Mirror mirror;
    ScreenRecord record;
    record.begin({}, mirror);
    record.add(text_at({8, 6, 16, 8}));
    RecordedItem resting = text_at({8, 6, 16, 8});
    resting.target = true;
    resting.enabled = false;
    record.add(resting);
    record.finish();
    const Picture faint(255, 150);
    const auto found = find_faint_words(faint.display(), record, 7);
    REQUIRE(found.size() == 1);
    CHECK(found[0].words == "words");
    CHECK(found[0].contrast == Approx(2.96).margin(0.1));
    const Picture clear(255, 20);
    CHECK(find_faint_words(clear.display(), record, 7).empty());
}

}  // namespace stormote
