#include "kiosk/lists/agenda_list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/lists/headed_list.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/local_time.h"
#include "sync/model/operation_limits.h"

namespace stormote {

namespace {

constexpr std::size_t number_column = 0;
constexpr std::size_t title_column = 1;
constexpr std::size_t text_column = 2;
constexpr std::size_t starts_column = 3;
constexpr std::size_t ends_column = 4;
constexpr std::size_t round_column = 5;

constexpr std::array<HeadingWord, 22> agenda_headings{
    {{number_column, "nr"},     {number_column, "nummer"}, {number_column, "no"},
     {number_column, "number"}, {title_column, "rubrik"},  {title_column, "titel"},
     {title_column, "punkt"},   {title_column, "title"},   {text_column, "fraga"},
     {text_column, "question"}, {text_column, "text"},     {starts_column, "borjar"},
     {starts_column, "start"},  {starts_column, "starts"}, {starts_column, "tid"},
     {starts_column, "time"},   {ends_column, "slutar"},   {ends_column, "slut"},
     {ends_column, "ends"},     {ends_column, "end"},      {round_column, "omgang"},
     {round_column, "round"}}};

HeadedColumns agenda_columns() {
    static const TranslatedHeadings headings(agenda_headings, 6, {title_column, text_column});
    HeadedColumns columns{
        headings.words(),
        headings.column_count(),
        number_column,
        "Nr",
        {"The column with the numbers of the questions is missing."},
        {"The heading is not known. Use Nr, Rubrik, Fråga, Börjar, Slutar and Omgång."}};
    columns.translated = &headings;
    return columns;
}

std::size_t column_of(AgendaPart part) {
    switch (part) {
        case AgendaPart::number:
            return number_column;
        case AgendaPart::title:
            return title_column;
        case AgendaPart::text:
            return text_column;
        case AgendaPart::starts:
            return starts_column;
        case AgendaPart::ends:
            return ends_column;
        case AgendaPart::round:
            return round_column;
    }
    return number_column;
}

class AgendaReader {
  public:
    AgendaReader(const ListSource& source, const EventState& state, AgendaPlan& plan)
        : state_(state), plan_(plan), list_(source, agenda_columns(), plan.problems) {}

    void read() {
        plan_.notes = list_.notes();
        if (!plan_.problems.empty()) return;
        before_ = agenda_of(state_);
        for (const HeadedRow& row : list_.rows()) read(row);
        put_in_order();
        if (!plan_.problems.empty()) return;
        for (AgendaFault& fault : check_agenda(state_, plan_.agenda)) complain(fault);
        if (plan_.problems.empty()) plan_.bodies = change_agenda(state_, plan_.agenda);
    }

  private:
    struct ReadQuestion {
        AgendaQuestion question;
        const HeadedRow *row;
        bool has_round = false;
    };
    struct ReadItem {
        ProgrammeItem item;
        const HeadedRow *row;
        std::string at;  // its whole time: an evening may go on past midnight
    };

    void read(const HeadedRow& row) {
        if (row.text(number_column).empty()) {
            read_item(row);
        } else {
            read_question(row);
        }
    }

    void read_item(const HeadedRow& row) {
        if (!row.text(text_column).empty()) {
            list_.complain(row, number_column,
                           input_error({"The question has no number. Write 1, 2, 3 and so on."}));
            return;
        }
        if (!row.text(round_column).empty()) {
            list_.complain(row, round_column,
                           input_error({"Only a question is discussed in a round."}));
        }
        // Its end is the beginning of the next one; what is written must still be a time.
        static_cast<void>(read_time(row, ends_column));
        const std::string starts = read_time(row, starts_column);
        const std::string clock = starts.empty() ? "" : starts.substr(starts.size() - 5);
        ProgrammeItem item{clock, row.text(title_column)};
        item.titles = list_.translations(row, title_column, item.title, titles_before(item.title),
                                         longest_programme_item);
        // What is called the same in that language, as a name is, needs no saying.
        for (std::string& title : item.titles) {
            if (title == item.title) title.clear();
        }
        items_.push_back({std::move(item), &row, starts});
    }

    void read_question(const HeadedRow& row) {
        const std::string number_text = row.text(number_column);
        const auto number = whole_number(number_text, largest_question_number);
        if (!number) {
            list_.complain(row, number_column,
                           input_error({"\"{}\" is not the number of a question. Write 1, 2, 3 and "
                                        "so on; an item of the programme has no number."},
                                       number_text));
            return;
        }
        if (!list_.is_first(row, std::to_string(*number))) return;
        AgendaQuestion question{*number, row.text(title_column), row.text(text_column),
                                read_time(row, starts_column), read_time(row, ends_column)};
        const std::string round_text = row.text(round_column);
        const auto round = whole_number(round_text, largest_round_number);
        if (round) {
            question.round = *round;
        } else if (!round_text.empty()) {
            list_.complain(row, round_column,
                           input_error({"\"{}\" is not the number of a round. Write 1, 2, 3 and so "
                                        "on."},
                                       round_text));
        }
        if (const AgendaQuestion *before = question_before(*number)) {
            question.keep_translations(*before);
        }
        question.titles = list_.translations(row, title_column, question.title, question.titles,
                                             longest_question_title);
        question.texts = list_.translations(row, text_column, question.text, question.texts,
                                            longest_question_text);
        questions_.push_back({std::move(question), &row, round.has_value()});
    }

    [[nodiscard]] const AgendaQuestion *question_before(QuestionNumber number) const {
        const auto found =
            std::find_if(before_.questions.begin(), before_.questions.end(),
                         [number](const AgendaQuestion& known) { return known.number == number; });
        return found == before_.questions.end() ? nullptr : &*found;
    }
    [[nodiscard]] Translations titles_before(const std::string& title) const {
        const auto found =
            std::find_if(before_.programme.begin(), before_.programme.end(),
                         [&](const ProgrammeItem& known) { return known.title == title; });
        return found == before_.programme.end() ? Translations() : found->titles;
    }

    // Empty where there is none, and where it cannot be read: that is a problem already.
    std::string read_time(const HeadedRow& row, std::size_t column) {
        std::string text = row.text(column);
        if (text.empty()) return "";
        if (const std::size_t space = text.find(' '); space == 10) text[space] = 'T';
        if (is_local_time(text)) return text;
        const auto clock = parse_clock(text);
        if (!clock) {
            list_.complain(row, column,
                           input_error({"\"{}\" is not a time. Write it as 18:50."}, text));
            return "";
        }
        return time_of_evening(state_, *clock);
    }

    void put_in_order() {
        std::sort(questions_.begin(), questions_.end(), [](const auto& left, const auto& right) {
            return left.question.number < right.question.number;
        });
        std::stable_sort(items_.begin(), items_.end(),
                         [](const auto& left, const auto& right) { return left.at < right.at; });
        RoundNumber round = 1;
        for (ReadQuestion& read : questions_) {
            if (!read.has_round) {
                const AgendaQuestion *before = question_before(read.question.number);
                const bool is_kept = !read.row->at(round_column) && before != nullptr;
                read.question.round = is_kept ? before->round : round;
            }
            round = read.question.round;
            plan_.agenda.questions.push_back(read.question);
        }
        for (const ReadItem& read : items_) plan_.agenda.programme.push_back(read.item);
    }

    void complain(AgendaFault& fault) {
        const HeadedRow *row = nullptr;
        if (fault.where == AgendaFault::Where::question) row = questions_[fault.index].row;
        if (fault.where == AgendaFault::Where::programme) row = items_[fault.index].row;
        if (row == nullptr) {
            plan_.problems.push_back({0, "", std::move(fault.message)});
        } else if (row->at(column_of(fault.part))) {
            list_.complain(*row, column_of(fault.part), std::move(fault.message));
        } else {
            list_.complain(*row, std::move(fault.message));
        }
    }

    const EventState& state_;
    AgendaPlan& plan_;
    HeadedList list_;
    Agenda before_;
    std::vector<ReadQuestion> questions_;
    std::vector<ReadItem> items_;
};

}  // namespace

AgendaPlan plan_agenda(const ListSource& source, const EventState& state) {
    AgendaPlan plan;
    AgendaReader(source, state, plan).read();
    return plan;
}

}  // namespace stormote
