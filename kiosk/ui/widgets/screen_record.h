// ScreenRecord: what stands on the screen, as words and rectangles, in reading order.
//
// Every widget writes itself down while it is drawn. Tests tap and check by it; speech can read it.
// The screen thread; valid until the next frame begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/render/mirror.h"

namespace stormote {

enum class Role { heading, text, button, chip, key, field, hit, image, status };

[[nodiscard]] std::string_view name_of(Role role);

// Whose words they are: the house's, in the language that the reader chose, or the event's own,
// such as a question of its survey, in the language of those who invite.
enum class Wording : std::uint8_t { house, event };

struct RecordedItem {
    Role role = Role::text;
    std::string id;  // empty for what cannot be touched
    std::string label;
    std::string value;  // of a field: what is written in it, unless it is a secret
    Rect rect;
    bool target = false;  // can be touched
    bool enabled = true;
    bool focused = false;
    bool selected = false;
    bool shortened = false;  // its words did not fit
    bool personal = false;   // about somebody: not to be said aloud unasked
    Wording wording = Wording::house;
};

struct ScreenHead {
    std::string screen;
    std::string language;
    std::string theme;
    Size size;
    float scale = 1;
    int text_percent = 100;
};

class ScreenRecord {
  public:
    // What is added from then on stands where the mirror places it; the mirror must outlive this.
    void begin(ScreenHead head, const Mirror& mirror);
    void set_screen(std::string_view screen) { head_.screen = screen; }
    void add(RecordedItem item);
    // What is added in between comes last in reading order, whenever it was drawn.
    void begin_last() { last_ = true; }
    void end_last() { last_ = false; }
    // Where the next item will stand, and what was added between two such places put behind all
    // that has been added since.
    [[nodiscard]] std::size_t mark() const { return items_.size(); }
    void put_behind(std::size_t first, std::size_t end);
    // Once everything is drawn.
    void finish();

    [[nodiscard]] const ScreenHead& head() const { return head_; }
    [[nodiscard]] const std::vector<RecordedItem>& items() const { return items_; }
    // The first target of that id or, failing that, label; null where there is none.
    [[nodiscard]] const RecordedItem *find_target(std::string_view id_or_label) const;
    // Whether some item's words contain these.
    [[nodiscard]] bool says(std::string_view words) const;

    void set_settled(bool settled) { settled_ = settled; }

    // With the number of this description among those that were written.
    [[nodiscard]] std::string to_json(std::int64_t frame) const;

  private:
    ScreenHead head_;
    const Mirror *mirror_ = nullptr;
    bool settled_ = false;  // a touch counts: see Ui::settle_ms
    std::vector<RecordedItem> items_;
    std::vector<RecordedItem> last_items_;
    bool last_ = false;
};

}  // namespace stormote
