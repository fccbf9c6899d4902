#include "kiosk/documents/pdf/shaped_line.h"

#include <algorithm>
#include <utility>

#include <hb.h>

namespace stormote {

namespace {

double length(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

// Of a space that Pango has hidden at a line's end; nothing where the font has none.
hb_codepoint_t space_of(PangoFont *font) {
    hb_codepoint_t glyph = 0;
    hb_font_get_nominal_glyph(pango_font_get_hb_font(font), ' ', &glyph);
    return glyph;
}

// Where each glyph begins, from the line's left end.
std::vector<double> pens_of(const PangoGlyphString& glyphs, double pen) {
    std::vector<double> pens;
    pens.reserve(static_cast<std::size_t>(glyphs.num_glyphs));
    for (int at = 0; at < glyphs.num_glyphs; ++at) {
        pens.push_back(pen);
        pen += length(glyphs.glyphs[at].geometry.width);
    }
    return pens;
}

// What is drawn of one glyph of a cluster that begins with that letter.
void add_glyph(GlyphRun& run, const PangoGlyphInfo& info, double pen, char letter) {
    PangoGlyph glyph = info.glyph;
    if (glyph == PANGO_GLYPH_EMPTY && letter == ' ') glyph = space_of(run.font.get());
    const bool is_nothing = glyph == PANGO_GLYPH_EMPTY || glyph == 0;
    if (is_nothing || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return;
    run.glyphs.push_back(
        {glyph, pen + length(info.geometry.x_offset), length(info.geometry.y_offset)});
}

GlyphRun run_of(PangoGlyphItem *item, const char *text, double pen) {
    const PangoAnalysis& analysis = item->item->analysis;
    GlyphRun run;
    run.font.reset(PANGO_FONT(g_object_ref(analysis.font)), GlyphRun::Release());
    if (analysis.level % 2 != 0) run.direction = CAIRO_TEXT_CLUSTER_FLAG_BACKWARD;
    const std::vector<double> pens = pens_of(*item->glyphs, pen);
    PangoGlyphItemIter cluster;
    for (gboolean is_there = pango_glyph_item_iter_init_start(&cluster, item, text); is_there;
         is_there = pango_glyph_item_iter_next_cluster(&cluster)) {
        const std::size_t before = run.glyphs.size();
        const int step = cluster.start_glyph < cluster.end_glyph ? 1 : -1;
        for (int at = cluster.start_glyph; at != cluster.end_glyph; at += step) {
            add_glyph(run, item->glyphs->glyphs[at], pens[static_cast<std::size_t>(at)],
                      text[cluster.start_index]);
        }
        // What has no glyph has nothing that it could be read from.
        const int glyphs = static_cast<int>(run.glyphs.size() - before);
        if (glyphs == 0) continue;
        const int bytes = cluster.end_index - cluster.start_index;
        run.text.append(text + cluster.start_index, static_cast<std::size_t>(bytes));
        run.clusters.push_back({bytes, glyphs});
    }
    // Clusters stand in the order of reading, glyphs from the left.
    if (run.direction != 0) std::reverse(run.glyphs.begin(), run.glyphs.end());
    return run;
}

ShapedLine line_of(PangoLayoutIter *at, const char *text) {
    ShapedLine shaped;
    PangoRectangle ink;
    PangoRectangle box;
    pango_layout_iter_get_line_extents(at, &ink, &box);
    const double baseline = length(pango_layout_iter_get_baseline(at));
    shaped.left = length(box.x);
    shaped.width = length(box.width);
    shaped.ascent = baseline - length(box.y);
    shaped.descent = length(box.y + box.height) - baseline;
    shaped.has_ink = ink.width > 0 && ink.height > 0;
    const PangoLayoutLine *line = pango_layout_iter_get_line_readonly(at);
    double pen = 0;
    for (GSList *run = line->runs; run != nullptr; run = run->next) {
        auto *item = static_cast<PangoGlyphItem *>(run->data);
        shaped.runs.push_back(run_of(item, text, pen));
        pen += length(pango_glyph_string_get_width(item->glyphs));
    }
    return shaped;
}

}  // namespace

std::vector<ShapedLine> shaped_lines(PangoLayout *layout) {
    std::vector<ShapedLine> lines;
    const char *text = pango_layout_get_text(layout);
    PangoLayoutIter *at = pango_layout_get_iter(layout);
    do {
        lines.push_back(line_of(at, text));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    return lines;
}

void draw_line(cairo_t *cairo, const ShapedLine& line, double left, double baseline) {
    std::vector<cairo_glyph_t> glyphs;
    for (const GlyphRun& run : line.runs) {
        if (run.glyphs.empty()) continue;
        glyphs = run.glyphs;
        for (cairo_glyph_t& glyph : glyphs) {
            glyph.x += left;
            glyph.y += baseline;
        }
        auto *font = PANGO_CAIRO_FONT(run.font.get());
        cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(font));
        cairo_show_text_glyphs(cairo, run.text.data(), static_cast<int>(run.text.size()),
                               glyphs.data(), static_cast<int>(glyphs.size()), run.clusters.data(),
                               static_cast<int>(run.clusters.size()), run.direction);
    }
}

}  // namespace stormote
