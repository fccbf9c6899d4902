// Sample words: what the samples of screens say, in the words that the kiosk itself would use. Any
// thread.
#pragma once

#include <string>

#include "kiosk/ui/shell/frame.h"
#include "sync/base/texts.h"
#include "sync/model/seating_map.h"
#include "sync/privacy/information_text.h"

namespace stormote {

inline const std::string long_name =
    "Anna-Margareta Katarina von Hedenhierta-Rosenstråle Bergqvist";
inline const std::string long_organisation =
    "Riksförbundet för folkbildning, bygdeutveckling och samverkan i Ekbackens kommun";
inline const std::string arabic_name = "نور الهدى عبد الرحمن";

// The language's own catalogue, read once.
[[nodiscard]] const Texts& sample_texts(const std::string& language);

// What people are told about what is stored, where the municipality has decided.
[[nodiscard]] std::vector<std::string> sample_information(const std::string& language,
                                                          LegalBasis basis);

[[nodiscard]] FrameView frame_in(const std::string& language);

// Thirteen tables in three rows before a stage.
[[nodiscard]] SeatingMap sample_hall();

}  // namespace stormote
