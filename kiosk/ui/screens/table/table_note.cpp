#include "kiosk/ui/screens/table/table_note.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/table/note_writing.h"
#include "kiosk/ui/shell/frame_tools.h"

namespace stormote {

namespace {

TextBlockStyle bold_style(float size, Colour colour) {
    TextBlockStyle style;
    style.size = size;
    style.weight = Weight::bold;
    style.colour = colour;
    style.role = Role::heading;
    return style;
}

// A version as a card that says also where it was written.
NoteCard card_of(const NoteChoice& version) {
    NoteCard card;
    card.kind = version.kind;
    card.is_withdrawn = version.is_withdrawn;
    card.text = version.text;
    card.time_text =
        version.device.empty() ? version.time_text : version.device + " · " + version.time_text;
    return card;
}

class NoteScreen {
  public:
    NoteScreen(Ui& ui, const TableNoteView& view)
        : ui_(ui),
          view_(view),
          writing_(ui, view.composer, view.keys,
                   {.label = ui.say(Sentence{"Note"}),
                    .placeholder = ui.say(Sentence{"Write the note"}),
                    .done = view.is_withdrawn ? ui.say(Sentence{"Restore the note"})
                                              : ui.say(Sentence{"Save the change"})}) {}

    std::vector<TableNoteIntent> draw() {
        Rect bounds = ui_.screen_rect();
        writing_.draw_keyboard(bounds);
        draw_header(bounds);
        const float margin = margin_of(ui_);
        if (ui_.metrics().portrait()) {
            draw_upright(bounds.inset(margin, ui_.px(20)));
        } else {
            draw_wide(bounds.inset(margin, ui_.px(view_.keys.open ? 20 : 32)));
        }
        if (const auto keys = writing_.changed_keys()) add(*keys);
        if (ui_.pressed(KeyKind::escape)) add(FrameIntent{GoBack{}});
        return std::move(intents_);
    }

  private:
    void add(TableNoteIntent intent) { intents_.push_back(std::move(intent)); }

    void draw_header(Rect& bounds) {
        const Theme& theme = ui_.theme();
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const bool has_back = !ui_.metrics().portrait();
        const std::string title = view_.is_withdrawn ? ui_.say(Sentence{"A withdrawn note"})
                                                     : ui_.say(Sentence{"Change the note"});
        const float left =
            margin_of(ui_) + (has_back ? tools_width(ui_, Tools::all) + ui_.px(40) : 0);
        const float width = bounds.width - left - margin_of(ui_);
        const TextBlockStyle strong = bold_style(34, theme.ink);
        const TextBlockStyle quiet = quiet_text_style(theme, unit::body);
        const float upper = measure_text(ui_, width, title, strong).height;
        const float lower = measure_text(ui_, width, view_.question, quiet).height;
        const Rect header = bounds.take_top(std::max(ui_.px(120), upper + lower + ui_.px(24)));
        ui_.painter().fill(header, theme.card);
        ui_.painter().fill({header.left, header.bottom() - ui_.px(2), header.width, ui_.px(2)},
                           theme.hairline);
        const float top = header.top + std::round((header.height - upper - lower) / 2);
        if (has_back) {
            const float side = ui_.px(unit::target);
            draw_row_of_tools({margin_of(ui_), header.top + (header.height - side) / 2, 0, side});
        }
        draw_text(ui_, {left, top, width, upper}, title, strong);
        draw_text(ui_, {left, top + upper, width, lower}, view_.question, quiet);
    }

    void draw_row_of_tools(const Rect& rect) {
        if (const auto chosen = draw_tools(ui_, rect, Tools::all)) add(*chosen);
    }

    void draw_wide(Rect bounds) {
        // Large letters leave room for what is being written, and no more.
        if (!view_.keys.open || ui_.text_scale() < largest_controls_scale) {
            const Rect side = bounds.take_right(std::round(bounds.width * 0.37F));
            bounds.take_right(ui_.px(40));
            draw_history(side);
        }
        if (view_.keys.open || !has_other_button()) return draw_writing(bounds);
        const Rect other = bounds.take_bottom(other_button_size(bounds.width).height);
        bounds.take_bottom(ui_.px(24));
        draw_writing(bounds);
        draw_other_button(other);
    }

    void draw_upright(Rect bounds) {
        if (view_.keys.open) {
            const float third = std::round(ui_.metrics().screen.height / 3);
            draw_history(bounds.take_top(third - bounds.top - ui_.px(24)));
            bounds.take_top(ui_.px(24));
            return draw_writing(bounds);
        }
        // Drawn now, for their room, but read last.
        ui_.record().begin_last();
        draw_row_of_tools(bounds.take_bottom(ui_.px(unit::target)));
        ui_.record().end_last();
        bounds.take_bottom(ui_.px(24));
        Rect other;
        if (has_other_button()) {
            other = bounds.take_bottom(other_button_size(bounds.width).height);
            bounds.take_bottom(ui_.px(24));
        }
        // Half for what was written, half for what is being written.
        const Rect above = bounds.take_top(std::round(bounds.height * 0.42F));
        bounds.take_top(ui_.px(24));
        draw_history(above);
        draw_writing(bounds);
        if (has_other_button()) draw_other_button(other);
    }

    void draw_writing(const Rect& rect) {
        for (WritingIntent& intent : writing_.draw_composer(rect)) add(std::move(intent));
    }

    [[nodiscard]] bool has_other_button() const { return view_.is_changed || !view_.is_withdrawn; }

    // Taking back what is being typed, or the whole note where nothing is.
    [[nodiscard]] ButtonStyle other_button() const {
        if (view_.is_changed) {
            return {.id = "drop_change",
                    .label = ui_.say(Sentence{"Discard the change"}),
                    .icon = Icon::undo,
                    .kind = ButtonKind::outlined};
        }
        return {.id = "withdraw",
                .label = ui_.say(Sentence{"Withdraw the note"}),
                .icon = Icon::trash,
                .kind = ButtonKind::warning};
    }

    [[nodiscard]] Size other_button_size(float widest) const {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        return button_size(ui_, other_button(), widest);
    }

    void draw_other_button(const Rect& rect) {
        const Size size = other_button_size(rect.width);
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        if (!button(ui_, {rect.left, rect.top, size.width, size.height}, other_button())) return;
        if (view_.is_changed) {
            add(DropChange{});
        } else {
            add(WithdrawNote{});
        }
    }

    [[nodiscard]] float list_height(float width) const {
        float height = -ui_.px(unit::gap);
        for (const NoteChoice& version : view_.versions) {
            height +=
                note_height(ui_, width, card_of(version), NoteText::whole) + ui_.px(unit::gap);
        }
        return height;
    }

    void draw_history(Rect bounds) {
        {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            const TextBlockStyle style = bold_style(unit::body, ui_.theme().ink);
            const std::string title = ui_.say(Sentence{"Earlier versions are kept"});
            const float height = measure_text(ui_, bounds.width, title, style).height;
            draw_text(ui_, bounds.take_top(height), title, style);
            bounds.take_top(ui_.px(unit::gap));
        }
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "history", bounds, [this](float width) { return list_height(width); },
            view_.scroll);
        ui_.painter().clip(scrolled.bounds);
        float top = scrolled.top;
        for (const NoteChoice& version : view_.versions) {
            const NoteCard note = card_of(version);
            const Rect rect{scrolled.bounds.left, top, scrolled.bounds.width,
                            note_height(ui_, scrolled.bounds.width, note, NoteText::whole)};
            if (is_in_sight(scrolled, rect))
                show_note(ui_, rect, touchable_part(ui_, scrolled, rect), note);
            top += rect.height + ui_.px(unit::gap);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == view_.scroll)) add(ScrollNotes{scrolled.scroll});
    }

    Ui& ui_;
    const TableNoteView& view_;
    NoteWriting writing_;
    std::vector<TableNoteIntent> intents_;
};

}  // namespace

std::vector<TableNoteIntent> draw_table_note(Ui& ui, const TableNoteView& view) {
    ui.begin_screen("table_note");
    return NoteScreen(ui, view).draw();
}

}  // namespace stormote
