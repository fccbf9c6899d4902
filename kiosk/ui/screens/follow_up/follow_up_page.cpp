#include "kiosk/ui/screens/follow_up/follow_up_page.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

Sentence nothing_on(FollowUpTab tab) {
    switch (tab) {
        case FollowUpTab::similar:
            return {"No two proposals are alike."};
        case FollowUpTab::notes:
            return {"No table has noted anything yet."};
        case FollowUpTab::follow_up:
            return {"Nothing was promised, proposed or asked yet."};
    }
    return {"No table has noted anything yet."};
}

class Page {
  public:
    Page(Ui& ui, const FollowUpView& view) : ui_(ui), view_(view) {}

    std::vector<FollowUpIntent> draw() {
        ui_.begin_screen("follow_up");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intents_.emplace_back(*frame.intent);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_page_title(ui_, bounds, ui_.say(Sentence{"Follow-up"}));
        bounds.take_top(ui_.px(16));
        leave_upper_third(ui_, bounds);
        draw_tabs(bounds);
        if (view_.news) draw_page_news(ui_, bounds, *view_.news);
        if (!view_.lead.empty()) draw_page_lead(ui_, bounds, view_.lead);
        if (!view_.cards.empty()) {
            draw_cards(bounds);
        } else if (view_.is_reading) {
            draw_empty_state(ui_, bounds, Icon::clock,
                             ui_.say(Sentence{"Looking through the event…"}));
        } else {
            draw_empty_state(ui_, bounds, Icon::check, ui_.say(nothing_on(view_.tab)));
        }
        return std::move(intents_);
    }

  private:
    [[nodiscard]] ChipStyle tab(std::string_view id, Sentence label, FollowUpTab tab) const {
        return {.id = id, .label = ui_.say(label), .selected = tab == view_.tab};
    }

    void draw_tabs(Rect& bounds) {
        const std::vector<std::pair<ChipStyle, FollowUpIntent>> chips{
            {tab("tab_similar", {"Proposals alike"}, FollowUpTab::similar),
             ChooseFollowUpTab{FollowUpTab::similar}},
            {tab("tab_published", {"As published"}, FollowUpTab::notes),
             ChooseFollowUpTab{FollowUpTab::notes}},
            {tab("tab_follow_up", {"What becomes of it"}, FollowUpTab::follow_up),
             ChooseFollowUpTab{FollowUpTab::follow_up}},
            {{.id = "undo_note_step",
              .label = ui_.say(Sentence{"Undo"}),
              .icon = Icon::undo,
              .enabled = view_.can_undo},
             UndoNoteStep{}}};
        ChipFlow flow(ui_, bounds);
        for (const auto& [style, intent] : chips) {
            if (chip(ui_, flow.place(chip_size(ui_, style)), style)) intents_.push_back(intent);
        }
        flow.end(20);
    }

    void draw_cards(const Rect& bounds) {
        CardListAnswer answer = draw_card_list(
            ui_, "follow_up", bounds, view_.cards.size(),
            [this](std::size_t index) { return view_.cards[index]; }, view_.scroll);
        if (answer.pressed) intents_.emplace_back(PressCardChip{std::move(*answer.pressed)});
        if (!(answer.scroll == view_.scroll)) intents_.emplace_back(ScrollFollowUp{answer.scroll});
    }

    Ui& ui_;
    const FollowUpView& view_;
    std::vector<FollowUpIntent> intents_;
};

}  // namespace

std::vector<FollowUpIntent> draw_follow_up(Ui& ui, const FollowUpView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
