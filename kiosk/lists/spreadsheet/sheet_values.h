// Sheet values: what a spreadsheet keeps of a number, a date or a time, as the text that a person
// would have written. Pure, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stormote {

// Day 0 of a workbook's serial numbers.
enum class SheetEpoch : std::uint8_t {
    windows,    // 1899-12-30, with a 29 February 1900 that never was
    macintosh,  // 1904-01-01
};

// Whether a number format shows a date or a time: "yyyy-mm-dd", "[$-41D]d mmmm;@". Letters in
// quotation marks or square brackets show as they are.
[[nodiscard]] bool is_date_format(std::string_view format);
// The same of a format by its number (ECMA-376, 18.8.30).
[[nodiscard]] bool is_date_format(int number);

// "44830" as "2022-09-26", with a fraction "2022-09-26T14:03", a fraction alone "14:03". As it is
// where it is no number or no day of the years 1900 to 9999.
[[nodiscard]] std::string date_of_serial(const std::string& number, SheetEpoch epoch);
// "701234567" for "7.01234567E8"; as it is where it is no number.
[[nodiscard]] std::string number_as_written(const std::string& number);

// "2022-09-26T14:03" for "2022-09-26T14:03:22", "2022-09-26" for "2022-09-26T00:00:00".
[[nodiscard]] std::string date_of_text(std::string_view iso_8601);
// "18:50" for "PT18H50M00S".
[[nodiscard]] std::string time_of_duration(std::string_view iso_8601);

}  // namespace stormote
