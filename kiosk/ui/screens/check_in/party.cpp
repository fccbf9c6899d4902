#include "kiosk/ui/screens/check_in/party.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

std::string group_words(const Ui& ui, const PartyLine& line) {
    if (line.group_number == 0) return ui.say(Sentence{"The staff will show the way"});
    const std::string group = ui.say(Sentence{"Group {}"}, line.group_number);
    return line.table_name.empty() ? group : group + " · " + line.table_name;
}

// Name above group: both may be long, and neither may be cut.
void add_member(Ui& ui, Column& column, const PartyLine& line) {
    const Theme& theme = ui.theme();
    TextBlockStyle name;
    name.size = unit::lead;
    name.weight = Weight::bold;
    name.colour = theme.ink;
    TextBlockStyle group;
    group.size = unit::lead;
    group.colour = theme.primary;
    group.weight = Weight::bold;
    name.vertical = Vertical::middle;
    group.vertical = Vertical::middle;
    const std::string words = group_words(ui, line);
    const float gap = ui.px(32);
    const float name_width = measure_text(ui, 0, line.name, name).width + 1;
    const float group_width = measure_text(ui, 0, words, group).width + 1;
    if (name_width + gap + group_width > column.width()) {
        column.words(line.name, name);
        column.words(words, group);
    } else {
        // Letters of one script stand higher than those of another.
        const float height = std::max(measure_text(ui, 0, line.name, name).height,
                                      measure_text(ui, 0, words, group).height);
        column.block(height, [&ui, line, words, name, group, group_width](const Rect& rect) {
            Rect bounds = rect;
            draw_text(ui, bounds.take_right(group_width), words, group);
            draw_text(ui, bounds, line.name, name);
        });
    }
    column.gap(14);
}

Column members_column(Ui& ui, Size bounds, const PartyView& view, std::size_t count) {
    return fit_column(ui, bounds, [&](Column& lines) {
        TextBlockStyle heading;
        heading.size = unit::body;
        heading.colour = ui.theme().ink_secondary;
        heading.role = Role::heading;
        lines.words(ui.say(Sentence{"Checked in together"}), heading);
        lines.gap(20);
        for (std::size_t i = view.members.size() - count; i < view.members.size(); ++i) {
            add_member(ui, lines, view.members[i]);
        }
    });
}

void draw_members(Ui& ui, const Rect& bounds, const PartyView& view) {
    const float padding = ui.px(40);
    const Size most{bounds.width - 2 * padding, bounds.height - 2 * padding};
    // The last to come, and of the others as many as there is room for.
    std::size_t count = std::min(view.members.size(), most_party_lines);
    while (count > 1 && members_column(ui, most, view, count).height() > most.height) --count;
    const Column column = members_column(ui, most, view, count);
    const Rect sheet{bounds.left, bounds.top, bounds.width, column.height() + 2 * padding};
    card(ui, sheet);
    column.draw({bounds.left + padding, bounds.top + padding});
}

std::vector<RowButton> buttons_of(const Ui& ui, const PartyView& view) {
    std::vector<RowButton> buttons{{{.id = "next_by_name",
                                     .label = ui.say(Sentence{"Type the next name"}),
                                     .icon = Icon::keyboard},
                                    {}}};
    if (view.walk_ins) {
        buttons.push_back({{.id = "next_not_registered",
                            .label = ui.say(Sentence{"The next person is not registered"}),
                            .icon = Icon::person_plus,
                            .kind = ButtonKind::outlined},
                           {}});
    }
    buttons.push_back({{.id = "done",
                        .label = ui.say(Sentence{"All are checked in"}),
                        .icon = Icon::check,
                        .kind = ButtonKind::outlined},
                       view.countdown});
    return buttons;
}

PartyChoice choice_at(const std::vector<RowButton>& buttons, std::size_t index) {
    if (index == 0) return PartyChoice::by_name;
    return index + 1 == buttons.size() ? PartyChoice::done : PartyChoice::not_registered;
}

// What to do, and the buttons below each other, all as wide as the room.
std::optional<PartyChoice> draw_ways(Ui& ui, const Rect& bounds, const PartyView& view) {
    const std::vector<RowButton> buttons = buttons_of(ui, view);
    std::optional<PartyChoice> chosen;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        TextBlockStyle title = screen_title_style(ui.theme());
        words.words(ui.say(Sentence{"Who is next?"}), title);
        words.gap(12);
        TextBlockStyle lead;
        lead.size = unit::lead;
        lead.colour = ui.theme().ink_secondary;
        words.words(ui.say(Sentence{"Scan the next ticket, or choose here."}), lead);
        words.gap(32);
        for (std::size_t i = 0; i < buttons.size(); ++i) {
            words.block(countdown_button_size(ui, buttons[i], words.width()).height,
                        [&ui, &buttons, &chosen, i](const Rect& rect) {
                            if (countdown_button(ui, rect, buttons[i])) {
                                chosen = choice_at(buttons, i);
                            }
                        });
            words.gap(24);
        }
    });
    column.draw({bounds.left, bounds.top});
    return chosen;
}

}  // namespace

std::optional<PartyIntent> draw_party(Ui& ui, const PartyView& view) {
    ui.begin_screen("party");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    const bool portrait = ui.metrics().portrait();
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(40));
    Rect members;
    if (portrait) {
        members = bounds.take_top(std::round(bounds.height * 0.45F));
        bounds.take_top(ui.px(40));
    } else {
        members = bounds.take_left(std::round(bounds.width * 0.52F));
        bounds.take_left(margin_of(ui));
    }
    draw_members(ui, members, view);
    if (const auto chosen = draw_ways(ui, bounds, view)) return *chosen;
    if (ui.pressed(KeyKind::escape)) return PartyChoice::done;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
