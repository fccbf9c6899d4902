#include "kiosk/ui/verdict.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "kiosk/ui/column.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

std::string greeting(const Ui& ui, const VerdictView& view) {
    if (view.arrival == Arrival::readmitted) {
        return ui.say(Sentence{"Welcome back, {}!"}, view.first_name);
    }
    return ui.say(Sentence{"Welcome, {}!"}, view.first_name);
}

std::string who(const VerdictView& view) {
    if (view.organisation.empty()) return view.name;
    return view.name + " · " + view.organisation;
}

std::string company(const Ui& ui, const VerdictView& view) {
    std::string words;
    if (!view.facilitator.empty()) {
        words = ui.say(Sentence{"Facilitator: {}."}, view.facilitator) + " ";
    }
    if (view.present_in_group == 0)
        return words + ui.say(Sentence{"You are the first in the group."});
    return words + ui.texts().get_plural(Sentence{"{} person in the group is already here."},
                                         Sentence{"{} people in the group are already here."},
                                         view.present_in_group);
}

void add_greeting(Ui& ui, Column& column, const VerdictView& view) {
    const Theme& theme = ui.theme();
    WordsLook title;
    title.size = std::max(unit::heading, std::round(60 * column.squeeze()));
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.role = Role::heading;
    title.vertical = Vertical::middle;
    const std::string words = greeting(ui, view);
    const float disc = ui.px(std::max(72.0F, 104 * column.squeeze()));
    const float gap = ui.px(28);
    const float height = measure_words(ui, column.width() - disc - gap, words, title).height;
    column.block(std::max(disc, height), [&ui, words, title, disc, gap](const Rect& rect) {
        const Theme& colours = ui.theme();
        badge(ui, {rect.left + disc / 2, rect.centre().y}, disc / 2, Icon::check, colours.surface,
              colours.success);
        draw_words(ui, {rect.left + disc + gap, rect.top, rect.width - disc - gap, rect.height},
                   words, title);
    });
    column.gap(16);
    WordsLook quiet;
    quiet.size = 30;
    quiet.colour = theme.ink_secondary;
    column.words(who(view), quiet);
}

struct GroupWords {
    std::string over;
    std::string table;
    std::string place;
};

// The number stands apart; its size is the one thing everybody must be able to read.
void draw_group_card(Ui& ui, const Rect& rect, int number, float number_units) {
    const Theme& theme = ui.theme();
    ui.painter().fill(rect, theme.primary, ui.px(28));
    Rect inside = rect.inset(ui.px(44), ui.px(16));
    const TextScale scale(ui, 1);
    WordsLook big;
    big.size = number_units;
    big.weight = Weight::bold;
    big.colour = theme.on_primary;
    big.vertical = Vertical::middle;
    const std::string digits = std::to_string(number);
    const float width = measure_words(ui, 0, digits, big).width;
    draw_words(ui, inside.take_left(width + 1), digits, big);
}

float text_block_height(Ui& ui, float width, const GroupWords& words, const WordsLook& small,
                        const WordsLook& large) {
    float height = measure_words(ui, width, words.over, small).height +
                   measure_words(ui, width, words.table, large).height;
    if (!words.place.empty()) height += measure_words(ui, width, words.place, small).height;
    return height;
}

class GroupCard {
  public:
    GroupCard(Ui& ui, float width, float squeeze, const VerdictView& view)
        : ui_(ui), number_(view.group_number) {
        words_ = {ui.say(Sentence{"You sit in group"}), view.table_name, view.place};
        // Without a table of its own name the group's number is its name.
        if (words_.table.empty()) words_.table = ui.say(Sentence{"Group {}"}, number_);
        number_units_ = std::max(150.0F, unit::group * squeeze);
        small_.size = 30;
        small_.colour = ui.theme().on_primary;
        large_.size = std::max(40.0F, unit::title * squeeze);
        large_.weight = Weight::bold;
        large_.colour = ui.theme().on_primary;
        const TextScale scale(ui, 1);
        WordsLook big = large_;
        big.size = number_units_;
        number_width_ = measure_words(ui, 0, std::to_string(number_), big).width;
        number_height_ = ui.px(number_units_ * 1.1F);
        text_width_ = width - ui.px(44 * 2 + 48) - number_width_;
    }

    [[nodiscard]] float height() const {
        return std::max(number_height_,
                        text_block_height(ui_, text_width_, words_, small_, large_)) +
               ui_.px(56);
    }

    void draw(const Rect& rect) const {
        draw_group_card(ui_, rect, number_, number_units_);
        const float height = text_block_height(ui_, text_width_, words_, small_, large_);
        Rect text{rect.left + ui_.px(44 + 48) + number_width_,
                  rect.top + std::round((rect.height - height) / 2), text_width_, height};
        draw_line(text, words_.over, small_);
        draw_line(text, words_.table, large_);
        if (!words_.place.empty()) draw_line(text, words_.place, small_);
    }

  private:
    void draw_line(Rect& rest, const std::string& words, const WordsLook& look) const {
        const float height = measure_words(ui_, text_width_, words, look).height;
        draw_words(ui_, rest.take_top(height + 1), words, look);
        rest.top -= 1;
    }

    Ui& ui_;
    int number_;
    GroupWords words_;
    float number_units_ = unit::group;
    float number_width_ = 0;
    float number_height_ = 0;
    float text_width_ = 0;
    WordsLook small_;
    WordsLook large_;
};

void add_line(Ui& ui, Column& column, Icon icon, Colour icon_colour, const std::string& words,
              Colour ink) {
    WordsLook look;
    look.size = unit::body;
    look.colour = ink;
    column.gap(20);
    column.block(icon_line_height(ui, column.width(), words, look),
                 [&ui, icon, icon_colour, words, look](const Rect& rect) {
                     icon_line(ui, rect, icon, icon_colour, words, look);
                 });
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
    if (view.group_number == 0) {
        add_line(ui, column, Icon::people, theme.ink_secondary,
                 ui.say(Sentence{"The staff will show you to a group."}), theme.ink);
        return;
    }
    add_line(ui, column, Icon::people, theme.ink_secondary, company(ui, view), theme.ink_secondary);
}

// Nobody should feel hurried by a ring that runs out.
void draw_countdown_hint(Ui& ui, const Rect& rect, const Countdown& countdown) {
    if (countdown.total_ms <= 0) return;
    WordsLook look;
    look.size = 26;
    look.colour = ui.theme().ink_secondary;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    icon_line(ui, rect, Icon::clock, look.colour,
              ui.say(Sentence{"The next person can start soon. Touch the screen for more time."}),
              look);
}

Column build_column(Ui& ui, Size room, const VerdictView& view) {
    return fit_column(ui, room, [&](Column& column) {
        add_greeting(ui, column, view);
        column.gap(28);
        if (view.group_number > 0) {
            auto group = std::make_shared<GroupCard>(ui, column.width(), column.squeeze(), view);
            column.block(group->height(), [group](const Rect& rect) { group->draw(rect); });
        }
        column.gap(8);
        add_details(ui, column, view);
    });
}

}  // namespace

std::optional<VerdictIntent> draw_verdict(Ui& ui, const VerdictView& view) {
    ui.begin_screen("verdict");
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::nothing);
    const float margin = margin_of(ui);
    Rect room = frame.room.inset(margin, ui.px(32));
    const int mark = ui.painter().mark();
    const RowButton done{{.id = "done", .label = ui.say(Sentence{"Done"})}, view.countdown};
    const Size done_size = countdown_button_size(ui, done, room.width);
    const bool with_map = has_map(view.map);
    Rect foot;
    Rect hint;
    if (ui.metrics().portrait() || !with_map) {
        foot = room.take_bottom(done_size.height);
        hint = foot;
        hint.width -= done_size.width + ui.px(48);
        room.take_bottom(ui.px(32));
        const float share = with_map ? 0.55F : 1;
        const Column column = build_column(ui, {room.width, room.height * share}, view);
        const float spare = std::max(0.0F, room.height - column.height());
        column.draw({room.left, room.top + std::round(with_map ? 0 : spare / 3)});
        room.take_top(column.height() + ui.px(40));
    } else {
        const float share = ui.text_scale() > 1.2F ? 0.6F : 0.527F;
        Rect left = room.take_left(std::round(room.width * share));
        room.take_left(margin);
        foot = room.take_bottom(done_size.height);
        room.take_bottom(ui.px(32));
        hint = left.take_bottom(foot.height);
        const Column column = build_column(ui, {left.width, left.height}, view);
        column.draw({left.left, left.top});
    }
    if (with_map) draw_seating_map(ui, room, view.map);
    ui.painter().shift_since(mark, ui.entrance_offset());
    draw_countdown_hint(ui, hint, view.countdown);
    const bool pressed = countdown_button(
        ui, {foot.right() - done_size.width, foot.top, done_size.width, foot.height}, done);
    if (pressed || ui.pressed(KeyKind::escape) || ui.pressed(KeyKind::enter)) return VerdictDone{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
