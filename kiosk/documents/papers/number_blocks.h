// Number blocks: who took part, in numbers alone, as parts of a paper. Pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "sync/report/statistics/statistics.h"

namespace stormote {

// "The meeting in numbers": the municipalities' sentence, what was noted ("61 förslag", or empty),
// and the sectors. Says so where nobody has come.
void add_numbers(std::vector<Block>& blocks, const EventState& state, const Texts& texts,
                 const std::string& noted);

// The same over several meetings, everybody once, and each meeting's own sentence.
void add_series_numbers(std::vector<Block>& blocks, const std::vector<const EventState *>& meetings,
                        const Texts& texts);

// How many people and organisations of civil society came from each sector; nothing where none did.
void add_sectors(std::vector<Block>& blocks, const Statistics& statistics, const Texts& texts);

// The statistics as a paper: every count, and charts of sectors and arrivals.
[[nodiscard]] Document compose_statistics(const EventState& state, const Texts& texts);

}  // namespace stormote
