#include "kiosk/ui/screens/check_in/verdict.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "kiosk/ui/screens/check_in/verdict_foot.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

std::string greeting(const Ui& ui, Arrival arrival, const std::string& name) {
    if (arrival == Arrival::readmitted) return ui.say(Sentence{"Welcome back, {}!"}, name);
    if (arrival == Arrival::shown_way) return ui.say(Sentence{"This is your table, {}"}, name);
    return ui.say(Sentence{"Welcome, {}!"}, name);
}

constexpr std::size_t most_names = 4;

// Who has come, for the one who leads them: "Åsa Öberg, Yusuf Ek and 3 more".
std::string names_of(const Ui& ui, const std::vector<std::string>& people) {
    std::string names;
    for (std::size_t i = 0; i < std::min(most_names, people.size()); ++i) {
        names += (i > 0 ? ", " : "") + people[i];
    }
    if (people.size() <= most_names) return names;
    return names + " " + ui.say(Sentence{"and {} more"}, people.size() - most_names);
}

std::string company(const Ui& ui, const VerdictView& view) {
    if (view.leads_group) {
        if (view.company.empty()) return ui.say(Sentence{"Nobody else in the group has come yet."});
        return ui.say(Sentence{"Already here: {}."}, names_of(ui, view.company));
    }
    std::string words;
    if (!view.facilitator.empty()) {
        words = ui.say(Sentence{"Facilitator: {}."}, view.facilitator) + " ";
    }
    if (view.present_in_group == 0)
        return words + ui.say(Sentence{"You are the first in the group."});
    // Not a plural form: in Ukrainian that of one is also said of 21.
    if (view.present_in_group == 1)
        return words + ui.say(Sentence{"One person in the group is already here."});
    return words + ui.texts().get_plural(Sentence{"{} person in the group is already here."},
                                         Sentence{"{} people in the group are already here."},
                                         view.present_in_group);
}

// On one line where larger letters leave no room for the whole name below it; a name of one word
// has been said.
void add_greeting(Ui& ui, Column& column, const VerdictView& view, bool is_line) {
    const Theme& theme = ui.theme();
    TextBlockStyle title;
    title.size = std::max(unit::heading, std::round(60 * column.squeeze()));
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.role = Role::heading;
    title.vertical = Vertical::middle;
    title.personal = true;
    const std::string words = greeting(ui, view.arrival, is_line ? view.name : view.first_name);
    const std::string below = is_line || view.name == view.first_name ? "" : view.name;
    TextBlockStyle quiet;
    quiet.size = 30;
    quiet.colour = theme.ink_secondary;
    quiet.personal = true;
    const float disc = ui.px(std::max(72.0F, 112 * column.squeeze()));
    const float gap = ui.px(28);
    const float width = column.width() - disc - gap;
    const float upper = measure_text(ui, width, words, title).height;
    const float lower = below.empty() ? 0 : measure_text(ui, width, below, quiet).height;
    column.block(std::max(disc, upper + lower),
                 [&ui, words, below, title, quiet, disc, gap, upper, lower](const Rect& rect) {
                     const Theme& colours = ui.theme();
                     badge(ui, {rect.left + disc / 2, rect.centre().y}, disc / 2, Icon::check,
                           colours.surface, colours.success);
                     Rect beside = rect;
                     beside.take_left(disc + gap);
                     beside.take_top(std::round((rect.height - upper - lower) / 2));
                     draw_text(ui, beside.take_top(upper), words, title);
                     if (!below.empty()) draw_text(ui, beside.take_top(lower), below, quiet);
                 });
}

struct DetailLine {
    Icon icon;
    Colour icon_colour;
    std::string words;
    Colour ink;
    bool is_personal = false;
};

void add_line(Ui& ui, Column& column, const DetailLine& line) {
    TextBlockStyle style;
    style.personal = line.is_personal;
    style.size = unit::body;
    style.colour = line.ink;
    column.gap(16);
    column.block(icon_line_height(ui, column.width(), line.words, style),
                 [&ui, line, style](const Rect& rect) {
                     icon_line(ui, rect, line.icon, line.icon_colour, line.words, style);
                 });
}

// "Round 2 · 19.40 · Group 7 · Table Lönnen".
std::string later_words(const Ui& ui, const LaterSeat& seat) {
    std::string words = ui.say(Sentence{"Round {}"}, seat.round);
    if (!seat.time_text.empty()) words += " · " + seat.time_text;
    words += " · " + ui.say(Sentence{"Group {}"}, seat.group_number);
    if (!seat.table_name.empty()) words += " · " + seat.table_name;
    return words;
}

// What counts most first.
std::vector<DetailLine> details_of(const Ui& ui, const VerdictView& view, bool has_hint) {
    const Theme& theme = ui.theme();
    std::vector<DetailLine> lines;
    if (view.label == NameLabel::printing) {
        lines.push_back(
            {Icon::printer, theme.success, ui.say(printing_words(view.paper)), theme.ink});
    } else if (view.label == NameLabel::failed) {
        const Sentence failed =
            view.paper == DoorPaper::slip
                ? Sentence{"The slip could not be printed. The staff will help you."}
                : Sentence{"The name label could not be printed. The staff will help you."};
        lines.push_back({Icon::printer, theme.warning, ui.say(failed), theme.ink});
    }
    if (const std::string hint = verdict_hint(ui, view); has_hint && !hint.empty()) {
        lines.push_back({Icon::clock, theme.ink_secondary, hint, theme.ink_secondary});
    }
    if (view.seat.group_number == 0) return lines;
    for (const LaterSeat& seat : view.later) {
        lines.push_back({Icon::clock, theme.ink_secondary, later_words(ui, seat), theme.ink});
    }
    lines.push_back({Icon::people, theme.ink_secondary, company(ui, view), theme.ink_secondary,
                     !view.company.empty() || !view.facilitator.empty()});
    return lines;
}

// As many of the lines as there is room for, below what stands there anyway.
void draw_words(Ui& ui, const Rect& rect, const std::function<void(Column&)>& begin,
                const std::vector<DetailLine>& lines) {
    const auto build = [&](std::size_t count) {
        return fit_column(ui, {rect.width, rect.height}, [&](Column& column) {
            begin(column);
            for (std::size_t i = 0; i < count; ++i) add_line(ui, column, lines[i]);
        });
    };
    std::size_t count = lines.size();
    while (count > 0 && build(count).height() > rect.height) --count;
    build(count).draw({rect.left, rect.top});
}

}  // namespace

std::optional<VerdictIntent> draw_verdict(Ui& ui, const VerdictView& view) {
    ui.begin_screen("verdict");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    const int mark = ui.painter().mark();
    AnswerLayout layout = lay_out_answer(ui, frame.bounds);
    Rect& room = layout.is_beside ? layout.words : layout.below;
    const Rect foot = room.take_bottom(verdict_foot_height(ui, room.width, view));
    room.take_bottom(ui.px(24));
    const bool is_line = !layout.is_beside && !ui.metrics().portrait();
    const std::vector<DetailLine> details = details_of(ui, view, !layout.is_beside);
    draw_words(
        ui, layout.words, [&](Column& column) { add_greeting(ui, column, view, is_line); },
        layout.is_beside ? details : std::vector<DetailLine>());
    draw_answer_card(ui, layout.card, view.seat,
                     view.leads_group ? ui.say(Sentence{"You lead group"})
                                      : ui.say(Sentence{"You sit in group"}));
    if (!layout.is_beside)
        draw_words(
            ui, room, [](Column&) {}, details);
    ui.painter().shift_since(mark, ui.entrance_offset());
    auto pressed = draw_verdict_foot(ui, foot, view);
    if (pressed) return pressed;
    if (ui.pressed(KeyKind::escape) || ui.pressed(KeyKind::enter)) return VerdictDone{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
