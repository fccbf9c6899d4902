#include "sync/central/store/log_pages.h"

#include <algorithm>
#include <iterator>

namespace stormote {

namespace {

constexpr std::size_t usual_page_operations = 500;
constexpr std::size_t usual_page_bytes = 4U << 20;
// So many runs are asked for at once: usually all that a page holds.
constexpr std::size_t asked_runs = 200;

DeviceId last_device() {
    DeviceId device;
    device.value.bytes.fill(0xFF);
    return device;
}

class PageReader {
  public:
    PageReader(StoreRows& rows, std::uint64_t after, const DeviceId& without)
        : rows_(rows), without_(without) {
        page_.next = after;
    }

    PullPage read() {
        DeviceId device = last_device();
        std::uint64_t position = page_.next;
        for (;;) {
            const std::vector<LogRun> runs = rows_.log_after(position, device, asked_runs);
            for (const LogRun& run : runs) {
                if (!add(run)) return std::move(page_);
            }
            if (runs.size() < asked_runs) return std::move(page_);
            position = runs.back().position;
            device = runs.back().device;
        }
    }

  private:
    // False where the page is full.
    bool add(const LogRun& run) {
        Batch& batch = page_.batch;
        const bool is_full =
            batch.operations.size() >= usual_page_operations || bytes_ >= usual_page_bytes;
        // A position is never parted: what was pushed together is read together.
        if (is_full && run.position != page_.next) {
            page_.state = PageState::more;
            return false;
        }
        page_.next = run.position;
        // What somebody else wrote in its name it has not heard of.
        if (run.device == without_ && is_recorded(run)) return true;
        std::vector<Operation> operations = operations_of(run);
        for (const Operation& operation : operations) {
            bytes_ += operation.body ? operation.body->bytes.size() : 0;
        }
        std::move(operations.begin(), operations.end(), std::back_inserter(batch.operations));
        batch.signatures.push_back({run.device, run.last, run.signature});
        return true;
    }

    // Whether it stands in the record, and did not give way to something else.
    bool is_recorded(const LogRun& run) {
        const auto found = rows_.record_of(run.device, run.last, run.last);
        return !found.empty() && found.front().header.chain_hash == run.tip;
    }

    std::vector<Operation> operations_of(const LogRun& run) {
        std::vector<Operation> operations = rows_.record_of(run.device, run.first, run.last);
        const bool is_record =
            !operations.empty() && operations.back().header.chain_hash == run.tip;
        return is_record ? operations : read_branch(run);
    }

    // Back from its end: each operation's hash says which one it continues.
    std::vector<Operation> read_branch(const LogRun& run) {
        std::vector<Operation> operations;
        for (std::uint64_t sequence = run.last; sequence >= run.first; --sequence) {
            std::vector<Operation> candidates = rows_.record_of(run.device, sequence, sequence);
            std::vector<Operation> aside = rows_.put_aside_at(run.device, sequence);
            std::move(aside.begin(), aside.end(), std::back_inserter(candidates));
            const auto continues = [&](const Operation& before) {
                if (operations.empty()) return before.header.chain_hash == run.tip;
                const OperationHeader& next = operations.back().header;
                return chain(before.header.chain_hash, next) == next.chain_hash;
            };
            const auto found = std::find_if(candidates.begin(), candidates.end(), continues);
            if (found == candidates.end()) rows_.fail_damaged();
            operations.push_back(std::move(*found));
        }
        std::reverse(operations.begin(), operations.end());
        return operations;
    }

    StoreRows& rows_;
    DeviceId without_;
    PullPage page_;
    std::size_t bytes_ = 0;
};

}  // namespace

PullPage read_page(StoreRows& rows, std::uint64_t after, const DeviceId& without) {
    const bool is_known =
        after == 0 || (after <= static_cast<std::uint64_t>(INT64_MAX) && rows.has_position(after));
    if (!is_known) return {PageState::lost_position, after, {}};
    return PageReader(rows, after, without).read();
}

}  // namespace stormote
