#include "kiosk/desk/evening/event_log.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/report/audit_table.h"

namespace stormote {

namespace {

std::string words_of(const Cell& cell, const Texts& texts) {
    return std::visit(Match{[](const std::string& text) { return text; },
                            [&texts](const Word& word) { return texts.get(word.shown); },
                            [](std::int64_t number) { return std::to_string(number); },
                            [](const auto& /*other*/) { return std::string(); }},
                      cell);
}

std::string line_of(const std::vector<Cell>& row, std::int64_t at_ms, const Texts& texts) {
    std::string line = clock_text(at_ms);
    for (std::size_t column = 1; column <= 3; ++column) {
        const std::string words = words_of(row[column], texts);
        if (!words.empty()) line += " · " + words;
    }
    const std::string about = words_of(row[4], texts);
    if (!about.empty()) line += ": " + about;
    const std::string group = words_of(row[5], texts);
    if (!group.empty()) line += " · " + texts.get(Sentence{"Group {}"}, group);
    return line;
}

// The newest by corrected time, which is all that is kept while the record is read.
class Newest {
  public:
    Newest(const EventState& state, std::size_t most) : state_(state), most_(most) {}

    void add(const Operation& operation) {
        if (only_orders_notes(operation)) return;
        ++count_;
        const OperationHeader& header = operation.header;
        kept_.push_back({header.wall_ms + state_.clock_offset_ms(header.device), operation});
        if (kept_.size() >= 2 * most_) forget_older();
    }
    std::vector<Operation> take() {
        forget_older();
        std::vector<Operation> operations;
        operations.reserve(kept_.size());
        for (Kept& kept : kept_) operations.push_back(std::move(kept.operation));
        return operations;
    }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    struct Kept {
        std::int64_t at_ms = 0;
        Operation operation;
    };
    void forget_older() {
        std::sort(kept_.begin(), kept_.end(),
                  [](const Kept& left, const Kept& right) { return left.at_ms > right.at_ms; });
        if (kept_.size() > most_)
            kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(most_), kept_.end());
    }

    const EventState& state_;
    std::size_t most_;
    std::size_t count_ = 0;
    std::vector<Kept> kept_;
};

}  // namespace

EventLog read_event_log(const Desk& desk, std::size_t most, const Texts& texts) {
    Newest newest(desk.state(), most);
    desk.journal().read_all([&](const Operation& operation, Belief) { newest.add(operation); });
    const std::vector<Operation> operations = newest.take();
    const Table table = audit_table(desk.state(), operations);
    EventLog log;
    log.count = newest.count();
    for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
        const std::int64_t at_ms = std::get<Instant>(row->front()).wall_ms;
        log.lines.push_back({local_time_of(at_ms).substr(0, 10), line_of(*row, at_ms, texts)});
    }
    return log;
}

}  // namespace stormote
