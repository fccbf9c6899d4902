// Settings page: an event's settings as one page of text that people read, change, keep and read in
// again for another event. "Name: value" lines; of several values each on a line of its own below;
// lines that begin with # are for people. Pure.
#pragma once

#include "kiosk/settings/setting_values.h"

namespace stormote {

// In the language of the texts. A picture and the staff's PIN are only told of. By the start, the
// page says no date: whoever reads it in for another event says when that starts.
[[nodiscard]] std::string write_settings_page(const LatestFields& present, SaidTimes times,
                                              const Texts& texts);

// What a page says, by any program's language, whatever its encoding. `file` is what it is called
// in words about it. A setting that it does not name is not said. Error in words, with the line.
[[nodiscard]] Result<SaidSettings> read_settings_page(std::string_view bytes,
                                                      const std::string& file);

}  // namespace stormote
