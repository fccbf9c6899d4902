#include "kiosk/mail/mail_message.h"

#include <memory>
#include <mutex>

#include <gmime/gmime.h>

namespace stormote {

namespace {

void start_gmime() {
    static std::once_flag started;
    std::call_once(started, g_mime_init);
}

struct Release {
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Release>;

Owned<GMimeObject> text_part(const char *subtype, const std::string& text) {
    GMimeTextPart *part = g_mime_text_part_new_with_subtype(subtype);
    g_mime_text_part_set_charset(part, "utf-8");
    g_mime_text_part_set_text(part, text.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

Owned<GMimeObject> file_part(const MailFile& file) {
    const std::size_t slash = file.type.find('/');
    GMimePart *part = g_mime_part_new_with_type(file.type.substr(0, slash).c_str(),
                                                file.type.substr(slash + 1).c_str());
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(file.content.data(), file.content.size()));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part, content.get());
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
    GMimeObject *object = GMIME_OBJECT(part);
    if (file.content_id.empty()) {
        g_mime_object_set_disposition(object, GMIME_DISPOSITION_ATTACHMENT);
    } else {
        g_mime_object_set_disposition(object, GMIME_DISPOSITION_INLINE);
        g_mime_object_set_content_id(object, file.content_id.c_str());
    }
    g_mime_part_set_filename(part, file.name.c_str());
    if (file.type == "text/calendar") {
        g_mime_object_set_content_type_parameter(object, "charset", "utf-8");
        g_mime_object_set_content_type_parameter(object, "method", "PUBLISH");
    }
    return Owned<GMimeObject>(object);
}

Owned<GMimeMultipart> multipart(const char *subtype) {
    return Owned<GMimeMultipart>(g_mime_multipart_new_with_subtype(subtype));
}

// Text, or HTML with the pictures that it shows.
Owned<GMimeMultipart> words_of(const MailMessage& message) {
    auto related = multipart("related");
    g_mime_multipart_add(related.get(), text_part("html", message.html).get());
    for (const MailFile& file : message.files) {
        if (!file.content_id.empty()) {
            g_mime_multipart_add(related.get(), file_part(file).get());
        }
    }
    auto alternative = multipart("alternative");
    g_mime_multipart_add(alternative.get(), text_part("plain", message.text).get());
    g_mime_multipart_add(alternative.get(), GMIME_OBJECT(related.get()));
    return alternative;
}

}  // namespace

std::string write_mail(const MailMessage& message) {
    start_gmime();
    const Owned<GMimeMessage> mail(g_mime_message_new(TRUE));
    g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_FROM,
                               message.from.name.empty() ? nullptr : message.from.name.c_str(),
                               message.from.address.c_str());
    g_mime_message_add_mailbox(mail.get(), GMIME_ADDRESS_TYPE_TO,
                               message.to.name.empty() ? nullptr : message.to.name.c_str(),
                               message.to.address.c_str());
    g_mime_message_set_subject(mail.get(), message.subject.c_str(), "utf-8");
    GDateTime *sent = g_date_time_new_from_unix_local(message.sent_ms / 1000);
    g_mime_message_set_date(mail.get(), sent);
    g_date_time_unref(sent);
    g_mime_message_set_message_id(mail.get(), message.id.c_str());
    g_mime_object_set_header(GMIME_OBJECT(mail.get()), "Content-Language", message.language.c_str(),
                             "utf-8");
    // RFC 3834: absence notes are not answered to it.
    g_mime_object_set_header(GMIME_OBJECT(mail.get()), "Auto-Submitted", "auto-generated", "utf-8");
    auto mixed = multipart("mixed");
    g_mime_multipart_add(mixed.get(), GMIME_OBJECT(words_of(message).get()));
    for (const MailFile& file : message.files) {
        if (file.content_id.empty()) g_mime_multipart_add(mixed.get(), file_part(file).get());
    }
    g_mime_message_set_mime_part(mail.get(), GMIME_OBJECT(mixed.get()));
    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    char *bytes = g_mime_object_to_string(GMIME_OBJECT(mail.get()), options);
    g_mime_format_options_free(options);
    std::string written(bytes);
    g_free(bytes);
    return written;
}

MailAddress parse_mail_address(const std::string& text) {
    start_gmime();
    const Owned<InternetAddressList> list(internet_address_list_parse(nullptr, text.c_str()));
    if (list == nullptr || internet_address_list_length(list.get()) != 1) return {};
    InternetAddress *one = internet_address_list_get_address(list.get(), 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(one)) return {};
    const char *address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
    const char *name = internet_address_get_name(one);
    if (address == nullptr) return {};
    return {name == nullptr ? "" : name, address};
}

}  // namespace stormote
