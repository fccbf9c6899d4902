#include "kiosk/web/server/page_templates.h"

#include <fstream>
#include <iterator>

#include <kainjow/mustache.hpp>

namespace stormote {

namespace {

namespace mustache = kainjow::mustache;
using nlohmann::json;

mustache::data to_data(const json& value) {
    switch (value.type()) {
        case json::value_t::object: {
            mustache::data object{mustache::data::type::object};
            for (const auto& [name, part] : value.items()) object.set(name, to_data(part));
            return object;
        }
        case json::value_t::array: {
            mustache::data list{mustache::data::type::list};
            for (const json& part : value) list.push_back(to_data(part));
            return list;
        }
        case json::value_t::string: {
            const auto& text = value.get_ref<const std::string&>();
            if (text.empty()) return mustache::data{mustache::data::type::bool_false};
            return mustache::data{text};
        }
        case json::value_t::boolean:
            return mustache::data{value.get<bool>() ? mustache::data::type::bool_true
                                                    : mustache::data::type::bool_false};
        case json::value_t::null:
            return mustache::data{mustache::data::type::bool_false};
        default:
            return mustache::data{value.dump()};
    }
}

}  // namespace

Result<PageTemplates> PageTemplates::load(const std::filesystem::path& folder) {
    PageTemplates templates;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".mustache") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string source{std::istreambuf_iterator<char>(stream), {}};
        const mustache::mustache checked(source);
        if (!stream || !checked.is_valid()) {
            return machine_error({"The page {} cannot be read: {}. Install the program again."},
                                 entry.path().string(), checked.error_message());
        }
        templates.sources_.emplace(entry.path().stem().string(), std::move(source));
    }
    if (failed || templates.sources_.empty()) {
        return machine_error({"There are no pages in {}. Install the program again."},
                             folder.string());
    }
    return templates;
}

std::string PageTemplates::fill_in_part(const std::string& name, const json& view,
                                        const Texts& texts) const {
    mustache::data data = to_data(view);
    data.set("t", mustache::data{mustache::lambda{[&texts](const std::string& sentence) {
                 return texts.get(Sentence{sentence.c_str()});
             }}});
    for (const auto& [known, source] : sources_) {
        // Under names of their own: a page may have a value called as another page is.
        data.set("part-" + known,
                 mustache::data{mustache::partial{[&text = source] { return text; }}});
    }
    data.set("language", texts.language());
    data.set("direction", texts.reads_from_right() ? "rtl" : "ltr");
    mustache::mustache filler(sources_.at(name));
    return filler.render(data);
}

std::string PageTemplates::fill_in(const std::string& name, const json& view,
                                   const Texts& texts) const {
    json framed = view;
    framed["page"] = fill_in_part(name, view, texts);
    return fill_in_part("layout", framed, texts);
}

}  // namespace stormote
