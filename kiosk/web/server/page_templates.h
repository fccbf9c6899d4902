// PageTemplates: the pages' HTML, filled in with what they show. Every value is escaped. Loaded
// once; any thread fills in.
//
// A template is Mustache, in assets/pages. What it says stands in English between {{#t}} and {{/t}}
// and is looked up in the reader's language before its own places are filled in, so that a language
// may put them in another order: {{#t}}{{here}} of {{expected}} have come{{/t}}.
#pragma once

#include <filesystem>
#include <map>

#include <nlohmann/json.hpp>

#include "sync/base/texts.h"

namespace stormote {

class PageTemplates {
  public:
    // All *.mustache of the folder, by their names without the ending. Error: one cannot be read.
    static Result<PageTemplates> load(const std::filesystem::path& folder);

    // The template within the one called "layout". A false, null or empty value leaves its section
    // out.
    [[nodiscard]] std::string fill_in(const std::string& name, const nlohmann::json& view,
                                      const Texts& texts) const;
    // The template alone: a part of a page.
    [[nodiscard]] std::string fill_in_part(const std::string& name, const nlohmann::json& view,
                                           const Texts& texts) const;

  private:
    std::map<std::string, std::string> sources_;
};

}  // namespace stormote
