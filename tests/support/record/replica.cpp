#include "tests/support/record/replica.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <stdexcept>

#include "kiosk/desk/sync/desk_replica.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/record_builder.h"

namespace stormote::testing {

namespace {

// Every call to the port may be the one before which, or after which, the machine stops.
class CrashingPort final : public ReplicaPort {
  public:
    // Crashes at a step that counts from 0; `crashed` is called at that moment.
    CrashingPort(ReplicaPort& inner, std::uint64_t step, std::function<void()> crashed)
        : inner_(inner), steps_left_(step), crashed_(std::move(crashed)) {}

    Result<ReplicaView> view(const Uuid& store) override {
        return guard<ReplicaView>([&] { return inner_.view(store); });
    }
    Result<Outgoing> gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                const std::vector<DeviceId>& left_out) override {
        return guard<Outgoing>([&] { return inner_.gather_for(store, there, left_out); });
    }
    Result<> note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) override {
        return guard<Done>([&] { return inner_.note_forked_at(store, shown); });
    }
    Result<> check_identity(const std::vector<StoreHead>& there) override {
        return guard<Done>([&] { return inner_.check_identity(there); });
    }
    Result<Intake> take(const Batch& batch, const Uuid& store, std::uint64_t position) override {
        return guard<Intake>([&] { return inner_.take(batch, store, position); });
    }
    Result<> forget_retry(const Uuid& store) override {
        return guard<Done>([&] { return inner_.forget_retry(store); });
    }
    Result<std::uint64_t> note_acknowledged(const Uuid& store,
                                            const std::vector<StoreHead>& there) override {
        return guard<std::uint64_t>([&] { return inner_.note_acknowledged(store, there); });
    }
    Result<> note_clock(const ClockReading& reading) override {
        return guard<Done>([&] { return inner_.note_clock(reading); });
    }

  private:
    template <typename Value, typename Call>
    Result<Value> guard(Call call) {
        if (stops()) return input_error({"The machine stopped."});
        auto result = call();
        if (stops()) return input_error({"The machine stopped."});
        return result;
    }
    bool stops() {
        if (has_crashed_) return true;
        if (steps_left_-- > 0) return false;
        has_crashed_ = true;
        crashed_();
        return true;
    }

    ReplicaPort& inner_;
    std::uint64_t steps_left_;
    std::function<void()> crashed_;
    bool has_crashed_ = false;
};

}  // namespace

Replica::Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms)
    : folder_(std::move(folder)), random_(seed), clock_(wall_ms) {
    std::filesystem::create_directories(folder_);
    auto desk = Desk::create(file(), std::nullopt, environment(), {{1, "Stormöte"}});
    if (!desk) throw std::runtime_error(desk.error().english());
    desk_ = std::move(desk).value();
}

Replica::Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms,
                 const Replica& other)
    : folder_(std::move(folder)), random_(seed), clock_(wall_ms) {
    std::filesystem::create_directories(folder_);
    auto fold = std::make_unique<RecordFold>();
    auto journal = Journal::create(file(), std::nullopt, environment(),
                                   invitation_to(other.desk_->journal()), fold->sink());
    if (!journal) throw std::runtime_error(journal.error().english());
    desk_ = std::make_unique<Desk>(std::move(journal).value(), std::move(fold), environment());
}

Replica::Replica(std::filesystem::path folder, std::uint64_t seed, std::int64_t wall_ms,
                 const DiskCopy& disk)
    : folder_(std::move(folder)), random_(seed), clock_(wall_ms) {
    restart_from(disk);
}

Result<ExchangeReport> Replica::exchange(StoreClient& client, ReadAhead ahead) {
    DeskReplica port(*desk_);
    return Exchange(port, client, clock_, {}, Refused::left, ahead).run();
}

void Replica::crash_in_exchange(StoreClient& client, std::uint64_t step) {
    DeskReplica port(*desk_);
    std::optional<DiskCopy> disk;
    CrashingPort crashing(port, step, [this, &disk] { disk = copy_disk(); });
    const auto report = Exchange(crashing, client, clock_).run();
    if (!disk) disk = copy_disk();
    static_cast<void>(report);
    restart_from(*disk);
}

void Replica::open(MissingOperations missing) {
    auto desk = Desk::open(file(), {}, JournalAccess::write, environment(), missing);
    if (!desk) throw std::runtime_error(desk.error().english());
    desk_ = std::move(desk).value();
}

DiskCopy Replica::back_up() {
    close();
    DiskCopy disk = copy_disk();
    open();
    return disk;
}

void Replica::restore_file(const DiskCopy& disk) {
    close();
    for (const auto& [name, content] : disk.files) {
        if (!name.starts_with("state")) write_file(folder_ / name, content);
    }
    open(MissingOperations::accept);
}

std::vector<Operation> Replica::operations() const {
    std::vector<Operation> all;
    for (const DeviceHead& head : desk_->journal().heads()) {
        for (Operation& operation : desk_->journal().operations_after(head.device, 0, 1'000'000)) {
            all.push_back(std::move(operation));
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return is_before(left.header, right.header);
    });
    return all;
}

JournalEnvironment Replica::environment() {
    return {clock_, random_, folder_ / "state", HashingCost{1, 8'192}, folder_.filename()};
}

DiskCopy Replica::copy_disk() const {
    DiskCopy disk;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
        const std::string name = std::filesystem::relative(entry.path(), folder_).string();
        if (entry.is_regular_file() && !name.ends_with("-shm")) {
            disk.files.emplace_back(name, read_file(entry.path()));
        }
    }
    return disk;
}

void Replica::restart_from(const DiskCopy& disk) {
    close();
    std::filesystem::remove_all(folder_);
    for (const auto& [name, content] : disk.files) {
        std::filesystem::create_directories((folder_ / name).parent_path());
        write_file(folder_ / name, content);
    }
    open();
}

}  // namespace stormote::testing
