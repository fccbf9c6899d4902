#include "kiosk/ui/platform/pointer_queue.h"

namespace stormote {

void PointerQueue::touch_begin(int finger, Point position) {
    if (last_step_.down) {
        last_step_.down = false;
        last_step_.change = PointerChange::displaced;
        steps_.push_back(last_step_);
    }
    finger_ = finger;
    last_step_ = {position, true, true, PointerChange::down};
    steps_.push_back(last_step_);
}

void PointerQueue::touch_move(int finger, Point position) {
    if (finger_ == finger) move(position);
}

void PointerQueue::touch_end(int finger, Point position) {
    if (finger_ != finger) return;
    finger_.reset();
    steps_.push_back({position, true, false, PointerChange::up});
    // A lifted finger points at nothing: no button may stay lit.
    last_step_ = Pointer{};
    steps_.push_back(last_step_);
}

void PointerQueue::mouse_move(Point position) {
    last_step_.present = true;
    move(position);
}

void PointerQueue::mouse_down(Point position) {
    last_step_ = {position, true, true, PointerChange::down};
    steps_.push_back(last_step_);
}

void PointerQueue::mouse_up(Point position) {
    last_step_ = {position, true, false, PointerChange::up};
    steps_.push_back(last_step_);
}

void PointerQueue::mouse_leave() {
    if (last_step_.down) return;
    last_step_ = Pointer{};
    steps_.push_back(last_step_);
}

void PointerQueue::move(Point position) {
    last_step_.position = position;
    last_step_.change = PointerChange::none;
    // Only the end of a movement matters.
    if (!steps_.empty() && steps_.back().change == PointerChange::none) {
        steps_.back() = last_step_;
    } else {
        steps_.push_back(last_step_);
    }
}

Pointer PointerQueue::take() {
    if (!steps_.empty()) {
        now_ = steps_.front();
        steps_.pop_front();
        return now_;
    }
    now_.change = PointerChange::none;
    return now_;
}

}  // namespace stormote
