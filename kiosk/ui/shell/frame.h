// The frame around every screen: the header with the meeting, the bar with languages and
// accessibility controls. The screen thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/event_style.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct LanguageChoice {
    std::string tag;   // "sv"
    std::string name;  // as its speakers call it
};

// The same on every screen of an evening.
struct FrameView {
    std::string municipality;
    std::shared_ptr<const Logo> logo{};  // a shield where there is none
    std::string event_line;  // "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen"
    std::string clock_text;      // "17.42"
    std::string programme_line;  // "Mingelfika till 18.30"; may be empty
    std::vector<LanguageChoice> languages{{"sv", "Svenska"},
                                          {"en", "English"},
                                          {"fi", "Suomi"},
                                          {"ar", "العربية"},
                                          {"uk", "Українська"}};
    std::string language = "sv";
    bool can_speak = true;
    bool speaks = false;
    std::string volume_text{};  // "3/5", while it speaks
    bool has_help = true;
    // What staff should have a look at: a mark on the shield, which says no more than how many.
    std::size_t problem_count = 0;
};

// What stands at the right of the header.
enum class Aside { nothing, clock, back };

struct ChooseLanguage {
    std::string tag;
};
struct OpenLanguages {};  // where the bar has no room for all of them
struct LargerText {};     // the next size, from the largest back to the first
struct ChangeContrast {};
struct ToggleSpeech {};  // reading aloud
struct OpenHelp {};
struct GoBack {};

using FrameIntent = std::variant<ChooseLanguage, OpenLanguages, LargerText, ChangeContrast,
                                 ToggleSpeech, OpenHelp, GoBack>;

struct FrameBounds {
    Rect bounds;  // between header and bar
    std::optional<FrameIntent> intent;
};

// Esc counts as Back where there is a Back.
FrameBounds draw_frame(Ui& ui, const FrameView& view, Aside aside);

// From the edge of the screen to what stands on it.
[[nodiscard]] float margin_of(const Ui& ui);

}  // namespace stormote
