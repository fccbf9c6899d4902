#include "kiosk/ui/widgets/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>

#include "kiosk/ui/widgets/focus.h"
#include "sync/base/clock.h"

namespace stormote {

namespace {

// A finger that rested longer than this when the next one came down was not typing.
constexpr std::int64_t rollover_ms = 500;
constexpr float entrance_units = 32;

std::string_view name_of(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::dark:
            return "dark";
        case ThemeKind::high_contrast:
            return "high_contrast";
        case ThemeKind::light:
            break;
    }
    return "light";
}

}  // namespace

void Ui::begin_frame(const FrameInput& input) {
    input_ = input;
    style_ = next_style_;
    now_ms_ = clock_.steady_ms();
    wake_ms_.reset();
    metrics_ = metrics_for(input.screen, style_.text_percent);
    move_focus();
    feed_imgui();
    ImGui::NewFrame();
    painter_.begin_frame(ImGui::GetBackgroundDrawList(),
                         texts_->reads_from_right() ? Mirror(input.screen.width) : Mirror());
    record_.begin({screen_, texts_->language(), std::string(name_of(style_.theme.kind)),
                   input.screen, metrics_.scale, style_.text_percent},
                  painter_.mirror());
}

void Ui::end_frame() {
    ImGui::Render();
    record_.finish();
    if (!input_.pointer.down) pressed_id_.clear();
    if (!input_.pointer.down || input_.pointer.change == PointerChange::displaced) {
        rested_id_.clear();
        held_key_.clear();
    }
    entered_id_.clear();
    // A target that is gone must not keep the focus: Tab would start nowhere.
    if (!focus_id_.empty() && record_.find_target(focus_id_) == nullptr) focus_id_.clear();
}

void Ui::feed_imgui() const {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {std::max(1.0F, input_.screen.width), std::max(1.0F, input_.screen.height)};
    io.DeltaTime = 1.0F / 60.0F;
}

void Ui::begin_screen(std::string_view name) {
    record_.set_screen(name);
    record_.set_settled(screen_ == name && now_ms_ - screen_since_ms_ >= settle_ms);
    if (screen_ == name) {
        if (now_ms_ - screen_since_ms_ < settle_ms) wake_at(screen_since_ms_ + settle_ms);
        return;
    }
    wake_at(now_ms_ + settle_ms);
    screen_ = name;
    screen_since_ms_ = now_ms_;
    pressed_id_.clear();
    rested_id_.clear();
    held_key_.clear();
    focus_id_.clear();
    entered_id_.clear();
    shows_more_letters_ = false;
}

float Ui::entrance() {
    if (style_.motion == Motion::reduced) return 1;
    const auto passed_ms = static_cast<float>(now_ms_ - screen_since_ms_);
    const float share = std::clamp(passed_ms / static_cast<float>(entrance_ms), 0.0F, 1.0F);
    if (share < 1) wake_at(now_ms_ + 16);
    // Fast at first, then settling.
    return 1 - (1 - share) * (1 - share) * (1 - share);
}

Point Ui::entrance_offset() {
    return {0, std::round(px(entrance_units) * (1 - entrance()))};
}

void Ui::wake_at(std::int64_t steady_ms) {
    wake_ms_ = std::min(wake_ms_.value_or(steady_ms), steady_ms);
}

bool Ui::pressed(KeyKind kind) const {
    if (kind == KeyKind::enter && !entered_id_.empty()) return false;
    return std::any_of(input_.keys.begin(), input_.keys.end(),
                       [&](const KeyStroke& key) { return key.kind == kind; });
}

bool Ui::lifted_on(const Target& target) const {
    const bool inside = target.rect.contains(pointer().position);
    if (!inside || pressed_id_.empty()) return false;
    const bool keys = target.press == Press::where_lifted && pressed_kind_ == Press::where_lifted;
    if (input_.pointer.change == PointerChange::up) return keys || pressed_id_ == target.id;
    // Two thumbs typing fast: the first key counts when the second comes down.
    return input_.pointer.change == PointerChange::displaced && keys &&
           now_ms_ - pressed_since_ms_ < rollover_ms;
}

void Ui::rest_on(const Target& target) {
    if (!held_key_.empty()) return;
    if (std::exchange(rested_id_, target.id) != target.id) rested_since_ms_ = now_ms_;
    if (!target.can_be_held) return;
    if (now_ms_ - rested_since_ms_ >= hold_ms) {
        held_key_ = target.id;
        // What it shows is drawn in the next frame from the beginning.
        wake_at(now_ms_);
    } else {
        wake_at(rested_since_ms_ + hold_ms);
    }
}

Touch Ui::interact(const Target& target) {
    Touch touch;
    const Pointer finger = pointer();
    const bool inside = finger.present && target.rect.contains(finger.position);
    if (target.enabled && inside && finger.change == PointerChange::down) {
        const bool settled =
            target.press == Press::where_lifted || now_ms_ - screen_since_ms_ >= settle_ms;
        if (settled) {
            pressed_id_ = target.id;
            pressed_kind_ = target.press;
            pressed_since_ms_ = now_ms_;
        }
        focus_id_.clear();
    }
    if (target.enabled && lifted_on(target)) touch.acted = true;
    if (target.enabled && entered_id_ == target.id && !entered_id_.empty()) touch.acted = true;
    const bool slides = target.press == Press::where_lifted && pressed_kind_ == Press::where_lifted;
    touch.pressed = target.enabled && inside && finger.down && !pressed_id_.empty() &&
                    (slides || pressed_id_ == target.id);
    if (touch.pressed && slides) rest_on(target);
    touch.focused = focus_id_ == target.id && !focus_id_.empty();
    record_.add({.role = target.role,
                 .id = std::string(target.id),
                 .label = target.label,
                 .value = target.value,
                 .rect = target.rect,
                 .target = true,
                 .enabled = target.enabled,
                 .focused = touch.focused,
                 .selected = target.selected,
                 .shortened = target.shortened,
                 .personal = target.personal,
                 .wording = target.wording});
    return touch;
}

void Ui::move_focus() {
    // The targets are those of the frame before: this one has not drawn any yet.
    const std::string field = std::exchange(keys_field_, {});
    const auto is_kept = [&] { return focus_id_.empty() || focus_id_ == field; };
    kept_for_ = is_kept() ? field : "";
    for (const KeyStroke& key : input_.keys) {
        if (!field.empty() && is_kept() && keeps_.holds(key.kind)) continue;
        if (key.kind == KeyKind::enter) {
            entered_id_ = focus_id_;
        } else {
            // An arrow leads out of the field that had it; Tab begins where reading begins.
            const bool is_tab = key.kind == KeyKind::next || key.kind == KeyKind::previous;
            const std::string& here = focus_id_.empty() && !is_tab ? field : focus_id_;
            focus_id_ = focus_after(record_, here, key.kind, texts_->reads_from_right());
        }
    }
}

}  // namespace stormote
