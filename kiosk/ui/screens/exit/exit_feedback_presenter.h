// ExitFeedbackPresenter: what somebody leaves behind on the way out: answers, a comment, a wish
// to be contacted, the word of their association. Keeps what was written until it is sent or the
// screen is left, and nothing of it afterwards. Asks the desk itself. The screen thread; borrows
// desk and pace.
//
// Sources: exit_feedback_presenter.cpp, exit_feedback_presenter_messages.cpp,
// exit_feedback_presenter_outcome.cpp, exit_feedback_presenter_survey.cpp.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/screens/common/name_finder.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/exit/exit_feedback.h"
#include "kiosk/ui/screens/exit/exit_feedback_page.h"
#include "kiosk/ui/screens/exit/exit_feedback_writing.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

// Who stands here, as far as it is known.
struct Respondent {
    AttendeeId attendee;
    // Whoever types somebody's name neither learns what their registration says by it, nor gives
    // their association's word.
    bool has_shown_ticket = false;
};

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
    enum class Page : std::uint8_t {
        menu,
        question,
        send_answers,
        comment,
        signature,
        who,
        ticket,
        about,
        department,
        reach,
        joining,
        outcome,
    };
    enum class Signature : std::uint8_t { anonymous, signed_by_respondent };
    using Outcome = std::variant<std::monostate, FeedbackOutcome, Joining>;
    // What was asked of the desk. It may be answered when the room is gone.
    struct Action {
        Outcome outcome;
        bool has_failed = false;
    };

    // Each draws one page and follows what is pressed on it.
    using Asked = std::optional<Navigation>;
    Asked draw_page(Ui& ui, const FrameView& frame);
    Asked draw_menu(Ui& ui, const FrameView& frame);
    Asked draw_who(Ui& ui, const FrameView& frame);
    Asked draw_ticket(Ui& ui, const FrameView& frame);
    Asked draw_outcome(Ui& ui, const FrameView& frame);
    Asked draw_joining(Ui& ui, const FrameView& frame);
    // The survey.
    Asked draw_question(Ui& ui, const FrameView& frame);
    Asked draw_choices(Ui& ui, const FrameView& frame, const SurveyQuestion& question);
    Asked draw_text(Ui& ui, const FrameView& frame, const SurveyQuestion& question);
    Asked draw_send_answers(Ui& ui, const FrameView& frame);
    void open_question(std::size_t index);
    void keep_answer(const std::string& answer);
    void answer_and_go_on(const std::string& answer);
    void send_answers();
    // Comment and contact.
    Asked draw_comment(Ui& ui, const FrameView& frame);
    Asked draw_signature(Ui& ui, const FrameView& frame);
    Asked draw_about(Ui& ui, const FrameView& frame);
    Asked draw_department(Ui& ui, const FrameView& frame);
    Asked draw_reach(Ui& ui, const FrameView& frame);
    [[nodiscard]] Steps contact_steps(Page page) const;
    void send_comment(Signature signature);
    void send_wish();

    void choose(Errand errand);
    // With the person known, where the errand needs that.
    void begin(Errand errand);
    void identify(const Respondent& respondent);
    void forget_respondent();
    void open(Page page);
    void go_back();
    // GoBack is followed here; all else is the app's.
    Asked follow(const FrameIntent& intent);
    // What stands on the page that is written on, until it is sent or the room is left.
    void keep_writing();
    [[nodiscard]] bool is_begun(Errand errand) const;
    void forget(Errand errand);
    // Of a page of writing: takes what was typed. Whether it goes on.
    bool take_writing(const ExitFeedbackWritingAnswer& answer, Asked& asked);
    // The longest part of a action is the disk: one at a time.
    template <typename Job>
    void ask(Job job);
    void take_outcome();
    void leave_outcome();
    void finish(Sentence news);

    DeskThread& desk_;
    WayOut offer_;
    std::optional<Respondent> respondent_;
    std::string respondent_name_;
    bool has_typed_name_ = false;  // for this errand: Back leads to where it can be corrected
    std::set<Errand> done_;
    bool has_left_ = false;
    std::optional<Sentence> news_;  // what came of the errand before

    Page page_ = Page::menu;
    Errand errand_ = Errand::survey;
    std::map<SurveyNumber, std::string> answers_;
    std::size_t question_ = 0;
    Writing writing_;  // of the page that is written on
    NoteKeys keys_{.open = true};
    NameFinder finder_;
    std::string comment_;
    std::string about_;
    std::string department_;
    bool has_registered_reach_ = false;
    bool uses_registered_reach_ = false;
    std::string reach_;

    std::shared_ptr<Action> action_;  // null: nothing is under way
    Outcome outcome_;
    IdleWatch idle_{60'000, 20'000};
};

// Posts the job; its outcome comes with a later frame.
template <typename Job>
void ExitFeedbackPresenter::ask(Job job) {
    action_ = std::make_shared<Action>();
    desk_.ask(
        std::move(job), [action = action_](auto outcome) { action->outcome = outcome; },
        [action = action_](const Error&) { action->has_failed = true; });
}

}  // namespace stormote
