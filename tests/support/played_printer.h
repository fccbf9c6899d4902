// PlayedPrinter: a printer for name labels that the test holds the strings of: takes every label,
// counts it, and is in whatever condition it is told. Any thread.
#pragma once

#include <atomic>

#include "kiosk/device/print_service.h"

namespace stormote::testing {

struct PlayedPrinter {
    explicit PlayedPrinter(PrinterCondition first) : condition(first) {}
    std::atomic<PrinterCondition> condition;
    std::atomic<int> taken = 0;
    std::atomic<int> printed = 0;

    // What the queue of labels talks to; the printer must outlive it.
    [[nodiscard]] std::unique_ptr<PrintService> connect() {
        return std::make_unique<Service>(*this);
    }

  private:
    class Service final : public PrintService {
      public:
        explicit Service(PlayedPrinter& printer) : printer_(printer) {}
        Result<> submit(const std::string& /*title*/, const std::string& /*pdf*/,
                        LabelStock /*stock*/) override {
            ++printer_.taken;
            return Done{};
        }
        bool has_job(const std::string& /*title*/) override { return false; }
        PrinterState state() override {
            return {printer_.condition, printer_.taken - printer_.printed};
        }

      private:
        PlayedPrinter& printer_;
    };
};

}  // namespace stormote::testing
