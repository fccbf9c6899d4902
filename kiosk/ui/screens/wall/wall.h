// Wall: what everybody in the hall reads on a second screen: the question and the time that is
// left, what the tables propose as far as an organiser has let it there, and at the end what was
// chosen. Names nobody, and is read from 15 metres: what matters is no smaller than a twentieth of
// the screen. Plain values in; nothing on it can be touched. The screen thread.
//
// Sources: wall.cpp, wall_parts.cpp, wall_chosen.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/shell/event_style.h"
#include "kiosk/ui/widgets/ui.h"
#include "sync/model/operation_values.h"

namespace stormote {

enum class WallScene : std::uint8_t {
    before,    // what the event is called, and when it begins
    question,  // that is being discussed
    pause,     // what happens beside the questions, and what comes then
    chosen,    // once the last question is over
    thanks,    // when the event is over
};

struct WallTime {
    int minutes_left = 0;
    float share_left = 0;  // of the question's time, by whole minutes

    bool operator==(const WallTime&) const = default;
};

struct WallProposal {
    NoteId id;
    NoteKind kind = NoteKind::point;
    std::string text;
    bool is_new = false;

    bool operator==(const WallProposal&) const = default;
};

// A number with what it counts: "94", "Deltagare".
struct WallFigure {
    std::string number;
    std::string label;

    bool operator==(const WallFigure&) const = default;
};

struct WallView {
    WallScene scene = WallScene::before;
    std::string municipality;
    std::shared_ptr<const Logo> logo{};
    std::string clock_text;  // of the scenes around the questions
    std::string kicker;      // above the title: "Fråga 2 av 4"; may be empty
    std::string title;
    std::string detail;  // below the title; may be empty
    std::string next;    // what comes then; may be empty
    // Of a question: which of how many it is, from 0; none: no marks are shown.
    int question = 0;
    int question_count = 0;
    std::optional<WallTime> time;
    int written_count = 0;                // on this question, let onto the wall or not
    std::vector<WallProposal> proposals;  // last let on first; at the end the chosen ones in order
    bool are_chosen = false;              // those proposals
    std::vector<WallFigure> figures;      // how the evening was

    bool operator==(const WallView&) const = default;
};

void draw_wall(Ui& ui, const WallView& view);

}  // namespace stormote
