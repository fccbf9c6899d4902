#include "kiosk/documents/paper_formats.h"

#include "kiosk/documents/house_style.h"
#include "kiosk/documents/papers/certificates.h"
#include "kiosk/documents/papers/destruction_paper.h"
#include "kiosk/documents/papers/note_papers.h"
#include "kiosk/documents/papers/number_blocks.h"
#include "kiosk/documents/papers/people_blocks.h"
#include "kiosk/documents/papers/survey_blocks.h"

namespace stormote {

Result<Document> compilation_paper(const ExportSource& source) {
    return compose_compilation(source.state, source.texts, source.plan);
}

Result<Document> notes_paper(const ExportSource& source) {
    return compose_notes(source.state, source.texts, source.plan.audience);
}

Result<Document> proposals_paper(const ExportSource& source) {
    return compose_proposals(source.state, source.texts, source.plan.audience);
}

Result<Document> attendance_paper(const ExportSource& source) {
    return compose_attendance(source.state, source.texts);
}

Result<Document> people_here_paper(const ExportSource& source) {
    return compose_people_here(source.state, source.texts, source.at_ms);
}

Result<Document> statistics_paper(const ExportSource& source) {
    return compose_statistics(source.state, source.texts);
}

Result<Document> survey_paper(const ExportSource& source) {
    return compose_survey(source.state, source.texts);
}

Result<Document> organisations_paper(const ExportSource& source) {
    return compose_organisations(source.state, source.texts, source.plan.audience);
}

Result<Document> certificates_paper(const ExportSource& source) {
    return compose_certificates(source.state, source.texts, source.plan.holder);
}

Result<Document> destruction_paper(const ExportSource& source) {
    return compose_destruction(source.state, source.texts);
}

void add_house_style(Document& paper, const EventState& state) {
    paper.colour = parse_colour(state.setting(SettingField::colour));
    // Drawn anew: the setting may come from another device.
    const auto logo = logo_of_setting(state.setting(SettingField::logo));
    if (logo) paper.logo_png = write_png(*logo);
}

}  // namespace stormote
