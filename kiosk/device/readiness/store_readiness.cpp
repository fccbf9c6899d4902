#include "kiosk/device/readiness/store_readiness.h"

#include <algorithm>
#include <cstdlib>

#include "sync/replication/gathering.h"

namespace stormote {

namespace {

// Who waits before a screen has no time for more.
constexpr int most_attempts = 2;
constexpr std::chrono::milliseconds connect_limit{3'000};
constexpr std::chrono::milliseconds silence_limit{5'000};
// Of the clocks: from here on times of check-ins are read wrongly.
constexpr std::int64_t largest_offset_ms = 60'000;

ReadyPoint unreached(const Error& error) {
    return {
        "store", Ready::no, LocalizedMessage{error.sentence, error.arguments},
        localized({"Until it answers, each screen keeps what it records, and sends it later."})};
}

// Operations that one side has and the other has not.
struct Lacking {
    std::uint64_t there = 0;
    std::uint64_t here = 0;
};

Lacking compare(const std::vector<DeviceHead>& here, const std::vector<StoreHead>& there) {
    Lacking lacking;
    for (const DeviceHead& own : here) {
        const StoreHead *known = find_head(there, own.device);
        const std::uint64_t sequence = known == nullptr ? 0 : known->sequence;
        if (own.head.sequence > sequence) lacking.there += own.head.sequence - sequence;
    }
    for (const StoreHead& known : there) {
        const auto own = std::find_if(here.begin(), here.end(), [&](const DeviceHead& each) {
            return each.device == known.device;
        });
        const std::uint64_t sequence = own == here.end() ? 0 : own->head.sequence;
        if (known.sequence > sequence) lacking.here += known.sequence - sequence;
    }
    return lacking;
}

}  // namespace

ReadyPoint no_store() {
    return {"store", Ready::look,
            localized({"No central store is set up. Everything is kept here."}),
            localized({"Where there are several screens, set up the same store on each."}),
            localized({"Name the store that the screens are to use: --central URL"})};
}

ReadyPoint ask_store(StoreClient& client, const StoreToTry& store, const Clock& clock) {
    const std::int64_t asked_ms = clock.wall_ms();
    const auto status = client.status();
    const std::int64_t answered_ms = clock.wall_ms();
    if (!status) return unreached(status.error());
    const std::int64_t offset_ms = status->now_ms - (asked_ms + answered_ms) / 2;
    if (std::abs(offset_ms) > largest_offset_ms) {
        return {"store", Ready::look,
                localized({"The central store answers, but this machine's clock is {} seconds "
                           "from the store's."},
                          std::abs(offset_ms) / 1'000),
                localized({"Set the machine's date and time."})};
    }
    const Lacking lacking = store.here.empty() ? Lacking{} : compare(store.here, status->heads);
    if (lacking.there + lacking.here > 0) {
        return {"store", Ready::look,
                localized({"The central store answers. It lacks {} operations of this device, and "
                           "this device {} of its."},
                          lacking.there, lacking.here),
                localized({"Synchronise."}),
                store.url.empty()
                    ? localized({"Synchronise: stormote sync EVENT"})
                    : localized({"Synchronise: stormote sync EVENT --central {}"}, store.url)};
    }
    return {"store", Ready::yes, localized({"The central store answers, and the clocks agree."})};
}

ReadyPoint try_store(const StoreToTry& store, const Clock& clock) {
    HttpOptions http = store.http;
    http.attempts = most_attempts;
    http.connect_limit = connect_limit;
    http.silence_limit = silence_limit;
    auto access = store.access ? Result<StoreAccess>(*store.access)
                               : StoreAccess::find(store.state_directory, store.event, store.url);
    if (!access && store.url.empty()) return no_store();
    if (!access) {
        return {"store", Ready::no,
                localized({"This device has no access to the central store yet."}),
                localized({"Have it enrolled by whoever runs the store."}),
                localized({"Have it enrolled there (stormote-central enrol), then: stormote sync "
                           "EVENT --central {} --token-file FILE"},
                          store.url)};
    }
    const auto connection = access->connect(http);
    if (!connection) return unreached(connection.error());
    StoreClient client(**connection, store.event, access->token());
    return ask_store(client, store, clock);
}

}  // namespace stormote
