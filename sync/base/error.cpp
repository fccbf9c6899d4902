#include "sync/base/error.h"

#include <fmt/args.h>
#include <fmt/format.h>

namespace stormote {

std::string fill_in(const std::string& format, const std::vector<std::string>& arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string& argument : arguments) store.push_back(argument);
    try {
        return fmt::vformat(format, store);
    } catch (const fmt::format_error&) {
        return format;
    }
}

std::string Error::english() const {
    return fill_in(sentence.english, arguments);
}

}  // namespace stormote
