#include "kiosk/ui/screens/follow_up/follow_up_cards.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/desk/way_out.h"
#include "kiosk/ui/screens/common/note_style.h"

namespace stormote {

namespace {

class Maker {
  public:
    explicit Maker(const Texts& texts) : texts_(texts) {}

    void begin(const std::string& title) {
        result_.cards.emplace_back();
        about_ = title;
        add(title, CardText::title, 12);
    }
    // What is said of next: the chips are named by it.
    void words(const std::string& id, const std::string& text, float gap = 4) {
        id_ = id;
        about_ = text;
        add(text, CardText::words, gap);
    }
    // Of somebody, such as who asked.
    void remark(const std::string& text) {
        if (!text.empty()) add(text, CardText::words, 8);
    }
    void detail(const std::string& text) {
        if (!text.empty()) add(text, CardText::detail, 8);
    }
    void chip(Sentence label, CardAction action, bool is_selected = false) {
        add_chip(label.english, texts_.get(label), std::move(action), is_selected);
    }
    // Words of the event, in its own language.
    void chip_as_written(const std::string& words, CardAction action, bool is_selected) {
        add_chip(words, words, std::move(action), is_selected);
    }
    void end_chips(float gap = 20) {
        result_.cards.back().push_back({.chips = std::move(chips_), .gap_below = gap});
        chips_.clear();
    }
    FollowUpCards take() { return std::move(result_); }

  private:
    void add_chip(std::string_view word, const std::string& shown, CardAction action,
                  bool is_selected) {
        // Not by its place: a finger may lie on it while the cards are read anew.
        std::string id = fmt::format("chip_{}_{}", id_, word);
        // A note that has several versions is there several times.
        while (result_.actions.contains(id)) id += '+';
        chips_.push_back({id, shown, shown + ": " + about_, is_selected});
        result_.actions.emplace(std::move(id), std::move(action));
    }
    void add(const std::string& text, CardText look, float gap) {
        result_.cards.back().push_back({.text = text, .look = look, .gap_below = gap});
    }

    const Texts& texts_;
    FollowUpCards result_;
    std::string id_;
    std::string about_;
    std::vector<CardChip> chips_;
};

std::string place_of(const std::vector<GroupNumber>& groups, QuestionNumber question,
                     const Texts& texts) {
    std::string place = groups.empty() ? ""
                                       : texts.get(Sentence{"Group {}"},
                                                   fmt::format("{}", fmt::join(groups, ", ")));
    if (question > 0) {
        place += (place.empty() ? "" : " · ") + texts.get(Sentence{"Question {}"}, question);
    }
    return place;
}

std::vector<NoteId> ids_of(const std::vector<PublishedNote>& notes) {
    std::vector<NoteId> ids;
    for (const PublishedNote& note : notes) ids.push_back(note.id);
    return ids;
}

constexpr std::string_view withheld_word = "withheld";

std::string_view publication_word(const PublishedNote& note) {
    return note.publication == Publication::withheld ? withheld_word : "";
}

std::string_view state_word(const FollowUp& said) {
    return said.state == FollowUpState::open ? "" : follow_up_state_word(said.state).code;
}

std::string_view text_of(const FollowUp& said, FollowUpField field) {
    switch (field) {
        case FollowUpField::owner:
            return said.owner;
        case FollowUpField::department:
            return said.department;
        case FollowUpField::due:
            return said.due;
        case FollowUpField::answer:
            return said.answer;
        case FollowUpField::state:
            return state_word(said);
        default:
            return "";
    }
}

CardAction say(const FollowUpSubject& subject, FollowUpField field, std::string_view shown,
               std::string_view text) {
    return SayOfNotes{[subject, field, shown = std::string(shown), text = std::string(text)](
                          const EventState& state) -> std::optional<std::vector<FollowUpChange>> {
        if (!stands_as_shown(state, subject, field, shown)) return std::nullopt;
        return std::vector<FollowUpChange>{{subject, {{field, text}}}};
    }};
}

CardAction say_they_are_same(const std::vector<NoteId>& notes, const NoteId& stays) {
    return SayOfNotes{
        [notes, stays](const EventState& state) { return say_same(state, notes, stays); }};
}

// --- As published ---

// The notes that are published as one with it, each to be parted from it.
void add_same(Maker& maker, const EventState& state, const PublishedNote& note,
              const Texts& texts) {
    for (const NoteId& other : note.same) {
        const auto heads = state.notes().at(other).heads(state.device_table());
        if (heads.empty()) continue;
        maker.words(to_string(other), heads.front()->content.text);
        maker.detail(texts.get(Sentence{"Says the same · {}"},
                               place_of({heads.front()->content.group}, 0, texts)));
        maker.chip({"Publish it by itself"}, SayOfNotes{[other](const EventState& now) {
                       return std::vector{say_parted(now, other)};
                   }});
        maker.end_chips(8);
    }
}

void add_note_chips(Maker& maker, const PublishedNote& note) {
    maker.chip({"Word anew"},
               WriteField{note.id, FollowUpField::wording, note.original, note.text});
    const bool is_withheld = note.publication == Publication::withheld;
    maker.chip({"Not for the public"},
               say(note.id, FollowUpField::withheld, publication_word(note),
                   is_withheld ? "" : withheld_word),
               is_withheld);
    maker.chip({"Says the same as another"}, LookForSame{note.id});
    maker.end_chips();
}

// --- What becomes of it ---

std::string said_of(const FollowUp& said, const Texts& texts) {
    std::string line;
    const auto add = [&](FollowUpField field, const std::string& text) {
        if (text.empty()) return;
        line += (line.empty() ? "" : " · ") + texts.get(follow_up_label(field)) + ": " + text;
    };
    add(FollowUpField::owner, said.owner);
    add(FollowUpField::department, said.department);
    add(FollowUpField::due, said.due);
    add(FollowUpField::answer, said.answer);
    return line;
}

std::string asked_by(const FollowUpItem& item) {
    if (item.asked_by.empty() || item.reach.empty()) return item.asked_by + item.reach;
    return item.asked_by + " · " + item.reach;
}

WriteField write_field(const FollowUpItem& item, FollowUpField field) {
    return {item.subject, field, item.text, std::string(text_of(item.follow_up, field))};
}

// The one that is chosen is taken away by another tap; that of a wish to be contacted stays: it was
// chosen with the wish.
void add_departments(Maker& maker, const FollowUpItem& item,
                     const std::vector<std::string>& departments) {
    const std::string& chosen = item.follow_up.department;
    const bool is_note = std::holds_alternative<NoteId>(item.subject);
    const bool is_offered =
        std::find(departments.begin(), departments.end(), chosen) != departments.end();
    const auto choose = [&](const std::string& department) {
        const bool is_chosen = department == chosen;
        CardAction action = StopLooking{};
        if (is_note || !is_chosen) {
            action = say(item.subject, FollowUpField::department, chosen,
                         is_chosen ? "" : std::string_view(department));
        }
        maker.chip_as_written(department, std::move(action), is_chosen);
    };
    if (!chosen.empty() && !is_offered) choose(chosen);
    for (const std::string& department : departments) choose(department);
    maker.chip({"Another department"}, write_field(item, FollowUpField::department));
    maker.chip({"Never mind"}, StopLooking{});
    maker.end_chips();
}

void add_item_chips(Maker& maker, const FollowUpItem& item,
                    const std::vector<std::string>& departments) {
    constexpr std::array states{FollowUpState::open, FollowUpState::begun, FollowUpState::done,
                                FollowUpState::declined};
    for (const FollowUpState state : states) {
        const Word word = follow_up_state_word(state);
        maker.chip(word.shown,
                   say(item.subject, FollowUpField::state, state_word(item.follow_up),
                       state == FollowUpState::open ? "" : word.code),
                   state == item.follow_up.state);
    }
    maker.end_chips(12);
    for (const FollowUpField field : {FollowUpField::owner, FollowUpField::department,
                                      FollowUpField::due, FollowUpField::answer}) {
        const bool is_offered = field == FollowUpField::department && !departments.empty();
        maker.chip(follow_up_label(field), is_offered ? CardAction(ChooseDepartment{item.subject})
                                                      : CardAction(write_field(item, field)));
    }
    maker.end_chips();
}

}  // namespace

bool stands_as_shown(const EventState& state, const FollowUpSubject& subject, FollowUpField field,
                     std::string_view shown) {
    if (field == FollowUpField::wording || field == FollowUpField::withheld) {
        const std::vector<PublishedNote> notes = published_notes(state);
        return std::any_of(notes.begin(), notes.end(), [&](const PublishedNote& note) {
            const bool is_it = FollowUpSubject(note.id) == subject;
            return is_it &&
                   (field == FollowUpField::wording ? note.text : publication_word(note)) == shown;
        });
    }
    const std::vector<FollowUpItem> items = follow_up_items(state);
    return std::any_of(items.begin(), items.end(), [&](const FollowUpItem& item) {
        return item.subject == subject && text_of(item.follow_up, field) == shown;
    });
}

Sentence follow_up_label(FollowUpField field) {
    switch (field) {
        case FollowUpField::owner:
            return {"Owner"};
        case FollowUpField::department:
            return {"Department"};
        case FollowUpField::due:
            return {"Due"};
        case FollowUpField::answer:
            return {"Answer"};
        default:
            return {"Wording"};
    }
}

FollowUpCards similar_cards(const std::vector<SimilarProposals>& groups, const Texts& texts) {
    Maker maker(texts);
    for (const SimilarProposals& group : groups) {
        const std::vector<NoteId> ids = ids_of(group.notes);
        maker.begin(
            texts.get(Sentence{"In common: {}"}, fmt::format("{}", fmt::join(group.shared, ", "))));
        for (const PublishedNote& note : group.notes) {
            maker.words(to_string(note.id), note.text);
            maker.detail(place_of(note.groups, note.question, texts));
            maker.chip({"All the same: publish these words"}, say_they_are_same(ids, note.id));
            maker.chip({"Something else than the others"},
                       SayOfNotes{[ids, id = note.id](const EventState& now) {
                           return std::vector{say_different(now, id, ids)};
                       }});
            maker.end_chips();
        }
    }
    return maker.take();
}

FollowUpCards published_cards(const EventState& state, const std::optional<NoteId>& looked_for,
                              const Texts& texts) {
    Maker maker(texts);
    for (const PublishedNote& note : published_notes(state)) {
        const std::string place = place_of(note.groups, note.question, texts);
        maker.begin(note_word(texts, note.kind) + (place.empty() ? "" : " · " + place));
        maker.words(to_string(note.id), note.text, 12);
        if (!looked_for) {
            if (note.is_edited) {
                maker.detail(texts.get(Sentence{"At the table: {}"}, note.original));
            }
            if (note.is_in_conflict) maker.detail(texts.get({"It has several versions."}));
            add_note_chips(maker, note);
            add_same(maker, state, note, texts);
        } else if (note.id == *looked_for) {
            maker.chip({"Never mind"}, StopLooking{});
            maker.end_chips();
        } else {
            maker.chip({"The same: publish these words"},
                       say_they_are_same({*looked_for}, note.id));
            maker.end_chips();
        }
    }
    return maker.take();
}

FollowUpCards follow_up_cards(const EventState& state, const std::string& today,
                              const std::optional<FollowUpSubject>& chosen_for,
                              const Texts& texts) {
    Maker maker(texts);
    const std::vector<std::string> departments = way_out(state).departments;
    for (const FollowUpItem& item : follow_up_items(state)) {
        std::string title = texts.get(item.kind.shown);
        if (item.is_earlier) title += " · " + item.earlier_meeting;
        if (is_late(item.follow_up, today)) title += " · " + texts.get({"Late"});
        maker.begin(title);
        maker.remark(asked_by(item));
        maker.words(item.id(), item.text);
        maker.detail(place_of(item.groups, item.question, texts));
        maker.remark(said_of(item.follow_up, texts));
        if (item.subject == chosen_for) {
            add_departments(maker, item, departments);
        } else {
            add_item_chips(maker, item, departments);
        }
    }
    return maker.take();
}

}  // namespace stormote
