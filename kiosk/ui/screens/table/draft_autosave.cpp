#include "kiosk/ui/screens/table/draft_autosave.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "sync/base/local_time.h"

namespace stormote {

namespace {

// "19.09.41".
std::string exact_clock_text(std::int64_t wall_ms) {
    return fmt::format("{}.{:02}", clock_text(wall_ms), wall_ms / 1000 % 60);
}

// The number on the first line, which is cut off.
std::optional<int> take_number(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    int number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + end, number);
    if (error != std::errc{} || rest != text.data() + end) return std::nullopt;
    text.remove_prefix(end + 1);
    return number;
}

}  // namespace

std::string write_draft(const Draft& draft) {
    return fmt::format("{}\n{}\n{}", static_cast<int>(draft.kind), draft.question, draft.text);
}

std::optional<Draft> read_draft(std::string_view text) {
    const auto kind = take_number(text);
    const auto question = kind ? take_number(text) : std::nullopt;
    if (!question || *kind < 0 || *kind > static_cast<int>(NoteKind::commitment)) {
        return std::nullopt;
    }
    return Draft{static_cast<NoteKind>(*kind), *question, std::string(text)};
}

void DraftAutosave::turn_to(const std::string& name) {
    save();
    name_ = name;
    draft_ = {};
    is_unsaved_ = is_saving_ = false;
    state_ = DraftState::nothing;
    opened_.renew();
}

void DraftAutosave::resume(const std::string& name, const Draft& draft) {
    turn_to(name);
    draft_ = draft;
    // Saved again, in case the disk refused the last time.
    is_unsaved_ = !draft.text.empty();
}

void DraftAutosave::open(const std::string& name, std::function<void(const Draft&)> found) {
    turn_to(name);
    desk_.ask(
        opened_, [name](Desk& desk) { return desk.drafts().find(name); },
        [this, found = std::move(found)](const std::optional<std::string>& text) {
            const auto draft = text ? read_draft(*text) : std::nullopt;
            if (!draft) return;
            // What is typed already stands behind what was written before.
            if (draft_.text.empty() && !is_unsaved_) draft_ = *draft;
            found(*draft);
        },
        [](const Error&) {});
}

void DraftAutosave::keep(const Draft& draft) {
    if (draft == draft_) return;
    draft_ = draft;
    is_unsaved_ = true;
}

std::string DraftAutosave::finish() {
    draft_ = {};
    is_unsaved_ = false;
    state_ = DraftState::nothing;
    return name_;
}

std::optional<std::int64_t> DraftAutosave::save_if_due() {
    if (!is_unsaved_ || is_saving_) return std::nullopt;
    const std::int64_t due_ms = last_save_ms_ + least_pause_ms;
    if (clock_.steady_ms() < due_ms) return due_ms;
    save();
    return std::nullopt;
}

void DraftAutosave::save() {
    if (!is_unsaved_ || name_.empty()) return;
    is_unsaved_ = false;
    is_saving_ = true;
    last_save_ms_ = clock_.steady_ms();
    if (state_ == DraftState::nothing) state_ = DraftState::saving;
    const auto job = [name = name_,
                      text = draft_.text.empty() ? "" : write_draft(draft_)](Desk& desk) {
        if (text.empty()) {
            desk.drafts().remove(name);
        } else {
            desk.drafts().save(name, text);
        }
        return Done{};
    };
    desk_.ask(
        opened_, job,
        [this](Done) {
            is_saving_ = false;
            saved_text_ = exact_clock_text(clock_.wall_ms());
            state_ = draft_.text.empty() ? DraftState::nothing : DraftState::saved;
        },
        [this](const Error&) {
            // Tried again after the pause.
            is_saving_ = false;
            is_unsaved_ = true;
            state_ = DraftState::failed;
        });
}

}  // namespace stormote
