// What every screen must hold to, in every language, size of screen and size of letters.
#include <algorithm>
#include <set>
#include <span>

#include <catch2/catch.hpp>

#include "kiosk/ui/shell/frame.h"
#include "sync/base/assets.h"
#include "tests/support/screens/sample_words.h"
#include "tests/support/screens/screen_samples.h"
#include "tests/support/screens/ui_driver.h"
#include "tests/support/screens/wall_samples.h"

namespace stormote {

namespace {

struct Display {
    std::string name;
    Size size;
};

const std::vector<Display> glasses{{"1920x1080", {1920, 1080}},
                                   {"1280x800", {1280, 800}},
                                   {"1080x1920", {1080, 1920}},
                                   {"1366x768", {1366, 768}},
                                   {"3840x2160", {3840, 2160}}};

bool inside(const Rect& rect, Size screen) {
    return rect.left >= 0 && rect.top >= 0 && rect.right() <= screen.width + 0.5F &&
           rect.bottom() <= screen.height + 0.5F;
}

// Of an alphabet with more letters than three rows of a tall screen hold at that width.
bool is_narrow_key(const RecordedItem& item) {
    return item.id.starts_with("key_") && item.id.size() > 4 &&
           static_cast<unsigned char>(item.id[4]) >= 0xD0 && item.rect.height > item.rect.width;
}

void check_targets(const ScreenRecord& record, float scale) {
    const auto& items = record.items();
    // One pixel is lost in rounding.
    const float least = unit::target * scale - 1;
    for (std::size_t i = 0; i < items.size(); ++i) {
        INFO(items[i].id << " “" << items[i].label << "” " << items[i].rect.left << ","
                         << items[i].rect.top << " " << items[i].rect.width << "x"
                         << items[i].rect.height);
        CHECK(inside(items[i].rect, record.head().size));
        if (!items[i].target) continue;
        CHECK_FALSE(items[i].label.empty());
        CHECK(items[i].rect.width >= (is_narrow_key(items[i]) ? least * 0.88F : least));
        CHECK(items[i].rect.height >= least);
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (!items[j].target) continue;
            INFO("and " << items[j].id);
            CHECK_FALSE(items[i].rect.overlaps(items[j].rect));
        }
    }
}

// Whoever only hears them must be able to tell them apart. People and notes may be alike.
void check_names(const ScreenRecord& record) {
    std::set<std::string> names;
    for (const RecordedItem& item : record.items()) {
        if (!item.target || item.role == Role::hit) continue;
        INFO(item.id << " “" << item.label << "”");
        CHECK(names.insert(item.label).second);
    }
}

void check_words(const ScreenRecord& record, bool extreme) {
    for (const RecordedItem& item : record.items()) {
        INFO(name_of(item.role) << " “" << item.label << "”");
        // Only in a list, where there is no room for more, may an organisation end in an ellipsis.
        const bool in_list = item.role == Role::hit || item.id.starts_with("suggestion_") ||
                             record.head().screen == "staff";
        const bool small_letters = record.head().text_percent == 100;
        if (extreme && in_list && !(small_letters && item.role == Role::hit)) continue;
        CHECK_FALSE(item.shortened);
    }
}

void check_texts_apart(const ScreenRecord& record) {
    const auto& items = record.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].target || items[i].role == Role::image || items[i].role == Role::field)
            continue;
        for (std::size_t j = 0; j < items.size(); ++j) {
            if (i == j || items[j].role == Role::image || items[j].role == Role::field) continue;
            // Lines of text may touch with their empty upper and lower rims.
            const Rect rect = items[i].rect.inset(0, std::min(8.0F, items[i].rect.height / 6));
            const Rect other = items[j].rect.inset(0, std::min(8.0F, items[j].rect.height / 6));
            INFO("“" << items[i].label << "” and “" << items[j].label << "”, " << rect.top << " to "
                     << rect.bottom() << " and " << other.top << " to " << other.bottom());
            CHECK_FALSE(rect.overlaps(other));
        }
    }
}

// A language, and how much of it is looked at.
struct Situation {
    std::string language;
    std::size_t glass_count;
    std::vector<int> percents;
    std::vector<ScreenSample> samples;
};

void check_layout(const Situation& reading) {
    auto texts = load_texts(reading.language);
    REQUIRE(texts.ok());
    for (const Display& display : std::span(glasses).first(reading.glass_count)) {
        UiDriver driver(display.size);
        driver.ui().set_texts(*texts);
        for (const int percent : reading.percents) {
            driver.ui().set_style({theme_of(ThemeKind::light), percent, Motion::reduced});
            for (const ScreenSample& sample : reading.samples) {
                INFO(sample.name << " " << display.name << " " << reading.language << " "
                                 << percent);
                driver.show(sample.draw);
                check_targets(driver.record(), driver.ui().metrics().scale);
                check_names(driver.record());
                check_words(driver.record(), sample.extreme);
                check_texts_apart(driver.record());
            }
        }
    }
}

bool is_own_name_of_language(const std::string& label) {
    const auto languages = FrameView{}.languages;
    return std::any_of(languages.begin(), languages.end(),
                       [&label](const LanguageChoice& each) { return each.name == label; });
}

}  // namespace

TEST_CASE("on every screen, targets are large and apart and no words are cut") {
    for (const std::string language : {"sv", "en"}) {
        check_layout({language, glasses.size(), {100, 130, 200}, screen_samples(language)});
    }
}

TEST_CASE("so it is in every language that attendees choose") {
    for (const std::string language : {"fi", "ar", "uk"}) {
        check_layout({language, 3, {100, 200}, attendee_samples(language)});
    }
}

TEST_CASE("and on the wall, whose words are read from afar") {
    for (const std::string language : {"sv", "en", "fi", "ar", "uk"}) {
        check_layout({language, glasses.size(), {100, 200}, wall_samples(language)});
    }
}

TEST_CASE("an attendee's screens say nothing that is left in English elsewhere") {
    auto swedish = load_texts("sv");
    auto finnish = load_texts("fi");
    REQUIRE(swedish.ok());
    REQUIRE(finnish.ok());
    UiDriver driver;
    for (const ScreenSample& sample : attendee_samples("en")) {
        driver.show(sample.draw);
        for (const RecordedItem& item : driver.record().items()) {
            // A language to choose is called what its speakers call it.
            if (is_own_name_of_language(item.label)) continue;
            INFO(sample.name << " “" << item.label << "”");
            const Sentence sentence{item.label.c_str()};
            CHECK(swedish->has(sentence) == finnish->has(sentence));
        }
    }
}

TEST_CASE("a theme changes colours and nothing else") {
    UiDriver driver;
    for (const ScreenSample& sample : screen_samples("en")) {
        INFO(sample.name);
        driver.ui().set_style({theme_of(ThemeKind::light), 100, Motion::reduced});
        driver.show(sample.draw);
        const std::vector<RecordedItem> light = driver.record().items();
        for (const ThemeKind kind : {ThemeKind::dark, ThemeKind::high_contrast}) {
            driver.ui().set_style({theme_of(kind), 100, Motion::reduced});
            driver.show(sample.draw);
            REQUIRE(driver.record().items().size() == light.size());
            for (std::size_t i = 0; i < light.size(); ++i) {
                CHECK(driver.record().items()[i].rect.left == light[i].rect.left);
                CHECK(driver.record().items()[i].rect.top == light[i].rect.top);
            }
        }
    }
}

TEST_CASE("held upright, what must be reached is in the lower two thirds") {
    UiDriver driver({1080, 1920});
    for (const ScreenSample& sample : screen_samples("sv")) {
        // The staff's lists may begin higher up, and so may what somebody types into.
        if (sample.name.starts_with("staff")) continue;
        INFO(sample.name);
        driver.show(sample.draw);
        for (const RecordedItem& item : driver.record().items()) {
            const bool of_a_list = item.role == Role::hit || item.id == "clear_text" ||
                                   item.id == "next" || item.id.starts_with("suggestion_") ||
                                   item.id.starts_with("choice_") || item.id == "no_organisation" ||
                                   item.id == "not_registered";
            if (!item.target || of_a_list) continue;
            INFO(item.id);
            CHECK(item.rect.top >= 1920.0F / 3);
        }
    }
}

TEST_CASE("held upright, nothing that an attendee touches is in the upper third") {
    UiDriver driver({1080, 1920});
    for (const char *language : {"sv", "ar"}) {
        driver.ui().set_texts(sample_texts(language));
        for (const int text : {100, 200}) {
            driver.ui().set_style({theme_of(ThemeKind::light), text, Motion::reduced});
            for (const ScreenSample& sample : attendee_samples(language)) {
                driver.show(sample.draw);
                for (const RecordedItem& item : driver.record().items()) {
                    if (!item.target) continue;
                    INFO(sample.name << ' ' << language << ' ' << text << ' ' << item.id);
                    CHECK(item.rect.top >= 1920.0F / 3);
                }
            }
        }
    }
}

}  // namespace stormote
