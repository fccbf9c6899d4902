// Setting values: one setting as people write it, read into what the record holds, and written for
// them again. Pure.
#pragma once

#include "kiosk/settings/setting_rules.h"

namespace stormote {

// As the record holds it. `starts` is the event's start, which other times may be said by. Error in
// words where it makes no sense by itself.
[[nodiscard]] Result<std::string> read_setting(const SettingRule& rule, const SaidSetting& said,
                                               const std::string& starts,
                                               const LatestFields& present);

// How a page of text says times: as they are, or by the event's start, for a page that is used
// again at another date.
enum class SaidTimes : std::uint8_t { as_they_are, by_the_start };

// The lines that `read_setting` reads; none where there is nothing to say, or of a picture.
[[nodiscard]] std::vector<std::string> setting_lines(const SettingRule& rule,
                                                     const LatestFields& present, SaidTimes times,
                                                     const Texts& texts);

}  // namespace stormote
