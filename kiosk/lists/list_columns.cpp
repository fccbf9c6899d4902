#include "kiosk/lists/list_columns.h"

#include <algorithm>
#include <array>

#include "kiosk/lists/field_limits.h"

namespace stormote {

namespace {

using enum ListField;

constexpr HeadingWord word(ListField field, std::string_view text, std::uint8_t rank = 0) {
    return {static_cast<std::size_t>(field), text, rank};
}

constexpr std::array words{word(given_name, "fornamn"),
                           word(given_name, "tilltalsnamn"),
                           word(given_name, "firstname"),
                           word(given_name, "givenname"),
                           word(family_name, "efternamn"),
                           word(family_name, "lastname"),
                           word(family_name, "surname"),
                           word(family_name, "familyname"),
                           word(full_name, "namn", 1),
                           word(full_name, "name", 1),
                           word(full_name, "fullname"),
                           word(full_name, "fullstandigtnamn"),
                           word(full_name, "fornamnochefternamn"),
                           word(full_name, "fornamnefternamn"),
                           word(full_name, "forochefternamn"),
                           word(full_name, "dittforochefternamn"),
                           word(full_name, "yourname"),
                           word(full_name, "deltagarensnamn"),
                           word(full_name, "namnpadeltagare"),
                           word(family_first, "efternamnfornamn"),
                           word(family_first, "efternamnochfornamn"),
                           word(family_first, "lastnamefirstname"),
                           word(full_name, "dittnamn"),
                           word(full_name, "deltagare"),
                           word(full_name, "attendee"),
                           word(full_name, "participant"),
                           word(organisation, "forening"),
                           word(organisation, "organisation"),
                           word(organisation, "organization"),
                           word(organisation, "foreningorganisation"),
                           word(organisation, "organisationforening"),
                           word(organisation, "foreningellerorganisation"),
                           word(organisation, "foreningensnamn"),
                           word(organisation, "organisationensnamn"),
                           word(organisation, "foreningsnamn"),
                           word(organisation, "vilkenforeningrepresenterardu"),
                           word(organisation, "vilkenorganisationrepresenterardu"),
                           word(organisation, "vilkenforeningellerorganisationrepresenterardu"),
                           word(organisation, "jagrepresenterar"),
                           word(organisation, "representerar"),
                           word(organisation, "foreningensomjagrepresenterar"),
                           word(organisation, "dinforening"),
                           word(organisation, "dinorganisation"),
                           word(organisation, "association"),
                           word(sector, "sektor"),
                           word(sector, "sector"),
                           word(role, "roll"),
                           word(role, "role"),
                           word(email, "epost", 1),
                           word(email, "epostadress"),
                           word(email, "email", 1),
                           word(email, "emailaddress"),
                           word(email, "mail"),
                           word(email, "mailadress"),
                           word(email, "dinepost"),
                           word(email, "dinepostadress"),
                           word(email, "dinmejladress"),
                           word(email, "mejl"),
                           word(email, "mejladress"),
                           word(phone, "telefon"),
                           word(phone, "telefonnummer"),
                           word(phone, "tel"),
                           word(phone, "mobil"),
                           word(phone, "mobilnummer"),
                           word(phone, "mobiltelefon"),
                           word(phone, "dittelefonnummer"),
                           word(phone, "ditttelefonnummer"),
                           word(phone, "telefonmobil"),
                           word(phone, "phone"),
                           word(phone, "phonenumber"),
                           word(phone, "telephone"),
                           word(phone, "mobile"),
                           word(language, "sprak"),
                           word(language, "language"),
                           word(diet, "kost"),
                           word(diet, "specialkost"),
                           word(diet, "allergi"),
                           word(diet, "allergier"),
                           word(diet, "kostallergi"),
                           word(diet, "kostallergier"),
                           word(diet, "kostochallergier"),
                           word(diet, "specialkostallergi"),
                           word(diet, "specialkostallergier"),
                           word(diet, "specialkostellerallergi"),
                           word(diet, "specialkostellerallergier"),
                           word(diet, "allergierellerspecialkost"),
                           word(diet, "hardunagonallergi"),
                           word(diet, "diet"),
                           word(diet, "dietaryrequirements"),
                           word(diet, "food"),
                           word(access_needs, "behov"),
                           word(access_needs, "sarskildabehov"),
                           word(access_needs, "tillganglighet"),
                           word(access_needs, "tillganglighetsbehov"),
                           word(access_needs, "behovavanpassning"),
                           word(access_needs, "anpassning"),
                           word(access_needs, "accessneeds"),
                           word(access_needs, "accessibility"),
                           word(access_needs, "needs"),
                           word(registered, "anmald"),
                           word(registered, "anmalddatum"),
                           word(registered, "anmaldden"),
                           word(registered, "anmalningsdatum"),
                           word(registered, "anmalan"),
                           word(registered, "tidsstampel", 1),
                           word(registered, "tidstampel", 1),
                           word(registered, "registered"),
                           word(registered, "registrationdate"),
                           word(registered, "timestamp", 1),
                           word(registered, "slutforandetid", 2),
                           word(registered, "completiontime", 2),
                           word(registered, "starttid", 3),
                           word(registered, "starttime", 3),
                           word(cancelled, "avanmald"),
                           word(cancelled, "avbokad"),
                           word(cancelled, "aterbud"),
                           word(cancelled, "cancelled"),
                           word(cancelled, "canceled"),
                           word(duties, "uppdrag"),
                           word(duties, "funktion"),
                           word(duties, "duties"),
                           word(gender, "kon"),
                           word(gender, "gender")};

}  // namespace

std::size_t longest_cell(ListField field) {
    switch (field) {
        case given_name:
        case family_name:
        case full_name:
        case family_first:
            return FieldLimits::name;
        case organisation:
            return FieldLimits::organisation;
        case email:
            return FieldLimits::email;
        case phone:
            return FieldLimits::phone;
        case diet:
        case access_needs:
            return FieldLimits::need;
        case sector:
        case role:
        case language:
        case registered:
        case gender:
        case cancelled:
        case duties:
            break;
    }
    return FieldLimits::word;
}

HeadingWords registration_headings() {
    return words;
}

namespace {

bool is_mark_heading(const std::string& heading) {
    const std::string key = heading_key(heading);
    return key == "radensmarke" || key == "rowmark";
}

}  // namespace

std::optional<std::size_t> find_mark_column(const ListHeadings& headings) {
    const auto found =
        std::find_if(headings.headings.begin(), headings.headings.end(), is_mark_heading);
    if (found == headings.headings.end()) return std::nullopt;
    return static_cast<std::size_t>(found - headings.headings.begin());
}

bool is_review_heading(const std::string& heading) {
    if (is_mark_heading(heading)) return true;
    const std::string key = heading_key(heading);
    return key == "rad" || key == "row" || key == "problem" || is_said_heading(heading);
}

bool is_said_heading(const std::string& heading) {
    const std::string key = heading_key(heading);
    return key == "detstod" || key == "itsaid";
}

bool check_has_name(const ListHeadings& headings, ListProblems& problems) {
    const bool has_name = headings.place(full_name) || headings.place(family_first) ||
                          headings.place(given_name) || headings.place(family_name);
    if (!has_name) {
        problems.push_back(
            {headings.lines.front(), "",
             input_error({"There is no column with names. The first line must hold headings, among "
                          "them Namn, or Förnamn and Efternamn."})});
    }
    return has_name;
}

}  // namespace stormote
