#include "kiosk/lists/answers/answer_columns.h"

#include <algorithm>
#include <array>
#include <set>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Rather one that is asked about in vain than an answer that is left out.
constexpr float probable_likeness = 0.5F;

constexpr std::array<std::string_view, 9> comment_words{
    "kommentar",        "kommentarer", "ovrigakommentarer", "ovrigakommentar", "ovrigt",
    "ovrigasynpunkter", "comment",     "comments",          "othercomments"};

// As Microsoft Forms and Google write them in Swedish and English, and as people head them.
constexpr std::array<std::string_view, 30> person_words{"id",
                                                        "tidsstampel",
                                                        "timestamp",
                                                        "starttid",
                                                        "startklockslag",
                                                        "starttime",
                                                        "sluttid",
                                                        "slutforandetid",
                                                        "completiontime",
                                                        "senastandrad",
                                                        "senastandringtid",
                                                        "tidforsenasteandring",
                                                        "lastmodifiedtime",
                                                        "datum",
                                                        "date",
                                                        "tid",
                                                        "time",
                                                        "epost",
                                                        "epostadress",
                                                        "mejl",
                                                        "mejladress",
                                                        "mail",
                                                        "email",
                                                        "emailaddress",
                                                        "anvandarnamn",
                                                        "username",
                                                        "namn",
                                                        "name",
                                                        "sprak",
                                                        "language"};

std::set<std::string> letter_runs(std::string_view text) {
    constexpr std::size_t run = 3;
    const std::string key = "  " + join_folded_words(text) + " ";
    std::set<std::string> runs;
    for (std::size_t i = 0; i + run <= key.size(); ++i) runs.insert(key.substr(i, run));
    return runs;
}

}  // namespace

float text_likeness(std::string_view left, std::string_view right) {
    const std::set<std::string> one = letter_runs(left);
    const std::set<std::string> other = letter_runs(right);
    const auto shared = std::count_if(one.begin(), one.end(),
                                      [&](const std::string& run) { return other.contains(run); });
    return 2 * static_cast<float>(shared) / static_cast<float>(one.size() + other.size());
}

AnswerColumns::AnswerColumns(const std::vector<SurveyQuestion>& questions) : questions_(questions) {
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const std::string key = heading_key(questions[i].text);
        add(i, key);
        // "1. Hur var kvällen?"
        add(i, std::to_string(questions[i].number) + key);
    }
    for (const std::string_view word : comment_words) add(comment(), std::string(word));
    // Each a column of its own: that there are several is no contradiction.
    count_ = comment() + 1;
    for (const std::string_view word : person_words) add(count_++, std::string(word));
}

void AnswerColumns::add(std::size_t column, std::string key) {
    words_.push_back({column, keys_.emplace_back(std::move(key))});
}

const SurveyQuestion *AnswerColumns::probable(std::string_view heading) const {
    const SurveyQuestion *best = nullptr;
    float best_likeness = probable_likeness;
    for (const SurveyQuestion& question : questions_) {
        const float likeness = text_likeness(heading, question.text);
        if (likeness < best_likeness) continue;
        best = &question;
        best_likeness = likeness;
    }
    return best;
}

}  // namespace stormote
