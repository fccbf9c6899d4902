// KeptLabelLog: tells whoever looks after the machine, once, that its printing system keeps the
// names that it has printed. The screen thread.
#pragma once

#include <iostream>

#include "kiosk/device/printer/label_queue.h"
#include "sync/base/texts.h"

namespace stormote {

class KeptLabelLog {
  public:
    void update(const LabelQueue& queue, const Texts& texts) {
        if (is_told_ || !queue.keeps_printed_labels()) return;
        is_told_ = true;
        std::cerr << "stormote-kiosk: "
                  << texts.get({"The printing system keeps the names on printed labels on its "
                                "disk. Write \"PreserveJobFiles No\" in /etc/cups/cupsd.conf and "
                                "restart cups, or run assets/machine/set-up."})
                  << std::endl;
    }

  private:
    bool is_told_ = false;
};

}  // namespace stormote
