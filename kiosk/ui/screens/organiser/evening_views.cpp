#include "kiosk/ui/screens/organiser/evening_views.h"

#include <algorithm>

#include "kiosk/ui/screens/common/event_views.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

// Of each kind; the others are behind the row that counts them.
constexpr std::size_t most_rows_of_kind = 2;

class CardMaker {
  public:
    CardMaker(const EventState& state, const EveningReport& report, const Texts& texts)
        : state_(state), report_(report), texts_(texts) {}

    EveningCard make() {
        switch (report_.phase) {
            case EveningPhase::before:
            case EveningPhase::arrival:
                make_arrival();
                break;
            case EveningPhase::start:
                make_start();
                break;
            case EveningPhase::talks:
                make_talks();
                break;
            case EveningPhase::closing:
                make_closing();
                break;
            case EveningPhase::ended:
            case EveningPhase::over:
                make_ended();
                break;
        }
        card_.rows.push_back({"evening_print", texts_.get({"Who is still here?"}), "",
                              texts_.get({"Print the list"}), "", PrintPeopleHere{}});
        card_.rows.push_back({"evening_person", texts_.get({"Find a person"}), "",
                              texts_.get({"Search"}), "", SeekPerson{}});
        return std::move(card_);
    }

  private:
    using Tables = std::vector<TableCare>;

    [[nodiscard]] std::string group_text(GroupNumber group) const {
        return texts_.get(Sentence{"Group {}"}, group);
    }
    // "Bord Lönnen · 1 av 7 är här".
    [[nodiscard]] std::string table_state(const TableCare& table) const {
        const std::string name = table_text(state_, table.group, texts_);
        return name + (name.empty() ? "" : " · ") +
               texts_.get(Sentence{"{} of {} are here"}, table.here, table.expected);
    }
    [[nodiscard]] std::string counted(Sentence one, Sentence other, std::size_t count) const {
        return texts_.get_plural(one, other, static_cast<std::int64_t>(count));
    }
    [[nodiscard]] bool is_facilitator_missing() const {
        return !report_.without_facilitator.empty();
    }
    [[nodiscard]] std::string missing_text() const {
        return counted(Sentence{"{} facilitator is missing"},
                       Sentence{"{} facilitators are missing"}, report_.without_facilitator.size());
    }

    void set_head(const std::string& title, const std::string& detail) {
        card_.head = {"evening_people", title, detail, texts_.get({"Show who is here"}), "",
                      SeePeopleHere{}};
    }

    template <typename AddRow>
    void add_tables(const Tables& tables, Sentence one, Sentence other, std::string id,
                    AddRow add_row) {
        const std::size_t shown =
            tables.size() > most_rows_of_kind + 1 ? most_rows_of_kind : tables.size();
        for (std::size_t i = 0; i < shown; ++i) add_row(tables[i]);
        const std::size_t more = tables.size() - shown;
        if (more == 0) return;
        const std::string text = counted(one, other, more);
        card_.rows.push_back(
            {std::move(id), text, "", texts_.get({"See the groups"}), text, SeeGroups{}});
    }

    void add_missing_facilitators() {
        add_tables(report_.without_facilitator, Sentence{"and {} more without a facilitator"},
                   Sentence{"and {} more without a facilitator"}, "evening_more_leaders",
                   [this](const TableCare& table) {
                       const std::string group = group_text(table.group);
                       card_.rows.push_back({"evening_lead_" + std::to_string(table.group),
                                             group + " · " + table.facilitator, table_state(table),
                                             texts_.get({"Find somebody else"}), group,
                                             SeeTable{table.group, report_.round}, true});
                   });
    }

    void add_small_tables() {
        add_tables(report_.small, Sentence{"and {} more small group"},
                   Sentence{"and {} more small groups"}, "evening_more_small",
                   [this](const TableCare& table) {
                       const std::string group = group_text(table.group);
                       const std::string here =
                           table.here == 0
                               ? texts_.get({"nobody is here"})
                               : texts_.get_plural(Sentence{"only {} is here"},
                                                   Sentence{"only {} are here"}, table.here);
                       card_.rows.push_back({"evening_close_" + std::to_string(table.group),
                                             group + ": " + here, table_state(table),
                                             texts_.get({"Close the group …"}), group,
                                             CloseTable{table.group, report_.round}});
                   });
    }

    void add_silent_tables() {
        const auto add_row = [this](const TableCare& table) {
            const std::string last =
                table.last_note_ms
                    ? texts_.get(Sentence{"last note at {}"}, clock_text(*table.last_note_ms))
                    : texts_.get({"no note yet"});
            const std::string group = group_text(table.group);
            card_.rows.push_back({"evening_notes_" + std::to_string(table.group), group,
                                  table_state(table) + " · " + last, texts_.get({"See the notes"}),
                                  group, SeeNotes{}});
        };
        add_tables(report_.silent, Sentence{"and {} more silent group"},
                   Sentence{"and {} more silent groups"}, "evening_more_silent", add_row);
    }

    [[nodiscard]] std::string forecast_text() const {
        if (!report_.all_here_ms) return "";
        return ' ' + texts_.get(Sentence{"At this pace all are here at about {}."},
                                clock_text(*report_.all_here_ms));
    }

    // What all tables are told, or that they can be told something.
    void add_message() {
        if (!report_.message) {
            card_.rows.push_back({"evening_message", texts_.get({"Message to all tables"}), "",
                                  texts_.get({"Write"}), "", WriteToTables{}});
            return;
        }
        card_.rows.push_back(
            {"evening_message", report_.message->text,
             texts_.get(Sentence{"At all tables since {}"}, report_.message->time_text),
             texts_.get({"Take the message away"}), "", ClearTableMessage{}});
    }

    void make_arrival() {
        const bool all_are_here =
            report_.facilitators > 0 && report_.facilitators >= report_.tables;
        card_.is_warning = is_facilitator_missing();
        set_head(
            card_.is_warning ? missing_text()
            : all_are_here   ? texts_.get({"All facilitators are here"})
                             : texts_.get({"People are coming"}),
            texts_.get(Sentence{"{} have come in the last five minutes, {} are still to come."},
                       report_.came, report_.still_to_come) +
                forecast_text());
        add_missing_facilitators();
    }

    void make_start() {
        card_.is_warning = is_facilitator_missing() || !report_.small.empty();
        std::string text = texts_.get(Sentence{"{} of {} are here."}, report_.here,
                                      report_.here + report_.still_to_come);
        if (!card_.is_warning) text += " " + texts_.get({"Nothing stands in the way."});
        set_head(texts_.get({"Ready to begin?"}), text);
        add_small_tables();
        add_missing_facilitators();
        add_message();
    }

    [[nodiscard]] std::string talks_text() const {
        if (!report_.silent.empty()) {
            return counted(Sentence{"{} table has written nothing for ten minutes"},
                           Sentence{"{} tables have written nothing for ten minutes"},
                           report_.silent.size());
        }
        if (is_facilitator_missing()) return missing_text();
        return report_.is_question_running ? texts_.get({"The tables are talking"})
                                           : texts_.get({"Between the questions"});
    }

    void make_talks() {
        card_.is_warning = !report_.silent.empty() || is_facilitator_missing();
        set_head(talks_text(), people_text());
        add_silent_tables();
        add_missing_facilitators();
        add_message();
        // A meeting may end before its time.
        add_end();
    }

    void add_end() {
        card_.rows.push_back({"evening_end", texts_.get({"Is the meeting over?"}), "",
                              texts_.get({"End the meeting …"}), "", EndMeeting{}});
    }

    [[nodiscard]] std::string people_text() const {
        return texts_.get(Sentence{"{} are here, {} have gone home."}, report_.here, report_.gone);
    }

    void add_chosen() {
        if (report_.chosen == 0) return;
        const std::string text =
            texts_.get_plural(Sentence{"{} note is chosen for the wall"},
                              Sentence{"{} notes are chosen for the wall"}, report_.chosen);
        card_.rows.push_back(
            {"evening_chosen", text,
             texts_.get(Sentence{"from {} of {} tables"}, report_.choosing, report_.tables),
             texts_.get({"See the notes"}), text, SeeNotes{}});
    }

    void make_closing() {
        set_head(texts_.get({"The evening comes to its end"}), people_text());
        add_chosen();
        add_message();
        add_left_behind();
        add_end();
    }

    // What the evening leads to once it is over.
    void make_ended() {
        const std::string when =
            report_.times.ended_ms
                ? texts_.get(Sentence{"Ended at {}."}, clock_text(*report_.times.ended_ms)) + " "
                : "";
        set_head(texts_.get({"The meeting is over"}), when + people_text());
        card_.rows.push_back({"after_follow_up", texts_.get({"What becomes of it"}),
                              texts_.get({"How the notes are published, and who sees to what."}),
                              texts_.get({"Follow up"}), "", SeeFollowUp{}});
        const std::string left = left_behind();
        const std::string files = texts_.get({"The compilation and the package for the archive"});
        card_.rows.push_back({"after_files", files,
                              left.empty() ? texts_.get({"Once all screens have sent all."}) : left,
                              texts_.get({"Go to the files"}), "", SeeFiles{}});
        card_.rows.push_back({"after_data", texts_.get({"Personal data"}),
                              texts_.get({"What is kept, and what is destroyed when."}),
                              texts_.get({"See what remains"}), "", SeePersonalData{}});
        card_.rows.push_back({"evening_reopen", texts_.get({"Does it go on after all?"}), "",
                              texts_.get({"Open the meeting again"}), "", ReopenMeeting{}});
    }

    // Empty: nothing that may be counted yet.
    [[nodiscard]] std::string left_behind() const {
        std::string left;
        const auto add = [&](Sentence one, Sentence other, int count) {
            if (count == 0) return;
            left += (left.empty() ? "" : " · ") + texts_.get_plural(one, other, count);
        };
        // Answers count once the record has them, which is later, so that nobody is known by one.
        add(Sentence{"{} answer to the survey"}, Sentence{"{} answers to the survey"},
            report_.survey_answers);
        add(Sentence{"{} person wants to be contacted"}, Sentence{"{} people want to be contacted"},
            report_.contacts);
        add(Sentence{"{} organisation has joined"}, Sentence{"{} organisations have joined"},
            report_.joined);
        return left;
    }

    void add_left_behind() {
        const std::string left = left_behind();
        if (left.empty()) return;
        card_.rows.push_back(
            {"evening_files", left, "", texts_.get({"See the files"}), "", SeeFiles{}});
    }

    const EventState& state_;
    const EveningReport& report_;
    const Texts& texts_;
    EveningCard card_;
};

// "17.30–18.00", or "from 20.45" where nothing is known to come after.
std::string span_text(std::int64_t from_ms, const std::optional<std::int64_t>& to_ms,
                      const Texts& texts) {
    if (!to_ms) return texts.get(Sentence{"from {}"}, clock_text(from_ms));
    return clock_text(from_ms) + "–" + clock_text(*to_ms);
}

}  // namespace

std::vector<EveningStep> evening_steps(const std::optional<EveningReport>& report,
                                       const Texts& texts) {
    if (!report) return {};
    const EveningTimes& times = report->times;
    const EveningPhase now = report->phase;
    std::vector<EveningStep> steps;
    const auto add = [&](EveningPhase phase, Sentence title, const std::string& time_text) {
        steps.push_back({texts.get(title), time_text, now > phase, now == phase});
    };
    const std::int64_t opens_ms = times.doors_ms.value_or(times.starts_ms);
    add(EveningPhase::before, Sentence{"Before"},
        texts.get(Sentence{"until {}"}, clock_text(opens_ms)));
    if (times.doors_ms && *times.doors_ms < times.starts_ms) {
        add(EveningPhase::arrival, Sentence{"Arrival"},
            span_text(opens_ms, times.starts_ms, texts));
    }
    add(EveningPhase::start, Sentence{"Start"},
        times.talks_ms > times.starts_ms ? span_text(times.starts_ms, times.talks_ms, texts)
                                         : clock_text(times.starts_ms));
    add(EveningPhase::talks, Sentence{"Talks"}, span_text(times.talks_ms, times.closing_ms, texts));
    if (times.closing_ms) {
        add(EveningPhase::closing, Sentence{"The end"},
            span_text(*times.closing_ms, times.ends_ms, texts));
    }
    return steps;
}

std::optional<EveningCard> evening_card(const EventState& state,
                                        const std::optional<EveningReport>& report,
                                        const Texts& texts) {
    const bool is_shown =
        report && report->phase != EveningPhase::before && report->phase != EveningPhase::over;
    if (!is_shown) return std::nullopt;
    return CardMaker(state, *report, texts).make();
}

}  // namespace stormote
