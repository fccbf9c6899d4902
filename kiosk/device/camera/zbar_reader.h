// ZBarReader: the QR codes that ZBar finds: slow, but it reads some that are damaged or blurred and
// that others miss. One thread; owns its scanner.
#pragma once

#include <memory>
#include <vector>

#include "kiosk/device/camera/found_code.h"
#include "kiosk/device/camera/grey_frame.h"

namespace stormote {

class ZBarReader {
  public:
    ZBarReader();
    ~ZBarReader();
    ZBarReader(const ZBarReader&) = delete;
    ZBarReader& operator=(const ZBarReader&) = delete;

    [[nodiscard]] std::vector<FoundCode> read(const GreyFrame& frame);

  private:
    struct Scanner;
    std::unique_ptr<Scanner> scanner_;
};

}  // namespace stormote
