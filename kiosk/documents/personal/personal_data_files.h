// Personal data files: an extract of what is held about one person as files: JSON for programs, and
// a PDF for the person who asked, in the language of the texts. Pure.
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/personal/personal_data.h"
#include "sync/base/texts.h"

namespace stormote {

// One object: the person, their ids, and under each section's key an array of its rows, as exports
// write rows. The same in every language.
[[nodiscard]] std::string write_personal_json(const PersonalData& data);

// What is said of the law is what people are told at the kiosk; then the sections with something in
// them. Dated at the instant, of which it tells the day.
[[nodiscard]] Document compose_personal_data(const PersonalData& data, const EventState& state,
                                             std::int64_t now_ms, const Texts& texts);
// The same as a PDF in the municipality's colour and with its logo.
[[nodiscard]] std::string write_personal_pdf(const PersonalData& data, const EventState& state,
                                             std::int64_t now_ms, const Texts& texts);

}  // namespace stormote
