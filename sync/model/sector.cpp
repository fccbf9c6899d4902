#include "sync/model/sector.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr std::array<UsualSector, 8> sectors = {
    {{"Trossamfund",
      Sentence{"Faith communities"},
      {"Faith communities", "Uskonnolliset yhteisöt", "الطوائف الدينية", "Релігійні громади"}},
     {"Pensionärsorganisationer",
      Sentence{"Pensioners' organisations"},
      {"Pensioners' organisations", "Eläkeläisjärjestöt", "منظمات المتقاعدين",
       "Організації пенсіонерів"}},
     {"Landsbygdsorganisationer",
      Sentence{"Rural organisations"},
      {"Rural organisations", "Maaseutujärjestöt", "المنظمات الريفية", "Сільські організації"}},
     {"Idrottsrörelsen", Sentence{"Sports"}, {"Sports", "Urheilu", "الرياضة", "Спорт"}},
     {"Studieförbund",
      Sentence{"Study associations"},
      {"Study associations", "Opintojärjestöt", "الجمعيات التعليمية", "Освітні товариства"}},
     {"Sociala företag",
      Sentence{"Social enterprises"},
      {"Social enterprises", "Sosiaaliset yritykset", "المؤسسات الاجتماعية",
       "Соціальні підприємства"}},
     {"Nätverk", Sentence{"Networks"}, {"Networks", "Verkostot", "الشبكات", "Мережі"}},
     {"Annat", Sentence{"Other"}, {"Other", "Muu", "غير ذلك", "Інше"}}}};

}  // namespace

std::span<const UsualSector> usual_sectors() {
    return sectors;
}

std::string stored_sector(std::string_view sector) {
    for (const UsualSector& usual : sectors) {
        if (std::find(usual.earlier.begin(), usual.earlier.end(), sector) != usual.earlier.end()) {
            return std::string(usual.stored);
        }
    }
    return std::string(sector);
}

std::string sector_text(std::string_view stored, const Texts& texts) {
    for (const UsualSector& usual : sectors) {
        if (usual.stored == stored) return texts.get(usual.shown);
    }
    return std::string(stored);
}

}  // namespace stormote
