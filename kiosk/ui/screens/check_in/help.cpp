#include "kiosk/ui/screens/check_in/help.h"

#include <algorithm>
#include <vector>

#include "kiosk/ui/accessibility/screen_reader.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/widgets/choice_card.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

// What a card says, and where it leads.
struct Advice {
    ChoiceCard card;
    HelpIntent leads_to;
};

std::vector<Advice> advice_of(const Ui& ui, const HelpView& view) {
    std::vector<Advice> advice{
        {{"show_ticket", Icon::scan, ui.say(Sentence{"With a ticket"}),
          ui.say(Sentence{
              "Hold the square code up to the hand scanner. It beeps when it has read it."})},
         ShowTicket{}},
        {{"type_name", Icon::keyboard, ui.say(Sentence{"Without a ticket"}),
          ui.say(Sentence{"Choose this and type a few letters of your name."})},
         TypeName{}}};
    if (view.walk_ins) {
        advice.push_back(
            {{"not_registered", Icon::person_plus, ui.say(Sentence{"Not registered"}),
              ui.say(Sentence{"You are still welcome. Register here in a minute or two."})},
             NotRegistered{}});
    }
    std::string staff = view.staff_line.empty()
                            ? ui.say(Sentence{"The staff close by will gladly help you. Just ask."})
                            : view.staff_line;
    if (view.is_called) {
        staff =
            ui.say(Sentence{"The staff at this door can now see that somebody needs help. Stay "
                            "here, or just ask."});
    }
    advice.push_back(
        {{"call_staff", Icon::bell, ui.say(Sentence{"Call the staff"}), staff, view.is_called},
         CallStaff{}});
    for (Advice& each : advice) {
        each.card.is_told = !view.leads && !std::holds_alternative<CallStaff>(each.leads_to);
    }
    return advice;
}

std::optional<HelpIntent> draw_advice_cards(Ui& ui, const Rect& bounds, const HelpView& view) {
    const std::vector<Advice> advice = advice_of(ui, view);
    std::vector<ChoiceCard> cards;
    cards.reserve(advice.size());
    for (const Advice& each : advice) cards.push_back(each.card);
    const auto chosen = draw_choice_cards(ui, bounds, cards);
    return chosen ? std::optional(advice[*chosen].leads_to) : std::nullopt;
}

// At the foot of the room.
void draw_speech_keys(Ui& ui, Rect& bounds) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle style;
    style.size = 26;
    style.colour = ui.theme().ink_secondary;
    const std::string words = ui.say(speech_keys);
    const Rect line = bounds.take_bottom(icon_line_height(ui, bounds.width, words, style));
    icon_line(ui, line, Icon::speaker, style.colour, words, style);
}

}  // namespace

std::optional<HelpIntent> draw_help(Ui& ui, const HelpView& view) {
    ui.begin_screen("help");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    {
        // The cards need the room.
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_title(ui, bounds, ui.say(Sentence{"How to check in"}));
    }
    bounds.take_top(ui.px(24));

    // Shared out from below, read from above.
    const std::size_t first = ui.record().mark();
    const auto foot = draw_help_foot(ui, bounds);
    std::optional<HelpIntent> chosen;
    if (foot) std::visit([&chosen](const auto& intent) { chosen = intent; }, *foot);
    const std::size_t end = ui.record().mark();
    // Whoever touches the screen has no use for them.
    if (view.frame.can_speak && ui.is_moved_by_keys()) {
        draw_speech_keys(ui, bounds);
        bounds.take_bottom(ui.px(24));
    }
    leave_upper_third(ui, bounds);
    if (const auto way = draw_advice_cards(ui, bounds, view)) chosen = way;
    ui.record().put_behind(first, end);
    if (chosen) return chosen;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
