#include "sync/privacy/information_text.h"

#include "sync/base/crypto.h"
#include "sync/base/date_text.h"

namespace stormote {

namespace {

constexpr std::size_t version_length = 8;

std::string purpose(const LatestFields& settings, const Texts& texts) {
    if (legal_basis(settings) == LegalBasis::consent) {
        return texts.get(Sentence{
            "We need it to place you in a group and to count who took part. Which association you "
            "are from can say something about your beliefs, so we ask first. You can change your "
            "mind at any time: just tell the staff."});
    }
    return texts.get(
        Sentence{"We need it to place you in a group and to count who took part. It is part of the "
                 "municipality's task, so we do not ask for your consent."});
}

// A day only where the municipality has decided on it.
std::string how_long(const LatestFields& settings, const Texts& texts) {
    const std::string& decision = settings.get(SettingField::keep_decision);
    if (decision.empty()) {
        return texts.get(Sentence{"The municipality decides how long it is kept."});
    }
    const std::string day = last_day_of(DocumentKind::registrations, settings);
    if (day.empty()) {
        return texts.get(Sentence{"It is kept in the municipality's archive ({})."}, decision);
    }
    return texts.get(
        Sentence{"The municipality has decided to destroy your name and your contact details "
                 "after {} ({})."},
        date_in_words(day, texts.language()), decision);
}

std::string whom_to_ask(const LatestFields& settings, const Texts& texts) {
    const std::string& contact = settings.get(SettingField::privacy_contact, texts.language());
    if (contact.empty()) {
        return texts.get(Sentence{
            "Ask the staff if you want to see what is stored about you, or have it corrected."});
    }
    return texts.get(
        Sentence{"Do you want to see what is stored about you, or have it corrected? Ask {}."},
        contact);
}

}  // namespace

InformationText information_text(const LatestFields& settings, const Texts& texts) {
    InformationText text;
    text.paragraphs = {purpose(settings, texts), how_long(settings, texts),
                       whom_to_ask(settings, texts)};
    std::string whole;
    for (const std::string& paragraph : text.paragraphs) whole += paragraph + '\n';
    const Hash hash = hash_bytes(view_bytes(whole));
    text.version = texts.language() + '-' + to_hex(hash).substr(0, version_length);
    return text;
}

}  // namespace stormote
