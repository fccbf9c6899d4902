// Two people: an event made from nothing by commands, for tests of what is held about one of them.
// One thread.
#pragma once

#include <string>

#include "tests/support/machine/organiser_program.h"

namespace stormote::testing {

// "tom" with Åsa Öberg and Bo Ek, who have tickets; gives the id of the first.
inline std::string make_two_people(const OrganiserProgram& program) {
    program.make_empty_event();
    program.write("lista.csv",
                  "Förnamn;Efternamn;Förening;E-post;Kost\n"
                  "Åsa;Öberg;Ekens scoutkår;asa@x.example;Jordnötsallergi\n"
                  "Bo;Ek;Bron;bo@x.example;\n");
    static_cast<void>(program.answer({"import", "tom", "lista.csv"}));
    static_cast<void>(program.answer({"tickets", "tom", "--text"}));
    const std::string found = program.answer({"search", "tom", "asa"});
    return found.substr(0, found.find('\t'));
}

}  // namespace stormote::testing
