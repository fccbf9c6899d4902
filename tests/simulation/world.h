// World: a few devices, a central store and a bad network, all driven by one seed. One thread.
//
// Everything that happens is drawn from the seed: what people do at the door, how groups are
// planned and changed, which requests and answers are lost, doubled or late, where a machine stops
// dead or is copied, and what is restored from a backup. The same seed gives the same evening.
#pragma once

#include <set>

#include "tests/simulation/bad_network.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/replica.h"

namespace stormote::testing {

enum class Disaster : std::uint8_t { none, lost_files, lost_disks, lost_store };

class World {
  public:
    World(const std::filesystem::path& folder, std::uint64_t seed);

    // One thing happens.
    void step();
    // The network is good again, and everybody exchanges until nothing moves.
    void settle();
    // What is wrong with the outcome; empty when all is well.
    [[nodiscard]] std::string find_fault();
    // The event as the first device knows it, in words.
    [[nodiscard]] std::string describe();
    [[nodiscard]] Disaster disaster() const { return disaster_; }

  private:
    struct Machine {
        std::unique_ptr<Replica> replica;
        std::string token;
        std::optional<DiskCopy> backup;
    };

    Replica& any_replica() { return *any_machine().replica; }
    Machine& any_machine() { return machines_[random_.below(machines_.size())]; }
    void act_at_the_door(Replica& replica);
    void act_on(Replica& replica, const AttendeeId& attendee);
    void write_note(Replica& replica);
    void leave(Replica& replica, const AttendeeId& attendee);
    void exchange(Machine& machine);
    void crash(Machine& machine);
    void clone(Machine& machine);
    void strike();
    void note_confirmed();
    void forget_lost();
    std::set<Hash> surviving();
    template <typename Type>
    const Type& any(const std::vector<Type>& choices) {
        return choices[random_.below(choices.size())];
    }

    std::filesystem::path folder_;
    SeededRandom random_;
    Disaster disaster_;
    CentralHarness central_;
    BadNetwork network_;
    std::vector<Machine> machines_;
    std::optional<Bytes> store_backup_;
    // Chain hashes of all that a desk has confirmed to somebody and no disaster took.
    std::set<Hash> confirmed_;
    std::size_t given_answers_ = 0;
};

}  // namespace stormote::testing
