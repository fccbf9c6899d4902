#include "kiosk/ui/screens/staff/staff_person.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "kiosk/ui/screens/common/message_page.h"
#include "kiosk/ui/screens/staff/staff_parts.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float tallest_deed = 140;

using PersonIntent = std::optional<StaffPersonIntent>;

ButtonStyle button_of(const Ui& ui, StaffAction action) {
    switch (action) {
        case StaffAction::check_in:
            return {.id = "check_in", .label = ui.say(Sentence{"Check in"}), .icon = Icon::check};
        case StaffAction::print_label:
            return {.id = "print_label",
                    .label = ui.say(Sentence{"Print again"}),
                    .icon = Icon::printer,
                    .kind = ButtonKind::outlined};
        case StaffAction::correct:
            return {.id = "correct",
                    .label = ui.say(Sentence{"Correct the details"}),
                    .icon = Icon::keyboard,
                    .kind = ButtonKind::outlined};
        case StaffAction::change_group:
            return {.id = "change_group",
                    .label = ui.say(Sentence{"Change the group"}),
                    .icon = Icon::people,
                    .kind = ButtonKind::outlined};
        case StaffAction::check_out:
            return {.id = "check_out",
                    .label = ui.say(Sentence{"Check out"}),
                    .icon = Icon::exit,
                    .kind = ButtonKind::outlined};
        case StaffAction::cancel:
            return {.id = "cancel",
                    .label = ui.say(Sentence{"Cancel the registration"}),
                    .icon = Icon::cross,
                    .kind = ButtonKind::outlined};
        case StaffAction::restore:
            return {.id = "restore",
                    .label = ui.say(Sentence{"Restore the registration"}),
                    .icon = Icon::undo};
        case StaffAction::join:
            return {.id = "join",
                    .label = ui.say(Sentence{"The association joins"}),
                    .icon = Icon::handshake,
                    .kind = ButtonKind::outlined};
        case StaffAction::take_back_joining:
            return {.id = "take_back_joining",
                    .label = ui.say(Sentence{"Undo the joining"}),
                    .icon = Icon::handshake,
                    .kind = ButtonKind::outlined};
        case StaffAction::personal_data:
            return {.id = "personal_data",
                    .label = ui.say(Sentence{"Personal data"}),
                    .icon = Icon::lines,
                    .kind = ButtonKind::outlined};
        case StaffAction::undo:
            break;
    }
    return {.id = "undo",
            .label = ui.say(Sentence{"Undo the check-in"}),
            .icon = Icon::undo,
            .kind = ButtonKind::outlined};
}

Column person_column(Ui& ui, Size bounds, const StaffPersonView& view) {
    return fit_column(ui, bounds, [&](Column& words) {
        const Theme& theme = ui.theme();
        TextBlockStyle title = screen_title_style(theme);
        title.personal = true;
        words.words(view.name, title);
        words.gap(8);
        TextBlockStyle from = quiet_text_style(theme, unit::lead);
        from.personal = true;
        if (!view.organisation.empty()) words.words(view.organisation, from);
        words.gap(24);
        add_staff_line(ui, words, Icon::person, theme.ink_secondary, view.state_line);
        if (!view.joined_on.empty()) {
            add_staff_line(ui, words, Icon::handshake, theme.ink_secondary,
                           ui.say(Sentence{"The association joined on {}"}, view.joined_on));
        }
        if (view.printer.is_warning) add_staff_line(ui, words, Icon::printer, view.printer);
        add_staff_news(ui, words, view.news);
    });
}

// Of the page's width: two columns of buttons need more of it than one.
float side_share(const StaffPersonView& view) {
    constexpr std::size_t most_in_one_column = 6;
    return view.actions.size() > most_in_one_column ? 0.54F : 0.4F;
}

// The buttons beside each other in so many columns, row by row.
class DeedGrid {
  public:
    DeedGrid(Ui& ui, float width, const StaffPersonView& view, std::size_t columns)
        : columns_(columns), gap_(ui.px(unit::gap)) {
        const auto count = static_cast<float>(columns);
        width_ = std::floor((width - gap_ * (count - 1)) / count);
        for (std::size_t i = 0; i < view.actions.size(); ++i) {
            if (i % columns == 0) rows_.push_back(0);
            const ButtonStyle style = button_of(ui, view.actions[i]);
            rows_.back() = std::max(rows_.back(), button_size(ui, style, width_).height);
        }
    }

    // Taller buttons, as long as they fill no more than that room.
    void stretch(float room, float tallest) {
        const float more = (room - height()) / static_cast<float>(rows_.size());
        if (more <= 0) return;
        for (float& row : rows_) row = std::floor(std::max(row, std::min(row + more, tallest)));
    }
    [[nodiscard]] float height() const {
        float height = -gap_;
        for (const float row : rows_) height += row + gap_;
        return height;
    }
    std::optional<StaffAction> draw(Ui& ui, Rect bounds, const StaffPersonView& view) const {
        std::optional<StaffAction> chosen;
        Rect row;
        for (std::size_t i = 0; i < view.actions.size(); ++i) {
            if (i % columns_ == 0) {
                row = bounds.take_top(rows_[i / columns_]);
                bounds.take_top(gap_);
            }
            if (button(ui, row.take_left(width_), button_of(ui, view.actions[i]))) {
                chosen = view.actions[i];
            }
            row.take_left(gap_);
        }
        return chosen;
    }

  private:
    std::size_t columns_;
    float gap_;
    float width_ = 0;
    std::vector<float> rows_;
};

struct DeedForm {
    float text_scale = 1;
    std::size_t columns = 2;
};

// In one column, where there is no room for it in two, and then in letters that are no larger than
// those of a page at its usual size: all of them are in sight.
DeedForm form_of_deeds(Ui& ui, const Rect& bounds, const StaffPersonView& view) {
    const float largest = std::min(TextScale::aside, ui.text_scale());
    for (const std::size_t columns : {std::size_t{1}, std::size_t{2}}) {
        const TextScale scale(ui, largest);
        if (DeedGrid(ui, bounds.width, view, columns).height() <= bounds.height) {
            return {largest, columns};
        }
    }
    return {};
}

DeedGrid grid_of_deeds(Ui& ui, const Rect& bounds, const StaffPersonView& view,
                       const DeedForm& form) {
    const TextScale scale(ui, form.text_scale);
    DeedGrid grid(ui, bounds.width, view, form.columns);
    grid.stretch(bounds.height, ui.px(tallest_deed));
    return grid;
}

PersonIntent draw_page(Ui& ui, const Rect& frame_bounds, const StaffPersonView& view) {
    Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(40));
    const bool portrait = ui.metrics().portrait();
    Rect side = portrait ? bounds.take_bottom(std::round(bounds.height * 0.6F))
                         : bounds.take_right(bounds.width * side_share(view));
    if (portrait) {
        bounds.take_bottom(ui.px(24));
    } else {
        bounds.take_right(ui.px(56));
    }
    const Rect inside = bounds.inset(ui.px(48), ui.px(40));
    const Column column = person_column(ui, {inside.width, inside.height}, view);
    const DeedForm form = form_of_deeds(ui, side, view);
    const DeedGrid grid = grid_of_deeds(ui, side, view, form);
    // Both as high, in the middle of the page; held upright, the card fills what is above.
    const float words = column.height() + 2 * ui.px(40);
    const float height =
        portrait ? bounds.height : std::min(bounds.height, std::max(words, grid.height()));
    const float top = bounds.top + std::round((bounds.height - height) / 2);
    card(ui, {bounds.left, top, bounds.width, height});
    column.draw({inside.left, top + std::round((height - column.height()) / 2)});
    if (!portrait) side.top = top;
    const TextScale scale(ui, form.text_scale);
    if (const auto chosen = grid.draw(ui, side, view)) return *chosen;
    return std::nullopt;
}

struct StaffQuestion {
    std::string title;
    std::string text;
    std::string confirm;
    Icon icon = Icon::undo;
};

// Of two registrations that are, or were said to be, of one person.
StaffQuestion question_of_two(const Ui& ui, const StaffPersonView& view) {
    std::string other = view.other_name;
    if (!view.other_organisation.empty()) other += " (" + view.other_organisation + ")";
    if (view.two == StaffTwo::part) {
        return {ui.say(Sentence{"Are {} and {} two people?"}, view.name, other),
                ui.say(Sentence{"They were put together. If you undo that, each has their own "
                                "registration again."}),
                ui.say(Sentence{"Not the same person"})};
    }
    return {ui.say(Sentence{"Are {} and {} the same person?"}, view.name, other),
            ui.say(Sentence{"The two registrations become one: tickets, check-ins and groups of "
                            "both are those of {}. You can undo it here."},
                   view.name),
            ui.say(Sentence{"The same person"}), Icon::people};
}

StaffQuestion question_of(const Ui& ui, const StaffPersonView& view) {
    if (view.two) return question_of_two(ui, view);
    if (view.asked == StaffAction::take_back_joining) {
        return {ui.say(Sentence{"Undo the joining of {}?"}, view.organisation),
                ui.say(Sentence{"It was declared on {}. If you undo it, the association has not "
                                "joined, but can do so again."},
                       view.joined_on),
                ui.say(Sentence{"Undo the joining"})};
    }
    if (view.asked == StaffAction::cancel) {
        return {ui.say(Sentence{"Cancel the registration of {}?"}, view.name),
                ui.say(Sentence{"The seat becomes free, and the ticket says at the door that the "
                                "registration is cancelled. You can restore it here."}),
                ui.say(Sentence{"Cancel the registration"})};
    }
    return {ui.say(Sentence{"Undo the check-in of {}?"}, view.name),
            ui.say(Sentence{"It was made at {}. If you undo it, {} counts as not here."},
                   view.time_text, view.name),
            ui.say(Sentence{"Undo the check-in"})};
}

PersonIntent draw_question(Ui& ui, const Rect& frame_bounds, const StaffPersonView& view) {
    const Theme& theme = ui.theme();
    const StaffQuestion question = question_of(ui, view);
    const TextBlockStyle quiet = quiet_text_style(theme, unit::lead);
    const std::string organisation =
        view.asked == StaffAction::undo ? view.organisation : std::string();
    const MessagePage page{
        .icon = question.icon,
        .shape = theme.warning,
        .ground = theme.warning_ground,
        .title = question.title,
        .is_personal = true,
        .lines = {{organisation, quiet}, {question.text, quiet}},
        .buttons = {{{.id = "keep",
                      .label = view.two ? ui.say(Sentence{"Leave it as it is"})
                                        : ui.say(Sentence{"Keep it"}),
                      .kind = ButtonKind::outlined},
                     {}},
                    {{.id = "confirm", .label = question.confirm, .icon = question.icon}, {}}}};
    const auto pressed = draw_message_page(ui, frame_bounds, page);
    if (!pressed) return std::nullopt;
    if (*pressed == 0) return KeepIt{};
    return ConfirmAction{};
}

}  // namespace

std::optional<OperationKind> recorded_by(StaffAction action) {
    switch (action) {
        case StaffAction::check_in:
            return OperationKind::checked_in;
        case StaffAction::print_label:
        case StaffAction::personal_data:
            return std::nullopt;
        case StaffAction::correct:
        case StaffAction::cancel:
        case StaffAction::restore:
            return OperationKind::attendee_described;
        case StaffAction::change_group:
            return OperationKind::group_moved;
        case StaffAction::check_out:
            return OperationKind::checked_out;
        case StaffAction::undo:
            return OperationKind::check_in_undone;
        case StaffAction::join:
        case StaffAction::take_back_joining:
            return OperationKind::organisation_described;
    }
    return std::nullopt;
}

std::optional<StaffPersonIntent> draw_staff_person(Ui& ui, const StaffPersonView& view) {
    const bool is_asked = view.asked || view.two;
    ui.begin_screen(is_asked ? "staff_undo" : "staff_person");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    PersonIntent intent =
        is_asked ? draw_question(ui, frame.bounds, view) : draw_page(ui, frame.bounds, view);
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
