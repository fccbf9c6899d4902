// UserPreferences: the language, text size, contrast and speech that the person at the screen
// has chosen. The screen thread. Borrows what it is given.
#pragma once

#include <map>
#include <string>

#include "kiosk/ui/accessibility/screen_reader.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

// The languages that the kiosk can speak, by tag.
using Languages = std::map<std::string, Texts>;

class UserPreferences {
  public:
    // No speaker: nothing can be read aloud.
    UserPreferences(Ui& ui, const Languages& languages, std::string first_language,
                    Speaker *speaker, Hearing hearing);

    // What was chosen in the bar; false where it is about something else.
    bool choose(const FrameIntent& intent);
    void toggle_speech();
    // The next person has chosen nothing yet.
    void forget();
    void set_first_language() { set_language(first_language_); }

    // What the bar shows of it.
    void describe(FrameView& view) const;
    [[nodiscard]] const DisplayStyle& style() const { return style_; }
    [[nodiscard]] bool is_read_to() const { return reader_.is_on(); }
    // Once the frame has ended: what there is to hear in it.
    void speak() { reader_.follow(ui_); }

  private:
    void set_language(const std::string& tag);

    Ui& ui_;
    const Languages& languages_;
    std::string first_language_;
    DisplayStyle style_;
    ScreenReader reader_;
};

}  // namespace stormote
