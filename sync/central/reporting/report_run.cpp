#include "sync/central/reporting/report_run.h"

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <tuple>

#include "sync/base/text_folding.h"
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
    folded.series = fold_text(folded.state().setting(SettingField::series));
    return folded;
}

EventReport report_of(const FoldedEvent& folded, const std::optional<Statistics>& series) {
    return {folded.event, folded.position, folded.series,
            event_report_tables(folded.state(), series)};
}

// The events of one municipality that have something new, and the series that they are of.
class MunicipalityRun {
  public:
    MunicipalityRun(Store& store, std::vector<ReportStanding> standings)
        : store_(store), standings_(std::move(standings)) {}

    // How many events were written.
    std::size_t report(const std::set<EventId>& stale) {
        for (const ReportStanding& standing : standings_) {
            if (!stale.contains(standing.event)) continue;
            FoldedEvent folded = fold_event(store_, standing.event);
            // One that has left a series changes it, too.
            if (!standing.series.empty()) series_[standing.series];
            if (folded.series.empty()) {
                write({report_of(folded, std::nullopt)});
            } else {
                series_[folded.series].push_back(std::move(folded));
            }
        }
        for (auto& [name, meetings] : series_) {
            for (const ReportStanding& standing : standings_) {
                if (standing.series != name || stale.contains(standing.event)) continue;
                meetings.push_back(fold_event(store_, standing.event));
            }
            write_series(meetings);
            meetings.clear();
        }
        return written_;
    }

  private:
    void write(const std::vector<EventReport>& reports) {
        if (store_.write_reports(reports)) written_ += reports.size();
    }

    void write_series(std::vector<FoldedEvent>& meetings) {
        std::sort(meetings.begin(), meetings.end(), [](const auto& left, const auto& right) {
            const auto place = [](const FoldedEvent& meeting) {
                return std::tie(meeting.state().setting(SettingField::starts), meeting.event);
            };
            return place(left) < place(right);
        });
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
    std::map<std::string, std::vector<FoldedEvent>> series_;
    std::size_t written_ = 0;
};

std::size_t report_stale(Store& store, const std::vector<ReportStanding>& standings,
                         const std::set<EventId>& stale) {
    std::map<std::string, std::vector<ReportStanding>> municipalities;
    std::set<std::string> with_news;
    for (const ReportStanding& standing : standings) {
        municipalities[standing.municipality].push_back(standing);
        if (stale.contains(standing.event)) with_news.insert(standing.municipality);
    }
    std::size_t written = 0;
    std::exception_ptr failure;
    for (const std::string& name : with_news) {
        try {
            written += MunicipalityRun(store, std::move(municipalities[name])).report(stale);
        } catch (const StoreUnavailable&) {
            throw;
        } catch (const MachineFailure&) {
            // What is damaged of one is not in the way of another.
            failure = std::current_exception();
        }
    }
    if (failure) std::rethrow_exception(failure);
    return written;
}

}  // namespace

std::optional<std::size_t> report_events(Store& store) {
    const auto turn = store.take_report_turn();
    if (!turn) return std::nullopt;
    const std::vector<ReportStanding> standings = store.report_standings();
    std::set<EventId> stale;
    for (const ReportStanding& standing : standings) {
        if (standing.reported != standing.position) stale.insert(standing.event);
    }
    return report_stale(store, standings, stale);
}

Result<std::size_t> report_event(Store& store, const EventId& event) {
    const auto turn = store.take_report_turn();
    if (!turn) {
        return input_error({"Another process reports at the moment. Try again in a minute."});
    }
    const std::vector<ReportStanding> standings = store.report_standings();
    const bool is_known =
        std::any_of(standings.begin(), standings.end(),
                    [&event](const auto& standing) { return standing.event == event; });
    if (!is_known) {
        return input_error({"The store has nothing of the event {}. \"stormote-central list\" "
                            "shows its events."},
                           to_string(event));
    }
    return report_stale(store, standings, {event});
}

}  // namespace stormote
