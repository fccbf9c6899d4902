// ListSource: a list as it was given: the bytes of a file, and which of its sheets is meant where
// it is a spreadsheet. A value that borrows both; any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

struct ListSource {
    std::string_view bytes;
    std::string_view sheet = {};  // by its name; empty: the one that has the headings

    // A file that is meant as it is, or a text in a test.
    ListSource(std::string_view file) : bytes(file) {}    // NOLINT: converts on purpose
    ListSource(const std::string& file) : bytes(file) {}  // NOLINT
    ListSource(const char *file) : bytes(file) {}         // NOLINT
    ListSource(std::string_view file, std::string_view of_sheet) : bytes(file), sheet(of_sheet) {}
};

}  // namespace stormote
