// Two hosts with a cable between them that is pulled out and put in again: the store on one, a
// device on the other, each in a network namespace of its own. Where the machine allows no
// namespaces, it is skipped.
#include <atomic>
#include <future>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

#include "tests/support/machine/process.h"
#include "tests/support/machine/self_signed.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/wait.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr const char *store_address = "10.255.77.1";
constexpr const char *device_address = "10.255.77.2";

// Two namespaces, named by this process, that end with it.
class TwoHosts {
  public:
    TwoHosts() {
        is_made_ = ip({"netns", "add", store_}) && ip({"netns", "add", device_}) &&
                   ip({"link", "add", "cable", "netns", store_, "type", "veth", "peer", "name",
                       "cable", "netns", device_}) &&
                   set_up(store_, store_address) && set_up(device_, device_address);
    }
    ~TwoHosts() {
        static_cast<void>(ip({"netns", "del", store_}));
        static_cast<void>(ip({"netns", "del", device_}));
    }
    TwoHosts(const TwoHosts&) = delete;
    TwoHosts& operator=(const TwoHosts&) = delete;

    [[nodiscard]] bool is_made() const { return is_made_; }
    [[nodiscard]] const std::string& store() const { return store_; }
    [[nodiscard]] const std::string& device() const { return device_; }
    void set_cable(const char *state) const {
        REQUIRE(ip({"-n", store_, "link", "set", "cable", state}));
    }
    // What the calling thread opens from now on, and the threads that it starts, are on that host.
    static void enter(const std::string& host) {
        const int space = open(("/run/netns/" + host).c_str(), O_RDONLY | O_CLOEXEC);
        const bool is_there = space >= 0 && setns(space, CLONE_NEWNET) == 0;
        if (space >= 0) close(space);
        if (!is_there) throw std::runtime_error("cannot enter " + host);
    }

  private:
    static bool ip(std::vector<std::string> words) {
        words.insert(words.begin(), "ip");
        try {
            return run_program(words).status == 0;
        } catch (const std::system_error&) {
            return false;
        }
    }
    static bool set_up(const std::string& host, const std::string& address) {
        return ip({"-n", host, "address", "add", address + "/24", "dev", "cable"}) &&
               ip({"-n", host, "link", "set", "cable", "up"}) &&
               ip({"-n", host, "link", "set", "lo", "up"});
    }

    std::string store_ = "stormote-store-" + std::to_string(getpid());
    std::string device_ = "stormote-device-" + std::to_string(getpid());
    bool is_made_ = false;
};

}  // namespace

TEST_CASE("a cable that is pulled out in the middle and put in again costs a device nothing") {
    const TwoHosts hosts;
    if (!hosts.is_made()) return note_skipped("network namespaces (ip netns) are not allowed here");
    const TemporaryFolder folder;
    const CertificateFiles files = make_self_signed(folder.path(), "store", store_address);
    ListenOptions listen = patient_options();
    listen.address = std::string(store_address) + ":0";
    listen.certificate = files.certificate;
    listen.key = files.key;
    const auto served = std::async(std::launch::async, [&] {
                            TwoHosts::enter(hosts.store());
                            return std::make_unique<ServedStore>(listen);
                        }).get();
    const auto secret = served->random.bytes<16>();
    const Token token = served->random.bytes<32>();
    REQUIRE(
        served->store->invite(some_event, "device", hash_bytes(secret), served->clock.wall_ms()));
    REQUIRE(served->store->join(some_event, hash_bytes(secret), hash_bytes(token),
                                served->clock.wall_ms()) == JoinOutcome::joined);

    SignedDevice device(some_event, served->random);
    std::atomic<std::uint64_t> acknowledged = 0;
    std::atomic<std::uint64_t> failed = 0;
    std::atomic<bool> is_over = false;
    std::thread pushing([&] {
        TwoHosts::enter(hosts.device());
        HttpOptions http;
        http.attempts = 1;
        http.connect_limit = std::chrono::milliseconds(500);
        http.silence_limit = std::chrono::milliseconds(500);
        http.pinned_certificate = files.certificate;
        const auto connection = connect_http("https://" + std::string(store_address) + ":" +
                                                 std::to_string(served->server->port()),
                                             http)
                                    .value();
        StoreClient client(*connection, some_event, write_token(token));
        while (!is_over) {
            if (client.push(device.batch(acknowledged + 1, device.operations().size()))) {
                acknowledged = device.operations().size();
                device.add_many(1);
            } else {
                ++failed;
            }
        }
    });
    const bool is_begun = wait_until([&] { return acknowledged >= 20; });
    const std::uint64_t failed_before = failed;
    hosts.set_cable("down");
    const bool is_noticed = wait_until([&] { return failed >= failed_before + 2; });
    const std::uint64_t reached = acknowledged;
    hosts.set_cable("up");
    const bool goes_on = wait_until([&] { return acknowledged >= reached + 20; });
    is_over = true;
    pushing.join();
    CHECK(is_begun);
    CHECK(is_noticed);
    CHECK(goes_on);

    std::vector<Operation> held;
    for (PullPage page{PageState::more, 0, {}}; page.state == PageState::more;) {
        page = served->store->read(some_event, page.next, {});
        held.insert(held.end(), page.batch.operations.begin(), page.batch.operations.end());
    }
    // Whatever was acknowledged, once, and at most what was on its way.
    REQUIRE(held.size() >= acknowledged);
    CHECK(std::equal(held.begin(), held.end(), device.operations().begin()));
    CHECK(served->store->status(some_event).quarantined == 0);
}
