// LoadRecord: what many kiosks of many events have to bring to a central store, made and signed
// before anything is measured: their pushes as they travel, and the rows that let them in. Pure but
// for random numbers; any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/replication/wire.h"

namespace stormote::testing {

struct LoadSize {
    std::size_t kiosks = 1'000;
    std::size_t operations = 300;  // of each
    std::size_t batch = 10;        // so many are pushed at once
    std::size_t kiosks_of_event = 4;
};

struct LoadKiosk {
    EventId event;
    DeviceId device;
    Token token{};
    PairingSecret secret{};
    std::vector<Bytes> pushes;
};

struct LoadRecord {
    LoadSize size;
    std::vector<LoadKiosk> kiosks;  // those of an event beside each other
};

// On all cores of the machine.
[[nodiscard]] LoadRecord make_load_record(const LoadSize& size);

// Lets all of them into a store, at the database as the role that owns the tables.
void enrol_kiosks(const LoadRecord& record, const std::string& database_address);

// An event as an organiser makes it: with a root.
[[nodiscard]] EventId make_rooted_event(Random& random);

}  // namespace stormote::testing
