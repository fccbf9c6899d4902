#include "kiosk/documents/group_posters.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "kiosk/documents/event_paper.h"
#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/pdf_paper.h"
#include "sync/model/agenda.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr double margin = 14;
constexpr double column_gap = 10;
constexpr double group_gap = 7;
constexpr int column_count = 2;

std::string name_on_paper(std::string_view name) {
    return shorten(name, longest_name_on_paper);
}

// "Samtalsledare: Eva Ek"; empty where nobody is named who is known.
std::string facilitator_line(const EventState& state, GroupNumber group, const Texts& texts) {
    const auto id = facilitator_of(state, group);
    const Attendee *person = id ? state.find_attendee(*id) : nullptr;
    if (person == nullptr) return "";
    return texts.get(Sentence{"Facilitator: {}"}, name_on_paper(person->full_name()));
}

// A group as paper shows it.
struct PaperGroup {
    GroupNumber number = 0;
    std::string name;  // may be empty
    std::string place;
    bool is_closed = false;
};

std::vector<PaperGroup> groups_of(const EventState& state) {
    std::vector<PaperGroup> groups;
    for (const auto& [number, fields] : state.groups()) {
        if (number == 0) continue;
        groups.push_back({number, name_on_paper(fields.get(GroupField::name)),
                          name_on_paper(fields.get(GroupField::place)), is_closed(fields)});
    }
    return groups;
}

// Those who have a seat in a round, by group, in Swedish order of names.
std::map<GroupNumber, std::vector<NamedAttendee>> people_by_group(const EventState& state,
                                                                  RoundNumber round) {
    std::map<GroupNumber, std::vector<NamedAttendee>> people;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        if (!needs_seat(*named.attendee, presence_of(state, named.id).kind)) continue;
        if (const auto group = sitting_group(state, named.id, round))
            people[*group].push_back(named);
    }
    return people;
}

// "Grupp 4 · Lönnen".
std::string title_of(const PaperGroup& group, const Texts& texts) {
    const std::string number = texts.get(Sentence{"Group {}"}, group.number);
    return group.name.empty() ? number : number + " · " + group.name;
}

Error no_groups() {
    return input_error({"There are no groups yet. Deal them first."});
}

// --- The poster ---

// What stands below each other in a column: a line of a group.
struct PosterLine {
    PaperText words;
    double above = 0;  // room in front of it
};

// A group with all that stands under it; it is kept in one piece where a column can hold it.
struct PosterGroup {
    std::string title;
    std::vector<PosterLine> lines;
};

PosterLine title_line(const std::string& title) {
    return {{title, 6.2, true, false, PaperTag::heading}, 0};
}

PosterGroup poster_group(const EventState& state, const PaperGroup& group,
                         const std::vector<NamedAttendee>& people, const Texts& texts) {
    PosterGroup poster{title_of(group, texts), {}};
    poster.lines.push_back(title_line(poster.title));
    if (!group.place.empty()) poster.lines.push_back({{group.place, 4.2}, 0});
    const std::string leads = facilitator_line(state, group.number, texts);
    if (!leads.empty()) poster.lines.push_back({{leads, 4.2}, 0.5});
    const auto facilitator = facilitator_of(state, group.number);
    double above = 1.5;
    for (const NamedAttendee& person : people) {
        if (person.id == facilitator) continue;
        poster.lines.push_back(
            {{name_on_paper(person.name), 4.8, false, false, PaperTag::list_item}, above});
        above = 0;
    }
    return poster;
}

// Where every line of a round lies, with letters of that scale.
class PosterFlow {
  public:
    struct Placed {
        int page = 0;
        double left = 0;
        double top = 0;
        PaperText words;
    };

    PosterFlow(const PdfPaper& paper, const std::vector<PosterGroup>& groups, double first_top,
               double scale, const Texts& texts)
        : paper_(paper), first_top_(first_top), scale_(scale), texts_(texts), top_(first_top) {
        for (const PosterGroup& group : groups) place_group(group);
    }

    [[nodiscard]] int page_count() const { return page_ + 1; }
    [[nodiscard]] const std::vector<Placed>& lines() const { return lines_; }
    [[nodiscard]] static double width() {
        return (a4_upright.width_mm - 2 * margin - (column_count - 1) * column_gap) / column_count;
    }

  private:
    [[nodiscard]] static double room_below(double top) {
        return a4_upright.height_mm - margin - top;
    }
    [[nodiscard]] PaperText scaled(PaperText words) const {
        words.size_mm *= scale_;
        return words;
    }
    [[nodiscard]] double height_of(const PosterLine& line) const {
        return line.above + paper_.height_of(scaled(line.words), width());
    }

    void next_column() {
        top_ = first_top_;
        if (++column_ < column_count) return;
        column_ = 0;
        ++page_;
    }

    void place_group(const PosterGroup& group) {
        double whole = 0;
        for (const PosterLine& line : group.lines) whole += height_of(line);
        const bool fits_somewhere = whole <= room_below(first_top_);
        if (whole > room_below(top_) && fits_somewhere) next_column();
        for (const PosterLine& line : group.lines) {
            if (height_of(line) > room_below(top_) && top_ > first_top_) {
                next_column();
                place(title_line(texts_.get(Sentence{"{}, continued"}, group.title)));
            }
            place(line);
        }
        top_ += group_gap * scale_;
    }

    void place(const PosterLine& line) {
        lines_.push_back({page_, margin + column_ * (width() + column_gap), top_ + line.above,
                          scaled(line.words)});
        top_ += height_of(line);
    }

    const PdfPaper& paper_;
    double first_top_;
    double scale_;
    const Texts& texts_;
    std::vector<Placed> lines_;
    double top_;
    int column_ = 0;
    int page_ = 0;
};

class Poster {
  public:
    Poster(const EventState& state, const Texts& texts)
        : state_(state), texts_(texts), paper_(a4_upright, describe_paper(title(), state, texts)) {}

    std::string draw() {
        const auto rounds =
            static_cast<RoundNumber>(std::max<std::size_t>(1, state_.plan().size()));
        for (RoundNumber round = 1; round <= rounds; ++round) {
            auto people = people_by_group(state_, round);
            round_ = rounds > 1 ? texts_.get(Sentence{"Round {} of {}"}, round, rounds) : "";
            std::vector<PosterGroup> groups;
            for (const PaperGroup& group : groups_of(state_)) {
                const auto& seated = people[group.number];
                if (group.is_closed && seated.empty()) continue;
                groups.push_back(poster_group(state_, group, seated, texts_));
            }
            draw_round(groups);
        }
        return paper_.finish();
    }

  private:
    [[nodiscard]] std::string title() const {
        const std::string& name = state_.setting(SettingField::name);
        const std::string groups = texts_.get({"Groups"});
        return name.empty() ? groups : name + " · " + groups;
    }

    void draw_round(const std::vector<PosterGroup>& groups) {
        const double first_top = head_height();
        const auto flow = [&](double scale) {
            return PosterFlow(paper_, groups, first_top, scale, texts_);
        };
        // The fewest pages that can still be read from a step away, then the largest letters.
        constexpr double smallest = 0.75;
        constexpr double largest = 1.8;
        const int pages = flow(smallest).page_count();
        double scale = largest;
        while (scale > smallest && flow(scale).page_count() > pages) scale -= 0.05;
        const PosterFlow chosen = flow(std::max(smallest, scale));
        for (int page = 0; page < pages; ++page) {
            draw_head();
            for (const PosterFlow::Placed& line : chosen.lines()) {
                if (line.page != page) continue;
                paper_.write(line.words, line.left, line.top, PosterFlow::width());
            }
            paper_.end_page();
        }
    }

    [[nodiscard]] PaperText screen_title_style() const {
        return paper_.fit({title(), 9, true, false, PaperTag::title}, head_width, 30, 5);
    }
    [[nodiscard]] PaperText round_words() const { return {round_, 5.5}; }

    [[nodiscard]] double head_height() const {
        double height = margin + paper_.height_of(screen_title_style(), head_width) + 7;
        if (!round_.empty()) height += paper_.height_of(round_words(), head_width);
        return height;
    }

    void draw_head() {
        double top = margin + paper_.write(screen_title_style(), margin, margin, head_width);
        if (!round_.empty()) top += paper_.write(round_words(), margin, top, head_width);
        paper_.rule({margin, top + 2, head_width, 0.5});
    }

    static constexpr double head_width = a4_upright.width_mm - 2 * margin;

    const EventState& state_;
    const Texts& texts_;
    PdfPaper paper_;
    std::string round_;
};

// --- The signs ---

std::vector<std::string> questions_of(const EventState& state) {
    std::vector<std::string> questions;
    for (const AgendaQuestion& question : agenda_questions(state)) {
        questions.push_back(question.numbered());
    }
    return questions;
}

// The largest letters with which all questions stand in the room.
double question_size(const PdfPaper& paper, const std::vector<std::string>& questions, double width,
                     double height) {
    constexpr double largest = 8;
    constexpr double smallest = 3.2;
    for (double size = largest; size > smallest; size -= 0.4) {
        double sum = 0;
        for (const std::string& question : questions) {
            sum += paper.height_of({question, size}, width) + size / 2;
        }
        if (sum <= height) return size;
    }
    return smallest;
}

// A table's code for phones, at the foot of its sheet.
struct SignCode {
    std::string address;  // "https://mote.ekbacken.se/t"
    std::string code;
};
constexpr double code_side = 36;
constexpr double room_of_code = code_side + 6;

std::string without_scheme(const std::string& address) {
    const auto scheme = address.find("://");
    return scheme == std::string::npos ? address : address.substr(scheme + 3);
}

void draw_phone_code(PdfPaper& paper, const SignCode& code, double left, double width,
                     const Texts& texts) {
    const double top = a4_across.height_mm - margin - code_side;
    const QrModules modules = draw_qr(code.address + '/' + code.code);
    const std::string spaced = spaced_table_code(code.code);
    // ISO 18004: four modules of nothing around the code.
    const double quiet = code_side * 4 / (modules.side + 8);
    paper.code(modules, {left + quiet, top + quiet, code_side - 2 * quiet, 0},
               texts.get(Sentence{"The table's page for phones as a QR code. Code: {}"}, spaced));
    const double words_left = left + code_side + 4;
    const double words_width = width - code_side - 4;
    double line = top + 4;
    const auto write = [&](const PaperText& words, double most, double below) {
        line += paper.write(paper.fit(words, words_width, most, 3), words_left, line, words_width) +
                below;
    };
    write({texts.get(Sentence{"Write what the table says, on your phone"}), 6, true}, 14, 1.5);
    write({texts.get(Sentence{"Scan the code, or open {}"}, without_scheme(code.address)), 4.5}, 10,
          1.5);
    write({texts.get(Sentence{"Code: {}"}, spaced), 7, true, false, PaperTag::paragraph, 1}, 9, 0);
}

void draw_sign(PdfPaper& paper, const EventState& state, const PaperGroup& group,
               const std::vector<std::string>& questions, const std::optional<SignCode>& code,
               const Texts& texts) {
    const double bottom = a4_across.height_mm - margin;
    const double number_width = 112;
    const std::string number = std::to_string(group.number);
    const PaperText digits =
        paper.fit({number, 150, true, true, PaperTag::title, 1}, number_width, bottom - margin, 20);
    const double height = paper.height_of(digits, number_width);
    paper.write(digits, margin, (a4_across.height_mm - height) / 2, number_width);
    const double left = margin + number_width + 10;
    const double width = a4_across.width_mm - margin - left;
    paper.rule({left - 6, margin, 0.6, bottom - margin});
    double top = margin;
    const auto write = [&](PaperText words, double most, double below) {
        if (words.text.empty()) return;
        words = paper.fit(std::move(words), width, most, 4);
        top += paper.write(words, left, top, width) + below;
    };
    const std::string name =
        group.name.empty() ? texts.get(Sentence{"Group {}"}, group.number) : group.name;
    write({name, 18, true, false, PaperTag::heading}, 48, 2);
    write({group.place, 7}, 20, 2);
    write({facilitator_line(state, group.number, texts), 8}, 24, 2);
    if (code) draw_phone_code(paper, *code, left, width, texts);
    if (questions.empty()) return;
    top += 6;
    double end = code ? bottom - room_of_code : bottom;
    const double size = question_size(paper, questions, width, end - top);
    for (const std::string& question : questions) {
        const PaperText words{question, size, false, false, PaperTag::list_item};
        const double need = paper.height_of(words, width);
        if (top + need > end && top > margin) {
            // More than a sheet holds goes on behind it.
            paper.end_page();
            top = margin;
            end = bottom;
        }
        top += paper.write(words, left, top, width) + size / 2;
    }
}

}  // namespace

Result<std::string> draw_group_poster(const EventState& state, const Texts& texts) {
    if (open_groups(state).empty()) return no_groups();
    return Poster(state, texts).draw();
}

Result<std::string> draw_table_signs(const EventState& state, const Texts& texts,
                                     const std::optional<TableCodes>& codes) {
    if (open_groups(state).empty()) return no_groups();
    const std::string& name = state.setting(SettingField::name);
    const std::string signs = texts.get({"Table signs"});
    PdfPaper paper(a4_across,
                   describe_paper(name.empty() ? signs : name + " · " + signs, state, texts));
    const std::vector<std::string> questions = questions_of(state);
    const std::string& address = state.setting(SettingField::pages_address);
    for (const PaperGroup& group : groups_of(state)) {
        if (group.is_closed) continue;
        std::optional<SignCode> code;
        if (codes && !address.empty()) {
            code = SignCode{address + "/t", codes->write(state, group.number)};
        }
        draw_sign(paper, state, group, questions, code, texts);
        paper.end_page();
    }
    return paper.finish();
}

}  // namespace stormote
