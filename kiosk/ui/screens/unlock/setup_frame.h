// SetupFrame: what the pages before an event's first screen have in common: its frame, and the
// choice of a language over it. The screen thread. Borrows what it is given.
#pragma once

#include <string>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/shell/user_preferences.h"

namespace stormote {

class SetupFrame {
  public:
    // `event_line` says which event it is, as far as that is known.
    SetupFrame(Ui& ui, UserPreferences& preferences, std::string event_line);

    // One frame: the page, or the languages over it. `draw_page` takes a FrameView.
    template <typename DrawPage>
    void draw(DrawPage draw_page) {
        if (ui_.pressed(KeyKind::speech)) preferences_.toggle_speech();
        if (is_choosing_language_) {
            draw_choice();
        } else {
            draw_page(view());
        }
        ui_.set_style(preferences_.style());
    }
    void follow(const FrameIntent& intent);
    void speak() { preferences_.speak(); }

  private:
    [[nodiscard]] FrameView view() const;
    void draw_choice();

    Ui& ui_;
    UserPreferences& preferences_;
    std::string event_line_;
    bool is_choosing_language_ = false;
};

}  // namespace stormote
