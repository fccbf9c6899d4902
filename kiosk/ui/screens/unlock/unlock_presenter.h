// UnlockPresenter: the kiosk before its event is open: takes the passphrase on the screen or on a
// keyboard, and opens the event on a thread of its own, so that the screen never waits for it.
// Passphrases are wiped once they were tried. The screen thread. Borrows what it is given.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/desk/desk.h"
#include "kiosk/ui/screens/unlock/setup_frame.h"
#include "kiosk/ui/screens/unlock/unlock.h"

namespace stormote {

using OpenedDesk = Result<std::unique_ptr<Desk>>;

class UnlockPresenter {
  public:
    // Called on another thread.
    using Open = std::function<OpenedDesk(const PassphraseSource&)>;

    // `event_line` says which event it is, as far as that is known.
    UnlockPresenter(Ui& ui, UserPreferences& preferences, std::string event_line, Open open);
    ~UnlockPresenter();
    UnlockPresenter(const UnlockPresenter&) = delete;
    UnlockPresenter& operator=(const UnlockPresenter&) = delete;

    void draw();
    void speak() { frame_.speak(); }
    // The event is open, or somebody has closed the window. Throws MachineFailure from draw() where
    // opening threw it.
    [[nodiscard]] bool is_done() const { return desk_ != nullptr || is_left_; }
    // Nothing where it was left.
    [[nodiscard]] std::unique_ptr<Desk> take_desk() { return std::move(desk_); }

  private:
    void draw_locked(FrameView frame);
    void follow(const UnlockIntent& intent);
    void open();
    void collect();

    Ui& ui_;
    SetupFrame frame_;
    Open open_;
    std::string passphrase_;
    bool is_shown_ = false;
    NoteKeys keys_;
    std::optional<Error> problem_;
    std::future<OpenedDesk> opening_;
    std::unique_ptr<Desk> desk_;
    bool is_left_ = false;
};

}  // namespace stormote
