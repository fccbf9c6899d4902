// ScriptedCamera: a camera that does what a test says: is there or not, sends pictures, falls
// silent, fails. Told from any thread; read on the camera's thread.
#pragma once

#include <atomic>
#include <mutex>
#include <utility>

#include "kiosk/device/camera/frame_source.h"

namespace stormote::testing {

class CameraScript {
  public:
    enum class Way { unplugged, missing, silent, sends, fails, throws };

    void show(GreyFrame frame) {
        const std::scoped_lock lock(mutex_);
        frame_ = std::move(frame);
        way_ = Way::sends;
    }
    void go(Way way) {
        const std::scoped_lock lock(mutex_);
        way_ = way;
    }
    [[nodiscard]] std::pair<Way, GreyFrame> now() const {
        const std::scoped_lock lock(mutex_);
        return {way_, frame_};
    }
    // How often the camera was looked for, and how often one that had been opened was closed.
    [[nodiscard]] int openings() const { return openings_; }
    [[nodiscard]] int closings() const { return closings_; }
    void note_opening() const { ++openings_; }
    void note_closing() const { ++closings_; }

  private:
    mutable std::mutex mutex_;
    Way way_ = Way::unplugged;
    GreyFrame frame_;
    mutable std::atomic<int> openings_ = 0;
    mutable std::atomic<int> closings_ = 0;
};

class ScriptedCamera final : public FrameSource {
  public:
    explicit ScriptedCamera(const CameraScript& script) : script_(script) {}

    [[nodiscard]] Result<Opening> open() override {
        script_.note_opening();
        const auto way = script_.now().first;
        if (way == CameraScript::Way::unplugged) return Opening::no_camera;
        if (way == CameraScript::Way::missing) return input_error({"missing"});
        return Opening::opened;
    }
    [[nodiscard]] Result<Reading> read(GreyFrame& frame,
                                       std::chrono::milliseconds /*longest*/) override {
        auto [way, shown] = script_.now();
        if (way == CameraScript::Way::throws) throw std::runtime_error("out of its mind");
        if (way == CameraScript::Way::silent) return Reading::nothing_yet;
        if (way != CameraScript::Way::sends) return input_error({"unplugged"});
        frame = std::move(shown);
        return Reading::frame;
    }
    void close() override { script_.note_closing(); }

  private:
    const CameraScript& script_;
};

}  // namespace stormote::testing
