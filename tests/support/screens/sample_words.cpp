#include "tests/support/screens/sample_words.h"

#include <map>
#include <mutex>

#include "sync/base/assets.h"

namespace stormote {

const Texts& sample_texts(const std::string& language) {
    static std::mutex mutex;
    static std::map<std::string, Texts> texts;
    const std::lock_guard lock(mutex);
    const auto known = texts.find(language);
    if (known != texts.end()) return known->second;
    return texts.emplace(language, load_texts(language).value()).first->second;
}

std::vector<std::string> sample_information(const std::string& language, LegalBasis basis) {
    FieldSetter<SettingField> said;
    said.set(SettingField::ends, "2026-10-14T21:00")
        .set(SettingField::keep_decision, "DHP 2026 § 12")
        .set(SettingField::privacy_contact, "dataskydd@ekbacken.example");
    if (basis == LegalBasis::consent) said.set(SettingField::legal_basis, "consent");
    LatestFields settings;
    settings.set(said.take(), {}, DeviceTable());
    return information_text(settings, sample_texts(language)).paragraphs;
}

FrameView frame_in(const std::string& language) {
    FrameView frame;
    frame.municipality = "Ekbackens kommun";
    frame.clock_text = "17.42";
    frame.language = language;
    frame.event_line = "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen";
    frame.programme_line = "Mingelfika till 18.30";
    return frame;
}

SeatingMap sample_hall() {
    SeatingMap map;
    map.size = {18, 12};
    map.has_walls = true;
    map.entrance = Spot{9, 12};
    map.stage = Spot{9, 0.7};
    for (int table = 1; table <= 13; ++table) {
        const int row = (table - 1) / 5;
        map.tables[table] = Spot{2.4 + 3.3 * ((table - 1) % 5), 3.2 + 3.0 * row};
    }
    return map;
}

}  // namespace stormote
