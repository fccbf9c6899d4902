#include "kiosk/ui/screens/check_in/party.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

std::string instead_of(const std::string& name, const std::string& language) {
    return sample_texts(language).get(
        Sentence{"You are here instead of {}, and take over their association and group."}, name);
}

void add_substitute(std::vector<ScreenSample>& samples, const std::string& language) {
    NameView absent;
    absent.frame = frame_in(language);
    absent.purpose = NamePurpose::somebody_absent;
    absent.walk_ins = false;
    const auto add_search = [&](const std::string& name) {
        samples.push_back(
            {"substitute-" + name, [view = absent](Ui& ui) { (void)draw_name(ui, view); }, false});
    };
    add_search("search");
    absent.typed = "Qwx";
    absent.search = NameSearch::nothing;
    add_search("nothing");
    absent.typed = "Åsa Ek";
    absent.search = NameSearch::slowed;
    absent.wait_s = 8;
    add_search("slowed");
    absent.typed = "Åsa";
    absent.search = NameSearch::found;
    absent.hits = {"Åsa Öberg", "Åsa Ek"};
    add_search("found");

    WalkInView own;
    own.frame = frame_in(language);
    own.steps = {2, 3};
    own.information = sample_information(language, LegalBasis::public_task);
    own.name = "Ronja Ånäs";
    own.shared_with = instead_of("Åsa Öberg", language);
    const auto add_own = [&](const std::string& name, bool extreme = false) {
        samples.push_back({"substitute-" + name,
                           [view = own](Ui& ui) { (void)draw_walk_in(ui, view); }, extreme});
    };
    add_own("name");
    own.shared_with = instead_of(long_name, language);
    add_own("name-long", true);
    own.step = WalkInStep::information;
    own.steps = {3, 3};
    add_own("information-long", true);
    own.shared_with = instead_of("Åsa Öberg", language);
    add_own("information");
}

void add_party(std::vector<ScreenSample>& samples, const std::string& language) {
    PartyView party;
    party.frame = frame_in(language);
    party.countdown = {9'000, 15'000};
    const auto add = [&](const std::string& name, bool extreme = false) {
        samples.push_back(
            {"party-" + name, [view = party](Ui& ui) { (void)draw_party(ui, view); }, extreme});
    };
    party.members = {{"Åsa Öberg", 4, "Bord Lönnen"}};
    add("one");
    party.members.push_back({arabic_name, 12, ""});
    party.members.push_back({"Yusuf Ek", 0, ""});
    add("three");
    party.members.resize(1);
    for (int group = 9; group < 9 + static_cast<int>(most_party_lines); ++group) {
        party.members.push_back({long_name, group, "Bord Tusenårsekarna"});
    }
    add("many", true);
}

}  // namespace

void add_way_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    add_substitute(samples, language);
    add_party(samples, language);
}

}  // namespace stormote
