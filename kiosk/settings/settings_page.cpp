#include "kiosk/settings/settings_page.h"

#include <optional>

#include "kiosk/lists/heading_words.h"
#include "kiosk/lists/list_text.h"
#include "kiosk/settings/setting_words.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t most_page_bytes = 200'000;

Sentence section_title(SettingSection section) {
    switch (section) {
        case SettingSection::meeting:
            return {"The meeting"};
        case SettingSection::municipality:
            return {"The municipality"};
        case SettingSection::agreement:
            return {"What organisations can join"};
        case SettingSection::people:
            return {"What is stored about people"};
    }
    return {""};
}

void add_comment(std::string& page, const std::string& words) {
    page += "# " + words + '\n';
}

bool is_list(const SettingRule& rule) {
    return rule.most > 0 || rule.value == SettingValue::table;
}

void add_lines(std::string& page, const std::string& label, const SettingRule& rule,
               const std::vector<std::string>& lines) {
    page += label + ':';
    if (!is_list(rule) && !lines.empty()) page += ' ' + lines.front();
    page += '\n';
    if (!is_list(rule)) return;
    for (const std::string& line : lines) page += "    " + line + '\n';
}

// Another device may have written several lines, or what no line may hold.
std::vector<std::string> written_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string_view line : split_text(text, '\n')) {
        if (std::string words = trim_text(line); !words.empty()) lines.push_back(std::move(words));
    }
    return lines;
}

void add_setting(std::string& page, const SettingRule& rule, const LatestFields& present,
                 SaidTimes times, const Texts& texts) {
    const std::string label = texts.get(rule.label);
    if (rule.value == SettingValue::picture) {
        add_comment(page, present.get(rule.field).empty()
                              ? texts.get(Sentence{"There is no logo: --logo FILE"})
                              : texts.get(Sentence{"There is a logo; another one: --logo FILE"}));
        return;
    }
    const bool is_said_elsewhere =
        rule.field == SettingField::starts && times == SaidTimes::by_the_start;
    if (is_said_elsewhere) {
        add_comment(page, texts.get(Sentence{"When it starts is said for each meeting: --starts "
                                             "2022-10-12T18:00"}));
        return;
    }
    add_lines(page, label, rule, setting_lines(rule, present, times, texts));
    if (!has_translations(rule)) return;
    const Translations translations = present.translations(rule.field);
    for (std::size_t i = 0; i < translations.size(); ++i) {
        const std::vector<std::string> lines = written_lines(translations[i]);
        if (lines.empty()) continue;
        add_lines(page, label + " (" + std::string(further_languages[i]) + ')', rule, lines);
    }
}

const SettingRule *find_rule(std::string_view label) {
    const std::string folded = fold_text(label);
    for (const SettingRule& rule : setting_rules()) {
        if (fold_text(rule.name) == folded || is_written(label, rule.label)) return &rule;
    }
    return nullptr;
}

std::string known_labels() {
    std::string labels;
    for (const SettingRule& rule : setting_rules()) {
        labels += (labels.empty() ? "" : ", ") + written_languages().back().get(rule.label);
    }
    return labels;
}

class PageReader {
  public:
    explicit PageReader(const std::string& file) : file_(file) {}

    Result<SaidSettings> read(const std::string& text) {
        std::size_t number = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
            ++number;
            if (auto taken = take(text.substr(begin, end - begin), number); !taken) {
                return taken.error();
            }
            begin = end + (text.compare(end, 2, "\r\n") == 0 ? 2 : 1);
        }
        return std::move(said_);
    }

  private:
    Result<> take(const std::string& line, std::size_t number) {
        const std::string words = trim_text(line);
        if (words.empty() || line.front() == '#') return Done{};
        if (line.front() == ' ' || line.front() == '\t') return go_on(words, number);
        const std::size_t colon = words.find(':');
        const auto field = find_field(words.substr(0, colon), number);
        if (!field) return field.error();
        if (colon == std::string::npos || !*field) {
            return input_error({"{}:{}: \"{}\" is not a setting. Write one of these, then a "
                                "colon and what it is: {}."},
                               file_, number, words.substr(0, colon), known_labels());
        }
        const auto [place, is_new] = lines_.emplace(**field, number);
        if (!is_new) {
            return input_error({"{}:{}: \"{}\" is said on line {} already. Leave one of them "
                                "out."},
                               file_, number, words.substr(0, colon), place->second);
        }
        last_ = *field;
        said_[**field] = {file_ + ':' + std::to_string(number) + ": " + words.substr(0, colon),
                          trim_text(words.substr(colon + 1))};
        return Done{};
    }

    // Nothing: it is no setting in any language. Error: in a language that there is not.
    [[nodiscard]] Result<std::optional<SettingField>> find_field(const std::string& label,
                                                                 std::size_t number) const {
        if (const SettingRule *rule = find_rule(label)) return std::optional(rule->field);
        const auto split = heading_in_language(label);
        if (!split || find_rule(split->heading) == nullptr) return std::optional<SettingField>();
        const std::string where = file_ + ':' + std::to_string(number) + ": " + label;
        auto field = find_translation(label, where, find_rule);
        if (!field) return field.error();
        return std::optional(*field);
    }

    // A line that begins with spaces belongs to the setting above it.
    Result<> go_on(const std::string& words, std::size_t number) {
        if (!last_) {
            return input_error({"{}:{}: \"{}\" belongs to no setting. Begin the line with a "
                                "setting's name and a colon."},
                               file_, number, words);
        }
        std::string& text = said_[*last_].text;
        if (!text.empty()) text += is_list(rule_of(*last_)) ? '\n' : ' ';
        text += words;
        return Done{};
    }

    const std::string& file_;
    std::optional<SettingField> last_;
    SaidSettings said_;
    std::map<SettingField, std::size_t> lines_;
};

}  // namespace

std::string write_settings_page(const LatestFields& present, SaidTimes times, const Texts& texts) {
    std::string page;
    std::optional<SettingSection> section;
    for (const SettingRule& rule : setting_rules()) {
        if (section != rule.section) {
            if (section) page += '\n';
            section = rule.section;
            add_comment(page, texts.get(section_title(*section)));
        }
        add_setting(page, rule, present, times, texts);
    }
    if (present.get(SettingField::keep_decision).empty()) {
        add_comment(page, texts.get(Sentence{
                              "This table is a proposal: no decision of the municipality is named. "
                              "People are told no day."}));
    }
    return page;
}

Result<SaidSettings> read_settings_page(std::string_view bytes, const std::string& file) {
    if (bytes.size() > most_page_bytes) {
        return input_error({"{} is too large for a page of settings."}, file);
    }
    const ListText decoded = decode_list(bytes);
    if (decoded.problem) {
        return input_error({"{} cannot be read as a page of settings: it is empty, or not text. "
                            "Write one with: stormote settings EVENT --save-template {}"},
                           file, file);
    }
    return PageReader(file).read(decoded.text);
}

}  // namespace stormote
