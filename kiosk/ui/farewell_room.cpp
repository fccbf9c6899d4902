#include "kiosk/ui/farewell_room.h"

#include <utility>

#include "kiosk/ui/farewell_words.h"
#include "kiosk/ui/name.h"
#include "kiosk/ui/substitute_room.h"
#include "sync/base/match.h"

namespace stormote {

FarewellRoom::FarewellRoom(DeskThread& desk, SearchPace& pace, std::optional<Leaver> leaver)
    : desk_(desk), pace_(pace) {
    offer_ = desk_.read([](const Desk& opened) { return way_out(opened.state()); });
    if (leaver) identify(*leaver);
}

void FarewellRoom::identify(const Leaver& leaver) {
    leaver_ = leaver;
    leaver_name_ = desk_.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(leaver.attendee);
        return person == nullptr ? "" : person->full_name();
    });
}

std::optional<FrameIntent> FarewellRoom::draw(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    take_outcome(ui.texts());
    Intent intent = draw_page(ui, frame);
    if (idle_.is_over()) is_over_ = true;
    return intent;
}

std::optional<FrameIntent> FarewellRoom::draw_page(Ui& ui, const FrameView& frame) {
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

std::optional<FrameIntent> FarewellRoom::draw_menu(Ui& ui, const FrameView& frame) {
    FarewellView view;
    view.frame = frame;
    const auto add = [&](Errand errand) {
        view.errands.push_back({errand, done_.contains(errand)});
    };
    if (!offer_.questions.empty()) add(Errand::survey);
    add(Errand::comment);
    add(Errand::contact);
    if (!offer_.agreement.empty()) add(Errand::joining);
    view.question_count = static_cast<int>(offer_.questions.size());
    view.agreement = offer_.agreement;
    view.can_sign = leaver_.has_value();
    view.news = news_;
    view.closes_in_s = idle_.warning_s();
    const auto intent = draw_farewell(ui, view);
    if (!intent) return std::nullopt;
    if (const auto *chosen = std::get_if<ChooseErrand>(&*intent)) choose(chosen->errand);
    if (std::holds_alternative<FarewellDone>(*intent)) is_done_ = true;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*intent)) return *of_frame;
    return std::nullopt;
}

void FarewellRoom::choose(Errand errand) {
    if (done_.contains(errand)) return;
    errand_ = errand;
    const bool needs_person = errand == Errand::contact || errand == Errand::joining;
    if (needs_person && !leaver_) return open(Page::who);
    begin(errand);
}

void FarewellRoom::begin(Errand errand) {
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
    const Joining possible =
        desk_.read([&](const Desk& desk) { return joining_of(desk.state(), leaver_->attendee); });
    if (possible == Joining::joined) return open(Page::joining);
    outcome_ = possible;
    open(Page::outcome);
}

void FarewellRoom::open(Page page) {
    page_ = page;
    keys_ = {.open = true};
    writing_ = {};
    if (page == Page::about) writing_ = writing_of(about_);
    if (page != Page::reach) return;
    keys_.use = KeyboardUse::address;
    // Most give a number.
    keys_.page = KeyPage::signs;
    has_registered_reach_ = desk_.read([&](const Desk& desk) {
        const Attendee *person = desk.state().find_attendee(leaver_->attendee);
        return person != nullptr && (!person->get(AttendeeField::phone).empty() ||
                                     !person->get(AttendeeField::email).empty());
    });
    uses_registered_reach_ = has_registered_reach_ && reach_.empty();
}

void FarewellRoom::go_back() {
    switch (page_) {
        case Page::question:
            if (question_ > 0) return open_question(question_ - 1);
            break;
        case Page::send_answers:
            return open_question(offer_.questions.size() - 1);
        case Page::signature: {
            // The comment stands there again as it was.
            page_ = Page::comment;
            return;
        }
        case Page::department:
            return open(Page::about);
        case Page::reach:
            return open(offer_.departments.empty() ? Page::about : Page::department);
        case Page::outcome:
            return leave_outcome();
        case Page::menu:
        case Page::comment:
        case Page::who:
        case Page::about:
        case Page::joining:
            break;
    }
    news_.clear();
    forget_writing();
    open(Page::menu);
}

std::optional<FrameIntent> FarewellRoom::follow(const FrameIntent& intent) {
    if (!std::holds_alternative<GoBack>(intent)) return intent;
    if (deed_ == nullptr) go_back();
    return std::nullopt;
}

std::optional<FrameIntent> FarewellRoom::draw_who(Ui& ui, const FrameView& frame) {
    NameView view;
    view.frame = frame;
    view.purpose = NamePurpose::leaver;
    view.typed = typed_name_;
    if (search_.state == DoorSearchState::slowed) search(ui.now_ms());
    for (const DoorMatch& match : search_.matches) {
        view.hits.push_back({match.name, match.organisation});
    }
    view.search = static_cast<NameSearch>(search_.state);
    view.wait_s = name_wait_s(ui, pace_, search_);
    view.clears_in_s = idle_.warning_s();
    view.walk_ins = false;
    const auto intent = draw_name(ui, view);
    if (!intent) return std::nullopt;
    Intent for_app;
    std::visit(Match{[&](const ChangeName& change) {
                         typed_name_ = change.typed;
                         search(ui.now_ms());
                     },
                     [&](const ChooseName& choice) {
                         if (choice.index >= search_.matches.size()) return;
                         identify({search_.matches[choice.index].attendee});
                         typed_name_.clear();
                         search_ = {};
                         begin(errand_);
                     },
                     [](const NameNotRegistered&) {},
                     [&](const FrameIntent& chosen) { for_app = follow(chosen); }},
               *intent);
    return for_app;
}

void FarewellRoom::search(std::int64_t now_ms) {
    search_ = pace_.pace(
        desk_.read([this](const Desk& desk) { return search_at_door(desk, typed_name_); }), now_ms);
}

bool FarewellRoom::take_ticket(std::string_view text) {
    if (page_ != Page::who) return false;
    const CheckInVerdict verdict = desk_.read([&](const Desk& desk) {
        return decide(desk.state(), desk.tickets().read(text, desk.state()));
    });
    // Whoever was not here yet arrives, and wants to be let in.
    const bool was_here =
        verdict.verdict == Verdict::already_checked_in || verdict.verdict == Verdict::readmitted;
    if (!was_here || !verdict.attendee) return false;
    identify({*verdict.attendee, true});
    typed_name_.clear();
    search_ = {};
    begin(errand_);
    return true;
}

void FarewellRoom::take_outcome(const Texts& texts) {
    if (deed_ == nullptr || std::holds_alternative<std::monostate>(deed_->outcome)) return;
    outcome_ = deed_->outcome;
    deed_.reset();
    if (const auto *left = std::get_if<Leaving>(&outcome_); left && *left == Leaving::kept) {
        is_recorded_ = is_signed_;
        const Sentence thanks = errand_ == Errand::survey ? Sentence{"Thank you for your answers!"}
                                : errand_ == Errand::comment
                                    ? Sentence{"Thank you for your comment!"}
                                    : Sentence{"Thank you! We will get in touch with you."};
        return finish(std::string(texts.get(thanks)));
    }
    if (const auto *joined = std::get_if<Joining>(&outcome_);
        joined && *joined == Joining::joined) {
        is_recorded_ = true;
        return finish(std::string(texts.get(Sentence{"Thank you! Your association has joined."})));
    }
    page_ = Page::outcome;
}

void FarewellRoom::finish(std::string news) {
    done_.insert(errand_);
    news_ = std::move(news);
    forget_writing();
    open(Page::menu);
}

void FarewellRoom::forget_writing() {
    answers_.clear();
    question_ = 0;
    writing_ = {};
    typed_name_.clear();
    search_ = {};
    about_.clear();
    department_.clear();
    reach_.clear();
    uses_registered_reach_ = false;
}

std::optional<FrameIntent> FarewellRoom::draw_outcome(Ui& ui, const FrameView& frame) {
    const FarewellWords words =
        std::visit(Match{[](std::monostate) { return FarewellWords{}; },
                         [&](auto outcome) { return farewell_words(outcome, ui.texts()); }},
                   outcome_);
    FarewellPageView view;
    view.frame = frame;
    view.screen = "farewell_outcome";
    view.title = words.title;
    view.text = words.text;
    view.foot.closes_in_s = idle_.warning_s();
    view.foot.buttons = {{.id = "understood", .label = ui.say(Sentence{"I understand"})}};
    const auto choice = draw_farewell_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    leave_outcome();
    return std::nullopt;
}

// To where it can be put right, or else to the choices.
void FarewellRoom::leave_outcome() {
    const Outcome outcome = std::exchange(outcome_, {});
    if (const auto *left = std::get_if<Leaving>(&outcome)) {
        if (*left == Leaving::unreachable) return open(Page::reach);
        if (*left == Leaving::too_long && errand_ == Errand::comment) {
            page_ = Page::comment;
            return;
        }
        if (*left == Leaving::too_long && errand_ == Errand::survey) return open_question(0);
        if (*left == Leaving::too_long) return open(Page::about);
        if (*left == Leaving::nobody) leaver_.reset();
    }
    if (const auto *joining = std::get_if<Joining>(&outcome)) {
        if (*joining == Joining::joined_already) done_.insert(Errand::joining);
        if (*joining == Joining::nobody) leaver_.reset();
    }
    news_.clear();
    forget_writing();
    open(Page::menu);
}

std::optional<FrameIntent> FarewellRoom::draw_joining(Ui& ui, const FrameView& frame) {
    FarewellPageView view;
    view.frame = frame;
    view.screen = "farewell_joining";
    view.title = offer_.agreement;
    view.text = offer_.agreement_text;
    const std::string organisation = desk_.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(leaver_->attendee);
        return person == nullptr ? ""
                                 : desk.state().organisation_of(*person, OrganisationField::name);
    });
    view.facts.push_back({Icon::building,
                          leaver_->has_shown_ticket
                              ? organisation
                              : ui.say(Sentence{"The association that you are registered for"}),
                          leaver_->has_shown_ticket});
    view.facts.push_back({Icon::person, ui.say(Sentence{"Declared by {}"}, leaver_name_), true});
    view.foot.words = ui.say(Sentence{"It can be taken back: just tell the municipality."});
    view.foot.icon = Icon::undo;
    view.foot.closes_in_s = idle_.warning_s();
    view.foot.buttons = {
        {.id = "decline", .label = ui.say(Sentence{"No, thank you"}), .kind = ButtonKind::outlined},
        {.id = "join", .label = ui.say(Sentence{"Yes, we join"}), .icon = Icon::handshake}};
    const auto choice = draw_farewell_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    if (deed_ != nullptr) return std::nullopt;
    if (std::get<std::size_t>(*choice) == 0) {
        go_back();
    } else {
        ask([person = leaver_->attendee](Desk& desk) {
            return desk.join_agreement(person, Actor{});
        });
    }
    return std::nullopt;
}

}  // namespace stormote
