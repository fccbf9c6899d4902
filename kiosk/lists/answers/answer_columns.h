// Answer columns: what heads the columns of a web survey's list of answers, and which question of
// the event's survey each answers. Pure.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/lists/heading_words.h"
#include "sync/model/survey.h"

namespace stormote {

// How alike two texts are, 0 to 1: Dice's coefficient of the runs of three letters in them, folded.
[[nodiscard]] float text_likeness(std::string_view left, std::string_view right);

class AnswerColumns {
  public:
    // Borrows the questions.
    explicit AnswerColumns(const std::vector<SurveyQuestion>& questions);

    [[nodiscard]] HeadingWords words() const { return words_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    // The columns of the questions come first, in their order; then comments that answer none.
    [[nodiscard]] std::size_t comment() const { return questions_.size(); }
    // When somebody answered, and who it was.
    [[nodiscard]] bool is_of_person(std::size_t column) const { return column > comment(); }

    // The question that a heading which is none of the words probably is.
    [[nodiscard]] const SurveyQuestion *probable(std::string_view heading) const;

  private:
    void add(std::size_t column, std::string key);

    const std::vector<SurveyQuestion>& questions_;
    std::deque<std::string> keys_;
    std::vector<HeadingWord> words_;
    std::size_t count_ = 0;
};

}  // namespace stormote
