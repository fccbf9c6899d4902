#include "kiosk/ui/screens/staff/staff_groups.h"

#include <algorithm>

#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

// "Bord Lönnen".
std::string upper_of(const Ui& ui, const StaffGroup& group) {
    return group.table.empty() ? ui.say(Sentence{"Group {}"}, group.number) : group.table;
}

// "6 av 8 är här · 8 stolar · sitter här nu".
std::string lower_of(const Ui& ui, const StaffGroup& group) {
    std::string words = ui.say(Sentence{"{} of {} are here"}, group.here, group.people);
    if (group.chairs > 0) {
        words +=
            "\n" + ui.texts().get_plural(Sentence{"{} chair"}, Sentence{"{} chairs"}, group.chairs);
    }
    if (group.is_theirs) {
        words += (group.chairs > 0 ? " · " : "\n") + ui.say(Sentence{"sits here now"});
    } else if (group.chairs > 0 && group.people >= group.chairs) {
        words += " · " + ui.say(Sentence{"full"});
    }
    return words;
}

std::string said_of(const Ui& ui, const StaffGroup& group) {
    const std::string name = ui.say(Sentence{"Group {}"}, group.number);
    std::string lower = lower_of(ui, group);
    if (const std::size_t line = lower.find('\n'); line != std::string::npos) {
        lower.replace(line, 1, " · ");
    }
    return name + (group.table.empty() ? "" : ", " + group.table) + ": " + lower;
}

}  // namespace

std::optional<StaffGroupsIntent> draw_staff_groups(Ui& ui, const StaffGroupsView& view) {
    ui.begin_screen("staff_groups");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    {
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_page_title(ui, bounds, ui.say(Sentence{"Which group is {} to sit in?"}, view.name));
        if (view.round > 0) {
            draw_page_lead(ui, bounds, ui.say(Sentence{"It counts in round {}."}, view.round));
        }
        bounds.take_top(ui.px(24));
    }
    leave_upper_third(ui, bounds);
    std::vector<NumberCard> cards;
    cards.reserve(view.groups.size());
    for (const StaffGroup& group : view.groups) {
        cards.push_back({.id = "group_" + std::to_string(group.number),
                         .number = group.number,
                         .upper = upper_of(ui, group),
                         .lower = lower_of(ui, group),
                         .is_selected = group.is_theirs,
                         .said = said_of(ui, group)});
    }
    const NumberCardsTouch touch = draw_number_cards(ui, "groups", bounds, cards, view.scroll);
    std::optional<StaffGroupsIntent> intent;
    if (!(touch.scroll == view.scroll)) intent = ScrollStaffGroups{touch.scroll};
    if (touch.chosen) intent = ChooseStaffGroup{*touch.chosen};
    if (ui.pressed(KeyKind::escape)) intent = FrameIntent{GoBack{}};
    if (frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
