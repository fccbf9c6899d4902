// A picture in grey as pdftoppm writes it, for what reads codes in it. For tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "kiosk/device/camera/code_reader.h"

namespace stormote {

// "P5", width, height, 255, and a byte a pixel.
inline GreyFrame read_pgm(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int most = 0;
    in >> magic >> width >> height >> most;
    in.get();
    GreyFrame frame(width, height);
    in.read(reinterpret_cast<char *>(frame.pixels.data()),
            static_cast<std::streamsize>(frame.pixels.size()));
    return frame;
}

}  // namespace stormote
