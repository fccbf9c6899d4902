#include "sync/replication/exchange.h"

#include <algorithm>
#include <future>

#include "sync/base/clock.h"

namespace stormote {

namespace {

// Another device may push the same operations meanwhile; more often than this it does not.
constexpr int most_gaps = 5;

}  // namespace

void add_refused(const std::vector<RefusedRun>& runs, std::vector<RefusedRun>& all) {
    for (const RefusedRun& run : runs) {
        const bool is_known = std::any_of(all.begin(), all.end(), [&run](const RefusedRun& known) {
            return known.device == run.device;
        });
        if (!is_known) all.push_back(run);
    }
}

Exchange::Exchange(ReplicaPort& replica, StoreClient& client, const Clock& clock,
                   ExchangeWatch watch, Refused refused, ReadAhead ahead)
    : replica_(replica),
      client_(client),
      clock_(clock),
      watch_(std::move(watch)),
      refused_(refused),
      ahead_(ahead) {}

Result<ExchangeReport> Exchange::run() {
    if (auto done = greet(); !done) return done.error();
    // Before anything is written under an identity that may not be this device's any more.
    if (auto done = replica_.check_identity(there_); !done) return done.error();
    if (auto done = replica_.note_clock(report_.clock); !done) return done.error();
    const auto pushed = push();
    if (!pushed && !client_.is_answered()) return pushed.error();
    if (auto done = pull(); !done) return done.error();
    if (!pushed) return pushed.error();
    if (auto done = account(); !done) return done.error();
    return report_;
}

Result<ExchangeReport> Exchange::fetch() {
    if (auto done = greet(); !done) return done.error();
    if (auto done = pull(); !done) return done.error();
    return report_;
}

Result<> Exchange::greet() {
    const std::int64_t wall_before_ms = clock_.wall_ms();
    const std::int64_t steady_before_ms = clock_.steady_ms();
    auto status = client_.status();
    if (!status) return status.error();
    const std::int64_t duration_ms = clock_.steady_ms() - steady_before_ms;
    // The store most likely read its clock in the middle of the request.
    report_.clock.offset_ms = status->now_ms - (wall_before_ms + duration_ms / 2);
    report_.clock.uncertainty_ms = duration_ms / 2;
    report_.quarantined_at_store = status->quarantined;
    report_.store = status->store;
    report_.can_wait = status->can_wait;
    there_ = std::move(status->heads);
    // Not before the clock was read: it may take long.
    if (auto renewed = client_.renew_if_due(); !renewed) report_.renewal_error = renewed.error();
    return Done{};
}

Result<> Exchange::push() {
    // Signs the head, so that everything of this device may travel.
    if (auto view = replica_.view(report_.store); !view) return view.error();
    int gaps = 0;
    for (;;) {
        auto step = push_batch();
        if (!step) return step.error();
        if (*step == PushStep::nothing_left) return Done{};
        if (*step == PushStep::gap && ++gaps > most_gaps) {
            return input_error(
                {"The central store lacks operations that this device believes it has. Try again "
                 "in a minute."});
        }
    }
}

Result<Exchange::PushStep> Exchange::push_batch() {
    std::vector<DeviceId> left_out;
    for (const RefusedRun& run : report_.refused_there) left_out.push_back(run.device);
    auto outgoing = replica_.gather_for(report_.store, there_, left_out);
    if (!outgoing) return outgoing.error();
    if (outgoing->batch.operations.empty()) return PushStep::nothing_left;
    auto answer = client_.push(outgoing->batch);
    if (!answer) return answer.error();
    if (answer->refused) {
        // A store that blames somebody else would be sent the same for ever.
        const bool was_sent = find_head(outgoing->reached, answer->refused->device) != nullptr;
        if (!was_sent) return answer->refused->reason;
        report_.refused_there.push_back(*answer->refused);
        return PushStep::refused;
    }
    if (answer->outcome == PushOutcome::gap) {
        // A store that was restored has lost what it was shown.
        for (StoreHead& forked : outgoing->forked) forked.sequence = 0;
        auto noted = replica_.note_forked_at(report_.store, outgoing->forked);
        if (!noted) return noted.error();
        auto status = client_.status();
        if (!status) return status.error();
        there_ = std::move(status->heads);
        return PushStep::gap;
    }
    report_.pushed += answer->added;
    report_.quarantined_there += answer->quarantined;
    report_.quarantined_at_store += answer->quarantined;
    if (!outgoing->forked.empty()) {
        auto noted = replica_.note_forked_at(report_.store, outgoing->forked);
        if (!noted) return noted.error();
    }
    note_reached(there_, outgoing->reached);
    if (watch_) watch_(report_);
    return PushStep::pushed;
}

Result<> Exchange::pull() {
    auto view = replica_.view(report_.store);
    if (!view) return view.error();
    std::uint64_t position = view->position;
    if (refused_ == Refused::tried_again) {
        position = std::min(position, view->retry_position.value_or(position));
    }
    report_.device = view->device;
    report_.to_pull = count_missing(*view);
    std::future<Result<PullPage>> next;
    for (;;) {
        auto page = next.valid() ? next.get() : client_.pull(position, view->device);
        if (!page) return page.error();
        if (page->state == PageState::lost_position) {
            if (position == 0) {
                return input_error(
                    {"The central store cannot find its own log. Call those who run it."});
            }
            position = 0;
            continue;
        }
        const bool has_more = page->state == PageState::more && page->next != position;
        if (has_more && ahead_ == ReadAhead::yes) {
            next = std::async(std::launch::async, [this, after = page->next, own = view->device] {
                return client_.pull(after, own);
            });
        }
        if (page->next != position) {
            auto taken = replica_.take(page->batch, report_.store, page->next);
            if (!taken) return taken.error();
            note_given(there_, page->batch.operations);
            report_.pulled += taken->added;
            report_.quarantined_here += taken->quarantined;
            add_refused(taken->refused, report_.refused_here);
            if (watch_) watch_(report_);
        }
        const bool is_stuck = page->next == position;
        position = page->next;
        if (page->state == PageState::last || is_stuck) break;
    }
    report_.position = position;
    const bool has_taken_all =
        refused_ == Refused::tried_again && view->retry_position && report_.refused_here.empty();
    return has_taken_all ? replica_.forget_retry(report_.store) : Done{};
}

std::uint64_t Exchange::count_missing(const ReplicaView& view) const {
    std::uint64_t missing = 0;
    for (const StoreHead& there : there_) {
        const auto here = std::find_if(view.heads.begin(), view.heads.end(), [&there](auto& head) {
            return head.device == there.device;
        });
        const std::uint64_t held = here == view.heads.end() ? 0 : here->head.sequence;
        missing += there.sequence - std::min(held, there.sequence);
    }
    return missing;
}

// What arrived over another link since the last push is here and not there, and so is what the
// store refused, whoever wrote it.
Result<> Exchange::account() {
    auto waiting = replica_.note_acknowledged(report_.store, there_);
    if (!waiting) return waiting.error();
    report_.waiting = *waiting;
    return Done{};
}

}  // namespace stormote
