// LetInPresenter: the organiser lets another screen in at this hub. Every showing makes a new code;
// one that is shown no more, and that nobody came with, lets nobody in. Asks on the desk's thread.
// The screen thread; borrows desk, office and clock, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/pairing/let_in.h"

namespace stormote {

class LetInPresenter {
  public:
    // Null: this kiosk is no hub.
    LetInPresenter(DeskThread& desk, PairingOffice *office, const Clock& clock)
        : desk_(desk), office_(office), clock_(clock) {}

    [[nodiscard]] bool is_allowed() const;
    void open();
    void close();
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    void ask_for_code();
    void withdraw();
    void look(Ui& ui);
    [[nodiscard]] StatusLine status(const Texts& texts) const;

    DeskThread& desk_;
    PairingOffice *office_;
    const Clock& clock_;
    bool is_open_ = false;
    DeviceRole role_ = DeviceRole::door;
    std::optional<PairingCode> code_;
    bool is_busy_ = false;
    bool is_used_ = false;
    bool is_looking_ = false;
    std::optional<std::int64_t> looked_ms_;
    std::optional<Error> problem_;
    AskScope scope_;
};

}  // namespace stormote
