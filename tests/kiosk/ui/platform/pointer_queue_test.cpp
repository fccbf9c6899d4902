#include "kiosk/ui/platform/pointer_queue.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("a tap that fits between two frames is still a press and a lift") {
    PointerQueue queue;
    queue.touch_begin(7, {10, 20});
    queue.touch_end(7, {10, 20});
    const Pointer down = queue.take();
    CHECK(down.change == PointerChange::down);
    CHECK(down.down);
    const Pointer up = queue.take();
    CHECK(up.change == PointerChange::up);
    CHECK_FALSE(up.down);
    const Pointer gone = queue.take();
    CHECK_FALSE(gone.present);
    CHECK_FALSE(queue.pending());
}

TEST_CASE("a resting hand does not keep another finger from tapping") {
    PointerQueue queue;
    queue.touch_begin(1, {500, 500});
    (void)queue.take();
    queue.touch_begin(2, {100, 100});
    const Pointer displaced = queue.take();
    CHECK(displaced.change == PointerChange::displaced);
    CHECK(displaced.position.x == 500);
    const Pointer down = queue.take();
    CHECK(down.change == PointerChange::down);
    CHECK(down.position.x == 100);
    queue.touch_end(2, {100, 100});
    CHECK(queue.take().change == PointerChange::up);
    CHECK_FALSE(queue.take().present);
    // The first one trembles and lifts: that means nothing any more.
    queue.touch_move(1, {501, 500});
    queue.touch_end(1, {501, 500});
    CHECK_FALSE(queue.pending());
}

TEST_CASE("of a movement only its end is told") {
    PointerQueue queue;
    queue.touch_begin(1, {0, 0});
    (void)queue.take();
    for (int i = 1; i <= 50; ++i) queue.touch_move(1, {static_cast<float>(i), 0});
    CHECK(queue.take().position.x == 50);
    CHECK_FALSE(queue.pending());
}

TEST_CASE("the mouse hovers, presses and leaves") {
    PointerQueue queue;
    queue.mouse_move({5, 5});
    CHECK(queue.take().present);
    queue.mouse_down({5, 5});
    CHECK(queue.take().down);
    queue.mouse_up({5, 5});
    const Pointer up = queue.take();
    CHECK(up.change == PointerChange::up);
    CHECK(up.present);
    queue.mouse_leave();
    CHECK_FALSE(queue.take().present);
}

}  // namespace stormote
