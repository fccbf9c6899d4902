#include "kiosk/ui/screens/organiser/list_import.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/organiser/list_import_parts.h"
#include "kiosk/ui/screens/organiser/organiser_parts.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

constexpr float card_padding = 40;

using Intent = std::optional<ListImportIntent>;

// What is wrong, or what is being done; nothing of it where neither is.
void draw_state(Ui& ui, Rect& bounds, const ListFilesView& view) {
    if (view.problem.empty() && !view.is_reading) return;
    const Theme& theme = ui.theme();
    TextBlockStyle style = strong_text_style(theme, unit::body);
    style.role = Role::status;
    style.colour = view.problem.empty() ? theme.ink : theme.error;
    const std::string words =
        view.problem.empty() ? ui.say(Sentence{"The list is being read …"}) : view.problem;
    icon_line(ui, bounds.take_top(icon_line_height(ui, bounds.width, words, style)),
              view.problem.empty() ? Icon::clock : Icon::warning, style.colour, words, style);
    bounds.take_top(ui.px(24));
}

void add_line(Ui& ui, Column& words, const StatusLine& line) {
    const Theme& theme = ui.theme();
    TextBlockStyle style;
    style.size = unit::lead;
    style.colour = line.is_warning ? theme.warning : theme.ink;
    // It may name those whom the list leaves out.
    style.personal = line.is_warning;
    const Icon icon = line.is_warning ? Icon::warning : Icon::check;
    words.block(icon_line_height(ui, words.width(), line.text, style),
                [&ui, icon, style, text = line.text](const Rect& rect) {
                    icon_line(ui, rect, icon, style.colour, text, style);
                });
    words.gap(16);
}

ChoiceRow summary_choices(const Ui& ui, const ListSummaryView& view) {
    ChoiceRow row(view.is_busy);
    const auto count = static_cast<std::int64_t>(view.doubtful);
    if (view.missing > 0) {
        const auto missing = static_cast<std::int64_t>(view.missing);
        row.add("cancel_missing",
                view.cancels_missing
                    ? ui.texts().get({"Keep those who are missing"})
                    : ui.texts().get_plural(Sentence{"Cancel the one who is missing"},
                                            Sentence{"Cancel the {} who are missing"}, missing),
                view.cancels_missing ? Icon::undo : Icon::cross, ButtonKind::outlined,
                CancelMissing{!view.cancels_missing});
    }
    if (view.doubtful > 0) {
        row.add("review_rows",
                ui.texts().get_plural(Sentence{"Go through {} row"}, Sentence{"Go through {} rows"},
                                      count),
                Icon::forward, ButtonKind::primary, ReviewRows{});
    } else if (view.people > 0) {
        row.add("read_in",
                ui.texts().get_plural(Sentence{"Read in {} person"}, Sentence{"Read in {} people"},
                                      view.people),
                Icon::check, ButtonKind::primary, ReadInList{});
    } else if (view.has_decisions) {
        row.add("keep_decisions", ui.texts().get({"Done"}), Icon::check, ButtonKind::primary,
                ReadInList{});
    }
    return row;
}

}  // namespace

Rect card_bounds(const Ui& ui, const Rect& frame_bounds) {
    return frame_bounds.inset(margin_of(ui) + ui.px(card_padding), ui.px(24 + card_padding));
}

void draw_on_card(Ui& ui, const Rect& bounds, const Column& column) {
    const float top = bounds.top + std::round((bounds.height - column.height()) / 2);
    card(ui, Rect{bounds.left, top, bounds.width, column.height()}.inset(-ui.px(card_padding),
                                                                         -ui.px(card_padding)));
    column.draw({bounds.left, top});
}

void ChoiceRow::add(std::string_view id, std::string label, Icon icon, ButtonKind kind,
                    ListImportIntent intent) {
    buttons_.push_back(
        {{.id = id, .label = std::move(label), .icon = icon, .kind = kind, .enabled = !is_busy_},
         {}});
    intents_.push_back(std::move(intent));
}

void ChoiceRow::add_to(Ui& ui, Column& words, Intent& pressed) const {
    if (buttons_.empty()) return;
    words.block(button_row_height(ui, words.width(), buttons_),
                [this, &ui, &pressed](const Rect& rect) {
                    if (const auto index = button_row(ui, rect, buttons_)) {
                        pressed = intents_[*index];
                    }
                });
}

Intent draw_list_files(Ui& ui, const ListFilesView& view) {
    ui.begin_screen("list_files");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    Intent intent;
    {
        const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_title(ui, bounds, ui.say(Sentence{"Which list?"}));
        bounds.take_top(ui.px(24));
        if (ui.metrics().portrait()) draw_upper_third(ui, bounds, Icon::lines);
        draw_state(ui, bounds, view);
        if (view.files.empty()) {
            draw_empty_state(ui, bounds, Icon::lines,
                             ui.say(Sentence{"Plug in a USB stick with the list, as Excel, "
                                             "OpenDocument or CSV. It is found automatically "
                                             "within a few seconds."}));
        } else {
            std::vector<NumberCard> cards;
            for (std::size_t i = 0; i < view.files.size(); ++i) {
                cards.push_back({"list_" + std::to_string(i + 1), 0, view.files[i].name,
                                 view.files[i].detail, false, Icon::lines});
            }
            const NumberCardsTouch touch =
                draw_number_cards(ui, "lists", bounds, cards, view.scroll, NumberCardsLayout::list);
            if (!(touch.scroll == view.scroll)) intent = ScrollListFiles{touch.scroll};
            if (touch.chosen && !view.is_reading) intent = ChooseListFile{*touch.chosen};
        }
    }
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

Intent draw_list_summary(Ui& ui, const ListSummaryView& view) {
    ui.begin_screen("list_summary");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const Rect bounds = card_bounds(ui, frame.bounds);
    const ChoiceRow row = summary_choices(ui, view);
    Intent pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        words.words(view.name, screen_title_style(ui.theme()));
        words.gap(32);
        for (const StatusLine& line : view.counts) add_line(ui, words, line);
        if (row.empty()) {
            add_line(ui, words,
                     {ui.say(Sentence{"All that the list says is known already."}), false});
        }
        if (!view.problem.empty()) {
            TextBlockStyle style = strong_text_style(ui.theme(), unit::lead);
            style.colour = ui.theme().error;
            style.role = Role::status;
            words.words(view.problem, style);
        }
        words.gap(40);
        row.add_to(ui, words, pressed);
    });
    draw_on_card(ui, bounds, column);
    if (pressed) return pressed;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
