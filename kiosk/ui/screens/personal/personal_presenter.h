// PersonalPresenter: what is held about one person: shows it, saves it as a PDF for whoever asked,
// and, on an organiser's device, erases it or records that the wish was refused, on a decision that
// is asked for first. All reading and writing is done on the desk's thread. The screen thread;
// borrows desk and clock, which outlive it.
#pragma once

#include <optional>
#include <string>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/personal/folder_choice.h"
#include "kiosk/ui/screens/personal/personal_views.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

class PersonalPresenter {
  public:
    PersonalPresenter(DeskThread& desk, const Clock& clock)
        : desk_(desk), clock_(clock), folders_(desk) {}

    void open(const AttendeeId& person);
    // One frame of the page that is shown; what is asked beside it, as by its frame: GoBack once
    // the person's page is left, or the person is erased.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);
    // The name of whom this page has erased; once.
    [[nodiscard]] std::optional<std::string> take_erased() {
        return std::exchange(erased_, std::nullopt);
    }

  private:
    enum class Step : std::uint8_t { held, decision, reason, confirmation };
    enum class Errand : std::uint8_t { erasing, refusing };
    struct Held {
        PersonalData data;
        std::vector<NamingText> naming;
    };

    void read();
    [[nodiscard]] DataPageView held_view(const Texts& texts) const;
    [[nodiscard]] DataPageView confirmation_view(const Texts& texts) const;
    std::optional<FrameIntent> draw_page(Ui& ui, DataPageView view, const FrameView& frame);
    std::optional<FrameIntent> draw_writing(Ui& ui, const FrameView& frame);
    void press(std::size_t action, const Texts& texts);
    void begin(Errand errand);
    // What was written is taken, where it says something.
    void go_on(const Texts& texts);
    // False: the page is left.
    bool go_back();
    void save(const Texts& texts);
    void carry_out(const Texts& texts);
    [[nodiscard]] bool may_erase() const {
        return desk_.may(OperationKind::attendee_erased) &&
               desk_.may(OperationKind::erasure_refused);
    }

    DeskThread& desk_;
    const Clock& clock_;
    FolderChoice folders_;
    AttendeeId person_;
    Step step_ = Step::held;
    Errand errand_ = Errand::erasing;
    std::optional<Held> held_;  // nothing: not read yet
    std::string decision_;
    std::string reason_;
    std::string problem_;  // why what is written is not taken; may be empty
    NoteKeys keys_{.open = true, .use = KeyboardUse::line};
    std::optional<StatusLine> news_;
    Scroll scroll_;
    bool is_busy_ = false;  // something is on its way to the disk
    bool is_left_ = false;  // the person is gone, and with them the page
    std::optional<std::string> erased_;
    AskScope scope_;
};

}  // namespace stormote
