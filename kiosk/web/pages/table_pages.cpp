#include "kiosk/web/pages/table_pages.h"

#include <future>
#include <optional>

#include "kiosk/desk/notes/note_rewriting.h"
#include "kiosk/web/pages/table_view.h"
#include "kiosk/web/pages/waiting_place.h"
#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

using nlohmann::json;

// In characters: what a table says in one breath. A kiosk's keyboard takes no more either way.
constexpr std::size_t longest_note_text = 2'000;
// Of a table on one question, taken away or not: nobody writes so many in an evening.
constexpr std::size_t most_notes = 500;

// Does the job on the table's desk and waits for it. Nothing: the desk is busy, and may do it yet.
// A machine that fails is the server's fault.
template <typename Job>
auto ask_desk(const Visit& visit, Job job) -> std::optional<decltype(job(std::declval<Desk&>()))> {
    using Answer = decltype(job(std::declval<Desk&>()));
    const auto place = WaitingPlace::take();
    if (!place) return std::nullopt;
    auto answer = std::make_shared<std::promise<Answer>>();
    auto result = answer->get_future();
    visit.at_table->desk->do_quietly([answer, job = std::move(job)](Desk& owned) {
        try {
            answer->set_value(job(owned));
        } catch (...) {
            answer->set_exception(std::current_exception());
        }
    });
    if (result.wait_for(visit.site.patience) != std::future_status::ready) return std::nullopt;
    return result.get();
}

std::string busy_words(const Visit& visit) {
    return visit.text(
        {"The meeting's computer is busy just now. Save once more in a moment: "
         "nothing is written twice."});
}

// --- The code ---

WebResponse code_page(const Visit& visit, const std::string& problem, int status) {
    return visit.page("table_code", {"Your table"},
                      {{"problem", problem}, {"ended", visit.request.query.has("ended")}}, status);
}

WebResponse enter(const Visit& visit, const std::string& code) {
    const TableEntry entry =
        enter_table(visit.site, code, visit.table_token(), visit.request.address);
    if (const auto *entered = std::get_if<TableEntered>(&entry)) {
        return visit.let_in(*entered, table_address(entered->event));
    }
    if (const auto *delayed = std::get_if<TableCodeDelayed>(&entry)) {
        return code_page(visit, visit.wait_words(delayed->wait_ms), 429);
    }
    return code_page(visit,
                     visit.text({"No table has that code now. Look at the sign on the table once "
                                 "more; codes work from the day before the meeting until some "
                                 "hours after it."}),
                     403);
}

// --- The table ---

std::optional<QuestionNumber> asked_question(const WebFields& fields) {
    const auto number = fields.number("question");
    if (!number || *number < 0 || *number > std::numeric_limits<QuestionNumber>::max()) {
        return std::nullopt;
    }
    return static_cast<QuestionNumber>(*number);
}

// Plain values, so that the desk's state is held no longer than it takes to read it.
TablePage read_page(const Visit& visit, std::optional<QuestionNumber> question) {
    return visit.at_table->desk->read([&](const Desk& desk) {
        return table_page(desk.state(), visit.at_table->table, question, visit.texts.language(),
                          visit.site.clock.wall_ms());
    });
}

struct Said {
    NoteKind kind = NoteKind::proposal;
    std::string text;
    std::optional<NoteId> sent_as{};  // of what may have been written: sent again, it is the same
};

WebResponse show_table(const Visit& visit, std::optional<QuestionNumber> question,
                       const std::string& problem, const Said& said, int status) {
    json view = table_view(visit, read_page(visit, question));
    const std::string title = view["name"];
    view["problem"] = problem;
    view["said"] = said.text;
    view["kinds"] = kinds_of_notes(visit, said.kind);
    if (said.sent_as) view["note_id"] = to_string(*said.sent_as);
    return visit.whole_page("table", title, std::move(view), status);
}

// What a script asks for; nothing new where it has that version already.
WebResponse show_state(const Visit& visit) {
    const json state = table_state(visit, read_page(visit, asked_question(visit.request.query)));
    if (state["version"] == visit.request.query.get("version")) {
        return {204, "application/json", "", {}};
    }
    return {200, "application/json", state.dump(), {}};
}

// As people see it: lines end one way, and nothing in it steers a terminal or a printer.
std::string clean_text(const std::string& sent) {
    const auto byte = [&sent](std::size_t place) {
        return place < sent.size() ? static_cast<unsigned char>(sent[place]) : 0U;
    };
    std::string text;
    for (std::size_t i = 0; i < sent.size(); ++i) {
        if (sent[i] == '\r') continue;
        // U+0080 to U+009F steer as those below U+0020 do.
        const bool is_long = byte(i) == 0xC2 && byte(i + 1) >= 0x80 && byte(i + 1) < 0xA0;
        const bool steers = (byte(i) < 0x20 && sent[i] != '\n') || byte(i) == 0x7F || is_long;
        text += steers ? ' ' : sent[i];
        if (is_long) ++i;
    }
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

// Of a form; in words what is wrong with it, or "".
std::string read_said(const Visit& visit, Said& said) {
    const WebFields& form = visit.request.form;
    said.text = clean_text(form.get("text"));
    const auto kind = parse_note_kind(form.get("kind"));
    if (kind) said.kind = *kind;
    if (said.text.empty()) return visit.text({"Nothing is written yet."});
    if (!kind) return visit.text({"Choose what kind of note it is."});
    const std::size_t length = count_code_points(said.text);
    if (length <= longest_note_text) return "";
    return visit.texts.get(Sentence{"A note has at most {} characters, and this one {}. Write it "
                                    "as two."},
                           longest_note_text, length);
}

bool is_asked(const EventState& state, QuestionNumber question) {
    const auto questions = agenda_questions(state);
    if (questions.empty()) return question == 0;
    return std::any_of(questions.begin(), questions.end(),
                       [question](const auto& asked) { return asked.number == question; });
}

enum class Adding : std::uint8_t { done, unasked, full, written_otherwise, other_table };

Adding add_note(Desk& desk, GroupNumber table, const NewNote& note) {
    const EventState& state = desk.state();
    if (state.notes().contains(*note.id)) {
        const auto known = table_page_note(state, table, *note.id);
        if (!known) return Adding::other_table;
        const NoteWritten& first = state.notes().at(*note.id).versions.front().content;
        const bool says_so = first.text == note.text && first.kind == note.kind;
        return says_so ? Adding::done : Adding::written_otherwise;
    }
    if (!is_asked(state, note.question)) return Adding::unasked;
    const auto count =
        std::count_if(state.notes().begin(), state.notes().end(), [&](const auto& known) {
            const NoteWritten& content = known.second.versions.front().content;
            return content.group == table && content.question == note.question;
        });
    if (static_cast<std::size_t>(count) >= most_notes) return Adding::full;
    desk.write_note(note, actor::facilitator);
    return Adding::done;
}

std::string adding_words(const Visit& visit, Adding adding) {
    switch (adding) {
        case Adding::done:
            return "";
        case Adding::unasked:
            return visit.text({"That question is asked no more. Choose another one."});
        case Adding::full:
            return visit.text({"The table has written more than there is room for."});
        case Adding::written_otherwise:
            return visit.text(
                {"What you sent before is saved already. Save this once more if it "
                 "is a note of its own."});
        case Adding::other_table:
            break;
    }
    return visit.text({"The browser sent something unreadable"});
}

bool is_script(const Visit& visit) {
    return visit.request.form.get("answer") == "json";
}

WebResponse write_note(const Visit& visit) {
    const WebFields& form = visit.request.form;
    const auto question = asked_question(form);
    const auto id = parse_id<NoteId>(form.get("note"));
    Said said;
    int status = 422;
    std::string problem = read_said(visit, said);
    if (problem.empty() && (!id || !question)) {
        problem = adding_words(visit, Adding::other_table);
    }
    if (problem.empty()) {
        const GroupNumber table = visit.at_table->table;
        const NewNote note{table, *question, said.kind, said.text, *id};
        const auto adding =
            ask_desk(visit, [table, note](Desk& desk) { return add_note(desk, table, note); });
        problem = adding ? adding_words(visit, *adding) : busy_words(visit);
        if (!adding) {
            status = 503;
            said.sent_as = id;
        }
    }
    if (problem.empty()) status = 200;
    if (is_script(visit)) {
        return {status, "application/json", json{{"problem", problem}}.dump(), {}};
    }
    if (!problem.empty()) return show_table(visit, question, problem, said, status);
    return WebResponse::see_other(table_address(visit.at_table->event) +
                                  "?question=" + std::to_string(*question));
}

// --- One note ---

std::optional<TablePageNote> find_note(const Visit& visit, const Desk& desk) {
    const auto id = parse_id<NoteId>(visit.request.place("note"));
    if (!id) return std::nullopt;
    return table_page_note(desk.state(), visit.at_table->table, *id);
}

std::string back_to_question(const Visit& visit, const TablePageNote& note) {
    return table_address(visit.at_table->event) + "?question=" + std::to_string(note.question);
}

WebResponse note_page(const Visit& visit, const TablePageNote& note, const Said& said,
                      const std::string& problem, int status) {
    const std::string address =
        table_address(visit.at_table->event) + "/notes/" + to_string(note.id);
    return visit.whole_page("table_note", visit.text({"Change the note"}),
                            {{"address", address},
                             {"back", back_to_question(visit, note)},
                             {"problem", problem},
                             {"kinds", kinds_of_notes(visit, said.kind)},
                             {"said", said.text},
                             {"stands", said.text == note.text ? "" : note.text},
                             {"others", note.other_texts},
                             {"version", to_string(note.version)},
                             {"is_withdrawn", note.is_withdrawn}},
                            status);
}

WebResponse show_note(const Visit& visit) {
    const auto note =
        visit.at_table->desk->read([&visit](const Desk& desk) { return find_note(visit, desk); });
    if (!note) return refusal_page(visit.site, visit.request, 404);
    return note_page(visit, *note, {note->kind, note->text, {}}, "", 200);
}

// Records what the note says from now on. False: somebody has changed it since `seen`.
bool change(Desk& desk, GroupNumber table, const NoteId& id, const std::string& seen,
            const Said& said, NoteState state) {
    const auto now = table_page_note(desk.state(), table, id);
    auto wording = wording_of(desk.state(), id);
    if (!now || !wording) return false;
    // The form came twice, or once more after the desk was busy.
    const bool says_so = wording->kind == said.kind && wording->text == said.text &&
                         wording->state == state && now->other_texts.empty();
    if (says_so) return true;
    if (to_string(now->version) != seen) return false;
    wording->kind = said.kind;
    wording->text = said.text;
    wording->state = state;
    static_cast<void>(rewrite(desk, {*wording}, actor::facilitator));
    return true;
}

WebResponse change_note(const Visit& visit) {
    const auto note =
        visit.at_table->desk->read([&visit](const Desk& desk) { return find_note(visit, desk); });
    if (!note) return refusal_page(visit.site, visit.request, 404);
    const std::string& deed = visit.request.form.get("do");
    Said said{note->kind, note->text, {}};
    NoteState state = NoteState::standing;
    if (deed == "withdraw") {
        state = NoteState::withdrawn;
    } else if (deed != "restore") {
        if (const std::string problem = read_said(visit, said); !problem.empty()) {
            return note_page(visit, *note, said, problem, 422);
        }
    }
    const std::string seen = visit.request.form.get("version");
    const auto is_changed =
        ask_desk(visit, [table = visit.at_table->table, id = note->id, seen, said,
                         state](Desk& desk) { return change(desk, table, id, seen, said, state); });
    if (!is_changed) return note_page(visit, *note, said, busy_words(visit), 503);
    if (*is_changed) return WebResponse::see_other(back_to_question(visit, *note));
    const auto now =
        visit.at_table->desk->read([&visit](const Desk& desk) { return find_note(visit, desk); });
    if (!now) return refusal_page(visit.site, visit.request, 404);
    return note_page(visit, *now, said,
                     visit.text({"Somebody else has changed the note meanwhile. Look at both, and "
                                 "save once more what is to stand."}),
                     409);
}

}  // namespace

void add_table_pages(PageRoutes& routes) {
    routes.add_open(WebMethod::get, "/t",
                    [](const Visit& visit) -> WebResponse { return code_page(visit, "", 200); });
    routes.add_open(WebMethod::post, "/t", [](const Visit& visit) -> WebResponse {
        return enter(visit, visit.request.form.get("code"));
    });
    routes.add_open(WebMethod::get, "/t/{code}", [](const Visit& visit) -> WebResponse {
        return enter(visit, visit.request.place("code"));
    });
    const std::string table = "/events/{event}/table";
    routes.add_for_table(WebMethod::get, table, [](const Visit& visit) -> WebResponse {
        return show_table(visit, asked_question(visit.request.query), "", {}, 200);
    });
    routes.add_for_table(WebMethod::get, table + "/state", show_state);
    routes.add_for_table(WebMethod::post, table + "/notes", write_note);
    routes.add_for_table(WebMethod::get, table + "/notes/{note}", show_note);
    routes.add_for_table(WebMethod::post, table + "/notes/{note}", change_note);
}

}  // namespace stormote
