#include "kiosk/desk/release_watch.h"

namespace stormote {

void ReleaseWatch::look_if_due() {
    if (clock_.steady_ms() < due_ms_) return;
    due_ms_ = clock_.steady_ms() + pause_ms;
    release(Occasion::running);
}

void ReleaseWatch::close() {
    release(Occasion::by_staff);
}

void ReleaseWatch::release(Occasion occasion) {
    desk_.do_quietly([occasion](Desk& desk) {
        try {
            desk.release_waiting(occasion);
            desk.destroy_erased();
        } catch (const MachineFailure&) {
            // What could not be written still waits, for the next time or the next opening.
        }
    });
}

}  // namespace stormote
