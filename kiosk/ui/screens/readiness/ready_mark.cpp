#include "kiosk/ui/screens/readiness/ready_mark.h"

namespace stormote {

Sentence ready_word(ReadyMark mark) {
    switch (mark) {
        case ReadyMark::no:
            return {"Missing"};
        case ReadyMark::look:
            return {"Look"};
        case ReadyMark::trying:
            return {"Trying…"};
        case ReadyMark::yes:
            break;
    }
    return {"Ready"};
}

Colour ready_colour(const Theme& theme, ReadyMark mark) {
    switch (mark) {
        case ReadyMark::no:
            return theme.error;
        case ReadyMark::look:
            return theme.warning;
        case ReadyMark::trying:
            return theme.ink_secondary;
        case ReadyMark::yes:
            break;
    }
    return theme.success;
}

Icon ready_icon(ReadyMark mark) {
    switch (mark) {
        case ReadyMark::no:
            return Icon::cross;
        case ReadyMark::look:
            return Icon::warning;
        case ReadyMark::trying:
            return Icon::clock;
        case ReadyMark::yes:
            break;
    }
    return Icon::check;
}

}  // namespace stormote
