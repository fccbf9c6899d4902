// Another group for somebody, from StaffPresenter's page of groups.
#include "kiosk/desk/board/board_steps.h"
#include "kiosk/ui/screens/staff/staff_presenter.h"
#include "kiosk/ui/screens/staff/staff_views.h"
#include "sync/base/match.h"
#include "sync/model/agenda.h"

namespace stormote {

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtGroups& page) {
    StaffGroupsView view = means_.desk.read([&](const Desk& desk) {
        page.round = round_time(desk.state(), means_.clock.wall_ms()).now;
        return staff_groups_view(desk.state(), page.person, page.round, ui.texts());
    });
    // Erased meanwhile.
    if (view.name.empty()) go(AtList{});
    view.frame = frame;
    view.scroll = page.scroll;
    const auto intent = draw_staff_groups(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const ChooseStaffGroup& choice) {
                         if (choice.index >= view.groups.size()) return;
                         move(page, view.groups[choice.index].number, ui.texts());
                         go(AtPerson{page.person});
                     },
                     [&](const ScrollStaffGroups& scroll) { page.scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             go(AtPerson{page.person});
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

void StaffPresenter::move(const AtGroups& page, GroupNumber group, const Texts& texts) {
    means_.desk.ask(
        [person = page.person, round = page.round, group](Desk& desk) {
            const GroupNumber from = group_of(desk.state(), person, round).value_or(0);
            BoardStep step;
            step.moves.push_back({person, round, from, group});
            return from == group ? std::nullopt
                                 : std::optional(take_step(desk, step, actor::staff));
        },
        [this, person = page.person, group, texts](std::optional<StepOutcome> outcome) {
            if (!outcome) return;
            tell(*outcome == StepOutcome::done
                     ? texts.get(Sentence{"{} sits in group {} now."}, name_of(person), group)
                     : texts.get(Sentence{"Group {} has closed meanwhile. Nothing was changed."},
                                 group));
        },
        means_.machine_failed);
}

}  // namespace stormote
