// Status line: how something stands, in a sentence, as the pages of staff and organiser list it.
// Plain values; any thread.
#pragma once

#include <string>

namespace stormote {

// A line of a list, and whether it is one that needs a look.
struct StatusLine {
    std::string text;
    bool is_warning = false;
};

struct StoreView {
    StatusLine status;
    bool can_sync = false;  // there is a store to talk to
    bool is_busy = false;
};

}  // namespace stormote
