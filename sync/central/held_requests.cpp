#include "sync/central/held_requests.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace stormote {

namespace {

// No request has this number.
constexpr std::uint64_t wake_up_number = 0;

}  // namespace

HeldRequests::HeldRequests(const HeldLimits& limits)
    : limits_(limits),
      poll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_up_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wake_up_number;
    if (poll_ < 0 || wake_up_ < 0 || epoll_ctl(poll_, EPOLL_CTL_ADD, wake_up_, &event) != 0) {
        throw MachineFailure(machine_error({"The machine has no more file handles."}));
    }
    thread_ = std::thread([this] { run(); });
}

HeldRequests::~HeldRequests() {
    end();
    close(wake_up_);
    close(poll_);
}

std::unique_ptr<HeldRequests::Request> HeldRequests::admit(const EventId& event,
                                                           const std::string& token, int socket,
                                                           Time until) {
    const std::lock_guard lock(mutex_);
    if (is_stopped_ || requests_.size() >= limits_.places) return nullptr;
    std::unique_ptr<Request> request(new Request(*this, ++last_number_));
    request->event_ = event;
    request->token_ = token;
    request->socket_ = socket;
    request->until_ = until;
    requests_.emplace(request->number_, request.get());
    of_event_[event].numbers.insert(request->number_);
    due_.emplace(until, request->number_);
    auto& siblings = of_token_[token];
    siblings.insert(request->number_);
    if (siblings.size() > limits_.places_of_token) {
        // Only this thread may let a connection go on.
        Request *oldest = requests_.at(*siblings.begin());
        due_.erase({oldest->until_, oldest->number_});
        oldest->until_ = {};
        due_.emplace(oldest->until_, oldest->number_);
        wake();
    }
    if (due_.begin()->second == request->number_) wake();
    return request;
}

void HeldRequests::remove(Request& request) {
    const std::lock_guard lock(mutex_);
    const auto event = of_event_.find(request.event_);
    event->second.numbers.erase(request.number_);
    if (event->second.numbers.empty()) of_event_.erase(event);
    const auto token = of_token_.find(request.token_);
    token->second.erase(request.number_);
    if (token->second.empty()) of_token_.erase(token);
    due_.erase({request.until_, request.number_});
    requests_.erase(request.number_);
}

void HeldRequests::tell(const std::optional<EventId>& event) {
    const std::lock_guard lock(mutex_);
    if (!event) {
        has_all_changed_ = true;
    } else if (of_event_.contains(*event)) {
        changed_.insert(*event);
    } else {
        return;
    }
    wake();
}

void HeldRequests::stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    wake();
}

void HeldRequests::end() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        is_ending_ = true;
        wake();
    }
    if (thread_.joinable()) thread_.join();
}

std::size_t HeldRequests::size() const {
    const std::lock_guard lock(mutex_);
    return held_count_;
}

std::shared_ptr<SharedPages> HeldRequests::Request::begin_to_look() {
    const std::lock_guard lock(owner_.mutex_);
    has_changed_ = false;
    return owner_.of_event_.at(event_).pages;
}

bool HeldRequests::Request::is_over() const {
    const std::lock_guard lock(owner_.mutex_);
    return is_over_ || owner_.is_stopped_;
}

bool HeldRequests::Request::hold(MHD_Connection *http) {
    const std::lock_guard lock(owner_.mutex_);
    if (has_changed_ || is_over_ || owner_.is_stopped_) return false;
    if (!owner_.watch_for_end(*this)) {
        is_over_ = true;
        return false;
    }
    MHD_suspend_connection(http);
    held_ = http;
    ++owner_.held_count_;
    return true;
}

bool HeldRequests::watch_for_end(const Request& request) const {
    epoll_event event{};
    // Nothing is read: whatever the client says meanwhile is for the request after this one. Once,
    // so that a socket need not be taken out again before it goes.
    event.events = EPOLLRDHUP | EPOLLONESHOT;
    event.data.u64 = request.number_;
    return epoll_ctl(poll_, EPOLL_CTL_MOD, request.socket_, &event) == 0 ||
           epoll_ctl(poll_, EPOLL_CTL_ADD, request.socket_, &event) == 0;
}

void HeldRequests::wake() const {
    // It cannot fail while the thread reads it.
    eventfd_write(wake_up_, 1);
}

int HeldRequests::next_timeout_ms() const {
    if (due_.empty()) return -1;
    const auto left = due_.begin()->first - std::chrono::steady_clock::now();
    // Rounded up: not awake just before the time, and again and again until it has come.
    const auto left_ms = std::chrono::ceil<std::chrono::milliseconds>(left).count();
    return static_cast<int>(std::clamp<std::int64_t>(left_ms, 0, 60'000));
}

void HeldRequests::run() {
    std::array<epoll_event, 64> events{};
    for (;;) {
        int timeout_ms = 0;
        {
            const std::lock_guard lock(mutex_);
            timeout_ms = next_timeout_ms();
        }
        const int count =
            epoll_wait(poll_, events.data(), static_cast<int>(events.size()), timeout_ms);
        std::vector<MHD_Connection *> going_on;
        bool is_ending = false;
        {
            const std::lock_guard lock(mutex_);
            for (int i = 0; i < count; ++i) {
                const std::uint64_t number = events.at(static_cast<std::size_t>(i)).data.u64;
                const auto gone = requests_.find(number);
                if (gone != requests_.end()) expire(*gone->second);
            }
            eventfd_t wakes = 0;
            eventfd_read(wake_up_, &wakes);
            tell_changed();
            expire_due(std::chrono::steady_clock::now());
            is_ending = is_ending_;
            going_on.swap(going_on_);
        }
        // Without the lock, for which those who go on ask at once.
        for (MHD_Connection *http : going_on) MHD_resume_connection(http);
        if (is_ending) return;
    }
}

void HeldRequests::go_on(Request& request) {
    if (request.held_ == nullptr) return;
    going_on_.push_back(std::exchange(request.held_, nullptr));
    --held_count_;
}

void HeldRequests::expire(Request& request) {
    request.is_over_ = true;
    due_.erase({request.until_, request.number_});
    go_on(request);
}

void HeldRequests::tell_changed() {
    if (std::exchange(has_all_changed_, false)) {
        for (const auto& [event, waiting] : of_event_) changed_.insert(event);
    }
    for (const EventId& event : std::exchange(changed_, {})) {
        const auto found = of_event_.find(event);
        if (found == of_event_.end()) continue;
        found->second.pages = std::make_shared<SharedPages>();
        for (const std::uint64_t number : found->second.numbers) {
            Request& request = *requests_.at(number);
            request.has_changed_ = true;
            go_on(request);
        }
    }
}

void HeldRequests::expire_due(Time now) {
    while (!due_.empty() && (is_stopped_ || due_.begin()->first <= now)) {
        expire(*requests_.at(due_.begin()->second));
    }
}

}  // namespace stormote
