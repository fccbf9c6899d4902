#include "kiosk/cli/settings/settings_options.h"

#include <algorithm>

#include "kiosk/cli/list_file.h"
#include "kiosk/cli/logo_file.h"
#include "kiosk/cli/secret_argument.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

bool is_pin(const std::string& pin) {
    return pin.size() >= 4 && pin.size() <= 8 &&
           pin.find_first_not_of("0123456789") == std::string::npos;
}

const SettingRule *rule_called(std::string_view name) {
    const auto rules = setting_rules();
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [name](const SettingRule& rule) { return rule.name == name; });
    return found == rules.end() ? nullptr : &*found;
}

// "name.en=Open meeting".
Result<> add_translation(const std::string& text, SaidSettings& said) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string where = "--translation " + text.substr(0, equals);
    const auto field = find_translation(text.substr(0, equals), where, rule_called);
    if (!field) return field.error();
    if (equals == text.size()) {
        return usage_error({"{} does not say what. Write it as name.en=\"Open meeting\"."}, where);
    }
    said[*field] = {where, text.substr(equals + 1)};
    return Done{};
}

}  // namespace

void SettingsOptions::add_to(Subcommand& command) {
    for (const SettingRule& rule : setting_rules()) {
        const std::string option = std::string("--") + rule.name;
        command.option_function(
            option,
            [this, field = rule.field, option](const std::string& text) {
                said_[field] = {option, text};
            },
            rule.purpose, Need::optional);
    }
    command.repeated_option("--translation", translations_,
                            {"What attendees read, in a further language: name.en=\"Open "
                             "meeting\", programme.fi, departments.uk, place.ar and so on; may be "
                             "said again. What is not said is shown in Swedish."});
    command.option("--template", template_,
                   {"A page of settings to take over, as \"stormote settings EVENT "
                    "--save-template FILE\" writes it, or - for standard input; what is said "
                    "beside it comes first."});
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

Result<SaidSettings> SettingsOptions::said(const CommandContext& context) const {
    SaidSettings said = said_;
    for (const std::string& translation : translations_) {
        if (auto added = add_translation(translation, said); !added) return added.error();
    }
    for (auto& [field, setting] : said) {
        if (auto checked = check_text(setting.where, setting.text); !checked) {
            return checked.error();
        }
        if (rule_of(field).value != SettingValue::picture || setting.text.empty()) continue;
        auto logo = read_logo_file(setting.text);
        if (!logo) return logo.error();
        setting.text = std::move(*logo);
    }
    if (template_.empty()) return said;
    const auto bytes = read_list_file(template_, context);
    if (!bytes) return bytes.error();
    auto page = read_settings_page(*bytes, template_);
    if (!page) return page.error();
    said.merge(*page);
    return said;
}

Result<FieldTexts> SettingsOptions::read(const LatestFields& present, Needs needs,
                                         const CommandContext& context) const {
    const auto all = said(context);
    if (!all) return all.error();
    for (const SettingRule& rule : setting_rules()) {
        if (needs == Needs::all_that_an_event_needs && rule.is_needed &&
            !all->contains(rule.field)) {
            return usage_error({"Missing: {}"}, std::string("--") + rule.name);
        }
    }
    return check_settings(*all, present);
}

}  // namespace stormote
