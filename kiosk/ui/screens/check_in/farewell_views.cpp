#include "kiosk/ui/screens/check_in/farewell_views.h"

#include <utility>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/model/survey.h"

namespace stormote {

bool is_farewell_time(const EventState& state, std::int64_t now_ms) {
    if (meeting_ended_ms(state)) return true;
    const auto ends_ms = instant_of(state.setting(SettingField::ends));
    return ends_ms && now_ms >= *ends_ms - farewell_before_end_ms &&
           now_ms < *ends_ms + farewell_after_end_ms;
}

FarewellView farewell_view(const EventState& state, FrameView frame, const Texts& texts,
                           std::int64_t now_ms) {
    FarewellView view{std::move(frame), static_cast<int>(survey_questions(state).size())};
    const auto ends_ms = instant_of(state.setting(SettingField::ends));
    view.is_over = meeting_ended_ms(state).has_value();
    if (view.is_over) {
        view.frame.programme_line = texts.get({"The meeting is over"});
    } else if (ends_ms && now_ms < *ends_ms) {
        view.frame.programme_line = texts.get({"The meeting ends at {}"}, clock_text(*ends_ms));
    }
    return view;
}

}  // namespace stormote
