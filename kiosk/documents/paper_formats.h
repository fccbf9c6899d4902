// Paper formats: the papers of an event as files: PDF, Word and Markdown, in the municipality's
// colour and with its logo. What the registry of exports lists them by. Pure; any thread.
#pragma once

#include "kiosk/documents/content/markdown_writer.h"
#include "kiosk/documents/exports.h"
#include "kiosk/documents/pdf/document_pdf.h"
#include "kiosk/documents/word/docx_writer.h"

namespace stormote {

// Each composes one paper for whom the source's plan says.
[[nodiscard]] Result<Document> compilation_paper(const ExportSource& source);
[[nodiscard]] Result<Document> notes_paper(const ExportSource& source);
[[nodiscard]] Result<Document> proposals_paper(const ExportSource& source);
[[nodiscard]] Result<Document> attendance_paper(const ExportSource& source);
[[nodiscard]] Result<Document> people_here_paper(const ExportSource& source);
[[nodiscard]] Result<Document> statistics_paper(const ExportSource& source);
[[nodiscard]] Result<Document> survey_paper(const ExportSource& source);
[[nodiscard]] Result<Document> organisations_paper(const ExportSource& source);
[[nodiscard]] Result<Document> certificates_paper(const ExportSource& source);
[[nodiscard]] Result<Document> destruction_paper(const ExportSource& source);

// As the event's settings have it; a logo that cannot be read is left out.
void add_house_style(Document& paper, const EventState& state);

// A paper by the function that composes it, as the file that a writer makes of it.
template <Result<Document> (*compose)(const ExportSource&), std::string (*write)(const Document&)>
Result<std::string> write_paper(const ExportSource& source) {
    auto paper = compose(source);
    if (!paper) return paper.error();
    add_house_style(*paper, source.state);
    return write(*paper);
}
template <Result<Document> (*compose)(const ExportSource&)>
constexpr ExportFormat docx{"docx", &write_paper<compose, write_docx>};
template <Result<Document> (*compose)(const ExportSource&)>
constexpr ExportFormat markdown{"md", &write_paper<compose, write_markdown>};
template <Result<Document> (*compose)(const ExportSource&)>
constexpr ExportFormat paper_pdf{"pdf", &write_paper<compose, write_pdf>};

}  // namespace stormote
