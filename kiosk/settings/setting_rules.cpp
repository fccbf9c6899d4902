#include "kiosk/settings/setting_rules.h"

#include <algorithm>
#include <array>

#include "kiosk/desk/way_out.h"
#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/heading_words.h"
#include "kiosk/lists/list_words.h"
#include "kiosk/settings/setting_values.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

using Section = SettingSection;
using Value = SettingValue;

constexpr std::array<SettingRule, 19> rules{{
    {"name",
     SettingField::name,
     Section::meeting,
     Value::text,
     true,
     {"Name"},
     {"The event's name."},
     FieldLimits::setting},
    {"starts",
     SettingField::starts,
     Section::meeting,
     Value::time,
     true,
     {"Starts"},
     {"When it starts, local time: 2022-10-12T18:00."}},
    {"ends",
     SettingField::ends,
     Section::meeting,
     Value::time,
     true,
     {"Ends"},
     {"When it ends, local time; or the time alone, of the same day: 21:00."}},
    {"doors",
     SettingField::doors,
     Section::meeting,
     Value::time,
     false,
     {"Doors open"},
     {"When the doors open; or the time alone, of the same day: 17:30."}},
    {"place",
     SettingField::place,
     Section::meeting,
     Value::text,
     false,
     {"Place"},
     {"Where it is held."},
     FieldLimits::setting},
    {"deadline",
     SettingField::deadline,
     Section::meeting,
     Value::date,
     false,
     {"Register by"},
     {"The last day of registration: 2022-09-26, or \"16 days before\"."}},
    {"series",
     SettingField::series,
     Section::meeting,
     Value::text,
     false,
     {"Series"},
     {"The series it belongs to, which \"statistics --series\" counts."},
     FieldLimits::setting},
    {"programme",
     SettingField::programme,
     Section::meeting,
     Value::programme,
     false,
     {"Programme"},
     {"What happens when, as \"17:30 Mingelfika; 18:30 Inledning\"; the screens show it."},
     longest_programme_item,
     most_programme_items},
    {"pages-address",
     SettingField::pages_address,
     Section::meeting,
     Value::address,
     false,
     {"Pages' address"},
     {"Where phones find the pages, as https://meetings.example; the table signs have a code for "
      "it."},
     FieldLimits::word},
    {"municipality",
     SettingField::municipality,
     Section::municipality,
     Value::text,
     false,
     {"Invites"},
     {"Who invites."},
     FieldLimits::setting},
    {"colour",
     SettingField::colour,
     Section::municipality,
     Value::colour,
     false,
     {"Colour"},
     {"The municipality's colour, as #0B4F5C; made darker where words in it could not be read."}},
    {"logo",
     SettingField::logo,
     Section::municipality,
     Value::picture,
     false,
     {"Logo"},
     {"A file with the municipality's logo: PNG or SVG, at most 64 kB."}},
    {"departments",
     SettingField::departments,
     Section::municipality,
     Value::lines,
     false,
     {"Departments"},
     {"The departments that a message may be for: names separated by semicolons."},
     longest_department,
     most_departments},
    {"agreement",
     SettingField::agreement,
     Section::agreement,
     Value::text,
     false,
     {"Agreement"},
     {"What organisations may join on the way out, as \"Lokal överenskommelse\"."},
     longest_agreement},
    {"agreement-text",
     SettingField::agreement_text,
     Section::agreement,
     Value::text,
     false,
     {"What it means"},
     {"What joining it means, in a few sentences."},
     longest_agreement_text},
    {"legal-basis",
     SettingField::legal_basis,
     Section::people,
     Value::basis,
     false,
     {"Legal basis"},
     {"Why you may store what people tell: \"public task\" (they are informed), or \"consent\" "
      "(they are asked)."}},
    {"keep-decision",
     SettingField::keep_decision,
     Section::people,
     Value::text,
     false,
     {"Decision on what is kept"},
     {"The municipality's decision that the table of what is kept rests on, as \"DHP 2024 § 12\". "
      "Without one nobody is told a day."},
     FieldLimits::word},
    {"privacy-contact",
     SettingField::privacy_contact,
     Section::people,
     Value::text,
     false,
     {"Whom to ask about one's data"},
     {"Whom people turn to about what is stored of them."},
     FieldLimits::word},
    {"keep",
     SettingField::keep_table,
     Section::people,
     Value::table,
     false,
     {"What is kept and destroyed"},
     {"What is kept, and what destroyed so many days after the event, as \"needs 30; proposals "
      "keep\"; what is not named stays as it is."}},
}};

class Check {
  public:
    Check(const SaidSettings& said, const LatestFields& present, const Texts *labels)
        : said_(said), present_(present), labels_(labels) {}

    Result<FieldTexts> check() {
        // Times of other settings may be said as so long before it.
        for (const SettingRule& rule : rules) {
            if (auto read = read_one(rule); !read) return read.error();
        }
        move_to_the_day();
        if (auto fits = check_times(); !fits) return fits.error();
        FieldSetter<SettingField> settings;
        for (const auto& [field, text] : read_) {
            if (is_changed(field)) settings.set(field, text);
        }
        for (const auto& [field, said] : said_) {
            if (!is_translation(field)) continue;
            auto text = read_translation(field, said);
            if (!text) return text.error();
            // With a text that changes its translations are said again, or they count no more.
            const bool is_said_anew = is_changed(original_of(field)) && !text->empty();
            if (is_said_anew || *text != counting_translation(field)) settings.set(field, *text);
        }
        return settings.take();
    }

  private:
    Result<> read_one(const SettingRule& rule) {
        const auto said = said_.find(rule.field);
        if (said == said_.end()) return Done{};
        auto text = read_setting(rule, said->second, now(SettingField::starts), present_);
        if (!text) return text.error();
        read_.emplace(rule.field, std::move(*text));
        return Done{};
    }

    [[nodiscard]] bool is_changed(SettingField field) const {
        const auto read = read_.find(field);
        return read != read_.end() && read->second != present_setting(rule_of(field), present_);
    }
    [[nodiscard]] std::string counting_translation(SettingField field) const {
        const std::size_t language = number(field) / fields_of_a_language - 1;
        return present_.translations(original_of(field))[language];
    }

    [[nodiscard]] Result<std::string> read_translation(SettingField field,
                                                       const SaidSetting& said) const {
        if (said.text.empty()) return std::string();
        const SettingRule& rule = rule_of(field);
        const std::string original = now(rule.field);
        if (original.empty()) {
            return input_error({"{} translates nothing: {} is not said. Say it in Swedish, too, or "
                                "leave the translation out."},
                               said.where, where(rule.field));
        }
        auto text = read_setting(rule, said, "", present_);
        if (!text) return text.error();
        if (auto fits = check_translation(rule, said, original, *text); !fits) return fits.error();
        return text;
    }

    // Line by line what the setting itself says.
    [[nodiscard]] Result<> check_translation(const SettingRule& rule, const SaidSetting& said,
                                             const std::string& original,
                                             const std::string& text) const {
        if (rule.value == Value::lines) {
            const std::size_t lines = split_text(text, '\n').size();
            const std::size_t wanted = split_text(original, '\n').size();
            if (lines == wanted) return Done{};
            return input_error({"{} has {} names, and {} has {}. Translate each of them, in the "
                                "same order."},
                               said.where, lines, where(rule.field), wanted);
        }
        if (rule.value != Value::programme) return Done{};
        const auto translated_items = parse_programme(text);
        const auto items = parse_programme(original);
        const bool is_same = std::equal(
            items.begin(), items.end(), translated_items.begin(), translated_items.end(),
            [](const auto& left, const auto& right) { return left.starts == right.starts; });
        if (is_same) return Done{};
        return input_error({"{} has other times than {}. Translate each item, at the same time."},
                           said.where, where(rule.field));
    }

    // Doors and end of an event that is moved to another day go with it, at the same hour.
    void move_to_the_day() {
        const std::string& before = present_.get(SettingField::starts);
        const std::string after = now(SettingField::starts);
        if (!is_local_time(before) || !is_local_time(after)) return;
        constexpr std::size_t date_length = 10;  // "2022-10-12"
        const std::string day = before.substr(0, date_length);
        if (day == after.substr(0, date_length)) return;
        for (const SettingField field : {SettingField::doors, SettingField::ends}) {
            const std::string& time = present_.get(field);
            if (is_said(field) || time.substr(0, date_length) != day) continue;
            read_[field] = after.substr(0, date_length) + time.substr(date_length);
        }
    }

    [[nodiscard]] const std::string& now(SettingField field) const {
        const auto said = read_.find(field);
        return said == read_.end() ? present_.get(field) : said->second;
    }
    [[nodiscard]] bool is_said(SettingField field) const { return said_.contains(field); }
    // As a setting that was not said is called in words about what was.
    [[nodiscard]] std::string where(SettingField field) const {
        const auto said = said_.find(field);
        if (said != said_.end()) return said->second.where;
        const SettingRule& rule = rule_of(field);
        return labels_ != nullptr ? labels_->get(rule.label) : std::string("--") + rule.name;
    }

    // An event that two devices described apart may be amiss already: it refuses no other setting.
    [[nodiscard]] Result<> check_times() const {
        const std::string& starts = now(SettingField::starts);
        const std::string& ends = now(SettingField::ends);
        if (!starts.empty() && !ends.empty() && ends <= starts) {
            return input_error({"The event ends at {}, before it starts at {}."}, ends, starts);
        }
        const std::string& deadline = now(SettingField::deadline);
        if ((is_said(SettingField::deadline) || is_said(SettingField::ends)) &&
            deadline > ends.substr(0, deadline.size())) {
            return input_error({"{} {} is after the event, which ends at {}. Choose a day before "
                                "it."},
                               where(SettingField::deadline), deadline, ends);
        }
        if (is_said(SettingField::doors) || is_said(SettingField::starts)) return check_doors();
        return Done{};
    }

    [[nodiscard]] Result<> check_doors() const {
        constexpr std::int64_t longest_wait_ms = 12LL * 3'600'000;
        const std::string& starts = now(SettingField::starts);
        const std::string& doors = now(SettingField::doors);
        if (doors.empty()) return Done{};
        if (doors > starts) {
            return input_error({"{} {} is after the event's start at {}. Choose an earlier time."},
                               where(SettingField::doors), doors, starts);
        }
        const auto start = instant_of(starts);
        const auto opening = instant_of(doors);
        if (start && opening && *start - *opening > longest_wait_ms) {
            return input_error({"{} {} is long before the event's start at {}. Choose a time of "
                                "the same evening."},
                               where(SettingField::doors), doors, starts);
        }
        return Done{};
    }

    const SaidSettings& said_;
    const LatestFields& present_;
    const Texts *labels_;
    std::map<SettingField, std::string> read_;
};

}  // namespace

std::span<const SettingRule> setting_rules() {
    return rules;
}

const SettingRule& rule_of(SettingField field) {
    return *std::find_if(
        rules.begin(), rules.end(),
        [of = original_of(field)](const SettingRule& rule) { return rule.field == of; });
}

bool has_translations(const SettingRule& rule) {
    switch (rule.field) {
        case SettingField::name:
        case SettingField::place:
        case SettingField::programme:
        case SettingField::municipality:
        case SettingField::departments:
        case SettingField::agreement:
        case SettingField::agreement_text:
        case SettingField::privacy_contact:
            return true;
        default:
            return false;
    }
}

Result<SettingField> find_translation(
    std::string_view name, const std::string& where,
    const std::function<const SettingRule *(std::string_view)>& find) {
    const auto split = heading_in_language(name);
    const SettingRule *rule = split ? find(split->heading) : nullptr;
    if (rule == nullptr || !has_translations(*rule)) {
        std::string known;
        for (const SettingRule& one : rules) {
            if (has_translations(one)) known += (known.empty() ? "" : ", ") + std::string(one.name);
        }
        return input_error({"{} is nothing that can be said in further languages. These can: {}; "
                            "write one as name.en."},
                           where, known);
    }
    const auto language = further_language(language_in_words(fold_text(split->said)));
    if (language) return translated(rule->field, *language);
    return input_error({"{}: \"{}\" is no further language here. Write one of {}; Swedish stands "
                        "without one."},
                       where, split->said, further_language_tags());
}

Result<FieldTexts> check_settings(const SaidSettings& said, const LatestFields& present,
                                  const Texts *labels) {
    return Check(said, present, labels).check();
}

std::string present_setting(const SettingRule& rule, const LatestFields& present) {
    if (rule.value == Value::table) return write_keep_table(keep_table(present));
    return present.get(rule.field);
}

}  // namespace stormote
