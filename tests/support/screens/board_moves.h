// One move of the board, for tests that set a scene with it.
#pragma once

#include "kiosk/desk/board/board_steps.h"

namespace stormote::testing {

// False: nothing was recorded.
inline bool move_person(Desk& desk, const BoardMove& move, Actor actor) {
    return take_step(desk, {{move}, {}, {}}, actor) == StepOutcome::done;
}

}  // namespace stormote::testing
