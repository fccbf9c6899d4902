#include "kiosk/ui/screens/pairing/let_in.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

// As the standard of QR codes has it; without them cameras look for the code in vain.
constexpr int quiet_modules = 4;
// Whatever the look of the screen.
constexpr Colour paper{255, 255, 255};
constexpr Colour print{0, 0, 0};

struct RoleChip {
    DeviceRole role;
    ChipStyle style;
};

std::array<RoleChip, 3> role_chips(const Ui& ui, const LetInView& view) {
    const auto make = [&view](DeviceRole role, std::string_view id, std::string label, Icon icon) {
        return RoleChip{role,
                        {.id = id,
                         .label = std::move(label),
                         .icon = icon,
                         .selected = view.role == role,
                         .enabled = !view.is_busy}};
    };
    return {
        make(DeviceRole::door, "role_door", ui.say(Sentence{"Entrance"}), Icon::ticket),
        make(DeviceRole::table, "role_table", ui.say(Sentence{"Table"}), Icon::people),
        make(DeviceRole::organiser, "role_organiser", ui.say(Sentence{"Organiser"}), Icon::lines)};
}

// On whole pixels, so that its edges are sharp.
void draw_code(Ui& ui, const Rect& room, const PairingCode& code) {
    const float modules = static_cast<float>(code.side + 2 * quiet_modules);
    const float module = std::floor(std::min(room.width, room.height) / modules);
    const float side = module * modules;
    const Rect sheet{std::round(room.centre().x - side / 2), std::round(room.centre().y - side / 2),
                     side, side};
    ui.painter().fill(sheet, paper, ui.px(12));
    const auto is_dark = [&code](int x, int y) {
        return code.dark[static_cast<std::size_t>(y * code.side + x)];
    };
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side; ++x) {
            if (!is_dark(x, y)) continue;
            const int first = x;
            while (x + 1 < code.side && is_dark(x + 1, y)) ++x;
            ui.painter().fill({sheet.left + static_cast<float>(first + quiet_modules) * module,
                               sheet.top + static_cast<float>(y + quiet_modules) * module,
                               static_cast<float>(x - first + 1) * module, module},
                              print);
        }
    }
    RecordedItem item;
    item.role = Role::image;
    item.label = ui.say(Sentence{"The code for the other screen"});
    item.rect = sheet;
    ui.record().add(std::move(item));
}

class Page {
  public:
    Page(Ui& ui, const LetInView& view) : ui_(ui), view_(view), chips_(role_chips(ui, view)) {}

    std::optional<LetInIntent> draw() {
        ui_.begin_screen("let_in");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intent_ = *frame.intent;
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const bool is_upright = ui_.metrics().portrait();
        const Rect room = is_upright
                              ? bounds.take_top(std::min(bounds.width, bounds.height * 0.5F))
                              : bounds.take_right(std::min(bounds.width * 0.5F, bounds.height));
        if (is_upright) {
            bounds.take_top(ui_.px(28));
        } else {
            bounds.take_right(ui_.px(56));
        }
        if (view_.code != nullptr) draw_code(ui_, room, *view_.code);
        draw_words(bounds);
        return std::move(intent_);
    }

  private:
    void draw_words(const Rect& bounds) {
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        const Column column = fit_column(ui_, {bounds.width, bounds.height}, [this](Column& words) {
            const Theme& theme = ui_.theme();
            words.words(ui_.say(Sentence{"Connect a screen"}), screen_title_style(theme));
            words.gap(12);
            words.words(ui_.say(Sentence{"Choose what it is for, and hold this code to its camera "
                                         "or hand scanner."}),
                        quiet_text_style(theme, unit::lead));
            words.gap(28);
            words.block(chips_height(words.width()), [this](const Rect& rect) { chips_in(rect); });
            words.gap(28);
            TextBlockStyle status = strong_text_style(theme, unit::lead);
            status.role = Role::status;
            if (view_.status.is_warning) status.colour = theme.error;
            words.words(view_.status.text, status);
            words.gap(12);
            words.words(ui_.say(Sentence{"Whoever photographs the code can read everything about "
                                         "the event. Show it to the screen alone."}),
                        quiet_text_style(theme, unit::lead));
            words.gap(28);
            const Size size = button_size(ui_, new_code_button(), words.width());
            words.block(size.height, [this, size](const Rect& rect) {
                const Rect place{rect.left, rect.top, size.width, size.height};
                if (button(ui_, place, new_code_button())) intent_ = AskForCode{};
            });
        });
        column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    }

    [[nodiscard]] ButtonStyle new_code_button() const {
        return {.id = "new_code",
                .label = ui_.say(Sentence{"New code"}),
                .icon = Icon::redo,
                .kind = ButtonKind::outlined,
                .enabled = !view_.is_busy};
    }

    // Lays the chips out; `take` is called with each and its place.
    template <typename Take>
    float lay_out(Rect room, Take take) {
        const float top = room.top;
        ChipFlow flow(ui_, room);
        for (const RoleChip& each : chips_) take(each, flow.place(chip_size(ui_, each.style)));
        flow.end(0);
        return room.top - top;
    }
    [[nodiscard]] float chips_height(float width) {
        return lay_out({0, 0, width, 1e6F}, [](const RoleChip&, const Rect&) {});
    }
    void chips_in(const Rect& rect) {
        lay_out(rect, [this](const RoleChip& each, const Rect& place) {
            if (chip(ui_, place, each.style)) intent_ = ChooseLetInRole{each.role};
        });
    }

    Ui& ui_;
    const LetInView& view_;
    std::array<RoleChip, 3> chips_;
    std::optional<LetInIntent> intent_;
};

}  // namespace

std::optional<LetInIntent> draw_let_in(Ui& ui, const LetInView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
