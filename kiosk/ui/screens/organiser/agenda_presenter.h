// AgendaPresenter: the evening's agenda while the organiser has it open: the question or programme
// item that is being written, and the steps that can be taken back. All checking and writing is
// done on the desk's thread. The screen thread; borrows desk and clock, which outlive it.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/agenda_step.h"
#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/organiser/agenda_item.h"
#include "kiosk/ui/screens/organiser/organiser.h"

namespace stormote {

class AgendaPresenter {
  public:
    AgendaPresenter(DeskThread& desk, const Clock& clock) : desk_(desk), clock_(clock) {}

    // As at the beginning: nothing read, written or to be taken back.
    void open();
    // What the tab shows now; reads the agenda.
    [[nodiscard]] AgendaView view(const Texts& texts);
    void act(const AgendaIntent& intent);

    // The page for what is being written, instead of the tab; nothing while nothing is.
    [[nodiscard]] std::optional<AgendaItemView> item(const Texts& texts) const;
    // Of that page; of what is the frame's, only GoBack is meant for it.
    void act(const AgendaItemIntent& intent);

  private:
    // A row of the tab: a question by its number, or an item of the programme by its place.
    struct Row {
        std::string at;  // when it begins; may be empty
        std::optional<QuestionNumber> question;
        std::size_t item = 0;
    };
    struct Writing {
        std::uint64_t number = 0;  // tells it from one that was opened since
        AgendaItemView view;
        std::optional<std::size_t> item;  // of the programme, that is changed
        Agenda before;
        std::optional<Error> problem;
    };

    void write_question(const AgendaQuestion& question);
    void write_item(std::optional<std::size_t> place);
    void add_question();
    void save();
    // The agenda with what is written; a problem where it cannot be read.
    [[nodiscard]] Result<Agenda> written() const;
    [[nodiscard]] Result<std::string> time_of(AgendaItemField field) const;
    // Of the event's evening; "" where there is none.
    [[nodiscard]] std::string time_at(const std::string& clock) const;
    [[nodiscard]] std::vector<Row> rows() const;
    void take(const AgendaStep& step, std::function<void()> done,
              std::function<void(const Error&)> refused);
    void take_back();

    DeskThread& desk_;
    const Clock& clock_;
    Agenda agenda_;      // as it was last read
    Agenda delayed_;     // the same, put off
    std::string opens_;  // when it begins, and ends
    std::string closes_;
    RoundNumber dealt_ = 1;  // rounds that people have seats in
    std::optional<Writing> writing_;
    std::uint64_t writings_ = 0;     // so many were opened
    std::vector<AgendaStep> steps_;  // that can be taken back, the last one last
    std::optional<Error> problem_;
    AskScope scope_;
};

}  // namespace stormote
