#include "kiosk/ui/shell/languages.h"

#include <cmath>

#include "kiosk/ui/widgets/choice_grid.h"

namespace stormote {

std::optional<FrameIntent> draw_languages(Ui& ui, const FrameView& view) {
    ui.begin_screen("languages");
    FrameView around = view;
    // They stand in the middle of the screen, not at its foot as well.
    around.languages.clear();
    const FrameBounds frame = draw_frame(ui, around, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(48));
    // Held upright, the upper third is out of reach from a wheelchair.
    if (ui.metrics().portrait()) bounds.take_top(std::round(bounds.height * 0.3F));
    draw_title(ui, bounds, ui.say(Sentence{"Choose your language"}));
    bounds.take_top(ui.px(40));
    std::vector<std::string> names;
    for (const LanguageChoice& choice : view.languages) names.push_back(choice.name);
    if (const auto chosen = choice_grid(ui, bounds, names)) {
        return ChooseLanguage{view.languages[*chosen].tag};
    }
    return frame.intent;
}

}  // namespace stormote
