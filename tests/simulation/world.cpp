#include "tests/simulation/world.h"

#include "tests/simulation/organising.h"
#include "tests/simulation/record_difference.h"
#include "tests/support/record/canonical_state.h"

namespace stormote::testing {

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;
constexpr std::size_t most_machines = 7;

}  // namespace

World::World(const std::filesystem::path& folder, std::uint64_t seed)
    : folder_(folder),
      random_(seed),
      disaster_(static_cast<Disaster>(seed % 4)),
      central_(folder / "central.db", seed),
      network_(central_.connection(), random_) {
    const std::size_t count = 3 + random_.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        const auto place = folder / ("device" + std::to_string(i));
        // Clocks are up to an hour off.
        const std::int64_t wall_ms =
            evening_ms + static_cast<std::int64_t>(random_.below(7'200'000)) - 3'600'000;
        Machine machine;
        machine.replica = i == 0 ? std::make_unique<Replica>(place, seed * 100 + i, wall_ms)
                                 : std::make_unique<Replica>(place, seed * 100 + i, wall_ms,
                                                             *machines_.front().replica);
        machine.token = central_.enrol(machine.replica->desk().event(), std::to_string(i));
        machines_.push_back(std::move(machine));
    }
    constexpr int people = 30;
    std::vector<Body> bodies;
    bodies.reserve(people + 2);
    for (int i = 0; i < people; ++i) {
        bodies.push_back({{AttendeeId{Uuid{random_.bytes<16>()}}},
                          ActingRole::organiser,
                          AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg " + std::to_string(i)}}}});
    }
    bodies.push_back(
        {{}, ActingRole::organiser, SurveyQuestionDescribed{1, {{1, "Vad?"}, {2, "text"}}}});
    FieldSetter<SettingField> settings;
    settings.set(SettingField::agreement, "Lokal överenskommelse");
    bodies.push_back({{}, ActingRole::organiser, SettingsDescribed{settings.take()}});
    Desk& organiser = machines_.front().replica->desk();
    organiser.record(bodies);
    organiser.issue_tickets(actor::staff);
    note_confirmed();
    network_.set_mishaps(random_.below(30));
}

void World::step() {
    central_.clock().advance_ms(static_cast<std::int64_t>(1 + random_.below(5'000)));
    for (Machine& machine : machines_) {
        machine.replica->clock().advance_ms(static_cast<std::int64_t>(random_.below(5'000)));
    }
    const std::uint64_t dice = random_.below(100);
    if (dice < 45) {
        act_at_the_door(any_replica());
    } else if (dice < 62) {
        organise(any_replica(), random_);
    } else if (dice < 85) {
        exchange(any_machine());
    } else if (dice < 94) {
        crash(any_machine());
    } else if (dice < 95) {
        clone(any_machine());
    } else {
        strike();
    }
    note_confirmed();
}

void World::act_at_the_door(Replica& replica) {
    const auto attendees = sorted_keys(replica.desk().state().attendees());
    if (attendees.empty() || random_.below(5) == 0) {
        replica.desk().walk_in({"Örjan", "Ek", "Hembygdsföreningen", "culture", {}, ""},
                               actor::staff);
    } else {
        act_on(replica, any(attendees));
    }
}

void World::act_on(Replica& replica, const AttendeeId& attendee) {
    Desk& desk = replica.desk();
    const Attendee *known = desk.state().find_attendee(attendee);
    switch (random_.below(10)) {
        case 8:
        case 9:
            leave(replica, attendee);
            break;
        case 0:
        case 1:
        case 2:
            if (!known->tickets.empty()) {
                desk.check_in(desk.tickets().write(known->tickets.front()), actor::staff);
            }
            break;
        case 3:
            desk.check_in(attendee, CheckInMethod::name, actor::staff);
            break;
        case 4:
            desk.undo_check_in(attendee, actor::staff);
            break;
        case 5:
            desk.check_out(attendee, actor::staff);
            break;
        case 6:
            write_note(replica);
            break;
        default:
            // Seldom, or nobody would be left.
            if (random_.below(8) == 0) erase_somebody(replica, random_);
            if (random_.below(32) == 0) purge_some(replica, random_);
    }
}

void World::leave(Replica& replica, const AttendeeId& attendee) {
    Desk& desk = replica.desk();
    const std::string text = std::to_string(given_answers_);
    switch (random_.below(6)) {
        case 0:
            desk.leave_message({MessageKind::contact, attendee, "", "070", ""}, actor::staff);
            break;
        case 1:
            desk.join_agreement(attendee, actor::staff);
            break;
        case 2:
            desk.take_back_joining(desk.organisation_id("Hembygdsföreningen"), actor::staff);
            break;
        case 3:
            desk.release_waiting(Occasion::by_staff);
            break;
        default:
            if (desk.give_answers({{1, text}}, actor::staff) == FeedbackOutcome::kept)
                ++given_answers_;
    }
}

void World::write_note(Replica& replica) {
    const auto notes = sorted_keys(replica.desk().state().notes());
    if (notes.empty() || random_.below(2) == 0) {
        replica.desk().write_note({1, 1, NoteKind::proposal, "Fler lokaler"}, actor::staff);
    } else {
        replica.desk().edit_note(any(notes), NoteKind::point, "Fler tider", actor::staff);
    }
}

void World::exchange(Machine& machine) {
    StoreClient client(network_, machine.replica->desk().event(), machine.token);
    static_cast<void>(machine.replica->exchange(client));
}

void World::crash(Machine& machine) {
    if (random_.below(3) == 0) return machine.replica->crash();
    StoreClient client(network_, machine.replica->desk().event(), machine.token);
    machine.replica->crash_in_exchange(client, random_.below(16));
}

// Its whole disk, copied to another machine, which goes on from there beside it. Not where disks go
// back in time: what only the copy then knows contradicts what the machine writes anew.
void World::clone(Machine& machine) {
    if (machines_.size() >= most_machines || disaster_ == Disaster::lost_disks) return;
    const auto place = folder_ / ("device" + std::to_string(machines_.size()));
    Machine twin;
    twin.replica =
        std::make_unique<Replica>(place, random_.below(1'000'000),
                                  machine.replica->clock().wall_ms(), machine.replica->back_up());
    twin.token = machine.token;
    machines_.push_back(std::move(twin));
}

void World::strike() {
    Machine& machine = any_machine();
    const bool is_backing_up = random_.below(2) == 0;
    switch (disaster_) {
        case Disaster::none:
            return;
        case Disaster::lost_files:
        case Disaster::lost_disks:
            if (is_backing_up || !machine.backup) {
                // Opening writes down the answers that wait: a restored disk must have none, or it
                // would write them before it has met the store.
                static_cast<void>(machine.replica->back_up());
                machine.backup = machine.replica->back_up();
            } else if (disaster_ == Disaster::lost_files) {
                machine.replica->restore_file(*machine.backup);
            } else {
                // Restoring takes longer than anything stays under way. What arrived still later
                // would contradict what the machine writes anew, and rightly be put aside.
                network_.lose_late();
                machine.replica->restore_disk(*machine.backup);
                // The machine cannot know that it is in the past before it has met the store.
                StoreClient client(central_.connection(), machine.replica->desk().event(),
                                   machine.token);
                static_cast<void>(machine.replica->exchange(client));
            }
            break;
        case Disaster::lost_store:
            if (is_backing_up || !store_backup_) {
                store_backup_ = central_.back_up();
            } else {
                central_.restore(*store_backup_);
            }
            break;
    }
    forget_lost();
}

void World::note_confirmed() {
    for (Machine& machine : machines_) {
        Journal& journal = machine.replica->desk().journal();
        for (const DeviceHead& head : journal.heads()) {
            if (head.device != journal.device()) continue;
            for (const Operation& operation : journal.operations_after(head.device, 0, 1'000'000)) {
                confirmed_.insert(operation.header.chain_hash);
            }
        }
    }
}

std::set<Hash> World::surviving() {
    std::set<Hash> hashes;
    for (Machine& machine : machines_) {
        for (const Operation& operation : machine.replica->operations()) {
            hashes.insert(operation.header.chain_hash);
        }
    }
    for (const Operation& operation :
         central_.operations(machines_.front().replica->desk().event())) {
        hashes.insert(operation.header.chain_hash);
    }
    return hashes;
}

// What existed on the lost disk alone is gone: that is what a backup is for.
void World::forget_lost() {
    const std::set<Hash> left = surviving();
    std::erase_if(confirmed_, [&left](const Hash& hash) { return !left.contains(hash); });
}

void World::settle() {
    network_.set_mishaps(0);
    for (Machine& machine : machines_) {
        machine.replica->desk().release_waiting(Occasion::by_staff);
    }
    for (int round = 0; round < 3; ++round) {
        for (Machine& machine : machines_) {
            exchange(machine);
            // All clocks alike, or one that is a second off in the end is measured once more.
            central_.clock().advance_ms(1);
            for (Machine& other : machines_) other.replica->clock().advance_ms(1);
        }
    }
}

std::string World::describe() {
    return describe_state(machines_.front().replica->desk().state());
}

std::string World::find_fault() {
    Replica& first = *machines_.front().replica;
    const auto operations = first.operations();
    const std::string state = describe();
    for (Machine& machine : machines_) {
        StoreClient client(network_, first.desk().event(), machine.token);
        const auto report = machine.replica->exchange(client);
        if (!report) return "an exchange fails: " + report.error().english();
        if (report->pushed + report->pulled + report->waiting > 0) return "something still moves";
        if (report->quarantined_at_store > 0) return "something was put aside";
        const std::string difference =
            find_difference(machine.replica->operations(), operations, first.desk().state());
        if (!difference.empty()) return "two devices differ: " + difference;
        if (describe_state(machine.replica->desk().state()) != state) return "the states differ";
        if (describe_fold(machine.replica->operations()) != state) {
            return "a state is not the fold of its file";
        }
    }
    auto stored = central_.operations(first.desk().event());
    std::sort(stored.begin(), stored.end(), [](const auto& left, const auto& right) {
        return is_before(left.header, right.header);
    });
    const std::string difference = find_difference(stored, operations, first.desk().state());
    if (!difference.empty()) return "the store differs: " + difference;
    // A disk that goes back in time forgets what waited on it.
    const bool keeps_disks = disaster_ == Disaster::none || disaster_ == Disaster::lost_store;
    if (keeps_disks && first.desk().state().answer_sheets().size() != given_answers_) {
        return "answers are lost, or count twice";
    }
    const std::set<Hash> left = surviving();
    for (const Hash& hash : confirmed_) {
        if (!left.contains(hash)) return "a confirmed operation is lost";
    }
    return "";
}

}  // namespace stormote::testing
