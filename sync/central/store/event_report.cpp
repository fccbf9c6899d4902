#include "sync/central/store/event_report.h"

namespace stormote {

const std::vector<ReportTable>& report_tables() {
    constexpr auto number = ReportValue::number;
    static const std::vector<ReportTable> tables{
        {"report_meeting", {{"name"}, {"series"}, {"place"}, {"starts"}, {"ends"}}},
        {"report_measure", {{"measure"}, {"value", number}, {"series_value", number}}},
        {"report_sector", {{"sector"}, {"organisations", number}, {"people", number}}},
        {"report_attendance",
         {{"role"}, {"sector"}, {"registration"}, {"status"}, {"people", number}}},
        {"report_seating",
         {{"round", number},
          {"group_number", number},
          {"group_name"},
          {"place"},
          {"role"},
          {"status"},
          {"people", number}}},
        {"report_arrival", {{"from_ms", number}, {"people", number}}},
        {"report_organisation",
         {{"organisation"},
          {"name"},
          {"sector"},
          {"joined"},
          {"registered", number},
          {"came", number}}},
        {"report_note",
         {{"note"},
          {"question", number},
          {"question_title"},
          {"groups"},
          {"kind"},
          {"text"},
          {"written_ms", number},
          {"agreeing", number},
          {"chosen"},
          {"state"},
          {"department"},
          {"due"},
          {"answer"},
          {"answered"}}}};
    return tables;
}

}  // namespace stormote
