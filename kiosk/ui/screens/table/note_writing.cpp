#include "kiosk/ui/screens/table/note_writing.h"

#include <utility>

namespace stormote {

NoteWriting::NoteWriting(Ui& ui, const Composer& composer, const NoteKeys& keys,
                         ComposerStyle style)
    : ui_(ui),
      composer_(composer),
      before_(keys),
      style_(std::move(style)),
      typed_{std::nullopt, keys} {}

void NoteWriting::draw_keyboard(Rect& bounds) {
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui_, before_));
    ui_.record().begin_last();
    typed_ = draw_note_keyboard(ui_, tray, before_, is_sentence_start(composer_.writing));
    ui_.record().end_last();
}

float NoteWriting::composer_height(float width, int lines) {
    style_.lines = lines;
    return stormote::composer_height(ui_, width, style_, composer_);
}

std::vector<WritingIntent> NoteWriting::draw_composer(const Rect& rect) {
    const ComposerAnswer answer =
        stormote::draw_composer(ui_, rect, style_, composer_, typed_.keys, typed_.key);
    typed_.keys = answer.keys;
    std::vector<WritingIntent> intents;
    if (!(answer.writing == composer_.writing)) intents.emplace_back(ChangeWriting{answer.writing});
    // After the writing: what is cut out may be put somewhere else.
    if (!answer.copied.empty()) intents.emplace_back(CopyText{answer.copied});
    if (answer.stops_pasting) intents.emplace_back(StopPasting{});
    if (answer.kind) intents.emplace_back(ChooseNoteKind{*answer.kind});
    const bool is_finished = ui_.pressed(KeyKind::finish) && !is_blank(answer.writing);
    if (answer.is_done || is_finished) intents.emplace_back(FinishNote{});
    return intents;
}

std::optional<WritingIntent> NoteWriting::changed_keys() const {
    if (typed_.keys == before_) return std::nullopt;
    return ChangeKeys{typed_.keys};
}

WritingIntent NoteWriting::close_keyboard() const {
    NoteKeys closed = typed_.keys;
    closed.open = false;
    return ChangeKeys{closed};
}

}  // namespace stormote
