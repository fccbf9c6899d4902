#include "kiosk/documents/ticket_paper.h"

#include <array>
#include <map>

#include "kiosk/documents/event_paper.h"
#include "kiosk/documents/pdf/pdf_paper.h"
#include "sync/base/date_text.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

// ISO 18004: four modules of nothing around the code.
constexpr double quiet_share = 4.0 / 25;
constexpr std::uint32_t fold_colour = 0xB0B0B0;
constexpr double fold_width = 0.2;

PaperSize size_of(TicketPaper paper) {
    switch (paper) {
        case TicketPaper::folded:
        case TicketPaper::quarter:
            break;
        case TicketPaper::narrow:
            return {62, 29};
        case TicketPaper::badge:
            return {90, 55};
    }
    return a4_upright;
}

class TicketDrawer {
  public:
    TicketDrawer(const EventState& state, TicketPaper stock, const Texts& texts)
        : state_(state),
          stock_(stock),
          size_(size_of(stock)),
          paper_(size_, describe_paper(
                            texts.get(Sentence{"Tickets: {}"}, state.setting(SettingField::name)),
                            state, texts)) {}

    void draw(const PaperTicket& ticket) {
        switch (stock_) {
            case TicketPaper::folded:
                draw_folded(ticket);
                break;
            case TicketPaper::quarter:
                draw_quarter(ticket);
                break;
            case TicketPaper::narrow:
            case TicketPaper::badge:
                draw_label(ticket);
                break;
        }
    }

    std::string finish() {
        if (stock_ == TicketPaper::quarter && place_ > 0) paper_.end_page();
        return paper_.finish();
    }

  private:
    void write(PaperText words, const PaperBox& box, double& top, double space_after,
               double smallest = 2.4) {
        if (words.text.empty()) return;
        const double height = box.top + box.height - top;
        words = paper_.fit(std::move(words), box.width, height, smallest);
        top += paper_.write(words, box.left, top, box.width) + space_after;
    }

    void draw_code(const PaperTicket& ticket, double left, double top, double side) {
        const double quiet = side * quiet_share / (1 + 2 * quiet_share);
        paper_.code(draw_qr(ticket.text), {left + quiet, top + quiet, side - 2 * quiet, 0},
                    ticket.texts->get(Sentence{"Ticket for {} as a QR code. Short code: {}"},
                                      ticket.name, ticket.short_code));
    }

    // "onsdag 12 oktober 2022 18.00–21.00".
    const std::string& when(const std::string& language) {
        std::string& text = when_[language];
        if (!text.empty()) return text;
        const std::string& starts = state_.setting(SettingField::starts);
        const std::string& ends = state_.setting(SettingField::ends);
        text = date_in_words(starts, language) + " " + time_in_words(starts, language);
        if (starts.substr(0, 10) == ends.substr(0, 10)) {
            text += "–" + time_in_words(ends, language);
        }
        return text;
    }

    [[nodiscard]] const std::string& words(SettingField field, const Texts& texts) const {
        return state_.settings().get(field, texts.language());
    }

    // The face of a ticket: what it is for, the code, and whose it is.
    void draw_face(const PaperTicket& ticket, const PaperBox& box, double code_side) {
        const Texts& texts = *ticket.texts;
        double top = box.top;
        const PaperBox head{box.left, box.top, box.width, 42};
        write({words(SettingField::municipality, texts), 3.6}, head, top, 1);
        write({words(SettingField::name, texts), 7, true, false, PaperTag::title, 2}, head, top, 1,
              4);
        write({when(texts.language()), 4}, head, top, 0.5);
        write({words(SettingField::place, texts), 4}, head, top, 2);
        const double left = box.left + (box.width - code_side) / 2;
        top = std::max(top, box.top + 36);
        draw_code(ticket, left, top, code_side);
        top += code_side;
        const double bottom = box.top + box.height;
        write({texts.get(Sentence{"Code: {}"}, ticket.short_code), 4.5, true, true},
              {box.left, top, box.width, bottom - top}, top, 2);
        write({ticket.name, 7, true, true, PaperTag::heading, 2},
              {box.left, top, box.width, bottom - top - 8}, top, 0.5, 3);
        write({ticket.organisation, 4.5, false, true, PaperTag::paragraph, 2},
              {box.left, top, box.width, bottom - top}, top, 0);
    }

    void draw_folded(const PaperTicket& ticket) {
        constexpr double margin = 9;
        const double half_width = size_.width_mm / 2;
        const double half_height = size_.height_mm / 2;
        const Texts& texts = *ticket.texts;
        paper_.begin_section(texts.language());
        draw_face(ticket, {margin, margin, half_width - 2 * margin, half_height - 2 * margin}, 60);
        PaperBox box{half_width + margin, margin, half_width - 2 * margin,
                     half_height - 2 * margin};
        double top = box.top;
        write({texts.get({"How it works"}), 5.5, true, false, PaperTag::heading}, box, top, 2);
        for (const Sentence step :
             {Sentence{"Hold the code to the camera at the entrance, on paper or on your phone."},
              Sentence{"You are told your group and your table, and get a name label."},
              Sentence{"No ticket with you? Type a few letters of your name, or say the code."},
              Sentence{"Ask the staff if anything is unclear."}}) {
            write({texts.get(step), 4, false, false, PaperTag::list_item}, box, top, 1.5);
        }
        if (const std::string& doors = state_.setting(SettingField::doors); !doors.empty()) {
            write({texts.get(Sentence{"The doors open at {}."},
                             time_in_words(doors, texts.language())),
                   4},
                  box, top, 0);
        }
        box = {margin, half_height + margin, half_width - 2 * margin, half_height - 2 * margin};
        top = box.top;
        if (const auto programme = programme_of(state_); !programme.empty()) {
            write({texts.get({"Programme"}), 5.5, true, false, PaperTag::heading}, box, top, 2);
            for (const ProgrammeItem& item : programme) {
                write({clock_in_words(item.starts, texts.language()) + " " +
                           item.title_in(texts.language()),
                       4, false, false, PaperTag::list_item},
                      box, top, 1);
            }
        }
        box.left += half_width;
        top = box.top;
        if (const auto questions = agenda_questions(state_); !questions.empty()) {
            write({texts.get({"What we talk about"}), 5.5, true, false, PaperTag::heading}, box,
                  top, 2);
            for (const AgendaQuestion& question : questions) {
                write({question.in(texts.language()).numbered(), 4, false, false,
                       PaperTag::list_item},
                      box, top, 1.5);
            }
        }
        paper_.rule({0, half_height, size_.width_mm, fold_width}, fold_colour);
        paper_.rule({half_width, 0, fold_width, size_.height_mm}, fold_colour);
        paper_.end_section();
        paper_.end_page();
    }

    void draw_quarter(const PaperTicket& ticket) {
        constexpr double margin = 9;
        const double width = size_.width_mm / 2;
        const double height = size_.height_mm / 2;
        const double left = place_ % 2 == 0 ? 0 : width;
        const double top = place_ < 2 ? 0 : height;
        paper_.begin_section(ticket.texts->language());
        draw_face(ticket, {left + margin, top + margin, width - 2 * margin, height - 2 * margin},
                  60);
        paper_.end_section();
        if (place_ == 0) {
            paper_.rule({0, height, size_.width_mm, fold_width}, fold_colour);
            paper_.rule({width, 0, fold_width, size_.height_mm}, fold_colour);
        }
        if (++place_ == 4) {
            paper_.end_page();
            place_ = 0;
        }
    }

    void draw_label(const PaperTicket& ticket) {
        const double margin = size_.height_mm / 14;
        // Not as large as it fits: names stand beside it.
        const double side = std::min(size_.height_mm - 2 * margin, size_.width_mm * 0.42);
        paper_.begin_section(ticket.texts->language());
        draw_code(ticket, margin, margin, side);
        const PaperBox box{2 * margin + side, margin, size_.width_mm - 3 * margin - side,
                           size_.height_mm - 2 * margin};
        double top = box.top;
        const double letters = size_.height_mm / 6;
        write({ticket.name, letters, true, false, PaperTag::title, 3},
              {box.left, top, box.width, box.height * 0.45}, top, 0.5, 2.2);
        write({ticket.organisation, letters * 0.6, false, false, PaperTag::paragraph, 2},
              {box.left, top, box.width, box.height * 0.25}, top, 0.5, 1.8);
        write({ticket.short_code, letters * 0.7, true, false, PaperTag::paragraph, 1}, box, top,
              0.5, 2);
        write({when(ticket.texts->language()), letters * 0.4, false, false, PaperTag::paragraph, 2},
              box, top, 0, 1.6);
        paper_.end_section();
        paper_.end_page();
    }

    const EventState& state_;
    TicketPaper stock_;
    PaperSize size_;
    PdfPaper paper_;
    std::map<std::string, std::string> when_;  // by language: ICU takes its time
    int place_ = 0;                            // on the sheet, of those to cut
};

}  // namespace

std::optional<TicketPaper> parse_ticket_paper(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, TicketPaper>, 4> papers{
        {{"a4", TicketPaper::folded},
         {"a4x4", TicketPaper::quarter},
         {"62x29", TicketPaper::narrow},
         {"90x55", TicketPaper::badge}}};
    for (const auto& [name, paper] : papers) {
        if (name == text) return paper;
    }
    return std::nullopt;
}

std::string draw_tickets(std::span<const PaperTicket> tickets, const EventState& state,
                         TicketPaper paper, const Texts& texts,
                         const std::function<void()>& drawn) {
    TicketDrawer drawer(state, paper, texts);
    for (const PaperTicket& ticket : tickets) {
        drawer.draw(ticket);
        drawn();
    }
    return drawer.finish();
}

}  // namespace stormote
