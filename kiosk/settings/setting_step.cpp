#include "kiosk/settings/setting_step.h"

namespace stormote {

namespace {

FieldTexts present_texts(const LatestFields& settings, const FieldTexts& fields) {
    FieldTexts texts;
    for (const auto& [field, text] : fields) {
        texts.emplace_back(field, settings.get(static_cast<SettingField>(field)));
    }
    return texts;
}

// What stands there, or nothing where it is a translation of words that were changed since.
std::string counting_text(const LatestFields& settings, SettingField field) {
    if (!is_translation(field)) return settings.get(field);
    for (const auto& [counting, text] : settings.all()) {
        if (counting == number(field)) return text;
    }
    return "";
}

FieldTexts translated_texts(const LatestFields& settings, const FieldTexts& fields) {
    FieldTexts texts;
    for (const auto& [field, text] : fields) {
        if (!is_translation(field)) continue;
        const FieldNumber original = original_of(field);
        texts.emplace_back(original, settings.get(static_cast<SettingField>(original)));
    }
    return texts;
}

// What stands before a change of these fields, with the translations that it ends: a text that is
// said anew does not bring them back.
FieldTexts texts_before(const LatestFields& settings, const FieldTexts& fields) {
    FieldSetter<SettingField> before;
    for (const auto& [number, text] : fields) {
        const auto field = static_cast<SettingField>(number);
        before.set(field, counting_text(settings, field));
        if (is_translation(field)) continue;
        const Translations translations = settings.translations(field);
        for (std::size_t i = 0; i < translations.size(); ++i) {
            if (!translations[i].empty()) before.set(translated(field, i), translations[i]);
        }
    }
    return before.take();
}

void record(Desk& desk, const FieldTexts& settings, Actor actor) {
    const Body body{{}, actor.role, SettingsDescribed{settings}};
    desk.record({&body, 1});
}

}  // namespace

Result<SettingStep> change_settings(Desk& desk, const SaidSettings& said, const Texts& labels,
                                    Actor actor) {
    const LatestFields& present = desk.state().settings();
    auto settings = check_settings(said, present, &labels);
    if (!settings) return settings.error();
    SettingStep step{texts_before(present, *settings), *settings, {}};
    if (!step.to.empty()) record(desk, step.to, actor);
    step.translated = translated_texts(desk.state().settings(), step.to);
    return step;
}

Result<> take_back(Desk& desk, const SettingStep& step, Actor actor) {
    const LatestFields& settings = desk.state().settings();
    if (present_texts(settings, step.to) != step.to ||
        present_texts(settings, step.translated) != step.translated) {
        return input_error({"Somebody has changed it since. Look at how it stands now."});
    }
    record(desk, step.from, actor);
    return Done{};
}

}  // namespace stormote
