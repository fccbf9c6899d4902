#include "kiosk/ui/screens/organiser/agenda_item.h"

#include "kiosk/ui/screens/common/field_page.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

std::vector<AgendaItemField> fields_of(const AgendaItemView& view) {
    if (view.number == 0) return {AgendaItemField::starts, AgendaItemField::title};
    return {AgendaItemField::title, AgendaItemField::text, AgendaItemField::starts,
            AgendaItemField::ends, AgendaItemField::round};
}

FieldPage::Field field_of(const Ui& ui, AgendaItemField field) {
    switch (field) {
        case AgendaItemField::title:
            return {"field_title", ui.say(Sentence{"Title"})};
        case AgendaItemField::text:
            return {"field_text", ui.say(Sentence{"The question"})};
        case AgendaItemField::starts:
            return {"field_starts", ui.say(Sentence{"Begins"})};
        case AgendaItemField::ends:
            return {"field_ends", ui.say(Sentence{"Ends"})};
        case AgendaItemField::round:
            break;
    }
    return {"field_round", ui.say(Sentence{"The round"})};
}

std::size_t longest_of(AgendaItemField field) {
    switch (field) {
        case AgendaItemField::title:
            return longest_question_title;
        case AgendaItemField::text:
            return longest_question_text;
        case AgendaItemField::starts:
        case AgendaItemField::ends:
            return 5;  // "18.50"
        case AgendaItemField::round:
            break;
    }
    return 1;
}

std::string trimmed(const AgendaItemView& view, AgendaItemField field) {
    return trim_text(view.text(field));
}

// As it will stand on the page before.
std::string whole_of(const Ui& ui, const AgendaItemView& view) {
    const std::string title = trimmed(view, AgendaItemField::title);
    const std::string text = trimmed(view, AgendaItemField::text);
    std::string time = trimmed(view, AgendaItemField::starts);
    if (title.empty() && text.empty()) {
        return view.number == 0
                   ? ui.say(Sentence{"Without a title the programme has no such item."})
                   : ui.say(Sentence{"Without title and question it is not asked."});
    }
    if (view.number == 0) return time.empty() ? title : time + " · " + title;
    std::string whole = std::to_string(view.number) + ' ' + title;
    if (!text.empty()) whole += (title.empty() ? "" : " · ") + text;
    const std::string ends = trimmed(view, AgendaItemField::ends);
    if (!ends.empty()) time += "–" + ends;
    if (!time.empty()) whole += " · " + time;
    const std::string round = trimmed(view, AgendaItemField::round);
    if (!round.empty()) whole += " · " + ui.say(Sentence{"Round {}"}, round);
    return whole;
}

}  // namespace

std::optional<AgendaItemIntent> draw_agenda_item(Ui& ui, const AgendaItemView& view) {
    ui.begin_screen("agenda_item");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const std::vector<AgendaItemField> fields = fields_of(view);
    FieldPage page;
    page.title = view.number == 0 ? ui.say(Sentence{"An item of the programme"})
                                  : ui.say(Sentence{"Question {}"}, view.number);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        page.fields.push_back(field_of(ui, fields[i]));
        if (fields[i] == view.field) page.chosen = i;
    }
    page.text_id = "agenda_item_text";
    page.text = view.text(view.field);
    page.whole = whole_of(ui, view);
    page.problem = view.problem;
    const WrittenAnswer answer =
        draw_written_page(ui, frame.bounds, page, view.keys, longest_of(view.field));
    if (answer.chosen) return ChooseAgendaField{fields[*answer.chosen]};
    if (answer.typed) return ChangeAgendaField{*answer.typed};
    if (answer.is_saved) return SaveAgendaItem{};
    if (answer.keys) return TurnAgendaKeys{*answer.keys};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
