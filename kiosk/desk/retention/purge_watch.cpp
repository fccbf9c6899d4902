#include "kiosk/desk/retention/purge_watch.h"

#include "kiosk/desk/retention/purge.h"

namespace stormote {

namespace {

// Who has destroyed, in the protocol, where nobody has: stored in Swedish, as the record's words.
constexpr const char *by_itself = "Programmet, av sig självt";

}  // namespace

bool purge_by_itself(Desk& desk) {
    if (!desk.may(OperationKind::record_purged)) return false;
    const PurgeOrder order{desk.state().setting(SettingField::keep_decision), by_itself};
    if (order.decision.empty()) return false;
    const PurgePreview preview = preview_purge(desk, order);
    if (preview.kinds.empty() || !preview.unmet.empty()) return false;
    return purge(desk, order).ok();
}

void PurgeWatch::look_if_due(bool was_exchanged) {
    if (!was_exchanged || clock_.steady_ms() < due_ms_) return;
    due_ms_ = clock_.steady_ms() + pause_ms;
    desk_.do_quietly([](Desk& desk) {
        try {
            (void)purge_by_itself(desk);
        } catch (const MachineFailure&) {
            // What could not be written is still due, the next time.
        }
    });
}

}  // namespace stormote
