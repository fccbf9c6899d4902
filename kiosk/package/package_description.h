// PackageDescription: what a package for the archive says of itself. Pure values, from the record
// alone: the same record gives the same description on every machine.
#pragma once

#include <string>

#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

struct PackageDescription {
    std::string id;  // the name of its folder
    EventId event;
    std::string title;
    std::string municipality;
    std::string place;
    std::string starts;    // local time, as the setting has it; may be empty
    std::string ends;      // the same
    std::string created;   // when the last operation in it was recorded, in UTC
    std::string language;  // of its documents
};

// `record` is what tells this record from any other: the heads of its devices.
[[nodiscard]] PackageDescription describe_package(const EventId& event, const EventState& state,
                                                  const std::string& record,
                                                  std::int64_t created_ms, const Texts& texts);

}  // namespace stormote
