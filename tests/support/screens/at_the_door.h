// AtTheDoor: the kiosk's screens in their order, with a real desk behind them, and a person before
// them. The thread that made it.
#pragma once

#include <map>

#include "kiosk/app/app.h"
#include "tests/support/devices/fake_printer.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote::testing {

// Writes down what would be heard.
class HeardTones final : public SoundPlayer {
  public:
    void play(Tone tone) override { heard.emplace_back(name_of(tone)); }
    [[nodiscard]] std::optional<Error> take_failure() override { return std::nullopt; }
    [[nodiscard]] Result<> try_out() override { return Done{}; }
    std::vector<std::string> heard;
};

class SilentSpeaker final : public Speaker {
  public:
    void speak(const Utterance& /*utterance*/) override {}
    void stop() override {}
    void pause() override {}
    void go_on() override {}
};

// At the entrance of an event of two people in one group.
class AtTheDoor : public ScreenAtDesk {
  public:
    enum class Printer { none, ready, of_slips };
    // Without a time the event began long ago.
    explicit AtTheDoor(Printer with = Printer::none, const std::string& starts = "");
    ~AtTheDoor();

    // She is let in, and the second time told that she is here already.
    void choose_asa_twice();
    void choose_name(std::u32string_view typed, std::string_view name);
    // By asking the window to close, and the PIN.
    void enter_as_staff(std::u32string_view pin);

    std::map<std::string, std::string> tickets;  // by name
    HeardTones sounds;
    SilentSpeaker speaker;
    Languages languages{{"en", Texts()}};
    Texts texts;
    Sheets sheets = read_sheets();
    FakePrinter printer{PrinterCondition::ready};
    std::optional<LabelQueue> queue;
    std::optional<DoorLabels> labels;
    std::optional<App> app;
};

}  // namespace stormote::testing
