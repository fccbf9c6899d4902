// ExitFeedbackPresenter: what somebody leaves behind on the way out: answers, a comment, a wish
// to be contacted, the word of their association. Says which errand is at hand and who stands here,
// and has the desk do what an errand sends. Keeps what was written until it is sent or the screen
// is left, and nothing of it afterwards. The screen thread; borrows desk and pace.
//
// Sources: exit_feedback_presenter.cpp, exit_feedback_presenter_respondent.cpp.
#pragma once

#include <memory>
#include <optional>
#include <set>

#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/screens/common/name_finder.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/exit/comment_errand.h"
#include "kiosk/ui/screens/exit/contact_errand.h"
#include "kiosk/ui/screens/exit/exit_feedback.h"
#include "kiosk/ui/screens/exit/survey_errand.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

class ExitFeedbackPresenter {
  public:
    ExitFeedbackPresenter(DeskThread& desk, SearchPace& pace,
                          std::optional<Respondent> respondent = std::nullopt);

    // GoHome or FeedbackGiven once the person has said that they are done, GoHome when time is up,
    // and Failed where the machine has failed.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);
    // The screen comes back after another one: its time begins anew.
    void restart_time() { idle_.restart(); }
    // A ticket says who stands here, where it is theirs who has been here this evening. False: it
    // is somebody else's, or of one who comes back, and so for the door.
    bool take_ticket(std::string_view text);

  private:
    // `who` and `ticket` ask who stands here; `outcome` says why the desk has refused.
    enum class Page : std::uint8_t { menu, who, ticket, errand, outcome };
    // What was asked of the desk. It may be answered when the screen is gone.
    struct Action {
        FeedbackAnswer answer;
        bool has_failed = false;
    };

    std::optional<Navigation> draw_page(Ui& ui, const FrameView& frame);
    std::optional<Navigation> draw_menu(Ui& ui, const FrameView& frame);
    std::optional<Navigation> draw_who(Ui& ui, const FrameView& frame);
    std::optional<Navigation> draw_ticket(Ui& ui, const FrameView& frame);
    std::optional<Navigation> draw_errand(Ui& ui, const FrameView& frame);
    std::optional<Navigation> draw_outcome(Ui& ui, const FrameView& frame);

    void choose(Errand errand);
    // With the person known, where the errand needs that.
    void begin(Errand errand);
    void identify(const Respondent& respondent);
    void forget_respondent();
    void leave_errand();
    void leave_outcome();
    void open_menu();
    // GoBack is followed here by `go_back`; all else is the app's.
    std::optional<Navigation> follow(const FrameIntent& intent,
                                     void (ExitFeedbackPresenter::*go_back)());
    [[nodiscard]] bool is_begun(Errand errand) const;
    void forget(Errand errand);
    // The longest part of an action is the disk: one at a time. Its answer comes with a later
    // frame.
    void send(const SendFeedback& feedback);
    void take_answer();

    ExitFeedbackContext context_;
    bool has_typed_name_ = false;  // for this errand: Back leads to where it can be corrected
    std::set<Errand> done_;
    std::optional<Sentence> news_;  // what came of the errand before

    Page page_ = Page::menu;
    Errand errand_ = Errand::survey;
    SurveyErrand survey_;
    CommentErrand comment_;
    ContactErrand contact_;
    NameFinder finder_;

    std::shared_ptr<Action> action_;  // null: nothing is under way
    FeedbackAnswer outcome_;
    bool has_left_ = false;  // something behind
    IdleWatch idle_{60'000, 20'000};
};

}  // namespace stormote
