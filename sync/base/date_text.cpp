#include "sync/base/date_text.h"

#include <memory>

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include "sync/base/icu_status.h"
#include "sync/base/local_time.h"

namespace stormote {

std::string date_in_words(std::string_view local_time, const std::string& language) {
    const std::string day(local_time.substr(0, 10));
    if (!is_date(day)) return std::string(local_time);
    const icu::Locale locale(language.c_str());
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    require_icu(status);
    const icu::UnicodeString pattern = generator->getBestPattern("yMMMMEEEEd", status);
    icu::SimpleDateFormat format(pattern, locale, status);
    icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
    calendar.set(std::stoi(day.substr(0, 4)), std::stoi(day.substr(5, 2)) - 1,
                 std::stoi(day.substr(8, 2)), 12, 0);
    format.setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString words;
    const UDate instant = calendar.getTime(status);
    require_icu(status);
    format.format(instant, words);
    std::string text;
    words.toUTF8String(text);
    return text;
}

std::string time_in_words(std::string_view local_time, const std::string& language) {
    return local_time.size() < 16 ? "" : clock_in_words(local_time.substr(11, 5), language);
}

std::string clock_in_words(std::string_view clock, const std::string& language) {
    std::string time(clock);
    if (time.size() == 5 && (language == "sv" || language == "fi")) time[2] = '.';
    return time;
}

}  // namespace stormote
