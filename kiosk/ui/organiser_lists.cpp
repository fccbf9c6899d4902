#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/note_look.h"
#include "kiosk/ui/organiser_parts.h"

namespace stormote {

namespace {

constexpr float gap_units = 20;
constexpr float narrowest_note = 520;

// A note as its card, with the place where it was written in front of its time.
NoteCard card_of(const OrganiserNote& note) {
    NoteCard card = note.card;
    card.time_text = note.place + " · " + card.time_text;
    // All versions are shown on the table's own screen, where they are chosen from.
    if (card.choices.size() > 1) card.text += "\n(" + card.choices.front().text + ")";
    return card;
}

// A note, the heading of a question, or neither: that nothing is noted on it yet.
struct PlacedNote {
    const OrganiserNote *note = nullptr;
    const std::string *title = nullptr;
    Rect rect;
};

WordsLook nothing_look(const Theme& theme) {
    WordsLook look = organiser_words(theme);
    look.colour = theme.ink_secondary;
    return look;
}

std::string nothing_words(const Ui& ui) {
    return ui.say(Sentence{"Nothing noted yet."});
}

struct NotesPlan {
    std::vector<PlacedNote> placed;
    float height = 0;
};

NotesPlan plan_notes(Ui& ui, float width, const std::vector<OrganiserQuestion>& questions) {
    NotesPlan plan;
    const float gap = ui.px(gap_units);
    const bool is_wide = width >= 2 * ui.px(narrowest_note) * ui.text_scale() + gap;
    const float each = is_wide ? std::floor((width - gap) / 2) : width;
    for (const OrganiserQuestion& question : questions) {
        const float heading =
            measure_words(ui, width, question.title, organiser_heading({})).height;
        if (plan.height > 0) plan.height += ui.px(16);
        plan.placed.push_back({nullptr, &question.title, {0, plan.height, width, heading}});
        plan.height += heading + ui.px(12);
        if (question.notes.empty()) {
            const float words =
                measure_words(ui, width, nothing_words(ui), nothing_look({})).height;
            plan.placed.push_back({nullptr, nullptr, {0, plan.height, width, words}});
            plan.height += words + gap;
        }
        for (std::size_t i = 0; i < question.notes.size();) {
            const bool is_pair = is_wide && i + 1 < question.notes.size();
            float height = note_height(ui, each, card_of(question.notes[i]), NoteText::whole);
            if (is_pair) {
                height = std::max(
                    height, note_height(ui, each, card_of(question.notes[i + 1]), NoteText::whole));
            }
            for (std::size_t j = 0; j < (is_pair ? 2U : 1U); ++j) {
                const Rect rect{static_cast<float>(j) * (each + gap), plan.height, each, height};
                plan.placed.push_back({&question.notes[i + j], nullptr, rect});
            }
            plan.height += height + gap;
            i += is_pair ? 2 : 1;
        }
    }
    return plan;
}

struct FileLook {
    WantedFile file;
    std::string_view id;
    Icon icon;
    Sentence title;
    Sentence what;
    Sentence button;
};

constexpr std::array<FileLook, 3> files{
    {{WantedFile::attendance,
      "write_attendance",
      Icon::people,
      {"Attendance"},
      {"Who came, when, from which organisation, and in which group."},
      {"Save attendance"}},
     {WantedFile::statistics,
      "write_statistics",
      Icon::building,
      {"Statistics"},
      {"Numbers without names: organisations, people, sectors."},
      {"Save statistics"}},
     {WantedFile::notes,
      "write_notes",
      Icon::lines,
      {"Notes"},
      {"Every note, by question and group."},
      {"Save notes"}}}};

// A button where the page is wide, a chip where it is not.
Size file_button_size(Ui& ui, const FileLook& file, bool is_wide) {
    const std::string label = ui.say(file.button);
    if (is_wide) {
        return button_size(ui, {.id = "", .label = label, .icon = Icon::export_file}, 10'000);
    }
    const TextScale scale(ui, std::min(table_controls_scale, ui.text_scale()));
    return chip_size(ui, {.id = "", .label = label, .icon = Icon::export_file});
}

bool file_button(Ui& ui, const Rect& rect, const FileLook& file, bool is_wide, bool is_writing) {
    const std::string label = ui.say(file.button);
    if (is_wide) {
        return button(ui, rect,
                      {.id = file.id,
                       .label = label,
                       .icon = Icon::export_file,
                       .kind = ButtonKind::outlined,
                       .enabled = !is_writing});
    }
    const TextScale scale(ui, std::min(table_controls_scale, ui.text_scale()));
    return chip(ui, rect,
                {.id = file.id, .label = label, .icon = Icon::export_file, .enabled = !is_writing});
}

class FilesTab {
  public:
    FilesTab(Ui& ui, const FilesView& view) : ui_(ui), view_(view) {}

    void draw(Rect room, OrganiserIntents& intents) {
        const Theme& theme = ui_.theme();
        if (ui_.metrics().portrait()) draw_emblem(room);
        heading(room, ui_.say(Sentence{"Where shall the files go?"}));
        draw_folders(room, intents);
        WordsLook look = organiser_words(theme);
        if (view_.result) {
            look.colour = view_.result->is_warning ? theme.error : theme.success;
            look.weight = Weight::bold;
            look.role = Role::status;
            const Rect line =
                room.take_top(icon_line_height(ui_, room.width, view_.result->text, look));
            icon_line(ui_, line, view_.result->is_warning ? Icon::warning : Icon::check,
                      look.colour, view_.result->text, look);
            room.take_top(ui_.px(20));
        }
        if (view_.folders.empty()) return;
        for (const FileLook& file : files) draw_file(room, file, intents);
    }

  private:
    // Held upright, what must be reached begins below the upper third.
    void draw_emblem(Rect& room) {
        const float third = ui_.metrics().screen.height / 3;
        const Rect above = room.take_top(std::max(0.0F, std::round(third - room.top)));
        const float radius = std::min(ui_.px(110), above.height / 3);
        badge(ui_, above.centre(), radius, Icon::export_file, ui_.theme().primary,
              ui_.theme().primary_tint);
    }

    void heading(Rect& room, const std::string& words) {
        WordsLook look = organiser_heading(ui_.theme());
        look.size = unit::heading;
        draw_words(ui_, room.take_top(measure_words(ui_, room.width, words, look).height), words,
                   look);
        room.take_top(ui_.px(16));
    }

    void draw_folders(Rect& room, OrganiserIntents& intents) {
        if (view_.folders.empty()) {
            const std::string words = ui_.say(
                Sentence{"Plug in a USB stick. It is found by itself within a few seconds."});
            const WordsLook look = organiser_words(ui_.theme());
            draw_words(ui_, room.take_top(measure_words(ui_, room.width, words, look).height),
                       words, look);
            return;
        }
        const float gap = ui_.px(unit::gap);
        float left = room.left;
        float row = 0;
        for (std::size_t i = 0; i < view_.folders.size(); ++i) {
            const std::string id = "folder_" + std::to_string(i + 1);
            const ChipLook look{.id = id,
                                .label = view_.folders[i],
                                .icon = Icon::export_file,
                                .selected = i == view_.selected};
            Size size = chip_size(ui_, look);
            size.width = std::min(size.width, room.width);
            if (left > room.left && left + size.width > room.right()) {
                room.take_top(row + gap);
                left = room.left;
                row = 0;
            }
            if (chip(ui_, {left, room.top, size.width, size.height}, look)) {
                intents.emplace_back(ChooseFolder{i});
            }
            left += size.width + gap;
            row = std::max(row, size.height);
        }
        room.take_top(row + ui_.px(32));
    }

    void draw_file(Rect& room, const FileLook& file, OrganiserIntents& intents) {
        const Theme& theme = ui_.theme();
        const bool is_wide = is_wide_page(ui_, room.width);
        const std::string title = ui_.say(file.title);
        const std::string what = ui_.say(file.what);
        Size size;
        for (const FileLook& each : files) {
            const Size need = file_button_size(ui_, each, is_wide);
            size = {std::max(size.width, need.width), std::max(size.height, need.height)};
        }
        const float icon = is_wide ? ui_.icon_px(56) + ui_.px(32) : 0;
        const float words = room.width - ui_.px(64 + 32) - icon - size.width;
        const float upper = measure_words(ui_, words, title, organiser_heading(theme)).height;
        const float lower = measure_words(ui_, words, what, organiser_words(theme)).height;
        const Rect rect = room.take_top(std::max(size.height, upper + lower) + ui_.px(2 * 24));
        room.take_top(ui_.px(gap_units));
        card(ui_, rect);
        Rect inside = rect.inset(ui_.px(32), ui_.px(24));
        const Rect place = inside.take_right(size.width).middle(size);
        if (icon > 0) {
            const float side = ui_.icon_px(56);
            ui_.painter().icon(inside.take_left(side).middle({side, side}), file.icon,
                               theme.primary);
            inside.take_left(ui_.px(32));
        }
        const float top = inside.top + std::round((inside.height - upper - lower) / 2);
        draw_words(ui_, {inside.left, top, words, upper}, title, organiser_heading(theme));
        WordsLook quiet = organiser_words(theme);
        quiet.colour = theme.ink_secondary;
        draw_words(ui_, {inside.left, top + upper, words, lower}, what, quiet);
        if (file_button(ui_, place, file, is_wide, view_.is_writing)) {
            intents.emplace_back(WriteFile{file.file});
        }
    }

    Ui& ui_;
    const FilesView& view_;
};

}  // namespace

void draw_notes_tab(Ui& ui, const Rect& room, const OrganiserView& view,
                    OrganiserIntents& intents) {
    const bool is_empty =
        std::all_of(view.questions.begin(), view.questions.end(),
                    [](const OrganiserQuestion& question) { return question.notes.empty(); });
    if (is_empty) {
        WordsLook look = organiser_words(ui.theme());
        look.size = unit::lead;
        look.align = Align::centre;
        look.vertical = Vertical::middle;
        look.colour = ui.theme().ink_secondary;
        draw_words(ui, room, ui.say(Sentence{"No table has noted anything yet."}), look);
        return;
    }
    const ScrolledRoom scrolled = draw_scroll(
        ui, "all_notes", room,
        [&](float width) { return plan_notes(ui, width, view.questions).height; }, view.scroll);
    ui.painter().clip(scrolled.room.inset(-ui.px(12), 0));
    for (const PlacedNote& placed : plan_notes(ui, scrolled.room.width, view.questions).placed) {
        const Rect rect{scrolled.room.left + placed.rect.left, scrolled.top + placed.rect.top,
                        placed.rect.width, placed.rect.height};
        if (!is_in_sight(scrolled, rect)) continue;
        if (placed.title != nullptr) {
            draw_words_in(ui, scrolled, rect, *placed.title, organiser_heading(ui.theme()));
        } else if (placed.note == nullptr) {
            draw_words_in(ui, scrolled, rect, nothing_words(ui), nothing_look(ui.theme()));
        } else {
            show_note(ui, rect, touchable_part(ui, scrolled, rect), card_of(*placed.note));
        }
    }
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (!(scrolled.scroll == view.scroll)) intents.emplace_back(ScrollOrganiser{scrolled.scroll});
}

void draw_files_tab(Ui& ui, const Rect& room, const OrganiserView& view,
                    OrganiserIntents& intents) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    FilesTab(ui, view.files).draw(room, intents);
}

}  // namespace stormote
