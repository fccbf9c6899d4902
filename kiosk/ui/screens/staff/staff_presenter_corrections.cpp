// What staff corrects of a person, from StaffPresenter's pages.
#include <array>

#include "kiosk/lists/corrections.h"
#include "kiosk/ui/screens/staff/staff_presenter.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

struct FieldLabel {
    AttendeeField field;
    Sentence label;
};
// Name and organisation have a page of their own.
constexpr std::array<FieldLabel, 8> field_labels{{{AttendeeField::role, {"Role"}},
                                                  {AttendeeField::email, {"E-mail"}},
                                                  {AttendeeField::phone, {"Telephone"}},
                                                  {AttendeeField::language, {"Language"}},
                                                  {AttendeeField::diet, {"Diet"}},
                                                  {AttendeeField::access_needs, {"Needs"}},
                                                  {AttendeeField::duties, {"Duties"}},
                                                  {AttendeeField::gender, {"Gender"}}}};

constexpr std::array<AttendeeRole, 3> roles{AttendeeRole::civil, AttendeeRole::elected,
                                            AttendeeRole::official};

std::string role_text(AttendeeRole role, const Texts& texts) {
    switch (role) {
        case AttendeeRole::elected:
            return texts.get({"Elected representative"});
        case AttendeeRole::official:
            return texts.get({"Municipal official"});
        case AttendeeRole::civil:
            break;
    }
    return texts.get({"Civil society"});
}

std::string shown_text(const Attendee& attendee, AttendeeField field, const Texts& texts) {
    if (field == AttendeeField::role) return role_text(role_of(attendee), texts);
    const std::string& text = attendee.get(field);
    const auto language = field == AttendeeField::language ? language_name(text) : std::nullopt;
    return language ? texts.get(*language) : text;
}

KeyboardUse keyboard_for(AttendeeField field) {
    const bool is_address = field == AttendeeField::email || field == AttendeeField::phone;
    return is_address ? KeyboardUse::address : KeyboardUse::line;
}

}  // namespace

void StaffPresenter::open_name(const AttendeeId& person) {
    AtName page;
    page.person = person;
    means_.desk.read([&](const Desk& desk) {
        const Attendee *attendee = desk.state().find_attendee(person);
        if (attendee == nullptr) return;
        page.view.texts = {attendee->get(AttendeeField::given_name),
                           attendee->get(AttendeeField::family_name),
                           desk.state().organisation_of(*attendee, OrganisationField::name)};
    });
    go(std::move(page));
}

void StaffPresenter::open_field(const AttendeeId& person, AttendeeField field,
                                const std::string& label, const Texts& texts) {
    AtField page{person, field, {}};
    page.view.name = name_of(person);
    page.view.label = label;
    page.view.longest = longest_correction(field);
    page.view.keys.use = keyboard_for(field);
    means_.desk.read([&](const Desk& desk) {
        const Attendee *attendee = desk.state().find_attendee(person);
        if (attendee == nullptr) return;
        if (field != AttendeeField::role) {
            page.view.text = shown_text(*attendee, field, texts);
            return;
        }
        for (std::size_t i = 0; i < roles.size(); ++i) {
            page.view.choices.push_back(role_text(roles.at(i), texts));
            if (role_of(*attendee) == roles.at(i)) page.view.chosen = i;
        }
    });
    go(std::move(page));
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtFields& page) {
    StaffFieldsView view;
    view.frame = frame;
    view.name = name_of(page.person);
    view.scroll = page.scroll;
    means_.desk.read([&](const Desk& desk) {
        const Attendee *attendee = desk.state().find_attendee(page.person);
        if (attendee == nullptr) return;
        const std::string organisation =
            desk.state().organisation_of(*attendee, OrganisationField::name);
        view.fields.push_back({ui.say(Sentence{"Name and organisation"}),
                               view.name + (organisation.empty() ? "" : " · " + organisation)});
        for (const FieldLabel& each : field_labels) {
            view.fields.push_back(
                {ui.say(each.label), shown_text(*attendee, each.field, ui.texts())});
        }
    });
    if (const auto other = other_record(page.person)) {
        view.fields.push_back(
            {ui.say(Sentence{"Not the same person"}), name_of_record(*other), Icon::people});
    } else {
        view.fields.push_back({ui.say(Sentence{"The same person as …"}), "", Icon::people});
    }
    // Erased meanwhile.
    if (view.fields.size() == 1) go(AtPerson{page.person});
    const auto intent = draw_staff_fields(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const ChooseStaffField& choice) {
                         if (choice.index == 0) return open_name(page.person);
                         if (choice.index > field_labels.size()) return follow_two(page.person);
                         const FieldLabel& chosen = field_labels.at(choice.index - 1);
                         open_field(page.person, chosen.field, ui.say(chosen.label), ui.texts());
                     },
                     [&](const ScrollStaffFields& moved) { page.scroll = moved.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             go(AtPerson{page.person});
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtField& page) {
    page.view.frame = frame;
    const auto intent = draw_staff_field(ui, page.view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const ChangeStaffField& change) {
                         page.view.text = change.typed;
                         page.view.problem.clear();
                         // A capital that was asked for is for one letter.
                         page.view.keys.capitals = Capitals::automatic;
                     },
                     [&](const TurnStaffKeys& turned) { page.view.keys = turned.keys; },
                     [&](const SaveStaffField&) { correct(page, page.view.text, ui.texts()); },
                     [&](const ChooseStaffValue& choice) {
                         correct(page, role_name(roles.at(choice.index)), ui.texts());
                     },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             go(AtFields{page.person, {}});
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

StaffPresenter::Asked StaffPresenter::draw_page(Ui& ui, const FrameView& frame, AtName& page) {
    StaffNameView view = page.view;
    view.frame = frame;
    if (page.answer == Correction::nameless) {
        view.problem = ui.say(Sentence{"A person needs a name: write at least one of the two."});
    }
    const auto intent = draw_staff_name(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[&](const ChooseNameField& choice) { page.view.field = choice.field; },
                     [&](const ChangeNameField& change) {
                         page.view.texts.at(static_cast<std::size_t>(page.view.field)) =
                             change.typed;
                         page.answer = Correction::done;
                     },
                     [&](const SaveName&) { correct(page, ui.texts()); },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             go(AtFields{page.person, {}});
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

void StaffPresenter::correct(const AtName& page, const Texts& texts) {
    const NameCorrection correction{page.view.texts[0], page.view.texts[1], page.view.texts[2]};
    means_.desk.ask([person = page.person, correction](
                        Desk& desk) { return desk.correct_name(person, correction, actor::staff); },
                    [this, person = page.person, texts](Correction answer) {
                        auto *page_now = std::get_if<AtName>(&page_);
                        if (page_now == nullptr || page_now->person != person) return;
                        page_now->answer = answer;
                        if (answer == Correction::nameless) return;
                        page_ = AtPerson{person};
                        if (answer == Correction::done) {
                            tell(texts.get(Sentence{"The name is now {}."}, name_of(person)));
                        }
                    },
                    means_.machine_failed);
}

void StaffPresenter::correct(AtField& page, const std::string& text, const Texts& texts) {
    const auto checked = check_correction(page.field, text, page.view.label);
    if (!checked) {
        page.view.problem = texts.get(checked.error());
        return;
    }
    means_.desk.ask(
        [person = page.person, field = page.field, text = checked.value()](Desk& desk) {
            return desk.correct(person, {{field, text}}, actor::staff);
        },
        [this, person = page.person, label = page.view.label, texts](Correction answer) {
            const auto *page_now = std::get_if<AtField>(&page_);
            if (page_now == nullptr || page_now->person != person) return;
            page_ = AtPerson{person};
            if (answer != Correction::done) return;
            tell(texts.get(Sentence{"Corrected of {}: {}."}, name_of(person), label));
        },
        means_.machine_failed);
}

}  // namespace stormote
