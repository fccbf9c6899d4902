#include "kiosk/ui/screens/wall/wall_views.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/door_report.h"
#include "kiosk/ui/shell/frame_views.h"
#include "sync/base/local_time.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

constexpr std::int64_t minute_ms = 60'000;

struct TimedQuestion {
    AgendaQuestion question;
    int index = 0;
    std::int64_t starts_ms = 0;
    std::int64_t ends_ms = 0;
};

struct EventHours {
    std::optional<std::int64_t> doors_ms;
    std::optional<std::int64_t> starts_ms;
    std::optional<std::int64_t> ends_ms;
};

// One that does not say when it ends lasts until the next begins, or the event ends.
std::vector<TimedQuestion> timed_questions(const std::vector<AgendaQuestion>& questions,
                                           const EventHours& hours) {
    std::vector<TimedQuestion> timed;
    bool is_open = false;  // the last one
    int index = 0;
    for (const AgendaQuestion& question : questions) {
        const int place = index++;
        const auto starts = instant_of(question.starts);
        if (!starts) continue;
        if (is_open) timed.back().ends_ms = *starts;
        const auto ends = instant_of(question.ends);
        is_open = !ends;
        timed.push_back({question, place, *starts,
                         ends.value_or(hours.ends_ms.value_or(*starts + 60 * minute_ms))});
    }
    std::stable_sort(timed.begin(), timed.end(),
                     [](const TimedQuestion& left, const TimedQuestion& right) {
                         return left.starts_ms < right.starts_ms;
                     });
    return timed;
}

std::string title_of(const AgendaQuestion& question) {
    return question.text.empty() ? question.title : question.text;
}

// What happens beside the questions: what goes on, and what comes then.
struct PlannedItem {
    std::int64_t starts_ms = 0;
    std::string title;
    bool is_question = false;
};

class Reader {
  public:
    Reader(const EventState& state, std::int64_t now_ms, const Texts& texts)
        : state_(state), now_ms_(now_ms), texts_(texts) {
        hours_ = {instant_of(setting(SettingField::doors)),
                  instant_of(setting(SettingField::starts)),
                  instant_of(setting(SettingField::ends))};
        if (!hours_.doors_ms) hours_.doors_ms = hours_.starts_ms;
        all_ = agenda_questions(state);
        questions_ = timed_questions(all_, hours_);
    }

    WallView read() {
        view_.municipality = setting(SettingField::municipality);
        view_.clock_text = clock_text(now_ms_);
        const auto running =
            std::find_if(questions_.begin(), questions_.end(), [this](const TimedQuestion& one) {
                return now_ms_ >= one.starts_ms && now_ms_ < one.ends_ms;
            });
        const bool are_over =
            !questions_.empty() &&
            std::all_of(questions_.begin(), questions_.end(),
                        [this](const TimedQuestion& one) { return now_ms_ >= one.ends_ms; });
        const bool is_over = hours_.ends_ms && now_ms_ >= *hours_.ends_ms;
        if (is_over || meeting_ended_ms(state_)) {
            show_thanks();
        } else if (running != questions_.end()) {
            show_question(*running);
        } else if (are_over) {
            show_outcome();
        } else if (hours_.doors_ms && now_ms_ < *hours_.doors_ms) {
            show_before();
        } else {
            show_between();
        }
        return std::move(view_);
    }

  private:
    [[nodiscard]] const std::string& setting(SettingField field) const {
        return state_.setting(field);
    }

    void show_before() {
        view_.scene = WallScene::before;
        view_.kicker = day_text(setting(SettingField::starts), texts_);
        view_.title = setting(SettingField::name);
        view_.detail = setting(SettingField::place);
        if (hours_.starts_ms) {
            view_.next = texts_.get(Sentence{"We begin at {}"}, clock_text(*hours_.starts_ms));
        }
    }

    void show_question(const TimedQuestion& running) {
        view_.scene = WallScene::question;
        view_.question = running.index;
        view_.question_count = static_cast<int>(all_.size());
        view_.kicker = texts_.get(Sentence{"Question {0} of {1}"}, running.index + 1, all_.size());
        view_.title = title_of(running.question);
        const std::int64_t left_ms = running.ends_ms - now_ms_;
        const auto minutes = static_cast<int>((left_ms + minute_ms - 1) / minute_ms);
        const auto whole_ms = static_cast<float>(running.ends_ms - running.starts_ms);
        // Moves with the number in it, once a minute.
        const auto shown_ms = static_cast<float>(minutes * minute_ms);
        view_.time = WallTime{minutes, std::min(1.0F, shown_ms / whole_ms)};
        add_proposals(running.question.number);
    }

    // Questions without times, or none: what the tables say all the same.
    void show_untimed() {
        view_.scene = WallScene::question;
        view_.title = setting(SettingField::name);
        add_proposals(std::nullopt);
    }

    void show_between() {
        const std::vector<PlannedItem> plan = planned_items();
        const auto coming = std::find_if(plan.begin(), plan.end(), [this](const PlannedItem& item) {
            return item.starts_ms > now_ms_;
        });
        const PlannedItem *now = coming == plan.begin() ? nullptr : &*(coming - 1);
        const bool goes_on = now != nullptr && !now->is_question;
        if (goes_on) {
            view_.scene = WallScene::pause;
            view_.kicker = texts_.get(Sentence{"Right now"});
            view_.title = now->title;
        } else if (hours_.starts_ms && now_ms_ < *hours_.starts_ms) {
            return show_before();
        } else if (coming != plan.end()) {
            view_.scene = WallScene::pause;
            view_.kicker = texts_.get(Sentence{"Coming up"});
            view_.title = coming->title;
            view_.detail = texts_.get(Sentence{"Begins at {}"}, clock_text(coming->starts_ms));
            return;
        } else {
            return show_untimed();
        }
        if (coming == plan.end()) return;
        view_.detail = texts_.get(Sentence{"Until {}"}, clock_text(coming->starts_ms));
        view_.next = texts_.get(Sentence{"Then: {}"}, coming->title);
    }

    // The programme and the questions, in the order of the evening.
    [[nodiscard]] std::vector<PlannedItem> planned_items() const {
        std::vector<PlannedItem> items;
        for (const ProgrammeItem& item : programme_of(state_)) {
            const auto starts = instant_of(time_of_evening(state_, item.starts));
            if (starts) items.push_back({*starts, item.title, false});
        }
        for (const TimedQuestion& one : questions_) {
            items.push_back({one.starts_ms, one.question.name(), true});
        }
        std::stable_sort(items.begin(), items.end(),
                         [](const PlannedItem& left, const PlannedItem& right) {
                             return left.starts_ms < right.starts_ms;
                         });
        return items;
    }

    void show_outcome() {
        view_.scene = WallScene::chosen;
        view_.detail = setting(SettingField::name);
        add_figures();
        const FullNames names = names_off_wall(state_);
        for (const WallNote& note : chosen_notes(state_)) add(note, names);
        view_.are_chosen = !view_.proposals.empty();
        if (view_.are_chosen) {
            view_.title = texts_.get(Sentence{"What you chose"});
            return;
        }
        view_.title = texts_.get(Sentence{"What you proposed"});
        add_proposals(std::nullopt);
    }

    void show_thanks() {
        view_.scene = WallScene::thanks;
        view_.kicker = setting(SettingField::name);
        view_.title = texts_.get(Sentence{"Thank you for this evening!"});
    }

    // Of that question, or of all.
    void add_proposals(std::optional<QuestionNumber> question) {
        const NoteCounts counts = count_notes(state_);
        const auto written =
            question ? counts.by_question.find(*question) : counts.by_question.end();
        if (!question) view_.written_count = counts.all;
        if (written != counts.by_question.end()) view_.written_count = written->second;
        const FullNames names = names_off_wall(state_);
        for (const WallNote& note : notes_on_wall(state_)) {
            if (!question || note.question == *question) add(note, names);
        }
    }

    void add(const WallNote& note, const FullNames& names) {
        if (names.are_in(note.text)) return;
        // A line feed is no matter of the wall's.
        std::string text = note.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        view_.proposals.push_back({note.id, note.kind, std::move(text), false});
    }

    void add_figures() {
        const DoorReport door = report_door(state_, now_ms_);
        const NoteCounts notes = count_notes(state_);
        const auto add_figure = [this](int number, Sentence label) {
            if (number > 0) view_.figures.push_back({std::to_string(number), texts_.get(label)});
        };
        add_figure(door.arrived(), {"Participants"});
        add_figure(door.organisations, {"Associations"});
        add_figure(notes.all, {"Notes made"});
        add_figure(notes.commitments, {"Commitments made"});
    }

    const EventState& state_;
    std::int64_t now_ms_;
    const Texts& texts_;
    EventHours hours_;
    std::vector<AgendaQuestion> all_;
    std::vector<TimedQuestion> questions_;  // as they begin
    WallView view_;
};

}  // namespace

WallView wall_view(const EventState& state, std::int64_t now_ms, const Texts& texts) {
    return Reader(state, now_ms, texts).read();
}

FullNames names_off_wall(const EventState& state) {
    const EventState *const meeting = &state;
    return FullNames({&meeting, 1});
}

}  // namespace stormote
