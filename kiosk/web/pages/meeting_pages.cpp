#include "kiosk/web/pages/meeting_pages.h"

#include <set>

#include "kiosk/desk/door_report.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

using nlohmann::json;

constexpr std::size_t notes_on_page = 20;

// "okt", for a leaf of a calendar.
std::string month_word(const std::string& local, const std::string& language) {
    // "onsdag 12 oktober 2022", in the order of both languages of these pages.
    const std::string words = date_in_words(local, language);
    const auto year = words.rfind(' ');
    const auto month = year == std::string::npos ? year : words.rfind(' ', year - 1);
    return month == std::string::npos ? std::string() : words.substr(month + 1, 3);
}

std::string span_words(const MeetingSummary& meeting, const std::string& language) {
    if (meeting.starts.empty()) return "";
    std::string words = date_in_words(meeting.starts, language);
    if (!words.empty()) words += ' ';
    words += time_in_words(meeting.starts, language);
    const std::string ends = time_in_words(meeting.ends, language);
    return ends.empty() ? words : words + "–" + ends;
}

enum class Stage : std::uint8_t { planned, today, over };

Stage stage_of(const MeetingSummary& meeting, const std::string& today) {
    if (meeting.has_ended || (!meeting.starts.empty() && meeting.starts.substr(0, 10) < today)) {
        return Stage::over;
    }
    return meeting.starts.substr(0, 10) == today ? Stage::today : Stage::planned;
}

json card_of(const Visit& visit, const MeetingSummary& meeting) {
    const std::string& language = visit.texts.language();
    json card{{"address", "/events/" + to_string(meeting.id)},
              {"file", meeting.file_name},
              {"is_readable", meeting.is_readable},
              {"is_locked", meeting.is_locked},
              {"is_broken", !meeting.is_readable && !meeting.is_locked}};
    if (!meeting.is_readable) return card;
    const Stage stage = stage_of(meeting, local_time_of(visit.site.clock.wall_ms()).substr(0, 10));
    card["name"] = meeting.name;
    card["place"] = meeting.place;
    card["when"] = span_words(meeting, language);
    card["month"] = month_word(meeting.starts, language);
    // A device may have written anything.
    card["day"] = is_local_time(meeting.starts)
                      ? std::to_string(std::stoi(meeting.starts.substr(8, 2)))
                      : std::string();
    card["is_planned"] = stage == Stage::planned;
    card["is_today"] = stage == Stage::today;
    card["is_over"] = stage == Stage::over;
    card["registered"] = std::to_string(meeting.registered);
    card["arrived"] = std::to_string(meeting.arrived);
    card["organisations"] = std::to_string(meeting.organisations);
    card["civil"] = std::to_string(meeting.civil);
    card["from_municipality"] = std::to_string(meeting.from_municipality);
    return card;
}

WebResponse show_meetings(const Visit& visit) {
    const auto granted = visit.site.accounts.accounts.events_of(visit.session->account.id);
    const std::set<EventId> seen(granted.begin(), granted.end());
    const bool manages = may(*visit.session, WebRight::manage_events);
    json cards = json::array();
    json others = json::array();
    const auto shown = visit.site.events.list_those(
        [&](const EventId& event) { return manages || seen.contains(event); });
    for (const MeetingSummary& meeting : shown) {
        if (seen.contains(meeting.id)) {
            cards.push_back(card_of(visit, meeting));
        } else if (manages) {
            // That it is there, and nothing of who is in it.
            others.push_back({{"name", meeting.is_readable ? meeting.name : meeting.file_name},
                              {"when", span_words(meeting, visit.texts.language())},
                              {"is_locked", meeting.is_locked},
                              {"address", "/events/" + to_string(meeting.id) + "/unlock"}});
        }
    }
    const bool is_empty = cards.empty();
    const bool has_others = !others.empty();
    return visit.page("meetings", {"Meetings"},
                      {{"meetings", std::move(cards)},
                       {"others", std::move(others)},
                       {"has_others", has_others},
                       {"is_empty", is_empty}});
}

// The newest first.
json notes_of(const Visit& visit, const EventState& state) {
    struct Written {
        std::int64_t at_ms;
        const NoteVersion *version;
    };
    std::vector<Written> written;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        if (heads.empty() || heads.front()->content.state != NoteState::standing) continue;
        written.push_back({note.versions.front().wall_ms, heads.front()});
    }
    const std::size_t shown = std::min(notes_on_page, written.size());
    std::partial_sort(
        written.begin(), written.begin() + static_cast<std::ptrdiff_t>(shown), written.end(),
        [](const Written& one, const Written& other) { return one.at_ms > other.at_ms; });
    json notes = json::array();
    for (std::size_t index = 0; index < shown; ++index) {
        const NoteWritten& content = written[index].version->content;
        notes.push_back({{"group", std::to_string(content.group)},
                         {"kind", visit.text(note_kind_word(content.kind).shown)},
                         {"text", content.text},
                         {"time", clock_text(written[index].at_ms)}});
    }
    return notes;
}

json meeting_view(const Visit& visit, const Desk& desk) {
    const EventState& state = desk.state();
    const std::string& language = visit.texts.language();
    MeetingSummary summary = summarise(state);
    summary.id = *visit.event;
    const DoorReport door = report_door(state, visit.site.clock.wall_ms());
    json sectors = json::array();
    for (const SectorArrivals& sector : door.sectors) {
        sectors.push_back(
            {{"name", sector.sector.empty() ? visit.text({"No sector"}) : sector.sector},
             {"arrived", std::to_string(sector.arrived)},
             {"registered", std::to_string(sector.registered)}});
    }
    json view = card_of(visit, summary);
    view["municipality"] = summary.municipality;
    view["when"] = span_words(summary, language);
    view["arrived"] = std::to_string(door.arrived());
    view["arrived_registered"] = std::to_string(door.arrived_registered);
    view["walk_ins"] = std::to_string(door.walk_ins);
    view["has_walk_ins"] = door.walk_ins > 0;
    view["has_sectors"] = !sectors.empty();
    view["sectors"] = std::move(sectors);
    view["notes"] = notes_of(visit, state);
    view["has_notes"] = !state.notes().empty();
    view["note_count"] = std::to_string(state.notes().size());
    return view;
}

WebResponse ask_passphrase(const Visit& visit, const std::string& problem, int status) {
    return visit.page(
        "unlock", {"Unlock the meeting"},
        {{"problem", problem}, {"action", "/events/" + to_string(*visit.event) + "/unlock"}},
        status);
}

// Whoever sees what people wrote stands in the log before it is shown.
void log_reading(const Visit& visit) {
    AuditEntry entry;
    entry.actor = visit.actor();
    entry.event = *visit.event;
    entry.action = AuditAction::personal_data_read;
    entry.detail = "notes";
    visit.site.accounts.log.add(entry);
}

WebResponse show_meeting(const Visit& visit) {
    const auto event = visit.site.events.open(*visit.event);
    if (!event) return refusal_page(visit.site, visit.request, 404);
    if (event->access == EventAccess::locked) return ask_passphrase(visit, "", 200);
    if (event->access == EventAccess::elsewhere) return visit.come_again();
    if (event->access == EventAccess::failed) {
        return visit.notice({"The meeting cannot be opened"}, visit.texts.get(event->why), 503);
    }
    log_reading(visit);
    return event->desk->read([&visit](const Desk& desk) {
        return visit.page("meeting", {"The meeting"}, meeting_view(visit, desk));
    });
}

WebResponse unlock(const Visit& visit) {
    const auto found = visit.site.events.open(*visit.event);
    if (!found) return refusal_page(visit.site, visit.request, 404);
    if (found->access == EventAccess::open) return WebResponse::see_other("/meetings");
    GuessThrottle& throttle = visit.site.accounts.guessing;
    const auto attempt = throttle.begin({CountedBy::event, to_string(*visit.event)});
    if (attempt.wait_ms > 0) {
        return ask_passphrase(visit, visit.wait_words(attempt.wait_ms), 429);
    }
    // A passphrase costs as much as a password.
    const auto turn = HashingGate::of_process().enter();
    if (!turn) {
        throttle.give_back(attempt);
        return ask_passphrase(visit, visit.texts.get(too_many_at_once()), 503);
    }
    const auto event = visit.site.events.unlock(*visit.event, visit.request.form.get("passphrase"));
    AuditEntry entry;
    entry.actor = visit.actor();
    entry.event = *visit.event;
    entry.action = event ? AuditAction::event_unlocked : AuditAction::event_unlock_failed;
    visit.site.accounts.log.add(entry);
    if (!event) return ask_passphrase(visit, visit.texts.get(event.error()), 422);
    throttle.give_back(attempt);
    return WebResponse::see_other("/meetings");
}

}  // namespace

void add_meeting_pages(PageRoutes& routes) {
    routes.add(WebMethod::get, "/meetings", show_meetings);
    routes.add(WebMethod::get, "/events/{event}", WebRight::organise, show_meeting);
    routes.add(WebMethod::get, "/events/{event}/unlock", WebRight::manage_events,
               [](const Visit& visit) -> WebResponse {
                   if (!visit.event) return refusal_page(visit.site, visit.request, 404);
                   return ask_passphrase(visit, "", 200);
               });
    routes.add(WebMethod::post, "/events/{event}/unlock", WebRight::manage_events,
               [](const Visit& visit) -> WebResponse {
                   if (!visit.event) return refusal_page(visit.site, visit.request, 404);
                   return unlock(visit);
               });
}

}  // namespace stormote
