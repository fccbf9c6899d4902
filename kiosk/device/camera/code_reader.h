// CodeReader: the QR codes in a picture, however dim, tilted, blurred or small they are.
//
// A cascade of readers, because each reads codes that the others miss. What is quick runs on every
// frame; what is slow runs in turn on frames in which nothing was found, so that a ticket held up
// for a few frames meets all of it. Pure but for whose turn it is; one thread.
#pragma once

#include <vector>

#include "kiosk/device/camera/found_code.h"
#include "kiosk/device/camera/grey_frame.h"
#include "kiosk/device/camera/zbar_reader.h"

namespace stormote {

class CodeReader {
  public:
    // As many frames without a code as it takes until every reader has had its turn.
    static constexpr int full_round = 6;

    // Each text once, those with the largest codes first: they are held up closest.
    [[nodiscard]] std::vector<FoundCode> read(const GreyFrame& frame);
    // The part that runs on every frame.
    [[nodiscard]] static std::vector<FoundCode> read_quickly(const GreyFrame& frame);

  private:
    [[nodiscard]] std::vector<FoundCode> read_thoroughly(const GreyFrame& frame);
    [[nodiscard]] std::vector<FoundCode> read_otherwise(const GreyFrame& frame, int turn);

    ZBarReader zbar_;
    int turn_ = 0;
};

}  // namespace stormote
