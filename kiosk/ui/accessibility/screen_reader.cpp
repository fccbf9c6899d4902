#include "kiosk/ui/accessibility/screen_reader.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace stormote {

namespace {

// As espeak-ng counts them; 100 is its own.
constexpr std::array<int, 5> volumes{30, 60, 100, 140, 200};

// A number that only counts on is nothing new.
std::string without_digits(const std::string& words) {
    std::string rest;
    std::copy_if(words.begin(), words.end(), std::back_inserter(rest),
                 [](char letter) { return letter < '0' || letter > '9'; });
    return rest;
}

bool is_read(const RecordedItem& item) {
    return !item.target && item.role != Role::image && item.role != Role::field;
}

bool pressed(const Ui& ui, KeyKind kind) {
    const auto& keys = ui.input().keys;
    return std::any_of(keys.begin(), keys.end(),
                       [kind](const KeyStroke& key) { return key.kind == kind; });
}

std::string last_letter(const std::string& text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0) == 0x80) {
    }
    return text.substr(start);
}

}  // namespace

// What is going to be said, sentence by sentence.
struct ScreenReader::Speech {
    std::string language;        // of the screen
    std::string event_language;  // of the event's own words
    std::vector<SpokenPart> parts{};
    bool is_private = false;  // personal words may be said
    bool has_hidden = false;  // and some were not

    void add(const std::string& words, Wording wording = Wording::house) {
        if (words.empty()) return;
        const std::string& in = wording == Wording::event ? event_language : language;
        if (parts.empty() || parts.back().language != in) {
            parts.push_back({words, in});
            return;
        }
        std::string& text = parts.back().text;
        const bool is_ended = std::string_view(".!?:").find(text.back()) != std::string::npos;
        text += is_ended ? " " : ". ";
        text += words;
    }
    void add(const RecordedItem& item, const std::string& words) {
        if (item.personal && !is_private) {
            has_hidden = true;
        } else {
            add(words, item.wording);
        }
    }
};

void ScreenReader::turn_on() {
    is_on_ = can_speak();
    is_new_ = true;
}

void ScreenReader::turn_off() {
    if (is_on_) speaker_->stop();
    is_on_ = false;
    volume_ = usual_volume;
}

std::string ScreenReader::volume_text() const {
    return std::to_string(volume_ + 1) + "/" + std::to_string(volumes.size());
}

void ScreenReader::turn_volume(int steps) {
    volume_ = std::clamp(volume_ + steps, 0, static_cast<int>(volumes.size()) - 1);
}

void ScreenReader::follow(const Ui& ui) {
    if (!is_on_) return;
    if (pressed(ui, KeyKind::pause)) {
        is_paused_ = !is_paused_;
        if (is_paused_) {
            speaker_->pause();
        } else {
            speaker_->go_on();
        }
    } else if (ui.input().touched) {
        is_paused_ = false;
        speaker_->stop();
    }
    const bool repeats = pressed(ui, KeyKind::repeat);
    Speech speech{ui.texts().language(), event_language_};
    speech.is_private = repeats || hearing_ == Hearing::headphones;
    const bool turns_volume = pressed(ui, KeyKind::louder) || pressed(ui, KeyKind::quieter);
    if (pressed(ui, KeyKind::louder)) turn_volume(1);
    if (pressed(ui, KeyKind::quieter)) turn_volume(-1);
    if (turns_volume) speech.add(ui.say(Sentence{"Volume {} of {}"}, volume_ + 1, volumes.size()));
    if (is_new_) speech.add(ui.say(speech_keys));
    if (is_new_ || repeats) {
        heard_.clear();
        focus_.clear();
        screen_.clear();
    }
    is_new_ = false;
    read_screen(ui, speech);
    read_field(ui, speech);
    read_focus(ui, speech);
    if (speech.has_hidden) {
        speech.add(ui.say(Sentence{"There is a name here. Press F10 to hear it."}));
    }
    remember(ui.record());
    if (speech.parts.empty()) return;
    is_paused_ = false;
    speaker_->speak({std::move(speech.parts), volumes.at(static_cast<std::size_t>(volume_))});
}

void ScreenReader::read_screen(const Ui& ui, Speech& speech) {
    const bool is_other = ui.record().head().screen != screen_;
    for (const RecordedItem& item : ui.record().items()) {
        if (!is_read(item)) continue;
        const bool is_known = heard_.contains(item.label) ||
                              (!is_other && heard_.contains(without_digits(item.label)));
        if (!is_known) speech.add(item, item.label);
    }
}

void ScreenReader::read_field(const Ui& ui, Speech& speech) {
    for (const RecordedItem& item : ui.record().items()) {
        if (item.role != Role::field || item.value == written_) continue;
        if (speech.is_private) {
            speech.add(item.value);
        } else if (item.value.size() > written_.size()) {
            speech.add(last_letter(item.value));
        }
        return;
    }
}

void ScreenReader::read_focus(const Ui& ui, Speech& speech) {
    for (const RecordedItem& item : ui.record().items()) {
        if (!item.focused || item.id == focus_) continue;
        const std::string words =
            item.selected ? ui.say(Sentence{"{}, chosen"}, item.label) : item.label;
        speech.add(item, words);
    }
}

void ScreenReader::remember(const ScreenRecord& record) {
    screen_ = record.head().screen;
    heard_.clear();
    focus_.clear();
    written_.clear();
    for (const RecordedItem& item : record.items()) {
        if (item.focused) focus_ = item.id;
        if (item.role == Role::field) written_ = item.value;
        if (!is_read(item)) continue;
        heard_.insert(item.label);
        heard_.insert(without_digits(item.label));
    }
}

}  // namespace stormote
