#include "kiosk/ui/screens/settings/settings_presenter.h"

#include <algorithm>
#include <array>

#include "kiosk/settings/setting_values.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t longest_time = 16;     // "2022-10-12 18:00"
constexpr std::size_t longest_list = 2'000;  // of lines in one

// A file, and what a municipality decides at a desk, are not changed at the kiosk.
bool is_changed_here(const SettingRule& rule) {
    return rule.value != SettingValue::picture && rule.value != SettingValue::table &&
           rule.value != SettingValue::basis;
}

std::vector<const SettingRule *> rules_here() {
    std::vector<const SettingRule *> rules;
    for (const SettingRule& rule : setting_rules()) {
        if (is_changed_here(rule)) rules.push_back(&rule);
    }
    return rules;
}

std::string line_of(const SettingRule& rule, const LatestFields& settings, const Texts& texts) {
    std::string line;
    for (const std::string& each : setting_lines(rule, settings, SaidTimes::as_they_are, texts)) {
        line += (line.empty() ? "" : "; ") + each;
    }
    return line;
}

Sentence hint_of(SettingValue value) {
    switch (value) {
        case SettingValue::time:
            return {"Write it as 2022-10-12 18:00; or the time alone, of the day of the event."};
        case SettingValue::date:
            return {"Write it as 2022-09-26."};
        case SettingValue::colour:
            return {"Write it as #0B4F5C."};
        case SettingValue::programme:
            return {
                "Times and what happens then, with semicolons between: 17:30 Mingelfika; "
                "18:30 Inledning"};
        case SettingValue::lines:
            return {"Several are written with semicolons between."};
        case SettingValue::address:
            return {"Write it as https://meetings.example."};
        case SettingValue::text:
        case SettingValue::picture:
        case SettingValue::basis:
        case SettingValue::table:
            break;
    }
    return {"An empty field takes it away."};
}

std::size_t longest_of(const SettingRule& rule) {
    if (rule.most > 0) return longest_list;
    return rule.longest > 0 ? rule.longest : longest_time;
}

// Of Swedish, and of each further language in its place.
constexpr std::array<Sentence, 1 + further_languages.size()> in_languages{
    {{"In Swedish"}, {"In English"}, {"In Finnish"}, {"In Ukrainian"}, {"In Arabic"}}};

// As much as fits beside what is written.
std::string beginning_of(const std::string& text) {
    std::size_t bytes = 300;
    if (text.size() <= bytes) return text;
    // Not in the middle of a letter.
    while ((static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return text.substr(0, bytes) + "…";
}

bool is_change(const WordStep& step) {
    return std::visit(Match{[](const SettingStep& each) { return !each.to.empty(); },
                            [](const TranslationStep& each) { return each.from != each.to; }},
                      step);
}

}  // namespace

void SettingsPresenter::open() {
    writing_.reset();
    language_.reset();
    steps_.clear();
    problem_.reset();
    scroll_ = {};
}

std::vector<EventWord> SettingsPresenter::words(const Texts& texts) const {
    return desk_.read(
        [&](const Desk& desk) { return event_words(desk.state(), *language_, texts); });
}

void SettingsPresenter::list_settings(SettingsListView& view, const Texts& texts) const {
    view.elsewhere = texts.get(Sentence{
        "The logo, the legal basis and what is kept are set on the organiser's computer."});
    desk_.read([&](const Desk& desk) {
        for (const SettingRule *rule : rules_here()) {
            view.rows.push_back(
                {texts.get(rule->label), line_of(*rule, desk.state().settings(), texts)});
        }
    });
}

void SettingsPresenter::list_words(SettingsListView& view, const Texts& texts) const {
    view.elsewhere = texts.get(
        Sentence{"What is not said in this language is shown in Swedish; so is a question of the "
                 "survey of which something is missing."});
    for (const EventWord& word : words(texts)) {
        view.rows.push_back(
            {word.label, word.translation, texts.get(Sentence{"In Swedish: {}"}, word.swedish)});
    }
}

SettingsListView SettingsPresenter::list(const Ui& ui, const FrameView& frame) const {
    SettingsListView view;
    view.frame = frame;
    for (const Sentence& language : in_languages) view.languages.push_back(ui.say(language));
    view.language = language_ ? *language_ + 1 : 0;
    language_ ? list_words(view, ui.texts()) : list_settings(view, ui.texts());
    view.can_undo = !steps_.empty();
    if (problem_) view.news = StatusLine{ui.texts().get(*problem_), true};
    view.scroll = scroll_;
    return view;
}

std::optional<Navigation> SettingsPresenter::draw(Ui& ui, const FrameView& frame) {
    if (!writing_) {
        const auto intent = draw_settings_list(ui, list(ui, frame));
        if (!intent) return std::nullopt;
        ui.wake_at(ui.now_ms());
        return follow(*intent, ui.texts());
    }
    SettingFieldView view = writing_->view;
    view.frame = frame;
    if (writing_->problem) view.problem = ui.texts().get(*writing_->problem);
    const auto intent = draw_setting_field(ui, view);
    if (!intent) return std::nullopt;
    ui.wake_at(ui.now_ms());
    return follow(*intent, ui.texts());
}

std::optional<Navigation> SettingsPresenter::follow(const SettingsListIntent& intent,
                                                    const Texts& texts) {
    std::optional<Navigation> to;
    std::visit(Match{[&](const OpenSetting& row) {
                         language_ ? write_word(row.index, texts) : write(row.index, texts);
                     },
                     [&](const ChooseSettingLanguage& choice) {
                         language_.reset();
                         if (choice.index > 0) language_ = choice.index - 1;
                         problem_.reset();
                         scroll_ = {};
                     },
                     [&](const UndoSetting&) { take_back(); },
                     [&](const ScrollSettings& scrolled) { scroll_ = scrolled.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             to = Back{};
                         } else {
                             to = chosen;
                         }
                     }},
               intent);
    return to;
}

void SettingsPresenter::write(std::size_t index, const Texts& texts) {
    const auto rules = rules_here();
    if (index >= rules.size()) return;
    const SettingRule& rule = *rules[index];
    problem_.reset();
    // The finger that opened it has let go of the list.
    scroll_.held = false;
    writing_ = Writing{};
    writing_->number = ++writings_;
    writing_->field = rule.field;
    SettingFieldView& view = writing_->view;
    view.label = texts.get(rule.label);
    view.hint = texts.get(hint_of(rule.value));
    view.longest = longest_of(rule);
    if (rule.value == SettingValue::time || rule.value == SettingValue::date) {
        view.keys.page = KeyPage::signs;
    }
    desk_.read(
        [&](const Desk& desk) { view.text = line_of(rule, desk.state().settings(), texts); });
}

void SettingsPresenter::write_word(std::size_t index, const Texts& texts) {
    const std::vector<EventWord> known = words(texts);
    if (index >= known.size()) return;
    const EventWord& word = known[index];
    problem_.reset();
    scroll_.held = false;
    writing_ = Writing{};
    writing_->number = ++writings_;
    writing_->word = word;
    SettingFieldView& view = writing_->view;
    view.label = word.label + " · " + texts.get(in_languages.at(*language_ + 1));
    view.hint = texts.get(Sentence{"In Swedish: {}"}, beginning_of(word.swedish));
    view.text = word.translation;
    view.longest = word.longest;
    view.keys.written = further_languages.at(*language_);
}

std::optional<Navigation> SettingsPresenter::follow(const SettingFieldIntent& intent,
                                                    const Texts& texts) {
    std::optional<Navigation> to;
    std::visit(Match{[&](const ChangeSetting& change) {
                         writing_->view.text = change.typed;
                         writing_->problem.reset();
                         // A capital that was asked for is for one letter.
                         writing_->view.keys.capitals = Capitals::automatic;
                     },
                     [&](const TurnSettingKeys& turned) { writing_->view.keys = turned.keys; },
                     [&](const SaveSetting&) { save(texts); },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             writing_.reset();
                         } else {
                             to = chosen;
                         }
                     }},
               intent);
    return to;
}

void SettingsPresenter::save(const Texts& texts) {
    const std::string text = trim_text(writing_->view.text);
    const SaidSettings said{{writing_->field, {writing_->view.label, text}}};
    // Another one may be open by the time the answer comes.
    const auto is_open = [this, number = writing_->number] {
        return writing_ && writing_->number == number;
    };
    const auto refused = [this, is_open](const Error& error) {
        (is_open() ? writing_->problem : problem_) = error;
    };
    desk_.ask(
        scope_,
        [said, text, texts, word = writing_->word,
         language = language_](Desk& desk) -> Result<WordStep> {
            if (word) return translate_word(desk, *word, *language, text, texts, actor::organiser);
            auto step = change_settings(desk, said, texts, actor::organiser);
            if (!step) return step.error();
            return WordStep{std::move(step).value()};
        },
        [this, is_open, refused](const Result<WordStep>& step) {
            if (!step) return refused(step.error());
            if (is_change(*step)) steps_.push_back(*step);
            if (is_open()) writing_.reset();
        },
        refused);
}

void SettingsPresenter::take_back() {
    if (steps_.empty()) return;
    // Whoever presses twice takes back two steps. One that cannot be taken back any more is over.
    const WordStep step = steps_.back();
    steps_.pop_back();
    problem_.reset();
    desk_.ask(
        scope_,
        [step](Desk& desk) {
            return std::visit(
                [&desk](const auto& each) {
                    return stormote::take_back(desk, each, actor::organiser);
                },
                step);
        },
        [this](const Result<>& taken) {
            if (!taken) problem_ = taken.error();
        },
        [this, step](const Error& error) {
            steps_.push_back(step);
            problem_ = error;
        });
}

}  // namespace stormote
