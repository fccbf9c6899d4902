#include "kiosk/lists/survey_list.h"

#include <algorithm>
#include <array>
#include <set>

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/headed_list.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t number_column = 0;
constexpr std::size_t text_column = 1;
constexpr std::size_t answer_column = 2;
constexpr std::size_t low_column = 3;
constexpr std::size_t high_column = 4;

constexpr std::array<HeadingWord, 18> headings{{{number_column, "nr"},
                                                {number_column, "nummer"},
                                                {number_column, "no"},
                                                {number_column, "number"},
                                                {text_column, "fraga"},
                                                {text_column, "question"},
                                                {answer_column, "svar"},
                                                {answer_column, "svarstyp"},
                                                {answer_column, "answer"},
                                                {low_column, "lag"},
                                                {low_column, "lagst"},
                                                {low_column, "low"},
                                                {low_column, "1"},
                                                {high_column, "hog"},
                                                {high_column, "hogst"},
                                                {high_column, "high"},
                                                {high_column, "5"},
                                                {text_column, "text"}}};

constexpr HeadedColumns columns{headings,
                                5,
                                number_column,
                                "Nr",
                                {"The column with the numbers of the questions is missing."},
                                {"The heading is not known. Use Nr, Fråga, Svar, Låg and Hög."}};

struct AnswerWord {
    std::string_view word;  // folded
    SurveyAnswerKind kind;
};
constexpr std::array<AnswerWord, 12> answer_words{{{"skala", SurveyAnswerKind::scale},
                                                   {"scale", SurveyAnswerKind::scale},
                                                   {"1-5", SurveyAnswerKind::scale},
                                                   {"ja/nej", SurveyAnswerKind::yes_no},
                                                   {"ja nej", SurveyAnswerKind::yes_no},
                                                   {"ja eller nej", SurveyAnswerKind::yes_no},
                                                   {"yes/no", SurveyAnswerKind::yes_no},
                                                   {"yes_no", SurveyAnswerKind::yes_no},
                                                   {"text", SurveyAnswerKind::text},
                                                   {"fritext", SurveyAnswerKind::text},
                                                   {"fri text", SurveyAnswerKind::text},
                                                   {"free text", SurveyAnswerKind::text}}};

std::optional<SurveyAnswerKind> answer_of(const std::string& text) {
    const auto *const found = std::find_if(
        answer_words.begin(), answer_words.end(),
        [folded = fold_text(text)](const auto& known) { return known.word == folded; });
    if (found == answer_words.end()) return std::nullopt;
    return found->kind;
}

class SurveyReader {
  public:
    SurveyReader(const ListSource& source, const EventState& state, bool has_waiting,
                 SurveyPlan& plan)
        : state_(state),
          has_waiting_(has_waiting),
          plan_(plan),
          list_(source, columns, plan.problems) {}

    void read() {
        plan_.notes = list_.notes();
        if (!plan_.problems.empty()) return;
        for (const HeadedRow& row : list_.rows()) read(row);
        if (plan_.questions > most_survey_questions) {
            plan_.problems.push_back(
                {0, "",
                 input_error({"There are {} questions, but the survey takes at most {}."},
                             plan_.questions, most_survey_questions)});
        }
        take_away_others();
        if (!plan_.problems.empty()) plan_.bodies.clear();
    }

  private:
    void read(const HeadedRow& row) {
        constexpr int most = 999;
        const auto number = whole_number(row.text(number_column), most);
        if (!number) {
            return list_.complain(
                row, number_column,
                input_error({"\"{}\" is not the number of a question. Write 1, 2, 3 and so on."},
                            row.text(number_column)));
        }
        if (!list_.is_first(row, std::to_string(*number))) return;
        listed_.insert(*number);
        const std::string text = row.text(text_column);
        if (text.empty()) {
            list_.complain(row, input_error({"The question is missing."}));
        } else if (const auto length = excess_length(text, FieldLimits::survey_question)) {
            list_.complain(row, text_column,
                           input_error({"The question is longer than {} characters: it has {}. "
                                        "Make it shorter."},
                                       FieldLimits::survey_question, *length));
        }
        const auto answer = answer_of(row.text(answer_column));
        if (!answer) {
            list_.complain(
                row, input_error({"\"{}\" is not a kind of answer. Write skala, ja/nej or text."},
                                 row.text(answer_column)));
            return;
        }
        check_ends(row, *answer);
        check_answered(row, *number, *answer);
        ++plan_.questions;
        add(row, *number, text, *answer);
    }

    void check_ends(const HeadedRow& row, SurveyAnswerKind answer) {
        for (const std::size_t column : {low_column, high_column}) {
            const std::string text = row.text(column);
            if (!text.empty() && answer != SurveyAnswerKind::scale) {
                list_.complain(row, column,
                               input_error({"Only a scale can have words for its ends."}));
            } else if (const auto length = excess_length(text, FieldLimits::scale_end)) {
                list_.complain(row, column,
                               input_error({"That is longer than {} characters: it has {}. Make it "
                                            "shorter."},
                                           FieldLimits::scale_end, *length));
            }
        }
    }

    // What was answered must not be taken for the answer to something else. What waits is not read
    // before its time: any of it may answer this question.
    void check_answered(const HeadedRow& row, SurveyNumber number, SurveyAnswerKind answer) {
        const auto known = state_.survey().find(number);
        if (known == state_.survey().end()) return;
        const auto before = parse_survey_answer(known->second.get(SurveyField::answer));
        if (!before || before == answer) return;
        const auto answers_it = [number](const auto& entry) {
            const auto& answers = entry.second.answers;
            return std::any_of(answers.begin(), answers.end(),
                               [number](const auto& given) { return given.question == number; });
        };
        if (has_waiting_ ||
            std::any_of(state_.answer_sheets().begin(), state_.answer_sheets().end(), answers_it)) {
            list_.complain(row, number_column,
                           input_error({"Question {} was or may have been answered in another way "
                                        "already. Give this one another number."},
                                       number));
        }
    }

    void add(const HeadedRow& row, SurveyNumber number, const std::string& text,
             SurveyAnswerKind answer) {
        FieldSetter<SurveyField> fields;
        const auto known = state_.survey().find(number);
        const auto take = [&](SurveyField field, const std::string& value) {
            const bool is_known = known != state_.survey().end();
            if (value != (is_known ? known->second.get(field) : "")) fields.set(field, value);
        };
        take(SurveyField::text, text);
        take(SurveyField::answer, survey_answer_name(answer));
        take(SurveyField::low, row.text(low_column));
        take(SurveyField::high, row.text(high_column));
        FieldTexts changes = fields.take();
        if (changes.empty()) return;
        ++plan_.changed;
        plan_.bodies.push_back(
            {{}, ActingRole::organiser, SurveyQuestionDescribed{number, std::move(changes)}});
    }

    void take_away_others() {
        for (const SurveyQuestion& question : survey_questions(state_)) {
            if (listed_.contains(question.number)) continue;
            ++plan_.taken_away;
            FieldSetter<SurveyField> fields;
            fields.set(SurveyField::text, "");
            plan_.bodies.push_back({{},
                                    ActingRole::organiser,
                                    SurveyQuestionDescribed{question.number, fields.take()}});
        }
    }

    const EventState& state_;
    bool has_waiting_;
    SurveyPlan& plan_;
    HeadedList list_;
    std::set<SurveyNumber> listed_;
};

}  // namespace

SurveyPlan plan_survey(const ListSource& source, const EventState& state, bool has_waiting) {
    SurveyPlan plan;
    SurveyReader(source, state, has_waiting, plan).read();
    return plan;
}

}  // namespace stormote
