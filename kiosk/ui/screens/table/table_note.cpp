#include "kiosk/ui/screens/table/table_note.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/common/number_cards.h"
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

Icon option_icon(NoteChoosing what) {
    switch (what) {
        case NoteChoosing::owner:
            return Icon::person;
        case NoteChoosing::due:
            return Icon::calendar;
        case NoteChoosing::department:
            return Icon::building;
        default:
            return Icon::people;
    }
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
            if (is_choosing()) {
                draw_choosing(side);
            } else {
                draw_history(side);
            }
        }
        if (view_.keys.open) return draw_writing(bounds);
        const Rect others = bounds.take_bottom(place_other_buttons(bounds.width, {}));
        bounds.take_bottom(ui_.px(24));
        draw_writing(bounds);
        draw_other_buttons(others);
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
        const Rect others = bounds.take_bottom(place_other_buttons(bounds.width, {}));
        bounds.take_bottom(ui_.px(24));
        if (is_choosing()) {
            const float third = std::round(ui_.metrics().screen.height / 3);
            bounds.take_top(std::max(0.0F, third - bounds.top));
            draw_choosing(bounds);
            return draw_other_buttons(others);
        }
        // Half for what was written, half for what is being written.
        const Rect above = bounds.take_top(std::round(bounds.height * 0.42F));
        bounds.take_top(ui_.px(24));
        draw_history(above);
        draw_writing(bounds);
        draw_other_buttons(others);
    }

    [[nodiscard]] bool is_choosing() const { return view_.choosing != NoteChoosing::nothing; }

    void draw_writing(const Rect& rect) {
        for (WritingIntent& intent : writing_.draw_composer(rect)) add(std::move(intent));
    }

    struct OtherButton {
        ButtonStyle style;
        TableNoteIntent intent;
    };

    [[nodiscard]] ButtonStyle outlined(std::string_view id, const Sentence& words,
                                       Icon icon) const {
        return {.id = id, .label = ui_.say(words), .icon = icon, .kind = ButtonKind::outlined};
    }

    // What the table says of the note besides its words: of a commitment who and when, of a
    // question whom it asks.
    void add_mark_buttons(std::vector<OtherButton>& buttons) const {
        const NoteKind kind = view_.composer.kind;
        if (kind == NoteKind::commitment) {
            buttons.push_back({outlined("owner", Sentence{"Who?"}, Icon::person),
                               BeginChoosing{NoteChoosing::owner}});
            buttons.push_back({outlined("due", Sentence{"By when?"}, Icon::calendar),
                               BeginChoosing{NoteChoosing::due}});
        }
        if (kind == NoteKind::question && view_.has_departments) {
            buttons.push_back({outlined("department", Sentence{"To whom?"}, Icon::building),
                               BeginChoosing{NoteChoosing::department}});
        }
        buttons.push_back({outlined("agreeing", Sentence{"How many agree?"}, Icon::people),
                           BeginChoosing{NoteChoosing::agreeing}});
        if (view_.is_chosen) {
            buttons.push_back(
                {outlined("unchoose", Sentence{"Not for the wall"}, Icon::cross), ToggleChosen{}});
        } else if (view_.may_choose) {
            buttons.push_back(
                {outlined("choose", Sentence{"For the wall"}, Icon::mark_star), ToggleChosen{}});
        }
    }

    // Taking back what is being typed; where nothing is, all that can be done with the note.
    [[nodiscard]] std::vector<OtherButton> other_buttons() const {
        if (is_choosing()) {
            return {{outlined("stop_choosing", Sentence{"Never mind"}, Icon::cross),
                     BeginChoosing{NoteChoosing::nothing}}};
        }
        if (view_.is_changed) {
            return {{outlined("drop_change", Sentence{"Discard the change"}, Icon::undo),
                     DropChange{}}};
        }
        std::vector<OtherButton> buttons;
        if (!view_.earlier.empty()) {
            buttons.push_back({outlined("restore", Sentence{"Restore"}, Icon::undo),
                               BeginChoosing{NoteChoosing::version}});
        }
        if (view_.is_withdrawn) return buttons;
        if (!view_.questions.empty()) {
            buttons.push_back({outlined("move", Sentence{"Move"}, Icon::forward),
                               BeginChoosing{NoteChoosing::question}});
        }
        if (!view_.others.empty()) {
            buttons.push_back({outlined("join", Sentence{"Join"}, Icon::handshake),
                               BeginChoosing{NoteChoosing::note}});
            buttons.push_back(
                {outlined("order", Sentence{"Put in order"}, Icon::lines), OpenOrder{}});
        }
        add_mark_buttons(buttons);
        ButtonStyle away = outlined("withdraw", Sentence{"Take away"}, Icon::trash);
        away.kind = ButtonKind::warning;
        buttons.push_back({away, WithdrawNote{}});
        return buttons;
    }

    // Gives each button its place from the upper left corner; the height of all rows.
    float place_other_buttons(
        float width, const std::function<void(const OtherButton&, const Rect&)>& place) const {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        Rect bounds{0, 0, width, ui_.metrics().screen.height};
        ChipFlow flow(ui_, bounds);
        for (const OtherButton& button : other_buttons()) {
            const Rect rect = flow.place(button_size(ui_, button.style, width));
            if (place) place(button, rect);
        }
        flow.end(0);
        return bounds.top;
    }

    void draw_other_buttons(const Rect& rect) {
        place_other_buttons(rect.width, [&](const OtherButton& other, const Rect& place) {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            if (button(ui_,
                       {rect.left + place.left, rect.top + place.top, place.width, place.height},
                       other.style)) {
                add(other.intent);
            }
        });
    }

    // A title above what is shown or chosen.
    void draw_heading(Rect& bounds, const std::string& title) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const TextBlockStyle style = bold_style(unit::body, ui_.theme().ink);
        const float height = measure_text(ui_, bounds.width, title, style).height;
        draw_text(ui_, bounds.take_top(height), title, style);
        bounds.take_top(ui_.px(unit::gap));
    }

    [[nodiscard]] std::string choosing_words() const {
        switch (view_.choosing) {
            case NoteChoosing::question:
                return ui_.say(Sentence{"Which question does it answer?"});
            case NoteChoosing::note:
                return ui_.say(Sentence{"Which note says the same?"});
            case NoteChoosing::agreeing:
                return ui_.say(Sentence{"How many at the table agree?"});
            case NoteChoosing::owner:
                return ui_.say(Sentence{"Who sees to it?"});
            case NoteChoosing::due:
                return ui_.say(Sentence{"By when is it to be done?"});
            case NoteChoosing::department:
                return ui_.say(Sentence{"Who in the municipality is asked?"});
            case NoteChoosing::version:
            case NoteChoosing::nothing:
                break;
        }
        return ui_.say(Sentence{"Which version is to hold again?"});
    }

    [[nodiscard]] std::vector<NumberCard> choosing_cards() const {
        std::vector<NumberCard> cards;
        const auto add_card = [&](const std::string& upper, const std::string& lower, Icon icon) {
            cards.push_back({.id = "choose_" + std::to_string(cards.size() + 1),
                             .upper = upper,
                             .lower = lower,
                             .icon = icon});
        };
        switch (view_.choosing) {
            case NoteChoosing::question:
                for (const std::string& question : view_.questions) {
                    add_card(question, "", Icon::forward);
                }
                break;
            case NoteChoosing::note:
                for (const NoteCard& note : view_.others) {
                    add_card(note.text, note_word(ui_.texts(), note.kind) + " · " + note.time_text,
                             note_icon(note.kind));
                }
                break;
            case NoteChoosing::version:
                for (const NoteChoice& version : view_.earlier) {
                    add_card(version.text,
                             note_word(ui_.texts(), version.kind) + " · " + version.time_text,
                             note_icon(version.kind));
                }
                break;
            case NoteChoosing::agreeing:
            case NoteChoosing::owner:
            case NoteChoosing::due:
            case NoteChoosing::department:
                for (const NoteOption& option : view_.options) {
                    add_card(option.upper, option.lower, option_icon(view_.choosing));
                    cards.back().is_selected = option.is_selected;
                }
                break;
            case NoteChoosing::nothing:
                break;
        }
        return cards;
    }

    void draw_choosing(Rect bounds) {
        draw_heading(bounds, choosing_words());
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        const NumberCardsTouch touch = draw_number_cards(ui_, "choose", bounds, choosing_cards(),
                                                         view_.scroll, NumberCardsLayout::list);
        if (touch.chosen) add(ChooseForNote{*touch.chosen});
        if (!(touch.scroll == view_.scroll)) add(ScrollNotes{touch.scroll});
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
        draw_heading(bounds, ui_.say(Sentence{"Earlier versions are kept"}));
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
