#include "kiosk/documents/survey_paper.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/documents/event_paper.h"
#include "kiosk/documents/house_style.h"
#include "kiosk/documents/pdf/pdf_paper.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

constexpr double margin = 18;
constexpr double width = a4_upright.width_mm - 2 * margin;
constexpr double bottom = a4_upright.height_mm - margin;
constexpr double label_width = 52;
constexpr double value_width = 34;
constexpr double gap = 4;
constexpr double bar_width = width - label_width - value_width - 2 * gap;
constexpr double bar_height = 6;
constexpr std::uint32_t track_colour = 0xE9E4DA;
constexpr std::uint32_t usual_colour = 0x0B4F5C;

// A row of a chart: an answer that could be given, and how many gave it.
struct Bar {
    std::string label;
    std::size_t count = 0;
};

class SurveyPaper {
  public:
    SurveyPaper(const EventState& state, const Texts& texts)
        : state_(state), texts_(texts), paper_(a4_upright, describe_paper(title(), state, texts)) {
        colour_ = parse_colour(state.setting(SettingField::colour)).value_or(usual_colour);
    }

    std::string draw(const SurveyReport& report) {
        write({title(), 9, true, false, PaperTag::title}, 2);
        write({sheets_sentence(report.sheets), 5}, 1);
        paper_.rule({margin, top_ + 1, width, 0.5});
        top_ += 6;
        for (const SurveyResult& result : report.results) draw(result);
        paper_.end_page();
        return paper_.finish();
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

    // Goes on at the top of the next page where that much is not left of this one.
    void need(double height) {
        if (top_ + height <= bottom || top_ <= margin) return;
        paper_.end_page();
        top_ = margin;
    }
    void write(const PaperText& words, double below) {
        need(paper_.height_of(words, width));
        top_ += paper_.write(words, margin, top_, width) + below;
    }

    void draw(const SurveyResult& result) {
        const PaperText question{result.question.text, 6, true, false, PaperTag::heading};
        const PaperText under{summary_of(result), 4.4};
        const std::vector<Bar> bars = bars_of(result);
        double height = paper_.height_of(question, width) + paper_.height_of(under, width);
        for (const Bar& bar : bars) height += row_height(bar);
        // A heading is not parted from what stands under it, nor a chart in two.
        need(std::min(height + line_height, bottom - margin));
        write(question, 1);
        write(under, 2);
        for (const Bar& bar : bars) draw(bar, result.answers);
        for (const std::string& text : result.texts) {
            write({"– " + text, 4.6, false, false, PaperTag::list_item}, 1.5);
        }
        top_ += 8;
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

    [[nodiscard]] std::vector<Bar> bars_of(const SurveyResult& result) const {
        std::vector<Bar> bars;
        for (std::size_t place = 0; place < result.counts.size(); ++place) {
            std::string label = std::to_string(place + 1);
            if (result.question.answer == SurveyAnswerKind::yes_no) {
                label = say(place == 0 ? Sentence{"Yes"} : Sentence{"No"});
            } else if (place == 0 && !result.question.low.empty()) {
                label += " · " + result.question.low;
            } else if (place + 1 == result.counts.size() && !result.question.high.empty()) {
                label += " · " + result.question.high;
            }
            bars.push_back({std::move(label), result.counts[place]});
        }
        return bars;
    }

    [[nodiscard]] static PaperText label_words(const Bar& bar) {
        return {bar.label, 4.6, false, false, PaperTag::list_item};
    }
    [[nodiscard]] double row_height(const Bar& bar) const {
        return std::max(paper_.height_of(label_words(bar), label_width), bar_height) + 2;
    }

    void draw(const Bar& bar, std::size_t answers) {
        const double height = row_height(bar);
        need(height);
        const double share = static_cast<double>(bar.count) / static_cast<double>(answers);
        const double left = margin + label_width + gap;
        paper_.rule({left, top_, bar_width, bar_height}, track_colour);
        paper_.rule({left, top_, bar_width * share, bar_height}, colour_);
        const std::string value = fmt::format("{} ({:.0f} %)", bar.count, share * 100);
        const std::array<PlacedText, 2> words{
            {{label_words(bar), margin, label_width},
             {{value, 4.6}, left + bar_width + gap, value_width}}};
        paper_.write_beside(words, top_);
        top_ += height;
    }

    static constexpr double line_height = 8;

    const EventState& state_;
    const Texts& texts_;
    PdfPaper paper_;
    std::uint32_t colour_ = usual_colour;
    double top_ = margin;
};

}  // namespace

Result<std::string> draw_survey(const EventState& state, const Texts& texts) {
    const SurveyReport report = compile_survey(state);
    if (report.results.empty()) {
        return input_error({"The event has no survey. \"stormote import-survey\" reads one."});
    }
    return SurveyPaper(state, texts).draw(report);
}

}  // namespace stormote
