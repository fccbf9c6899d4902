#include "kiosk/ui/shell/frame_chips.h"

namespace stormote {

std::vector<BarChip> language_chips(const FrameView& view, std::vector<std::string>& ids) {
    std::vector<BarChip> chips;
    ids.clear();
    for (const LanguageChoice& choice : view.languages) ids.push_back("language_" + choice.tag);
    for (std::size_t i = 0; i < view.languages.size(); ++i) {
        const LanguageChoice& choice = view.languages[i];
        ChipStyle style{.id = ids[i], .label = choice.name};
        style.selected = choice.tag == view.language;
        chips.push_back({style, ChooseLanguage{choice.tag}, {}});
    }
    return chips;
}

std::vector<BarChip> language_chip(const Ui& ui, const FrameView& view) {
    if (view.languages.empty()) return {};
    const ChipStyle style{
        .id = "languages", .label = ui.say(Sentence{"Language"}), .icon = Icon::globe};
    return {{style, OpenLanguages{}, {}}};
}

std::vector<BarChip> tool_chips(const Ui& ui, const FrameView& view) {
    ChipStyle larger{
        .id = "larger_text", .label = ui.say(Sentence{"Larger text"}), .icon = Icon::text_size};
    larger.selected = ui.style().text_percent > 100;
    ChipStyle contrast{
        .id = "contrast", .label = ui.say(Sentence{"Contrast"}), .icon = Icon::contrast};
    contrast.selected = ui.theme().kind != ThemeKind::light;
    const ChipStyle help{.id = "help", .label = ui.say(Sentence{"Help"}), .icon = Icon::help};
    std::vector<BarChip> chips;
    if (view.can_speak) {
        ChipStyle speech{
            .id = "speech", .label = ui.say(Sentence{"Read aloud"}), .icon = Icon::speaker};
        speech.selected = view.speaks;
        if (view.speaks && !view.volume_text.empty()) speech.label += " " + view.volume_text;
        chips.push_back({speech, ToggleSpeech{}, {}});
    }
    chips.push_back({larger, LargerText{}, {}});
    chips.push_back({contrast, ChangeContrast{}, {}});
    if (view.has_help) chips.push_back({help, OpenHelp{}, {}});
    return chips;
}

float measure_chips(Ui& ui, std::vector<BarChip>& chips) {
    float width = -ui.px(unit::gap);
    for (BarChip& chip : chips) {
        chip.size = chip_size(ui, chip.style);
        width += chip.size.width + ui.px(unit::gap);
    }
    return width;
}

}  // namespace stormote
