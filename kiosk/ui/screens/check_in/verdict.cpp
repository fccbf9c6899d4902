#include "kiosk/ui/screens/check_in/verdict.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "kiosk/ui/screens/check_in/verdict_foot.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

std::string greeting(const Ui& ui, const VerdictView& view) {
    if (view.arrival == Arrival::readmitted) {
        return ui.say(Sentence{"Welcome back, {}!"}, view.first_name);
    }
    if (view.arrival == Arrival::shown_way) {
        return ui.say(Sentence{"This is your table, {}"}, view.first_name);
    }
    return ui.say(Sentence{"Welcome, {}!"}, view.first_name);
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

void add_greeting(Ui& ui, Column& column, const VerdictView& view) {
    const Theme& theme = ui.theme();
    TextBlockStyle title;
    title.size = std::max(unit::heading, std::round(60 * column.squeeze()));
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.role = Role::heading;
    title.vertical = Vertical::middle;
    title.personal = true;
    const std::string words = greeting(ui, view);
    TextBlockStyle quiet;
    quiet.size = 30;
    quiet.colour = theme.ink_secondary;
    quiet.personal = true;
    const float disc = ui.px(std::max(72.0F, 112 * column.squeeze()));
    const float gap = ui.px(28);
    const float width = column.width() - disc - gap;
    const float upper = measure_text(ui, width, words, title).height;
    const float lower = measure_text(ui, width, view.name, quiet).height;
    column.block(std::max(disc, upper + lower), [&ui, words, name = view.name, title, quiet, disc,
                                                 gap, upper, lower](const Rect& rect) {
        const Theme& colours = ui.theme();
        badge(ui, {rect.left + disc / 2, rect.centre().y}, disc / 2, Icon::check, colours.surface,
              colours.success);
        Rect beside = rect;
        beside.take_left(disc + gap);
        beside.take_top(std::round((rect.height - upper - lower) / 2));
        draw_text(ui, beside.take_top(upper), words, title);
        draw_text(ui, beside.take_top(lower), name, quiet);
    });
}

void add_line(Ui& ui, Column& column, Icon icon, Colour icon_colour, const std::string& words,
              Colour ink, bool is_personal = false) {
    TextBlockStyle style;
    style.personal = is_personal;
    style.size = unit::body;
    style.colour = ink;
    column.gap(16);
    column.block(icon_line_height(ui, column.width(), words, style),
                 [&ui, icon, icon_colour, words, style](const Rect& rect) {
                     icon_line(ui, rect, icon, icon_colour, words, style);
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

void add_details(Ui& ui, Column& column, const VerdictView& view) {
    const Theme& theme = ui.theme();
    if (view.label == NameLabel::printing) {
        add_line(ui, column, Icon::printer, theme.success,
                 ui.say(Sentence{"Your name label is printing – take it below."}), theme.ink);
    } else if (view.label == NameLabel::failed) {
        add_line(ui, column, Icon::printer, theme.warning,
                 ui.say(Sentence{"The name label could not be printed. The staff will help you."}),
                 theme.ink);
    }
    if (view.seat.group_number == 0) return;
    for (const LaterSeat& seat : view.later) {
        add_line(ui, column, Icon::clock, theme.ink_secondary, later_words(ui, seat), theme.ink);
    }
    const bool is_personal = !view.company.empty() || !view.facilitator.empty();
    add_line(ui, column, Icon::people, theme.ink_secondary, company(ui, view), theme.ink_secondary,
             is_personal);
}

void draw_words(Ui& ui, const Rect& rect, const std::function<void(Column&)>& build) {
    fit_column(ui, {rect.width, rect.height}, build).draw({rect.left, rect.top});
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
    draw_words(ui, layout.words, [&](Column& column) {
        add_greeting(ui, column, view);
        if (layout.is_beside) add_details(ui, column, view);
    });
    draw_answer_card(ui, layout.card, view.seat,
                     view.leads_group ? ui.say(Sentence{"You lead group"})
                                      : ui.say(Sentence{"You sit in group"}));
    if (!layout.is_beside) {
        draw_words(ui, room, [&](Column& column) {
            add_details(ui, column, view);
            if (const std::string hint = verdict_hint(ui, view); !hint.empty()) {
                add_line(ui, column, Icon::clock, ui.theme().ink_secondary, hint,
                         ui.theme().ink_secondary);
            }
        });
    }
    ui.painter().shift_since(mark, ui.entrance_offset());
    auto pressed = draw_verdict_foot(ui, foot, view);
    if (pressed) return pressed;
    if (ui.pressed(KeyKind::escape) || ui.pressed(KeyKind::enter)) return VerdictDone{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
