#include "sync/central/reporting/report_run.h"

#include <algorithm>
#include <exception>
#include <set>
#include <tuple>

#include "sync/central/reporting/event_report_tables.h"
#include "sync/central/store/stored_record.h"

namespace stormote {

namespace {

// An event as it was folded up to a position of its log.
struct FoldedEvent {
    EventId event;
    std::uint64_t position = 0;
    std::string series;  // folded
    std::unique_ptr<RecordFold> fold;

    [[nodiscard]] const EventState& state() const { return fold->state; }
};

FoldedEvent fold_event(Store& store, const EventId& event) {
    FoldedEvent folded{event, 0, "", nullptr};
    store.read_rows(event, [&folded](StoreRows& rows) {
        folded.position = rows.last_position();
        folded.fold = std::make_unique<RecordFold>(fold_record(rows));
    });
    folded.series = report_series(folded.state());
    return folded;
}

EventReport report_of(const FoldedEvent& folded, const std::optional<Statistics>& series) {
    return {folded.event, folded.position, folded.series,
            event_report_tables(folded.state(), series)};
}

// The events that have something new, and the series that they are of.
class ReportRun {
  public:
    ReportRun(Store& store, std::vector<ReportStanding> standings)
        : store_(store), standings_(std::move(standings)) {}

    // How many events were written.
    std::size_t report(const std::set<EventId>& stale) {
        for (ReportStanding& standing : standings_) {
            if (stale.contains(standing.event)) keep_apart([&] { take(standing); });
        }
        for (const Series& series : series_) keep_apart([&] { write_series(series); });
        if (failure_) std::rethrow_exception(failure_);
        return written_;
    }

  private:
    // Its municipality, and its folded name.
    using Series = std::pair<std::string, std::string>;

    // What is damaged of one is not in the way of another.
    template <typename Work>
    void keep_apart(const Work& work) {
        try {
            work();
        } catch (const StoreUnavailable&) {
            throw;
        } catch (const MachineFailure&) {
            failure_ = std::current_exception();
        }
    }

    // Of an event that is in a series only the name of that is kept: the records of many series at
    // once would take more memory than there is.
    void take(ReportStanding& standing) {
        // One that has left a series changes it, too.
        note_series(standing);
        const FoldedEvent folded = fold_event(store_, standing.event);
        standing.series = folded.series;
        note_series(standing);
        if (folded.series.empty()) write({report_of(folded, std::nullopt)});
    }

    void note_series(const ReportStanding& standing) {
        if (!standing.series.empty()) series_.emplace(standing.municipality, standing.series);
    }

    void write(const std::vector<EventReport>& reports) {
        if (store_.write_reports(reports)) written_ += reports.size();
    }

    std::vector<FoldedEvent> meetings_of(const Series& series) {
        std::vector<FoldedEvent> meetings;
        for (const ReportStanding& standing : standings_) {
            if (Series(standing.municipality, standing.series) != series) continue;
            FoldedEvent folded = fold_event(store_, standing.event);
            // One that has left it just now is for the next run.
            if (folded.series == series.second) meetings.push_back(std::move(folded));
        }
        std::sort(meetings.begin(), meetings.end(), [](const auto& left, const auto& right) {
            const auto place = [](const FoldedEvent& meeting) {
                return std::tie(meeting.state().setting(SettingField::starts), meeting.event);
            };
            return place(left) < place(right);
        });
        return meetings;
    }

    void write_series(const Series& series) {
        const std::vector<FoldedEvent> meetings = meetings_of(series);
        std::vector<EventReport> reports;
        std::vector<const EventState *> so_far;
        for (const FoldedEvent& meeting : meetings) {
            so_far.push_back(&meeting.state());
            reports.push_back(report_of(meeting, count_events(so_far)));
        }
        // In one order for all, so that two runs do not wait for each other.
        std::sort(reports.begin(), reports.end(),
                  [](const auto& left, const auto& right) { return left.event < right.event; });
        write(reports);
    }

    Store& store_;
    std::vector<ReportStanding> standings_;
    std::set<Series> series_;
    std::size_t written_ = 0;
    std::exception_ptr failure_;
};

}  // namespace

std::optional<std::size_t> report_events(Store& store) {
    const auto turn = store.take_report_turn();
    if (!turn) return std::nullopt;
    std::vector<ReportStanding> standings = store.report_standings();
    std::set<EventId> stale;
    for (const ReportStanding& standing : standings) {
        if (standing.reported != standing.position) stale.insert(standing.event);
    }
    return ReportRun(store, std::move(standings)).report(stale);
}

Result<std::size_t> report_event(Store& store, const EventId& event) {
    const auto turn = store.take_report_turn();
    if (!turn) {
        return input_error({"Another process reports at the moment. Try again in a minute."});
    }
    std::vector<ReportStanding> standings = store.report_standings();
    const bool is_known =
        std::any_of(standings.begin(), standings.end(),
                    [&event](const auto& standing) { return standing.event == event; });
    if (!is_known) {
        return input_error({"The store has nothing of the event {}. \"stormote-central list\" "
                            "shows its events."},
                           to_string(event));
    }
    return ReportRun(store, std::move(standings)).report({event});
}

}  // namespace stormote
