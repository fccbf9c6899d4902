#include "kiosk/app/wall_display.h"

#include <utility>

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/ui/screens/wall/wall_views.h"
#include "sync/base/clock.h"

namespace stormote {

namespace {

constexpr std::int64_t reread_ms = 1'000;

}  // namespace

void WallDisplay::update() {
    window_.update();
    if (!window_.shown_on()) {
        frames_.reset();
        read_view_.reset();
        due_ms_.reset();
        return;
    }
    if (!frames_ || window_number_ != window_.number()) {
        window_number_ = window_.number();
        frames_.emplace(window_.textures(), clock_);
        news_.emplace();
        shown_view_.reset();
        due_ms_.reset();
    }
    const std::int64_t now_ms = clock_.steady_ms();
    if (!due_ms_ || now_ms >= *due_ms_) {
        due_ms_ = now_ms + reread_ms;
        read();
    }
    if (!read_view_) return;
    WallView view = *read_view_;
    view.logo = style_.logo();
    news_->mark(view, now_ms);
    const bool is_changed = !shown_view_ || !(*shown_view_ == view);
    if (!is_changed && !window_.needs_frame()) return;
    shown_view_ = std::move(view);
    draw();
}

void WallDisplay::read() {
    if (std::exchange(is_reading_, true)) return;
    desk_.read([this](const Desk& desk) { style_.follow(desk.state().settings()); });
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), texts = texts_](Desk& desk) {
            return wall_view(desk.state(), corrected_now_ms(desk, wall_ms), texts);
        },
        [this](WallView view) {
            is_reading_ = false;
            read_view_ = std::move(view);
        },
        [this](const Error&) { is_reading_ = false; });
}

void WallDisplay::draw() {
    const Theme& theme = style_.adorn(theme_of(ThemeKind::light));
    frames_->lay_out(*shown_view_, {window_.size(), theme}, texts_,
                     [&](const Ui& ui) { window_.present(ui.picture_epoch(), theme.surface); });
}

}  // namespace stormote
