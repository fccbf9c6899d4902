#include "kiosk/ui/screens/check_in/farewell.h"
#include "kiosk/ui/screens/check_in/notice.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/writing_page.h"
#include "kiosk/ui/screens/exit/exit_feedback.h"
#include "kiosk/ui/screens/exit/exit_feedback_choices.h"
#include "kiosk/ui/screens/exit/exit_feedback_page.h"
#include "kiosk/ui/screens/exit/exit_feedback_question.h"
#include "kiosk/ui/screens/exit/exit_feedback_reach.h"
#include "kiosk/ui/screens/exit/exit_feedback_words.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

const std::string agreement = "Lokal överenskommelse om samverkan";
const std::string agreement_text =
    "Kommunen och det civila samhället lovar varandra dialog, respekt och långsiktighet. Den som "
    "ansluter sig bjuds in till stormöten och till arbetsgruppen, och kan när som helst lämna "
    "överenskommelsen.";

// The words that the kiosk itself would use.
class ExitSamples {
  public:
    ExitSamples(std::vector<ScreenSample>& samples, const std::string& language)
        : samples_(samples), language_(language), frame_(frame_in(language)) {}

    void add_ways_in() {
        WelcomeView welcome;
        welcome.frame = frame_;
        welcome.has_way_out = true;
        add("welcome-way-out", welcome, draw_welcome);
        FarewellView farewell{frame_, 5};
        farewell.frame.programme_line =
            sample_texts(language_).get(Sentence{"The meeting ends at {}"}, "21.00");
        add("farewell", farewell, draw_farewell);
        add("farewell-no-survey", FarewellView{frame_, 0}, draw_farewell);
        farewell.frame.programme_line = sample_texts(language_).get({"The meeting is over"});
        farewell.is_over = true;
        add("farewell-over", farewell, draw_farewell);
        NoticeView gone;
        gone.frame = frame_;
        gone.kind = NoticeKind::checked_out;
        gone.first_name = "Åsa";
        gone.time_text = "20.36";
        gone.group_number = 4;
        gone.has_way_out = true;
        gone.countdown = {7000, 12000};
        add("notice-checked-out-way-out", gone, draw_notice);
        gone.kind = NoticeKind::exit_feedback;
        add("notice-goodbye", gone, draw_notice);
        NameView who;
        who.frame = frame_;
        who.purpose = NamePurpose::respondent;
        who.walk_ins = false;
        add("exit-feedback-who", who, draw_name);
        who.typed = "Qwx";
        who.search = NameSearch::nothing;
        add("exit-feedback-who-nothing", who, draw_name);
    }

    void add_menu() {
        ExitFeedbackView view;
        view.frame = frame_;
        view.question_count = 4;
        view.agreement = agreement;
        view.errands = {{Errand::comment}, {Errand::contact}};
        add("exit-feedback-few", view, draw_exit_feedback);
        view.errands = {{Errand::survey}, {Errand::comment}, {Errand::contact}, {Errand::joining}};
        view.can_sign = true;
        add("exit_feedback", view, draw_exit_feedback);
        view.errands[0].is_done = true;
        view.errands[3].is_done = true;
        view.news = say({"Thank you! Your association has joined."});
        add("exit-feedback-done", view, draw_exit_feedback);
        view.errands[1].is_begun = true;
        view.closes_in_s = 15;
        view.agreement =
            "Lokal överenskommelse mellan civilsamhället i Ekbacken, regionen och "
            "Ekbackens kommun";
        add("exit-feedback-warned", view, draw_exit_feedback, true);
    }

    void add_survey() {
        ExitFeedbackQuestionView view;
        view.frame = frame_;
        view.steps = {1, 4};
        view.question = {1, SurveyAnswerKind::scale, "Hur givande var samtalen i din grupp?",
                         "Inte alls", "I hög grad"};
        add("survey-scale", view, draw_exit_feedback_question);
        view.chosen = "4";
        add("survey-scale-chosen", view, draw_exit_feedback_question);
        view.question = {2, SurveyAnswerKind::yes_no, "Vill du komma på nästa stormöte?", "", ""};
        view.steps = {2, 4};
        view.chosen = "yes";
        view.closes_in_s = 12;
        add("survey-yes-no-warned", view, draw_exit_feedback_question);
        view.closes_in_s.reset();
        view.chosen.clear();
        add("survey-yes-no", view, draw_exit_feedback_question);
        view.question = {3, SurveyAnswerKind::scale,
                         "I vilken utsträckning upplever du att du kunde föra fram din förenings "
                         "synpunkter på kommunens stöd och bidrag under kvällen?",
                         "Inte i någon utsträckning alls", "I mycket stor utsträckning"};
        view.steps = {9, 12};
        view.chosen = "5";
        add("survey-scale-long", view, draw_exit_feedback_question, true);
        add_survey_choices();
        add_survey_text();
    }

    void add_messages() {
        WritingPageView comment;
        comment.frame = frame_;
        comment.screen = "exit_feedback_comment";
        comment.question = say({"What do you want to say?"});
        comment.placeholder = say({"Write here"});
        comment.hint =
            say({"Nobody sees who wrote it. Do you want an answer? Then ask to be "
                 "contacted instead."});
        comment.go_on = {.id = "next", .label = say({"Send"}), .icon = Icon::check};
        comment.go_on.enabled = false;
        add("exit-feedback-comment", comment, draw_writing_page);
        comment.writing = writing_of("Ordna gärna mötena närmare bussen.");
        comment.go_on.enabled = true;
        comment.clears_in_s = 12;
        add("exit-feedback-comment-warned", comment, draw_writing_page);
        add_signature();
        WritingPageView about = comment;
        about.clears_in_s.reset();
        about.writing = {};
        about.screen = "exit_feedback_about";
        about.steps = {1, 3};
        about.question = say({"What is it about?"});
        about.hint_icon = Icon::lightbulb;
        about.hint = say({"Write a few words, or nothing at all."});
        about.go_on = {.id = "next", .label = say({"Next"}), .icon = Icon::forward};
        add("exit-feedback-about", about, draw_writing_page);
        add_departments();
        add_reach();
    }

    void add_joining() {
        ExitFeedbackPageView view = page("exit_feedback_joining");
        view.title = agreement;
        view.text = agreement_text;
        view.foot.icon = Icon::undo;
        view.foot.words = say({"You can change your mind: just tell the municipality."});
        view.foot.buttons = {
            {.id = "decline", .label = say({"No, thank you"}), .kind = ButtonKind::outlined},
            {.id = "join", .label = say({"Yes, we join"}), .icon = Icon::handshake}};
        view.facts = {{Icon::building, "Hembygdsföreningen Eken", true},
                      {Icon::person, declared_by("Åsa Öberg"), true}};
        add("exit-feedback-joining", view, draw_exit_feedback_page);
        view.facts = {{Icon::building, long_organisation, true},
                      {Icon::person, declared_by(long_name), true}};
        for (int i = 0; i < 2; ++i) view.text += " " + agreement_text;
        view.foot.closes_in_s = 12;
        add("exit-feedback-joining-long", view, draw_exit_feedback_page, true);
        view = page("exit_feedback_ticket");
        view.title = say({"Hold up your ticket"});
        view.text =
            say({"To join on behalf of an association, show your ticket. No ticket? Ask the staff, "
                 "they will help you."});
        view.foot.buttons = {
            {.id = "decline", .label = say({"No, thank you"}), .kind = ButtonKind::outlined}};
        add("exit-feedback-ticket", view, draw_exit_feedback_page);
        view = page("exit_feedback_outcome");
        view.foot.buttons = {{.id = "understood", .label = say({"I understand"})}};
        const auto add_outcome = [&](const std::string& name, const ExitFeedbackWords& words) {
            view.title = words.title;
            view.text = words.text;
            add("exit-feedback-outcome-" + name, view, draw_exit_feedback_page);
        };
        const Texts& texts = sample_texts(language_);
        add_outcome("joined-already", exit_feedback_words(Joining::joined_already, texts));
        add_outcome("no-agreement", exit_feedback_words(Joining::no_agreement, texts));
        add_outcome("no-organisation", exit_feedback_words(Joining::no_organisation, texts));
        add_outcome("municipality", exit_feedback_words(Joining::municipality, texts));
        add_outcome("empty", exit_feedback_words(FeedbackOutcome::empty, texts));
        add_outcome("too-long", exit_feedback_words(FeedbackOutcome::too_long, texts));
        add_outcome("nobody", exit_feedback_words(FeedbackOutcome::nobody, texts));
        add_outcome("unreachable", exit_feedback_words(FeedbackOutcome::unreachable, texts));
    }

  private:
    template <typename View, typename Draw>
    void add(const std::string& name, const View& view, Draw draw, bool is_extreme = false) {
        samples_.push_back({name, [view, draw](Ui& ui) { (void)draw(ui, view); }, is_extreme});
    }
    [[nodiscard]] std::string say(Sentence sentence) const {
        return sample_texts(language_).get(sentence);
    }
    [[nodiscard]] std::string declared_by(const std::string& name) const {
        return sample_texts(language_).get(Sentence{"Declared by {}"}, name);
    }
    [[nodiscard]] ExitFeedbackPageView page(const std::string& screen) const {
        ExitFeedbackPageView view;
        view.frame = frame_;
        view.screen = screen;
        return view;
    }

    void add_survey_choices() {
        ExitFeedbackChoicesView view;
        view.frame = frame_;
        view.steps = {4, 5};
        view.question = {4, SurveyAnswerKind::one_of, "När passar nästa stormöte bäst?", "", ""};
        view.question.choices = {"En kväll i veckan", "En lördag", "Under arbetstid"};
        add("survey-one-of", view, draw_exit_feedback_choices);
        view.chosen = "En lördag";
        view.closes_in_s = 12;
        add("survey-one-of-warned", view, draw_exit_feedback_choices);
        view.closes_in_s.reset();
        view.steps = {5, 5};
        view.question = {5, SurveyAnswerKind::several_of,
                         "Vad vill din förening göra tillsammans med andra?", "", ""};
        view.question.choices = {"Dela lokal eller utrustning", "Ordna evenemang", "Utbilda ledare",
                                 "Söka bidrag", "Nå fler medlemmar"};
        view.chosen.clear();
        add("survey-several-of", view, draw_exit_feedback_choices);
        view.chosen = "Ordna evenemang\nSöka bidrag";
        add("survey-several-of-chosen", view, draw_exit_feedback_choices);
        view.question.text =
            "Vilket stöd från kommunen skulle hjälpa din förening mest under det kommande året, om "
            "ni fick önska fritt?";
        for (int i = 1; i <= 13; ++i) {
            view.question.choices.push_back("Ett längre alternativ med nummer " +
                                            std::to_string(i) +
                                            ", som säger noga vad kommunen skulle göra, för vem "
                                            "och från vilket år");
        }
        view.chosen += "\n" + view.question.choices[5];
        add("survey-several-of-many", view, draw_exit_feedback_choices, true);
    }

    void add_survey_text() {
        WritingPageView text;
        text.frame = frame_;
        text.screen = "survey_3";
        text.steps = {3, 4};
        text.question = "Vad tar du med dig hem från kvällen?";
        text.hint = say({"Nobody sees who answered. Write no names."});
        text.placeholder = say({"Write here"});
        text.go_on = {
            .id = "next", .label = say({"Skip this question"}), .kind = ButtonKind::outlined};
        add("survey-text", text, draw_writing_page);
        text.writing = writing_of("Att vi är många som vill samma sak, och att det finns en lots.");
        text.go_on = {.id = "next", .label = say({"Next"}), .icon = Icon::forward};
        add("survey-text-written", text, draw_writing_page);
        text.question =
            "Vad skulle behöva ändras i kommunens stöd för att just din förening ska "
            "kunna göra mer tillsammans med andra, och vem borde ta första steget?";
        add("survey-text-long", text, draw_writing_page, true);
        ExitFeedbackPageView send = page("survey_send");
        send.title = say({"Send your answers?"});
        send.text =
            say({"They are combined with everybody else's. Neither your name nor the time is "
                 "stored with them."});
        send.facts = {{Icon::ballot, sample_texts(language_).get(
                                         Sentence{"{} of {} questions are answered."}, 3, 4)}};
        send.foot.words = say({"Nobody sees who answered."});
        send.foot.buttons = {{.id = "send", .label = say({"Send"}), .icon = Icon::check}};
        add("survey-send", send, draw_exit_feedback_page);
        send.title = say({"You have not answered any questions"});
        send.text = say({"That is fine. Go back if you want to answer after all."});
        send.facts.clear();
        send.foot.words.clear();
        send.foot.buttons = {{.id = "leave_out", .label = say({"Continue anyway"})}};
        add("survey-send-nothing", send, draw_exit_feedback_page);
    }

    void add_signature() {
        ExitFeedbackPageView view = page("exit_feedback_signature");
        view.steps = {2, 2};
        view.title = say({"With your name or without it?"});
        view.text =
            say({"Without your name nobody sees that it was you. With your name the "
                 "municipality knows whom to answer."});
        view.facts = {{Icon::person, "Åsa Öberg", true}};
        view.foot.buttons = {
            {.id = "send_signed",
             .label = say({"Send with my name"}),
             .kind = ButtonKind::outlined},
            {.id = "send_anonymous", .label = say({"Send without my name"}), .icon = Icon::lock}};
        add("exit-feedback-signature", view, draw_exit_feedback_page);
        view.foot.closes_in_s = 12;
        add("exit-feedback-signature-warned", view, draw_exit_feedback_page);
    }

    void add_departments() {
        ExitFeedbackOptionsView view;
        view.frame = frame_;
        view.screen = "exit_feedback_department";
        view.steps = {2, 3};
        view.question = say({"Who should get in touch with you?"});
        view.options = {"Kultur och fritid", "Socialtjänsten", "Landsbygdsutveckling",
                        say({"I do not know"})};
        add("exit-feedback-department", view, draw_exit_feedback_options);
        for (int i = 1; i < 9; ++i) {
            view.options.insert(view.options.end() - 1,
                                "Stadsdelsförvaltning nummer " + std::to_string(i));
        }
        view.closes_in_s = 12;
        add("exit-feedback-department-many", view, draw_exit_feedback_options, true);
    }

    void add_reach() {
        ExitFeedbackReachView view;
        view.frame = frame_;
        view.steps = {3, 3};
        view.name = "Åsa Öberg";
        view.has_registered = true;
        view.uses_registered = true;
        view.keys.page = KeyPage::signs;
        add("exit-feedback-reach", view, draw_exit_feedback_reach);
        view.uses_registered = false;
        view.typed = "070-123 45 67";
        add("exit-feedback-reach-other", view, draw_exit_feedback_reach);
        view.has_registered = false;
        view.typed.clear();
        add("exit-feedback-reach-unknown", view, draw_exit_feedback_reach);
        view.typed = "anna-margareta.katarina@ekbackens-hembygdsforening.example";
        view.name = long_name;
        view.clears_in_s = 12;
        add("exit-feedback-reach-warned", view, draw_exit_feedback_reach, true);
    }

    std::vector<ScreenSample>& samples_;
    std::string language_;
    FrameView frame_;
};

}  // namespace

void add_exit_feedback_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    ExitSamples all(samples, language);
    all.add_ways_in();
    all.add_menu();
    all.add_survey();
    all.add_messages();
    all.add_joining();
}

}  // namespace stormote
