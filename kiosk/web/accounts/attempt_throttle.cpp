#include "kiosk/web/accounts/attempt_throttle.h"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>

#include "sync/journal/file/about_table.h"

namespace stormote {

namespace {

constexpr std::int64_t forgotten_after_ms = 3'600'000;

bool is_of_address(CountedBy by) {
    return by == CountedBy::address || by == CountedBy::table_code;
}

std::int64_t longest_delay_ms(CountedBy by) {
    switch (by) {
        case CountedBy::table_code:
            return 5'000;
        case CountedBy::address:
            return 60'000;
        default:
            return 300'000;
    }
}

// After the first ones one second, then twice as long each time.
std::int64_t delay_after(std::int64_t count, CountedBy by) {
    const std::int64_t first = attempts_without_delay(by);
    if (count < first) return 0;
    const std::int64_t doublings = std::min<std::int64_t>(count - first, 20);
    return std::min(longest_delay_ms(by), std::int64_t{1000} << doublings);
}

// An IPv4 address as it is, of an IPv6 address the first 64 bits; anything else as it is.
std::string network_of(const std::string& address) {
    in6_addr parsed{};
    if (inet_pton(AF_INET6, address.c_str(), &parsed) != 1) return address;
    const ByteView bytes(parsed.s6_addr, sizeof parsed.s6_addr);
    if (IN6_IS_ADDR_V4MAPPED(&parsed)) {
        std::string plain(INET_ADDRSTRLEN, '\0');
        inet_ntop(AF_INET, bytes.data() + 12, plain.data(), INET_ADDRSTRLEN);
        plain.resize(plain.find('\0'));
        return plain;
    }
    return to_hex(bytes.first(8));
}

}  // namespace

AttemptThrottle::AttemptThrottle(AccountDatabase& database, Database& rows)
    : rows_(rows), now_ms_(database.now_ms()) {
    auto key = AboutTable(rows).find("throttle");
    if (!key || key->size() != 32) rows.check(SQLITE_CORRUPT);
    key_ = std::move(*key);
}

Hash AttemptThrottle::hash_of(const CountedName& name) const {
    const std::string counted = is_of_address(name.by) ? network_of(name.name) : name.name;
    return keyed_hash(key_, view_bytes(static_cast<char>(name.by) + counted));
}

AttemptThrottle::Row AttemptThrottle::find(const Hash& counted_by, CountedBy by) {
    Statement select(rows_, "SELECT count, last_ms, next_ms FROM attempt WHERE counted_by = ?");
    select.bind(ByteView(counted_by));
    if (!select.step() || now_ms_ - select.number(1) >= forgotten_after_ms) return {};
    Row row{select.number(0), select.number(2)};
    const bool was_set_back = select.number(1) > now_ms_;
    select.reset();
    if (was_set_back) {
        // Nobody waits for the time that the clock showed.
        row.next_ms = std::min(row.next_ms, now_ms_ + delay_after(row.count, by));
        write(counted_by, row);
    }
    return row;
}

void AttemptThrottle::write(const Hash& counted_by, const Row& row) {
    Statement(rows_,
              "INSERT OR REPLACE INTO attempt(counted_by, count, last_ms, next_ms) "
              "VALUES(?, ?, ?, ?)")
        .bind(ByteView(counted_by))
        .bind(row.count)
        .bind(now_ms_)
        .bind(row.next_ms)
        .run();
}

std::int64_t AttemptThrottle::take(std::span<const CountedName> names,
                                   std::vector<Counted>& counted) {
    std::int64_t wait_ms = 0;
    std::vector<Row> found;
    for (const CountedName& name : names) {
        found.push_back(find(hash_of(name), name.by));
        wait_ms = std::max(wait_ms, found.back().next_ms - now_ms_);
    }
    if (wait_ms > 0) return wait_ms;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Hash counted_by = hash_of(names[i]);
        const std::int64_t count = found[i].count + 1;
        write(counted_by, {count, now_ms_ + delay_after(count, names[i].by)});
        counted.push_back({counted_by, count, found[i].next_ms});
    }
    return 0;
}

void AttemptThrottle::give_back(std::span<const Counted> counted) {
    for (const Counted& one : counted) {
        // Where another came in between, its delay stands.
        Statement(rows_,
                  "UPDATE attempt SET next_ms = CASE count WHEN ? THEN ? ELSE next_ms END, "
                  "count = count - 1 WHERE counted_by = ? AND count > 0")
            .bind(one.count)
            .bind(one.earlier_next_ms)
            .bind(ByteView(one.counted_by))
            .run();
        Statement(rows_, "DELETE FROM attempt WHERE counted_by = ? AND count = 0")
            .bind(ByteView(one.counted_by))
            .run();
    }
}

void AttemptThrottle::forget_old() {
    Statement(rows_, "DELETE FROM attempt WHERE last_ms <= ?")
        .bind(now_ms_ - forgotten_after_ms)
        .run();
}

}  // namespace stormote
