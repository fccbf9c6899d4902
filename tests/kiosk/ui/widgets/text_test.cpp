#include <catch2/catch.hpp>

#include "kiosk/ui/render/picture_atlas.h"
#include "kiosk/ui/render/text_shaper.h"
#include "kiosk/ui/widgets/widgets.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

TextStyle style_of(float size, float wrap = 0, int max_lines = 0) {
    TextStyle style;
    style.size_px = size;
    style.wrap_px = wrap;
    style.max_lines = max_lines;
    return style;
}

RasterImage image_of(int width, int height) {
    RasterImage image;
    image.width = width;
    image.height = height;
    image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    return image;
}

RasterImage coloured_image(int width, int height) {
    RasterImage image = image_of(width, height);
    image.format = PixelFormat::colour;
    image.pixels.resize(image.pixels.size() * 4);
    return image;
}

}  // namespace

TEST_CASE("text wraps within its width and ends in an ellipsis after its last line") {
    const TextShaper shaper;
    const std::string sentence = "Det tar några sekunder. Sedan ser du vilken grupp du sitter i.";
    const TextExtent one_line = shaper.measure(sentence, style_of(28));
    const TextExtent wrapped = shaper.measure(sentence, style_of(28, 300));
    CHECK(one_line.line_count == 1);
    CHECK(wrapped.line_count > 2);
    CHECK(wrapped.size.width <= 300);
    CHECK_FALSE(wrapped.shortened);
    const TextExtent cut = shaper.measure(sentence, style_of(28, 300, 2));
    CHECK(cut.line_count == 2);
    CHECK(cut.shortened);
}

TEST_CASE("stars make words bold and are not shown") {
    const TextShaper shaper;
    TextStyle style = style_of(28);
    const float plain = shaper.measure("Håll upp din biljett", style).size.width;
    style.emphasis = Emphasis::stars;
    const float bold = shaper.measure("**Håll upp din biljett**", style).size.width;
    CHECK(bold > plain);
    CHECK(bold < plain * 1.25F);
}

TEST_CASE("among words from the right, lines of Latin letters begin at the right, too") {
    const TextShaper shaper;
    TextStyle style = style_of(40, 400);
    const std::string text = "mmmmmmmmm\nm";
    REQUIRE(shaper.measure(text, style).line_count == 2);
    // Whether the short line reaches the left end of the long one, or the right.
    const auto reaches = [&](bool is_right) {
        const RasterImage image = shaper.rasterise(text, style);
        for (int row = image.height * 3 / 4; row < image.height; ++row) {
            for (int i = 0; i < 12; ++i) {
                const int column = is_right ? image.width - 1 - i : i;
                const int place = row * image.width + column;
                if (image.pixels[static_cast<std::size_t>(place)] > 128) {
                    return true;
                }
            }
        }
        return false;
    };
    CHECK(reaches(false));
    CHECK_FALSE(reaches(true));
    style.reading = ReadingOrder::from_right;
    CHECK(reaches(true));
    CHECK_FALSE(reaches(false));
}

TEST_CASE("an Arabic name takes hardly more height than a Swedish one, on a Swedish screen") {
    const TextShaper shaper;
    const float swedish = shaper.measure("Åsa Öberg", style_of(60)).size.height;
    const float arabic = shaper.measure("نور الهدى", style_of(60)).size.height;
    CHECK(arabic <= swedish * 1.25F);
}

TEST_CASE("a sentence does not end in a line of one word, and takes no more height for it") {
    UiDriver driver;
    const std::string sentence =
        "The next person can start soon. Touch the screen for more time, please.";
    Rect drawn;
    float height = 0;
    float widest = 0;
    driver.show([&](Ui& ui) {
        TextBlockStyle style;
        // As wide as leaves one word over.
        const float whole = measure_text(ui, 0, sentence, style).width;
        widest = whole * 0.92F;
        height = measure_text(ui, widest, sentence, style).height;
        drawn = draw_text(ui, {0, 0, widest, 400}, sentence, style);
    });
    CHECK(drawn.height == height);
    CHECK(drawn.width < widest * 0.7F);
}

TEST_CASE("Arabic is joined, and its caret stands at the left") {
    const TextShaper shaper;
    const TextStyle style = style_of(40);
    const TextExtent joined = shaper.measure("نور", style);
    const float apart = shaper.measure("ن", style).size.width +
                        shaper.measure("و", style).size.width +
                        shaper.measure("ر", style).size.width;
    CHECK(joined.size.width < apart);
    CHECK(shaper.caret_x("نور", style) < joined.size.width / 2);
    CHECK(shaper.caret_x("Åsa", style) ==
          Approx(shaper.measure("Åsa", style).size.width).margin(2));
}

TEST_CASE("damaged text is drawn as well as can be") {
    const TextShaper shaper;
    CHECK(shaper.measure("\xFF\xFE", style_of(28)).size.height > 0);
    CHECK(shaper.rasterise("", style_of(28)).pixels.empty());
    CHECK_FALSE(shaper.rasterise("Å", style_of(28)).pixels.empty());
}

TEST_CASE("words take a byte a pixel, and what has colours of its own takes four") {
    const TextShaper shaper;
    const RasterImage words = shaper.rasterise("Åsa", style_of(28));
    CHECK(words.format == PixelFormat::coverage);
    CHECK(words.pixels.size() == static_cast<std::size_t>(words.width * words.height));
    const RasterImage scene = rasterise_scanning(100);
    CHECK(scene.format == PixelFormat::colour);
    CHECK(scene.pixels.size() == static_cast<std::size_t>(scene.width * scene.height * 4));

    NullTextureStore store;
    PictureAtlas atlas(store);
    const Picture plain = atlas.get("plain", [] { return image_of(10, 10); });
    const Picture coloured = atlas.get("coloured", [] { return coloured_image(10, 10); });
    CHECK(plain.texture != coloured.texture);
    CHECK(atlas.get("more", [] { return image_of(10, 10); }).texture == plain.texture);
}

TEST_CASE("the atlas finds a picture again and never empties a page of this frame") {
    NullTextureStore store;
    PictureAtlas atlas(store);
    int drawn = 0;
    const auto draw = [&] {
        ++drawn;
        return image_of(500, 500);
    };
    atlas.begin_frame();
    const Picture first = atlas.get("0", draw);
    CHECK(atlas.get("0", draw).texture == first.texture);
    CHECK(drawn == 1);
    // More than all pages hold, in one frame: all must stay.
    for (int i = 1; i < 60; ++i) (void)atlas.get(std::to_string(i), draw);
    CHECK(atlas.page_count() >= 15);
    drawn = 0;
    for (int i = 0; i < 60; ++i) (void)atlas.get(std::to_string(i), draw);
    CHECK(drawn == 0);
}

TEST_CASE("the atlas empties the page that was used longest ago") {
    NullTextureStore store;
    PictureAtlas atlas(store);
    int drawn = 0;
    const auto draw = [&] {
        ++drawn;
        return image_of(1000, 1000);
    };
    for (int i = 0; i < 30; ++i) {
        atlas.begin_frame();
        (void)atlas.get("always", draw);
        (void)atlas.get(std::to_string(i), draw);
    }
    CHECK(atlas.page_count() == 8);
    CHECK(drawn == 31);
    (void)atlas.get("always", draw);
    CHECK(drawn == 31);
    (void)atlas.get("0", draw);
    CHECK(drawn == 32);
}

// Each line longer than all before had a page to itself, and the memory grew all evening.
TEST_CASE("lines of ever new lengths do not open page after page") {
    NullTextureStore store;
    PictureAtlas atlas(store);
    for (int i = 0; i < 400; ++i) {
        atlas.begin_frame();
        (void)atlas.get("always", [] { return image_of(400, 40); });
        (void)atlas.get(std::to_string(i), [&] { return image_of(900 + i, 40 + i / 2); });
    }
    CHECK(atlas.page_count() <= 9);
}

}  // namespace stormote
