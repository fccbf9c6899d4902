#include "kiosk/documents/papers/survey_blocks.h"

#include <fmt/format.h>

#include "kiosk/documents/papers/paper_frame.h"

namespace stormote {

namespace {

std::string label_of(const SurveyResult& result, std::size_t place, const Texts& texts) {
    if (result.question.answer == SurveyAnswerKind::yes_no) {
        return texts.get(place == 0 ? Sentence{"Yes"} : Sentence{"No"});
    }
    if (has_choices(result.question.answer)) return result.choices[place];
    std::string label = std::to_string(place + 1);
    if (place == 0 && !result.question.low.empty()) label += " · " + result.question.low;
    const bool is_last = place + 1 == result.counts.size();
    if (is_last && !result.question.high.empty()) label += " · " + result.question.high;
    return label;
}

// "37 answers, on average 4.2 of 5"; where they are hidden, why.
std::string survey_summary(const SurveyResult& result, const Texts& texts) {
    if (result.answers == 0) return texts.get({"Nobody has answered this."});
    const auto count = static_cast<std::int64_t>(result.answers);
    std::string answers = texts.get_plural({"{} answer"}, {"{} answers"}, count);
    if (!result.is_shown()) {
        return answers + ". " +
               texts.get({"They are shown only when there are more than five, so that nobody can "
                          "be identified by an answer."});
    }
    if (result.question.answer == SurveyAnswerKind::several_of) {
        return texts.get(Sentence{"{}, each of one choice or more"}, answers);
    }
    if (result.question.answer != SurveyAnswerKind::scale) return answers;
    std::string average = fmt::format("{:.1f}", average_of(result));
    if (texts.language() != "en") average.replace(average.find('.'), 1, ",");
    return texts.get(Sentence{"{}, on average {} of {}"}, answers, average, survey_scale);
}

// A row for each answer that can be given. None where they are hidden, and of texts.
std::vector<Bar> survey_bars(const SurveyResult& result, const Texts& texts) {
    std::vector<Bar> bars;
    for (std::size_t place = 0; place < result.counts.size(); ++place) {
        const auto count = static_cast<std::int64_t>(result.counts[place]);
        bars.push_back({label_of(result, place, texts), count,
                        share_text(count, static_cast<std::int64_t>(result.answers))});
    }
    return bars;
}

BarChart chart_of(const SurveyResult& result, const Texts& texts) {
    BarChart chart{"", "", survey_bars(result, texts)};
    for (const Bar& bar : chart.bars) {
        chart.meaning += (chart.meaning.empty() ? "" : "; ") + bar.label + ": " + bar.shown;
    }
    chart.meaning = result.question.text + " " + chart.meaning + ".";
    return chart;
}

}  // namespace

void add_survey(std::vector<Block>& blocks, const SurveyReport& report, const Texts& texts,
                int level) {
    for (const SurveyResult& result : report.results) {
        blocks.emplace_back(Heading{level, result.question.text});
        blocks.emplace_back(Paragraph{survey_summary(result, texts), ParagraphStyle::aside});
        if (!result.counts.empty()) blocks.emplace_back(chart_of(result, texts));
        if (result.texts.empty()) continue;
        BulletList list;
        for (const std::string& text : result.texts) list.items.push_back({text, ""});
        blocks.emplace_back(std::move(list));
    }
}

Result<Document> compose_survey(const EventState& state, const Texts& texts) {
    const SurveyReport report = compile_survey(state);
    if (report.results.empty()) {
        return input_error({"The event has no survey. \"stormote import-survey\" reads one."});
    }
    Document paper = begin_plain_paper(state, {"Survey"}, texts);
    paper.blocks.emplace_back(
        Paragraph{texts.get_plural({"{} survey is filled in."}, {"{} surveys are filled in."},
                                   static_cast<std::int64_t>(report.sheets)),
                  ParagraphStyle::lead});
    add_survey(paper.blocks, report, texts, 1);
    return paper;
}

}  // namespace stormote
