#include "kiosk/documents/language_texts.h"

#include <algorithm>

#include "sync/base/assets.h"

namespace stormote {

const Texts& LanguageTexts::of(const std::string& language) {
    const bool is_spoken = std::find(screen_languages.begin(), screen_languages.end(), language) !=
                           screen_languages.end();
    if (language == usual_.language() || !is_spoken) return usual_;
    const auto known = texts_.find(language);
    if (known != texts_.end()) return known->second;
    auto loaded = load_texts(language);
    if (!loaded) return usual_;
    return texts_.emplace(language, std::move(loaded).value()).first->second;
}

}  // namespace stormote
