#include "tests/support/screens/ui_driver.h"

#include <stdexcept>
#include <string>
#include <utility>

namespace stormote {

void UiDriver::show(std::function<void(Ui&)> draw) {
    draw_ = std::move(draw);
    frame();
    // A tap right after a screen has appeared would be meant for the one before.
    advance_ms(Ui::settle_ms);
}

void UiDriver::run_frame(FrameInput input) {
    input.screen = screen_;
    input.pointer = pointers_.take();
    ui_.begin_frame(input);
    if (draw_) draw_(ui_);
    ui_.end_frame();
}

void UiDriver::frame() {
    run_frame({});
    while (pointers_.pending()) run_frame({});
}

void UiDriver::advance_ms(std::int64_t duration_ms) {
    clock_.advance_ms(duration_ms);
    frame();
}

Point UiDriver::middle_of(std::string_view id_or_label) const {
    const RecordedItem *item = ui_.record().find_target(id_or_label);
    if (item == nullptr) throw std::out_of_range("no target " + std::string(id_or_label));
    return item->rect.centre();
}

void UiDriver::tap(std::string_view id_or_label) {
    const Point position = middle_of(id_or_label);
    pointers_.touch_begin(1, position);
    pointers_.touch_end(1, position);
    frame();
}

void UiDriver::finger_down(int finger, Point position) {
    pointers_.touch_begin(finger, position);
    frame();
}

void UiDriver::finger_move(int finger, Point position) {
    pointers_.touch_move(finger, position);
    frame();
}

void UiDriver::finger_up(int finger, Point position) {
    pointers_.touch_end(finger, position);
    frame();
}

void UiDriver::press(KeyKind kind) {
    press_once(kind);
    frame();
}

void UiDriver::press_selecting(KeyKind kind) {
    FrameInput input;
    input.keys.push_back({kind, 0, true});
    input.touched = true;
    run_frame(input);
    frame();
}

void UiDriver::press_once(KeyKind kind) {
    FrameInput input;
    input.keys.push_back({kind, 0});
    input.touched = true;
    run_frame(input);
}

void UiDriver::close_window() {
    FrameInput input;
    input.close_wanted = true;
    run_frame(input);
}

void UiDriver::type(std::u32string_view text) {
    for (const char32_t character : text) {
        FrameInput input;
        input.keys.push_back({KeyKind::character, character});
        run_frame(input);
    }
}

void UiDriver::scan(const std::string& text) {
    FrameInput input;
    input.scans.push_back({text, "", false});
    run_frame(input);
}

}  // namespace stormote
