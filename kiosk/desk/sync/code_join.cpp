#include "kiosk/desk/sync/code_join.h"

#include <algorithm>

#include "kiosk/desk/sync/event_join.h"
#include "sync/replication/store_access.h"

namespace stormote {

std::string as_pairing_text(std::string scanned) {
    std::replace(scanned.begin(), scanned.end(), '+', '-');
    std::replace(scanned.begin(), scanned.end(), '?', '_');
    return scanned;
}

Result<> join_by_code(const std::string& scanned, const CodeJoin& wanted,
                      const JournalEnvironment& environment) {
    auto pairing = read_pairing(as_pairing_text(scanned));
    if (!pairing) return pairing.error();
    if (!pairing->key) {
        return input_error(
            {"This code carries no key of the event. Show one on a hub, or join with \"stormote "
             "join\"."});
    }
    if (!wanted.central.empty()) pairing->place.reset();
    auto connection = connect_store(wanted.central, pairing->place, wanted.http);
    if (!connection) return connection.error();
    auto draft = EventDraft::make(wanted.file, pairing->event, environment.state_directory);
    if (!draft) return draft.error();
    const JoinedEvent event{pairing->event, *pairing->key, pairing->device};
    auto copy = join_event(*draft, {event, pairing->secret, wanted.passphrase, pairing->place},
                           *connection.value(), environment);
    if (!copy) return copy.error();
    return Done{};
}

}  // namespace stormote
