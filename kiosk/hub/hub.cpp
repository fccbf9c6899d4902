#include "kiosk/hub/hub.h"

#include <algorithm>

#include "kiosk/hub/own_addresses.h"
#include "sync/base/private_file.h"
#include "sync/ticket/ticket_picture.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// What this kiosk is called at its own store.
constexpr const char *own_name = "hub";
// A code has to stay readable.
constexpr std::size_t most_named_hosts = 3;
// A room's kiosks and its guests, not a county's.
constexpr std::size_t places = 256;
constexpr std::size_t most_held_bytes = 64U << 20;

fs::path folder_of(const HubOptions& options) {
    return options.state_directory / "hub";
}

// "[::]:8443": "::".
std::string host_of(const std::string& address) {
    std::string host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return host;
}

bool is_every_address(const std::string& host) {
    return host == "0.0.0.0" || host == "::";
}

std::string name_of(DeviceRole role, const PairingSecret& secret) {
    constexpr std::size_t digits = 8;
    return std::string(device_role_name(role)) + "-" + to_hex(hash_bytes(secret)).substr(0, digits);
}

}  // namespace

std::int64_t hub_clock_offset_ms(const Desk& desk, StoreKind own_hub) {
    return own_hub == StoreKind::own_hub_beside_central
               ? desk.state().clock_offset_ms(desk.device())
               : 0;
}

Result<std::unique_ptr<Hub>> Hub::open(const EventId& event, const HubOptions& options,
                                       const Clock& clock, Random& random, ServiceLog log) {
    create_private_folder(folder_of(options));
    auto store =
        SqliteStore::open_for_access(folder_of(options) / (to_string(event) + ".db"), random);
    if (!store) return store.error();
    std::unique_ptr<Hub> hub(
        new Hub(event, options, clock, random, std::move(log), *std::move(store)));
    hub->enrol_this_kiosk();
    if (auto served = hub->serve(); !served) return served.error();
    return hub;
}

Hub::Hub(const EventId& event, HubOptions options, const Clock& clock, Random& random,
         ServiceLog log, std::unique_ptr<SqliteStore> store)
    : event_(event),
      options_(std::move(options)),
      clock_(clock),
      store_clock_(clock),
      random_(random),
      log_(std::move(log)),
      certificate_(find_hub_certificate(folder_of(options_))),
      store_(std::move(store)),
      service_(*store_, store_clock_, random_, log_) {
    store_clock_.set_offset_ms(options_.clock_offset_ms);
}

Hub::~Hub() {
    looking_after_.request_stop();
    if (server_) server_->stop();
    if (serving_.joinable()) serving_.join();
}

Result<> Hub::serve() {
    ListenOptions listen;
    listen.address = options_.address;
    listen.certificate = certificate_.certificate;
    listen.key = certificate_.key;
    listen.places = places;
    listen.most_held_bytes = most_held_bytes;
    auto server = CentralServer::create(service_, listen);
    if (!server) return server.error();
    server_ = *std::move(server);
    serving_ = std::thread([this] { server_->run(); });
    looking_after_ = std::jthread([this](const std::stop_token& token) { look_after(token); });
    return Done{};
}

// Anew at each start: no token lies on the disk that only this process needs.
void Hub::enrol_this_kiosk() {
    own_token_ = random_.bytes<32>();
    const auto secret = random_.bytes<16>();
    const std::int64_t now_ms = store_clock_.wall_ms();
    store_->revoke(event_, own_name, now_ms);
    auto invited = store_->settle_event(event_, {}, now_ms);
    if (invited) invited = store_->invite(event_, own_name, hash_bytes(secret), now_ms);
    if (!invited) throw MachineFailure(invited.error());
    store_->join(event_, hash_bytes(secret), hash_bytes(own_token_), now_ms);
    store_->confirm(hash_bytes(own_token_), now_ms);
}

void Hub::look_after(const std::stop_token& token) {
    constexpr std::chrono::minutes pause{10};
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    while (!token.stop_requested()) {
        try {
            store_->destroy_erased(store_clock_.wall_ms());
            store_->forget_enrolments(store_clock_.wall_ms());
            store_->forget_audit(store_clock_.wall_ms());
        } catch (const MachineFailure& failure) {
            // It is tried again.
            log_(failure.error());
        }
        stopped.wait_for(lock, token, pause, [] { return false; });
    }
}

StoreAccess Hub::own_access() const {
    const std::string host = host_of(options_.address);
    const std::string own = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host;
    return StoreAccess::at_hub({certificate_.print, {{own, static_cast<std::uint16_t>(port())}}},
                               own_token_);
}

std::vector<StoreHost> Hub::hosts() const {
    const std::string host = host_of(options_.address);
    const auto at = [this](const std::string& each) {
        return StoreHost{each, static_cast<std::uint16_t>(port())};
    };
    if (!is_every_address(host)) return {at(host)};
    std::vector<StoreHost> hosts;
    for (const std::string& each : own_addresses()) {
        const bool is_served = host == "::" || each.find(':') == std::string::npos;
        if (is_served && hosts.size() < most_named_hosts) hosts.push_back(at(each));
    }
    return hosts;
}

Result<Pairing> Hub::issue_pairing(const Desk& desk, DeviceRole role) {
    Pairing pairing{event_, random_.bytes<16>(), desk.journal().event_key()};
    pairing.place = StorePlace{certificate_.print, hosts()};
    if (pairing.place->hosts.empty()) {
        return input_error(
            {"This machine is on no network, so that no other kiosk finds it. Join the room's "
             "network first."});
    }
    if (has_root(event_)) {
        auto device = desk.journal().issue_pairing(role, [] { return std::nullopt; });
        if (!device) return device.error();
        pairing.device = *device;
    }
    // The store's own measure is two weeks: this one began then.
    const std::int64_t begun_ms = store_clock_.wall_ms() - pairing_lifetime_ms + code_lifetime_ms;
    auto invited =
        store_->invite(event_, name_of(role, pairing.secret), hash_bytes(pairing.secret), begun_ms);
    if (!invited) return invited.error();
    return pairing;
}

Result<PairingCode> Hub::issue(const Desk& desk, DeviceRole role) {
    const std::int64_t until_ms = clock_.wall_ms() + code_lifetime_ms;
    const auto pairing = issue_pairing(desk, role);
    if (!pairing) return pairing.error();
    const QrModules modules = draw_qr(write_pairing(*pairing));
    return PairingCode{modules.side, modules.dark, until_ms, name_of(role, pairing->secret)};
}

bool Hub::was_used(const PairingCode& code) {
    const auto enrolments = store_->enrolments();
    return std::any_of(enrolments.begin(), enrolments.end(), [&](const Enrolment& each) {
        return each.event == event_ && each.name == code.device &&
               each.state == EnrolmentState::joined;
    });
}

void Hub::withdraw(const PairingCode& code) {
    if (!was_used(code)) store_->revoke(event_, code.device, store_clock_.wall_ms());
}

}  // namespace stormote
