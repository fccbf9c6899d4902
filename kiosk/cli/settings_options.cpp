#include "kiosk/cli/settings_options.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <fmt/format.h>

#include "kiosk/cli/logo_file.h"
#include "kiosk/cli/secret_argument.h"
#include "kiosk/desk/way_out.h"
#include "kiosk/documents/house_style.h"
#include "kiosk/lists/field_limits.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

enum class Value : std::uint8_t { text, lines, programme, time, date, colour, picture };

struct Option {
    const char *name = nullptr;
    SettingField field = SettingField::name;
    Value value = Value::text;
    bool is_needed = false;
    Sentence purpose{};
    std::size_t longest = 0;  // in characters, of a text or of each line
    std::size_t most = 0;     // lines
};

constexpr std::array<Option, 14> options{{
    {"--name", SettingField::name, Value::text, true, {"The event's name."}, FieldLimits::setting},
    {"--starts", SettingField::starts, Value::time, true, {"When it starts, local time."}},
    {"--ends", SettingField::ends, Value::time, true, {"When it ends, local time."}},
    {"--doors", SettingField::doors, Value::time, false, {"When the doors open."}},
    {"--place",
     SettingField::place,
     Value::text,
     false,
     {"Where it is held."},
     FieldLimits::setting},
    {"--deadline", SettingField::deadline, Value::date, false, {"The last day of registration."}},
    {"--series",
     SettingField::series,
     Value::text,
     false,
     {"The series it belongs to, which \"statistics --series\" counts."},
     FieldLimits::setting},
    {"--municipality",
     SettingField::municipality,
     Value::text,
     false,
     {"Who invites."},
     FieldLimits::setting},
    {"--colour",
     SettingField::colour,
     Value::colour,
     false,
     {"The municipality's colour, as #0B4F5C; made darker where words in it could not be read."}},
    {"--logo",
     SettingField::logo,
     Value::picture,
     false,
     {"A file with the municipality's logo: PNG or SVG, at most 64 kB."}},
    {"--programme",
     SettingField::programme,
     Value::programme,
     false,
     {"What happens when, as \"17:30 Mingelfika; 18:30 Inledning\"; the screens show it."},
     longest_programme_item,
     most_programme_items},
    {"--agreement",
     SettingField::agreement,
     Value::text,
     false,
     {"What organisations may join on the way out, as \"Lokal överenskommelse\"."},
     longest_agreement},
    {"--agreement-text",
     SettingField::agreement_text,
     Value::text,
     false,
     {"What joining it means, in a few sentences."},
     longest_agreement_text},
    {"--departments",
     SettingField::departments,
     Value::lines,
     false,
     {"The departments that a message may be for: names separated by semicolons."},
     longest_department,
     most_departments},
}};

std::string one_a_line(const std::string& said) {
    std::string lines;
    for (std::size_t begin = 0; begin < said.size();) {
        const std::size_t end = std::min(said.find(';', begin), said.size());
        const std::string name = trim_text(said.substr(begin, end - begin));
        if (!name.empty()) lines += (lines.empty() ? "" : "\n") + name;
        begin = end + 1;
    }
    return lines;
}

Result<> check_room(const Option& option, const std::string& lines) {
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= lines.size(); ++count) {
        const std::size_t end =
            option.most > 0 ? std::min(lines.find('\n', begin), lines.size()) : lines.size();
        const std::string line = lines.substr(begin, end - begin);
        if (const auto length = excess_length(line, option.longest)) {
            const std::string which =
                option.most > 0 ? fmt::format("{} {}", option.name, line) : option.name;
            return input_error({"{} is longer than {} characters: it has {}, and would not fit on "
                                "the kiosk's page. Make it shorter."},
                               which, option.longest, *length);
        }
        begin = end + 1;
    }
    if (option.most > 0 && count > option.most) {
        return input_error({"{} names {}, and {} fit on the kiosk's page. Leave some out."},
                           option.name, count, option.most);
    }
    return Done{};
}

Result<std::string> read_programme(const Option& option, const std::string& said) {
    std::vector<ProgrammeItem> programme;
    std::istringstream lines(one_a_line(said));
    std::string line;
    while (std::getline(lines, line)) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto clock = parse_clock(line.substr(0, space));
        const std::string title = trim_text(line.substr(space));
        if (!clock || title.empty()) {
            return input_error({"{} {} is not a time and what happens then. Write it as \"18:30 "
                                "Inledning\"."},
                               option.name, line);
        }
        programme.push_back({*clock, title});
    }
    std::stable_sort(programme.begin(), programme.end(), [](const auto& left, const auto& right) {
        return left.starts < right.starts;
    });
    std::string titles;
    for (const ProgrammeItem& item : programme) {
        titles += (titles.empty() ? "" : "\n") + item.title;
    }
    if (auto fits = check_room(option, titles); !fits) return fits.error();
    return write_programme(programme);
}

Result<std::string> check(const Option& option, const std::string& said) {
    if (auto checked = check_text(option.name, said); !checked) return checked.error();
    if (said.empty()) {
        if (option.is_needed) return input_error({"{} must not be empty."}, option.name);
        return said;
    }
    switch (option.value) {
        case Value::text:
        case Value::lines: {
            std::string text = option.value == Value::lines ? one_a_line(said) : said;
            if (auto fits = check_room(option, text); !fits) return fits.error();
            return text;
        }
        case Value::programme:
            return read_programme(option, said);
        case Value::time:
            if (is_local_time(said)) return said;
            return input_error({"{} {} is not a date and time. Write it as 2022-10-12T18:00."},
                               option.name, said);
        case Value::date:
            if (is_date(said)) return said;
            return input_error({"{} {} is not a date. Write it as 2022-09-26."}, option.name, said);
        case Value::colour:
            if (parse_colour(said)) return said;
            return input_error({"{} {} is not a colour. Write it as #0B4F5C."}, option.name, said);
        case Value::picture:
            return read_logo_file(said);
    }
    return said;
}

bool is_pin(const std::string& pin) {
    return pin.size() >= 4 && pin.size() <= 8 &&
           pin.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void SettingsOptions::add_to(Subcommand& command, Needs needs) {
    for (const Option& option : options) {
        const bool is_needed = option.is_needed && needs == Needs::all_that_an_event_needs;
        command.option_function(
            option.name,
            [this, field = option.field](const std::string& said) { said_[field] = said; },
            option.purpose, is_needed ? Need::required : Need::optional);
    }
    command.option("--pin-file", pin_file_,
                   {"A file with the staff's PIN at the kiosk, 4 to 8 digits, or - for standard "
                    "input; chosen at random and printed if the event has none."});
    command.option("--pin", pin_,
                   {"The PIN itself, for scripts: others on this machine can see it as long as the "
                    "command runs."});
    command.exclude("--pin", "--pin-file");
}

Result<std::string> SettingsOptions::read_pin(const CommandContext& context) const {
    std::string pin = pin_;
    if (!pin_file_.empty()) {
        auto text = read_secret(context, pin_file_, {"The staff's PIN: "});
        if (!text) return text.error();
        pin = trim_text(*text);
    }
    if ((!pin.empty() || !pin_file_.empty()) && !is_pin(pin)) {
        return usage_error({"The staff's PIN must be 4 to 8 digits."});
    }
    return pin;
}

Result<FieldTexts> SettingsOptions::read(const LatestFields& present) const {
    FieldSetter<SettingField> settings;
    const auto now = [&](SettingField field) {
        const auto said = said_.find(field);
        return said == said_.end() ? present.get(field) : said->second;
    };
    for (const Option& option : options) {
        const auto said = said_.find(option.field);
        if (said == said_.end()) continue;
        auto value = check(option, said->second);
        if (!value) return value.error();
        if (*value != present.get(option.field)) settings.set(option.field, *value);
    }
    const auto is_said = [&](SettingField field) { return said_.contains(field); };
    const std::string starts = now(SettingField::starts);
    const std::string ends = now(SettingField::ends);
    if (ends <= starts) {
        return input_error({"The event ends at {}, before it starts at {}."}, ends, starts);
    }
    // An event that two devices described apart may be amiss already: it refuses no other setting.
    const std::string deadline = now(SettingField::deadline);
    if ((is_said(SettingField::deadline) || is_said(SettingField::ends)) &&
        deadline > ends.substr(0, deadline.size())) {
        return input_error({"--deadline {} is after the event, which ends at {}. Choose a day "
                            "before it."},
                           deadline, ends);
    }
    const std::string doors = now(SettingField::doors);
    if ((is_said(SettingField::doors) || is_said(SettingField::starts)) && doors > starts) {
        return input_error({"--doors {} is after the event's start at {}. Choose an earlier time."},
                           doors, starts);
    }
    return settings.take();
}

std::string SettingsOptions::describe(const LatestFields& settings) {
    std::string lines;
    for (const Option& option : options) {
        std::string value = settings.get(option.field);
        if (option.most > 0) std::replace(value.begin(), value.end(), '\n', ';');
        value = one_column(value);
        if (option.value == Value::picture) {
            const auto logo = logo_of_setting(settings.get(option.field));
            value = logo ? fmt::format("{}x{}", logo->width, logo->height) : "";
        }
        lines += fmt::format("{}\t{}\n", option.name + 2, value);
    }
    return lines;
}

}  // namespace stormote
