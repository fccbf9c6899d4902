// FollowUpPresenter: the follow-up page: reads its cards on the desk's thread, has there recorded
// what is said, and keeps the steps that can be taken back. The screen thread; borrows desk and
// clock, which outlive it.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/writing_page.h"
#include "kiosk/ui/screens/follow_up/follow_up_cards.h"
#include "kiosk/ui/screens/follow_up/follow_up_page.h"

namespace stormote {

class FollowUpPresenter {
  public:
    FollowUpPresenter(DeskThread& desk, const Clock& clock) : desk_(desk), clock_(clock) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // Whether this device may say anything of notes.
    [[nodiscard]] bool is_allowed() const { return desk_.may(OperationKind::note_described); }
    // One frame of the page; what is asked beside it, as by its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    // A field while somebody writes it.
    struct Written {
        WriteField field;
        WritingPageView view;
        std::optional<Error> problem;
    };

    // Cards, and of which record they are.
    struct Reading {
        FollowUpCards cards;
        std::uint64_t operations = 0;
    };

    void refresh(Ui& ui);
    void read(const Texts& texts);
    void stop_looking();
    void choose_tab(FollowUpTab tab);
    void act(const std::string& chip, const Texts& texts);
    void say(const SayOfNotes& said, const Texts& texts);
    void take_back(const Texts& texts);
    void begin_writing(const WriteField& field, const Texts& texts);
    void save_writing(const Texts& texts);
    [[nodiscard]] std::optional<FrameIntent> draw_writing(Ui& ui, const FrameView& frame);
    void take(std::optional<NoteStep> step, const Texts& texts);

    DeskThread& desk_;
    const Clock& clock_;
    bool is_open_ = false;
    FollowUpView view_;
    std::optional<FollowUpCards> cards_;  // nothing: not read yet
    std::optional<NoteId> looked_for_;
    std::optional<FollowUpSubject> department_for_;
    std::optional<Written> written_;
    std::vector<NoteStep> steps_;  // that can be taken back, the last one last
    bool is_reading_ = false;
    bool is_saying_ = false;        // something is on its way to the disk
    bool is_stale_ = true;          // what was read is not what stands
    std::uint64_t operations_ = 0;  // of the record, when it was read
    std::optional<std::int64_t> read_ms_;
    AskScope scope_;
};

}  // namespace stormote
