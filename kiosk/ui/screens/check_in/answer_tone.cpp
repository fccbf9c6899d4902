#include "kiosk/ui/screens/check_in/answer_tone.h"

namespace stormote {

Tone tone_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::admitted:
        case Verdict::readmitted:
            return Tone::welcome;
        // All is well, but there is something to read.
        case Verdict::already_checked_in:
        case Verdict::admitted_unregistered:
            return Tone::style;
        case Verdict::unknown_ticket:
        case Verdict::wrong_event:
        case Verdict::revoked:
        case Verdict::cancelled:
        case Verdict::forged:
            break;
    }
    return Tone::refusal;
}

std::optional<Tone> tone_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::registered_here:
            return Tone::welcome;
        case NoticeKind::already_here:
        case NoticeKind::unreadable:
        case NoticeKind::not_on_the_list:
        case NoticeKind::nobody_to_leave:
            return Tone::style;
        case NoticeKind::checked_out:
        case NoticeKind::exit_feedback:
        case NoticeKind::declined:
            return std::nullopt;
        case NoticeKind::unknown_ticket:
        case NoticeKind::wrong_event:
        case NoticeKind::revoked:
        case NoticeKind::cancelled:
        case NoticeKind::forged:
        case NoticeKind::replaced:
        case NoticeKind::place_not_free:
        case NoticeKind::registration_closed:
        case NoticeKind::machine_broken:
            break;
    }
    return Tone::refusal;
}

}  // namespace stormote
