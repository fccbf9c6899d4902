#include "kiosk/documents/survey_paper.h"

#include <fmt/format.h>

#include "kiosk/documents/event_paper.h"
#include "kiosk/documents/pdf/document_pdf.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

class SurveyPaper {
  public:
    SurveyPaper(const EventState& state, const Texts& texts) : state_(state), texts_(texts) {}

    Document compose(const SurveyReport& report) {
        Document document = begin_document(title(), state_, texts_);
        document.blocks.emplace_back(
            Paragraph{sheets_sentence(report.sheets), ParagraphStyle::lead});
        for (const SurveyResult& result : report.results) add(result, document.blocks);
        return document;
    }

  private:
    [[nodiscard]] std::string say(Sentence sentence) const { return texts_.get(sentence); }
    [[nodiscard]] std::string title() const {
        const std::string& name = state_.setting(SettingField::name);
        const std::string survey = say({"Survey"});
        return name.empty() ? survey : name + " · " + survey;
    }
    [[nodiscard]] std::string sheets_sentence(std::size_t sheets) const {
        return texts_.get_plural({"{} survey is filled in."}, {"{} surveys are filled in."},
                                 static_cast<std::int64_t>(sheets));
    }

    void add(const SurveyResult& result, std::vector<Block>& blocks) const {
        blocks.emplace_back(Heading{1, result.question.text});
        blocks.emplace_back(Paragraph{summary_of(result)});
        if (!result.counts.empty()) blocks.emplace_back(chart_of(result));
        BulletList texts;
        for (const std::string& text : result.texts) texts.items.push_back({text, ""});
        if (!texts.items.empty()) blocks.emplace_back(std::move(texts));
    }

    [[nodiscard]] std::string summary_of(const SurveyResult& result) const {
        if (result.answers == 0) return say({"Nobody has answered this."});
        const auto count = static_cast<std::int64_t>(result.answers);
        std::string answers = texts_.get_plural({"{} answer"}, {"{} answers"}, count);
        if (!result.is_shown()) {
            return answers + ". " +
                   say({"They are shown only when there are more than five, so that nobody can be "
                        "identified by an answer."});
        }
        if (result.question.answer != SurveyAnswerKind::scale) return answers;
        std::string average = fmt::format("{:.1f}", average_of(result));
        if (texts_.language() != "en") average.replace(average.find('.'), 1, ",");
        return texts_.get(Sentence{"{}, on average {} of {}"}, answers, average, survey_scale);
    }

    [[nodiscard]] BarChart chart_of(const SurveyResult& result) const {
        BarChart chart;
        for (std::size_t place = 0; place < result.counts.size(); ++place) {
            const std::size_t count = result.counts[place];
            const double share = static_cast<double>(count) / static_cast<double>(result.answers);
            Bar bar{label_of(result, place), static_cast<std::int64_t>(count),
                    fmt::format("{} ({:.0f} %)", count, share * 100)};
            if (!chart.meaning.empty()) chart.meaning += "; ";
            chart.meaning += bar.label + ": " + bar.shown;
            chart.bars.push_back(std::move(bar));
        }
        return chart;
    }

    // An answer that could be given.
    [[nodiscard]] std::string label_of(const SurveyResult& result, std::size_t place) const {
        if (result.question.answer == SurveyAnswerKind::yes_no) {
            return say(place == 0 ? Sentence{"Yes"} : Sentence{"No"});
        }
        std::string label = std::to_string(place + 1);
        if (place == 0 && !result.question.low.empty()) {
            label += " · " + result.question.low;
        } else if (place + 1 == result.counts.size() && !result.question.high.empty()) {
            label += " · " + result.question.high;
        }
        return label;
    }

    const EventState& state_;
    const Texts& texts_;
};

}  // namespace

Result<Document> compose_survey(const EventState& state, const Texts& texts) {
    const SurveyReport report = compile_survey(state);
    if (report.results.empty()) {
        return input_error({"The event has no survey. \"stormote import-survey\" reads one."});
    }
    return SurveyPaper(state, texts).compose(report);
}

Result<std::string> draw_survey(const EventState& state, const Texts& texts) {
    const auto document = compose_survey(state, texts);
    if (!document) return document.error();
    return write_pdf(*document);
}

}  // namespace stormote
