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

constexpr std::size_t survey_number_column = 0;
constexpr std::size_t survey_text_column = 1;
constexpr std::size_t answer_column = 2;
constexpr std::size_t low_column = 3;
constexpr std::size_t high_column = 4;
// All choices in one cell; those behind it hold one or more each.
constexpr std::size_t choices_column = 5;
constexpr std::size_t column_count = 16;

constexpr std::array<HeadingWord, 42> survey_headings{{{survey_number_column, "nr"},
                                                       {survey_number_column, "nummer"},
                                                       {survey_number_column, "no"},
                                                       {survey_number_column, "number"},
                                                       {survey_text_column, "fraga"},
                                                       {survey_text_column, "question"},
                                                       {survey_text_column, "text"},
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
                                                       {choices_column, "val"},
                                                       {choices_column, "alternativ"},
                                                       {choices_column, "svarsalternativ"},
                                                       {choices_column, "choices"},
                                                       {choices_column + 1, "val1"},
                                                       {choices_column + 2, "val2"},
                                                       {choices_column + 3, "val3"},
                                                       {choices_column + 4, "val4"},
                                                       {choices_column + 5, "val5"},
                                                       {choices_column + 6, "val6"},
                                                       {choices_column + 7, "val7"},
                                                       {choices_column + 8, "val8"},
                                                       {choices_column + 9, "val9"},
                                                       {choices_column + 10, "val10"},
                                                       {choices_column + 1, "choice1"},
                                                       {choices_column + 2, "choice2"},
                                                       {choices_column + 3, "choice3"},
                                                       {choices_column + 4, "choice4"},
                                                       {choices_column + 5, "choice5"},
                                                       {choices_column + 6, "choice6"},
                                                       {choices_column + 7, "choice7"},
                                                       {choices_column + 8, "choice8"},
                                                       {choices_column + 9, "choice9"},
                                                       {choices_column + 10, "choice10"}}};

HeadedColumns survey_columns() {
    static const TranslatedHeadings headings(
        survey_headings, column_count,
        {survey_text_column, low_column, high_column, choices_column});
    HeadedColumns columns{headings.words(),
                          headings.column_count(),
                          survey_number_column,
                          "Nr",
                          {"The column with the numbers of the questions is missing."},
                          {"The heading is not known. Use Nr, Fråga, Svar, Låg, Hög and Val."}};
    columns.translated = &headings;
    return columns;
}

struct AnswerWord {
    std::string_view word;  // folded
    SurveyAnswerKind kind;
};
constexpr std::array<AnswerWord, 26> answer_words{{{"ett val", SurveyAnswerKind::one_of},
                                                   {"ett av flera", SurveyAnswerKind::one_of},
                                                   {"en av", SurveyAnswerKind::one_of},
                                                   {"enval", SurveyAnswerKind::one_of},
                                                   {"envalsfraga", SurveyAnswerKind::one_of},
                                                   {"one of", SurveyAnswerKind::one_of},
                                                   {"one_of", SurveyAnswerKind::one_of},
                                                   {"flera val", SurveyAnswerKind::several_of},
                                                   {"flera av", SurveyAnswerKind::several_of},
                                                   {"flerval", SurveyAnswerKind::several_of},
                                                   {"flervalsfraga", SurveyAnswerKind::several_of},
                                                   {"several of", SurveyAnswerKind::several_of},
                                                   {"several_of", SurveyAnswerKind::several_of},
                                                   {"kryssrutor", SurveyAnswerKind::several_of},
                                                   {"skala", SurveyAnswerKind::scale},
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
                 std::size_t longest_answer, SurveyPlan& plan)
        : state_(state),
          has_waiting_(has_waiting),
          longest_answer_(longest_answer),
          plan_(plan),
          list_(source, survey_columns(), plan.problems) {}

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
        const auto number = whole_number(row.text(survey_number_column), most);
        if (!number) {
            return list_.complain(
                row, survey_number_column,
                input_error({"\"{}\" is not the number of a question. Write 1, 2, 3 and so on."},
                            row.text(survey_number_column)));
        }
        if (!list_.is_first(row, std::to_string(*number))) return;
        listed_.insert(*number);
        const std::string text = row.text(survey_text_column);
        if (text.empty()) {
            list_.complain(row, input_error({"The question is missing."}));
        } else if (const auto length = excess_length(text, FieldLimits::survey_question)) {
            list_.complain(row, survey_text_column,
                           input_error({"The question is longer than {} characters: it has {}. "
                                        "Make it shorter."},
                                       FieldLimits::survey_question, *length));
        }
        const auto answer = answer_of(row.text(answer_column));
        if (!answer) {
            list_.complain(row, input_error({"\"{}\" is not a kind of answer. Write skala, ja/nej, "
                                             "text, ett val or flera val."},
                                            row.text(answer_column)));
            return;
        }
        check_ends(row, *answer);
        const std::vector<std::string> choices = read_choices(row);
        check_choices(row, *answer, choices);
        check_answered(row, *number, *answer);
        ++plan_.questions;
        SurveyQuestion question{*number, *answer, text, row.text(low_column),
                                row.text(high_column)};
        question.choices = choices;
        read_translations(row, question);
        add(question);
    }

    // What the list has no column for stays as long as the words do that it translates.
    void read_translations(const HeadedRow& row, SurveyQuestion& question) {
        const auto known = state_.survey().find(question.number);
        const auto read = [&](std::size_t column, SurveyField field, const std::string& text,
                              std::size_t longest) {
            const bool stays = known != state_.survey().end() && known->second.get(field) == text;
            return list_.translations(row, column, text,
                                      stays ? known->second.translations(field) : Translations(),
                                      longest);
        };
        question.texts = read(survey_text_column, SurveyField::text, question.text,
                              FieldLimits::survey_question);
        question.lows = read(low_column, SurveyField::low, question.low, FieldLimits::scale_end);
        question.highs =
            read(high_column, SurveyField::high, question.high, FieldLimits::scale_end);
        question.choice_lines = read(choices_column, SurveyField::choices,
                                     answer_of_choices(question, question.choices),
                                     most_survey_choices * FieldLimits::survey_choice);
        for (std::size_t language = 0; language < further_languages.size(); ++language) {
            std::string& lines = question.choice_lines[language];
            std::replace(lines.begin(), lines.end(), ';', '\n');
            check_translation(row, question, language);
        }
    }

    // A question that is half in one language and half in another is asked in neither.
    void check_translation(const HeadedRow& row, const SurveyQuestion& question,
                           std::size_t language) {
        const std::vector<std::string> choices = survey_choices(question.choice_lines[language]);
        const std::size_t column = place_of_translation(row, language);
        const bool is_begun = !question.texts[language].empty() ||
                              !question.lows[language].empty() ||
                              !question.highs[language].empty() || !choices.empty();
        if (!is_begun) return;
        if (question.choices.empty() && !choices.empty()) return;  // said already
        check_each(row, column, choices);
        if (choices.size() != question.choices.size()) {
            list_.complain(
                row, column,
                input_error({"There are {} choices in \"{}\", and {} in Swedish. "
                             "Translate each of them, in the same order."},
                            choices.size(), further_languages[language], question.choices.size()));
        } else if (!question.is_said_in(language)) {
            list_.complain(row, column,
                           input_error({"Only a part of the question is translated into \"{}\". "
                                        "Translate the question, the ends of its scale and its "
                                        "choices, or nothing of it."},
                                       further_languages[language]));
        }
    }

    // The column that a translation's problem is named by.
    [[nodiscard]] static std::size_t place_of_translation(const HeadedRow& row,
                                                          std::size_t language) {
        const TranslatedHeadings& headings = *survey_columns().translated;
        for (const std::size_t column :
             {choices_column, low_column, high_column, survey_text_column}) {
            const std::size_t place = headings.place(column, language);
            if (!row.text(place).empty()) return place;
        }
        return survey_text_column;
    }

    [[nodiscard]] static std::vector<std::string> read_choices(const HeadedRow& row) {
        std::vector<std::string> choices;
        for (std::size_t column = choices_column; column < column_count; ++column) {
            const std::string cell = row.text(column);
            for (const std::string_view part : split_text(cell, ';')) {
                std::string choice = trim_text(part);
                if (!choice.empty()) choices.push_back(std::move(choice));
            }
        }
        return choices;
    }

    // The column that choices stand in, as far as the list has one.
    [[nodiscard]] static std::size_t column_of_choices(const HeadedRow& row) {
        std::size_t column = choices_column;
        while (column + 1 < column_count && row.text(column).empty()) ++column;
        return row.text(column).empty() ? choices_column : column;
    }

    void check_choices(const HeadedRow& row, SurveyAnswerKind answer,
                       const std::vector<std::string>& choices) {
        const std::size_t column = column_of_choices(row);
        if (!has_choices(answer)) {
            if (choices.empty()) return;
            return list_.complain(
                row, column,
                input_error({"Only ett val and flera val have choices. Write one of them under "
                             "Svar, or leave the choices out."}));
        }
        if (choices.size() < 2) {
            return list_.complain(
                row, column,
                input_error({"There are fewer than two choices. Write them under Val, with "
                             "semicolons between them."}));
        }
        if (choices.size() > most_survey_choices) {
            list_.complain(row, column,
                           input_error({"There are {} choices, but a question takes at most {}."},
                                       choices.size(), most_survey_choices));
        }
        check_each(row, column, choices);
        if (answer == SurveyAnswerKind::several_of) check_together(row, column, choices);
    }

    // Whoever chooses all of them gives an answer like any other.
    void check_together(const HeadedRow& row, std::size_t column,
                        const std::vector<std::string>& choices) {
        std::string all;
        for (const std::string& choice : choices) all += (all.empty() ? "" : "\n") + choice;
        if (const auto length = excess_length(all, longest_answer_)) {
            list_.complain(row, column,
                           input_error({"Together the choices are longer than {} characters: they "
                                        "have {}. Make them shorter."},
                                       longest_answer_, *length));
        }
    }

    void check_each(const HeadedRow& row, std::size_t column,
                    const std::vector<std::string>& choices) {
        std::set<std::string> known;
        for (const std::string& choice : choices) {
            if (!known.insert(fold_text(choice)).second) {
                list_.complain(
                    row, column,
                    input_error({"\"{}\" stands among the choices twice. Keep one of them."},
                                choice));
            }
            if (const auto length = excess_length(choice, FieldLimits::survey_choice)) {
                list_.complain(row, column,
                               input_error({"\"{}\" is longer than {} characters: it has {}. Make "
                                            "it shorter."},
                                           choice, FieldLimits::survey_choice, *length));
            }
        }
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
            list_.complain(row, survey_number_column,
                           input_error({"Question {} was or may have been answered in another way "
                                        "already. Give this one another number."},
                                       number));
        }
    }

    void add(const SurveyQuestion& question) {
        FieldSetter<SurveyField> fields;
        const auto known = state_.survey().find(question.number);
        const LatestFields *present = known == state_.survey().end() ? nullptr : &known->second;
        const auto take = [&](SurveyField field, const std::string& value,
                              const Translations& translations) {
            set_changed_words(fields, field, value, translations, present);
        };
        take(SurveyField::text, question.text, question.texts);
        take(SurveyField::answer, survey_answer_name(question.answer), {});
        take(SurveyField::low, question.low, question.lows);
        take(SurveyField::high, question.high, question.highs);
        take(SurveyField::choices, answer_of_choices(question, question.choices),
             question.choice_lines);
        FieldTexts changes = fields.take();
        if (changes.empty()) return;
        ++plan_.changed;
        plan_.bodies.push_back({{},
                                ActingRole::organiser,
                                SurveyQuestionDescribed{question.number, std::move(changes)}});
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
    std::size_t longest_answer_;
    SurveyPlan& plan_;
    HeadedList list_;
    std::set<SurveyNumber> listed_;
};

}  // namespace

SurveyPlan plan_survey(const ListSource& source, const EventState& state, bool has_waiting,
                       std::size_t longest_answer) {
    SurveyPlan plan;
    SurveyReader(source, state, has_waiting, longest_answer, plan).read();
    return plan;
}

}  // namespace stormote
