#include "tests/support/display/screen_description.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "sync/base/text_folding.h"
#include "tests/support/machine/json.h"

namespace stormote {

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

Widget read_widget(const nlohmann::json& json) {
    Widget widget;
    widget.role = json.at("role").get<std::string>();
    widget.label = json.at("label").get<std::string>();
    widget.x = json.at("left").get<double>();
    widget.y = json.at("top").get<double>();
    widget.width = json.at("width").get<double>();
    widget.height = json.at("height").get<double>();
    widget.is_enabled = json.at("enabled").get<bool>();
    widget.is_focused = json.at("focused").get<bool>();
    return widget;
}

// What can be touched becomes a widget, everything else a text; so does what is written in a field.
ScreenDescription read_screen(const nlohmann::json& json) {
    ScreenDescription description;
    description.screen = json.at("screen").get<std::string>();
    description.language = json.at("language").get<std::string>();
    description.theme = json.at("theme").get<std::string>();
    description.frame = json.at("frame").get<std::int64_t>();
    description.is_settled = json.at("settled").get<bool>();
    for (const auto& item : json.at("items")) {
        if (item.at("target").get<bool>()) {
            description.widgets.push_back(read_widget(item));
        } else {
            // A picture that only adorns has no words.
            if (const std::string label = item.at("label"); !label.empty()) {
                description.texts.push_back(label);
            }
        }
        const auto value = item.value("value", std::string());
        if (!value.empty()) description.texts.push_back(value);
    }
    return description;
}

}  // namespace

const Widget *ScreenDescription::find(std::string_view label) const {
    const auto found = std::find_if(widgets.begin(), widgets.end(), [&](const Widget& widget) {
        return widget.is_enabled && widget.label == label;
    });
    return found == widgets.end() ? nullptr : &*found;
}

std::vector<const Widget *> ScreenDescription::find_containing(std::string_view part) const {
    std::vector<const Widget *> found;
    for (const Widget& widget : widgets) {
        if (widget.is_enabled && holds(widget.label, part)) found.push_back(&widget);
    }
    return found;
}

bool ScreenDescription::says(std::string_view part) const {
    const std::string wanted = lower_text(part);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return holds(lower_text(text), wanted); }) ||
           std::any_of(widgets.begin(), widgets.end(), [&](const Widget& widget) {
               return holds(lower_text(widget.label), wanted);
           });
}

std::string ScreenDescription::joined_texts() const {
    return fmt::format("{}", fmt::join(texts, " | "));
}

std::string ScreenDescription::summary() const {
    std::vector<std::string> labels;
    labels.reserve(widgets.size());
    for (const Widget& widget : widgets) labels.push_back(widget.label);
    return fmt::format("the screen \"{}\", saying \"{}\", with [{}]", screen, joined_texts(),
                       fmt::join(labels, "] ["));
}

std::optional<ScreenDescription> read_description(const std::filesystem::path& path) {
    std::ifstream file(path);
    if (!file) return std::nullopt;
    try {
        return read_screen(
            testing::parse_json(std::string(std::istreambuf_iterator<char>(file), {})));
    } catch (const nlohmann::json::exception& problem) {
        throw std::runtime_error("The file " + path.string() +
                                 " is not a description of a screen: " + problem.what());
    }
}

}  // namespace stormote
