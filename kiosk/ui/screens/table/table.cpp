#include "kiosk/ui/screens/table/table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/table/note_choices.h"
#include "kiosk/ui/screens/table/note_writing.h"
#include "kiosk/ui/screens/table/question_tabs.h"
#include "kiosk/ui/screens/table/table_parts.h"
#include "kiosk/ui/shell/frame_tools.h"
#include "kiosk/ui/widgets/icon_button.h"

namespace stormote {

namespace {

constexpr float side_width = 429;
constexpr float narrowest_note = 460;
constexpr float block_gap = 20;

// Where each note stands, from the upper left corner of their list.
struct NotePlaces {
    std::vector<Rect> places;
    float height = 0;
};

ButtonStyle agree_button(const Ui& ui, const std::string& id, const NoteCard& note) {
    return {.id = id,
            .label = ui.say(Sentence{"+1"}),
            .kind = ButtonKind::outlined,
            .name = ui.say(Sentence{"One more agrees with “{}”"}, note.text)};
}

// Held upright, the notes stand out of reach while somebody writes.
bool can_agree(const Ui& ui, const TableView& view) {
    return !ui.metrics().portrait() || !view.keys.open;
}

// Room at the end of a card for the button with which one more agrees.
float agree_width(Ui& ui, const TableView& view, const NoteCard& note) {
    if (note.is_withdrawn || note.choices.size() > 1 || !can_agree(ui, view)) return 0;
    return button_size(ui, agree_button(ui, "", note), ui.px(2 * unit::target)).width;
}

float card_height(Ui& ui, float width, const TableView& view, const NoteCard& note) {
    return note.choices.size() > 1
               ? choices_height(ui, width, note)
               : note_height(ui, width, note, NoteText::first_lines, agree_width(ui, view, note));
}

NotePlaces place_notes(Ui& ui, float width, const TableView& view) {
    const std::vector<NoteCard>& notes = view.notes;
    NotePlaces list;
    const float gap = ui.px(block_gap);
    const bool is_wide = width >= 2 * ui.px(narrowest_note) * ui.text_scale() + gap;
    const float half = std::floor((width - gap) / 2);
    for (std::size_t i = 0; i < notes.size();) {
        // What must be chosen has the whole width; the others stand two by two, equally high.
        const auto is_alone = [&](std::size_t at) {
            return !is_wide || notes[at].choices.size() > 1;
        };
        const bool is_pair = !is_alone(i) && i + 1 < notes.size() && !is_alone(i + 1);
        const float each = is_alone(i) ? width : half;
        float height = card_height(ui, each, view, notes[i]);
        if (is_pair) height = std::max(height, card_height(ui, each, view, notes[i + 1]));
        list.places.push_back({0, list.height, each, height});
        if (is_pair) list.places.push_back({half + gap, list.height, each, height});
        list.height += height + gap;
        i += is_pair ? 2 : 1;
    }
    list.height = std::max(0.0F, list.height - gap);
    return list;
}

void draw_no_notes(Ui& ui, const Rect& bounds, bool is_over) {
    draw_empty_state(ui, bounds, Icon::lightbulb,
                     is_over ? ui.say(Sentence{"Nothing was noted on this question."})
                             : ui.say(Sentence{"Nothing noted on this question yet.\n"
                                               "Write down what is said, as it is said."}));
}

class TableScreen {
  public:
    TableScreen(Ui& ui, const TableView& view)
        : ui_(ui),
          view_(view),
          writing_(ui, view.composer, view.keys,
                   {.label = ui.say(Sentence{"New note"}),
                    .placeholder = ui.say(Sentence{"Write what the group says"}),
                    .done = ui.say(Sentence{"Done"})}) {}

    std::vector<TableIntent> draw() {
        Rect bounds = ui_.screen_rect();
        draw_table_header(ui_, bounds.take_top(table_header_height(ui_, view_)), view_);
        draw_message(bounds);
        writing_.draw_keyboard(bounds);
        if (ui_.metrics().portrait()) {
            draw_upright(bounds);
        } else if (view_.keys.open) {
            draw_while_writing(bounds.inset(ui_.px(40), ui_.px(16)));
        } else {
            draw_side(bounds.take_left(
                std::round(ui_.px(side_width) * std::min(1.25F, ui_.text_scale()))));
            draw_main(bounds.inset(ui_.px(40), ui_.px(28)));
        }
        if (const auto keys = writing_.changed_keys()) add(*keys);
        if (ui_.pressed(KeyKind::find)) add(OpenSearch{});
        if (ui_.pressed(KeyKind::escape)) {
            if (view_.keys.open) {
                add(writing_.close_keyboard());
            } else {
                add(FrameIntent{GoBack{}});
            }
        }
        return std::move(intents_);
    }

  private:
    void add(TableIntent intent) { intents_.push_back(std::move(intent)); }

    // With large letters the room is what is being written's.
    void draw_message(Rect& bounds) {
        if (!view_.message && view_.ended_text.empty()) return;
        if (view_.keys.open && ui_.text_scale() >= largest_controls_scale) return;
        const float height = table_message_height(ui_, bounds.width, view_);
        draw_table_message(ui_, bounds.take_top(height), view_);
    }

    void draw_side(const Rect& side) {
        const Theme& theme = ui_.theme();
        ui_.painter().fill(side, theme.card);
        ui_.painter().fill({side.right() - ui_.px(2), side.top, ui_.px(2), side.height},
                           theme.hairline);
        Rect bounds = side.inset(ui_.px(32), ui_.px(28));
        const Rect tools = bounds.take_bottom(ui_.px(unit::target));
        bounds.take_bottom(ui_.px(24));
        ui_.record().begin_last();
        if (const auto chosen = draw_tools(ui_, tools, Tools::all)) add(*chosen);
        ui_.record().end_last();
        if (view_.done) {
            draw_done(bounds.take_bottom(table_done_height(ui_, bounds.width, *view_.done)));
            bounds.take_bottom(ui_.px(block_gap));
        }
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_moment_buttons(bounds);
        draw_roster(ui_, bounds, view_.roster);
    }

    void draw_done(const Rect& rect) {
        if (draw_table_done(ui_, rect, *view_.done)) add(TakeBackDone{});
    }

    // What this moment asks of the table. Changing tables is above the names: they are those of the
    // new round already.
    void draw_moment_buttons(Rect& bounds) {
        if (view_.has_changes) {
            draw_moment_button(bounds,
                               {.id = "changes",
                                .label = ui_.say(Sentence{"Change tables now"}),
                                .icon = Icon::people},
                               OpenChanges{});
        }
        // Whoever is writing is not asked for something else.
        if (view_.asks_to_choose && !view_.keys.open) {
            draw_moment_button(bounds,
                               {.id = "choose_notes",
                                .label = ui_.say(Sentence{"Choose three for the wall"}),
                                .icon = Icon::mark_star,
                                .kind = ButtonKind::outlined},
                               OpenChosen{});
        }
    }

    void draw_moment_button(Rect& bounds, const ButtonStyle& style, TableIntent intent) {
        const float height = button_size(ui_, style, bounds.width).height;
        if (button(ui_, bounds.take_top(height), style)) add(std::move(intent));
        bounds.take_top(ui_.px(block_gap));
    }

    [[nodiscard]] std::string question_words() const {
        if (view_.questions.empty()) return ui_.say(Sentence{"Notes of the evening"});
        const QuestionTab& question = view_.questions[view_.selected];
        return question.text.empty() ? question.title : question.text;
    }

    [[nodiscard]] TextBlockStyle question_style() const {
        TextBlockStyle style;
        style.size = unit::heading;
        style.weight = Weight::bold;
        style.colour = ui_.theme().ink;
        style.role = Role::heading;
        return style;
    }

    void draw_question(const Rect& rect) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        draw_text(ui_, rect, question_words(), question_style());
    }

    [[nodiscard]] float question_height(float width) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        return measure_text(ui_, width, question_words(), question_style()).height;
    }

    // The search stands at the end of the questions' row.
    [[nodiscard]] float search_width() const {
        return view_.has_notes ? ui_.px(unit::target + unit::gap) : 0;
    }
    [[nodiscard]] float tabs_height(float width) {
        const float tabs = question_tabs_height(ui_, width - search_width(), view_);
        return view_.has_notes ? std::max(tabs, ui_.px(unit::target)) : tabs;
    }
    void draw_tabs(Rect rect) {
        const float side = ui_.px(unit::target);
        Rect search = rect.take_right(search_width());
        if (const auto chosen = draw_question_tabs(ui_, rect, view_)) add(ChooseQuestion{*chosen});
        if (!view_.has_notes) return;
        search = search.take_right(side);
        if (icon_button(ui_, search.take_top(side),
                        {.id = "search",
                         .label = ui_.say(Sentence{"Find a note"}),
                         .icon = Icon::search})) {
            add(OpenSearch{});
        }
    }

    void draw_main(Rect bounds) {
        const float gap = ui_.px(block_gap);
        const float composer = fit_composer(bounds.width);
        const float tabs = tabs_height(bounds.width);
        const float question = question_height(bounds.width);
        const float spare = bounds.height - composer;
        const bool has_question = question + gap <= spare;
        const bool has_tabs = tabs > 0 && tabs + gap + (has_question ? question + gap : 0) <= spare;
        if (has_tabs) {
            draw_tabs(bounds.take_top(tabs));
            bounds.take_top(gap);
        }
        if (has_question) {
            draw_question(bounds.take_top(question));
            bounds.take_top(gap);
        }
        draw_notes_and_composer(bounds, composer);
    }

    // The keyboard takes the lower half: what is being written stands beside the notes, and the
    // list of names gives way.
    void draw_while_writing(Rect bounds) {
        const float gap = ui_.px(unit::gap);
        const Rect aside = bounds.take_right(std::round(bounds.width * 0.35F));
        bounds.take_right(ui_.px(32));
        const float composer = fit_composer(bounds.width);
        const float tabs = tabs_height(bounds.width);
        if (tabs > 0 && tabs + gap + composer <= bounds.height) {
            draw_tabs(bounds.take_top(tabs));
            bounds.take_top(gap);
        }
        // The question in full where there is room for it.
        const float question = question_height(bounds.width);
        if (question + gap + composer <= bounds.height) {
            draw_question(bounds.take_top(question));
            bounds.take_top(gap);
        }
        for (WritingIntent& intent : writing_.draw_composer(bounds)) add(std::move(intent));
        draw_latest(aside);
    }

    void draw_latest(Rect bounds) {
        draw_moment_buttons(bounds);
        if (view_.done) {
            const float height = table_done_height(ui_, bounds.width, *view_.done);
            if (height + ui_.px(block_gap + unit::target) <= bounds.height) {
                draw_done(bounds.take_top(height));
                bounds.take_top(ui_.px(block_gap));
            }
        }
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_notes(bounds);
    }

    void draw_upright(Rect bounds) {
        const Theme& theme = ui_.theme();
        const float gap = ui_.px(block_gap);
        const float margin = margin_of(ui_);
        if (!view_.keys.open) {
            const Rect bar = bounds.take_bottom(ui_.px(unit::target + 2 * 20));
            ui_.painter().fill(bar, theme.card);
            ui_.painter().fill({bar.left, bar.top, bar.width, ui_.px(2)}, theme.hairline);
            ui_.record().begin_last();
            if (const auto chosen = draw_tools(ui_, bar.inset(margin, ui_.px(20)), Tools::all)) {
                add(*chosen);
            }
            ui_.record().end_last();
        }
        const float width = bounds.width - 2 * margin;
        const float question = question_height(width);
        if (!view_.keys.open) {
            // Held upright, nothing that must be reached stands in the upper third.
            const float third = ui_.metrics().screen.height / 3;
            const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
            const float above = third - bounds.top - question - 2 * gap;
            const Rect top = bounds.take_top(std::max(ui_.px(300), std::round(above)));
            ui_.painter().fill(top, theme.card);
            ui_.painter().fill({top.left, top.bottom() - ui_.px(2), top.width, ui_.px(2)},
                               theme.hairline);
            draw_wide_roster(ui_, top.inset(margin, ui_.px(24)), view_.roster);
        }
        bounds = bounds.inset(margin, gap);
        draw_question(bounds.take_top(question));
        bounds.take_top(gap);
        if (!view_.keys.open) draw_moment_buttons(bounds);
        const float tabs = tabs_height(width);
        if (tabs > 0 && !view_.keys.open) {
            draw_tabs(bounds.take_top(tabs));
            bounds.take_top(gap);
        }
        const float composer = fit_composer(width);
        if (view_.keys.open && composer + gap + ui_.px(unit::target) <= bounds.height) {
            return draw_upright_writing(bounds, composer, tabs);
        }
        draw_notes_and_composer(bounds, composer);
    }

    // The questions, and what was just done, lie above what is being written, within reach. They
    // are left out where they would make the notes scroll: the buttons for that would be out of
    // reach.
    void draw_upright_writing(Rect bounds, float composer, float tabs) {
        const float gap = ui_.px(block_gap);
        const Rect field = bounds.take_bottom(composer);
        bounds.take_bottom(gap);
        const float notes = place_notes(ui_, bounds.width, view_).height;
        const auto take_row = [&](float height) {
            std::optional<Rect> row;
            if (height <= 0 || notes + gap + height > bounds.height) return row;
            row = bounds.take_bottom(height);
            bounds.take_bottom(gap);
            return row;
        };
        const auto tabs_row = take_row(tabs);
        const auto done_row =
            take_row(view_.done ? table_done_height(ui_, bounds.width, *view_.done) : 0);
        draw_notes(bounds);
        if (done_row) draw_done(*done_row);
        if (tabs_row) draw_tabs(*tabs_row);
        for (WritingIntent& intent : writing_.draw_composer(field)) add(std::move(intent));
    }

    // Three lines to write in; two where large letters leave too little for the notes.
    float fit_composer(float width) {
        if (is_written_out(view_)) return 0;
        const bool has_room = ui_.text_scale() <= 1.6F || ui_.metrics().portrait();
        return writing_.composer_height(width, has_room ? 3 : 2);
    }

    void draw_notes_and_composer(Rect bounds, float composer) {
        if (is_written_out(view_)) return draw_notes_above_done(bounds);
        const float least = ui_.px(unit::target);
        // Too little for notes is room for what is being written.
        if (bounds.height - composer - ui_.px(block_gap) < least) composer = bounds.height;
        const Rect bottom = bounds.take_bottom(composer);
        if (bounds.height >= least) {
            bounds.take_bottom(ui_.px(block_gap));
            draw_notes_above_done(bounds);
        }
        for (WritingIntent& intent : writing_.draw_composer(bottom)) add(std::move(intent));
    }

    // Held upright, what was just done has no column beside the notes: it stands below them.
    void draw_notes_above_done(Rect bounds) {
        std::optional<Rect> done;
        if (view_.done && ui_.metrics().portrait()) {
            const float height = table_done_height(ui_, bounds.width, *view_.done);
            if (height + ui_.px(block_gap + unit::target) <= bounds.height) {
                done = bounds.take_bottom(height);
                bounds.take_bottom(ui_.px(block_gap));
            }
        }
        draw_notes(bounds);
        if (done) draw_done(*done);
    }

    void draw_notes(const Rect& bounds) {
        if (view_.notes.empty()) {
            // An invitation, and nothing that must be read.
            if (bounds.height >= ui_.px(240)) draw_no_notes(ui_, bounds, is_written_out(view_));
            return;
        }
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "notes", bounds,
            [&](float width) { return place_notes(ui_, width, view_).height; }, view_.scroll);
        const NotePlaces list = place_notes(ui_, scrolled.bounds.width, view_);
        // A little more than the room: rings of focus and edges are drawn around the cards.
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(10), 0));
        for (std::size_t i = 0; i < view_.notes.size(); ++i) {
            const Rect& place = list.places[i];
            const Rect rect{scrolled.bounds.left + place.left, scrolled.top + place.top,
                            place.width, place.height};
            if (is_in_sight(scrolled, rect)) draw_card(scrolled, rect, i);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == view_.scroll)) add(ScrollNotes{scrolled.scroll});
    }

    void draw_card(const ScrolledBounds& scrolled, const Rect& rect, std::size_t index) {
        const NoteCard& note = view_.notes[index];
        const std::string id = "note_" + std::to_string(index + 1);
        if (note.choices.size() > 1) {
            const auto choice = draw_choices(ui_, rect, scrolled, id, note);
            if (choice && scrolled.taps_count) add(ChooseVersion{index, *choice});
            return;
        }
        const float aside = agree_width(ui_, view_, note);
        Rect whole = rect;
        Rect end = whole.take_right(aside > 0 ? aside + ui_.px(36) : 0);
        const Rect touchable = touchable_part(ui_, scrolled, whole);
        if (draw_note(ui_, rect, touchable, id, note, aside) && scrolled.taps_count) {
            add(OpenNote{index});
        }
        if (aside > 0) draw_agree(scrolled, end, index);
    }

    void draw_agree(const ScrolledBounds& scrolled, Rect end, std::size_t index) {
        const NoteCard& note = view_.notes[index];
        const std::string id = "agree_" + std::to_string(index + 1);
        const ButtonStyle style = agree_button(ui_, id, note);
        end.take_right(ui_.px(24));
        const Size size = button_size(ui_, style, end.width);
        const Rect place = end.middle({end.width, size.height});
        // A button half out of sight is no target: the list is moved first.
        const bool shows =
            place.top >= scrolled.bounds.top && place.bottom() <= scrolled.bounds.bottom();
        if (shows && button(ui_, place, style) && scrolled.taps_count) add(AgreeWithNote{index});
    }

    Ui& ui_;
    const TableView& view_;
    NoteWriting writing_;
    std::vector<TableIntent> intents_;
};

}  // namespace

std::vector<TableIntent> draw_table(Ui& ui, const TableView& view) {
    ui.begin_screen("table");
    return TableScreen(ui, view).draw();
}

}  // namespace stormote
