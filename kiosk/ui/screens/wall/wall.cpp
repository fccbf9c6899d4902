#include "kiosk/ui/screens/wall/wall.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/screens/wall/wall_parts.h"

namespace stormote {

namespace {

constexpr float ring_radius = 166;
constexpr float ring_thickness = 24;
constexpr float largest_question = 90;
constexpr float largest_poster = 132;
constexpr float header_padding = 44;

TextBlockStyle large_style(const WallGround& ground, Weight weight = Weight::bold) {
    TextBlockStyle style;
    style.colour = ground.ink;
    style.weight = weight;
    style.size = wall_least;
    return style;
}

// A mark for each question: full those that were, long the one of now, open those to come.
void draw_question_marks(Ui& ui, Point left_middle, const WallView& view,
                         const WallGround& ground) {
    const float height = ui.px(20);
    Rect mark{left_middle.x, left_middle.y - height / 2, 0, height};
    for (int i = 0; i < view.question_count; ++i) {
        mark.width = ui.px(i == view.question ? 88 : 44);
        if (i > view.question) {
            ui.painter().outline(mark, ground.ink, ui.px(3), height / 2);
        } else {
            ui.painter().fill(mark, ground.ink, height / 2);
        }
        mark.left += mark.width + ui.px(14);
    }
}

void draw_kicker(Ui& ui, const Rect& line, const WallView& view, const WallGround& ground) {
    if (view.kicker.empty()) return;
    const Rect words = draw_text(ui, line, view.kicker, large_style(ground));
    const float gap = ui.px(32);
    const float marks = ui.px(static_cast<float>(view.question_count) * 58 + 44);
    const bool has_room = words.width + gap + marks <= line.width;
    if (view.question_count > 1 && has_room) {
        draw_question_marks(ui, {line.left + words.width + gap, line.centre().y}, view, ground);
    }
}

void draw_ring(Ui& ui, Point centre, const WallTime& time, const WallGround& ground) {
    const float radius = ui.px(ring_radius);
    const float thickness = ui.px(ring_thickness);
    ui.painter().circle(centre, radius, ground.quiet, thickness);
    ui.painter().arc(centre, radius, ui.theme().accent, thickness, time.share_left);
    TextBlockStyle number = large_style(ground);
    number.size = 150;
    number.align = Align::centre;
    number.vertical = Vertical::bottom;
    // The words stand where the ring is widest, the number above them.
    const float wide = 2 * radius - thickness - ui.px(36);
    const Rect upper{centre.x - wide / 2, centre.y - ui.px(130), wide, ui.px(160)};
    draw_text(ui, upper, std::to_string(time.minutes_left), number);
    TextBlockStyle words = large_style(ground);
    words.size = 48;
    words.align = Align::centre;
    words.vertical = Vertical::middle;
    const float narrower = wide - ui.px(24);
    draw_text(ui, {centre.x - narrower / 2, centre.y + ui.px(24), narrower, ui.px(72)},
              ui.say(Sentence{"min left"}), words);
}

// "Förslag från borden", and at the end of the line how many were written.
void draw_proposals_heading(Ui& ui, Rect& bounds, const WallView& view) {
    const TextBlockStyle heading = strong_text_style(ui.theme(), wall_least);
    const TextBlockStyle count = quiet_text_style(ui.theme(), wall_least);
    const std::string words = ui.say(Sentence{"From the tables"});
    const std::string written =
        view.written_count > 0 ? ui.say(Sentence{"{} so far"}, view.written_count) : "";
    Rect line = bounds.take_top(measure_text(ui, bounds.width, words, heading).height);
    const float width = measure_text(ui, 0, written, count).width + 1;
    const float gap = ui.px(32);
    const bool is_beside = measure_text(ui, 0, words, heading).width + gap + width <= bounds.width;
    if (!written.empty() && is_beside) draw_text(ui, line.take_right(width), written, count);
    draw_text(ui, line, words, heading);
    bounds.take_top(ui.px(20));
}

void draw_question(Ui& ui, const WallView& view) {
    const WallGround ground = wall_ground(ui.theme());
    Rect screen = ui.screen_rect();
    const float margin = ui.px(wall_margin);
    const float beside = view.time ? ui.px(2 * ring_radius + ring_thickness) + ui.px(48) : 0;
    const float width = screen.width - 2 * margin - beside;
    const float kicker =
        view.kicker.empty()
            ? 0
            : measure_text(ui, width, view.kicker, large_style(ground)).height + ui.px(20);
    TextBlockStyle title = large_style(ground);
    title.role = Role::heading;
    title.wording = Wording::event;
    // Three lines of large letters, or more of smaller ones, and room for two notes below.
    title = fit_wall_text(ui, {width, ui.px(330)}, view.title, title, largest_question);
    const float words = std::min(measure_text(ui, width, view.title, title).height,
                                 screen.height * 0.6F - kicker - ui.px(2 * header_padding));
    const float ring = view.time ? ui.px(2 * ring_radius + ring_thickness) : 0;
    const Rect header = screen.take_top(std::max(kicker + words, ring) + ui.px(2 * header_padding));
    ui.painter().fill(header, ground.ground);
    ui.painter().fill({header.left, header.bottom() - ui.px(2), header.width, ui.px(2)},
                      ui.theme().hairline);
    Rect inside = header.inset(margin, ui.px(header_padding));
    if (view.time) {
        const float radius = ui.px(ring_radius + ring_thickness / 2);
        const Point centre{inside.right() - radius, inside.centre().y};
        inside.take_right(beside);
        inside = inside.middle({inside.width, kicker + words});
        draw_kicker(ui, inside.take_top(kicker), view, ground);
        draw_wall_text(ui, inside, view.title, title, title.size);
        draw_ring(ui, centre, *view.time, ground);
    } else {
        draw_kicker(ui, inside.take_top(kicker), view, ground);
        draw_wall_text(ui, inside, view.title, title, title.size);
    }
    screen = screen.inset(margin, ui.px(36));
    draw_proposals_heading(ui, screen, view);
    draw_wall_proposals(ui, screen, view);
}

// What large words stand on is dark: a dark logo has a plate.
void draw_logo(Ui& ui, const Rect& rect, const Logo& logo, float rim) {
    if (!logo.is_light) ui.painter().fill(rect.inset(-rim, -rim), white, ui.px(12));
    ui.painter().picture(rect, "logo " + logo.key, [&logo](int width, int height) {
        return rasterise_logo(logo.picture, width, height);
    });
}

// The municipality's mark and name at the top, and what time it is.
void draw_poster_head(Ui& ui, Rect& bounds, const WallView& view, const WallGround& ground) {
    const float height = ui.px(120);
    Rect line = bounds.take_top(height);
    TextBlockStyle style = large_style(ground);
    style.vertical = Vertical::middle;
    const float clock = measure_text(ui, 0, view.clock_text, style).width + 1;
    draw_text(ui, line.take_right(clock), view.clock_text, style);
    line.take_right(ui.px(48));
    if (view.logo) {
        const float rim = ui.px(14);
        const Size size = logo_size(view.logo->picture, {ui.px(280), height - 2 * rim});
        draw_logo(ui, {line.left + rim, line.centre().y - size.height / 2, size.width, size.height},
                  *view.logo, rim);
        line.take_left(size.width + 2 * rim + ui.px(40));
    }
    if (!view.municipality.empty()) {
        style.wording = Wording::event;
        draw_wall_text(ui, line, view.municipality, style, wall_least);
    }
}

// A few large words on a calm ground.
void draw_poster(Ui& ui, const WallView& view) {
    const WallGround ground = wall_ground(ui.theme());
    ui.painter().fill(ui.screen_rect(), ground.ground);
    Rect bounds = ui.screen_rect().inset(ui.px(wall_margin * 1.4F), ui.px(wall_margin));
    draw_poster_head(ui, bounds, view, ground);
    const TextBlockStyle plain = large_style(ground, Weight::regular);
    if (!view.next.empty()) {
        const TextBlockStyle next = large_style(ground);
        const float height = measure_text(ui, bounds.width, view.next, next).height;
        draw_wall_text(ui, bounds.take_bottom(std::min(height, bounds.height / 3)), view.next, next,
                       wall_least);
        bounds.take_bottom(ui.px(40));
        const Rect rule = bounds.take_bottom(ui.px(6));
        ui.painter().fill({rule.left, rule.top, ui.px(160), rule.height}, ui.theme().accent,
                          rule.height / 2);
        bounds.take_bottom(ui.px(24));
    }
    TextBlockStyle title = large_style(ground);
    title.role = Role::heading;
    title.wording = Wording::event;
    const float gap = ui.px(28);
    const auto height_of = [&](const std::string& text, const TextBlockStyle& style) {
        return text.empty() ? 0 : measure_text(ui, bounds.width, text, style).height;
    };
    const float kicker = view.kicker.empty() ? 0 : height_of(view.kicker, plain) + gap;
    TextBlockStyle detail_style = plain;
    detail_style.size = 72;
    const float detail = view.detail.empty() ? 0 : height_of(view.detail, detail_style) + gap;
    const float room = bounds.height - kicker - detail;
    title = fit_wall_text(ui, {bounds.width, room}, view.title, title, largest_poster);
    const float words = std::min(room, height_of(view.title, title));
    Rect box = bounds.middle({bounds.width, kicker + words + detail});
    if (kicker > 0) draw_text(ui, box.take_top(kicker - gap), view.kicker, plain);
    if (kicker > 0) box.take_top(gap);
    draw_wall_text(ui, box.take_top(words), view.title, title, title.size);
    box.take_top(gap);
    if (detail > 0) draw_wall_text(ui, box, view.detail, detail_style, detail_style.size);
}

}  // namespace

void draw_wall(Ui& ui, const WallView& view) {
    // Nobody before it can ask for larger letters, and they are large.
    const TextScale scale(ui, 1);
    switch (view.scene) {
        case WallScene::question:
            ui.begin_screen("wall_question");
            return draw_question(ui, view);
        case WallScene::chosen:
            ui.begin_screen("wall_chosen");
            return draw_wall_chosen(ui, view);
        case WallScene::before:
            ui.begin_screen("wall_before");
            break;
        case WallScene::pause:
            ui.begin_screen("wall_pause");
            break;
        case WallScene::thanks:
            ui.begin_screen("wall_thanks");
            break;
    }
    draw_poster(ui, view);
}

}  // namespace stormote
