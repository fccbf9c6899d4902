// Guide: the sheets and the handbook that come with the programs (assets/guide), as documents: what
// stewards, facilitators and organisers do, step by step. Reads the files of the installation; any
// thread.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "sync/base/texts.h"

namespace stormote {

// As they are asked for. All but the handbook are one page.
constexpr std::array<std::string_view, 4> guide_names{"steward", "facilitator", "organiser",
                                                      "handbook"};

struct Guide {
    Document document;
    // Of screens that were not drawn when the programs were built; the document goes without.
    std::vector<std::string> missing_pictures;
};

// In the language of the texts where there is one, else in English. Error: there is no such guide,
// or the installation lacks it.
[[nodiscard]] Result<Guide> read_guide(std::string_view name, const Texts& texts);

// The sheets of one page without their pictures, by name and language, to be shown on a screen;
// what the installation lacks is left out.
using Sheets = std::map<std::pair<std::string, std::string>, Document>;
[[nodiscard]] Sheets read_sheets();
// In that language where there is one, else in English; null: there is none.
[[nodiscard]] const Document *find_sheet(const Sheets& sheets, const std::string& name,
                                         const std::string& language);

}  // namespace stormote
