#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"

#include <utility>

#include "sync/base/match.h"

namespace stormote {

ExitFeedbackPresenter::ExitFeedbackPresenter(DeskThread& desk, SearchPace& pace,
                                             std::optional<Respondent> respondent)
    : desk_(desk), finder_(desk, pace) {
    offer_ = desk_.read([](const Desk& opened) { return way_out(opened.state()); });
    if (respondent) identify(*respondent);
}

void ExitFeedbackPresenter::identify(const Respondent& respondent) {
    if (respondent_ && respondent_->attendee != respondent.attendee) forget_respondent();
    respondent_ = respondent;
    respondent_name_ = desk_.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(respondent.attendee);
        return person == nullptr ? "" : person->full_name();
    });
}

// And how they are reached, which is theirs.
void ExitFeedbackPresenter::forget_respondent() {
    respondent_.reset();
    respondent_name_.clear();
    reach_.clear();
    uses_registered_reach_ = false;
}

std::optional<Navigation> ExitFeedbackPresenter::draw(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    take_outcome();
    const Asked to = draw_page(ui, frame);
    if (action_ != nullptr && action_->has_failed) return Failed{};
    // What somebody left half written is nobody else's business.
    if (idle_.is_over()) return GoHome{};
    return to;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_page(Ui& ui, const FrameView& frame) {
    switch (page_) {
        case Page::menu:
            break;
        case Page::question:
            return draw_question(ui, frame);
        case Page::send_answers:
            return draw_send_answers(ui, frame);
        case Page::comment:
            return draw_comment(ui, frame);
        case Page::signature:
            return draw_signature(ui, frame);
        case Page::who:
            return draw_who(ui, frame);
        case Page::ticket:
            return draw_ticket(ui, frame);
        case Page::about:
            return draw_about(ui, frame);
        case Page::department:
            return draw_department(ui, frame);
        case Page::reach:
            return draw_reach(ui, frame);
        case Page::joining:
            return draw_joining(ui, frame);
        case Page::outcome:
            return draw_outcome(ui, frame);
    }
    return draw_menu(ui, frame);
}

std::optional<Navigation> ExitFeedbackPresenter::draw_menu(Ui& ui, const FrameView& frame) {
    ExitFeedbackView view;
    view.frame = frame;
    const auto add = [&](Errand errand) {
        view.errands.push_back({errand, done_.contains(errand), is_begun(errand)});
    };
    if (!offer_.questions.empty()) add(Errand::survey);
    add(Errand::comment);
    add(Errand::contact);
    if (!offer_.agreement.empty()) add(Errand::joining);
    view.question_count = static_cast<int>(offer_.questions.size());
    view.agreement = offer_.agreement;
    view.can_sign = respondent_.has_value();
    if (news_) view.news = ui.say(*news_);
    view.closes_in_s = idle_.warning_s();
    const auto intent = draw_exit_feedback(ui, view);
    if (!intent) return std::nullopt;
    if (const auto *chosen = std::get_if<ChooseErrand>(&*intent)) choose(chosen->errand);
    if (const auto *of_frame = std::get_if<FrameIntent>(&*intent)) return *of_frame;
    if (!std::holds_alternative<ExitFeedbackDone>(*intent)) return std::nullopt;
    return has_left_ ? Navigation(FeedbackGiven{}) : Navigation(GoHome{});
}

void ExitFeedbackPresenter::choose(Errand errand) {
    if (done_.contains(errand)) return;
    errand_ = errand;
    has_typed_name_ = false;
    if (errand == Errand::contact && !respondent_) return open(Page::who);
    if (errand == Errand::joining && !(respondent_ && respondent_->has_shown_ticket)) {
        return open(Page::ticket);
    }
    begin(errand);
}

void ExitFeedbackPresenter::begin(Errand errand) {
    switch (errand) {
        case Errand::survey:
            return open_question(0);
        case Errand::comment:
            return open(Page::comment);
        case Errand::contact:
            return open(Page::about);
        case Errand::joining:
            break;
    }
    const Joining possible = desk_.read(
        [&](const Desk& desk) { return joining_of(desk.state(), respondent_->attendee); });
    if (possible == Joining::joined) return open(Page::joining);
    outcome_ = possible;
    open(Page::outcome);
}

void ExitFeedbackPresenter::open(Page page) {
    page_ = page;
    keys_ = {.open = true};
    writing_ = {};
    if (page == Page::comment) writing_ = writing_of(comment_);
    if (page == Page::about) writing_ = writing_of(about_);
    if (page != Page::reach) return;
    keys_.use = KeyboardUse::address;
    // Most give a number.
    keys_.page = KeyPage::signs;
    has_registered_reach_ = respondent_->has_shown_ticket && desk_.read([&](const Desk& desk) {
        const Attendee *person = desk.state().find_attendee(respondent_->attendee);
        return person != nullptr && (!person->get(AttendeeField::phone).empty() ||
                                     !person->get(AttendeeField::email).empty());
    });
    uses_registered_reach_ = has_registered_reach_ && reach_.empty();
}

void ExitFeedbackPresenter::go_back() {
    keep_writing();
    switch (page_) {
        case Page::question:
            if (question_ > 0) return open_question(question_ - 1);
            break;
        case Page::send_answers:
            return open_question(offer_.questions.size() - 1);
        case Page::signature:
            return open(Page::comment);
        case Page::about:
            if (!has_typed_name_) break;
            forget_respondent();
            return open(Page::who);
        case Page::department:
            return open(Page::about);
        case Page::reach:
            return open(offer_.departments.empty() ? Page::about : Page::department);
        case Page::outcome:
            return leave_outcome();
        case Page::menu:
        case Page::comment:
        case Page::who:
        case Page::ticket:
        case Page::joining:
            break;
    }
    finder_.clear();
    news_.reset();
    open(Page::menu);
}

std::optional<Navigation> ExitFeedbackPresenter::follow(const FrameIntent& intent) {
    if (!std::holds_alternative<GoBack>(intent)) return intent;
    if (action_ == nullptr) go_back();
    return std::nullopt;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_who(Ui& ui, const FrameView& frame) {
    NameView view;
    view.frame = frame;
    view.purpose = NamePurpose::respondent;
    finder_.show(ui, view);
    view.clears_in_s = idle_.warning_s();
    view.walk_ins = false;
    const auto intent = draw_name(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const ChangeName& change) { finder_.type(change.typed, ui.now_ms()); },
                     [&](const ChooseName& choice) {
                         const DoorMatch *chosen = finder_.match(choice.index);
                         if (chosen == nullptr) return;
                         identify({chosen->attendee});
                         has_typed_name_ = true;
                         finder_.clear();
                         begin(errand_);
                     },
                     [](const NameNotRegistered&) {},
                     [&](const FrameIntent& chosen) { for_app = follow(chosen); }},
               *intent);
    return for_app;
}

bool ExitFeedbackPresenter::take_ticket(std::string_view text) {
    const CheckInVerdict verdict = desk_.read([&](const Desk& desk) {
        return decide(desk.state(), desk.tickets().read(text, desk.state()));
    });
    // Whoever was not here yet arrives, and wants to be let in.
    const bool was_here =
        verdict.verdict == Verdict::already_checked_in || verdict.verdict == Verdict::readmitted;
    if (!was_here || !verdict.attendee) return false;
    const bool is_asked = page_ == Page::who || page_ == Page::ticket;
    const bool is_leaver = respondent_ && respondent_->attendee == *verdict.attendee;
    const bool is_known_here = respondent_ ? is_leaver : verdict.verdict != Verdict::readmitted;
    if (!is_asked && !is_known_here) return false;
    identify({*verdict.attendee, true});
    has_typed_name_ = false;
    if (!is_asked) return true;
    finder_.clear();
    begin(errand_);
    return true;
}

void ExitFeedbackPresenter::keep_writing() {
    const std::string text = is_blank(writing_) ? "" : text_of(writing_);
    if (page_ == Page::comment) comment_ = text;
    if (page_ == Page::about) about_ = text;
    const bool is_typed =
        page_ == Page::question && offer_.questions[question_].answer == SurveyAnswerKind::text;
    if (is_typed) keep_answer(text);
}

bool ExitFeedbackPresenter::is_begun(Errand errand) const {
    switch (errand) {
        case Errand::survey:
            return !answers_.empty();
        case Errand::comment:
            return !comment_.empty();
        case Errand::contact:
            return !about_.empty() || !reach_.empty();
        case Errand::joining:
            break;
    }
    return false;
}

void ExitFeedbackPresenter::forget(Errand errand) {
    switch (errand) {
        case Errand::survey:
            answers_.clear();
            question_ = 0;
            break;
        case Errand::comment:
            comment_.clear();
            break;
        case Errand::contact:
            about_.clear();
            department_.clear();
            reach_.clear();
            uses_registered_reach_ = false;
            break;
        case Errand::joining:
            break;
    }
}

}  // namespace stormote
