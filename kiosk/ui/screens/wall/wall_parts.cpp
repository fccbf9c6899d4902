#include "kiosk/ui/screens/wall/wall_parts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float size_step = 6;
constexpr float proposal_padding = 30;
constexpr float proposal_gap = 18;
// Of a note that others stand below, so many lines are shown.
constexpr int most_lines = 3;
constexpr float icon_side = 64;
constexpr float icon_room = icon_side + 48;

bool fits(Ui& ui, Size bounds, std::string_view text, const TextBlockStyle& style) {
    const Size size = measure_text(ui, bounds.width, text, style);
    return size.height <= bounds.height + 1 && size.width <= bounds.width + 1;
}

// The beginning that fits, in whole words.
std::string shorten(Ui& ui, Size bounds, std::string_view text, const TextBlockStyle& style) {
    std::vector<std::size_t> ends;
    for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1))
        ends.push_back(at);
    const auto beginning = [&](std::size_t end) { return std::string(text.substr(0, end)) + " …"; };
    const auto first_too_long = std::partition_point(
        ends.begin(), ends.end(),
        [&](std::size_t end) { return fits(ui, bounds, beginning(end), style); });
    // One word that is as long as that is broken, however small it becomes.
    return first_too_long == ends.begin() ? std::string(text) : beginning(*(first_too_long - 1));
}

// The pill on what was let on just now.
struct NewMark {
    std::string words;
    TextBlockStyle style;
    Size size;
};

NewMark new_mark(Ui& ui) {
    const Theme& theme = ui.theme();
    NewMark mark{ui.say(Sentence{"New"}), strong_text_style(theme, wall_aside), {}};
    mark.style.colour = theme.on_primary;
    mark.style.align = Align::centre;
    mark.style.vertical = Vertical::middle;
    const Size words = measure_text(ui, 0, mark.words, mark.style);
    mark.size = {words.width + ui.px(56), words.height + ui.px(16)};
    return mark;
}

TextBlockStyle proposal_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, wall_text);
    style.wording = Wording::event;
    style.vertical = Vertical::middle;
    return style;
}

struct ProposalPlan {
    Rect card;
    Rect words;
};

// The card at the top of the room; smaller than its words need only where it is the first.
ProposalPlan plan_proposal(Ui& ui, const Rect& room, const WallProposal& proposal) {
    const float beside = proposal.is_new ? new_mark(ui).size.width + ui.px(32) : 0;
    const float width = room.width - ui.px(2 * proposal_padding + icon_room) - beside;
    const float words = measure_text(ui, width, proposal.text, proposal_style(ui.theme())).height;
    const float least = ui.px(icon_side);
    const float height = std::max(words, least) + ui.px(2 * proposal_padding);
    ProposalPlan plan;
    plan.card = {room.left, room.top, room.width, height};
    plan.words = {room.left + ui.px(proposal_padding + icon_room),
                  room.top + ui.px(proposal_padding), width, height - ui.px(2 * proposal_padding)};
    return plan;
}

void draw_proposal(Ui& ui, const ProposalPlan& plan, const WallProposal& proposal) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    ui.painter().fill(plan.card, proposal.is_new ? theme.primary_tint : theme.card, radius);
    ui.painter().outline(plan.card, proposal.is_new ? theme.primary : theme.hairline,
                         ui.px(proposal.is_new ? 5 : 2), radius);
    const float side = ui.px(icon_side);
    ui.painter().icon(
        {plan.card.left + ui.px(proposal_padding), plan.card.centre().y - side / 2, side, side},
        note_icon(proposal.kind), theme.primary);
    draw_wall_text(ui, plan.words, proposal.text, proposal_style(theme), wall_text);
    if (!proposal.is_new) return;
    const NewMark mark = new_mark(ui);
    const Rect pill{plan.card.right() - ui.px(proposal_padding) - mark.size.width,
                    plan.card.centre().y - mark.size.height / 2, mark.size.width, mark.size.height};
    ui.painter().fill(pill, theme.primary, mark.size.height / 2);
    draw_text(ui, pill, mark.words, mark.style);
}

void draw_nothing_yet(Ui& ui, const Rect& bounds) {
    const Theme& theme = ui.theme();
    TextBlockStyle style = quiet_text_style(theme, wall_text);
    style.align = Align::centre;
    const std::string words = ui.say(Sentence{"What the tables write is shown here."});
    const float radius = ui.px(80);
    const float height = measure_text(ui, bounds.width, words, style).height;
    Rect box = bounds.middle({bounds.width, height + 2 * radius + ui.px(32)});
    const Rect above = box.take_top(2 * radius);
    if (above.top >= bounds.top) {
        badge(ui, above.centre(), radius, Icon::lightbulb, theme.primary, theme.primary_tint);
    }
    box.take_top(ui.px(32));
    draw_wall_text(ui, box, words, style, wall_text);
}

}  // namespace

WallGround wall_ground(const Theme& theme) {
    const bool is_light = theme.kind == ThemeKind::light;
    const Colour ground = is_light ? theme.primary : theme.panel;
    const Colour ink = is_light ? theme.on_primary : theme.on_panel;
    return {ground, ink, mix(ground, ink, 0.3F)};
}

TextBlockStyle fit_wall_text(Ui& ui, Size bounds, std::string_view text, TextBlockStyle style,
                             float largest) {
    style.size = largest;
    while (style.size > wall_least && !fits(ui, bounds, text, style)) {
        style.size = std::max(wall_least, style.size - size_step);
    }
    return style;
}

void draw_wall_text(Ui& ui, const Rect& box, std::string_view text, TextBlockStyle style,
                    float largest) {
    const Size bounds{box.width, box.height};
    style = fit_wall_text(ui, bounds, text, style, largest);
    if (fits(ui, bounds, text, style)) {
        draw_text(ui, box, text, style);
    } else {
        draw_text(ui, box, shorten(ui, bounds, text, style), style);
    }
}

void draw_wall_proposals(Ui& ui, Rect bounds, const WallView& view) {
    if (view.proposals.empty()) return draw_nothing_yet(ui, bounds);
    const float line = measure_text(ui, 0, "Ag", proposal_style(ui.theme())).height;
    const float around = ui.px(2 * proposal_padding);
    const bool is_alone = view.proposals.size() == 1;
    const float tallest = is_alone ? bounds.height : around + most_lines * line;
    bool is_first = true;
    for (const WallProposal& proposal : view.proposals) {
        ProposalPlan plan = plan_proposal(ui, bounds, proposal);
        const float height = std::min({plan.card.height, tallest, bounds.height});
        // What was let on last is seen, if only in its beginning; another one where two of its
        // lines are, or all of it.
        const bool is_worth_it = height >= std::min(plan.card.height, around + 2 * line);
        if (!std::exchange(is_first, false) && !is_worth_it) return;
        plan.words.height -= plan.card.height - height;
        plan.card.height = height;
        draw_proposal(ui, plan, proposal);
        bounds.take_top(height + ui.px(proposal_gap));
    }
}

}  // namespace stormote
