#include "kiosk/ui/widgets/screen_record.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

namespace stormote {

std::string_view name_of(Role role) {
    switch (role) {
        case Role::heading:
            return "heading";
        case Role::text:
            return "text";
        case Role::button:
            return "button";
        case Role::chip:
            return "chip";
        case Role::key:
            return "key";
        case Role::field:
            return "field";
        case Role::hit:
            return "hit";
        case Role::image:
            return "image";
        case Role::status:
            return "status";
    }
    return "text";
}

void ScreenRecord::begin(ScreenHead head, const Mirror& mirror) {
    mirror_ = &mirror;
    head_ = std::move(head);
    settled_ = false;
    items_.clear();
    last_items_.clear();
    last_ = false;
}

void ScreenRecord::add(RecordedItem item) {
    if (mirror_ != nullptr) item.rect = mirror_->placed(item.rect);
    (last_ ? last_items_ : items_).push_back(std::move(item));
}

void ScreenRecord::put_behind(std::size_t first, std::size_t end) {
    const auto at = [this](std::size_t index) {
        return items_.begin() + static_cast<std::ptrdiff_t>(index);
    };
    std::rotate(at(first), at(end), items_.end());
}

void ScreenRecord::finish() {
    std::move(last_items_.begin(), last_items_.end(), std::back_inserter(items_));
    last_items_.clear();
}

const RecordedItem *ScreenRecord::find_target(std::string_view id_or_label) const {
    const auto by_id = std::find_if(items_.begin(), items_.end(), [&](const RecordedItem& item) {
        return item.target && item.id == id_or_label;
    });
    if (by_id != items_.end()) return &*by_id;
    const auto by_label = std::find_if(items_.begin(), items_.end(), [&](const RecordedItem& item) {
        return item.target && item.label == id_or_label;
    });
    return by_label == items_.end() ? nullptr : &*by_label;
}

bool ScreenRecord::says(std::string_view words) const {
    return std::any_of(items_.begin(), items_.end(), [&](const RecordedItem& item) {
        return item.label.find(words) != std::string::npos ||
               item.value.find(words) != std::string::npos;
    });
}

std::string ScreenRecord::to_json(std::int64_t frame) const {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const RecordedItem& item : items_) {
        items.push_back({{"role", name_of(item.role)},
                         {"id", item.id},
                         {"label", item.label},
                         {"value", item.value},
                         {"left", item.rect.left},
                         {"top", item.rect.top},
                         {"width", item.rect.width},
                         {"height", item.rect.height},
                         {"target", item.target},
                         {"enabled", item.enabled},
                         {"focused", item.focused},
                         {"selected", item.selected},
                         {"shortened", item.shortened}});
    }
    const nlohmann::ordered_json record{
        {"screen", head_.screen},      {"frame", frame},       {"settled", settled_},
        {"language", head_.language},  {"theme", head_.theme}, {"width", head_.size.width},
        {"height", head_.size.height}, {"scale", head_.scale}, {"text_percent", head_.text_percent},
        {"items", std::move(items)}};
    // Typed text may hold anything; what is not UTF-8 must not throw here.
    return record.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace stormote
