#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float files_gap_units = 20;
constexpr float padding_units = 24;

// Pictures for what is saved often; the rest has that of all files.
constexpr std::array<std::pair<std::string_view, Icon>, 9> icons{{{"attendance", Icon::people},
                                                                  {"statistics", Icon::building},
                                                                  {"notes", Icon::lines},
                                                                  {"groups", Icon::people},
                                                                  {"signs", Icon::printer},
                                                                  {"survey", Icon::ballot},
                                                                  {"messages", Icon::lightbulb},
                                                                  {"contacts", Icon::bell},
                                                                  {"joined", Icon::handshake}}};

Icon icon_of(const ExportKind& kind) {
    const auto *const found = std::find_if(icons.begin(), icons.end(), [&kind](const auto& known) {
        return known.first == kind.name;
    });
    return found == icons.end() ? Icon::export_file : found->second;
}

struct FileStyle {
    OrganiserIntent intent;
    std::string id;
    Icon icon;
    Sentence title;
    Sentence what;
    Sentence button;
    Icon button_icon = Icon::export_file;
};

// The way to other screens, every export with a button, and the package at the end.
std::vector<FileStyle> make_styles() {
    std::vector<FileStyle> styles{
        {SaveBundle{},
         "save_bundle",
         Icon::export_file,
         {"Everything to another screen"},
         {"All that is recorded here, locked with the event's key, for a screen without a "
          "network."},
         {"Save to stick"}},
        {FetchBundles{},
         "fetch_bundles",
         Icon::down,
         {"Everything from another screen"},
         {"Reads in what other screens have saved on a stick. Nothing is lost, and nothing is "
          "counted twice."},
         {"Fetch from stick"},
         Icon::down}};
    for (const ExportKind& kind : export_kinds()) {
        if (!kind.button) continue;
        styles.push_back({WriteFile{choose_export(kind.name, kind.button->format).value()},
                          "write_" + std::string(kind.name), icon_of(kind), kind.title,
                          kind.contents, kind.button->label});
    }
    styles.push_back({MakePackage{},
                      "make_package",
                      Icon::export_file,
                      {"Archive package"},
                      {"Everything that is kept of the event, in one signed file for the "
                       "municipality's archive."},
                      {"Make the package"}});
    return styles;
}

std::span<const FileStyle> file_styles(const FilesView& view) {
    static const std::vector<FileStyle> styles = make_styles();
    const std::span<const FileStyle> all = styles;
    return view.can_package ? all : all.first(all.size() - 1);
}

// A button where the page is wide, a chip where it is not.
Size file_button_size(Ui& ui, const FileStyle& file, bool is_wide) {
    const std::string label = ui.say(file.button);
    if (is_wide) {
        return button_size(ui, {.id = "", .label = label, .icon = file.button_icon}, 10'000);
    }
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    return chip_size(ui, {.id = "", .label = label, .icon = file.button_icon});
}

bool file_button(Ui& ui, const Rect& rect, const FileStyle& file, bool is_wide, bool is_writing) {
    const std::string label = ui.say(file.button);
    if (is_wide) {
        return button(ui, rect,
                      {.id = file.id,
                       .label = label,
                       .icon = file.button_icon,
                       .kind = ButtonKind::outlined,
                       .enabled = !is_writing});
    }
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    return chip(ui, rect,
                {.id = file.id, .label = label, .icon = file.button_icon, .enabled = !is_writing});
}

class FilesTab {
  public:
    FilesTab(Ui& ui, const FilesView& view, const Scroll& scroll)
        : ui_(ui), view_(view), scroll_(scroll) {}

    void draw(Rect bounds, OrganiserIntents& intents) {
        if (ui_.metrics().portrait()) draw_upper_third(ui_, bounds, Icon::export_file);
        draw_list_actions(bounds, intents);
        if (view_.folders.empty() && !view_.result) {
            return draw_empty_state(
                ui_, bounds, Icon::export_file,
                ui_.say(Sentence{
                    "Plug in a USB stick. It is found automatically within a few seconds."}));
        }
        heading(bounds, ui_.say(Sentence{"Where should the files be saved?"}));
        draw_folders(bounds, intents);
        if (view_.result) draw_page_news(ui_, bounds, *view_.result);
        if (!view_.folders.empty()) draw_files(bounds, intents);
    }

  private:
    void draw_list_actions(Rect& bounds, OrganiserIntents& intents) {
        std::vector<std::pair<ChipStyle, OrganiserIntent>> actions;
        if (view_.can_import) {
            actions.push_back({{.id = "import_list",
                                .label = ui_.say(Sentence{"Read in a list"}),
                                .icon = Icon::people},
                               OpenListImport{}});
        }
        if (view_.can_import && view_.last_import) {
            actions.push_back({{.id = "take_back_import",
                                .label = ui_.texts().get_plural(
                                    Sentence{"Undo reading in {} person"},
                                    Sentence{"Undo reading in {} people"}, *view_.last_import),
                                .icon = Icon::undo},
                               TakeBackImport{}});
        }
        actions.push_back({{.id = "open_remaining",
                            .label = ui_.say(Sentence{"Personal data"}),
                            .icon = Icon::lock},
                           OpenRemaining{}});
        actions.push_back({{.id = "open_event_log",
                            .label = ui_.say(Sentence{"Who did what?"}),
                            .icon = Icon::clock},
                           OpenEventLog{}});
        ChipFlow flow(ui_, bounds);
        for (const auto& [style, intent] : actions) {
            if (chip(ui_, flow.place(chip_size(ui_, style)), style)) intents.push_back(intent);
        }
        if (!actions.empty()) flow.end(24);
    }

    void draw_files(const Rect& bounds, OrganiserIntents& intents) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "files", bounds,
            [&](float width) {
                float height = -ui_.px(files_gap_units);
                for (const FileStyle& file : file_styles(view_)) {
                    height += file_height(width, file) + ui_.px(files_gap_units);
                }
                return height;
            },
            scroll_);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), 0));
        float top = scrolled.top;
        for (const FileStyle& file : file_styles(view_)) {
            const float height = file_height(scrolled.bounds.width, file);
            const Rect rect{scrolled.bounds.left, top, scrolled.bounds.width, height};
            if (is_in_sight(scrolled, rect)) draw_file(scrolled, rect, file, intents);
            top += height + ui_.px(files_gap_units);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == scroll_)) intents.emplace_back(ScrollOrganiser{scrolled.scroll});
    }

    // The same size for all of them.
    [[nodiscard]] Size buttons_size(bool is_wide) {
        Size size;
        for (const FileStyle& each : file_styles(view_)) {
            const Size need = file_button_size(ui_, each, is_wide);
            size = {std::max(size.width, need.width), std::max(size.height, need.height)};
        }
        return size;
    }

    struct FileWords {
        float width = 0;
        float title = 0;
        float what = 0;
    };
    [[nodiscard]] FileWords measure_file(float width, const FileStyle& file) {
        const bool is_wide = is_wide_page(ui_, width);
        const float icon = is_wide ? ui_.icon_px(56) + ui_.px(32) : 0;
        FileWords words;
        words.width = width - ui_.px(64 + 32) - icon - buttons_size(is_wide).width;
        words.title =
            measure_text(ui_, words.width, ui_.say(file.title), organiser_heading({})).height;
        words.what = measure_text(ui_, words.width, ui_.say(file.what), organiser_words({})).height;
        return words;
    }
    [[nodiscard]] float file_height(float width, const FileStyle& file) {
        const FileWords words = measure_file(width, file);
        const float button = buttons_size(is_wide_page(ui_, width)).height;
        return std::max(button, words.title + words.what) + ui_.px(2 * padding_units);
    }

    void heading(Rect& bounds, const std::string& words) {
        TextBlockStyle style = organiser_heading(ui_.theme());
        style.size = unit::heading;
        draw_text(ui_, bounds.take_top(measure_text(ui_, bounds.width, words, style).height), words,
                  style);
        bounds.take_top(ui_.px(16));
    }

    void draw_folders(Rect& bounds, OrganiserIntents& intents) {
        if (view_.folders.empty()) {
            const std::string words = ui_.say(
                Sentence{"Plug in a USB stick. It is found automatically within a few seconds."});
            const TextBlockStyle style = organiser_words(ui_.theme());
            draw_text(ui_, bounds.take_top(measure_text(ui_, bounds.width, words, style).height),
                      words, style);
            return;
        }
        ChipFlow flow(ui_, bounds);
        for (std::size_t i = 0; i < view_.folders.size(); ++i) {
            const std::string id = "folder_" + std::to_string(i + 1);
            const ChipStyle style{.id = id,
                                  .label = view_.folders[i],
                                  .icon = Icon::export_file,
                                  .selected = i == view_.selected};
            if (chip(ui_, flow.place(chip_size(ui_, style)), style)) {
                intents.emplace_back(ChooseFolder{i});
            }
        }
        flow.end(32);
    }

    void draw_file(const ScrolledBounds& scrolled, const Rect& rect, const FileStyle& file,
                   OrganiserIntents& intents) {
        const Theme& theme = ui_.theme();
        const bool is_wide = is_wide_page(ui_, rect.width);
        const FileWords words = measure_file(rect.width, file);
        const Size size = buttons_size(is_wide);
        card(ui_, rect);
        Rect inside = rect.inset(ui_.px(32), ui_.px(padding_units));
        const Rect place = inside.take_right(size.width).middle(size);
        if (is_wide) {
            const float side = ui_.icon_px(56);
            ui_.painter().icon(inside.take_left(side).middle({side, side}), file.icon,
                               theme.primary);
            inside.take_left(ui_.px(32));
        }
        const float top = inside.top + std::round((inside.height - words.title - words.what) / 2);
        draw_words_in(ui_, scrolled, {inside.left, top, words.width, words.title},
                      ui_.say(file.title), organiser_heading(theme));
        TextBlockStyle quiet = organiser_words(theme);
        quiet.colour = theme.ink_secondary;
        draw_words_in(ui_, scrolled, {inside.left, top + words.title, words.width, words.what},
                      ui_.say(file.what), quiet);
        const bool shows =
            place.top >= scrolled.bounds.top - 1 && place.bottom() <= scrolled.bounds.bottom() + 1;
        if (shows && file_button(ui_, place, file, is_wide, view_.is_writing) &&
            scrolled.taps_count) {
            intents.push_back(file.intent);
        }
    }

    Ui& ui_;
    const FilesView& view_;
    const Scroll& scroll_;
};

}  // namespace

void draw_files_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                    OrganiserIntents& intents) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    FilesTab(ui, view.files, view.scroll).draw(bounds, intents);
}

}  // namespace stormote
