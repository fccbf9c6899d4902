#include "kiosk/ui/screens/organiser/agenda_presenter.h"

#include <algorithm>
#include <utility>

#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr int delay_minutes = 5;
constexpr std::int64_t usual_question_ms = 20 * 60'000;

// "18.50" of "2022-10-12T18:50" or "18:50".
std::string clock_of(const std::string& time) {
    if (time.size() < 5) return "";
    std::string clock = time.substr(time.size() - 5);
    clock[2] = '.';
    return clock;
}

}  // namespace

void AgendaPresenter::open() {
    writing_.reset();
    steps_.clear();
    problem_.reset();
}

std::string AgendaPresenter::time_at(const std::string& clock) const {
    if (clock.empty()) return "";
    return desk_.read([&](const Desk& desk) { return time_of_evening(desk.state(), clock); });
}

std::vector<AgendaPresenter::Row> AgendaPresenter::rows() const {
    std::vector<Row> rows;
    for (const AgendaQuestion& question : agenda_.questions) {
        rows.push_back({question.starts, question.number, 0});
    }
    for (std::size_t i = 0; i < agenda_.programme.size(); ++i) {
        rows.push_back({time_at(agenda_.programme[i].starts), std::nullopt, i});
    }
    // What has no time comes last; the item that a question belongs to comes before it.
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        if (left.at.empty() != right.at.empty()) return right.at.empty();
        if (left.at != right.at) return left.at < right.at;
        return !left.question && right.question;
    });
    return rows;
}

AgendaView AgendaPresenter::view(const Texts& texts) {
    AgendaView view;
    const std::string now = local_time_of(clock_.wall_ms());
    desk_.read([&](const Desk& desk) {
        agenda_ = agenda_of(desk.state());
        delayed_ = delay_agenda(desk.state(), clock_.wall_ms(), delay_minutes);
        opens_ = desk.state().setting(SettingField::starts);
        closes_ = desk.state().setting(SettingField::ends);
        dealt_ = round_count(desk.state());
    });
    const RoundNumber rounds = agenda_round_count(agenda_);
    for (const Row& row : rows()) {
        AgendaRow shown;
        if (!row.question) {
            const ProgrammeItem& item = agenda_.programme[row.item];
            shown.title = item.title;
            shown.detail = clock_of(item.starts);
        } else {
            const auto question =
                std::find_if(agenda_.questions.begin(), agenda_.questions.end(),
                             [&](const auto& known) { return known.number == *row.question; });
            shown.number = question->number;
            shown.title = question->name();
            shown.detail = clock_of(question->starts);
            if (!question->ends.empty()) shown.detail += "–" + clock_of(question->ends);
            if (rounds > 1 || dealt_ > 1) {
                shown.detail += (shown.detail.empty() ? "" : " · ") +
                                texts.get(Sentence{"Round {}"}, question->round);
            }
            if (!question->title.empty() && !question->text.empty()) {
                shown.detail += (shown.detail.empty() ? "" : " · ") + question->text;
            }
            shown.is_now = question->starts <= now && now < question->ends;
        }
        view.rows.push_back(std::move(shown));
    }
    view.can_undo = !steps_.empty();
    view.can_delay = delayed_ != agenda_;
    view.can_change_settings = desk_.may(OperationKind::settings_described);
    if (problem_) {
        view.news = StatusLine{texts.get(*problem_), true};
    } else if (rounds > dealt_) {
        view.news = StatusLine{
            texts.get(Sentence{"The agenda has {} rounds, and people have seats for {}. Deal the "
                               "groups anew under Groups."},
                      rounds, dealt_),
            true};
    }
    return view;
}

void AgendaPresenter::act(const AgendaIntent& intent) {
    problem_.reset();
    std::visit(Match{[&](const OpenAgendaRow& row) {
                         const std::vector<Row> known = rows();
                         if (row.index >= known.size()) return;
                         if (!known[row.index].question) return write_item(known[row.index].item);
                         for (const AgendaQuestion& question : agenda_.questions) {
                             if (question.number == *known[row.index].question)
                                 write_question(question);
                         }
                     },
                     [&](const AddQuestion&) { add_question(); },
                     [&](const AddProgrammeItem&) { write_item(std::nullopt); },
                     [&](const DelayAgenda&) {
                         take(
                             {agenda_, delayed_}, [] {},
                             [this](const Error& error) { problem_ = error; });
                     },
                     [&](const UndoAgenda&) { take_back(); }},
               intent);
}

void AgendaPresenter::write_question(const AgendaQuestion& question) {
    writing_ = Writing{};
    writing_->number = ++writings_;
    writing_->before = agenda_;
    writing_->view.number = question.number;
    writing_->view.texts = {question.title, question.text, clock_of(question.starts),
                            clock_of(question.ends), std::to_string(question.round)};
}

// After the others, for as long as a question usually takes.
void AgendaPresenter::add_question() {
    AgendaQuestion question;
    question.number = 1;
    question.starts = opens_;
    if (!agenda_.questions.empty()) {
        const AgendaQuestion& last = agenda_.questions.back();
        question.number = last.number + 1;
        question.round = last.round;
        question.starts = last.ends;
    }
    if (const auto starts_ms = instant_of(question.starts)) {
        question.ends = local_time_of(*starts_ms + usual_question_ms);
        if (!closes_.empty()) question.ends = std::min(question.ends, closes_);
    }
    if (question.ends <= question.starts) question.starts = question.ends = "";
    write_question(question);
}

void AgendaPresenter::write_item(std::optional<std::size_t> place) {
    writing_ = Writing{};
    writing_->number = ++writings_;
    writing_->before = agenda_;
    writing_->item = place;
    writing_->view.field = AgendaItemField::starts;
    writing_->view.keys.page = KeyPage::signs;
    if (!place) return;
    const ProgrammeItem& item = agenda_.programme[*place];
    writing_->view.texts = {item.title, "", clock_of(item.starts), "", ""};
}

std::optional<AgendaItemView> AgendaPresenter::item(const Texts& texts) const {
    if (!writing_) return std::nullopt;
    AgendaItemView view = writing_->view;
    if (writing_->problem) view.problem = texts.get(*writing_->problem);
    return view;
}

void AgendaPresenter::act(const AgendaItemIntent& intent) {
    if (!writing_) return;
    AgendaItemView& view = writing_->view;
    std::visit(Match{[&](const ChooseAgendaField& choice) {
                         view.field = choice.field;
                         const bool is_words = choice.field == AgendaItemField::title ||
                                               choice.field == AgendaItemField::text;
                         view.keys.page = is_words ? KeyPage::letters : KeyPage::signs;
                     },
                     [&](const ChangeAgendaField& change) {
                         view.texts.at(static_cast<std::size_t>(view.field)) = change.typed;
                         writing_->problem.reset();
                         // A capital that was asked for is for one letter.
                         view.keys.capitals = Capitals::automatic;
                     },
                     [&](const TurnAgendaKeys& turned) { view.keys = turned.keys; },
                     [&](const SaveAgendaItem&) { save(); },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) writing_.reset();
                     }},
               intent);
}

Result<std::string> AgendaPresenter::time_of(AgendaItemField field) const {
    const std::string text = trim_text(writing_->view.text(field));
    if (text.empty()) return std::string();
    const auto clock = parse_clock(text);
    if (!clock) return input_error({"\"{}\" is not a time. Write it as 18.50."}, text);
    return *clock;
}

Result<Agenda> AgendaPresenter::written() const {
    Agenda agenda = writing_->before;
    const AgendaItemView& view = writing_->view;
    const auto starts = time_of(AgendaItemField::starts);
    if (!starts) return starts.error();
    const auto ends = time_of(AgendaItemField::ends);
    if (!ends) return ends.error();
    const std::string title = trim_text(view.text(AgendaItemField::title));
    if (view.number == 0) {
        ProgrammeItem item{*starts, title};
        if (writing_->item) {
            const auto before =
                agenda.programme.begin() + static_cast<std::ptrdiff_t>(*writing_->item);
            if (before->title == title) item.titles = before->titles;
            agenda.programme.erase(before);
        }
        if (!title.empty()) agenda.programme.push_back(std::move(item));
        std::stable_sort(agenda.programme.begin(), agenda.programme.end(),
                         [this](const auto& left, const auto& right) {
                             return time_at(left.starts) < time_at(right.starts);
                         });
        return agenda;
    }
    AgendaQuestion question{view.number, title, trim_text(view.text(AgendaItemField::text)),
                            time_at(*starts), time_at(*ends)};
    std::erase_if(agenda.questions, [&](const auto& known) {
        if (known.number != view.number) return false;
        question.keep_translations(known);
        return true;
    });
    if (question.name().empty()) return agenda;
    const std::string round = trim_text(view.text(AgendaItemField::round));
    if (round.size() != 1 || round[0] < '1' || round[0] > '9') {
        return input_error({"\"{}\" is not the number of a round. Write 1, 2, 3 and so on."},
                           round);
    }
    question.round = round[0] - '0';
    const auto place =
        std::find_if(agenda.questions.begin(), agenda.questions.end(),
                     [&](const auto& known) { return known.number > question.number; });
    agenda.questions.insert(place, std::move(question));
    return agenda;
}

void AgendaPresenter::save() {
    auto wanted = written();
    if (!wanted) {
        writing_->problem = wanted.error();
        return;
    }
    if (*wanted == writing_->before) {
        writing_.reset();
        return;
    }
    // Another one may be open by the time the answer comes.
    const auto is_open = [this, number = writing_->number] {
        return writing_ && writing_->number == number;
    };
    take(
        {writing_->before, std::move(wanted).value()},
        [this, is_open] {
            if (is_open()) writing_.reset();
        },
        [this, is_open](const Error& error) {
            (is_open() ? writing_->problem : problem_) = error;
        });
}

void AgendaPresenter::take(const AgendaStep& step, std::function<void()> done,
                           std::function<void(const Error&)> refused) {
    desk_.ask(
        scope_, [step](Desk& desk) { return take_step(desk, step, actor::organiser); },
        [this, step, done = std::move(done), refused](const Result<>& taken) {
            if (!taken) return refused(taken.error());
            steps_.push_back(step);
            done();
        },
        refused);
}

void AgendaPresenter::take_back() {
    if (steps_.empty()) return;
    // Whoever presses twice takes back two steps. One that cannot be taken back any more is over.
    const AgendaStep step = steps_.back();
    steps_.pop_back();
    desk_.ask(
        scope_,
        [step](Desk& desk) {
            return take_step(desk, {step.to, step.from}, actor::organiser);
        },
        [this](const Result<>& taken) {
            if (!taken) problem_ = taken.error();
        },
        [this, step](const Error& error) {
            steps_.push_back(step);
            problem_ = error;
        });
}

}  // namespace stormote
