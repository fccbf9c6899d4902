// Visit: one request and who makes it. Lives while it is answered.
#pragma once

#include "kiosk/web/pages/table_door.h"

namespace stormote {

enum class VisitKind : std::uint8_t {
    of_account,
    // Of a table's phone: nobody is signed in there, whoever else uses the browser, and the page
    // that asks every other second keeps nobody signed in.
    of_table,
};

class Visit {
  public:
    Visit(const Site& site, const WebRequest& request, VisitKind kind = VisitKind::of_account);

    const Site& site;
    const WebRequest request;
    const Texts& texts;
    std::optional<WebSession> session{};
    // Of the route, where it names one that is there.
    std::optional<EventId> event{};
    // On a page of a table alone.
    std::optional<AtTable> at_table{};

    [[nodiscard]] std::string text(Sentence sentence) const { return texts.get(sentence); }
    // To whoever has tried too often.
    [[nodiscard]] std::string wait_words(std::int64_t wait_ms) const;
    [[nodiscard]] AuditActor actor() const;
    [[nodiscard]] BrowserClues clues() const;
    // What a browser shows to be known, and what its forms carry.
    [[nodiscard]] const std::string& session_token() const;
    [[nodiscard]] bool carries_form_token() const;
    [[nodiscard]] std::string table_token() const;

    // A page of the template, with what every page shows: who is signed in, and where.
    [[nodiscard]] WebResponse page(const std::string& name, Sentence title, nlohmann::json view,
                                   int status = 200) const;
    // The same of a template that is a page by itself, without what the others show.
    [[nodiscard]] WebResponse whole_page(const std::string& name, const std::string& title,
                                         nlohmann::json view, int status = 200) const;
    // With one sentence on it.
    [[nodiscard]] WebResponse notice(Sentence title, const std::string& words, int status) const;
    // The meeting is not open here just now: another process lets it go in a moment.
    [[nodiscard]] WebResponse come_again() const;
    // Sends the browser on, with the tokens of who has just come in.
    [[nodiscard]] WebResponse let_in(const SignedIn& signed_in, const std::string& to) const;
    [[nodiscard]] WebResponse sign_out() const;
    // The same for a table's page.
    [[nodiscard]] WebResponse let_in(const TableEntered& entered, const std::string& to) const;

  private:
    [[nodiscard]] std::string cookie(const char *name) const;
    void add_files(nlohmann::json& view) const;
};

}  // namespace stormote
