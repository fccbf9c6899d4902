#include "kiosk/web/pages/table_view.h"

#include "sync/base/local_time.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

using nlohmann::json;

constexpr std::array note_kinds{NoteKind::proposal, NoteKind::point, NoteKind::question,
                                NoteKind::commitment};

json note_view(const Visit& visit, const TablePageNote& note) {
    const Word kind = note_kind_word(note.kind);
    return {{"address", table_address(visit.at_table->event) + "/notes/" + to_string(note.id)},
            {"id", to_string(note.id)},
            {"kind", kind.code},
            {"kind_word", visit.text(kind.shown)},
            {"text", note.text},
            {"time", clock_text(note.written_ms)},
            {"is_edited", note.is_edited},
            {"is_parted", !note.other_texts.empty()},
            {"is_withdrawn", note.is_withdrawn}};
}

// How long the question goes on: "12 min", "next at 19.20".
json clock_view(const Visit& visit, const TablePage& page) {
    const TableClock& clock = page.clock;
    json view{{"left", ""}, {"next", ""}, {"ends_soon", clock.ends_soon}};
    switch (clock.time) {
        case TableTime::before:
            view["next"] = visit.texts.get(Sentence{"begins at {}"}, clock.next_text);
            break;
        case TableTime::during: {
            const bool is_last = clock.question + 1 == page.questions.size();
            view["left"] = visit.texts.get(Sentence{"{} min"}, clock.minutes_left);
            view["next"] = is_last ? visit.texts.get(Sentence{"until {}"}, clock.next_text)
                                   : visit.texts.get(Sentence{"next at {}"}, clock.next_text);
            break;
        }
        case TableTime::none:
        case TableTime::after:
            break;
    }
    return view;
}

std::string people_words(const Visit& visit, const TablePage& page) {
    return visit.texts.get(Sentence{"{} of {} are here"}, page.here, page.expected);
}

QuestionNumber question_of(const TablePage& page) {
    return page.questions.empty() ? QuestionNumber{0} : page.questions[page.selected].number;
}

}  // namespace

std::string table_address(const EventId& event) {
    return "/events/" + to_string(event) + "/table";
}

json kinds_of_notes(const Visit& visit, NoteKind chosen) {
    json kinds = json::array();
    for (const NoteKind kind : note_kinds) {
        const Word word = note_kind_word(kind);
        kinds.push_back({{"value", word.code},
                         {"word", visit.text(word.shown)},
                         {"is_chosen", kind == chosen}});
    }
    return kinds;
}

std::optional<NoteKind> parse_note_kind(std::string_view code) {
    const auto *const found = std::ranges::find_if(
        note_kinds, [code](NoteKind kind) { return note_kind_word(kind).code == code; });
    return found == note_kinds.end() ? std::nullopt : std::optional(*found);
}

json table_view(const Visit& visit, const TablePage& page) {
    const GroupNumber table = visit.at_table->table;
    json questions = json::array();
    for (std::size_t i = 0; i < page.questions.size(); ++i) {
        questions.push_back({{"number", std::to_string(page.questions[i].number)},
                             {"place", std::to_string(i + 1)},
                             {"name", page.questions[i].name()},
                             {"is_chosen", i == page.selected}});
    }
    json view = clock_view(visit, page);
    view["address"] = table_address(visit.at_table->event);
    view["table"] = std::to_string(table);
    view["name"] = page.name.empty() ? visit.texts.get(Sentence{"Group {}"}, table)
                                     : visit.texts.get(Sentence{"Table {}"}, page.name);
    view["people"] = people_words(visit, page);
    view["has_questions"] = page.questions.size() > 1;
    if (!page.questions.empty()) {
        const AgendaQuestion& question = page.questions[page.selected];
        view["place"] = visit.texts.get(Sentence{"Question {} of {}"}, page.selected + 1,
                                        page.questions.size());
        view["asked"] = question.text.empty() ? question.title : question.text;
    }
    view["questions"] = std::move(questions);
    view["question"] = std::to_string(question_of(page));
    view["message"] = page.message ? page.message->text : std::string();
    json standing = json::array();
    json withdrawn = json::array();
    for (const TablePageNote& note : page.notes) {
        (note.is_withdrawn ? withdrawn : standing).push_back(note_view(visit, note));
    }
    view["has_notes"] = !standing.empty();
    view["notes"] = std::move(standing);
    view["has_withdrawn"] = !withdrawn.empty();
    view["withdrawn"] = std::move(withdrawn);
    view["state_version"] = table_state(visit, page)["version"];
    view["kinds"] = kinds_of_notes(visit, NoteKind::proposal);
    view["note_id"] = to_string(NoteId{Uuid{visit.site.accounts.database->draw_bytes()}});
    return view;
}

json table_state(const Visit& visit, const TablePage& page) {
    json notes = json::array();
    for (const TablePageNote& note : page.notes) {
        if (!note.is_withdrawn) notes.push_back(note_view(visit, note));
    }
    json state = clock_view(visit, page);
    state["people"] = people_words(visit, page);
    state["message"] = page.message ? page.message->text : std::string();
    state["notes"] = std::move(notes);
    state["now"] = page.clock.time == TableTime::during
                       ? std::to_string(page.questions[page.clock.question].number)
                       : std::string();
    state["version"] = to_hex(ByteView(hash_bytes(view_bytes(state.dump()))).first(8));
    return state;
}

}  // namespace stormote
