// CommentErrand: a comment on the way out, with or without the name of whoever wrote it. The screen
// thread.
#pragma once

#include "kiosk/ui/screens/exit/exit_feedback_errand.h"

namespace stormote {

class CommentErrand {
  public:
    void open();
    [[nodiscard]] std::optional<ErrandStep> draw(Ui& ui, const ErrandFrame& frame);
    [[nodiscard]] bool is_begun() const { return !comment_.empty(); }
    void forget() { comment_.clear(); }

  private:
    std::optional<ErrandStep> draw_writing(Ui& ui, const ErrandFrame& frame);
    // Only where it is known who stands here.
    std::optional<ErrandStep> draw_signature(Ui& ui, const ErrandFrame& frame);
    // `from`: nobody where it is anonymous.
    [[nodiscard]] SendFeedback send(std::optional<AttendeeId> from) const;

    std::string comment_;
    WrittenPage page_;
    bool is_at_signature_ = false;
};

}  // namespace stormote
