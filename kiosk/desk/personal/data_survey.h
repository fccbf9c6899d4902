// Data survey: reads from the desk what an extract of somebody's data is made of: the operations
// that count, and where the record lies. On the desk's thread; keeps nothing.
#pragma once

#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/report/personal/data_places.h"

namespace stormote {

struct DataSurvey {
    std::vector<Operation> operations;  // those that have an effect, by device and sequence
    DataPlaces places;
};

// Reads the whole record: not for every frame.
[[nodiscard]] DataSurvey survey_data(Desk& desk);

}  // namespace stormote
