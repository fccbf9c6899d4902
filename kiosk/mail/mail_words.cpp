#include "kiosk/mail/mail_words.h"

#include <fstream>
#include <sstream>

#include "kiosk/mail/mail_template.h"
#include "sync/base/assets.h"

namespace stormote {

namespace {

std::string read_template_file(MailPurpose purpose, const std::string& language) {
    const auto file =
        asset_directory() / "mail" / (std::string(purpose_name(purpose)) + "." + language + ".txt");
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return in ? text.str() : "";
}

}  // namespace

const char *purpose_name(MailPurpose purpose) {
    switch (purpose) {
        case MailPurpose::invitation:
            return "invitation";
        case MailPurpose::reminder:
            return "reminder";
        case MailPurpose::call:
            return "call";
        case MailPurpose::answer:
            return "answer";
        case MailPurpose::thanks:
            break;
    }
    return "thanks";
}

std::string read_mail_template(MailPurpose purpose, const std::string& language) {
    std::string text = read_template_file(purpose, language);
    return text.empty() ? read_template_file(purpose, "sv") : text;
}

std::string html_page(const std::string& title, const Texts& texts, const std::string& body) {
    return "<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"" +
           (texts.reads_from_right() ? " dir=\"rtl\"" : "") +
           "><head><meta charset=\"utf-8\"><title>" + escape_html(title) +
           "</title></head>\n<body style=\"font-family: sans-serif; font-size: 16px; "
           "line-height: 1.5; max-width: 40em\">\n" +
           body + "</body></html>\n";
}

}  // namespace stormote
