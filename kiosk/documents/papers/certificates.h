// Certificates: a page for each person who came, or each organisation that somebody came from, to
// be signed by the municipality: that they took part, and when. Pure.
#pragma once

#include "kiosk/documents/content/document.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

enum class CertificateHolder : std::uint8_t { person, organisation };

// By name, behind a page that says how many they are: of a person with how long they stayed, of an
// organisation with who came from it. Error: nobody has come.
[[nodiscard]] Result<Document> compose_certificates(const EventState& state, const Texts& texts,
                                                    CertificateHolder holder);

}  // namespace stormote
