// Cameras of Video4Linux 2, played by a system that a test makes up; and what the real one says
// where there is no camera.
#include "kiosk/device/camera/v4l2_source.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/device/camera/camera_choice.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/devices/fake_video.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::chrono::milliseconds longest{5};

Bytes plain_jpeg(std::uint8_t grey) {
    GreyFrame frame(64, 48);
    std::fill(frame.pixels.begin(), frame.pixels.end(), grey);
    return encode_jpeg(frame);
}

struct OneCamera {
    OneCamera() { device().name = "Logitech C920 HD"; }
    FakeDevice& device() { return video.devices["/dev/video0"]; }

    FakeVideo video;
    V4l2Source source{video, ""};
    GreyFrame frame;
};

void check_all_is_given_back(const FakeVideo& video) {
    CHECK(video.open_count == 0);
    CHECK(video.mapped.empty());
}

}  // namespace

TEST_CASE("a camera sends JPEG pictures, and is left as it was found") {
    OneCamera scene;
    REQUIRE(*scene.source.open() == Opening::opened);
    CHECK(scene.device().is_streaming);
    CHECK(scene.device().format == V4L2_PIX_FMT_MJPEG);
    CHECK(*scene.source.read(scene.frame, longest) == Reading::nothing_yet);
    scene.device().pictures = {plain_jpeg(200)};
    REQUIRE(*scene.source.read(scene.frame, longest) == Reading::frame);
    CHECK(scene.frame.width == 64);
    CHECK(scene.frame.at(20, 20) > 190);
    scene.source.close();
    CHECK_FALSE(scene.device().is_streaming);
    check_all_is_given_back(scene.video);
}

TEST_CASE("of several pictures that wait the newest is shown, and every buffer goes back") {
    OneCamera scene;
    REQUIRE(scene.source.open());
    for (int round = 0; round < 10; ++round) {
        scene.device().pictures = {plain_jpeg(10), plain_jpeg(100), plain_jpeg(220)};
        REQUIRE(*scene.source.read(scene.frame, longest) == Reading::frame);
        CHECK(scene.frame.at(9, 9) > 210);
        CHECK(scene.device().queued.size() == VideoStream::buffer_count);
    }
}

TEST_CASE("a camera without JPEG sends YUYV, in rows as long as it likes") {
    OneCamera scene;
    scene.device().formats = {V4L2_PIX_FMT_NV12, V4L2_PIX_FMT_YUYV};
    scene.device().width = 2;
    scene.device().height = 2;
    scene.device().bytes_per_row = 6;
    REQUIRE(scene.source.open());
    scene.device().pictures = {{10, 0, 20, 0, 99, 99, 30, 0, 40, 0, 99, 99}};
    REQUIRE(*scene.source.read(scene.frame, longest) == Reading::frame);
    CHECK(scene.frame.pixels == Bytes{10, 20, 30, 40});
    scene.device().pictures = {{10, 0, 20, 0, 99, 99, 30}};
    CHECK(*scene.source.read(scene.frame, longest) == Reading::nothing_yet);
}

TEST_CASE("a damaged picture is left out, and its buffer goes back") {
    OneCamera scene;
    REQUIRE(scene.source.open());
    scene.device().pictures = {Bytes(500, 7)};
    CHECK(*scene.source.read(scene.frame, longest) == Reading::nothing_yet);
    scene.device().pictures = {plain_jpeg(9)};
    scene.device().picture_flags = V4L2_BUF_FLAG_ERROR;
    CHECK(*scene.source.read(scene.frame, longest) == Reading::nothing_yet);
    CHECK(scene.device().queued.size() == VideoStream::buffer_count);
}

TEST_CASE("a driver that tells nonsense is an error, not a crash") {
    OneCamera scene;
    REQUIRE(scene.source.open());
    scene.device().pictures = {plain_jpeg(9)};
    scene.device().wrong_index = 100;
    CHECK_FALSE(scene.source.read(scene.frame, longest));
    scene.source.close();
    scene.device().wrong_index = 0;
    scene.device().buffer_bytes = 40;
    REQUIRE(scene.source.open());
    scene.device().pictures = {plain_jpeg(9)};
    CHECK(*scene.source.read(scene.frame, longest) == Reading::nothing_yet);
}

TEST_CASE("a camera that is unplugged says so, and is found again") {
    OneCamera scene;
    REQUIRE(scene.source.open());
    const FakeDevice plugged = scene.device();
    scene.video.devices.clear();
    const auto read = scene.source.read(scene.frame, longest);
    REQUIRE_FALSE(read);
    CHECK(read.error().english() == "The camera /dev/video0 does not answer.");
    scene.source.close();
    check_all_is_given_back(scene.video);
    CHECK(*scene.source.open() == Opening::no_camera);
    scene.video.devices["/dev/video3"] = plugged;
    CHECK(*scene.source.open() == Opening::opened);
}

TEST_CASE("whatever request fails while it is opened, it is closed again") {
    for (const unsigned long request :
         {VIDIOC_QUERYCAP, VIDIOC_ENUM_FMT, VIDIOC_S_FMT, VIDIOC_REQBUFS, VIDIOC_QUERYBUF,
          VIDIOC_QBUF, VIDIOC_STREAMON}) {
        CAPTURE(request);
        FakeVideo video;
        video.devices["/dev/video0"].name = "Camera";
        video.devices["/dev/video0"].failures[request] = EIO;
        V4l2Source source(video, "/dev/video0");
        CHECK_FALSE(source.open());
        check_all_is_given_back(video);
    }
}

TEST_CASE("the first camera that streams is taken, not what else calls itself video") {
    FakeVideo video;
    video.devices["/dev/video0"] = {.name = "Metadata", .abilities = V4L2_CAP_STREAMING};
    video.devices["/dev/video1"] = {.name = "Busy", .failures = {{VIDIOC_STREAMON, EBUSY}}};
    video.devices["/dev/video2"] = {.name = "Strange", .formats = {V4L2_PIX_FMT_SBGGR8}};
    video.devices["/dev/video3"] = {.name = "Camera"};
    V4l2Source source(video, "");
    REQUIRE(*source.open() == Opening::opened);
    CHECK(video.devices["/dev/video3"].is_streaming);
    CHECK(video.open_count == 1);
}

TEST_CASE("a camera is chosen by a part of its name, or by its path") {
    FakeVideo video;
    video.devices["/dev/video0"] = {.name = "Integrated Webcam"};
    video.devices["/dev/video2"] = {.name = "Logitech C920 HD"};
    V4l2Source by_name(video, "logitech");
    REQUIRE(by_name.open());
    CHECK(video.devices["/dev/video2"].is_streaming);
    V4l2Source by_path(video, "/dev/video0");
    REQUIRE(by_path.open());
    CHECK(video.devices["/dev/video0"].is_streaming);
    V4l2Source missing(video, "Razer");
    const auto opened = missing.open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().english() == "There is no camera called Razer.");
}

TEST_CASE("the system's cameras are listed by number, and nothing else in their folder") {
    const TemporaryFolder folder;
    for (const char *name : {"video10", "video2", "video", "videox", "video3b", "null"}) {
        write_file(folder / name, std::string_view());
    }
    LinuxVideoSystem system(folder.path().string());
    CHECK(system.device_paths() ==
          std::vector{(folder / "video2").string(), (folder / "video10").string()});
    // A plain file is no camera.
    V4l2Source any(system, "");
    CHECK(*any.open() == Opening::no_camera);
    V4l2Source chosen(system, (folder / "video2").string());
    CHECK_FALSE(chosen.open());
    LinuxVideoSystem nowhere((folder / "nowhere").string());
    CHECK(nowhere.device_paths().empty());
}

TEST_CASE("what stands after --camera names a source, none, or a mistake") {
    const TemporaryFolder folder;
    CHECK(*choose_camera("none") == nullptr);
    CHECK(*choose_camera("") != nullptr);
    CHECK(*choose_camera("Logitech") != nullptr);
    CHECK_FALSE(choose_camera((folder / "missing.mjpeg").string()));
    const auto missing = *choose_camera((folder / "video7").string());
    REQUIRE(missing != nullptr);
    CHECK_FALSE(missing->open());
    write_file(folder / "film.mjpeg", plain_jpeg(80));
    const auto film = *choose_camera((folder / "film.mjpeg").string());
    REQUIRE(film != nullptr);
    REQUIRE(film->open());
    GreyFrame frame;
    CHECK(*film->read(frame, std::chrono::milliseconds{2'000}) == Reading::frame);
}
