#include "kiosk/ui/screens/wall/wall_cards.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "kiosk/ui/screens/common/note_style.h"
#include "kiosk/ui/screens/wall/wall_views.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

constexpr std::string_view separator = " · ";

class NoteCards {
  public:
    NoteCards(const EventState& state, Moderation moderation, const Texts& texts)
        : texts_(texts),
          names_(names_off_wall(state)),
          can_place_(moderation == Moderation::allowed),
          can_choose_(chosen_notes(state).size() < most_chosen_notes) {}

    void add(const WallNote& note) {
        CardParts parts{{.text = head_of(note), .look = CardText::title, .gap_below = 8},
                        {.text = note.text, .gap_below = 12}};
        if (const std::string said = table_words(note); !said.empty()) {
            parts.push_back({.text = said, .look = CardText::detail, .gap_below = 12});
        }
        const bool is_naming = names_.are_in(note.text);
        if (const std::string hint = hint_of(note, is_naming); !hint.empty()) {
            parts.push_back({.text = hint, .look = CardText::detail, .gap_below = 12});
        }
        CardPart chips;
        if (can_place_) chips = chips_of(note, is_naming);
        if (!chips.chips.empty()) parts.push_back(std::move(chips));
        cards_.cards.push_back(std::move(parts));
    }

    [[nodiscard]] WallCards take() { return std::move(cards_); }

  private:
    [[nodiscard]] std::string head_of(const WallNote& note) const {
        std::string words = note_word(texts_, note.kind);
        words += separator;
        words += texts_.get(Sentence{"Group {}"}, note.group);
        if (note.question > 0) {
            words += separator;
            words += texts_.get(Sentence{"Question {}"}, note.question);
        }
        words += separator;
        return words + clock_text(note.written_ms);
    }

    // What its table says of it: "The table chose it · 4 agree".
    [[nodiscard]] std::string table_words(const WallNote& note) const {
        std::string words;
        if (note.is_wanted) words = texts_.get({"The table chose it"});
        if (note.agreeing == 0) return words;
        return words + (words.empty() ? "" : separator.data()) +
               agreeing_words(texts_, note.agreeing);
    }

    [[nodiscard]] std::string hint_of(const WallNote& note, bool is_naming) const {
        if (is_naming) {
            return texts_.get(
                {"Names somebody, and is not shown. Word it anew under \"Follow-up\"."});
        }
        return note.is_changed ? texts_.get({"Changed at the table since it was shown, and taken "
                                             "off the wall."})
                               : "";
    }

    [[nodiscard]] CardPart chips_of(const WallNote& note, bool is_naming) {
        CardPart part;
        const auto add_chip = [&](std::string_view verb, Sentence label, WallPlace place,
                                  bool is_selected) {
            const std::string id = fmt::format("{}_{}", verb, to_string(note.id));
            const std::string words = texts_.get(label);
            part.chips.push_back({id, words, words + ": " + note.text, is_selected});
            cards_.actions[id] = PlaceNote{note.id, note.version, place};
        };
        if (note.place == WallPlace::off) {
            if (!is_naming) add_chip("show", {"Show on the wall"}, WallPlace::shown, false);
        } else {
            add_chip("show", {"Take off the wall"}, WallPlace::off, false);
        }
        if (note.place == WallPlace::chosen) {
            add_chip("choose", {"Chosen"}, WallPlace::shown, true);
        } else if (can_choose_ && !is_naming) {
            add_chip("choose", {"Choose for the end"}, WallPlace::chosen, false);
        }
        return part;
    }

    const Texts& texts_;
    FullNames names_;
    bool can_place_;
    bool can_choose_;
    WallCards cards_;
};

}  // namespace

WallCards note_cards(const EventState& state, WallTab tab, Moderation moderation,
                     const Texts& texts) {
    NoteCards cards(state, moderation, texts);
    const std::vector<WallNote> on_wall = notes_on_wall(state);
    for (const WallNote& note : tab == WallTab::all ? wall_notes(state) : on_wall) cards.add(note);
    WallCards made = cards.take();
    made.on_wall_count = on_wall.size();
    if (made.cards.empty()) {
        made.cards.push_back(
            {{.text = texts.get(tab == WallTab::all ? Sentence{"No table has noted anything yet."}
                                                    : Sentence{"No note is on the wall."}),
              .look = CardText::detail}});
    }
    return made;
}

CardParts monitor_card(const std::vector<MonitorInfo>& monitors,
                       const std::optional<std::string>& shown_on, const Texts& texts,
                       std::map<std::string, WallAction>& actions) {
    CardParts parts{
        {.text = texts.get({"The second screen"}), .look = CardText::title, .gap_below = 8}};
    bool has_other = false;
    int number = 0;
    for (const MonitorInfo& monitor : monitors) {
        std::string line = fmt::format("{} · {} × {}", monitor.name, monitor.width, monitor.height);
        if (monitor.is_own) line += " · " + texts.get({"this screen"});
        parts.push_back({.text = line, .look = CardText::words, .gap_below = 8});
        if (monitor.is_own) continue;
        has_other = true;
        const std::string id = fmt::format("monitor_{}", ++number);
        const bool is_shown = shown_on == monitor.name;
        const std::string words =
            is_shown ? texts.get({"Close the wall"}) : texts.get({"Show the wall here"});
        parts.push_back({.gap_below = 12});
        parts.back().chips.push_back({id, words, words + ": " + monitor.name});
        actions[id] = is_shown ? WallAction(CloseWall{}) : WallAction(ShowOnMonitor{monitor.name});
    }
    if (!has_other) {
        parts.push_back(
            {.text = texts.get({"No second screen is connected. Connect a projector or a screen, "
                                "and have the machine extend its desktop to it instead of "
                                "mirroring it. It then stands here."}),
             .look = CardText::detail});
    }
    return parts;
}

}  // namespace stormote
