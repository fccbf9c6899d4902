#include "kiosk/documents/papers/compilation.h"

#include <algorithm>
#include <array>

#include "kiosk/documents/papers/note_blocks.h"
#include "kiosk/documents/papers/number_blocks.h"
#include "kiosk/documents/papers/paper_frame.h"
#include "kiosk/documents/papers/people_blocks.h"
#include "kiosk/documents/papers/survey_blocks.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::array<NamedPart, 8> named_parts{{{CompilationPart::earlier, "earlier"},
                                                {CompilationPart::numbers, "numbers"},
                                                {CompilationPart::notes, "notes"},
                                                {CompilationPart::proposals, "proposals"},
                                                {CompilationPart::commitments, "commitments"},
                                                {CompilationPart::questions, "questions"},
                                                {CompilationPart::survey, "survey"},
                                                {CompilationPart::participants, "participants"}}};

std::string names_of_parts() {
    std::string names;
    for (const NamedPart& part : named_parts) {
        names += (names.empty() ? "" : ", ") + std::string(part.name);
    }
    return names;
}

bool contains(const std::vector<CompilationPart>& parts, CompilationPart wanted) {
    return std::find(parts.begin(), parts.end(), wanted) != parts.end();
}

// All that the audience may read, where nobody chose.
std::vector<CompilationPart> parts_of(const CompilationPlan& plan) {
    if (!plan.parts.empty()) return plan.parts;
    std::vector<CompilationPart> parts;
    for (const NamedPart& part : named_parts) {
        const bool has_names = part.part == CompilationPart::participants;
        if (!has_names || plan.audience == Audience::internal) parts.push_back(part.part);
    }
    return parts;
}

// One meeting and what was said at it.
struct Meeting {
    const EventState& state;
    std::vector<PublishedNote> notes;
};

// By their times; one whose time nobody knows stands first.
std::vector<const EventState *> states_of(const EventState& state, const CompilationPlan& plan) {
    std::vector<const EventState *> states{&state};
    states.insert(states.end(), plan.with.begin(), plan.with.end());
    std::stable_sort(
        states.begin(), states.end(), [](const EventState *one, const EventState *two) {
            return one->setting(SettingField::starts) < two->setting(SettingField::starts);
        });
    return states;
}

std::vector<Meeting> meetings_of(const std::vector<const EventState *>& states, Audience audience,
                                 const FullNames& names) {
    std::vector<Meeting> meetings;
    for (const EventState *each : states) {
        meetings.push_back({*each, paper_notes(*each, audience, names)});
    }
    return meetings;
}

class CompilationComposer {
  public:
    CompilationComposer(const EventState& state, const Texts& texts, const CompilationPlan& plan)
        : state_(state),
          texts_(texts),
          plan_(plan),
          parts_(parts_of(plan)),
          states_(states_of(state, plan)),
          names_(states_),
          meetings_(meetings_of(states_, plan.audience, names_)),
          paper_(begin_paper(state, {"Compilation"}, texts)) {}

    Document compose() {
        if (is_series()) add_series_title();
        add_beginning();
        if (is_series()) {
            add_series();
        } else {
            add_only_meeting();
        }
        return std::move(paper_);
    }

  private:
    [[nodiscard]] std::string say(Sentence sentence) const { return texts_.get(sentence); }
    void write(std::string text) { paper_.blocks.emplace_back(Paragraph{std::move(text)}); }
    [[nodiscard]] bool is_series() const { return meetings_.size() > 1; }

    // A series is called as the organiser calls it.
    void add_series_title() {
        const std::string& series = state_.setting(SettingField::series);
        if (!series.empty()) paper_.title = series;
        paper_.footer = paper_.title + " · " + say({"Compilation"});
    }

    // When and where: of several meetings, each in a line.
    [[nodiscard]] std::vector<std::string> title_lines() const {
        if (!is_series()) return event_lines(state_, texts_);
        std::vector<std::string> lines;
        for (const Meeting& meeting : meetings_)
            lines.push_back(meeting_title(meeting.state, texts_));
        const std::string& municipality = state_.setting(SettingField::municipality);
        if (!municipality.empty()) lines.push_back(municipality);
        return lines;
    }

    void add_beginning() {
        std::vector<std::string> lines = title_lines();
        if (plan_.audience == Audience::internal) {
            lines.push_back(say({"Internal version, with names. It is not for publication."}));
        }
        const std::string subtitle = say({"A compilation of what was said"});
        if (plan_.first_page == FirstPage::title_page) {
            paper_.title_page = TitlePage{subtitle, std::move(lines)};
        } else {
            paper_.blocks.emplace_back(Paragraph{subtitle, ParagraphStyle::lead});
            for (std::string& line : lines) {
                paper_.blocks.emplace_back(Paragraph{std::move(line), ParagraphStyle::aside});
            }
        }
        paper_.blocks.emplace_back(TableOfContents{say({"Contents"})});
        add_about();
    }

    void add_about() {
        paper_.blocks.emplace_back(Heading{1, say({"About the compilation"})});
        write(is_series() ? say({"This is what civil society and the municipality said to each "
                                 "other at the meetings, as the groups noted it."})
                          : say({"This is what civil society and the municipality said to each "
                                 "other at the meeting, as the groups noted it."}));
        add_handling();
        if (plan_.audience == Audience::everybody) {
            write(say({"It does not say who took part, or who said what."}));
        }
    }

    // What was done with the notes: worded anew, put together, left out.
    void add_handling() {
        std::int64_t edited = 0;
        std::int64_t merged = 0;
        std::int64_t withheld = 0;
        for (const Meeting& meeting : meetings_) {
            withheld += static_cast<std::int64_t>(published_notes(meeting.state).size() -
                                                  meeting.notes.size());
            for (const PublishedNote& note : meeting.notes) {
                if (note.is_edited) ++edited;
                if (!note.same.empty()) ++merged;
            }
        }
        if (edited > 0) {
            write(texts_.get_plural({"The wording of {} note has been edited."},
                                    {"The wording of {} notes has been edited."}, edited));
        }
        if (merged > 0) {
            write(say({"What says the same stands once, with all groups that said it."}));
        }
        if (withheld > 0) {
            write(texts_.get_plural({"{} note that is not for the public is left out."},
                                    {"{} notes that are not for the public are left out."},
                                    withheld));
        }
    }

    // A list of names at the end stands behind whom to ask, as an annex.
    void add_only_meeting() {
        const bool has_annex = parts_.back() == CompilationPart::participants;
        for (const CompilationPart part : parts_) {
            if (has_annex && part == CompilationPart::participants) add_next_steps();
            add(part, meetings_.front(), 0);
        }
        if (!has_annex) add_next_steps();
    }

    void add_series() {
        if (contains(parts_, CompilationPart::numbers)) {
            add_series_numbers(paper_.blocks, states_, texts_);
        }
        for (const Meeting& meeting : meetings_) add_meeting(meeting);
        add_next_steps();
    }

    // One of several, with all that was chosen of it below its name.
    void add_meeting(const Meeting& meeting) {
        paper_.blocks.emplace_back(Heading{1, meeting_title(meeting.state, texts_)});
        for (const CompilationPart part : parts_) {
            if (part != CompilationPart::numbers) add(part, meeting, 1);
        }
    }

    void add(CompilationPart part, const Meeting& meeting, int depth) {
        std::vector<Block>& blocks = paper_.blocks;
        const NoteParts notes{meeting.state, texts_, meeting.notes, names_, plan_.audience, depth};
        switch (part) {
            case CompilationPart::earlier:
                return add_earlier(blocks, notes);
            case CompilationPart::numbers:
                return add_numbers(blocks, meeting.state, texts_,
                                   count_notes(meeting.notes, texts_));
            case CompilationPart::notes:
                return add_notes(blocks, notes, kinds_by_group());
            case CompilationPart::proposals:
                return add_proposals(blocks, notes);
            case CompilationPart::commitments:
                return add_commitments(blocks, notes);
            case CompilationPart::questions:
                return add_questions(blocks, notes);
            case CompilationPart::survey:
                return add_survey_part(meeting.state, depth);
            case CompilationPart::participants:
                return add_participants(blocks, meeting.state, texts_, 1 + depth);
        }
    }

    // Points and questions, and what has no list of its own: nothing that was said is lost by how
    // the parts were chosen.
    [[nodiscard]] std::set<NoteKind> kinds_by_group() const {
        std::set<NoteKind> kinds{NoteKind::point, NoteKind::question};
        if (!contains(parts_, CompilationPart::proposals)) kinds.insert(NoteKind::proposal);
        if (!contains(parts_, CompilationPart::commitments)) kinds.insert(NoteKind::commitment);
        return kinds;
    }

    void add_survey_part(const EventState& state, int depth) {
        const SurveyReport report = compile_survey(state);
        if (report.sheets == 0) return;
        paper_.blocks.emplace_back(Heading{1 + depth, say({"The survey"})});
        write(texts_.get_plural({"{} survey is filled in."}, {"{} surveys are filled in."},
                                static_cast<std::int64_t>(report.sheets)));
        add_survey(paper_.blocks, report, texts_, 2 + depth);
    }

    void add_next_steps() {
        paper_.blocks.emplace_back(Heading{1, say({"What happens now"})});
        write(
            say({"What stands here goes on into the work of the municipality and the "
                 "associations."}));
        const std::string& contact = state_.setting(SettingField::privacy_contact);
        if (contact.empty()) return;
        write(texts_.get(
            Sentence{"Do you want to see what is stored about you, or have it corrected? Ask {}."},
            contact));
    }

    const EventState& state_;
    const Texts& texts_;
    const CompilationPlan& plan_;
    std::vector<CompilationPart> parts_;
    std::vector<const EventState *> states_;  // the meetings by their times
    FullNames names_;
    std::vector<Meeting> meetings_;
    Document paper_;
};

}  // namespace

std::span<const NamedPart> compilation_parts() {
    return named_parts;
}

Result<std::vector<CompilationPart>> parse_compilation_parts(std::string_view text) {
    std::vector<CompilationPart> parts;
    for (const std::string_view word : split_text(text, ',')) {
        const std::string name = trim_text(word);
        const auto *const found =
            std::find_if(named_parts.begin(), named_parts.end(),
                         [&name](const NamedPart& part) { return part.name == name; });
        if (found == named_parts.end()) {
            return usage_error({"There is no part \"{}\". These exist: {}."}, name,
                               names_of_parts());
        }
        if (contains(parts, found->part)) {
            return usage_error({"The part \"{}\" is there twice. Name it once."}, name);
        }
        parts.push_back(found->part);
    }
    if (parts.empty()) {
        return usage_error({"No part is named. These exist: {}."}, names_of_parts());
    }
    return parts;
}

Result<Document> compose_compilation(const EventState& state, const Texts& texts,
                                     const CompilationPlan& plan) {
    if (plan.audience == Audience::everybody &&
        contains(plan.parts, CompilationPart::participants)) {
        return usage_error(
            {"The part \"participants\" is nothing but names. Leave it out, or leave out "
             "--public."});
    }
    return CompilationComposer(state, texts, plan).compose();
}

}  // namespace stormote
