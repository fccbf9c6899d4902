// Poppler: the words of a PDF as another reader takes them. Throws where it fails or complains. Any
// thread.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

inline std::string poppler_answer(const char *program, const std::vector<std::string>& options,
                                  const std::string& pdf) {
    const TemporaryFolder folder;
    const std::string file = folder / "paper.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    std::vector<std::string> command{program};
    command.insert(command.end(), options.begin(), options.end());
    command.push_back(file);
    if (std::string(program) == "pdftotext") command.emplace_back("-");
    const auto ran = run_program(command);
    if (ran.status != 0 || !ran.errors.empty()) throw std::runtime_error(ran.errors);
    return ran.output;
}

// By its tags.
inline std::string poppler_structure(const std::string& pdf) {
    return poppler_answer("pdfinfo", {"-struct-text"}, pdf);
}

// As they stand on its pages.
inline std::string poppler_text(const std::string& pdf) {
    return poppler_answer("pdftotext", {"-layout"}, pdf);
}

}  // namespace stormote::testing
