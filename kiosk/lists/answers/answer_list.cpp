#include "kiosk/lists/answers/answer_list.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "kiosk/lists/answers/answer_cells.h"
#include "kiosk/lists/answers/answer_columns.h"
#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/headed_table.h"
#include "kiosk/lists/list_text.h"

namespace stormote {

namespace {

// Sheets of a list have ids made of names; the kiosk's are random (RFC 9562).
bool is_of_some_list(const AnswerSheetId& sheet) {
    constexpr int named_version = 8;
    return sheet.value.bytes[6] >> 4 == named_version;
}

class AnswerReader {
  public:
    AnswerReader(const ListSource& source, const EventState& state, const AnswerListRules& rules,
                 AnswerListPlan& plan)
        : state_(state),
          rules_(rules),
          plan_(plan),
          questions_(survey_questions(state)),
          columns_(questions_) {
        if (questions_.empty()) {
            add_problem(0, "",
                        input_error({"The event has no survey. \"stormote import-survey\" reads "
                                     "one."}));
            return;
        }
        table_ = read_headed_table(source, columns_.words(), columns_.count(), plan.problems);
        plan_.notes = table_.notes;
    }

    void read() {
        if (!plan_.problems.empty()) return;
        check_headings();
        for (const CsvRow& row : table_.rows) read(row);
        check_alike();
        if (!plan_.problems.empty()) return;
        // By their ids, which say nothing of the order in which people answered.
        std::sort(new_.begin(), new_.end(),
                  [](const auto& left, const auto& right) { return left.first < right.first; });
        for (auto& [id, body] : new_) plan_.bodies.push_back(std::move(body));
    }

  private:
    [[nodiscard]] const ListHeadings& headings() const { return table_.headings; }

    void add_problem(std::size_t line, std::string column, Error message,
                     std::string proposal = "") {
        if (plan_.problems.size() >= most_list_problems) return;
        plan_.problems.push_back(
            {line, std::move(column), std::move(message), false, std::move(proposal)});
    }

    void check_headings() {
        std::string of_person;
        for (std::size_t i = 0; i < headings().headings.size(); ++i) {
            const std::string& heading = headings().headings[i];
            const auto& column = headings().columns[i];
            if (column && columns_.is_of_person(*column)) {
                of_person += (of_person.empty() ? "" : ", ") + heading;
            }
            if (!column && !heading.empty()) check_unknown(headings().lines[i], heading);
        }
        const std::size_t line = headings().lines.front();
        if (!of_person.empty()) {
            plan_.notes.push_back({line, of_person,
                                   input_error({"Not read: when somebody answered, and who it "
                                                "was, does not belong in the survey."})});
        }
        bool has_question = false;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            if (headings().place(i)) {
                has_question = true;
                continue;
            }
            plan_.notes.push_back({line, questions_[i].text,
                                   input_error({"The list has no column for this question."})});
        }
        if (!has_question && plan_.problems.empty()) {
            add_problem(line, "",
                        input_error({"No column is headed by a question of the event's survey. "
                                     "Write the questions as the headings."}));
        }
    }

    void check_unknown(std::size_t line, const std::string& heading) {
        const SurveyQuestion *probable = columns_.probable(heading);
        // One that has its own column is not meant twice.
        if (probable != nullptr &&
            !headings().place(static_cast<std::size_t>(probable - questions_.data()))) {
            return add_problem(line, heading,
                               input_error({"This is probably question {}. Write the heading as "
                                            "the question, or take the column away."},
                                           probable->number),
                               probable->text);
        }
        plan_.notes.push_back(
            {line, heading, input_error({"The column is not known and is ignored."})});
    }

    [[nodiscard]] std::string cell(const CsvRow& row, std::size_t place) const {
        return place < row.cells.size() ? cell_text(row.cells[place].text) : "";
    }

    // Such as choices between semicolons that stand in no quotation marks.
    [[nodiscard]] bool has_cells_beside(const CsvRow& row) const {
        for (std::size_t i = headings().headings.size(); i < row.cells.size(); ++i) {
            if (!cell(row, i).empty()) return true;
        }
        return false;
    }

    void read(const CsvRow& row) {
        if (has_cells_beside(row)) {
            return add_problem(row.line, "",
                               input_error({"The row has more cells than there are headings. Put "
                                            "what belongs together between quotation marks."}));
        }
        AnswersGiven given;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            if (!headings().place(i)) continue;
            const std::string text = cell(row, *headings().place(i));
            if (!text.empty()) read(row, questions_[i], headings().heading(i), text, given);
        }
        const auto comment_place = headings().place(columns_.comment());
        const std::string comment = comment_place ? cell(row, *comment_place) : "";
        if (const auto length = excess_length(comment, rules_.longest_comment)) {
            add_problem(row.line, headings().heading(columns_.comment()),
                        input_error({"That is longer than {} characters: it has {}. Make it "
                                     "shorter."},
                                    rules_.longest_comment, *length));
        }
        if (given.answers.empty() && comment.empty()) {
            ++plan_.empty;
            return;
        }
        add(row, std::move(given), comment);
    }

    void read(const CsvRow& row, const SurveyQuestion& question, const std::string& heading,
              const std::string& text, AnswersGiven& given) {
        if (has_unreadable(text)) return add_problem(row.line, heading, unreadable_character());
        const auto answer = read_answer(question, text);
        if (const auto *unclear = std::get_if<UnclearAnswer>(&answer)) {
            return add_problem(row.line, heading, unclear->message, unclear->proposal);
        }
        const std::string& read = std::get<std::string>(answer);
        if (const auto length = excess_length(read, rules_.longest_answer)) {
            return add_problem(row.line, heading,
                               input_error({"That is longer than {} characters: it has {}. Make "
                                            "it shorter."},
                                           rules_.longest_answer, *length));
        }
        given.answers.push_back({question.number, read});
    }

    // All that the row says, whichever columns there are beside: a question that is added to the
    // web survey later makes no other row of it. Rows that say the same are told apart by their
    // number.
    [[nodiscard]] std::string name_of(const CsvRow& row) {
        std::vector<std::string> said;
        for (std::size_t i = 0; i < headings().headings.size(); ++i) {
            const std::string text = cell(row, i);
            if (!text.empty()) said.push_back(heading_key(headings().headings[i]) + '=' + text);
        }
        std::sort(said.begin(), said.end());
        std::string name;
        for (const std::string& part : said) name += '\n' + part;
        return std::to_string(++alike_[name]) + name;
    }

    void add(const CsvRow& row, AnswersGiven given, const std::string& comment) {
        const std::string name = name_of(row);
        given.sheet = AnswerSheetId{rules_.id_of("answers " + name)};
        const MessageId message{rules_.id_of("comment " + name)};
        of_list_.insert(given.sheet);
        const bool has_sheet =
            !given.answers.empty() && !state_.answer_sheets().contains(given.sheet);
        const bool has_comment = !comment.empty() && !state_.messages().contains({message, {}});
        if (has_sheet) {
            ++plan_.sheets;
            const Uuid id = given.sheet.value;
            new_.emplace_back(id, Body{{}, ActingRole::organiser, std::move(given)});
        }
        if (has_comment) {
            ++plan_.comments;
            MessageLeft left{message, MessageKind::comment, comment, "", ""};
            new_.emplace_back(message.value, Body{{}, ActingRole::organiser, std::move(left)});
        }
        if (!has_sheet && !has_comment) ++plan_.known;
    }

    // A row whose heading or columns were changed since is another by its name, and says the same.
    void check_alike() {
        constexpr std::size_t a_few = 5;
        if (rules_.takes_alike) return;
        std::vector<std::vector<SurveyAnswer>> known;
        for (const auto& [id, sheet] : state_.answer_sheets()) {
            if (is_of_some_list(id) && !of_list_.contains(id)) known.push_back(sheet.answers);
        }
        std::size_t alike = 0;
        for (const auto& [id, body] : new_) {
            const auto *given = std::get_if<AnswersGiven>(&body.content);
            if (given == nullptr) continue;
            const auto found = std::find(known.begin(), known.end(), given->answers);
            if (found == known.end()) continue;
            ++alike;
            known.erase(found);
        }
        if (alike <= a_few || 2 * alike <= plan_.sheets) return;
        add_problem(0, "",
                    input_error({"{} of {} new rows answer just what rows do that were read in "
                                 "before. These look read in already, with other headings or "
                                 "columns. If they are not, say --take-alike."},
                                alike, plan_.sheets));
    }

    const EventState& state_;
    const AnswerListRules& rules_;
    AnswerListPlan& plan_;
    std::vector<SurveyQuestion> questions_;
    AnswerColumns columns_;
    HeadedTable table_;
    std::map<std::string, std::size_t> alike_;
    std::set<AnswerSheetId> of_list_;  // the sheets of its rows
    std::vector<std::pair<Uuid, Body>> new_;
};

}  // namespace

AnswerListPlan plan_answers(const ListSource& source, const EventState& state,
                            const AnswerListRules& rules) {
    AnswerListPlan plan;
    AnswerReader(source, state, rules, plan).read();
    return plan;
}

}  // namespace stormote
