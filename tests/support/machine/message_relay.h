// MessageRelay: stands on this machine between HTTP clients and a server, and does to whole
// requests and answers what a network may: hands them on, twice, late, in another order, or not.
// A request that comes late, or whose answer does not come, ends its client's connection.
// One thread makes and ends it; works on a thread of its own, on which the fates are asked for.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/machine/raw_sockets.h"

namespace stormote::testing {

enum class Fate {
    passed,
    twice,          // the server hears it twice, and the client the second answer
    late,           // the server hears it after later ones, and the client nothing
    unheard,        // the server hears it, and the client nothing
    answered_late,  // the client hears the answer after others have heard theirs
};

class MessageRelay {
  public:
    MessageRelay(int server_port, std::function<Fate()> fate);
    // What is late then never comes.
    ~MessageRelay();
    MessageRelay(const MessageRelay&) = delete;
    MessageRelay& operator=(const MessageRelay&) = delete;

    [[nodiscard]] int port() const { return listener_.port(); }
    // Of requests that were late, how many the server has heard.
    [[nodiscard]] std::size_t heard_late() const { return heard_late_; }

  private:
    struct Held {
        RawClient client;
        std::string answer;
    };

    void run();
    void take(RawClient client);
    // Empty where the server has gone.
    [[nodiscard]] std::string ask_server(const std::string& request) const;
    void send_late();
    void answer_held();

    int server_port_;
    std::function<Fate()> fate_;
    RawListener listener_;
    std::atomic<bool> is_stopped_ = false;
    std::atomic<std::size_t> heard_late_ = 0;
    std::vector<std::string> late_;
    std::vector<Held> held_;
    std::thread thread_;
};

}  // namespace stormote::testing
