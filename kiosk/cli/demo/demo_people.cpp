#include "kiosk/cli/demo/demo_people.h"

#include <array>

#include "sync/base/random.h"

namespace stormote {

namespace {

constexpr std::array given_names = {
    "Åsa",     "Yusuf",  "Siv",    "Bo",           "Gun",       "Per",      "Elin",
    "Ali",     "Maj",    "Karin",  "Anna",         "Lena",      "Sofia",    "Eva",
    "Lars",    "Mikael", "Fatima", "Sara",         "Mats",      "Ingrid",   "Birgitta",
    "Hans",    "Göran",  "Ulla",   "Kerstin",      "Anders",    "Johan",    "Amina",
    "Leyla",   "Omar",   "Nils",   "Märta",        "Olle",      "Astrid",   "Sten",
    "Gunilla", "Inga",   "Biret",  "Ánte",         "Matti",     "Päivi",    "Zofia",
    "Piotr",   "Oksana", "Dmytro", "Marie-Louise", "Karl-Erik", "Jan-Olof", "Ann-Christin",
    "José",    "Chloé",  "Tove",   "Love",         "Kim",       "Jo",       "Ida"};

constexpr std::array family_names = {"Öberg",
                                     "Ek",
                                     "Lööf",
                                     "Norén",
                                     "Dahl",
                                     "Holm",
                                     "Sjö",
                                     "Hassan",
                                     "Norberg",
                                     "Olsson",
                                     "Svensson",
                                     "Eriksson",
                                     "Lind",
                                     "Karlsson",
                                     "Lundqvist",
                                     "Andersson",
                                     "Nilsson",
                                     "Åkesson",
                                     "Björk",
                                     "Bergström",
                                     "Ångström",
                                     "Lundin",
                                     "Ahmed",
                                     "Yılmaz",
                                     "Korhonen",
                                     "Mäkinen",
                                     "Nowak",
                                     "Kowalczyk",
                                     "Shevchenko",
                                     "Sarri",
                                     "Kuoljok",
                                     "Lång",
                                     "Ström",
                                     "Wallin",
                                     "Höglund",
                                     "Sandström",
                                     "Fält",
                                     "Rask",
                                     "Modig",
                                     "Kvist",
                                     "Lindqvist-Åberg",
                                     "von Essen",
                                     "Eklöf",
                                     "Gren",
                                     "Sundh",
                                     "Ytterberg",
                                     "Häll",
                                     "Ö"};

struct Sector {
    const char *name;
    std::array<const char *, 8> organisations;
};

constexpr std::array<Sector, 7> sectors = {{
    {"Trossamfund",
     {"Missionskyrkan", "Ekbackens församling", "Islamiska föreningen Ekbacken",
      "Sankt Ekers församling", "Bronkyrkan", "Ortodoxa församlingen",
      "Buddhistiska gruppen Lugnet", "Ekbackens diakoni"}},
    {"Pensionärsorganisationer",
     {"Pensionärerna Väst", "Pensionärerna Öst", "Seniorerna i Ekbacken", "Veteranklubben Ugglan",
      "Riksseniorerna Ekbacken", "Finska pensionärerna", "Anhörigföreningen Stödet",
      "Väntjänsten Ekbacken"}},
    {"Landsbygdsorganisationer",
     {"Hembygdsföreningen Eken", "Byalaget Norra Ås", "Byalaget Södra Ås",
      "Bygdegårdsföreningen Lyckan", "Bönderna på Backen", "Hushållningsgruppen",
      "Vägföreningen Backen", "Fiskevårdsområdet Långsjön"}},
    {"Idrottsrörelsen",
     {"Ekbackens IF", "Ekbackens Judoklubb", "Ridklubben Galoppen", "Simklubben Delfinen",
      "Orienterarna Ekbacken", "Parasportföreningen", "Innebandyklubben Flaggan",
      "Skidklubben Spåret"}},
    {"Studieförbund",
     {"Studiekretsen Eken", "Vuxenbildarna", "Bildningsringen", "Folkbildarna på Backen",
      "Studieringen Lönnen", "Ekbackens folkbildning", "Kvällsskolan", "Kulturens bildning"}},
    {"Sociala företag",
     {"Kooperativet Handen", "Återbruket Ekbacken", "Café Möjligheten", "Snickeriet Tillsammans",
      "Odlarna på Backen", "Cykelverkstan", "Textilkooperativet Tråden", "Arbetsringen"}},
    {"Nätverk",
     {"Nätverket Bron", "Kvinnojouren Ekbacken", "Unga i Ekbacken", "Samiska nätverket",
      "Föräldrar på stan", "Språkkaféet", "Klimatgruppen", "Kulturföreningen Scenen"}},
}};

// In three rows before the stage, the windows on the right.
constexpr std::array tables = {
    DemoTable{"Lönnen", "Till höger om scenen, vid fönstret", Spot{15, 3.2}},
    DemoTable{"Eken", "Närmast ingången, till vänster", Spot{7, 9.2}},
    DemoTable{"Björken", "Vid fönstret, andra raden", Spot{15.6, 6.2}},
    DemoTable{"Asken", "Framför scenen, till höger", Spot{11, 3.2}},
    DemoTable{"Linden", "Mitt i salen", Spot{9, 6.2}},
    DemoTable{"Rönnen", "Mitt i salen, mot fönstret", Spot{12.3, 6.2}},
    DemoTable{"Granen", "Längst bak, vid kaffebordet", Spot{3, 9.2}},
    DemoTable{"Tallen", "Längst fram till vänster", Spot{3, 3.2}},
    DemoTable{"Alen", "Mitt i salen, till vänster", Spot{5.7, 6.2}},
    DemoTable{"Almen", "Längst bak till höger", Spot{15, 9.2}},
    DemoTable{"Hasseln", "Vid nödutgången", Spot{2.4, 6.2}},
    DemoTable{"Häggen", "Framför scenen, till vänster", Spot{7, 3.2}},
    DemoTable{"Sälgen", "Närmast ingången, till höger", Spot{11, 9.2}},
};

}  // namespace

DemoTable demo_table(GroupNumber group) {
    const auto number = static_cast<std::size_t>(group - 1);
    DemoTable table = tables[number % tables.size()];
    if (number >= tables.size()) table.spot.reset();
    return table;
}

RoomPlan demo_room() {
    return {.size = Spot{18, 12},
            .entrance = Spot{9, 12},
            .stage = Spot{9, 0.7},
            .exit = Spot{0.5, 7.7},
            .coffee = Spot{2.2, 11.2},
            .window = Spot{18, 6}};
}

DemoList make_demo_list(int people, std::uint64_t seed) {
    SeededRandom random(seed);
    const auto draw = [&random](std::size_t count) { return random.below(count); };
    DemoList list;
    for (std::size_t place = 0; place < sectors.front().organisations.size(); ++place) {
        for (const Sector& sector : sectors) {
            list.organisations.push_back({sector.organisations[place], sector.name});
        }
    }
    const int organisations = static_cast<int>(list.organisations.size());
    const int from_municipality = people * 25 / 104;
    list.organisations.push_back({"Ekbackens kommun", "Kommunen"});
    for (int i = 0; i < people; ++i) {
        DemoPerson person;
        person.given_name = given_names[draw(given_names.size())];
        person.family_name = family_names[draw(family_names.size())];
        if (i < from_municipality) {
            person.organisation = organisations;
            person.role = i % 9 < 4 ? AttendeeRole::elected : AttendeeRole::official;
        } else {
            // Everybody in turn, so that all organisations come; the rest by chance.
            const int civil = i - from_municipality;
            person.organisation = civil < organisations
                                      ? civil
                                      : static_cast<int>(draw(list.organisations.size() - 1));
        }
        list.people.push_back(std::move(person));
    }
    // Two people of the same name, as in every large room.
    if (people >= 4) {
        auto& last = list.people[static_cast<std::size_t>(people - 1)];
        auto& before = list.people[static_cast<std::size_t>(people - 2)];
        last.given_name = before.given_name = "Åsa";
        last.family_name = before.family_name = "Öberg";
        last.role = before.role = AttendeeRole::civil;
        last.organisation = 2;
        before.organisation = 3;
    }
    return list;
}

}  // namespace stormote
