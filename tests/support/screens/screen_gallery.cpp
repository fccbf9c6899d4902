// stormote-gallery: pictures of every screen, to look at. Needs no display.
//   stormote-gallery FOLDER [--size WxH]... [--theme light|dark|high_contrast]...
//                    [--language TAG]... [--text PERCENT]... [--only NAME] [--of all|attendees]
//                    [--strip COLUMNS] [--contrast RATIO] [--named-in GUIDE]
// With --of attendees, only the screens that attendees read, which are there in more languages.
// With --strip, one film strip of all screens for each size, theme, language and size of letters.
// With --contrast, no pictures: prints which words stand out from their ground by less than that;
// exit status 1 where there are some.
// With --named-in, only the screens that the guide names, each as NAME.LANGUAGE.png; exit status 1
// where one of them does not exist.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <cairo.h>
#include <fmt/format.h>

#include "kiosk/documents/content/markdown_reader.h"
#include "sync/base/assets.h"
#include "tests/support/screens/drawn_screens.h"
#include "tests/support/screens/film_strip.h"
#include "tests/support/screens/measured_contrast.h"
#include "tests/support/screens/screen_samples.h"
#include "tests/support/screens/wall_samples.h"

namespace stormote {

namespace {

struct Wish {
    std::filesystem::path folder;
    std::map<std::string, std::vector<std::string>> chosen{};

    [[nodiscard]] std::vector<std::string> get(const std::string& option,
                                               const std::vector<std::string>& otherwise) const {
        const auto found = chosen.find(option);
        return found == chosen.end() ? otherwise : found->second;
    }
};

ThemeKind theme_kind(const std::string& name) {
    if (name == "dark") return ThemeKind::dark;
    return name == "high_contrast" ? ThemeKind::high_contrast : ThemeKind::light;
}

Size parse_size(const std::string& text) {
    const auto cross = text.find('x');
    if (cross == std::string::npos) return {1920, 1080};
    return {std::stof(text.substr(0, cross)), std::stof(text.substr(cross + 1))};
}

// Cairo and the rasteriser agree on what a pixel is.
PixelGrid pixels_of(cairo_surface_t *surface) {
    return {reinterpret_cast<std::uint32_t *>(cairo_image_surface_get_data(surface)),
            cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)};
}

CairoSurface show(DrawnScreens& screens, const ScreenSample& sample, const DisplayStyle& style,
                  const Texts& texts) {
    screens.ui().set_style(style);
    screens.ui().set_texts(texts);
    screens.lay_out(sample.draw);
    CairoSurface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                    static_cast<int>(screens.size().width),
                                                    static_cast<int>(screens.size().height))};
    screens.draw(screens.whole(), pixels_of(surface.get()));
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

// How the screens of one round are looked at.
struct Round {
    std::string size;
    std::string theme;
    std::string language;
    std::string percent;
};

// How many words are fainter than that.
int tell_faint_words(const ScreenRecord& record, cairo_surface_t *picture, const std::string& name,
                     const Round& round, double least) {
    const int height = cairo_image_surface_get_height(picture);
    const int stride = cairo_image_surface_get_stride(picture);
    const Display display{cairo_image_surface_get_width(picture),
                          height,
                          stride,
                          {cairo_image_surface_get_data(picture),
                           static_cast<std::size_t>(height) * static_cast<std::size_t>(stride)}};
    const auto faint = find_faint_words(display, record, least);
    for (const FaintWords& found : faint) {
        fmt::print("{} {} {} {}: {:.2f} {}\n", name, round.size, round.theme, round.language,
                   found.contrast, found.words);
    }
    return static_cast<int>(faint.size());
}

std::vector<ScreenSample> wanted_samples(const Wish& wish, const std::string& language) {
    if (wish.get("--of", {"all"}).front() == "attendees") return attendee_samples(language);
    std::vector<ScreenSample> samples = screen_samples(language);
    for (ScreenSample& sample : wall_samples(language)) samples.push_back(std::move(sample));
    return samples;
}

// How many words are too faint, where that is asked for.
int show_round(DrawnScreens& screens, const Wish& wish, const Round& round, const Texts& texts) {
    const std::string least = wish.get("--contrast", {""}).front();
    int faint_count = 0;
    const DisplayStyle style{theme_of(theme_kind(round.theme)), std::stoi(round.percent),
                             Motion::reduced};
    const std::string only = wish.get("--only", {""}).front();
    const Size size = parse_size(round.size);
    const bool is_tall = size.height > size.width;
    const std::string columns = wish.get("--strip", {""}).front();
    FilmStrip strip(columns.empty() ? 1 : std::stoi(columns), is_tall ? 300 : 480);
    for (const ScreenSample& sample : wanted_samples(wish, round.language)) {
        if (sample.name.find(only) == std::string::npos) continue;
        const CairoSurface picture = show(screens, sample, style, texts);
        if (!least.empty()) {
            // A card that is dragged has left the place where the record has it.
            if (sample.name == "organiser-groups-drag") continue;
            faint_count += tell_faint_words(screens.record(), picture.get(), sample.name, round,
                                            std::stod(least));
            continue;
        }
        if (!columns.empty()) {
            strip.add(sample.name, picture.get());
            continue;
        }
        const auto file = fmt::format("{}_{}_{}_{}_{}.png", sample.name, round.size, round.theme,
                                      round.language, round.percent);
        cairo_surface_write_to_png(picture.get(), (wish.folder / file).c_str());
    }
    if (columns.empty() || !least.empty()) return faint_count;
    strip.write(wish.folder / fmt::format("film-strip-{}-{}-{}{}.png", round.language, round.theme,
                                          is_tall ? "portrait" : "landscape",
                                          round.percent == "100" ? "" : "-" + round.percent));
    return 0;
}

// The pictures of a guide; how many there are none of.
int draw_named(DrawnScreens& screens, const Wish& wish, const std::string& language,
               const Texts& texts) {
    const std::string guide = wish.get("--named-in", {""}).front();
    std::ifstream stream(guide);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::vector<std::string> names = pictures_in_markdown(text);
    const std::vector<ScreenSample> samples = screen_samples(language);
    const DisplayStyle style{theme_of(ThemeKind::light), 100, Motion::reduced};
    int missing = 0;
    for (const std::string& name : names) {
        const auto sample =
            std::find_if(samples.begin(), samples.end(),
                         [&name](const ScreenSample& one) { return one.name == name; });
        if (sample == samples.end()) {
            fmt::print(stderr, "{} names the screen \"{}\", which does not exist.\n", guide, name);
            ++missing;
            continue;
        }
        const CairoSurface picture = show(screens, *sample, style, texts);
        const auto file = fmt::format("{}.{}.png", name, language);
        cairo_surface_write_to_png(picture.get(), (wish.folder / file).c_str());
    }
    return missing;
}

int show_all(const Wish& wish, const std::string& size_name) {
    int faint_count = 0;
    DrawnScreens screens(parse_size(size_name));
    for (const std::string& language : wish.get("--language", {"sv"})) {
        auto texts = load_texts(language);
        if (!texts) continue;
        if (wish.chosen.contains("--named-in")) {
            faint_count += draw_named(screens, wish, language, *texts);
            continue;
        }
        for (const std::string& theme : wish.get("--theme", {"light"})) {
            for (const std::string& percent : wish.get("--text", {"100"})) {
                faint_count +=
                    show_round(screens, wish, {size_name, theme, language, percent}, *texts);
            }
        }
    }
    return faint_count;
}

int run(const std::vector<std::string>& words) {
    const bool has_values = words.size() % 2 == 1;
    if (!has_values || words[0].starts_with("--")) {
        std::fputs(
            "usage: stormote-gallery FOLDER [--size WxH] [--theme NAME] [--language TAG] "
            "[--text PERCENT] [--only NAME] [--of all|attendees] [--strip COLUMNS] "
            "[--contrast RATIO] [--named-in GUIDE]\n",
            stderr);
        return 2;
    }
    Wish wish{words[0]};
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
        wish.chosen[words[i]].push_back(words[i + 1]);
    }
    std::filesystem::create_directories(wish.folder);
    int faint_count = 0;
    for (const std::string& size : wish.get("--size", {"1920x1080"})) {
        faint_count += show_all(wish, size);
    }
    return faint_count > 0 ? 1 : 0;
}

}  // namespace

}  // namespace stormote

int main(int count, char **words) {
    return stormote::run({words + 1, words + count});
}
