#include "kiosk/ui/screens/table/note_choices.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/note_style.h"

namespace stormote {

namespace {

constexpr float choices_padding = 28;
constexpr float narrowest_version = 420;

TextBlockStyle title_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 28;
    style.weight = Weight::bold;
    style.colour = theme.warning;
    style.vertical = Vertical::middle;
    return style;
}

TextBlockStyle text_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 30;
    style.colour = theme.ink;
    style.max_lines = 6;
    return style;
}

std::string title_of(const Ui& ui, const NoteCard& note) {
    return ui.say(Sentence{"{} versions of one note. Which one holds?"}, note.choices.size());
}

std::string time_of(const NoteChoice& choice) {
    return choice.device.empty() ? choice.time_text : choice.device + " · " + choice.time_text;
}

ButtonStyle button_of(const Ui& ui, std::string_view id, const std::string& text) {
    const std::string label = ui.say(Sentence{"Choose this one"});
    return {.id = id, .label = label, .kind = ButtonKind::outlined, .name = label + ": " + text};
}

// Versions stand side by side where each has room, otherwise below each other.
class ChoicesPlan {
  public:
    ChoicesPlan(Ui& ui, float width, const NoteCard& note) : gap_(ui.px(24)) {
        inner_ = width - ui.px(2 * choices_padding);
        const auto fitting = static_cast<std::size_t>(
            std::max(1.0F, (inner_ + gap_) / (ui.px(narrowest_version) * ui.text_scale() + gap_)));
        columns_ = std::clamp<std::size_t>(note.choices.size(), 1, fitting);
        const auto count = static_cast<float>(columns_);
        version_width_ = std::floor((inner_ - gap_ * (count - 1)) / count);
        title_ = icon_line_height(ui, inner_, title_of(ui, note), title_style(ui.theme()));
        button_ = button_size(ui, button_of(ui, "", ""), version_width_ - ui.px(48)).height;
        for (const NoteChoice& choice : note.choices) {
            const TextBlockStyle style = text_style(ui.theme());
            const float line = measure_text(ui, 0, "Å", style).height;
            const float words =
                measure_text(ui, version_width_ - ui.px(60), choice.text, style).height;
            text_ = std::max(text_, std::min(words, std::ceil(line * 6)));
        }
        version_ =
            ui.px(20) + note_head_height(ui) + ui.px(8) + text_ + ui.px(16) + button_ + ui.px(20);
        rows_ = (note.choices.size() + columns_ - 1) / columns_;
    }

    [[nodiscard]] float height(const Ui& ui) const {
        return ui.px(2 * choices_padding) + title_ + ui.px(16) +
               static_cast<float>(rows_) * (version_ + gap_) - gap_;
    }
    [[nodiscard]] float title_height() const { return title_; }
    [[nodiscard]] float button_height() const { return button_; }
    // Within what is left below the title.
    [[nodiscard]] Rect version(const Rect& bounds, std::size_t index) const {
        const std::size_t row_number = index / columns_;
        const auto column = static_cast<float>(index % columns_);
        const auto row = static_cast<float>(row_number);
        return {bounds.left + column * (version_width_ + gap_),
                bounds.top + row * (version_ + gap_), version_width_, version_};
    }

  private:
    float gap_;
    float inner_ = 0;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
    float version_width_ = 0;
    float title_ = 0;
    float text_ = 0;
    float button_ = 0;
    float version_ = 0;
};

bool draw_version(Ui& ui, const Rect& rect, const ScrolledBounds& scrolled, const std::string& id,
                  const NoteChoice& choice, float button_height) {
    const Theme& theme = ui.theme();
    note_ground(ui, rect, note_colour(theme, choice.kind), false);
    Rect inside = rect.inset(0, ui.px(20));
    inside.left += ui.px(36);
    inside.width -= ui.px(60);
    draw_note_head(ui, inside.take_top(note_head_height(ui)), choice.kind, choice.is_withdrawn,
                   {time_of(choice)});
    inside.take_top(ui.px(8));
    const Rect place = inside.take_bottom(button_height);
    inside.take_bottom(ui.px(16));
    paint_text(ui, inside, choice.text, text_style(theme));
    // A button half out of sight is no target: the list is moved first.
    const bool shows =
        place.top >= scrolled.bounds.top && place.bottom() <= scrolled.bounds.bottom();
    return shows && button(ui, place, button_of(ui, id, choice.text));
}

}  // namespace

float choices_height(Ui& ui, float width, const NoteCard& note) {
    return ChoicesPlan(ui, width, note).height(ui);
}

std::optional<std::size_t> draw_choices(Ui& ui, const Rect& rect, const ScrolledBounds& scrolled,
                                        const std::string& id, const NoteCard& note) {
    const Theme& theme = ui.theme();
    const ChoicesPlan plan(ui, rect.width, note);
    const float radius = ui.px(unit::radius);
    ui.painter().fill(rect, theme.warning_ground, radius);
    ui.painter().outline(rect, theme.warning, ui.px(3), radius);
    Rect inside = rect.inset(ui.px(choices_padding), ui.px(choices_padding));
    const Rect title = inside.take_top(plan.title_height());
    inside.take_top(ui.px(16));
    const float side = ui.icon_px(44);
    ui.painter().icon({title.left, title.top + (title.height - side) / 2, side, side},
                      Icon::warning, theme.warning);
    paint_text(ui,
               {title.left + ui.icon_px(64), title.top, title.width - ui.icon_px(64), title.height},
               title_of(ui, note), title_style(theme));
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < note.choices.size(); ++i) {
        if (draw_version(ui, plan.version(inside, i), scrolled, id + "_choice_" + std::to_string(i),
                         note.choices[i], plan.button_height())) {
            chosen = i;
        }
    }
    return chosen;
}

}  // namespace stormote
