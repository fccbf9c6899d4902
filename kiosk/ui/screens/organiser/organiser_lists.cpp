#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float lists_gap_units = 20;
constexpr float narrowest_note = 520;

// A note as its card, with the place where it was written in front of its time.
NoteCard card_of(const OrganiserNote& note) {
    NoteCard card = note.card;
    card.time_text = note.place + " · " + card.time_text;
    // All versions are shown on the table's own screen, where they are chosen from.
    if (card.choices.size() > 1) card.text += "\n(" + card.choices.front().text + ")";
    return card;
}

// A note, the heading of a question, or neither: that nothing is noted on it yet.
struct PlacedNote {
    const OrganiserNote *note = nullptr;
    const std::string *title = nullptr;
    Rect rect;
};

TextBlockStyle nothing_style(const Theme& theme) {
    TextBlockStyle style = organiser_words(theme);
    style.colour = theme.ink_secondary;
    return style;
}

std::string nothing_words(const Ui& ui) {
    return ui.say(Sentence{"Nothing noted yet."});
}

struct NotesPlan {
    std::vector<PlacedNote> placed;
    float height = 0;
};

NotesPlan plan_notes(Ui& ui, float width, const std::vector<OrganiserQuestion>& questions) {
    NotesPlan plan;
    const float gap = ui.px(lists_gap_units);
    const bool is_wide = width >= 2 * ui.px(narrowest_note) * ui.text_scale() + gap;
    const float each = is_wide ? std::floor((width - gap) / 2) : width;
    for (const OrganiserQuestion& question : questions) {
        const float heading = measure_text(ui, width, question.title, organiser_heading({})).height;
        if (plan.height > 0) plan.height += ui.px(16);
        plan.placed.push_back({nullptr, &question.title, {0, plan.height, width, heading}});
        plan.height += heading + ui.px(12);
        if (question.notes.empty()) {
            const float words =
                measure_text(ui, width, nothing_words(ui), nothing_style({})).height;
            plan.placed.push_back({nullptr, nullptr, {0, plan.height, width, words}});
            plan.height += words + gap;
        }
        for (std::size_t i = 0; i < question.notes.size();) {
            const bool is_pair = is_wide && i + 1 < question.notes.size();
            float height = note_height(ui, each, card_of(question.notes[i]), NoteText::whole);
            if (is_pair) {
                height = std::max(
                    height, note_height(ui, each, card_of(question.notes[i + 1]), NoteText::whole));
            }
            for (std::size_t j = 0; j < (is_pair ? 2U : 1U); ++j) {
                const Rect rect{static_cast<float>(j) * (each + gap), plan.height, each, height};
                plan.placed.push_back({&question.notes[i + j], nullptr, rect});
            }
            plan.height += height + gap;
            i += is_pair ? 2 : 1;
        }
    }
    return plan;
}

// To the wall, to how they are published, and to what becomes of them: also of wishes to be
// contacted, where no table has noted anything.
void draw_note_chips(Ui& ui, Rect& bounds, const OrganiserView& view, OrganiserIntents& intents) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const ChipStyle wall{
        .id = "open_wall", .label = ui.say(Sentence{"The wall"}), .icon = Icon::forward};
    const ChipStyle follow_up{.id = "open_follow_up",
                              .label = ui.say(Sentence{"Follow-up"}),
                              .icon = Icon::forward,
                              .enabled = view.can_follow_up};
    const Size wall_size = chip_size(ui, wall);
    const Size size = chip_size(ui, follow_up);
    // Held upright, within reach: below the notes.
    const bool is_upright = ui.metrics().portrait();
    const float height = std::max(wall_size.height, size.height);
    Rect row = is_upright ? bounds.take_bottom(height) : bounds.take_top(height);
    if (is_upright) {
        bounds.take_bottom(ui.px(24));
    } else {
        bounds.take_top(ui.px(24));
    }
    ChipFlow flow(ui, row);
    if (chip(ui, flow.place(size), follow_up)) intents.emplace_back(OpenFollowUp{});
    if (chip(ui, flow.place(wall_size), wall)) intents.emplace_back(OpenWall{});
}

}  // namespace

void draw_notes_tab(Ui& ui, const Rect& whole, const OrganiserView& view,
                    OrganiserIntents& intents) {
    Rect bounds = whole;
    draw_note_chips(ui, bounds, view, intents);
    const bool is_empty =
        std::all_of(view.questions.begin(), view.questions.end(),
                    [](const OrganiserQuestion& question) { return question.notes.empty(); });
    if (is_empty) {
        draw_empty_state(ui, bounds, Icon::lightbulb,
                         ui.say(Sentence{"No table has noted anything yet."}));
        return;
    }
    const ScrolledBounds scrolled = draw_scroll(
        ui, "all_notes", bounds,
        [&](float width) { return plan_notes(ui, width, view.questions).height; }, view.scroll);
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), 0));
    for (const PlacedNote& placed : plan_notes(ui, scrolled.bounds.width, view.questions).placed) {
        const Rect rect{scrolled.bounds.left + placed.rect.left, scrolled.top + placed.rect.top,
                        placed.rect.width, placed.rect.height};
        if (!is_in_sight(scrolled, rect)) continue;
        if (placed.title != nullptr) {
            draw_words_in(ui, scrolled, rect, *placed.title, organiser_heading(ui.theme()));
        } else if (placed.note == nullptr) {
            draw_words_in(ui, scrolled, rect, nothing_words(ui), nothing_style(ui.theme()));
        } else {
            show_note(ui, rect, touchable_part(ui, scrolled, rect), card_of(*placed.note));
        }
    }
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (!(scrolled.scroll == view.scroll)) intents.emplace_back(ScrollOrganiser{scrolled.scroll});
}

}  // namespace stormote
