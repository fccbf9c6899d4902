#include "kiosk/ui/shell/frame_views.h"

#include <array>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

constexpr const char *separator = " · ";

constexpr std::array<Sentence, 12> day_formats = {{{"{} January"},
                                                   {"{} February"},
                                                   {"{} March"},
                                                   {"{} April"},
                                                   {"{} May"},
                                                   {"{} June"},
                                                   {"{} July"},
                                                   {"{} August"},
                                                   {"{} September"},
                                                   {"{} October"},
                                                   {"{} November"},
                                                   {"{} December"}}};

// "18.00" of "...T18:00" or "18:00".
std::string clock_of(std::string_view time) {
    if (time.size() < 5) return "";
    std::string clock(time.substr(time.size() - 5));
    clock[2] = '.';
    return clock;
}

std::string event_line(const EventState& state, const Texts& texts) {
    const std::string& starts = state.setting(SettingField::starts);
    std::string line = state.settings().get(SettingField::name, texts.language());
    const std::string day = day_text(starts, texts);
    if (!day.empty()) {
        line += separator + day + ' ' + clock_of(starts) + "–" +
                clock_of(state.setting(SettingField::ends));
    }
    const std::string& place = state.settings().get(SettingField::place, texts.language());
    if (!place.empty()) line += separator + place;
    return line;
}

// "Mingelfika till 18.30", from the programme's lines "17:30 Mingelfika". Only on the day itself.
std::string programme_line(const EventState& state, const Texts& texts, std::int64_t wall_ms) {
    if (meeting_ended_ms(state)) return "";
    const std::string now = local_time_of(wall_ms);
    if (now.substr(0, 10) != state.setting(SettingField::starts).substr(0, 10)) return "";
    if (const std::string& ends = state.setting(SettingField::ends); !ends.empty() && now >= ends) {
        return "";
    }
    std::string current;
    for (const ProgrammeItem& item : programme_of(state)) {
        if (item.starts > now.substr(11)) {
            return current.empty() ? ""
                                   : texts.get({"{} until {}"}, current, clock_of(item.starts));
        }
        current = item.title_in(texts.language());
    }
    return current;
}

}  // namespace

std::string day_text(std::string_view local_time, const Texts& texts) {
    if (!is_date(local_time.substr(0, 10))) return "";
    const int month = std::stoi(std::string(local_time.substr(5, 2)));
    const int day = std::stoi(std::string(local_time.substr(8, 2)));
    return texts.get(day_formats[static_cast<std::size_t>(month - 1)], day);
}

FrameView frame_view(const EventState& state, const Texts& texts, std::int64_t wall_ms) {
    FrameView view;
    view.municipality = state.settings().get(SettingField::municipality, texts.language());
    view.event_line = event_line(state, texts);
    view.clock_text = clock_text(wall_ms);
    view.programme_line = programme_line(state, texts, wall_ms);
    view.language = texts.language();
    return view;
}

}  // namespace stormote
