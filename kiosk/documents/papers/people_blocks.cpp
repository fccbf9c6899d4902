#include "kiosk/documents/papers/people_blocks.h"

#include <algorithm>

#include "kiosk/documents/papers/paper_frame.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/sector.h"
#include "sync/report/personal/people_here.h"
#include "sync/report/statistics/statistics.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

struct PaperPerson {
    NamedAttendee named;
    Presence presence;
};

std::vector<PaperPerson> everybody(const EventState& state) {
    std::vector<PaperPerson> people;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        people.push_back({named, presence_of(state, named.id)});
    }
    return people;
}

bool has_come(const PaperPerson& person) {
    return person.presence.first != nullptr;
}

std::string came_at(const EventState& state, const PaperPerson& person) {
    return has_come(person) ? clock_text(corrected_ms(state, *person.presence.first)) : "";
}

std::string role_of(const PaperPerson& person, const Texts& texts) {
    return texts.get(role_word(role_of(*person.named.attendee)).shown);
}

// How they were registered, where it is not as usual.
std::string remark_of(const EventState& state, const PaperPerson& person, const Texts& texts) {
    const Word word =
        registration_word(*person.named.attendee, state.setting(SettingField::deadline));
    return std::string_view(word.code) == "registered" ? "" : texts.get(word.shown);
}

void add_came(Document& paper, const EventState& state, const std::vector<PaperPerson>& people,
              const Texts& texts) {
    TextTable table{"",
                    {{texts.get({"Name"}), 0.25},
                     {texts.get({"Organisation"}), 0.28},
                     {texts.get({"Role"}), 0.2},
                     {texts.get({"Came"}), 0.08},
                     {texts.get({"Remark"}), 0.19}},
                    {},
                    true};
    for (const PaperPerson& person : people) {
        if (!has_come(person)) continue;
        table.rows.push_back({person.named.name, state.organisation_names(*person.named.attendee),
                              role_of(person, texts), came_at(state, person),
                              remark_of(state, person, texts)});
    }
    if (table.rows.empty()) return;
    paper.blocks.emplace_back(Heading{1, texts.get({"Came"})});
    paper.blocks.emplace_back(std::move(table));
}

void add_absent(Document& paper, const EventState& state, const std::vector<PaperPerson>& people,
                const Texts& texts) {
    TextTable table{"",
                    {{texts.get({"Name"}), 0.35},
                     {texts.get({"Organisation"}), 0.4},
                     {texts.get({"Remark"}), 0.25}},
                    {},
                    true};
    for (const PaperPerson& person : people) {
        if (has_come(person)) continue;
        const bool has_cancelled = is_cancelled(*person.named.attendee);
        table.rows.push_back(
            {person.named.name, state.organisation_names(*person.named.attendee),
             has_cancelled ? texts.get({"Cancelled"}) : remark_of(state, person, texts)});
    }
    if (table.rows.empty()) return;
    paper.blocks.emplace_back(Heading{1, texts.get({"Did not come"})});
    paper.blocks.emplace_back(std::move(table));
}

// Those who came and have no name here.
void add_unnamed(Document& paper, const Statistics& statistics, const Texts& texts) {
    if (statistics.erased > 0) {
        paper.blocks.emplace_back(
            Paragraph{texts.get_plural({"Beside them {} person came who has been erased since."},
                                       {"Beside them {} people came who have been erased since."},
                                       statistics.erased),
                      ParagraphStyle::aside});
    }
    if (statistics.unknown_tickets > 0) {
        paper.blocks.emplace_back(Paragraph{
            texts.get_plural({"Beside them {} person came with a ticket that is nobody's here."},
                             {"Beside them {} people came with tickets that are nobody's here."},
                             statistics.unknown_tickets),
            ParagraphStyle::aside});
    }
}

}  // namespace

void add_participants(std::vector<Block>& blocks, const EventState& state, const Texts& texts,
                      int level) {
    TextTable table{"",
                    {{texts.get({"Name"}), 0.35},
                     {texts.get({"Organisation"}), 0.4},
                     {texts.get({"Role"}), 0.25}},
                    {},
                    true};
    for (const PaperPerson& person : everybody(state)) {
        if (!has_come(person)) continue;
        table.rows.push_back({person.named.name, state.organisation_names(*person.named.attendee),
                              role_of(person, texts)});
    }
    if (table.rows.empty()) return;
    blocks.emplace_back(Heading{level, texts.get({"Who took part"})});
    blocks.emplace_back(std::move(table));
}

Document compose_attendance(const EventState& state, const Texts& texts) {
    Document paper = begin_plain_paper(state, {"Attendance"}, texts);
    const Statistics statistics = count_events({&state});
    const std::vector<PaperPerson> people = everybody(state);
    paper.blocks.emplace_back(
        Paragraph{statistics.has_anybody_come()
                      ? texts.get({"{} took part."}, statistics_sentence(statistics, texts))
                      : texts.get({"Nobody has come yet."}),
                  ParagraphStyle::lead});
    add_came(paper, state, people, texts);
    add_unnamed(paper, statistics, texts);
    add_absent(paper, state, people, texts);
    return paper;
}

namespace {

// As a list by family name has it: "Öberg, Åsa".
std::string listed_name(const Attendee& attendee, const std::string& full_name) {
    const std::string& family = attendee.get(AttendeeField::family_name);
    const std::string& given = attendee.get(AttendeeField::given_name);
    return family.empty() || given.empty() ? full_name : family + ", " + given;
}

// "Lönnen · Vid fönstret".
std::string table_words(const EventState& state, GroupNumber group) {
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return "";
    std::string words = found->second.get(GroupField::name);
    const std::string& place = found->second.get(GroupField::place);
    if (!words.empty() && !place.empty()) words += " · ";
    return words + place;
}

TextTable table_of_people_here(const EventState& state, const PeopleHere& here,
                               const Texts& texts) {
    std::vector<std::pair<std::string, std::vector<std::string>>> keyed;
    for (const PersonHere& person : here.people) {
        const std::string name = listed_name(*state.find_attendee(person.attendee), person.name);
        keyed.push_back(
            {swedish_sort_key(name),
             {name, person.organisation, person.group ? std::to_string(*person.group) : "",
              person.group ? table_words(state, *person.group) : "", ""}});
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    TextTable table{"",
                    {{texts.get({"Name"}), 0.28},
                     {texts.get({"Organisation"}), 0.27},
                     {texts.get({"Group"}), 0.1},
                     {texts.get({"Table"}), 0.2},
                     {texts.get({"Ticked off"}), 0.15}},
                    {},
                    true};
    for (auto& [key, row] : keyed) table.rows.push_back(std::move(row));
    return table;
}

// "43 people are in the room at 19.42."
std::string count_sentence(const PeopleHere& here, std::optional<std::int64_t> at_ms,
                           const Texts& texts) {
    const std::string count =
        texts.get_plural({"{} person is in the room"}, {"{} people are in the room"}, here.count());
    return at_ms ? texts.get({"{} at {}."}, count, clock_text(*at_ms)) : count + ".";
}

}  // namespace

Document compose_people_here(const EventState& state, const Texts& texts,
                             std::optional<std::int64_t> at_ms) {
    Document paper = begin_plain_paper(state, {"Who is still here?"}, texts);
    if (at_ms) paper.dated_ms = *at_ms;
    const PeopleHere here = people_here(state, at_ms.value_or(paper.dated_ms));
    paper.blocks.emplace_back(Paragraph{count_sentence(here, at_ms, texts), ParagraphStyle::lead});
    if (here.unknown > 0) {
        paper.blocks.emplace_back(Paragraph{texts.get_plural(
            {"{} of them has a ticket whose owner is not known here, and no row below."},
            {"{} of them have tickets whose owners are not known here, and no rows below."},
            here.unknown)});
    }
    paper.blocks.emplace_back(
        Paragraph{texts.get({"The list has everybody who has checked in and not checked out. "
                             "Somebody who has left without saying so is on it, too."}),
                  ParagraphStyle::aside});
    if (!here.people.empty()) paper.blocks.emplace_back(table_of_people_here(state, here, texts));
    return paper;
}

namespace {

// Everybody of an organisation who came, and what they left.
class OrganisationPart {
  public:
    OrganisationPart(const EventState& state, const std::vector<PaperPerson>& people,
                     const OrganisationId& organisation, const Texts& texts)
        : state_(state), organisation_(organisation), texts_(texts) {
        for (const PaperPerson& person : people) {
            if (has_come(person) && represents(person)) people_.push_back(&person);
        }
    }

    [[nodiscard]] bool is_empty() const { return people_.empty(); }

    void add_to(std::vector<Block>& blocks, Audience audience) const {
        blocks.emplace_back(
            Heading{1, state_.organisation(organisation_, OrganisationField::name)});
        const std::string facts = write_facts();
        if (!facts.empty()) blocks.emplace_back(Paragraph{facts, ParagraphStyle::aside});
        if (audience == Audience::everybody) {
            const auto count = static_cast<std::int64_t>(people_.size());
            blocks.emplace_back(
                Paragraph{texts_.get_plural({"{} person came."}, {"{} people came."}, count)});
            return;
        }
        TextTable table{
            "",
            {{texts_.get({"Name"}), 0.5}, {texts_.get({"Role"}), 0.3}, {texts_.get({"Came"}), 0.2}},
            {},
            true};
        for (const PaperPerson *person : people_) {
            table.rows.push_back(
                {person->named.name, role_of(*person, texts_), came_at(state_, *person)});
        }
        blocks.emplace_back(std::move(table));
        BulletList left = what_they_left();
        if (left.items.empty()) return;
        blocks.emplace_back(Heading{2, texts_.get({"What they left behind"})});
        blocks.emplace_back(std::move(left));
    }

  private:
    [[nodiscard]] bool represents(const PaperPerson& person) const {
        const auto all = state_.organisations_of(*person.named.attendee);
        return std::find(all.begin(), all.end(), organisation_) != all.end();
    }

    // Its sector, and that it has joined the agreement.
    [[nodiscard]] std::string write_facts() const {
        const std::string& sector = state_.organisation(organisation_, OrganisationField::sector);
        const std::string& joined = state_.organisation(organisation_, OrganisationField::joined);
        std::string facts = sector.empty() ? "" : sector_text(sector, texts_);
        if (joined.empty()) return facts;
        return facts + (facts.empty() ? "" : " · ") +
               texts_.get({"Joined the agreement on {}"}, date_in_words(joined, texts_.language()));
    }

    // What its people signed, by time.
    [[nodiscard]] BulletList what_they_left() const {
        std::vector<std::pair<std::int64_t, ListItem>> left;
        for (const auto& [key, message] : state_.messages()) {
            if (!key.person || message.content.kind == MessageKind::joining) continue;
            for (const PaperPerson *person : people_) {
                if (person->named.id == state_.person_of(*key.person)) {
                    left.emplace_back(corrected_ms(state_, message.stamp, message.wall_ms),
                                      item_of(message, person->named.name));
                }
            }
        }
        std::stable_sort(left.begin(), left.end(), [](const auto& one, const auto& other) {
            return one.first < other.first;
        });
        BulletList list;
        for (auto& [at, item] : left) list.items.push_back(std::move(item));
        return list;
    }

    [[nodiscard]] ListItem item_of(const Message& message, const std::string& name) const {
        const MessageLeft& content = message.content;
        const std::string kind = texts_.get(message_kind_word(content.kind).shown);
        std::string source = name;
        if (!content.department.empty()) source += " · " + content.department;
        if (content.text.empty()) return {kind, source};
        return {content.text, kind + " · " + source};
    }

    const EventState& state_;
    OrganisationId organisation_;
    const Texts& texts_;
    std::vector<const PaperPerson *> people_;
};

std::vector<OrganisationId> organisations_by_name(const EventState& state) {
    std::vector<std::pair<std::string, OrganisationId>> keyed;
    for (const auto& [id, fields] : state.organisations()) {
        const std::string& name = fields.get(OrganisationField::name);
        if (!name.empty()) keyed.emplace_back(swedish_sort_key(name), id);
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<OrganisationId> organisations;
    for (const auto& [key, id] : keyed) organisations.push_back(id);
    return organisations;
}

}  // namespace

Document compose_organisations(const EventState& state, const Texts& texts, Audience audience) {
    Document paper = begin_plain_paper(state, {"Organisations"}, texts);
    const std::vector<PaperPerson> people = everybody(state);
    BulletList absent;
    for (const OrganisationId& id : organisations_by_name(state)) {
        const OrganisationPart part(state, people, id, texts);
        if (part.is_empty()) {
            absent.items.push_back({state.organisation(id, OrganisationField::name), ""});
            continue;
        }
        part.add_to(paper.blocks, audience);
    }
    if (!count_events({&state}).has_anybody_come()) {
        paper.blocks.emplace_back(Paragraph{texts.get({"Nobody has come yet."})});
    }
    if (absent.items.empty()) return paper;
    paper.blocks.emplace_back(Heading{1, texts.get({"Nobody came from these"})});
    paper.blocks.emplace_back(std::move(absent));
    return paper;
}

}  // namespace stormote
