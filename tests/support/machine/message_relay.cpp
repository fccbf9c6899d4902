#include "tests/support/machine/message_relay.h"

#include <poll.h>
#include <sys/socket.h>

namespace stormote::testing {

namespace {

// So many requests overtake one that is late, and so many answers one that is late.
constexpr std::size_t most_late = 3;
constexpr std::size_t most_held = 2;
// Nobody else comes: the others wait for what is held.
constexpr int silence_ms = 50;

bool is_whole(const std::string& message) {
    constexpr std::string_view length = "Content-Length: ";
    const auto end = message.find("\r\n\r\n");
    if (end == std::string::npos) return false;
    const auto at = message.find(length);
    const std::size_t body = at < end ? std::stoul(message.substr(at + length.size())) : 0;
    return message.size() >= end + 4 + body;
}

std::string hear_whole(const RawClient& client) {
    std::string message;
    while (!is_whole(message)) {
        const std::string piece = client.hear();
        if (piece.empty()) return {};
        message += piece;
    }
    return message;
}

}  // namespace

MessageRelay::MessageRelay(int server_port, std::function<Fate()> fate)
    : server_port_(server_port), fate_(std::move(fate)), thread_([this] { run(); }) {}

MessageRelay::~MessageRelay() {
    is_stopped_ = true;
    thread_.join();
}

void MessageRelay::run() {
    while (!is_stopped_) {
        pollfd watched{listener_.socket(), POLLIN, 0};
        if (poll(&watched, 1, silence_ms) <= 0) {
            answer_held();
            continue;
        }
        take(listener_.accept());
        if (late_.size() > most_late) send_late();
        if (held_.size() >= most_held) answer_held();
    }
}

void MessageRelay::take(RawClient client) {
    const std::string request = hear_whole(client);
    if (request.empty()) return;
    const Fate fate = fate_();
    if (fate == Fate::late) {
        late_.push_back(request);
        return;
    }
    if (fate == Fate::twice) static_cast<void>(ask_server(request));
    std::string answer = ask_server(request);
    if (fate == Fate::unheard) return;
    if (fate == Fate::answered_late) {
        held_.push_back({std::move(client), std::move(answer)});
    } else {
        static_cast<void>(client.try_to_say(answer));
    }
}

std::string MessageRelay::ask_server(const std::string& request) const {
    const RawClient server(server_port_);
    return server.try_to_say(request) ? hear_whole(server) : std::string();
}

// The last one first.
void MessageRelay::send_late() {
    for (; !late_.empty(); late_.pop_back()) {
        if (!ask_server(late_.back()).empty()) ++heard_late_;
    }
}

void MessageRelay::answer_held() {
    for (; !held_.empty(); held_.pop_back()) {
        static_cast<void>(held_.back().client.try_to_say(held_.back().answer));
    }
}

}  // namespace stormote::testing
