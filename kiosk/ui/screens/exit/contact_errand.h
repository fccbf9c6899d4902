// ContactErrand: the wish to be contacted: what it is about, by which department, and how the
// person is reached. The screen thread.
#pragma once

#include "kiosk/ui/screens/exit/exit_feedback_errand.h"

namespace stormote {

class ContactErrand {
  public:
    // It must be known who stands here from now on.
    void open();
    // At the last page, where the way to reach them is to be put right.
    void open_reach(const ExitFeedbackContext& context);
    [[nodiscard]] std::optional<ErrandStep> draw(Ui& ui, const ErrandFrame& frame);
    [[nodiscard]] bool is_begun() const { return !about_.empty() || !reach_.empty(); }
    void forget();
    // Somebody else stands here: what it is about may stay.
    void forget_reach();

  private:
    enum class Page : std::uint8_t { about, department, reach };

    std::optional<ErrandStep> draw_about(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> draw_department(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> draw_reach(Ui& ui, const ErrandFrame& frame);
    std::optional<ErrandStep> go_back(const ExitFeedbackContext& context);
    [[nodiscard]] SendFeedback send(const ExitFeedbackContext& context) const;

    Page page_ = Page::about;
    std::string about_;
    WrittenPage writing_;
    std::string department_;
    bool has_registered_reach_ = false;
    bool uses_registered_reach_ = false;
    std::string reach_;
    NoteKeys reach_keys_;
};

}  // namespace stormote
