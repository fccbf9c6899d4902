// Notice messages: what each notice says, and what can be done about it. The screen thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/screens/check_in/notice.h"

namespace stormote {

enum class NoticeTone { good, attention, trouble };

struct NoticeMessage {
    NoticeTone tone = NoticeTone::attention;
    Icon icon = Icon::warning;
    std::string title{};
    std::string sentence{};  // **stars** are bold
    std::string next{};      // what to do; may be empty
    NoticeChoice thing_to_do = NoticeChoice::done;
    // Beside it and the end of the notice, which is always possible; in any order.
    std::vector<NoticeChoice> others{};
    bool is_personal = false;  // the title holds a name
    bool is_done = true;       // what the person came for; if not, they begin once more
};

[[nodiscard]] NoticeMessage notice_message(const Ui& ui, const NoticeView& view);

}  // namespace stormote
