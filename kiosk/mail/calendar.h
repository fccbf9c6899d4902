// Calendar: entries for calendars, as files that they take in (RFC 5545). A value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stormote {

class CalendarWriter {
  public:
    // `product`: what in this program writes it.
    explicit CalendarWriter(std::string_view product);

    void begin(std::string_view component);
    void end(std::string_view component);
    // A property, of a value that is written as it is, or of a text of people's.
    void put(std::string_view property, std::string_view value);
    void put_text(std::string_view property, const std::string& text);

    // The whole file.
    [[nodiscard]] std::string finish();

  private:
    std::string text_;
};

// "20221012T160000Z".
[[nodiscard]] std::string calendar_time(std::int64_t wall_ms);
// "20221012" of "2022-10-12".
[[nodiscard]] std::string calendar_date(std::string_view date);

}  // namespace stormote
