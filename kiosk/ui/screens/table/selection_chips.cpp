#include "kiosk/ui/screens/table/selection_chips.h"

#include <vector>

#include "kiosk/ui/screens/common/chip_flow.h"

namespace stormote {

namespace {

struct SelectionChip {
    ChipStyle style;
    SelectionAct act;
};

std::vector<SelectionChip> chips_of(const Ui& ui, const Composer& composer) {
    std::vector<SelectionChip> chips;
    const bool has_selection = !selection(composer.writing).empty();
    if (has_selection) {
        chips.push_back(
            {{.id = "copy_text", .label = ui.say(Sentence{"Copy"})}, SelectionAct::copy});
        chips.push_back(
            {{.id = "cut_text", .label = ui.say(Sentence{"Cut out"})}, SelectionAct::cut});
    }
    if (!composer.copied.empty()) {
        chips.push_back(
            {{.id = "paste_text", .label = ui.say(Sentence{"Paste"})}, SelectionAct::paste});
    }
    if (!has_selection) {
        chips.push_back({{.id = "stop_pasting", .label = ui.say(Sentence{"Never mind"})},
                         SelectionAct::nothing});
    }
    return chips;
}

}  // namespace

bool has_selection_chips(const Composer& composer) {
    return !selection(composer.writing).empty() ||
           (composer.offers_paste && !composer.copied.empty());
}

std::optional<SelectionAct> draw_selection_chips(Ui& ui, Rect rect, const Composer& composer) {
    std::optional<SelectionAct> chosen;
    ChipFlow flow(ui, rect);
    for (const SelectionChip& each : chips_of(ui, composer)) {
        if (chip(ui, flow.place(chip_size(ui, each.style)), each.style)) chosen = each.act;
    }
    return chosen;
}

void take_selection(SelectionAct act, const std::string& pasted, Writing& writing,
                    std::string& copied) {
    switch (act) {
        case SelectionAct::copy:
            copied = selection(writing);
            break;
        case SelectionAct::cut:
            copied = selection(writing);
            erase(writing);
            break;
        case SelectionAct::paste:
            insert(writing, pasted);
            break;
        case SelectionAct::nothing:
            break;
    }
}

}  // namespace stormote
