#include <algorithm>
#include <cmath>
#include <numeric>

#include "kiosk/ui/screens/table/table_parts.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float disc_radius = 20;
constexpr float words_left = 56;
constexpr float row_gap = 12;

TextBlockStyle heading_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = unit::body;
    style.weight = Weight::bold;
    style.colour = theme.ink;
    style.role = Role::heading;
    return style;
}

TextBlockStyle name_style(const Theme& theme, bool is_here) {
    TextBlockStyle style;
    style.size = 27;
    style.weight = is_here ? Weight::bold : Weight::regular;
    style.colour = is_here ? theme.ink : theme.ink_secondary;
    return style;
}

float line_height(Ui& ui, const TextBlockStyle& style) {
    return measure_text(ui, 0, "Åg", style).height;
}

enum class RowWords { name_and_organisation, name };

// Of a person's words in a row of that width; long ones wrap.
struct PersonHeight {
    float name = 0;
    float organisation = 0;
    float needs = 0;
    [[nodiscard]] float whole() const { return name + organisation + needs; }
};

// Bold, and there even where there is no room for organisations: somebody must act on them.
TextBlockStyle needs_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 25;
    style.weight = Weight::bold;
    style.colour = theme.primary;
    style.personal = true;
    return style;
}

PersonHeight measure_person(Ui& ui, float width, const RosterPerson& person, RowWords words) {
    const float bounds = width - ui.px(words_left);
    PersonHeight height;
    height.name = measure_text(ui, bounds, person.name, name_style(ui.theme(), true)).height;
    if (words == RowWords::name_and_organisation && !person.organisation.empty()) {
        height.organisation =
            measure_text(ui, bounds, person.organisation, quiet_text_style(ui.theme(), 25)).height;
    }
    if (!person.needs.empty()) {
        height.needs = measure_text(ui, bounds, person.needs, needs_style(ui.theme())).height;
    }
    return height;
}

float row_height(Ui& ui, float width, const RosterPerson& person, RowWords words) {
    const PersonHeight height = measure_person(ui, width, person, words);
    return std::max(ui.px(2 * disc_radius), height.whole()) +
           ui.px(words == RowWords::name ? 8 : row_gap);
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
    const PersonHeight height = measure_person(ui, rect.width, person, words);
    const float whole = std::max(ui.px(2 * disc_radius), height.whole());
    const float top = rect.top + std::round((whole - height.whole()) / 2);
    draw_mark(ui, {rect.left + ui.px(disc_radius), rect.top + whole / 2}, is_here);
    const float left = rect.left + ui.px(words_left);
    const float width = rect.width - ui.px(words_left);
    draw_text(ui, {left, top, width, height.name}, person.name, name_style(ui.theme(), is_here));
    if (height.organisation > 0) {
        draw_text(ui, {left, top + height.name, width, height.organisation}, person.organisation,
                  quiet_text_style(ui.theme(), 25));
    }
    if (height.needs > 0) {
        draw_text(ui, {left, top + height.name + height.organisation, width, height.needs},
                  person.needs, needs_style(ui.theme()));
    }
}

// The expected ones as a sentence, for where they have no rows; their number where the names would
// be more than two lines.
std::string expected_words(Ui& ui, float width, const TableRoster& roster) {
    if (roster.expected.empty()) return "";
    std::string names;
    for (const RosterPerson& person : roster.expected) {
        names += (names.empty() ? "" : ", ") + person.name;
    }
    const TextBlockStyle style = quiet_text_style(ui.theme(), 25);
    std::string sentence = ui.say(Sentence{"Expected: {}"}, names);
    const float most = 2 * line_height(ui, style) + 1;
    if (measure_text(ui, width, sentence, style).height <= most) return sentence;
    return ui.texts().get_plural(Sentence{"{} more is expected"}, Sentence{"{} more are expected"},
                                 static_cast<std::int64_t>(roster.expected.size()));
}

// Rows below each other, and how many of them there is room for.
class Rows {
  public:
    Rows(Ui& ui, const Rect& rect, const TableRoster& roster)
        : ui_(ui), rect_(rect), roster_(roster) {
        heading_ = line_height(ui, heading_style(ui.theme())) + ui.px(row_gap);
        more_ = line_height(ui, quiet_text_style(ui.theme(), 25));
        const std::size_t all = roster.here.size() + roster.expected.size();
        // Whom one talks to is known by their organisation; who is not here yet may wait with it.
        for (const auto& [here, expected] :
             {std::pair{RowWords::name_and_organisation, RowWords::name_and_organisation},
              std::pair{RowWords::name_and_organisation, RowWords::name},
              std::pair{RowWords::name, RowWords::name}}) {
            here_ = here;
            expected_ = expected;
            shown_ = count_fitting(0);
            if (shown_ >= all) break;
        }
        // One row says how many there is no row for.
        if (shown_ < all) shown_ = count_fitting(more_);
    }

    void draw() {
        heading(here_words(ui_, roster_));
        const std::size_t all = roster_.here.size() + roster_.expected.size();
        for (std::size_t i = 0; i < shown_; ++i) {
            if (i == roster_.here.size()) {
                rect_.take_top(ui_.px(16));
                heading(ui_.say(Sentence{"Expected"}));
            }
            const RosterPerson& person = person_at(i);
            const Rect row = rect_.take_top(row_height(ui_, rect_.width, person, words_at(i)));
            draw_person(ui_, row, person, i < roster_.here.size(), words_at(i));
        }
        if (shown_ == all || rect_.height < more_) return;
        draw_text(ui_, rect_.take_top(more_), ui_.say(Sentence{"and {} more"}, all - shown_),
                  quiet_text_style(ui_.theme(), 25));
    }

  private:
    [[nodiscard]] const RosterPerson& person_at(std::size_t index) const {
        const std::size_t here = roster_.here.size();
        return index < here ? roster_.here[index] : roster_.expected[index - here];
    }
    [[nodiscard]] RowWords words_at(std::size_t index) const {
        return index < roster_.here.size() ? here_ : expected_;
    }
    // How many rows fit with that much left below them.
    [[nodiscard]] std::size_t count_fitting(float below) const {
        const std::size_t all = roster_.here.size() + roster_.expected.size();
        float height = heading_ + below;
        for (std::size_t i = 0; i < all; ++i) {
            if (i == roster_.here.size()) height += heading_ + ui_.px(16);
            height += row_height(ui_, rect_.width, person_at(i), words_at(i));
            // The last row may stand on the edge with its gap.
            if (height > rect_.height + ui_.px(row_gap)) return i;
        }
        return all;
    }
    void heading(const std::string& words) {
        draw_text(ui_, rect_.take_top(heading_), words, heading_style(ui_.theme()));
    }

    Ui& ui_;
    Rect rect_;
    const TableRoster& roster_;
    RowWords here_ = RowWords::name_and_organisation;
    RowWords expected_ = RowWords::name_and_organisation;
    float heading_ = 0;
    float more_ = 0;
    std::size_t shown_ = 0;
};

// Rows of several people each, where all of them fit.
class WideRows {
  public:
    WideRows(Ui& ui, Size bounds, const std::vector<RosterPerson>& people)
        : ui_(ui), people_(people) {
        for (const RowWords words : {RowWords::name_and_organisation, RowWords::name}) {
            words_ = words;
            const float narrowest = words == RowWords::name ? 310 : 420;
            columns_ = static_cast<std::size_t>(
                std::max(1.0F, std::floor(bounds.width / (ui.px(narrowest) * ui.text_scale()))));
            width_ = std::floor(bounds.width / static_cast<float>(columns_));
            plan_rows();
            if (height() <= bounds.height + ui.px(row_gap)) break;
        }
    }

    [[nodiscard]] float height() const { return std::accumulate(rows_.begin(), rows_.end(), 0.0F); }

    void draw(Point corner) {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            const auto column = static_cast<float>(i % columns_);
            const float row = rows_[i / columns_];
            const Rect place{corner.x + column * width_, corner.y, width_ - ui_.px(16), row};
            draw_person(ui_, place, people_[i], true, words_);
            if (i % columns_ == columns_ - 1) corner.y += row;
        }
    }

  private:
    void plan_rows() {
        rows_.clear();
        for (std::size_t i = 0; i < people_.size(); ++i) {
            if (i % columns_ == 0) rows_.push_back(0);
            rows_.back() =
                std::max(rows_.back(), row_height(ui_, width_ - ui_.px(16), people_[i], words_));
        }
    }

    Ui& ui_;
    const std::vector<RosterPerson>& people_;
    RowWords words_ = RowWords::name_and_organisation;
    std::size_t columns_ = 1;
    float width_ = 0;
    std::vector<float> rows_;  // their heights
};

// As many names as fit, one behind the other, and how many more there are.
std::string fitting_names(Ui& ui, Size bounds, const std::vector<RosterPerson>& people,
                          const TextBlockStyle& style) {
    for (std::size_t count = people.size();; --count) {
        std::string names;
        for (std::size_t i = 0; i < count; ++i) names += (i > 0 ? ", " : "") + people[i].name;
        if (count < people.size())
            names += " " + ui.say(Sentence{"and {} more"}, people.size() - count);
        if (count == 0 || measure_text(ui, bounds.width, names, style).height <= bounds.height) {
            return names;
        }
    }
}

}  // namespace

std::string here_words(const Ui& ui, const TableRoster& roster) {
    const std::size_t all = roster.here.size() + roster.expected.size();
    if (roster.here.empty()) return ui.say(Sentence{"Nobody is here yet"});
    return ui.say(Sentence{"Here now · {} of {}"}, roster.here.size(), all);
}

void draw_roster(Ui& ui, const Rect& rect, const TableRoster& roster) {
    Rows(ui, rect, roster).draw();
}

void draw_wide_roster(Ui& ui, const Rect& rect, const TableRoster& roster) {
    Rect bounds = rect;
    draw_text(ui, bounds.take_top(line_height(ui, heading_style(ui.theme())) + ui.px(row_gap)),
              here_words(ui, roster), heading_style(ui.theme()));
    const TextBlockStyle style = quiet_text_style(ui.theme(), 25);
    const std::string expected = expected_words(ui, bounds.width, roster);
    const float expected_height =
        expected.empty() ? 0 : measure_text(ui, bounds.width, expected, style).height;
    const Size people{bounds.width, bounds.height - expected_height};
    WideRows rows(ui, people, roster.here);
    if (rows.height() <= people.height + ui.px(row_gap)) {
        rows.draw({bounds.left, bounds.top});
        bounds.take_top(rows.height());
    } else {
        const TextBlockStyle strong = name_style(ui.theme(), true);
        const std::string names = fitting_names(ui, people, roster.here, strong);
        const float height = measure_text(ui, bounds.width, names, strong).height;
        draw_text(ui, bounds.take_top(height), names, strong);
    }
    if (!expected.empty()) draw_text(ui, bounds, expected, style);
}

}  // namespace stormote
