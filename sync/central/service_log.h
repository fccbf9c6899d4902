// ServiceLog: what a server tells whoever runs it: one line at a time, in words, and in fields for
// machines. Never a token, a body, or what a stranger wrote. Any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

enum class LogLevel : std::uint8_t { info, warning, error };

struct LogField {
    const char *name;
    std::variant<std::string, std::int64_t> value;
};

// The words, with what stands in them once more by name.
struct LogLine : Error {
    // A broken machine is an error; everything else that is said as one, a warning.
    LogLine(Error words)  // NOLINT(google-explicit-constructor)
        : Error(std::move(words)),
          level(kind == ErrorKind::machine ? LogLevel::error : LogLevel::warning) {}
    LogLine(Error words, std::vector<LogField> named) : LogLine(std::move(words)) {
        fields = std::move(named);
    }
    // Nothing is wrong.
    static LogLine info(Error words, std::vector<LogField> named = {}) {
        LogLine line(std::move(words), std::move(named));
        line.level = LogLevel::info;
        return line;
    }

    LogLevel level;
    std::vector<LogField> fields{};
};

// May be called on any thread.
using ServiceLog = std::function<void(const LogLine&)>;

}  // namespace stormote
