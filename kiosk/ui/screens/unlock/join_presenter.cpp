#include "kiosk/ui/screens/unlock/join_presenter.h"

#include <chrono>
#include <utility>

#include "sync/base/crypto.h"

namespace stormote {

namespace {

// Joining takes some tenths of a second; nobody wakes the screen when it is done.
constexpr std::int64_t look_at_join_ms = 30;

}  // namespace

JoinPresenter::JoinPresenter(Ui& ui, UserPreferences& preferences, std::string event_line,
                             Camera *camera, Join join)
    : ui_(ui),
      frame_(ui, preferences, std::move(event_line)),
      camera_(camera),
      join_(std::move(join)) {}

void JoinPresenter::draw() {
    collect();
    take_codes();
    if (ui_.input().close_wanted) is_left_ = true;
    frame_.draw([this](FrameView frame) {
        JoinView view{std::move(frame), {}, joining_.valid(), {}};
        if (camera_ != nullptr) view.camera = {camera_->state(), camera_->picture()};
        if (problem_) view.problem = ui_.texts().get(*problem_);
        if (const auto intent = draw_join_page(ui_, view)) frame_.follow(*intent);
    });
}

void JoinPresenter::take_codes() {
    for (const ScanText& scan : ui_.input().scans) take_code(scan.text);
    if (camera_ == nullptr) return;
    if (auto code = camera_->take_code()) take_code(*std::move(code));
}

void JoinPresenter::take_code(std::string text) {
    if (joining_.valid()) return wipe(text);
    problem_.reset();
    ui_.wake_at(ui_.now_ms());
    joining_ = std::async(std::launch::async,
                          [join = join_, text = std::move(text)]() mutable -> OpenedDesk {
                              auto opened = join(text);
                              wipe(text);
                              return opened;
                          });
}

void JoinPresenter::collect() {
    if (!joining_.valid()) return;
    if (joining_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return ui_.wake_at(ui_.now_ms() + look_at_join_ms);
    }
    auto opened = joining_.get();
    if (opened) {
        desk_ = std::move(opened).value();
    } else {
        problem_ = opened.error();
    }
    ui_.wake_at(ui_.now_ms());
}

}  // namespace stormote
