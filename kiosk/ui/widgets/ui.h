// Ui: everything that a screen needs to draw itself and to notice what a person does, for one frame
// after another. The screen thread. Borrows texture store, clock and texts, which must outlive it,
// and draws into the ImGui context of an ImGuiSession that must exist before it.
//
// How to add a screen
//   1. One pair of files in the folder of who stands before it, `kiosk/ui/screens/...`. In the
//      header: `struct QuizView` (plain strings and numbers, with a `FrameView frame`), the intents
//      as small structs, and `std::optional<QuizIntent> draw_quiz(Ui&, const QuizView&);`
//   2. In the source: `ui.begin_screen("quiz")`, then `draw_frame`, which draws header and bar and
//      gives the bounds in between; share those out with Rect::take_..., lay text out with
//      `fit_column`, and draw with the functions of text_block.h and widgets.h. Lengths come from
//      `ui.px()`, colours from `ui.theme()`, words from `ui.say`.
//   3. A screen changes nothing: it returns what the person asked for. Its presenter asks the desk.
//   4. Add it to `tests/support/screens/screen_samples.cpp`; every check of sizes, cut words and
//      overlaps, and the gallery of pictures, then covers it. Look at its pictures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/render/metrics.h"
#include "kiosk/ui/render/painter.h"
#include "kiosk/ui/render/theme.h"
#include "kiosk/ui/widgets/screen_record.h"
#include "sync/base/texts.h"

namespace stormote {

class Clock;

enum class Motion { full, reduced };

// How the person before the screen wants it to look.
struct DisplayStyle {
    Theme theme = theme_of(ThemeKind::light);
    int text_percent = 100;  // 100 to 200
    Motion motion = Motion::full;
    // So many times as long as usual a screen waits: listening takes longer than reading.
    int patience = 1;
};

// When something acts.
enum class Press {
    on_lift,       // pressed here and lifted here; sliding off cancels
    where_lifted,  // keys: the one under the finger when it lifts
};

// Something that can be touched, as it tells `interact`.
struct Target {
    std::string_view id;
    std::string label;
    Rect rect;
    Role role = Role::button;
    Press press = Press::on_lift;
    bool enabled = true;
    bool selected = false;
    bool shortened = false;
    bool can_be_held = false;  // a key that shows more when a finger rests on it
    std::string value{};       // of a field: what is written in it
    bool personal = false;
    Wording wording = Wording::house;
};

struct Touch {
    bool pressed = false;  // the finger lies on it
    bool focused = false;  // Enter would press it
    bool acted = false;
};

// The keys that a field keeps: at its first and last line the arrows lead out of it.
struct FieldKeys {
    bool up = true;
    bool down = true;
    bool left = true;
    bool right = true;
    bool enter = true;

    [[nodiscard]] bool holds(KeyKind key) const {
        return (key == KeyKind::up && up) || (key == KeyKind::down && down) ||
               (key == KeyKind::left && left) || (key == KeyKind::right && right) ||
               (key == KeyKind::enter && enter);
    }
};

class Ui {
  public:
    // A press this soon after a screen appeared was meant for the screen before: keys aside, it
    // does nothing.
    static constexpr std::int64_t settle_ms = 250;
    static constexpr std::int64_t entrance_ms = 200;
    // A finger that rests that long on a key that can be held holds it.
    static constexpr std::int64_t hold_ms = 600;

    Ui(TextureStore& store, const Clock& clock) : clock_(clock), painter_(store) {}
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // From the next frame on, so that no frame is half of each.
    void set_style(const DisplayStyle& style) { next_style_ = style; }
    void set_texts(const Texts& texts) { texts_ = &texts; }

    void begin_frame(const FrameInput& input);
    // Afterwards ImGui::GetDrawData() holds the frame.
    void end_frame();

    [[nodiscard]] const Theme& theme() const { return style_.theme; }
    [[nodiscard]] const DisplayStyle& style() const { return style_; }
    [[nodiscard]] const Metrics& metrics() const { return metrics_; }
    [[nodiscard]] float px(float units) const { return metrics_.px(units); }
    [[nodiscard]] float icon_px(float units) const { return metrics_.icon_px(units); }
    [[nodiscard]] Rect screen_rect() const {
        return {0, 0, metrics_.screen.width, metrics_.screen.height};
    }
    [[nodiscard]] Painter& painter() { return painter_; }
    // Whether the screen is turned round, for those who read from right to left.
    [[nodiscard]] bool turned() const { return painter_.mirror().turns(); }
    // The finger, where it lies in the layout of a screen that may be turned round.
    [[nodiscard]] Pointer pointer() const {
        Pointer pointer = input_.pointer;
        pointer.position = painter_.mirror().laid_out(pointer.position);
        return pointer;
    }
    [[nodiscard]] std::uint64_t picture_epoch() const { return painter_.picture_epoch(); }
    [[nodiscard]] ScreenRecord& record() { return record_; }
    [[nodiscard]] const ScreenRecord& record() const { return record_; }
    [[nodiscard]] const FrameInput& input() const { return input_; }
    [[nodiscard]] const Texts& texts() const { return *texts_; }
    [[nodiscard]] std::int64_t now_ms() const { return now_ms_; }

    template <typename... Arguments>
    [[nodiscard]] std::string say(Sentence sentence, const Arguments&...arguments) const {
        return texts_->get(sentence, arguments...);
    }

    // First in every screen.
    void begin_screen(std::string_view name);
    // How far the screen's entrance has come, 0 to 1.
    [[nodiscard]] float entrance();
    // Where the screen's entrance starts, in pixels below its place.
    [[nodiscard]] Point entrance_offset();

    // Writes the target down and says what happened to it.
    Touch interact(const Target& target);
    // A key, unless it went to the focused target.
    [[nodiscard]] bool pressed(KeyKind kind) const;

    // Which of its layers the on-screen keyboard shows: the usual letters on every new screen.
    [[nodiscard]] bool shows_more_letters() const { return shows_more_letters_; }
    void show_more_letters(bool wanted) { shows_more_letters_ = wanted; }

    // The key that a finger has rested on, from then until it lifts, wherever it slides; empty
    // where there is none.
    [[nodiscard]] const std::string& held_key() const { return held_key_; }

    // Arrows and Enter belong to this field in the next frame, unless the focus has moved to
    // another target.
    void keep_keys_for(std::string_view field_id, const FieldKeys& keeps = {}) {
        keys_field_ = field_id;
        keeps_ = keeps;
    }
    [[nodiscard]] bool has_keys(std::string_view field_id) const {
        return kept_for_ == field_id && !kept_for_.empty();
    }

    // Whether somebody has reached for the keys on this screen.
    [[nodiscard]] bool is_moved_by_keys() const { return !focus_id_.empty(); }
    // To a target that is drawn in this frame.
    void move_focus_to(std::string_view id) { focus_id_ = id; }

    // What somebody has copied, for whoever keeps the machine's clipboard; empty: what was copied
    // before is to be forgotten.
    void copy(std::string text) { copied_ = std::move(text); }
    [[nodiscard]] std::optional<std::string> take_copied() {
        return std::exchange(copied_, std::nullopt);
    }

    // Asks for a frame at that time, on the steady clock.
    void wake_at(std::int64_t steady_ms);
    [[nodiscard]] std::optional<std::int64_t> wake_ms() const { return wake_ms_; }

    [[nodiscard]] float text_scale() const { return metrics_.text_scale; }
    // Lays out with smaller letters than were asked for, where they would not fit.
    void set_text_scale(float scale) { metrics_.text_scale = scale; }

  private:
    void feed_imgui() const;
    void move_focus();
    [[nodiscard]] bool lifted_on(const Target& target) const;
    // The finger lies on it in this frame.
    void rest_on(const Target& target);

    const Clock& clock_;
    Painter painter_;
    DisplayStyle style_;
    DisplayStyle next_style_;
    Texts english_;
    const Texts *texts_ = &english_;
    Metrics metrics_;
    FrameInput input_;
    ScreenRecord record_;
    std::int64_t now_ms_ = 0;
    std::optional<std::int64_t> wake_ms_;

    std::string screen_;
    std::int64_t screen_since_ms_ = 0;
    std::string pressed_id_;
    Press pressed_kind_ = Press::on_lift;
    std::int64_t pressed_since_ms_ = 0;
    std::string rested_id_;  // the key that the finger lies on, and since when
    std::int64_t rested_since_ms_ = 0;
    std::string held_key_;
    std::string focus_id_;
    std::string entered_id_;  // what Enter presses in this frame
    bool shows_more_letters_ = false;
    std::optional<std::string> copied_;
    std::string keys_field_;
    FieldKeys keeps_;
    std::string kept_for_;  // the field that has arrows and Enter in this frame
};

// Letters smaller than asked for, until the end of a block.
class TextScale {
  public:
    // What stands around a screen's matter grows less than the matter, which needs the room.
    static constexpr float aside = 1.4F;

    TextScale(Ui& ui, float scale) : ui_(ui), before_(ui.text_scale()) { ui.set_text_scale(scale); }
    ~TextScale() { ui_.set_text_scale(before_); }
    TextScale(const TextScale&) = delete;
    TextScale& operator=(const TextScale&) = delete;

  private:
    Ui& ui_;
    float before_;
};

}  // namespace stormote
