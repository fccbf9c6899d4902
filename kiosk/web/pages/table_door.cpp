#include "kiosk/web/pages/table_door.h"

#include <chrono>
#include <mutex>

#include "kiosk/web/accounts/secret_token.h"
#include "sync/model/presence.h"
#include "sync/ticket/ticket_text.h"

namespace stormote {

namespace {

// How many wrong codes are looked at in all: with 30 tables, a million million codes and an evening
// of twelve hours, one of them is guessed once in some forty thousand evenings.
class WrongCodes {
  public:
    static WrongCodes& of_process() {
        static WrongCodes codes;
        return codes;
    }

    // False: so many were wrong lately that none is looked at now.
    [[nodiscard]] bool has_room() {
        const std::lock_guard lock(mutex_);
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - filled_).count();
        room_ = std::min(most_at_once, room_ + seconds * a_second);
        filled_ = now;
        return room_ >= 1;
    }
    void count() {
        const std::lock_guard lock(mutex_);
        room_ -= 1;
    }

  private:
    static constexpr double most_at_once = 1'000;
    static constexpr double a_second = 20;

    std::mutex mutex_;
    double room_ = most_at_once;
    std::chrono::steady_clock::time_point filled_ = std::chrono::steady_clock::now();
};
constexpr std::int64_t crowded_wait_ms = 5'000;

// What the log calls a table: no name of anybody.
std::string name_in_log(GroupNumber table) {
    return std::to_string(table);
}

bool holds(const Desk& desk, const TablePass& pass, std::int64_t now_ms) {
    const EventState& state = desk.state();
    return state.groups().contains(pass.table) && !is_closed(state, pass.table) &&
           are_table_codes_live(state, now_ms) &&
           is_same_secret(desk.table_codes().pass(state, pass.table, pass.phone), pass.proof);
}

// The pass that the code gives at that event: the one that the phone has, or another.
std::optional<TablePass> find_pass(const Site& site, const EventId& event, std::string_view code,
                                   const std::optional<TablePass>& known) {
    const std::int64_t now_ms = site.clock.wall_ms();
    std::optional<TablePass> given;
    site.events.look(event, [&](const Desk& desk) {
        if (!are_table_codes_live(desk.state(), now_ms)) return;
        const auto table = desk.table_codes().find(code, desk.state());
        if (!table) return;
        if (known && known->event == event && known->table == *table &&
            holds(desk, *known, now_ms)) {
            given = known;
            return;
        }
        given = TablePass{event, *table, site.accounts.database->draw_bytes(), {}};
        given->proof = desk.table_codes().pass(desk.state(), *table, given->phone);
    });
    return given;
}

std::optional<TablePass> find_by_code(const Site& site, std::string_view code,
                                      const std::optional<TablePass>& known) {
    for (const MeetingSummary& meeting : site.events.list()) {
        // Without opening it: an event of another week is left alone, whoever types what.
        const bool may_be_live =
            is_time_of_table_codes(meeting.starts, meeting.ends, site.clock.wall_ms());
        if (!meeting.is_readable || !may_be_live) continue;
        if (auto given = find_pass(site, meeting.id, code, known)) return given;
    }
    return std::nullopt;
}

void log_entry(const Site& site, const TablePass& pass, const std::string& address) {
    AuditEntry entry;
    entry.actor.kind = AuditActorKind::table;
    entry.actor.name = name_in_log(pass.table);
    entry.actor.address = address;
    entry.event = pass.event;
    entry.action = AuditAction::signed_in;
    site.accounts.log.add(entry);
}

// Of an address the first wrong code, and the one from which on it has to wait; not all of a flood.
void log_wrong_code(const Site& site, std::int64_t count, const std::string& address) {
    if (count != 1 && count != attempts_without_delay(CountedBy::table_code)) return;
    AuditEntry entry;
    entry.actor.kind = AuditActorKind::table;
    entry.actor.address = address;
    entry.action = AuditAction::sign_in_failed;
    entry.detail = std::to_string(count);
    site.accounts.log.add(entry);
}

}  // namespace

TableEntry enter_table(const Site& site, std::string_view code, const std::string& token,
                       const std::string& address) {
    // What is no code at all costs nothing to refuse.
    const auto normal = normalise_short_code(code);
    if (!normal || normal->size() != table_code_length) return TableCodeWrong{};
    if (!WrongCodes::of_process().has_room()) return TableCodeDelayed{crowded_wait_ms};
    const auto attempt = site.accounts.guessing.begin({CountedBy::table_code, address});
    if (attempt.wait_ms > 0) return TableCodeDelayed{attempt.wait_ms};
    const auto known = read_table_pass(token);
    const auto pass = find_by_code(site, code, known);
    if (!pass) {
        WrongCodes::of_process().count();
        log_wrong_code(site, attempt.count(), address);
        return TableCodeWrong{};
    }
    site.accounts.guessing.give_back(attempt);
    const std::string given = write_table_pass(*pass);
    if (given != token) log_entry(site, *pass, address);
    return TableEntered{pass->event, given};
}

TableAccess find_table(const Site& site, const std::string& token) {
    const auto pass = read_table_pass(token);
    if (!pass) return TableEnded{};
    const auto event = site.events.open(pass->event);
    if (!event) return TableEnded{};
    if (event->access != EventAccess::open) return TableNotOpen{};
    const bool is_let_in = event->desk->read(
        [&](const Desk& desk) { return holds(desk, *pass, site.clock.wall_ms()); });
    if (!is_let_in) return TableEnded{};
    return AtTable{pass->event, pass->table, event->desk, token};
}

}  // namespace stormote
