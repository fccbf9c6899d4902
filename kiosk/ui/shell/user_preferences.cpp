#include "kiosk/ui/shell/user_preferences.h"

#include <utility>

namespace stormote {

namespace {

constexpr int text_step_percent = 25;
constexpr int largest_text_percent = 200;
constexpr int listening_patience = 5;

ThemeKind next_theme(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::light:
            return ThemeKind::high_contrast;
        case ThemeKind::high_contrast:
            return ThemeKind::dark;
        case ThemeKind::dark:
            break;
    }
    return ThemeKind::light;
}

}  // namespace

UserPreferences::UserPreferences(Ui& ui, const Languages& languages, std::string first_language,
                                 Speaker *speaker, Hearing hearing)
    : ui_(ui),
      languages_(languages),
      first_language_(std::move(first_language)),
      reader_(speaker, hearing, first_language_) {
    set_first_language();
}

bool UserPreferences::choose(const FrameIntent& intent) {
    if (const auto *language = std::get_if<ChooseLanguage>(&intent)) {
        set_language(language->tag);
    } else if (std::holds_alternative<LargerText>(intent)) {
        style_.text_percent += text_step_percent;
        if (style_.text_percent > largest_text_percent) style_.text_percent = 100;
    } else if (std::holds_alternative<ChangeContrast>(intent)) {
        style_.theme = theme_of(next_theme(style_.theme.kind));
    } else if (std::holds_alternative<ToggleSpeech>(intent)) {
        toggle_speech();
    } else {
        return false;
    }
    return true;
}

void UserPreferences::toggle_speech() {
    if (reader_.is_on()) {
        reader_.turn_off();
    } else {
        reader_.turn_on();
    }
    style_.patience = reader_.is_on() ? listening_patience : 1;
}

void UserPreferences::forget() {
    set_first_language();
    style_ = {};
    reader_.turn_off();
}

void UserPreferences::set_language(const std::string& tag) {
    const auto found = languages_.find(tag);
    if (found != languages_.end()) ui_.set_texts(found->second);
}

void UserPreferences::describe(FrameView& view) const {
    view.language = ui_.texts().language();
    std::erase_if(view.languages, [this](const LanguageChoice& choice) {
        return !languages_.contains(choice.tag);
    });
    view.can_speak = reader_.can_speak();
    view.speaks = reader_.is_on();
    if (view.speaks) view.volume_text = reader_.volume_text();
}

}  // namespace stormote
