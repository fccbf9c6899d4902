// The words that passwords are made of most often, in Swedish and English, folded: a list of our
// own, with a space between each two. password_rules.h says what is made of them. Runs of keys and
// of letters are found besides.
#pragma once

#include <string_view>

namespace stormote {

constexpr std::string_view common_password_words =
    // What it is for
    "password passwort passord losenord losen passwd pass word secret hemlig hemligt hemlighet kod "
    "kodord login logga inloggning signin admin administrator administration root user guest gast "
    "test testing demo default standard welcome valkommen hello hej hejsan tjena changeme change "
    "letmein trustno access master system server computer dator data internet windows microsoft "
    "office excel outlook google facebook apple samsung iphone android linux spotify volvo saab "
    "ikea skype zoom teams "
    // Seasons, months, days
    "sommar vinter host hosten var varen sommaren vintern summer winter autumn spring januari "
    "februari mars april maj juni juli augusti september oktober november december january "
    "february march may june july august october mandag tisdag onsdag torsdag fredag lordag sondag "
    "monday tuesday wednesday thursday friday saturday sunday jul julafton midsommar pask "
    "christmas "
    // Municipality and meeting
    "stormote mote moten motet meeting kommun kommunen kommunal region regionen stad staden "
    "landsting politik politiker demokrati dialog medborgare medborgardialog forening foreningar "
    "foreningen arbete jobb jobbet work kontor kontoret skola skolan school chef boss personal "
    "organiser arrangor steward entre "
    // Places
    "sverige sweden svensk svenska stockholm goteborg malmo uppsala lund linkoping norrkoping "
    "orebro vasteras helsingborg umea gavle boras norge danmark finland europa london paris "
    "america "
    // Feelings, people, animals, things
    "iloveyou love you karlek alskar jag dig mig min mitt the my is ar and och mamma pappa mormor "
    "morfar farmor farfar familj family baby bebis princess prinsessa prince prins angel angeln "
    "sunshine solsken sol solen blomma flower banan banana choklad chocolate cookie kaka kaffe "
    "coffee pizza hund hunden katt katten kisse vovve hast hasten pony dragon drake monkey apa "
    "tiger lion lejon bear bjorn wolf varg eagle orn shadow batman superman spiderman pokemon "
    "starwars minecraft fortnite killer ninja pirate football fotboll hockey ishockey baseball "
    "basketball soccer liverpool arsenal chelsea manchester united barcelona zlatan hammarby "
    "djurgarden aik bajen blavitt gais frolunda brynas farjestad rock music musik guitar gitarr "
    "freedom frihet whatever nothing forever lovely beautiful super cool money pengar diamond "
    "silver gold guld jesus jesuschrist god gud heaven himmel fuck fuckyou fan javla helvete skit "
    "asshole correct horse battery staple "
    // First names
    "anna maria eva karin kristina lena sara emma malin jenny linda johanna elin julia alice maja "
    "ella lars anders mikael johan erik per karl peter jan thomas daniel fredrik andreas martin "
    "magnus hans bengt bo nils oskar oscar gustav viktor simon filip lucas hugo elias mohammed ali "
    "ahmed michael jessica ashley jennifer michelle nicole jordan robert charlie george matthew "
    "andrew svensson andersson johansson karlsson nilsson eriksson larsson ";

}  // namespace stormote
