// One row of a list that is not clear: decided, or written anew.
#include <array>

#include "kiosk/lists/list_columns.h"
#include "kiosk/ui/screens/common/field_page.h"
#include "kiosk/ui/screens/organiser/list_import.h"
#include "kiosk/ui/screens/organiser/list_import_parts.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

using Intent = std::optional<ListImportIntent>;

std::string label_of(const Ui& ui, ListField field) {
    switch (field) {
        case ListField::given_name:
            return ui.say(Sentence{"Given name"});
        case ListField::family_name:
            return ui.say(Sentence{"Family name"});
        case ListField::full_name:
        case ListField::family_first:
            return ui.say(Sentence{"Name"});
        case ListField::organisation:
            return ui.say(Sentence{"Organisation"});
        case ListField::sector:
            return ui.say(Sentence{"Sector"});
        case ListField::role:
            return ui.say(Sentence{"Role"});
        case ListField::email:
            return ui.say(Sentence{"E-mail"});
        case ListField::phone:
            return ui.say(Sentence{"Telephone"});
        case ListField::language:
            return ui.say(Sentence{"Language"});
        case ListField::diet:
            return ui.say(Sentence{"Diet"});
        case ListField::access_needs:
            return ui.say(Sentence{"Needs"});
        case ListField::registered:
            return ui.say(Sentence{"Registered"});
        case ListField::gender:
            return ui.say(Sentence{"Gender"});
        case ListField::cancelled:
            return ui.say(Sentence{"Cancelled"});
        case ListField::duties:
            break;
    }
    return ui.say(Sentence{"Duties"});
}

// In the order of the record.
constexpr std::array<std::string_view, list_field_count> field_ids{
    "field_given",    "field_family",       "field_name",      "field_organisation",
    "field_sector",   "field_role",         "field_email",     "field_phone",
    "field_language", "field_diet",         "field_needs",     "field_registered",
    "field_gender",   "field_family_first", "field_cancelled", "field_duties"};

std::string whole_of(const ListRewriteView& view) {
    std::string whole;
    for (const RowField& field : view.fields) {
        if (field.text.empty()) continue;
        const bool is_in_name = field.field == ListField::family_name && !whole.empty();
        whole += (whole.empty() ? "" : is_in_name ? " " : " · ") + field.text;
    }
    return whole;
}

void add_said(Column& words, const Theme& theme, const std::string& heading,
              const std::vector<std::string>& lines) {
    words.words(heading, quiet_text_style(theme, unit::body));
    TextBlockStyle style = strong_text_style(theme, unit::lead);
    style.personal = true;
    for (const std::string& line : lines) words.words(line, style);
    words.gap(24);
}

ChoiceRow row_choices(const Ui& ui, const ListRowView& view) {
    ChoiceRow row(view.is_busy);
    const bool has_meaning = !view.question.meant.empty();
    row.add("skip_row", ui.say(Sentence{"Leave it out"}), Icon::cross, ButtonKind::outlined,
            SkipRow{});
    row.add("rewrite_row", ui.say(Sentence{"Write it anew"}), Icon::keyboard,
            has_meaning ? ButtonKind::outlined : ButtonKind::primary, RewriteRow{});
    if (has_meaning) {
        row.add("accept_row", ui.say(Sentence{"Like this"}), Icon::check, ButtonKind::primary,
                AcceptRow{});
    }
    return row;
}

void add_words(Ui& ui, Column& words, const ListRowView& view) {
    const Theme& theme = ui.theme();
    const std::string left =
        ui.texts().get_plural(Sentence{"{} row left to decide"}, Sentence{"{} rows left to decide"},
                              static_cast<std::int64_t>(view.doubtful));
    words.words(view.question.line > 0
                    ? ui.say(Sentence{"Row {}"}, view.question.line) + " · " + left
                    : left,
                quiet_text_style(theme, unit::lead));
    words.gap(16);
    TextBlockStyle problem = strong_text_style(theme, unit::lead);
    problem.colour = theme.warning;
    problem.role = Role::heading;
    problem.personal = true;
    words.block(icon_line_height(ui, words.width(), view.question.problem, problem),
                [&ui, &view, problem](const Rect& rect) {
                    icon_line(ui, rect, Icon::warning, problem.colour, view.question.problem,
                              problem);
                });
    words.gap(32);
    add_said(words, theme, ui.say(Sentence{"The list says"}), {view.question.said});
    if (!view.question.meant.empty()) {
        add_said(words, theme, ui.say(Sentence{"It probably means"}), view.question.meant);
    }
}

}  // namespace

Intent draw_list_row(Ui& ui, const ListRowView& view) {
    ui.begin_screen("list_row");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const Rect bounds = card_bounds(ui, frame.bounds);
    const ChoiceRow row = row_choices(ui, view);
    std::optional<ListImportIntent> pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        add_words(ui, words, view);
        words.gap(24);
        row.add_to(ui, words, pressed);
    });
    draw_on_card(ui, bounds, column);
    if (pressed) return pressed;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

Intent draw_list_rewrite(Ui& ui, const ListRewriteView& view) {
    ui.begin_screen("list_rewrite");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const RowField& field = view.fields.at(view.chosen);
    FieldPage page;
    page.title = ui.say(Sentence{"Write the row anew"});
    for (const RowField& each : view.fields) {
        page.fields.push_back(
            {field_ids.at(static_cast<std::size_t>(each.field)), label_of(ui, each.field)});
    }
    page.chosen = view.chosen;
    page.text_id = "list_row_text";
    page.text = field.text;
    page.whole = whole_of(view);
    page.is_personal = true;
    const WrittenAnswer answer =
        draw_written_page(ui, frame.bounds, page, view.keys, longest_cell(field.field));
    if (answer.chosen) return ChooseRowField{*answer.chosen};
    if (answer.typed) return ChangeRowField{*answer.typed};
    if (answer.is_saved) return SaveRow{};
    if (answer.keys) return TurnRowKeys{*answer.keys};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
