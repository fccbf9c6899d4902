// Two registrations that are of one person, put together and parted, from StaffPresenter's pages.
#include "kiosk/ui/screens/staff/staff_presenter.h"

namespace stormote {

namespace {

struct MergingWords {
    Sentence done;
    Sentence needless;
    std::string one;
    std::string other;
};

// Whoever answered a question is told what came of it, also where it was nothing.
std::string merging_news(Merging outcome, const MergingWords& words, const Texts& texts) {
    switch (outcome) {
        case Merging::done:
            return texts.get(words.done, words.one, words.other);
        case Merging::needless:
            return texts.get(words.needless, words.one, words.other);
        case Merging::nobody:
            break;
    }
    return texts.get({"One of the two registrations is gone. Nothing was changed."});
}

}  // namespace

void StaffPresenter::choose_found(const AtList& page, std::size_t index) {
    if (index >= page.shown.size()) return;
    if (!page.same_as) return open_person(page.shown[index]);
    go(AtPerson{*page.same_as, std::nullopt, StaffTwo::merge, page.shown[index]});
}

void StaffPresenter::close_search(const AtList& page) {
    if (page.same_as) return go(AtPerson{*page.same_as});
    go(AtList{});
}

void StaffPresenter::merge(const AttendeeId& person, const AttendeeId& other, const Texts& texts) {
    // As the two were called before: afterwards both have one name.
    const MergingWords words{{"{} and {} are one person now."},
                             {"{} and {} are one person already. Nothing was changed."},
                             name_of(person),
                             name_of_record(other)};
    means_.desk.ask(
        [person, other](Desk& desk) { return desk.merge_people(other, person, actor::staff); },
        [this, words, texts](Merging outcome) { tell(merging_news(outcome, words, texts)); },
        means_.machine_failed);
}

void StaffPresenter::part(const AttendeeId& person, const AttendeeId& other, const Texts& texts) {
    means_.desk.ask(
        [person, other](Desk& desk) { return desk.part_people(other, person, actor::staff); },
        [this, person, other, texts](Merging outcome) {
            const MergingWords words{{"{} and {} are two people again."},
                                     {"{} and {} are two people already. Nothing was changed."},
                                     name_of(person),
                                     name_of(other)};
            tell(merging_news(outcome, words, texts));
        },
        means_.machine_failed);
}

void StaffPresenter::confirm_two(AtPerson& page, const Texts& texts) {
    if (*page.two == StaffTwo::merge) {
        merge(page.person, page.other, texts);
    } else {
        part(page.person, page.other, texts);
    }
    page.two.reset();
}

void StaffPresenter::follow_two(const AttendeeId& person) {
    if (const auto other = other_record(person)) {
        return go(AtPerson{person, std::nullopt, StaffTwo::part, *other});
    }
    AtList search(StaffMode::searching);
    search.same_as = person;
    go(std::move(search));
}

std::optional<AttendeeId> StaffPresenter::other_record(const AttendeeId& person) const {
    return means_.desk.read([&person](const Desk& desk) -> std::optional<AttendeeId> {
        const auto records = desk.state().attendee_records().records_of(person);
        if (records.size() < 2) return std::nullopt;
        return records[1];
    });
}

std::string StaffPresenter::name_of_record(const AttendeeId& record) const {
    StaffPersonView view;
    show_other(record, view);
    return view.other_name;
}

void StaffPresenter::show_other(const AttendeeId& record, StaffPersonView& view) const {
    means_.desk.read([&](const Desk& desk) {
        const Attendee *other = desk.state().attendee_records().find_written(record);
        if (other == nullptr) return;
        view.other_name = other->full_name();
        view.other_organisation = desk.state().organisation_of(*other, OrganisationField::name);
    });
}

}  // namespace stormote
