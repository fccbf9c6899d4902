#include "kiosk/device/camera/camera.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace stormote {

namespace {

std::shared_ptr<const CameraPicture> small_picture(const GreyFrame& frame,
                                                   const std::vector<FoundCode>& codes,
                                                   std::uint64_t number) {
    auto picture = std::make_shared<CameraPicture>();
    picture->number = number;
    picture->frame = shrink_to(frame, CameraPicture::longest_side);
    const auto width = static_cast<float>(frame.width);
    const auto height = static_cast<float>(frame.height);
    for (const FoundCode& code : codes) {
        auto& corners = picture->codes.emplace_back(code.corners);
        for (FramePoint& corner : corners) corner = {corner.x / width, corner.y / height};
    }
    return picture;
}

}  // namespace

Camera::Camera(std::unique_ptr<FrameSource> source, const Clock& clock, const CameraTiming& timing,
               Wake wake)
    : source_(std::move(source)),
      clock_(clock),
      timing_(timing),
      wake_(std::move(wake)),
      repeats_(timing.absence_ms),
      thread_([this] { run(); }) {}

Camera::~Camera() {
    {
        const std::scoped_lock lock(mutex_);
        is_stopping_ = true;
    }
    stopped_.notify_all();
    thread_.join();
}

CameraState Camera::state() const {
    const std::scoped_lock lock(mutex_);
    return state_;
}

std::optional<Error> Camera::reason() const {
    const std::scoped_lock lock(mutex_);
    return reason_;
}

std::shared_ptr<const CameraPicture> Camera::picture() const {
    const std::scoped_lock lock(mutex_);
    return picture_;
}

std::optional<std::string> Camera::take_code() {
    const std::scoped_lock lock(mutex_);
    if (codes_.empty()) return std::nullopt;
    std::string code = std::move(codes_.front());
    codes_.pop_front();
    return code;
}

bool Camera::is_stopping() const {
    const std::scoped_lock lock(mutex_);
    return is_stopping_;
}

void Camera::pause(std::chrono::milliseconds duration) {
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, duration, [this] { return is_stopping_; });
}

void Camera::become(CameraState state, std::optional<Error> reason) {
    {
        const std::scoped_lock lock(mutex_);
        if (state != CameraState::running) picture_.reset();
        reason_ = std::move(reason);
        if (std::exchange(state_, state) == state) return;
    }
    wake_();
}

void Camera::lose(Error reason) {
    become(CameraState::lost, std::move(reason));
}

void Camera::run() {
    auto retry = timing_.shortest_retry;
    while (!is_stopping()) {
        bool has_run = false;
        try {
            has_run = watch();
        } catch (const std::exception& failure) {
            // A picture that a library cannot bear must not end the evening.
            source_->close();
            lose(machine_error({"The camera's pictures cannot be read: {}."},
                               std::string(failure.what())));
        }
        if (has_run) retry = timing_.shortest_retry;
        pause(retry);
        retry = std::min(2 * retry, timing_.longest_retry);
    }
}

bool Camera::watch() {
    const auto opened = source_->open();
    if (!opened) {
        lose(opened.error());
        return false;
    }
    // One that ran before is missed, whoever asked for it.
    if (*opened == Opening::no_camera) return false;
    if (state() == CameraState::none) become(CameraState::starting);
    const bool has_run = watch_open();
    source_->close();
    return has_run;
}

bool Camera::watch_open() {
    bool has_run = false;
    GreyFrame frame;
    std::int64_t last_ms = clock_.steady_ms();
    while (!is_stopping()) {
        const auto read = source_->read(frame, timing_.longest_wait);
        if (!read) {
            lose(read.error());
            return has_run;
        }
        const std::int64_t now_ms = clock_.steady_ms();
        if (*read == Reading::frame) {
            look_at(frame);
            has_run = true;
            last_ms = now_ms;
            const std::chrono::milliseconds taken(clock_.steady_ms() - now_ms);
            pause(timing_.between_frames - taken);
        } else if (now_ms - last_ms >= timing_.silence.count()) {
            lose(input_error({"The camera sends no pictures."}));
            return has_run;
        }
    }
    return has_run;
}

void Camera::look_at(const GreyFrame& frame) {
    if (!scene_.is_worth_reading(frame)) return;
    const std::vector<FoundCode> found = reader_.read(frame);
    if (!found.empty()) scene_.note_code();
    auto picture = small_picture(frame, found, ++picture_count_);
    bool is_news = false;
    {
        const std::scoped_lock lock(mutex_);
        picture_ = std::move(picture);
        for (const FoundCode& code : found) {
            if (!repeats_.is_new(code.text, clock_.steady_ms())) continue;
            if (codes_.size() < most_waiting) codes_.push_back(code.text);
            is_news = true;
        }
    }
    become(CameraState::running);
    if (is_news) wake_();
}

}  // namespace stormote
