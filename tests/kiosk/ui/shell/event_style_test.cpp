// The municipality's colour and logo on the screens.
#include "kiosk/ui/shell/event_style.h"

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/welcome.h"
#include "sync/model/stamp.h"
#include "tests/support/screens/logo_sample.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

struct Settings {
    void set(SettingField field, const std::string& text) {
        FieldSetter<SettingField> setter;
        latest.set(setter.set(field, text).take(), Stamp(++lamport, 0), devices);
    }
    LatestFields latest;
    DeviceTable devices;
    std::uint64_t lamport = 0;
};

const RecordedItem *find_logo(const ScreenRecord& record) {
    for (const RecordedItem& item : record.items()) {
        if (item.id == "logo") return &item;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a logo is never stretched, on no screen and in no shape") {
    for (const Size display : {Size{1920, 1080}, Size{1280, 800}, Size{1080, 1920}}) {
        UiDriver driver(display);
        for (const auto& [width, height] : {std::pair{100, 100}, {512, 64}, {64, 512}, {512, 5}}) {
            for (const ThemeKind theme : {ThemeKind::light, ThemeKind::high_contrast}) {
                INFO(width << "x" << height << " on " << display.width);
                driver.ui().set_style({theme_of(theme), 100, Motion::reduced});
                WelcomeView view;
                view.frame.municipality = "Ekbackens kommun";
                view.frame.logo = sample_logo(width, height);
                driver.show([view](Ui& ui) { (void)draw_welcome(ui, view); });
                const RecordedItem *logo = find_logo(driver.record());
                REQUIRE(logo != nullptr);
                CHECK(logo->rect.width == Approx(logo->rect.height * static_cast<float>(width) /
                                                 static_cast<float>(height))
                                              .margin(static_cast<float>(std::max(width, height)) /
                                                      static_cast<float>(std::min(width, height))));
                CHECK(std::max(logo->rect.width / 220, logo->rect.height / 64) * 1080 >=
                      std::min(display.width, display.height) * 0.9F);
            }
        }
    }
}

TEST_CASE("a setting that comes from elsewhere and is no logo or colour leaves the house's own") {
    Settings settings;
    settings.set(SettingField::logo, "not a picture");
    settings.set(SettingField::colour, "teal");
    EventStyle style;
    style.follow(settings.latest);
    CHECK(style.logo() == nullptr);
    CHECK(style.adorn(theme_of(ThemeKind::light)).primary == theme_of(ThemeKind::light).primary);
}

TEST_CASE("the style follows settings that change in the middle of the evening") {
    Settings settings;
    EventStyle style;
    settings.set(SettingField::colour, "#6B1030");
    settings.set(SettingField::logo, setting_of_logo(write_png(sample_logo(60, 40)->picture)));
    style.follow(settings.latest);
    CHECK(style.adorn(theme_of(ThemeKind::light)).primary == colour_from_hex(0x6B1030));
    REQUIRE(style.logo() != nullptr);
    CHECK(style.logo()->picture.width == 60);
    const auto first = style.logo();
    style.follow(settings.latest);
    CHECK(style.logo() == first);
    settings.set(SettingField::colour, "#301060");
    settings.set(SettingField::logo, "");
    style.follow(settings.latest);
    CHECK(style.adorn(theme_of(ThemeKind::light)).primary == colour_from_hex(0x301060));
    CHECK(style.logo() == nullptr);
}

TEST_CASE("a logo is drawn in its own colours") {
    const auto logo = sample_logo(90, 30);
    const RasterImage image = rasterise_logo(logo->picture, 45, 15);
    REQUIRE(image.format == PixelFormat::colour);
    CHECK(image.width == 45);
    CHECK(image.height == 15);
    // Its corner is band, its middle disc.
    CHECK(image.pixels[0] == 0x0B);
    const std::size_t middle = (std::size_t{7} * 45 + 22) * 4;
    CHECK(image.pixels[middle] == 0xF2);
}

}  // namespace stormote
