#include "kiosk/ui/screens/personal/personal_presenter.h"

#include <utility>

#include "kiosk/desk/personal/data_survey.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/files/output_file.h"
#include "kiosk/documents/personal/personal_data_files.h"
#include "kiosk/ui/screens/common/field_page.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t longest_decision = 120;
constexpr std::size_t longest_reason = 400;

std::optional<PersonalData> gather(Desk& desk, const AttendeeId& person) {
    const DataSurvey survey = survey_data(desk);
    return gather_personal_data({desk.state(), survey.operations, survey.places}, person);
}

// Without the person's name: a stick is lost more easily than a machine.
std::string file_name(const AttendeeId& person, const Texts& texts) {
    constexpr std::size_t short_id = 8;
    const std::string id = to_string(person);
    return texts.get(extract_file_name) + "-" + id.substr(id.size() - short_id) + ".pdf";
}

Result<std::filesystem::path> write_extract(Desk& desk, const AttendeeId& person,
                                            std::int64_t now_ms, const Texts& texts,
                                            const std::filesystem::path& folder) {
    const auto data = gather(desk, person);
    if (!data) return input_error({"Nothing is held about the person any more."});
    const auto path = dated_file(desk.state(), file_name(person, texts), folder);
    auto written = write_whole_file(path, write_personal_pdf(*data, desk.state(), now_ms, texts));
    if (!written) return written.error();
    return path;
}

}  // namespace

void PersonalPresenter::open(const AttendeeId& person) {
    scope_.renew();
    person_ = person;
    step_ = Step::held;
    held_.reset();
    reason_.clear();
    news_.reset();
    scroll_ = {};
    is_busy_ = false;
    is_left_ = false;
    folders_.look_again();
    erased_.reset();
    decision_ = desk_.read(
        [](const Desk& desk) { return desk.state().setting(SettingField::keep_decision); });
    read();
}

void PersonalPresenter::read() {
    desk_.ask(
        scope_,
        [person = person_](Desk& desk) -> std::optional<Held> {
            auto data = gather(desk, person);
            if (!data) return std::nullopt;
            return Held{std::move(*data), texts_naming(desk.state(), person)};
        },
        [this](std::optional<Held> held) {
            is_left_ = !held;
            held_ = std::move(held);
        },
        [this](const Error&) { is_left_ = true; });
}

std::optional<FrameIntent> PersonalPresenter::draw(Ui& ui, const FrameView& frame) {
    if (is_left_) return GoBack{};
    if (step_ == Step::held) {
        folders_.refresh(ui);
        return draw_page(ui, held_view(ui.texts()), frame);
    }
    if (step_ == Step::confirmation) {
        return draw_page(ui, confirmation_view(ui.texts()), frame);
    }
    return draw_writing(ui, frame);
}

DataPageView PersonalPresenter::held_view(const Texts& texts) const {
    DataPageView view;
    view.screen = "personal_data";
    view.title = texts.get({"What is held about the person"});
    view.empty = texts.get({"Looking through the event…"});
    view.news = news_;
    view.scroll = scroll_;
    view.folders = folders_.names();
    view.selected = folders_.selected();
    if (!held_) return view;
    view.title = texts.get({"What is held about {}"}, held_->data.name);
    view.cards = personal_cards(held_->data, texts);
    view.actions.push_back({.id = "save_extract",
                            .label = texts.get({"Save the extract"}),
                            .icon = Icon::export_file,
                            .enabled = folders_.folder() && !is_busy_});
    if (!folders_.folder()) {
        view.lead =
            texts.get({"Plug in a USB stick. It is found automatically within a few seconds."});
    }
    if (!may_erase()) return view;
    view.actions.push_back({.id = "erase_person",
                            .label = texts.get({"Erase the person"}),
                            .icon = Icon::trash,
                            .kind = ButtonKind::warning,
                            .enabled = !is_busy_});
    view.actions.push_back({.id = "refuse_erasure",
                            .label = texts.get({"Refuse to erase"}),
                            .icon = Icon::cross,
                            .kind = ButtonKind::outlined,
                            .enabled = !is_busy_});
    return view;
}

DataPageView PersonalPresenter::confirmation_view(const Texts& texts) const {
    DataPageView view;
    view.screen = "erasure";
    view.scroll = scroll_;
    view.news = news_;
    const bool is_erasing = errand_ == Errand::erasing;
    view.title = is_erasing ? texts.get({"Erase {}?"}, held_->data.name)
                            : texts.get({"Refuse to erase {}?"}, held_->data.name);
    view.cards = is_erasing ? erasure_cards(held_->data, held_->naming, decision_, texts)
                            : refusal_cards(decision_, reason_, texts);
    view.actions = {
        {.id = "keep",
         .label = texts.get({"No, go back"}),
         .kind = ButtonKind::outlined,
         .enabled = !is_busy_},
        {.id = "confirm",
         .label = is_erasing ? texts.get({"Erase for good"}) : texts.get({"Record the refusal"}),
         .icon = is_erasing ? Icon::trash : Icon::check,
         .kind = is_erasing ? ButtonKind::warning : ButtonKind::primary,
         .enabled = !is_busy_}};
    return view;
}

std::optional<FrameIntent> PersonalPresenter::draw_page(Ui& ui, DataPageView view,
                                                        const FrameView& frame) {
    view.frame = frame;
    std::optional<FrameIntent> to;
    for (const DataPageIntent& intent : draw_data_page(ui, view)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const PressDataAction& pressed) { press(pressed.index, ui.texts()); },
                         [&](const ChooseDataFolder& choice) { folders_.choose(choice.index); },
                         [&](const ScrollData& scroll) { scroll_ = scroll.scroll; },
                         [&](const FrameIntent& chosen) {
                             const bool is_back = std::holds_alternative<GoBack>(chosen);
                             if (!is_back || !go_back()) to = chosen;
                         }},
                   intent);
    }
    return to;
}

std::optional<FrameIntent> PersonalPresenter::draw_writing(Ui& ui, const FrameView& frame) {
    ui.begin_screen(step_ == Step::decision ? "erasure_decision" : "erasure_reason");
    const FrameBounds bounds = draw_frame(ui, frame, Aside::back);
    std::string& text = step_ == Step::decision ? decision_ : reason_;
    FieldPage page;
    page.title = step_ == Step::decision ? ui.say(Sentence{"On which decision?"})
                                         : ui.say(Sentence{"Why is it kept?"});
    page.fields = {{"erasure_field", page.title}};
    page.text_id = "erasure_text";
    page.text = text;
    page.whole =
        step_ == Step::decision
            ? page.title + " · " + ui.say(Sentence{"The municipality's, as \"DHP 2024 § 12\""})
            : page.title;
    page.problem = problem_;
    page.done = ui.say(Sentence{"Go on"});
    const WrittenAnswer answer =
        draw_written_page(ui, bounds.bounds, page, keys_,
                          step_ == Step::decision ? longest_decision : longest_reason);
    if (answer.typed) {
        text = *answer.typed;
        problem_.clear();
    }
    if (answer.keys) keys_ = *answer.keys;
    if (answer.is_saved) go_on(ui.texts());
    if (answer.typed || answer.keys || answer.is_saved) ui.wake_at(ui.now_ms());
    if (!bounds.intent) return std::nullopt;
    if (!std::holds_alternative<GoBack>(*bounds.intent)) return *bounds.intent;
    go_back();
    ui.wake_at(ui.now_ms());
    return std::nullopt;
}

void PersonalPresenter::press(std::size_t action, const Texts& texts) {
    if (step_ == Step::confirmation) {
        if (action == 1) return carry_out(texts);
        go_back();
        return;
    }
    if (action == 0) return save(texts);
    begin(action == 1 ? Errand::erasing : Errand::refusing);
}

void PersonalPresenter::begin(Errand errand) {
    errand_ = errand;
    step_ = Step::decision;
    problem_.clear();
    news_.reset();
}

void PersonalPresenter::go_on(const Texts& texts) {
    const bool is_decision = step_ == Step::decision;
    if (trim_text(is_decision ? decision_ : reason_).empty()) {
        problem_ = is_decision ? texts.get({"Name the decision that it rests on."})
                               : texts.get({"Say why it is kept."});
        return;
    }
    scroll_ = {};
    step_ = is_decision && errand_ == Errand::refusing ? Step::reason : Step::confirmation;
}

bool PersonalPresenter::go_back() {
    problem_.clear();
    if (step_ == Step::held) return false;
    step_ = step_ == Step::confirmation && errand_ == Errand::refusing ? Step::reason
            : step_ == Step::decision                                  ? Step::held
                                                                       : Step::decision;
    scroll_ = {};
    return true;
}

void PersonalPresenter::save(const Texts& texts) {
    const auto folder = folders_.folder();
    if (!folder || std::exchange(is_busy_, true)) return;
    news_.reset();
    desk_.ask(
        scope_,
        [person = person_, folder = *folder, now_ms = clock_.wall_ms(), texts](Desk& desk) {
            return write_extract(desk, person, now_ms, texts, folder);
        },
        [this, texts](const Result<std::filesystem::path>& file) {
            is_busy_ = false;
            news_ = file
                        ? StatusLine{texts.get(Sentence{"Saved: {}"}, file.value().string()), false}
                        : StatusLine{texts.get(file.error()), true};
        },
        [this, texts](const Error& error) {
            is_busy_ = false;
            news_ = StatusLine{texts.get(error), true};
        });
}

void PersonalPresenter::carry_out(const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_busy_, true)) return;
    desk_.ask(
        scope_,
        [errand = errand_, person = person_, decision = decision_, reason = reason_](Desk& desk) {
            return errand == Errand::erasing
                       ? erase_person(desk, person, decision, actor::organiser)
                       : refuse_erasure(desk, person, decision, reason, actor::organiser);
        },
        [this, texts](Erasing outcome) {
            is_busy_ = false;
            if (outcome != Erasing::done || errand_ == Errand::erasing) {
                is_left_ = true;
                if (outcome == Erasing::done) erased_ = held_->data.name;
                return;
            }
            step_ = Step::held;
            scroll_ = {};
            reason_.clear();
            news_ = StatusLine{texts.get({"The refusal is recorded."}), false};
            read();
        },
        [this, texts](const Error& error) {
            is_busy_ = false;
            news_ = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
