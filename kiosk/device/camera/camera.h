// Camera: pictures of a source, and the codes that are held up before it, read on a thread of its
// own. A source that fails is opened again and again until it answers.
//
// The screen thread asks for the newest picture when it draws, and takes the codes; all of it may
// be called from any thread. Owns the source and the thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "kiosk/device/camera/code_reader.h"
#include "kiosk/device/camera/frame_source.h"
#include "kiosk/device/camera/repeat_filter.h"
#include "kiosk/device/camera/still_scene.h"
#include "sync/base/clock.h"

namespace stormote {

enum class CameraState : std::uint8_t {
    none,      // nothing is plugged in, and nobody misses it
    starting,  // open, but no picture came yet
    running,
    lost,  // it was asked for, or ran before, and does not answer
};

// What the camera sees, small enough for the screen.
struct CameraPicture {
    static constexpr int longest_side = 640;

    std::uint64_t number = 0;  // another for each picture
    GreyFrame frame;
    // Around each code, in shares of width and height, 0 to 1.
    std::vector<std::array<FramePoint, 4>> codes;
};

struct CameraTiming {
    // Codes need no more pictures a second than people can hold a hand still for.
    std::chrono::milliseconds between_frames{60};
    std::chrono::milliseconds longest_wait{200};
    std::chrono::milliseconds silence{3'000};  // without a picture: lost
    std::chrono::milliseconds shortest_retry{500};
    std::chrono::milliseconds longest_retry{5'000};
    std::int64_t absence_ms = RepeatFilter::usual_absence_ms;
};

class Camera {
  public:
    using Wake = std::function<void()>;

    // `wake` is called on the camera's thread when a code waits or the state has changed, and must
    // not block.
    Camera(std::unique_ptr<FrameSource> source, const Clock& clock, const CameraTiming& timing,
           Wake wake);
    ~Camera();
    Camera(const Camera&) = delete;
    Camera& operator=(const Camera&) = delete;

    [[nodiscard]] CameraState state() const;
    // Why it is lost.
    [[nodiscard]] std::optional<Error> reason() const;
    // The newest one; null where it does not run.
    [[nodiscard]] std::shared_ptr<const CameraPicture> picture() const;
    // A code that was held up, in the order in which they were read; each once for as long as it
    // is held there.
    [[nodiscard]] std::optional<std::string> take_code();

  private:
    // A room full of codes must not fill the memory.
    static constexpr std::size_t most_waiting = 16;

    void run();
    // Opens the source and watches until it fails; whether a picture came.
    [[nodiscard]] bool watch();
    [[nodiscard]] bool watch_open();
    void look_at(const GreyFrame& frame);
    void become(CameraState state, std::optional<Error> reason = std::nullopt);
    void lose(Error reason);
    // Sleeps, unless it is to stop.
    void pause(std::chrono::milliseconds duration);
    [[nodiscard]] bool is_stopping() const;

    std::unique_ptr<FrameSource> source_;
    const Clock& clock_;
    CameraTiming timing_;
    Wake wake_;
    CodeReader reader_;
    StillScene scene_{2 * CodeReader::full_round};
    RepeatFilter repeats_;
    std::uint64_t picture_count_ = 0;

    mutable std::mutex mutex_;
    std::condition_variable stopped_;
    bool is_stopping_ = false;
    CameraState state_ = CameraState::none;
    std::optional<Error> reason_;
    std::shared_ptr<const CameraPicture> picture_;
    std::deque<std::string> codes_;
    std::thread thread_;
};

}  // namespace stormote
