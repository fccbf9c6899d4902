// The package for the archive of 300 people and 1,000 notes, with all papers, and its check.
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/package/closing.h"
#include "kiosk/package/package_check.h"
#include "tests/bench/benches.h"
#include "tests/bench/numbered_id.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/event_desk.h"

namespace stormote::testing {

namespace {

constexpr std::size_t people_count = 300;
constexpr std::size_t note_count = 1'000;
constexpr GroupNumber group_count = 30;
constexpr QuestionNumber question_count = 8;

std::vector<Body> agenda() {
    std::vector<Body> bodies;
    const auto add = [&bodies](BodyContent content) {
        bodies.push_back({{}, ActingRole::organiser, std::move(content)});
    };
    for (QuestionNumber question = 1; question <= question_count; ++question) {
        add(QuestionDescribed{question, {{1, fmt::format("Fråga {}", question)}}});
    }
    for (GroupNumber group = 1; group <= group_count; ++group) {
        add(GroupDescribed{group, {{1, fmt::format("Bord {}", group)}}});
    }
    add(SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
    for (std::size_t i = 0; i < people_count; ++i) {
        add(AnswersGiven{numbered_id<AnswerSheetId>(i), {{1, i % 3 == 0 ? "no" : "yes"}}});
    }
    return bodies;
}

std::vector<Body> notes() {
    std::vector<Body> bodies;
    for (std::size_t i = 0; i < note_count; ++i) {
        const std::string text = fmt::format(
            "Anteckning {}: vi vill ha en fast kontaktperson på kommunen för varje förening, som "
            "svarar i telefon och vet vem man ska fråga annars.",
            i);
        bodies.push_back({{},
                          ActingRole::facilitator,
                          NoteWritten{numbered_id<NoteId>(i),
                                      static_cast<GroupNumber>(i % group_count + 1),
                                      static_cast<QuestionNumber>(i % question_count + 1),
                                      i % 4 == 0 ? NoteKind::proposal : NoteKind::point,
                                      NoteState::standing,
                                      text,
                                      {}}});
    }
    return bodies;
}

}  // namespace

void measure_package(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("The package for the archive");
    constexpr double longest_s = 2;
    constexpr double us_of_second = 1e6;
    constexpr int rounds = 3;
    EventDesk event;
    for (std::size_t i = 0; i < people_count; ++i) {
        event.come(event.add({fmt::format("Åsa {}", i), fmt::format("Öberg {}", i % 97),
                              fmt::format("Ekbackens förening {}", i % 60)}));
    }
    event->record(agenda());
    event->record(notes());
    const TemporaryFolder folder;
    const auto file = folder / "mote.zip";
    Samples closed;
    Samples checked;
    std::string package;
    for (int round = 0; round < rounds; ++round) {
        closed.measure([&] {
            const auto made = close_record(*event, Texts(), file);
            if (!made) throw std::runtime_error(made.error().english());
        });
        package = to_string(read_file(file));
        checked.measure([&] {
            const auto report = check_package(package);
            if (!report) throw std::runtime_error(report.error().english());
        });
    }
    Figures::value("people", people_count, "");
    Figures::value("notes", note_count, "");
    Figures::value("its size", static_cast<double>(package.size()) / 1e6, "MB");
    figures.at_most("made, with all papers", closed.median() / us_of_second, longest_s, "s");
    figures.at_most("checked", checked.median() / us_of_second, longest_s, "s");
}

}  // namespace stormote::testing
