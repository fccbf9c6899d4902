#include "kiosk/mail/smtp_session.h"

#include <algorithm>
#include <cstring>
#include <mutex>

#include <curl/curl.h>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

struct FreeList {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
struct FreeText {
    void operator()(char *text) const { curl_free(text); }
};

void start_curl() {
    static std::once_flag started;
    std::call_once(started, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// A part of a URL; empty where it has none, or is none.
std::string part_of(const std::string& url, CURLUPart part) {
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) !=
        CURLUE_OK) {
        return "";
    }
    char *text = nullptr;
    if (curl_url_get(parsed.get(), part, &text, CURLU_URLDECODE) != CURLUE_OK) return "";
    const std::unique_ptr<char, FreeText> owned(text);
    return text;
}

std::string without_user(const std::string& url) {
    const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
    curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME);
    curl_url_set(parsed.get(), CURLUPART_USER, nullptr, 0);
    char *text = nullptr;
    if (curl_url_get(parsed.get(), CURLUPART_URL, &text, 0) != CURLUE_OK) return url;
    const std::unique_ptr<char, FreeText> owned(text);
    return text;
}

// What is still to be sent.
struct Upload {
    const std::string *mail = nullptr;
    std::size_t sent = 0;
};

std::size_t read_upload(char *target, std::size_t size, std::size_t count, void *from) {
    auto& upload = *static_cast<Upload *>(from);
    const std::size_t length = std::min(size * count, upload.mail->size() - upload.sent);
    std::memcpy(target, upload.mail->data() + upload.sent, length);
    upload.sent += length;
    return length;
}

bool is_refusal(const std::string& answer) {
    return answer.starts_with('4') || answer.starts_with('5');
}

// What the two have said to each other.
struct Dialogue {
    std::string command;  // that was sent last, "RCPT"
    std::string answer;   // the last one, or the one by which the server refused
    std::string refused;  // the command that it answered then
};

int keep_command(CURL * /*handle*/, curl_infotype kind, char *line, std::size_t size,
                 void *target) {
    if (kind != CURLINFO_HEADER_OUT) return 0;
    constexpr std::size_t verb = 4;
    static_cast<Dialogue *>(target)->command.assign(line, std::min(size, verb));
    return 0;
}

std::size_t keep_answer(const char *line, std::size_t size, std::size_t count, void *target) {
    auto& dialogue = *static_cast<Dialogue *>(target);
    // A farewell may follow a refusal.
    if (is_refusal(dialogue.answer)) return size * count;
    dialogue.answer = trim_text(std::string_view(line, size * count));
    if (is_refusal(dialogue.answer)) dialogue.refused = dialogue.command;
    return size * count;
}

}  // namespace

struct SmtpSession::Parts {
    explicit Parts(SmtpOptions given) : options(std::move(given)) {
        start_curl();
        handle = curl_easy_init();
    }
    ~Parts() { curl_easy_cleanup(handle); }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    SmtpOptions options;
    CURL *handle = nullptr;
    Dialogue dialogue;
};

Result<> check_smtp_url(const std::string& url) {
    const std::string scheme = part_of(url, CURLUPART_SCHEME);
    if ((scheme != "smtp" && scheme != "smtps") || part_of(url, CURLUPART_HOST).empty()) {
        return usage_error({"--smtp {} is not a mail server. Write it as "
                            "smtp://user@mail.example.org:587 or "
                            "smtps://user@mail.example.org:465."},
                           url);
    }
    if (!part_of(url, CURLUPART_PASSWORD).empty()) {
        return usage_error(
            {"A password does not belong on the command line, where others on this "
             "machine see it. Put it into a file, and give --smtp-password-file "
             "FILE."});
    }
    return Done{};
}

bool is_loopback(const std::string& smtp_url) {
    const std::string host = part_of(smtp_url, CURLUPART_HOST);
    // Not "127.example.org".
    const bool is_number = host.find_first_not_of("0123456789.") == std::string::npos;
    return host == "localhost" || host == "[::1]" || (is_number && host.starts_with("127."));
}

SmtpSession::SmtpSession(SmtpOptions options)
    : parts_(std::make_unique<Parts>(std::move(options))) {
    CURL *handle = parts_->handle;
    const SmtpOptions& chosen = parts_->options;
    curl_easy_setopt(handle, CURLOPT_URL, chosen.url.c_str());
    // A user in the URL without a password would hide the password that is given here.
    if (const std::string user = part_of(chosen.url, CURLUPART_USER); !user.empty()) {
        curl_easy_setopt(handle, CURLOPT_URL, without_user(chosen.url).c_str());
        curl_easy_setopt(handle, CURLOPT_USERNAME, user.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // Encrypted, with a certificate that holds: what is sent lets people in.
    const long encryption = is_loopback(chosen.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL;
    curl_easy_setopt(handle, CURLOPT_USE_SSL, encryption);
    if (!chosen.password.empty()) {
        curl_easy_setopt(handle, CURLOPT_PASSWORD, chosen.password.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, chosen.connect_seconds);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, chosen.mail_seconds);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, read_upload);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, keep_answer);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &parts_->dialogue);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, keep_command);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &parts_->dialogue);
    // Half a mail that waits for an acknowledgement would wait for 40 ms each.
    curl_easy_setopt(handle, CURLOPT_TCP_NODELAY, 1L);
}

SmtpSession::~SmtpSession() = default;

MailResult SmtpSession::send(const std::string& from, const std::string& to,
                             const std::string& mail) {
    CURL *handle = parts_->handle;
    Dialogue& dialogue = parts_->dialogue;
    dialogue = {};
    Upload upload{&mail, 0};
    const std::unique_ptr<curl_slist, FreeList> recipients(curl_slist_append(nullptr, to.c_str()));
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    const CURLcode code = curl_easy_perform(handle);
    if (code == CURLE_OK) return {MailOutcome::handed_over, dialogue.answer};
    const std::string words =
        is_refusal(dialogue.answer) ? dialogue.answer : curl_easy_strerror(code);
    switch (code) {
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_WEIRD_SERVER_REPLY:
            if (!words.starts_with('5')) return {MailOutcome::later, words};
            // Only of its recipient is a refusal for this mail alone; one of the sender, the
            // sign-in or the content would meet the others, too.
            return {dialogue.refused == "RCPT" ? MailOutcome::refused : MailOutcome::hopeless,
                    words};
        default:
            return {MailOutcome::hopeless, words};
    }
}

}  // namespace stormote
