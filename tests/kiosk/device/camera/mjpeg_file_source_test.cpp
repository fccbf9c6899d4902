#include "kiosk/device/camera/mjpeg_file_source.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <catch2/catch.hpp>

#include "tests/support/devices/camera_pictures.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::chrono::milliseconds longest{2'000};

GreyFrame plain(std::uint8_t grey, int side = 64) {
    GreyFrame frame(side, side);
    std::fill(frame.pixels.begin(), frame.pixels.end(), grey);
    return frame;
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::unique_ptr<MjpegFileSource> load(const TemporaryFolder& folder, const Bytes& bytes) {
    write_file(folder / "film.mjpeg", bytes);
    auto source = MjpegFileSource::load(folder / "film.mjpeg");
    REQUIRE(source);
    return std::move(source).value();
}

}  // namespace

TEST_CASE("a JPEG comes back as the grey that it was") {
    JpegDecoder decoder;
    const auto frame = decoder.decode(encode_jpeg(plain(130)));
    REQUIRE(frame);
    CHECK(frame->width == 64);
    CHECK(frame->height == 64);
    CHECK(std::abs(frame->at(30, 30) - 130) < 3);
}

TEST_CASE("what is no JPEG, or a monster of one, is no picture") {
    JpegDecoder decoder;
    CHECK_FALSE(decoder.decode({}));
    CHECK_FALSE(decoder.decode(Bytes(1000, 0xFF)));
    CHECK_FALSE(decoder.decode(ByteView(encode_jpeg(plain(9))).first(30)));
    GreyFrame wide(JpegDecoder::longest_side + 1, 8);
    CHECK_FALSE(decoder.decode(encode_jpeg(wide)));
}

TEST_CASE("pictures in a row are told apart, whatever lies between them") {
    const Bytes one = encode_jpeg(plain(10));
    const Bytes other = encode_jpeg(plain(200, 32));
    const Bytes film = joined({{0, 1, 0xFF}, one, {0xFF, 0xFF, 7}, other, {0xFF, 0xD8, 0xFF}});
    const auto pictures = split_jpegs(film);
    REQUIRE(pictures.size() == 2);
    CHECK(Bytes(pictures[0].begin(), pictures[0].end()) == one);
    CHECK(Bytes(pictures[1].begin(), pictures[1].end()) == other);
}

TEST_CASE("a small picture within a picture does not end it") {
    const Bytes small = encode_jpeg(plain(10, 16));
    Bytes large = encode_jpeg(plain(200));
    // Behind the first two bytes, as an application's segment.
    Bytes segment{0xFF, 0xE1};
    append_big_endian(segment, small.size() + 2, 2);
    segment.insert(segment.end(), small.begin(), small.end());
    large.insert(large.begin() + 2, segment.begin(), segment.end());
    const auto pictures = split_jpegs(large);
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].size() == large.size());
}

TEST_CASE("a file of pictures is played over and over") {
    const TemporaryFolder folder;
    const auto source = load(folder, join_jpegs({plain(20), plain(220)}));
    REQUIRE(source->open());
    GreyFrame frame;
    std::vector<bool> bright;
    constexpr int most_reads = 50;
    for (int reads = 0; reads < most_reads && bright.size() < 5; ++reads) {
        const auto read = source->read(frame, longest);
        REQUIRE(read);
        if (*read == Reading::frame) bright.push_back(frame.at(9, 9) > 128);
    }
    REQUIRE(bright.size() == 5);
    CHECK(std::count(bright.begin(), bright.end(), true) >= 1);
    CHECK(std::count(bright.begin(), bright.end(), false) >= 1);
}

TEST_CASE("nothing comes before it is due, and a broken picture is left out") {
    const TemporaryFolder folder;
    Bytes broken = encode_jpeg(plain(1));
    broken[4] = 0xFF;
    const auto source = load(folder, joined({encode_jpeg(plain(200)), broken}));
    REQUIRE(source->open());
    GreyFrame frame;
    REQUIRE(*source->read(frame, longest) == Reading::frame);
    CHECK(*source->read(frame, std::chrono::milliseconds{0}) == Reading::nothing_yet);
}

TEST_CASE("a file without pictures, or no file, is refused in words") {
    const TemporaryFolder folder;
    const auto missing = MjpegFileSource::load(folder / "none.mjpeg");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().english().find("cannot be read") != std::string::npos);
    CHECK_FALSE(MjpegFileSource::load(folder.path()));
    write_file(folder / "film.mjpeg", std::string_view("no pictures here"));
    const auto empty = MjpegFileSource::load(folder / "film.mjpeg");
    REQUIRE_FALSE(empty);
    CHECK(empty.error().english().find("contains no camera pictures") != std::string::npos);
}
