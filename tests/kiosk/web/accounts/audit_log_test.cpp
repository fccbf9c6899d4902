#include "kiosk/web/accounts/audit_log.h"

#include <set>

#include <catch2/catch.hpp>

#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

AuditEntry entry_of(const EventId& event, std::int64_t people) {
    AuditEntry entry;
    entry.actor = {AuditActorKind::table, {}, "Bord 4", "192.0.2.1"};
    entry.event = event;
    entry.action = AuditAction::personal_data_read;
    entry.detail = "roster";
    entry.people = people;
    return entry;
}

}  // namespace

TEST_CASE("the log is read newest first, of all or of one event, a page at a time") {
    OpenAccounts open;
    AuditLog& log = open.web->log;
    for (int i = 1; i <= 25; ++i) {
        log.add(entry_of(event_numbered(i % 2 == 0 ? 2 : 1), i));
        open.clock.advance_ms(second_ms);
    }
    const auto first = log.read_all(0, 10);
    REQUIRE(first.size() == 10);
    CHECK(first.front().people == 25);
    const auto second = log.read_all(first.back().number, 10);
    CHECK(second.front().people == 15);
    CHECK(log.read_all(second.back().number, 10).size() == 5);
    const auto of_event = log.read_event(event_numbered(2), 0, 1'000'000);
    REQUIRE(of_event.size() == 12);
    CHECK(of_event.front().people == 24);
    CHECK(of_event.front().event == event_numbered(2));
    CHECK(of_event.front().actor.kind == AuditActorKind::table);
    CHECK(of_event.front().actor.name == "Bord 4");
    CHECK(of_event.front().at_ms > of_event.back().at_ms);
    CHECK(log.read_event(event_numbered(3), 0, 10).empty());
    CHECK(log.read_all(0, 0).empty());
}

TEST_CASE("a row is text on one line, however it was meant") {
    OpenAccounts open;
    AuditEntry entry = entry_of(event_numbered(1), 1);
    entry.detail = std::string("a\nb\0c", 5) + std::string(10'000'000, 'x');
    entry.actor.name = "<b>\x1B[2J";
    entry.actor.address = std::string(1'000, '1');
    open.web->log.add(entry);
    const auto row = open.web->log.read_all(0, 1).front();
    CHECK(row.detail.size() <= 200);
    CHECK(row.detail.starts_with("a\uFFFDb\uFFFDc"));
    CHECK(row.actor.name == "<b>\uFFFD[2J");
    CHECK(row.actor.address.size() == most_address_bytes);
}

TEST_CASE("a row is never changed, and goes after two years") {
    OpenAccounts open;
    open.web->log.add(entry_of(event_numbered(1), 1));
    {
        AccountDatabase::Change change(*open.web->database);
        CHECK_THROWS_AS(change.rows().execute("UPDATE audit SET detail = 'nothing'"),
                        MachineFailure);
    }
    open.clock.advance_ms(AuditLog::kept_ms);
    open.web->log.add(entry_of(event_numbered(1), 2));
    CHECK(open.web->log.remove_old() == 0);
    open.clock.advance_ms(1);
    CHECK(open.web->log.remove_old() == 1);
    CHECK(open.web->log.read_all(0, 10).size() == 1);
    // No number is given twice.
    open.clock.advance_ms(2 * AuditLog::kept_ms);
    open.web->tidy();
    open.web->log.add(entry_of(event_numbered(1), 3));
    CHECK(open.web->log.read_all(0, 10).front().number == 3);
}

TEST_CASE("what is done with an account stands in the log, with who did it") {
    OpenAccounts open;
    const AccountId root = open.add("root", AccountRole::administrator);
    const auto session = open.sign_in("root").session;
    const AuditActor by = actor_of(session, "192.0.2.44");
    const auto added = open.web->accounts.add({"anna", "Anna", AccountRole::steward}, by);
    REQUIRE(added);
    REQUIRE(open.web->accounts.change_role(added->id, AccountRole::organiser, by));
    REQUIRE(open.web->accounts.lock(added->id, by));
    REQUIRE(open.web->accounts.unlock(added->id, by));
    REQUIRE(open.web->accounts.reset_password(added->id, by));
    REQUIRE(open.web->accounts.remove(added->id, by));
    CHECK(open.logged() == std::vector{AuditAction::account_removed, AuditAction::password_reset,
                                       AuditAction::account_unlocked, AuditAction::account_locked,
                                       AuditAction::account_changed, AuditAction::account_added,
                                       AuditAction::signed_in, AuditAction::account_added});
    const auto rows = open.web->log.read_all(0, 3);
    CHECK(rows[0].actor.kind == AuditActorKind::account);
    CHECK(rows[0].actor.account == root);
    CHECK(rows[0].actor.name == "root");
    CHECK(rows[0].actor.address == "192.0.2.44");
    CHECK(rows[0].detail == "anna");
}

TEST_CASE("every action has a name of its own") {
    std::set<std::string> names;
    int count = 0;
    for (int number = 0; number < 100; ++number) {
        const std::string name = audit_action_name(static_cast<AuditAction>(number));
        if (name.empty()) continue;
        ++count;
        names.insert(name);
    }
    CHECK(count == 27);
    CHECK(names.size() == 27);
}

TEST_CASE("of refused accesses a hundred in an hour are logged, of each account") {
    OpenAccounts open;
    const AuditLog& log = open.web->log;
    const auto ask_often = [&](const std::string& login) {
        AuditEntry entry;
        entry.actor = actor_of(open.sign_in(login).session, "192.0.2.1");
        const auto before = log.read_all(0, 500).size();
        for (int i = 0; i < 120; ++i) open.web->log.add_refusal(entry);
        return log.read_all(0, 500).size() - before;
    };
    open.add("anna");
    open.add("eva");
    CHECK(ask_often("anna") == 100);
    CHECK(ask_often("eva") == 100);
    open.clock.advance_ms(hour_ms);
    CHECK(ask_often("anna") == 100);
}
