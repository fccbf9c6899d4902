// ScreenReader: reads the screen record aloud for people who cannot see it: a screen when it
// opens, what changes on it, and what has the focus. It stops when the person does something.
//
// Everything it says stands on the screen, or in the help. What is personal it says only where
// nobody else hears it, or when it is asked to repeat. The screen thread; borrows the speaker.
#pragma once

#include <set>
#include <string>

#include "kiosk/device/audio/speaker.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

// Who hears what is said.
enum class Hearing { everybody, headphones };

// How it is worked; heard first, and seen in the help.
constexpr Sentence speech_keys{
    "F9 reads the screen aloud. Arrows move, Enter chooses, Esc goes back. F8 pauses and goes on, "
    "F10 repeats, F11 and F12 turn the volume down and up."};

class ScreenReader {
  public:
    // No speaker: there is nothing to be switched on. The event's own words are said in its
    // language, all others in that of the screen.
    ScreenReader(Speaker *speaker, Hearing hearing, std::string event_language)
        : speaker_(speaker), hearing_(hearing), event_language_(std::move(event_language)) {}

    [[nodiscard]] bool can_speak() const { return speaker_ != nullptr; }
    [[nodiscard]] bool is_on() const { return is_on_; }
    // "3/5": what is heard is also seen.
    [[nodiscard]] std::string volume_text() const;
    void turn_on();
    // And forgets the volume: the next person has not chosen it.
    void turn_off();

    // After every frame.
    void follow(const Ui& ui);

  private:
    // Of five.
    static constexpr int usual_volume = 2;

    struct Speech;

    void turn_volume(int steps);
    void read_screen(const Ui& ui, Speech& speech);
    void read_field(const Ui& ui, Speech& speech);
    void read_focus(const Ui& ui, Speech& speech);
    void remember(const ScreenRecord& record);

    Speaker *speaker_;
    Hearing hearing_;
    std::string event_language_;
    bool is_on_ = false;
    bool is_new_ = false;  // nothing was said to this person yet
    int volume_ = usual_volume;
    bool is_paused_ = false;
    std::string screen_;
    std::set<std::string> heard_;  // the words of the frame before
    std::string written_;          // in its field
    std::string focus_;
};

}  // namespace stormote
