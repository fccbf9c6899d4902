// Compilation: what a municipality publishes after a meeting: who took part in numbers, what was
// said under each question, and every proposal, commitment and question. Pure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/papers/audience.h"
#include "kiosk/documents/papers/certificates.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// What the organiser chooses among. What it is all about and whom to ask are always in it.
enum class CompilationPart : std::uint8_t {
    earlier,  // what became of what was said at earlier meetings
    numbers,
    notes,
    proposals,
    commitments,
    questions,
    survey,
    participants,  // names: for the municipality alone
};

// As the command spells them, in their usual order.
struct NamedPart {
    CompilationPart part;
    std::string_view name;
};
[[nodiscard]] std::span<const NamedPart> compilation_parts();

// "numbers,proposals". Error, with the names that exist: one is unknown, there twice, or none is.
[[nodiscard]] Result<std::vector<CompilationPart>> parse_compilation_parts(std::string_view text);

enum class FirstPage : std::uint8_t { title_page, none };

struct CompilationPlan {
    Audience audience = Audience::internal;
    std::vector<CompilationPart> parts{};  // in their order; none: all that the audience may read
    FirstPage first_page = FirstPage::title_page;
    // Further meetings, each once: everybody is counted once over all, and what was said stands
    // meeting by meeting, in the order of their times.
    std::vector<const EventState *> with{};
    // Of certificates: who gets one.
    CertificateHolder holder = CertificateHolder::person;
};

// Of a meeting where nobody came and nothing was said, it says so. Error: names of participants
// were chosen for everybody.
[[nodiscard]] Result<Document> compose_compilation(const EventState& state, const Texts& texts,
                                                   const CompilationPlan& plan);

}  // namespace stormote
