#include "kiosk/settings/setting_words.h"

#include <algorithm>

#include "sync/base/assets.h"
#include "sync/base/text_folding.h"

namespace stormote {

const std::vector<Texts>& written_languages() {
    static const std::vector<Texts> languages = [] {
        std::vector<Texts> loaded(1);
        if (auto swedish = load_texts("sv")) loaded.push_back(std::move(*swedish));
        return loaded;
    }();
    return languages;
}

bool is_written(std::string_view text, Sentence sentence) {
    const std::string folded = fold_text(text);
    const auto& languages = written_languages();
    return std::any_of(languages.begin(), languages.end(), [&](const Texts& texts) {
        return fold_text(texts.get(sentence)) == folded;
    });
}

}  // namespace stormote
