#include "kiosk/lists/answers/answer_cells.h"

#include <algorithm>
#include <array>

#include "kiosk/lists/answers/answer_columns.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

using ReadAnswer = std::variant<std::string, UnclearAnswer>;

constexpr std::array<std::string_view, 4> yes_words{"ja", "yes", "true", "sant"};
constexpr std::array<std::string_view, 5> no_words{"nej", "no", "false", "falskt", "falsk"};

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

// "4", "4,0" or "4 – Ganska nöjd"; 0: no step of the scale.
int step_of(const std::string& cell) {
    if (!is_digit(cell.front())) return 0;
    const int step = cell.front() - '0';
    std::size_t end = 1;
    if (cell.size() > 2 && (cell[1] == ',' || cell[1] == '.') && is_digit(cell[2])) {
        end = cell.find_first_not_of('0', 2);
        if (end == std::string::npos) end = cell.size();
    }
    const bool goes_on = end < cell.size() && is_digit(cell[end]);
    return goes_on || step > survey_scale ? 0 : step;
}

bool is_said(const std::string& words, const std::string& cell) {
    return !words.empty() && join_folded_words(words) == join_folded_words(cell);
}

ReadAnswer read_step(const SurveyQuestion& question, const std::string& cell) {
    if (is_said(question.low, cell)) return "1";
    if (is_said(question.high, cell)) return std::to_string(survey_scale);
    const int step = step_of(cell);
    if (step > 0) return std::to_string(step);
    static_assert(survey_scale == 5);
    return UnclearAnswer{
        input_error({"\"{}\" is not a step of the scale. Write a number from 1 to 5."}, cell), ""};
}

template <typename Words>
bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

ReadAnswer read_yes_no(const std::string& cell) {
    const std::string folded = join_folded_words(cell);
    if (holds(yes_words, folded)) return "yes";
    if (holds(no_words, folded)) return "no";
    const std::vector<std::string> words = fold_words(cell);
    std::string proposal;
    if (!words.empty() && holds(yes_words, words.front())) proposal = "ja";
    if (!words.empty() && holds(no_words, words.front())) proposal = "nej";
    return UnclearAnswer{input_error({"\"{}\" is neither yes nor no. Write ja or nej."}, cell),
                         proposal};
}

std::vector<std::string> folded_choices(const SurveyQuestion& question) {
    std::vector<std::string> folded;
    for (const std::string& choice : question.choices) folded.push_back(join_folded_words(choice));
    return folded;
}

const std::string *find_choice(const SurveyQuestion& question,
                               const std::vector<std::string>& folded, std::string_view text) {
    const auto found = std::find(folded.begin(), folded.end(), join_folded_words(text));
    if (found == folded.end()) return nullptr;
    return &question.choices[static_cast<std::size_t>(found - folded.begin())];
}

// In how many parts the separator divides the choice that has most of it.
std::size_t most_parts(const SurveyQuestion& question, char separator) {
    std::ptrdiff_t most = 0;
    for (const std::string& choice : question.choices) {
        most = std::max(most, std::count(choice.begin(), choice.end(), separator));
    }
    return static_cast<std::size_t>(most) + 1;
}

UnclearAnswer no_choice(const SurveyQuestion& question, const std::string& text) {
    constexpr float probable_likeness = 0.4F;
    std::string proposal;
    float best = probable_likeness;
    for (const std::string& choice : question.choices) {
        const float likeness = text_likeness(text, choice);
        if (likeness < best) continue;
        proposal = choice;
        best = likeness;
    }
    return {input_error({"\"{}\" is none of the choices of question {}. Write one of them, or "
                         "add it to the question."},
                        text, question.number),
            proposal};
}

// Whatever is between commas may hold commas itself: the longest run that is a choice is meant.
ReadAnswer read_choices(const SurveyQuestion& question, const std::string& cell) {
    const char separator = cell.find(';') == std::string::npos ? ',' : ';';
    const std::vector<std::string_view> parts = split_text(cell, separator);
    const std::vector<std::string> folded = folded_choices(question);
    const std::size_t most = most_parts(question, separator);
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < parts.size();) {
        if (trim_text(parts[i]).empty()) {
            ++i;
            continue;
        }
        std::size_t count = std::min(parts.size() - i, most);
        const std::string *choice = nullptr;
        for (; count > 0; --count) {
            const std::string_view& last = parts[i + count - 1];
            const auto length =
                static_cast<std::size_t>(last.data() + last.size() - parts[i].data());
            choice = find_choice(question, folded, {parts[i].data(), length});
            if (choice != nullptr) break;
        }
        if (choice == nullptr) return no_choice(question, trim_text(parts[i]));
        chosen.push_back(*choice);
        i += count;
    }
    return answer_of_choices(question, chosen);
}

}  // namespace

ReadAnswer read_answer(const SurveyQuestion& question, const std::string& cell) {
    switch (question.answer) {
        case SurveyAnswerKind::scale:
            return read_step(question, cell);
        case SurveyAnswerKind::yes_no:
            return read_yes_no(cell);
        case SurveyAnswerKind::text:
            return cell;
        case SurveyAnswerKind::one_of:
            if (const auto *choice = find_choice(question, folded_choices(question), cell)) {
                return *choice;
            }
            return no_choice(question, cell);
        case SurveyAnswerKind::several_of:
            return read_choices(question, cell);
    }
    return cell;
}

}  // namespace stormote
