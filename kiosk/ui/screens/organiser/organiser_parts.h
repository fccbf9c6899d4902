// The other tabs of the organiser's page, each in the bounds below its header. The screen
// thread.
//
// Sources: organiser_agenda.cpp, organiser_chart.cpp, organiser_door.cpp, organiser_evening.cpp,
// organiser_files.cpp, organiser_lists.cpp, organiser_ready.cpp, organiser_status.cpp,
// organiser_steps.cpp.
#pragma once

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/organiser/organiser.h"

namespace stormote {

using OrganiserIntents = std::vector<OrganiserIntent>;

void draw_door_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                   OrganiserIntents& intents);
void draw_agenda_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                     OrganiserIntents& intents);
void draw_notes_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                    OrganiserIntents& intents);
void draw_files_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                    OrganiserIntents& intents);

// How arrivals grew, as a line above its ground, with the numbers at its left and times below; and
// dashed how they are expected to go on.
void draw_arrivals(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const DoorView& view);

// The card that opens the ready page.
[[nodiscard]] float ready_card_height(Ui& ui, float width, const ReadyCard& view);
void draw_ready_card(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                     const ReadyCard& view, OrganiserIntents& intents);

// The parts of the evening beside each other; 0 where they have no room.
[[nodiscard]] float evening_steps_height(Ui& ui, float width,
                                         const std::vector<EveningStep>& steps);
void draw_evening_steps(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                        const std::vector<EveningStep>& steps);

// The card of what is to be seen to at this hour.
[[nodiscard]] float evening_card_height(Ui& ui, float width, const EveningCard& view);
void draw_evening_card(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                       const EveningCard& view, OrganiserIntents& intents);

// What needs a look, the screens, and the central store, beside or below each other.
[[nodiscard]] float status_height(Ui& ui, float width, const DoorView& view);
void draw_status(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const DoorView& view,
                 OrganiserIntents& intents);
// Whether there is room for things beside each other.
[[nodiscard]] bool is_wide_page(const Ui& ui, float width);

// Held upright, what must be reached begins below the upper third, which a picture fills.
void draw_upper_third(Ui& ui, Rect& bounds, Icon icon);

// Letters of the page: a heading, and lines below it.
[[nodiscard]] TextBlockStyle organiser_heading(const Theme& theme);
[[nodiscard]] TextBlockStyle organiser_words(const Theme& theme);

}  // namespace stormote
