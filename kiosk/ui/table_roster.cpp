#include <algorithm>
#include <cmath>

#include "kiosk/ui/table_parts.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

constexpr float disc_radius = 20;
constexpr float words_left = 56;
constexpr float row_gap = 12;

WordsLook heading_look(const Theme& theme) {
    WordsLook look;
    look.size = unit::body;
    look.weight = Weight::bold;
    look.colour = theme.ink;
    look.role = Role::heading;
    return look;
}

WordsLook name_look(const Theme& theme, bool is_here) {
    WordsLook look;
    look.size = 27;
    look.weight = is_here ? Weight::bold : Weight::regular;
    look.colour = is_here ? theme.ink : theme.ink_secondary;
    look.max_lines = 1;
    return look;
}

WordsLook quiet_look(const Theme& theme) {
    WordsLook look;
    look.size = 25;
    look.colour = theme.ink_secondary;
    look.max_lines = 1;
    return look;
}

float line_height(Ui& ui, const WordsLook& look) {
    return measure_words(ui, 0, "Åg", look).height;
}

std::string here_words(const Ui& ui, const TableRoster& roster) {
    const std::size_t all = roster.here.size() + roster.expected.size();
    if (roster.here.empty()) return ui.say(Sentence{"Nobody is here yet"});
    return ui.say(Sentence{"Here now · {} of {}"}, roster.here.size(), all);
}

enum class RowWords { name_and_organisation, name };

float row_height(Ui& ui, RowWords words) {
    const float name = line_height(ui, name_look(ui.theme(), true));
    if (words == RowWords::name) return std::max(ui.px(2 * disc_radius), name) + ui.px(8);
    return name + line_height(ui, quiet_look(ui.theme())) + ui.px(row_gap);
}

void draw_mark(Ui& ui, Point centre, bool is_here) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(disc_radius);
    if (!is_here) {
        ui.painter().circle(centre, radius, theme.outline, ui.px(3));
        return;
    }
    ui.painter().disc(centre, radius, theme.success);
    const float side = ui.px(28);
    ui.painter().icon({centre.x - side / 2, centre.y - side / 2, side, side}, Icon::check,
                      theme.card);
}

void draw_person(Ui& ui, const Rect& rect, const RosterPerson& person, bool is_here,
                 RowWords words) {
    const bool has_lower = words == RowWords::name_and_organisation && !person.organisation.empty();
    const WordsLook look = name_look(ui.theme(), is_here);
    const float name = line_height(ui, look);
    const float lower = has_lower ? line_height(ui, quiet_look(ui.theme())) : 0;
    const float top = rect.top + std::round((rect.height - ui.px(row_gap) - name - lower) / 2);
    draw_mark(ui, {rect.left + ui.px(disc_radius), top + (name + lower) / 2}, is_here);
    const float left = rect.left + ui.px(words_left);
    const float width = rect.width - ui.px(words_left);
    draw_words(ui, {left, top, width, name}, person.name, look);
    if (has_lower) {
        draw_words(ui, {left, top + name, width, lower}, person.organisation,
                   quiet_look(ui.theme()));
    }
}

// The expected ones as a sentence, for where they have no rows.
std::string expected_words(const Ui& ui, const TableRoster& roster) {
    std::string names;
    for (const RosterPerson& person : roster.expected) {
        names += (names.empty() ? "" : ", ") + person.name;
    }
    return names.empty() ? "" : ui.say(Sentence{"Expected: {}"}, names);
}

// Rows below each other, and what they need.
class Rows {
  public:
    Rows(Ui& ui, const Rect& rect, const TableRoster& roster) : ui_(ui), rect_(rect) {
        heading_ = line_height(ui, heading_look(ui.theme())) + ui.px(row_gap);
        const float headings = heading_ + (roster.expected.empty() ? 0 : heading_ + ui.px(16));
        const std::size_t all = roster.here.size() + roster.expected.size();
        for (words_ = RowWords::name_and_organisation;; words_ = RowWords::name) {
            row_ = row_height(ui, words_);
            fitting_ = static_cast<std::size_t>(
                std::max(0.0F, std::floor((rect.height - headings + 2) / row_)));
            if (fitting_ >= all || words_ == RowWords::name) break;
        }
        // One row says how many there is no row for.
        shown_ = fitting_ >= all ? all : std::max<std::size_t>(1, fitting_) - 1;
        left_over_ = all - shown_;
    }

    void draw(const TableRoster& roster) {
        heading(here_words(ui_, roster));
        std::size_t left = shown_;
        left -= draw_people(roster.here, left, true);
        if (!roster.expected.empty() && left > 0) {
            rect_.take_top(ui_.px(16));
            heading(ui_.say(Sentence{"Expected"}));
            draw_people(roster.expected, left, false);
        }
        if (left_over_ == 0 || rect_.height < row_ / 2) return;
        draw_words(ui_, rect_.take_top(row_), ui_.say(Sentence{"and {} more"}, left_over_),
                   quiet_look(ui_.theme()));
    }

  private:
    void heading(const std::string& words) {
        Rect line = rect_.take_top(heading_);
        draw_words(ui_, line, words, heading_look(ui_.theme()));
    }
    std::size_t draw_people(const std::vector<RosterPerson>& people, std::size_t most,
                            bool are_here) {
        const std::size_t count = std::min(most, people.size());
        for (std::size_t i = 0; i < count; ++i) {
            draw_person(ui_, rect_.take_top(row_), people[i], are_here, words_);
        }
        return count;
    }

    Ui& ui_;
    Rect rect_;
    RowWords words_ = RowWords::name_and_organisation;
    float heading_ = 0;
    float row_ = 0;
    std::size_t fitting_ = 0;
    std::size_t shown_ = 0;
    std::size_t left_over_ = 0;
};

// Rows of several names, and how many of them there is room for.
struct WidePlan {
    RowWords words = RowWords::name_and_organisation;
    std::size_t columns = 1;
    float row = 0;
    std::size_t places = 1;
};

WidePlan plan_wide(Ui& ui, Size room, std::size_t people) {
    WidePlan plan;
    for (const RowWords words : {RowWords::name_and_organisation, RowWords::name}) {
        const float narrowest = words == RowWords::name ? 310 : 420;
        plan.words = words;
        plan.row = row_height(ui, words);
        plan.columns = static_cast<std::size_t>(
            std::max(1.0F, std::floor(room.width / (ui.px(narrowest) * ui.text_scale()))));
        const float rows = std::max(1.0F, std::floor((room.height + 2) / plan.row));
        plan.places = plan.columns * static_cast<std::size_t>(rows);
        if (plan.places >= people) break;
    }
    return plan;
}

}  // namespace

void draw_roster(Ui& ui, const Rect& rect, const TableRoster& roster) {
    Rows(ui, rect, roster).draw(roster);
}

void draw_wide_roster(Ui& ui, const Rect& rect, const TableRoster& roster) {
    Rect room = rect;
    draw_words(ui, room.take_top(line_height(ui, heading_look(ui.theme())) + ui.px(row_gap)),
               here_words(ui, roster), heading_look(ui.theme()));
    const std::string expected = expected_words(ui, roster);
    WordsLook look = quiet_look(ui.theme());
    look.max_lines = 2;
    const float expected_height =
        expected.empty() ? 0
                         : std::min(measure_words(ui, room.width, expected, look).height,
                                    2 * line_height(ui, look));
    const Size people{room.width, room.height - expected_height};
    const WidePlan plan = plan_wide(ui, people, roster.here.size());
    const bool fits = roster.here.size() <= plan.places;
    const std::size_t shown = fits ? roster.here.size() : plan.places - 1;
    const float width = std::floor(room.width / static_cast<float>(plan.columns));
    const auto place = [&](std::size_t i) {
        return Rect{room.left + static_cast<float>(i % plan.columns) * width,
                    room.top + static_cast<float>(i / plan.columns) * plan.row, width - ui.px(16),
                    plan.row};
    };
    for (std::size_t i = 0; i < shown; ++i) {
        draw_person(ui, place(i), roster.here[i], true, plan.words);
    }
    if (!fits) {
        Rect rest = place(shown);
        rest.take_left(ui.px(words_left));
        draw_words(ui, rest, ui.say(Sentence{"and {} more"}, roster.here.size() - shown),
                   quiet_look(ui.theme()));
    }
    const std::size_t rows =
        (std::min(shown + 1, roster.here.size()) + plan.columns - 1) / plan.columns;
    room.take_top(static_cast<float>(rows) * plan.row);
    if (!expected.empty()) draw_words(ui, room, expected, look);
}

}  // namespace stormote
