#include "tests/support/screens/screen_at_desk.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/wait.h"

namespace stormote::testing {

ScreenAtDesk::ScreenAtDesk() = default;

ScreenAtDesk::~ScreenAtDesk() = default;

void ScreenAtDesk::settle() {
    REQUIRE(wait_until([&] {
        desk->collect();
        return !desk->is_busy();
    }));
    driver.frame();
}

bool ScreenAtDesk::comes_to_say(std::string_view words) {
    return wait_until([&] {
        desk->collect();
        driver.frame();
        return driver.record().says(words);
    });
}

void ScreenAtDesk::tap(std::string_view id_or_label) {
    driver.advance_ms(Ui::settle_ms);
    driver.tap(id_or_label);
    driver.frame();
}

void ScreenAtDesk::write(std::u32string_view text) {
    driver.type(text);
    driver.frame();
}

void ScreenAtDesk::open_desk() {
    desk.emplace(event.take(), [] {});
}

}  // namespace stormote::testing
