// Word package: the names that the parts of a DOCX share. Pure values.
#pragma once

#include <string_view>

namespace stormote {

constexpr std::string_view xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr std::string_view drawing_space = "http://schemas.openxmlformats.org/drawingml/2006/main";
constexpr std::string_view picture_space =
    "http://schemas.openxmlformats.org/drawingml/2006/picture";
constexpr std::string_view chart_space = "http://schemas.openxmlformats.org/drawingml/2006/chart";
constexpr std::string_view relation_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// English Metric Units, in which drawings are measured.
constexpr long emu_a_centimetre = 360'000;

}  // namespace stormote
