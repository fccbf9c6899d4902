#include "kiosk/lists/mails/mail_text.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include <gmime/gmime.h>

#include "kiosk/lists/list_text.h"
#include "kiosk/lists/mails/html_text.h"
#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

// Mail programs nest a text in two or three parts.
constexpr int deepest_part = 20;
constexpr int most_parts = 200;

void start_gmime() {
    static std::once_flag started;
    std::call_once(started, g_mime_init);
}

struct Release {
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Release>;

std::string text_of(const char *text) {
    if (text == nullptr) return "";
    return is_utf8(text) ? std::string(text) : from_windows_1252(text);
}

std::string decoded_bytes(GMimePart *part) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (content == nullptr) return "";
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    // The array is null where nothing was written.
    if (bytes == nullptr || bytes->data == nullptr) return "";
    return {reinterpret_cast<const char *>(bytes->data), bytes->len};  // NOLINT
}

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// Many programs name a wrong encoding or none.
std::string words_of(GMimeTextPart *part) {
    std::string bytes = decoded_bytes(GMIME_PART(part));
    if (!is_ascii(bytes) && is_utf8(bytes)) return bytes;
    const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    if (charset != nullptr) {
        char *converted = g_mime_text_part_get_text(part);
        std::string text = converted == nullptr ? "" : converted;
        g_free(converted);
        const bool is_sound = is_utf8(text) && text.find("\xEF\xBF\xBD") == std::string::npos;
        // A text that has fewer letters than bytes of its own was not understood.
        if (is_sound && (is_ascii(bytes) || !is_ascii(text))) return text;
    }
    return from_windows_1252(bytes);
}

// The first plain text, or else the first HTML, that is no file.
class BodyFinder {
  public:
    [[nodiscard]] std::string find(GMimeObject *part) {
        look_at(part, 0);
        return plain_.empty() ? html_text(html_) : plain_;
    }

  private:
    void look_at(GMimeObject *part, int depth) {
        if (part == nullptr || depth > deepest_part || ++parts_ > most_parts) return;
        if (GMIME_IS_MULTIPART(part)) {
            auto *multipart = GMIME_MULTIPART(part);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && parts_ <= most_parts; ++i) {
                look_at(g_mime_multipart_get_part(multipart, i), depth + 1);
            }
            return;
        }
        if (!GMIME_IS_TEXT_PART(part) || is_file(part)) return;
        GMimeContentType *type = g_mime_object_get_content_type(part);
        std::string& words = g_mime_content_type_is_type(type, "text", "html")    ? html_
                             : g_mime_content_type_is_type(type, "text", "plain") ? plain_
                                                                                  : other_;
        if (words.empty()) words = words_of(GMIME_TEXT_PART(part));
    }

    static bool is_file(GMimeObject *part) {
        const char *disposition = g_mime_object_get_disposition(part);
        return disposition != nullptr && fold_text(disposition) == "attachment";
    }

    int parts_ = 0;
    std::string plain_;
    std::string html_;
    std::string other_;  // such as a calendar entry
};

struct Mailbox {
    std::string name;
    std::string address;
};

Mailbox first_mailbox(InternetAddressList *list) {
    const int count = list == nullptr ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        InternetAddress *one = internet_address_list_get_address(list, i);
        if (!INTERNET_ADDRESS_IS_MAILBOX(one)) continue;
        return {text_of(internet_address_get_name(one)),
                text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)))};
    }
    return {};
}

// Forms send from an address that nobody reads, and name whoever filled them in for the answer.
bool is_no_reply(const std::string& address) {
    std::string person = fold_text(address.substr(0, address.find('@')));
    std::erase_if(person, [](char c) { return c == '-' || c == '_' || c == '.'; });
    return person.find("noreply") != std::string::npos ||
           person.find("donotreply") != std::string::npos ||
           person.find("ejsvar") != std::string::npos ||
           person.find("svaraej") != std::string::npos;
}

std::string with_plain_line_ends(const std::string& text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') continue;
        if (text[i] != '\r') {
            lines += text[i];
        } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
            lines += '\n';
        }
    }
    return lines;
}

}  // namespace

std::optional<MailText> read_mail_text(std::string_view bytes) {
    start_gmime();
    const std::string_view read = bytes.substr(0, most_mail_bytes);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(read.data(), read.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Owned<GMimeMessage> mail(g_mime_parser_construct_message(parser.get(), nullptr));
    if (mail == nullptr) return std::nullopt;
    MailText text;
    Mailbox sender = first_mailbox(g_mime_message_get_from(mail.get()));
    if (sender.address.empty()) sender = first_mailbox(g_mime_message_get_sender(mail.get()));
    if (sender.address.empty() || is_no_reply(sender.address)) {
        Mailbox other = first_mailbox(g_mime_message_get_reply_to(mail.get()));
        if (!other.address.empty()) sender = std::move(other);
    }
    text.sender_name = std::move(sender.name);
    text.sender_address = std::move(sender.address);
    text.subject = text_of(g_mime_message_get_subject(mail.get()));
    if (GDateTime *date = g_mime_message_get_date(mail.get())) {
        text.sent_ms = g_date_time_to_unix(date) * 1000;
    }
    text.body = with_plain_line_ends(BodyFinder().find(g_mime_message_get_mime_part(mail.get())));
    return text;
}

}  // namespace stormote
