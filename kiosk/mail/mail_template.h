// Mail template: the words of a mail, with places that are filled in for each recipient: {{name}},
// {{date}}. The first line is the subject; an empty line parts it from the text. Mustache fills
// them in. A value; any thread.
#pragma once

#include <map>
#include <string>

#include "sync/base/error.h"

namespace stormote {

using MailValues = std::map<std::string, std::string>;

struct MailWords {
    std::string subject;
    std::string text;
    std::string html;  // the same, a paragraph where the text has an empty line
};

class MailTemplate {
  public:
    // Error, with the line: a place that is not closed, or a name that is none of `known`.
    static Result<MailTemplate> parse(const std::string& text, const MailValues& known);

    // A section {{#place}}...{{/place}} is left out where its value is empty.
    [[nodiscard]] MailWords fill_in(const MailValues& values) const;

  private:
    std::string subject_;
    std::string text_;
};

[[nodiscard]] std::string escape_html(const std::string& text);
// Paragraphs of HTML, everything in them as it stands: "a < b" shows as that.
[[nodiscard]] std::string html_of(const std::string& text);

}  // namespace stormote
