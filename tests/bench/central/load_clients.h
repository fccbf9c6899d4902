// LoadClients: many kiosks at a central store, by one thread: each in its turn connects, asks for
// the status, pushes what it has next, pulls what the others have brought, and goes; so many at
// once. Whoever has pushed everything pulls once more in the end. One thread.
#pragma once

#include <deque>

#include "tests/bench/central/load_record.h"
#include "tests/bench/figures.h"

namespace stormote::testing {

struct LoadOutcome {
    double seconds = 0;    // until everything was pushed
    double client_ms = 0;  // of a processor, that the clients took meanwhile
    Samples status;        // from the request to the last byte of its answer
    Samples push;
    Samples pull;
    std::uint64_t requests = 0;
    std::uint64_t acknowledged = 0;  // operations
    std::uint64_t pulled = 0;
    std::uint64_t errors = 0;  // a kiosk ends with its first
    std::string first_error;
};

class LoadClients {
  public:
    // The record must outlive it.
    LoadClients(const LoadRecord& record, int port, std::size_t at_once);
    ~LoadClients();
    LoadClients(const LoadClients&) = delete;
    LoadClients& operator=(const LoadClients&) = delete;

    [[nodiscard]] LoadOutcome run();

  private:
    enum class Step : std::uint8_t { status, push, pull };
    struct Standing {
        std::size_t pushed = 0;  // batches
        std::uint64_t position = 0;
    };
    // One connection, and whose turn it is.
    struct Turn {
        std::size_t kiosk = 0;
        Step step = Step::status;
        int socket = -1;
        Bytes request;
        std::size_t sent = 0;
        std::string answer;
        std::chrono::steady_clock::time_point asked_at;
    };

    void serve_all();
    // False where nobody is left to take it.
    bool begin_turn(Turn& turn);
    void end_turn(Turn& turn);
    void ask(Turn& turn, Step step);
    void send_rest(Turn& turn);
    void receive(Turn& turn);
    // What a whole answer says.
    void take(Turn& turn, int status, ByteView body);
    void take_push(Turn& turn, ByteView body);
    void take_pull(Turn& turn, ByteView body);
    void fail(Turn& turn, const std::string& words);
    void watch(const Turn& turn, std::uint32_t events, int how) const;

    const LoadRecord& record_;
    const int port_;
    const int poll_;
    std::vector<Standing> standings_;
    std::deque<std::size_t> waiting_;
    std::vector<Turn> turns_;
    std::size_t at_work_ = 0;
    bool is_pulling_only_ = false;
    LoadOutcome outcome_;
};

}  // namespace stormote::testing
