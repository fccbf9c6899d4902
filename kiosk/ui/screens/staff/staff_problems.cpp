#include "kiosk/ui/screens/staff/staff_problems.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 32;

// One problem as a card: when and what, and what can be done, beside it or below where the screen
// is narrow.
class ProblemCard {
  public:
    ProblemCard(Ui& ui, float width, const ProblemLine& problem, std::size_t index)
        : ui_(ui), problem_(problem) {
        const std::string number = std::to_string(index);
        ids_ = {"print_" + number, "open_" + number, "done_" + number};
        // Newest first: two of a kind are told apart by when they were.
        const auto add = [&](std::size_t id, Sentence label, Icon icon) {
            const std::string words = ui.say(label);
            chips_.push_back({.id = ids_.at(id),
                              .label = words,
                              .icon = icon,
                              .name = words + ": " + problem.text + " " + problem.time_text});
        };
        if (problem.can_print) add(0, {"Print again"}, Icon::printer);
        if (problem.can_open) add(1, {"Show the person"}, Icon::person);
        add(2, {"Done"}, Icon::check);
        inside_ = width - ui.px(2 * padding);
        for (const ChipStyle& style : chips_) {
            const Size size = chip_size(ui, style);
            chips_size_.width += size.width + (chips_size_.width > 0 ? ui.px(unit::gap) : 0);
            chips_size_.height = std::max(chips_size_.height, size.height);
        }
        time_width_ = measure_text(ui, 0, "00.00", time_style()).width + ui.px(32);
        is_wide_ = chips_size_.width < inside_ * 0.5F;
        if (chips_size_.width > inside_) {
            is_stacked_ = true;
            const auto count = static_cast<float>(chips_.size());
            chips_size_ = {inside_, count * chips_size_.height + (count - 1) * ui.px(unit::gap)};
        }
        words_width_ = inside_ - time_width_ - (is_wide_ ? chips_size_.width + ui.px(32) : 0);
        words_height_ = measure_text(ui, words_width_, problem.text, text_style()).height;
    }

    [[nodiscard]] float height() const {
        const float body = is_wide_ ? std::max(words_height_, chips_size_.height)
                                    : words_height_ + ui_.px(unit::gap) + chips_size_.height;
        return body + 2 * ui_.px(20);
    }

    // The id's number of the chip that was pressed. Only what is wholly in sight can be touched.
    std::optional<std::size_t> draw(const Rect& rect, bool in_sight) {
        card(ui_, rect);
        Rect bounds = rect.inset(ui_.px(padding), ui_.px(20));
        Rect chips = is_wide_ ? bounds.take_right(chips_size_.width)
                              : bounds.take_bottom(chips_size_.height);
        const Rect words{bounds.left + time_width_, bounds.top, words_width_ + 1, bounds.height};
        if (in_sight) {
            draw_text(ui_, bounds, problem_.time_text, time_style());
            draw_text(ui_, words, problem_.text, text_style());
        } else {
            paint_text(ui_, bounds, problem_.time_text, time_style());
            paint_text(ui_, words, problem_.text, text_style());
            return std::nullopt;
        }
        float top = chips.top + std::round((chips.height - chips_size_.height) / 2);
        float left = is_wide_ ? chips.left : chips.right() - chips_size_.width;
        std::optional<std::size_t> pressed;
        for (const ChipStyle& style : chips_) {
            const Size size = chip_size(ui_, style);
            const Rect place{is_stacked_ ? chips.left : left, top,
                             is_stacked_ ? inside_ : size.width, size.height};
            if (chip(ui_, place, style)) {
                pressed = static_cast<std::size_t>(std::find(ids_.begin(), ids_.end(), style.id) -
                                                   ids_.begin());
            }
            if (is_stacked_) {
                top += size.height + ui_.px(unit::gap);
            } else {
                left += size.width + ui_.px(unit::gap);
            }
        }
        return pressed;
    }

  private:
    [[nodiscard]] TextBlockStyle time_style() const {
        TextBlockStyle style = strong_text_style(ui_.theme(), unit::body);
        if (is_wide_) style.vertical = Vertical::middle;
        return style;
    }
    [[nodiscard]] TextBlockStyle text_style() const {
        TextBlockStyle style;
        style.colour = ui_.theme().ink;
        style.personal = problem_.can_open;
        if (is_wide_) style.vertical = Vertical::middle;
        return style;
    }

    Ui& ui_;
    const ProblemLine& problem_;
    std::vector<std::string> ids_;
    std::vector<ChipStyle> chips_;
    Size chips_size_;
    bool is_wide_ = false;
    bool is_stacked_ = false;  // the chips below each other
    float inside_ = 0;
    float time_width_ = 0;
    float words_width_ = 0;
    float words_height_ = 0;
};

StaffProblemsIntent intent_of(std::size_t chip, std::size_t index) {
    if (chip == 0) return PrintLabelOf{index};
    if (chip == 1) return OpenPersonOf{index};
    return DismissProblem{index};
}

float list_height(Ui& ui, float width, const StaffProblemsView& view) {
    float height = 0;
    for (std::size_t i = 0; i < view.problems.size(); ++i) {
        height += ProblemCard(ui, width, view.problems[i], i).height() + ui.px(unit::gap);
    }
    return height;
}

std::optional<StaffProblemsIntent> draw_list(Ui& ui, const Rect& bounds,
                                             const StaffProblemsView& view) {
    std::optional<StaffProblemsIntent> intent;
    const ScrolledBounds scrolled = draw_scroll(
        ui, "problems", bounds, [&](float width) { return list_height(ui, width, view); },
        view.scroll);
    if (!(scrolled.scroll == view.scroll)) intent = ScrollProblems{scrolled.scroll};
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), 0));
    float top = scrolled.top;
    for (std::size_t i = 0; i < view.problems.size(); ++i) {
        ProblemCard problem(ui, scrolled.bounds.width, view.problems[i], i);
        const Rect rect{scrolled.bounds.left, top, scrolled.bounds.width, problem.height()};
        top += rect.height + ui.px(unit::gap);
        if (!is_in_sight(scrolled, rect)) continue;
        const bool whole =
            rect.top >= scrolled.bounds.top - 1 && rect.bottom() <= scrolled.bounds.bottom() + 1;
        const auto chip = problem.draw(rect, whole);
        if (chip && scrolled.taps_count) intent = intent_of(*chip, i);
    }
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    return intent;
}

}  // namespace

std::optional<StaffProblemsIntent> draw_staff_problems(Ui& ui, const StaffProblemsView& view) {
    ui.begin_screen("staff_problems");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    std::optional<StaffProblemsIntent> intent;
    {
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_title(ui, bounds, ui.say(Sentence{"Needs attention"}));
        bounds.take_top(ui.px(24));
        if (view.problems.empty()) {
            draw_empty_state(ui, bounds, Icon::check, ui.say(Sentence{"Nothing needs attention."}));
        } else {
            intent = draw_list(ui, bounds, view);
        }
    }
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
