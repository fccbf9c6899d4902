#include "kiosk/documents/papers/certificates.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "kiosk/documents/papers/paper_frame.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::int64_t minute_ms = std::int64_t{60} * 1'000;
constexpr std::size_t signature_length = 44;

struct Stay {
    std::int64_t from_ms = 0;
    std::int64_t until_ms = 0;
};

// From the first check-in until the person left, or the event ended; no longer than the event.
Stay stay_of(const EventState& state, const Attendee& attendee, const Presence& presence) {
    Stay stay{corrected_ms(state, *presence.first), 0};
    const auto starts = instant_of(state.setting(SettingField::starts));
    const auto ends = instant_of(state.setting(SettingField::ends));
    if (starts) stay.from_ms = std::max(stay.from_ms, *starts);
    if (ends) stay.until_ms = *ends;
    if (presence.kind != PresenceKind::left) return stay;
    std::int64_t left_ms = 0;
    for (const EndedCheckIn& ended : attendee.ended) {
        if (ended.how == CheckInEnd::undone) continue;
        left_ms = std::max(left_ms, corrected_ms(state, ended.stamp, ended.wall_ms));
    }
    stay.until_ms = ends ? std::min(left_ms, *ends) : left_ms;
    return stay;
}

// "2 timmar och 30 minuter".
std::string duration_text(std::int64_t minutes, const Texts& texts) {
    std::vector<std::string> words;
    if (minutes >= 60) {
        words.push_back(texts.get_plural({"{} hour"}, {"{} hours"}, minutes / 60));
    }
    if (minutes % 60 > 0) {
        words.push_back(texts.get_plural({"{} minute"}, {"{} minutes"}, minutes % 60));
    }
    return join_words(words, texts);
}

class CertificateComposer {
  public:
    CertificateComposer(const EventState& state, const Texts& texts)
        : state_(state), texts_(texts), paper_(begin_paper(state, title_, texts)) {}

    Result<Document> compose(CertificateHolder holder) {
        if (holder == CertificateHolder::person) {
            add_people();
        } else {
            add_organisations();
        }
        if (count_ == 0) {
            return input_error({"Nobody has come yet, so there is nothing to certify."});
        }
        std::vector<std::string> lines = event_lines(state_, texts_);
        lines.push_back(texts_.get_plural({"{} certificate"}, {"{} certificates"}, count_));
        paper_.title_page = TitlePage{texts_.get({"Certificates of attendance"}), std::move(lines)};
        return std::move(paper_);
    }

  private:
    void write(std::string text, ParagraphStyle style = ParagraphStyle::body) {
        paper_.blocks.emplace_back(Paragraph{std::move(text), style});
    }

    void add_people() {
        for (const NamedAttendee& person : attendees_by_name(state_)) {
            const Presence presence = presence_of(state_, person.id);
            if (presence.first == nullptr || person.name.empty()) continue;
            begin_page(person.name);
            const std::string organisations = state_.organisation_names(*person.attendee);
            if (!organisations.empty()) write(organisations, ParagraphStyle::lead);
            add_meeting();
            add_stay(*person.attendee, presence);
            end_page();
        }
    }

    void add_organisations() {
        std::map<OrganisationId, std::vector<std::string>> people;
        for (const NamedAttendee& person : attendees_by_name(state_)) {
            if (presence_of(state_, person.id).first == nullptr || person.name.empty()) continue;
            for (const OrganisationId& organisation : state_.organisations_of(*person.attendee)) {
                people[organisation].push_back(person.name);
            }
        }
        std::vector<std::tuple<std::string, std::string, OrganisationId>> names;
        for (const auto& [id, some] : people) {
            const std::string& name = state_.organisation(id, OrganisationField::name);
            if (!name.empty()) names.emplace_back(swedish_sort_key(name), name, id);
        }
        std::sort(names.begin(), names.end());
        for (const auto& [key, name, id] : names) {
            begin_page(name);
            add_meeting();
            write(texts_.get({"It was represented by {}."}, join_words(people[id], texts_)));
            end_page();
        }
    }

    void begin_page(const std::string& holder) {
        if (count_++ > 0) paper_.blocks.emplace_back(PageBreak{});
        paper_.blocks.emplace_back(Heading{1, texts_.get(title_)});
        write(holder, ParagraphStyle::lead);
    }

    void add_meeting() {
        write(texts_.get({"took part in {}."}, event_title(state_, {"the meeting"}, texts_)));
        for (const std::string& line : event_lines(state_, texts_)) write(line);
    }

    void end_page() {
        write("\n\n" + std::string(signature_length, '_'));
        write(texts_.get({"Place and date, signature and name in block letters"}),
              ParagraphStyle::aside);
    }

    void add_stay(const Attendee& attendee, const Presence& presence) {
        const Stay stay = stay_of(state_, attendee, presence);
        const std::int64_t minutes = (stay.until_ms - stay.from_ms) / minute_ms;
        if (minutes <= 0) return;
        write(texts_.get({"Present {}–{} ({})."}, clock_text(stay.from_ms),
                         clock_text(stay.until_ms), duration_text(minutes, texts_)));
    }

    static constexpr Sentence title_{"Certificate of attendance"};

    const EventState& state_;
    const Texts& texts_;
    Document paper_;
    std::int64_t count_ = 0;
};

}  // namespace

Result<Document> compose_certificates(const EventState& state, const Texts& texts,
                                      CertificateHolder holder) {
    return CertificateComposer(state, texts).compose(holder);
}

}  // namespace stormote
