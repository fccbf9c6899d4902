#include "tests/bench/central/load_clients.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <random>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/replication/pairing.h"
#include "tests/support/machine/raw_sockets.h"

namespace stormote::testing {

namespace {

using Clock = std::chrono::steady_clock;

double thread_ms() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

struct Head {
    int status = 0;
    std::size_t size = 0;  // itself included
    std::size_t body = 0;
};

// Nothing while it is not whole.
std::optional<Head> read_head(std::string_view answer) {
    constexpr std::string_view length = "\r\nContent-Length: ";
    const auto end = answer.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    Head head{0, end + 4, 0};
    std::from_chars(answer.data() + 9, answer.data() + 12, head.status);
    std::string_view names = answer.substr(0, end + 2);
    auto at = names.find(length);
    // HAProxy writes names in small letters.
    if (at == std::string_view::npos) at = names.find("\r\ncontent-length: ");
    if (at == std::string_view::npos) return head;
    std::from_chars(names.data() + at + length.size(), names.data() + names.size(), head.body);
    return head;
}

}  // namespace

LoadClients::LoadClients(const LoadRecord& record, int port, std::size_t at_once)
    : record_(record),
      port_(port),
      poll_(epoll_create1(EPOLL_CLOEXEC)),
      standings_(record.kiosks.size()),
      turns_(at_once) {}

LoadClients::~LoadClients() {
    close(poll_);
}

LoadOutcome LoadClients::run() {
    for (std::size_t kiosk = 0; kiosk < record_.kiosks.size(); ++kiosk) waiting_.push_back(kiosk);
    // The kiosks of one meeting come at any time, as those of others do.
    std::shuffle(waiting_.begin(), waiting_.end(), std::mt19937(1));
    const auto start = Clock::now();
    const double start_ms = thread_ms();
    serve_all();
    outcome_.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    outcome_.client_ms = thread_ms() - start_ms;
    is_pulling_only_ = true;
    for (std::size_t kiosk = 0; kiosk < record_.kiosks.size(); ++kiosk) {
        if (standings_[kiosk].pushed == record_.kiosks[kiosk].pushes.size()) {
            waiting_.push_back(kiosk);
        }
    }
    serve_all();
    return std::move(outcome_);
}

void LoadClients::serve_all() {
    for (Turn& turn : turns_) begin_turn(turn);
    std::array<epoll_event, 64> events{};
    while (at_work_ > 0) {
        const int count = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event& event = events.at(static_cast<std::size_t>(i));
            Turn& turn = turns_[event.data.u64];
            if (turn.sent < turn.request.size()) {
                send_rest(turn);
            } else {
                receive(turn);
            }
        }
    }
}

void LoadClients::watch(const Turn& turn, std::uint32_t events, int how) const {
    epoll_event event{};
    event.events = events;
    event.data.u64 = static_cast<std::uint64_t>(&turn - turns_.data());
    epoll_ctl(poll_, how, turn.socket, &event);
}

bool LoadClients::begin_turn(Turn& turn) {
    if (waiting_.empty()) return false;
    turn.kiosk = waiting_.front();
    waiting_.pop_front();
    turn.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const sockaddr_in address = loopback(port_);
    if (turn.socket < 0 ||
        (connect(turn.socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 &&
         errno != EINPROGRESS)) {
        throw std::runtime_error("no connection to the store");
    }
    ++at_work_;
    watch(turn, EPOLLOUT, EPOLL_CTL_ADD);
    ask(turn, is_pulling_only_ ? Step::pull : Step::status);
    return true;
}

void LoadClients::end_turn(Turn& turn) {
    close(turn.socket);
    --at_work_;
    const Standing& standing = standings_[turn.kiosk];
    const bool has_more = standing.pushed < record_.kiosks[turn.kiosk].pushes.size();
    if (has_more && !is_pulling_only_) waiting_.push_back(turn.kiosk);
    begin_turn(turn);
}

void LoadClients::ask(Turn& turn, Step step) {
    const LoadKiosk& kiosk = record_.kiosks[turn.kiosk];
    const Standing& standing = standings_[turn.kiosk];
    std::string head = step == Step::push ? "POST " : "GET ";
    head += step == Step::status ? status_path(kiosk.event) : operations_path(kiosk.event);
    if (step == Step::pull) {
        head +=
            "?after=" + std::to_string(standing.position) + "&without=" + to_string(kiosk.device);
    }
    head += " HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\nAuthorization: Bearer " +
            write_token(kiosk.token) + "\r\n";
    const Bytes *body = step == Step::push ? &kiosk.pushes[standing.pushed] : nullptr;
    if (body != nullptr) head += "Content-Length: " + std::to_string(body->size()) + "\r\n";
    head += "\r\n";
    turn.request.assign(head.begin(), head.end());
    if (body != nullptr) turn.request.insert(turn.request.end(), body->begin(), body->end());
    turn.step = step;
    turn.sent = 0;
    turn.answer.clear();
    turn.asked_at = Clock::now();
    ++outcome_.requests;
}

void LoadClients::send_rest(Turn& turn) {
    const auto size = send(turn.socket, turn.request.data() + turn.sent,
                           turn.request.size() - turn.sent, MSG_NOSIGNAL);
    if (size < 0 && errno != EAGAIN) return fail(turn, "the connection broke");
    turn.sent += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
    watch(turn, turn.sent < turn.request.size() ? EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
}

void LoadClients::receive(Turn& turn) {
    std::array<char, 16'384> piece{};
    const auto size = recv(turn.socket, piece.data(), piece.size(), 0);
    if (size < 0 && errno == EAGAIN) return;
    if (size <= 0) return fail(turn, "the connection broke before an answer came");
    turn.answer.append(piece.data(), static_cast<std::size_t>(size));
    const auto head = read_head(turn.answer);
    if (!head || turn.answer.size() < head->size + head->body) return;
    const std::chrono::duration<double, std::micro> lasted = Clock::now() - turn.asked_at;
    Samples& samples = turn.step == Step::status ? outcome_.status
                       : turn.step == Step::push ? outcome_.push
                                                 : outcome_.pull;
    samples.add(lasted.count());
    const Bytes body(turn.answer.begin() + static_cast<std::ptrdiff_t>(head->size),
                     turn.answer.end());
    take(turn, head->status, body);
}

void LoadClients::take(Turn& turn, int status, ByteView body) {
    if (status != 200) return fail(turn, "HTTP status " + std::to_string(status));
    switch (turn.step) {
        case Step::status:
            ask(turn, Step::push);
            return send_rest(turn);
        case Step::push:
            return take_push(turn, body);
        case Step::pull:
            return take_pull(turn, body);
    }
}

void LoadClients::take_push(Turn& turn, ByteView body) {
    const auto answer = decode_push_answer(body);
    const LoadSize& size = record_.size;
    Standing& standing = standings_[turn.kiosk];
    const std::size_t sent = std::min(size.batch, size.operations - standing.pushed * size.batch);
    if (!answer || answer->outcome != PushOutcome::taken || answer->added != sent) {
        return fail(turn, "a push was not taken whole");
    }
    outcome_.acknowledged += answer->added;
    ++standing.pushed;
    ask(turn, Step::pull);
    send_rest(turn);
}

void LoadClients::take_pull(Turn& turn, ByteView body) {
    const auto page = decode_page(body);
    if (!page || page->state == PageState::lost_position) return fail(turn, "a page is unreadable");
    outcome_.pulled += page->batch.operations.size();
    standings_[turn.kiosk].position = page->next;
    if (page->state == PageState::last) return end_turn(turn);
    ask(turn, Step::pull);
    send_rest(turn);
}

void LoadClients::fail(Turn& turn, const std::string& words) {
    ++outcome_.errors;
    if (outcome_.first_error.empty()) outcome_.first_error = words;
    // It does not come again.
    standings_[turn.kiosk].pushed = record_.kiosks[turn.kiosk].pushes.size();
    end_turn(turn);
}

}  // namespace stormote::testing
