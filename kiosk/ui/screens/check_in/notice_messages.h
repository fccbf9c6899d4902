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
    std::string title;
    std::string sentence;  // **stars** are bold
    std::string next;      // what to do; may be empty
    // The last is the thing to do.
    std::vector<NoticeChoice> choices;
    bool is_personal = false;  // the title holds a name
};

[[nodiscard]] NoticeMessage notice_message(const Ui& ui, const NoticeView& view);

}  // namespace stormote
