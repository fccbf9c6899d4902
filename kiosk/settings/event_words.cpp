#include "kiosk/settings/event_words.h"

#include <algorithm>

#include "kiosk/lists/field_limits.h"
#include "kiosk/settings/setting_values.h"
#include "sync/base/text_folding.h"
#include "sync/model/survey.h"

namespace stormote {

namespace {

using Of = WordPlace::Of;

constexpr std::size_t longest_lines = 2'000;
// A number by itself: which thing it describes is said beside.
enum class AnyField : FieldNumber {};

std::string on_one_line(std::string lines) {
    std::string line;
    for (const std::string_view each : split_text(lines, '\n')) {
        line += (line.empty() ? "" : "; ") + std::string(each);
    }
    return line;
}

const LatestFields *fields_of(const EventState& state, const WordPlace& place) {
    const auto find = [&place](const auto& known) {
        const auto found = known.find(place.number);
        return found == known.end() ? nullptr : &found->second;
    };
    switch (place.of) {
        case Of::settings:
            return &state.settings();
        case Of::question:
            return find(state.questions());
        case Of::table:
            return find(state.groups());
        case Of::survey:
            break;
    }
    return find(state.survey());
}

class Words {
  public:
    Words(const EventState& state, std::size_t language, const Texts& texts)
        : state_(state), language_(language), texts_(texts) {}

    std::vector<EventWord> take() {
        for (const SettingRule& rule : setting_rules()) add_setting(rule);
        for (const AgendaQuestion& question : agenda_questions(state_)) {
            const Part part{{Of::question, question.number},
                            texts_.get(Sentence{"Question {}"}, question.number)};
            add(part, QuestionField::title, Sentence{"Title"}, longest_question_title);
            add(part, QuestionField::text, Sentence{"The question"}, longest_question_text);
        }
        for (const auto& [number, fields] : state_.groups()) {
            const Part part{{Of::table, number}, texts_.get(Sentence{"Table {}"}, number)};
            add(part, GroupField::name, Sentence{"Name"}, FieldLimits::table_name);
            add(part, GroupField::place, Sentence{"Place"}, FieldLimits::table_place);
        }
        for (const SurveyQuestion& question : survey_questions(state_)) add_survey(question);
        return std::move(words_);
    }

  private:
    void add_setting(const SettingRule& rule) {
        if (!has_translations(rule)) return;
        add({{Of::settings, 0, number(rule.field)},
             texts_.get(rule.label),
             "",
             "",
             rule.most > 0 ? longest_lines : rule.longest,
             rule.value});
    }

    void add_survey(const SurveyQuestion& question) {
        const Part part{{Of::survey, question.number},
                        texts_.get(Sentence{"Survey, question {}"}, question.number)};
        add(part, SurveyField::text, Sentence{"The question"}, FieldLimits::survey_question);
        add(part, SurveyField::low, Sentence{"Lowest on the scale"}, FieldLimits::scale_end);
        add(part, SurveyField::high, Sentence{"Highest on the scale"}, FieldLimits::scale_end);
        add(part, SurveyField::choices, Sentence{"Choices"}, longest_lines, SettingValue::lines);
    }

    struct Part {
        WordPlace place;
        std::string name;
    };
    template <typename Field>
    void add(const Part& part, Field field, Sentence label, std::size_t longest,
             SettingValue value = SettingValue::text) {
        add({{part.place.of, part.place.number, number(field)},
             part.name + " · " + texts_.get(label),
             "",
             "",
             longest,
             value});
    }

    void add(EventWord word) {
        const LatestFields *fields = fields_of(state_, word.place);
        if (fields == nullptr) return;
        const auto field = static_cast<AnyField>(word.place.field);
        word.swedish = fields->get(field);
        if (word.swedish.empty()) return;
        word.translation = fields->translations(field)[language_];
        if (word.value != SettingValue::text) {
            word.swedish = on_one_line(word.swedish);
            word.translation = on_one_line(word.translation);
        }
        words_.push_back(std::move(word));
    }

    const EventState& state_;
    std::size_t language_;
    const Texts& texts_;
    std::vector<EventWord> words_;
};

// Of a survey's choices a line each, as many as there are in Swedish.
Result<std::string> read_word(const EventWord& word, const std::string& text) {
    if (auto excess = check_length(text, word.longest)) return std::move(*excess);
    if (word.value != SettingValue::lines || text.empty()) return text;
    std::string lines;
    for (const std::string_view each : split_text(text, ';')) {
        lines += (lines.empty() ? "" : "\n") + trim_text(each);
    }
    const std::size_t count = survey_choices(lines).size();
    const auto wanted =
        static_cast<std::size_t>(std::count(word.swedish.begin(), word.swedish.end(), ';') + 1);
    if (count == wanted) return lines;
    return input_error({"{} has {} names, and {} has {}. Translate each of them, in the same "
                        "order."},
                       word.label, count, word.swedish, wanted);
}

std::string swedish_now(const Desk& desk, const WordPlace& place) {
    const LatestFields *fields = fields_of(desk.state(), place);
    return fields == nullptr ? "" : fields->get(static_cast<AnyField>(place.field));
}

// A translation of words that were changed meanwhile would pass for one of the new ones.
bool is_as_read(const Desk& desk, const EventWord& word) {
    const std::string swedish = swedish_now(desk, word.place);
    return (word.value == SettingValue::text ? swedish : on_one_line(swedish)) == word.swedish;
}

Error changed_since() {
    return input_error({"Somebody has changed it since. Look at how it stands now."});
}

std::string said_now(const Desk& desk, const TranslationStep& step) {
    const LatestFields *fields = fields_of(desk.state(), step.place);
    if (fields == nullptr) return "";
    return fields->translations(static_cast<AnyField>(step.place.field))[step.language];
}

void record(Desk& desk, const TranslationStep& step, Actor actor) {
    const FieldNumber field =
        number(translated(static_cast<AnyField>(step.place.field), step.language));
    FieldTexts fields{{field, step.to}};
    Body body{{}, actor.role, QuestionDescribed{step.place.number, fields}};
    if (step.place.of == Of::table) {
        body.content = GroupDescribed{step.place.number, std::move(fields)};
    } else if (step.place.of == Of::survey) {
        body.content = SurveyQuestionDescribed{step.place.number, std::move(fields)};
    }
    desk.record({&body, 1});
}

}  // namespace

std::vector<EventWord> event_words(const EventState& state, std::size_t language,
                                   const Texts& texts) {
    return Words(state, language, texts).take();
}

Result<WordStep> translate_word(Desk& desk, const EventWord& word, std::size_t language,
                                const std::string& text, const Texts& texts, Actor actor) {
    if (!is_as_read(desk, word)) return changed_since();
    if (word.place.of == Of::settings) {
        const auto field = static_cast<SettingField>(word.place.field);
        const SaidSettings said{{translated(field, language), {word.label, text}}};
        auto step = change_settings(desk, said, texts, actor);
        if (!step) return step.error();
        return WordStep{std::move(step).value()};
    }
    auto read = read_word(word, text);
    if (!read) return read.error();
    TranslationStep step{word.place, language, swedish_now(desk, word.place), "", *read};
    step.from = said_now(desk, step);
    if (step.from != step.to) record(desk, step, actor);
    return WordStep{std::move(step)};
}

Result<> take_back(Desk& desk, const TranslationStep& step, Actor actor) {
    if (said_now(desk, step) != step.to || swedish_now(desk, step.place) != step.swedish) {
        return changed_since();
    }
    record(desk, {step.place, step.language, step.swedish, step.to, step.from}, actor);
    return Done{};
}

}  // namespace stormote
