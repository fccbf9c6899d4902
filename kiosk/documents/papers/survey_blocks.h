// Survey blocks: the compiled survey as a part of a paper and as a paper of its own. Nobody is to
// be known by an answer: see sync/report/survey_report.h. Pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "sync/base/error.h"
#include "sync/report/survey_report.h"

namespace stormote {

// A heading of that level a question, and a chart or the texts below it.
void add_survey(std::vector<Block>& blocks, const SurveyReport& report, const Texts& texts,
                int level);

// Error: the event has no survey.
[[nodiscard]] Result<Document> compose_survey(const EventState& state, const Texts& texts);

}  // namespace stormote
