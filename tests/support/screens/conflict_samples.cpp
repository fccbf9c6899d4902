#include "kiosk/ui/screens/conflicts/conflict_page.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

void add_conflict_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const ConflictsView& view) {
        samples.push_back(
            {"conflicts-" + name, [view](Ui& ui) { (void)draw_conflicts(ui, view); }, false});
    };
    const Texts& texts = sample_texts(language);
    const std::string by_staff = " · " + texts.get({"by staff"});
    ConflictsView view;
    view.frame = frame_in(language);
    add("none", view);
    view.cards.push_back(
        {texts.get(Sentence{"{} is checked in at more than one screen"}, "Åsa Öberg"),
         {{"", "17.36 · Entré 1"}, {"", "17.41 · Entré 2" + by_staff}},
         {texts.get({"This one counts"}), texts.get({"This one counts"}),
          texts.get({"Each is right"})},
         ""});
    view.cards.push_back(
        {texts.get({"More than one person is here for one registration"}),
         {{long_name, "17.38 · Entré 1"}, {"Siv Lööf", "17.44 · Entré 2" + by_staff}},
         {texts.get({"This person is here"}), texts.get({"This person is here"}),
          texts.get({"They are the same person"}), texts.get({"All of them are here"})},
         ""});
    view.cards.push_back({texts.get(Sentence{"Group {} has {} people and {} chairs."}, 4, 9, 8),
                          {},
                          {texts.get(Sentence{"The table has {} chairs"}, 9)},
                          ""});
    view.news = StatusLine{texts.get({"Settled."}), false};
    add("some", view);
    view.cards.front().question = texts.get(
        Sentence{"The other check-ins of {} are taken back. Is that right?"}, "Åsa Öberg");
    view.news = StatusLine{texts.get({"It is not as it was any more. Look again."}), true};
    add("asked", view);
}

}  // namespace stormote
