#include "kiosk/ui/screens/personal/remaining_presenter.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/personal/data_survey.h"
#include "kiosk/desk/retention/purge.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/personal/table_blocks.h"
#include "kiosk/documents/user_folders.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

std::string words_of(DocumentKind kind, const Texts& texts) {
    return texts.get(document_kinds()[static_cast<std::size_t>(kind)].words);
}

// "Kost och behov · 12 · gallras efter 2023-01-10, om 40 dagar".
std::string line_of(const RetentionRow& row, bool is_decided, const Texts& texts) {
    std::string line = words_of(row.kind, texts) + " · " + std::to_string(row.count) + " · ";
    if (!is_decided) return line + texts.get({"nothing is decided yet"});
    if (row.is_kept) return line + texts.get({"is kept"});
    if (row.last_day.empty()) return line + texts.get({"is destroyed"});
    if (row.is_due) return line + texts.get({"is to be destroyed since {}"}, row.last_day);
    return line + texts.get({"is destroyed after {}, in {} days"}, row.last_day, row.days_left);
}

// What to do here about what stands in the way; the command has words of its own.
Sentence remedy_of(PurgeCondition condition) {
    switch (condition) {
        case PurgeCondition::due:
            return {"Wait for that day."};
        case PurgeCondition::sent:
        case PurgeCondition::clock:
            return {"Let this machine exchange with the central store."};
        case PurgeCondition::package:
            return {"Make the archive package, among the files."};
        case PurgeCondition::devices:
            return {"Let them exchange with the central store."};
        case PurgeCondition::requests:
            return {"Answer them, or say in the follow-up that they are settled."};
    }
    return {"Wait for that day."};
}

}  // namespace

void RemainingPresenter::open() {
    scope_.renew();
    is_open_ = true;
    is_stale_ = true;
    reading_.reset();
    is_asked_ = is_busy_ = false;
    news_.reset();
    scroll_ = {};
    folders_.look_again();
}

RemainingPresenter::Reading RemainingPresenter::read_at(Desk& desk, const Texts& texts) {
    Reading reading;
    const PurgePreview preview =
        preview_purge(desk, {desk.state().setting(SettingField::keep_decision), ""});
    for (const RetentionRow& row : preview.rows) {
        const auto& kinds = preview.kinds;
        const bool is_due = std::find(kinds.begin(), kinds.end(), row.kind) != kinds.end();
        if (is_due && row.count > 0) reading.due.push_back(row.kind);
    }
    reading.data = {preview.rows, preview.unmet, survey_data(desk).places, {}};
    for (const auto& file :
         find_export_files(desk.state(), texts, find_user_folders(FolderUse::read))) {
        reading.data.files.push_back(file.string());
    }
    reading.settings = desk.state().settings();
    reading.is_purged = !desk.state().purges().empty();
    return reading;
}

void RemainingPresenter::read(const Texts& texts) {
    desk_.ask(
        scope_, [texts](Desk& desk) { return read_at(desk, texts); },
        [this](Reading reading) { reading_ = std::move(reading); },
        [this](const Error&) { is_open_ = false; });
}

void RemainingPresenter::add_action(DataPageView& view, Action action, ButtonStyle style) {
    style.enabled = style.enabled && !is_busy_;
    view.actions.push_back(std::move(style));
    actions_.push_back(action);
}

DataPageView RemainingPresenter::page_view(const Texts& texts) {
    DataPageView view;
    view.screen = "remaining_data";
    view.title = texts.get({"Personal data"});
    view.empty = texts.get({"Looking through the event…"});
    view.news = news_;
    view.scroll = scroll_;
    if (!reading_) return view;
    const std::string& decision = reading_->settings.get(SettingField::keep_decision);
    view.lead = decision.empty()
                    ? texts.get({"No decision is named in the settings, so nothing is destroyed."})
                    : texts.get({"Destroyed by the decision {}."}, decision);
    DataCard hindrances{texts.get({"What stands in the way"})};
    hindrances.is_warning = true;
    for (const UnmetCondition& unmet : reading_->data.unmet) {
        hindrances.lines.push_back(texts.say(unmet.message) + ' ' +
                                   texts.get(remedy_of(unmet.condition)));
    }
    const bool is_due = !reading_->due.empty();
    if (is_due && !hindrances.lines.empty()) view.cards.push_back(hindrances);
    DataCard kinds{texts.get({"What remains"})};
    for (const RetentionRow& row : reading_->data.rows) {
        if (row.count > 0) kinds.lines.push_back(line_of(row, !decision.empty(), texts));
    }
    view.cards.push_back(std::move(kinds));
    view.cards.push_back({texts.get({"Where it lies"}),
                          rows_in_words(data_places_table(reading_->data.places), texts)});
    if (!reading_->data.files.empty()) {
        view.cards.push_back(
            {texts.get({"Saved files, which are yours to destroy"}), reading_->data.files});
    }
    if (is_due && desk_.may(OperationKind::record_purged)) {
        add_action(view, Action::purge,
                   {.id = "purge",
                    .label = texts.get({"Destroy what is due"}),
                    .icon = Icon::trash,
                    .kind = ButtonKind::warning,
                    .enabled = !decision.empty() && hindrances.lines.empty()});
    }
    if (reading_->is_purged) {
        view.folders = folders_.names();
        view.selected = folders_.selected();
        add_action(view, Action::save_protocol,
                   {.id = "save_protocol",
                    .label = texts.get({"Save the protocol"}),
                    .icon = Icon::export_file,
                    .enabled = folders_.folder().has_value()});
    }
    return view;
}

DataPageView RemainingPresenter::confirmation_view(const Texts& texts) {
    DataPageView view;
    view.screen = "purge";
    view.title = texts.get({"Destroy what is due?"});
    view.news = news_;
    view.scroll = scroll_;
    DataCard warning{texts.get({"This cannot be undone"}),
                     {texts.get({"It is destroyed on this machine at once, and on the others a day "
                                 "after they hear of it."})}};
    warning.is_warning = true;
    DataCard going{texts.get({"What goes"})};
    for (const RetentionRow& row : reading_->data.rows) {
        const auto& due = reading_->due;
        if (std::find(due.begin(), due.end(), row.kind) == due.end() || row.count == 0) continue;
        going.lines.push_back(words_of(row.kind, texts) + " · " + std::to_string(row.count));
    }
    view.cards = {std::move(warning),
                  {texts.get({"Decision"}), {reading_->settings.get(SettingField::keep_decision)}},
                  std::move(going)};
    add_action(view, Action::go_back,
               {.id = "keep", .label = texts.get({"No, go back"}), .kind = ButtonKind::outlined});
    add_action(view, Action::confirm,
               {.id = "confirm",
                .label = texts.get({"Destroy for good"}),
                .icon = Icon::trash,
                .kind = ButtonKind::warning});
    return view;
}

std::optional<FrameIntent> RemainingPresenter::draw(Ui& ui, const FrameView& frame) {
    if (!is_open_) return GoBack{};
    if (std::exchange(is_stale_, false)) read(ui.texts());
    folders_.refresh(ui);
    actions_.clear();
    DataPageView view =
        is_asked_ && reading_ ? confirmation_view(ui.texts()) : page_view(ui.texts());
    view.frame = frame;
    std::optional<FrameIntent> to;
    for (const DataPageIntent& intent : draw_data_page(ui, view)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const PressDataAction& pressed) { press(pressed.index, ui.texts()); },
                         [&](const ChooseDataFolder& choice) { folders_.choose(choice.index); },
                         [&](const ScrollData& scroll) { scroll_ = scroll.scroll; },
                         [&](const FrameIntent& chosen) {
                             const bool is_back = std::holds_alternative<GoBack>(chosen);
                             if (!is_back || !std::exchange(is_asked_, false)) to = chosen;
                         }},
                   intent);
    }
    return to;
}

void RemainingPresenter::press(std::size_t index, const Texts& texts) {
    if (index >= actions_.size()) return;
    news_.reset();
    scroll_ = {};
    switch (actions_[index]) {
        case Action::purge:
            is_asked_ = true;
            break;
        case Action::go_back:
            is_asked_ = false;
            break;
        case Action::confirm:
            return purge_now(texts);
        case Action::save_protocol:
            return save_protocol(texts);
    }
}

void RemainingPresenter::purge_now(const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_busy_, true)) return;
    struct Outcome {
        std::optional<Error> error;
        Reading reading;
    };
    desk_.ask(
        scope_,
        [texts](Desk& desk) -> Outcome {
            const PurgeOrder order{desk.state().setting(SettingField::keep_decision), ""};
            // Its refusals are for the command.
            if (!preview_purge(desk, order).unmet.empty()) {
                return {input_error({"It is not as it was any more. Look again."}),
                        read_at(desk, texts)};
            }
            const auto purged = purge(desk, order);
            return {purged ? std::nullopt : std::optional(purged.error()), read_at(desk, texts)};
        },
        [this, texts](Outcome outcome) {
            is_busy_ = is_asked_ = false;
            reading_ = std::move(outcome.reading);
            news_ = outcome.error
                        ? StatusLine{texts.get(*outcome.error), true}
                        : StatusLine{texts.get({"It is destroyed. Save the protocol."}), false};
        },
        [this, texts](const Error& error) {
            is_busy_ = is_asked_ = false;
            news_ = StatusLine{texts.get(error), true};
        });
}

void RemainingPresenter::save_protocol(const Texts& texts) {
    const auto folder = folders_.folder();
    const auto chosen = choose_export("protocol", "pdf");
    if (!folder || !chosen || std::exchange(is_busy_, true)) return;
    desk_.ask(
        scope_,
        [folder = *folder, chosen = *chosen, texts](Desk& desk) {
            return write_export({desk.state(), texts}, chosen, folder);
        },
        [this, texts](const Result<std::filesystem::path>& file) {
            is_busy_ = false;
            news_ = file
                        ? StatusLine{texts.get(Sentence{"Saved: {}"}, file.value().string()), false}
                        : StatusLine{texts.get(file.error()), true};
        },
        [this, texts](const Error& error) {
            is_busy_ = false;
            news_ = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
