// Visit: one request and who makes it. Lives while it is answered.
#pragma once

#include "kiosk/web/pages/site.h"

namespace stormote {

class Visit {
  public:
    Visit(const Site& site, const WebRequest& request);

    const Site& site;
    const WebRequest request;
    const Texts& texts;
    std::optional<WebSession> session{};
    // Of the route, where it names one that is there.
    std::optional<EventId> event{};

    [[nodiscard]] std::string text(Sentence sentence) const { return texts.get(sentence); }
    [[nodiscard]] AuditActor actor() const;
    [[nodiscard]] BrowserClues clues() const;
    // What a browser shows to be known, and what its forms carry.
    [[nodiscard]] const std::string& session_token() const;
    [[nodiscard]] bool carries_form_token() const;

    // A page of the template, with what every page shows: who is signed in, and where.
    [[nodiscard]] WebResponse page(const std::string& name, Sentence title, nlohmann::json view,
                                   int status = 200) const;
    // With one sentence on it.
    [[nodiscard]] WebResponse notice(Sentence title, const std::string& words, int status) const;
    // Sends the browser on, with the tokens of who has just come in.
    [[nodiscard]] WebResponse let_in(const SignedIn& signed_in, const std::string& to) const;
    [[nodiscard]] WebResponse sign_out() const;

  private:
    [[nodiscard]] std::string cookie(const char *name) const;
};

}  // namespace stormote
