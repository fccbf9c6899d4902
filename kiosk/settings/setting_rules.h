// Setting rules: what an event's settings are called, what each may be, and what they must be
// together. One place for the command's options, the page of text and the screens. Pure.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "sync/model/agenda.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

enum class SettingValue : std::uint8_t {
    text,
    lines,
    programme,
    time,  // of a day that is said; of the day on which the event starts where it is not
    date,  // or so many days before the event
    colour,
    picture,
    basis,    // a LegalBasis
    table,    // a KeepTable
    address,  // of pages
};

enum class SettingSection : std::uint8_t { meeting, municipality, agreement, people };

struct SettingRule {
    const char *name = "";  // as its option without the dashes
    SettingField field = SettingField::name;
    SettingSection section = SettingSection::meeting;
    SettingValue value = SettingValue::text;
    bool is_needed = false;
    Sentence label{};         // on the page of text: "Starts"
    Sentence purpose{};       // of the option
    std::size_t longest = 0;  // in characters, of a text or of each line
    std::size_t most = 0;     // lines
};

// Whether attendees read it, so that it may be said in further languages, too.
[[nodiscard]] bool has_translations(const SettingRule& rule);

// In the order in which they are shown; sections one after the other.
[[nodiscard]] std::span<const SettingRule> setting_rules();
// Of a translation that of what it translates.
[[nodiscard]] const SettingRule& rule_of(SettingField field);
// The setting that a name means, in a further language: of "name.en" or "Namn (engelska)". Error in
// words: there is no such setting or language. `find` knows the settings' names.
[[nodiscard]] Result<SettingField> find_translation(
    std::string_view name, const std::string& where,
    const std::function<const SettingRule *(std::string_view)>& find);

// What somebody said, and what it is called in words about it: "--starts", or "mall.txt, line 3,
// Börjar".
struct SaidSetting {
    std::string where;
    std::string text;
};
// Translations by the fields that they have in the record.
using SaidSettings = std::map<SettingField, SaidSetting>;

// What is to be recorded: the said settings as the record holds them, without those that stand so
// already. Lines may be parted by semicolons; an empty text takes a setting away. A picture must
// have been read already. Error in words where one of them, or all together with what the event has
// already, make no sense; it calls what was not said by its label in `labels`, or by its option.
// Words of the programs' languages are understood, whichever is on. Doors and end of an event that
// is moved to another day go with it unless they are said.
[[nodiscard]] Result<FieldTexts> check_settings(const SaidSettings& said,
                                                const LatestFields& present,
                                                const Texts *labels = nullptr);

// What the record holds, or what holds where it says nothing.
[[nodiscard]] std::string present_setting(const SettingRule& rule, const LatestFields& present);

}  // namespace stormote
