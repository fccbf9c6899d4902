#include "kiosk/ui/screens/check_in/guide_help.h"

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr float label_width = 64;

// A heading, a paragraph, or an item with its number or bullet before it.
struct GuideLine {
    std::string label;
    std::string words;
    TextBlockStyle style;
    float above = 0;  // in units
};

// As the text shaper takes bold words.
std::string with_stars(const std::string& text, const std::vector<TextRange>& strong) {
    std::string marked;
    std::size_t from = 0;
    for (const TextRange& range : strong) {
        marked += text.substr(from, range.begin - from) + "**";
        marked += text.substr(range.begin, range.end - range.begin) + "**";
        from = range.end;
    }
    return marked + text.substr(from);
}

class GuidePage {
  public:
    GuidePage(Ui& ui, const GuideHelpView& view) : ui_(ui), view_(view) {
        for (const Block& block : view.guide->blocks) {
            std::visit(
                Match{[this](const Heading& heading) { add(heading); },
                      [this](const Paragraph& paragraph) { add(paragraph); },
                      [this](const BulletList& list) { add(list); }, [](const auto& /*other*/) {}},
                block);
        }
    }

    std::optional<GuideHelpIntent> draw() {
        ui_.begin_screen("guide");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(32));
        {
            const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
            draw_page_title(ui_, bounds, view_.guide->title);
        }
        bounds.take_top(ui_.px(16));
        // Shared out from below, read from above.
        const std::size_t first = ui_.record().mark();
        const auto foot = draw_help_foot(ui_, bounds);
        const std::size_t foot_end = ui_.record().mark();
        const bool is_call = view_.can_call && draw_call(bounds);
        ui_.record().put_behind(first, foot_end);
        const std::size_t end = ui_.record().mark();
        std::optional<GuideHelpIntent> intent = draw_lines(bounds);
        if (is_call) intent = CallStaff{};
        ui_.record().put_behind(first, end);
        if (foot) std::visit([&intent](const auto& chosen) { intent = chosen; }, *foot);
        if (!intent && frame.intent) intent = *frame.intent;
        return intent;
    }

  private:
    // Above the foot: the chip, and beside it what has come of it.
    bool draw_call(Rect& bounds) {
        const TextScale scale(ui_, std::min(1.1F, ui_.text_scale()));
        const ChipStyle call{.id = "call_staff",
                             .label = ui_.say(Sentence{"Call the staff"}),
                             .icon = Icon::bell,
                             .selected = view_.is_called};
        const Size size = chip_size(ui_, call);
        const std::string words =
            ui_.say(Sentence{"The staff at this door can now see that somebody needs help. Stay "
                             "here, or just ask."});
        TextBlockStyle style;
        style.size = 26;
        style.colour = ui_.theme().ink;
        style.role = Role::status;
        style.vertical = Vertical::middle;
        const float beside = bounds.width - size.width - ui_.px(24);
        const float height =
            view_.is_called ? measure_text(ui_, beside, words, style).height : size.height;
        Rect row = bounds.take_bottom(std::max(size.height, height));
        bounds.take_bottom(ui_.px(24));
        const Rect left = row.take_left(size.width);
        row.take_left(ui_.px(24));
        if (view_.is_called) draw_text(ui_, row, words, style);
        return chip(ui_, left.middle(size), call);
    }

    void add(const Heading& heading) {
        TextBlockStyle style = strong_text_style(ui_.theme(), heading.level == 1 ? 34 : 30);
        style.role = Role::heading;
        lines_.push_back({"", heading.text, style, 28});
    }
    void add(const Paragraph& paragraph) {
        lines_.push_back({"", with_stars(paragraph.text, paragraph.strong), words_style(), 12});
    }
    void add(const BulletList& list) {
        int number = list.first_number;
        for (const ListItem& item : list.items) {
            const std::string label = number > 0 ? std::to_string(number++) + "." : "•";
            lines_.push_back({label, with_stars(item.text, item.strong), words_style(), 12});
        }
    }

    [[nodiscard]] TextBlockStyle words_style() const {
        TextBlockStyle style;
        style.colour = ui_.theme().ink;
        style.emphasis = Emphasis::stars;
        return style;
    }
    [[nodiscard]] TextBlockStyle label_style() const {
        TextBlockStyle style = strong_text_style(ui_.theme(), unit::body);
        style.colour = ui_.theme().primary;
        return style;
    }

    // Takes each line's place from the top of the room, and calls with it.
    template <typename Take>
    void lay_out(Rect& room, Take take) {
        const float indent = ui_.px(label_width) * ui_.text_scale();
        for (const GuideLine& line : lines_) {
            room.take_top(ui_.px(line.above));
            const float start = line.label.empty() ? 0 : indent;
            const float height =
                measure_text(ui_, room.width - start, line.words, line.style).height;
            Rect whole = room.take_top(height);
            const Rect label = whole.take_left(start);
            take(label, whole, line);
        }
    }

    std::optional<GuideHelpIntent> draw_lines(const Rect& bounds) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "guide", bounds,
            [this](float width) {
                Rect room{0, 0, width, 1e6F};
                lay_out(room, [](const auto&...) {});
                return room.top;
            },
            view_.scroll);
        ui_.painter().clip(scrolled.bounds);
        Rect room{scrolled.bounds.left, scrolled.top, scrolled.bounds.width, 1e6F};
        lay_out(room, [&](const Rect& label, const Rect& box, const GuideLine& line) {
            if (!is_in_sight(scrolled, box)) return;
            draw_words_in(ui_, scrolled, label, line.label, label_style());
            draw_words_in(ui_, scrolled, box, line.words, line.style);
        });
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (scrolled.scroll == view_.scroll) return std::nullopt;
        return ScrollGuide{scrolled.scroll};
    }

    Ui& ui_;
    const GuideHelpView& view_;
    std::vector<GuideLine> lines_;
};

}  // namespace

std::optional<GuideHelpIntent> draw_guide_help(Ui& ui, const GuideHelpView& view) {
    return GuidePage(ui, view).draw();
}

}  // namespace stormote
