#include "tests/support/screens/wall_samples.h"

#include <memory>

#include "kiosk/ui/screens/wall/wall_cards.h"
#include "sync/base/clock.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/logo_sample.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

WallProposal proposal(const std::string& text, NoteKind kind = NoteKind::proposal,
                      bool is_new = false) {
    WallProposal made;
    made.kind = kind;
    made.text = text;
    made.is_new = is_new;
    return made;
}

std::string long_proposal() {
    return "Bygg en utomhusscen i Stadsparken, med tak och el, som alla föreningar får boka utan "
           "avgift under sommarhalvåret, och som skolorna använder på dagarna när ingen annan "
           "har bokat den; den ska gå att nå med rullstol hela vägen från busshållplatsen.";
}

WallView between(const std::string& language) {
    WallView view;
    view.municipality = "Ekbackens kommun";
    view.clock_text = "18.05";
    view.title = language == "sv" ? "Stormöte med civilsamhället" : "Meeting with civil society";
    return view;
}

// The wall's page, with two monitors and two notes.
class PageSamples {
  public:
    PageSamples(std::vector<ScreenSample>& samples, const std::string& language)
        : samples_(samples), texts_(sample_texts(language)) {
        view_.frame = frame_in(language);
        view_.wall = sample_wall(language);
    }

    void add_all() {
        view_.caption = say({"Stands on no screen: this is what it would show."});
        add("nothing", {{"eDP-1", 1920, 1080, true}}, std::nullopt);
        view_.caption = texts_.get(Sentence{"Stands on {} now."}, "HDMI-1");
        view_.on_wall_count = 1;
        notes_ = true;
        add("shown", {{"eDP-1", 1920, 1080, true}, {"HDMI-1", 3840, 2160, false}}, "HDMI-1");
        view_.caption = say({"Stands on no screen: this is what it would show."});
        view_.news = StatusLine{
            texts_.get(Sentence{"{} was unplugged, and the wall was closed."}, "HDMI-1"), true};
        add("unplugged", {{"eDP-1", 1920, 1080, true}}, std::nullopt);
    }

  private:
    [[nodiscard]] std::string say(Sentence sentence) const { return texts_.get(sentence); }

    void add(const std::string& name, const std::vector<MonitorInfo>& monitors,
             const std::optional<std::string>& shown_on) {
        std::map<std::string, WallAction> actions;
        view_.cards = {monitor_card(monitors, shown_on, texts_, actions)};
        if (notes_) {
            view_.cards.push_back(note("Två träffar om året, en i varje kommundel", "",
                                       {"Take off the wall", "Choose for the end"}));
            view_.cards.push_back(
                note("En gemensam kalender för föreningar och kommun",
                     say({"Changed at the table since it was shown, and taken off the wall."}),
                     {"Show on the wall", "Choose for the end"}));
        } else {
            view_.cards.push_back(
                {{.text = say({"No table has noted anything yet."}), .look = CardText::detail}});
        }
        const auto clock = std::make_shared<ManualClock>(0);
        // Made where it is drawn: the screen's own session comes before that of the picture.
        const auto miniature = std::make_shared<std::optional<WallMiniature>>();
        samples_.push_back({"wall-page-" + name,
                            [view = view_, clock, miniature](Ui& ui) {
                                if (!*miniature) miniature->emplace(*clock);
                                (void)draw_wall_page(ui, view, **miniature);
                            },
                            false});
    }

    CardParts note(const std::string& text, const std::string& hint,
                   const std::vector<std::string>& labels) {
        const std::string place = texts_.get(Sentence{"Group {}"}, 4) + " · " +
                                  texts_.get(Sentence{"Question {}"}, 2) + " · 19.02";
        CardParts parts{
            {.text = say({"Proposal"}) + " · " + place, .look = CardText::title, .gap_below = 8},
            {.text = text, .gap_below = 12}};
        if (!hint.empty()) {
            parts.push_back({.text = hint, .look = CardText::detail, .gap_below = 12});
        }
        CardPart chips;
        for (const std::string& label : labels) {
            const std::string words = texts_.get(Sentence{label.c_str()});
            chips.chips.push_back({"chip_" + std::to_string(++chips_), words, words + ": " + text});
        }
        parts.push_back(std::move(chips));
        return parts;
    }

    std::vector<ScreenSample>& samples_;
    const Texts& texts_;
    WallPageView view_;
    bool notes_ = false;
    int chips_ = 0;
};

}  // namespace

WallView sample_wall(const std::string& language) {
    WallView view = between(language);
    view.scene = WallScene::question;
    view.kicker = sample_texts(language).get(Sentence{"Question {0} of {1}"}, 2, 4);
    view.title = "När och hur möts vi för att dela tankar, idéer och erfarenheter?";
    view.question = 1;
    view.question_count = 4;
    view.time = WallTime{12, 0.6F};
    view.written_count = 18;
    view.proposals = {
        proposal("Två träffar om året, en i varje kommundel", NoteKind::proposal, true),
        proposal("En gemensam kalender för föreningar och kommun"),
        proposal("Kvällsmöten i en lokal nära bussen", NoteKind::point),
        proposal("Vi bjuder in till nästa möte", NoteKind::commitment)};
    return view;
}

std::vector<ScreenSample> wall_samples(const std::string& language) {
    const Texts& texts = sample_texts(language);
    std::vector<ScreenSample> samples;
    const auto add = [&samples](const std::string& name, const WallView& view) {
        samples.push_back({"wall-" + name, [view](Ui& ui) { draw_wall(ui, view); }, false});
    };
    WallView view = between(language);
    view.kicker = language == "sv" ? "12 oktober" : "12 October";
    view.detail = "Matsalen, Gamla skolan";
    view.next = texts.get(Sentence{"We begin at {}"}, "18.30");
    add("before", view);
    view.logo = sample_logo(240, 180);
    add("before-logo", view);
    view = between(language);
    view.scene = WallScene::pause;
    view.kicker = texts.get({"Right now"});
    view.title = "Mingelfika";
    view.detail = texts.get(Sentence{"Until {}"}, "18.50");
    view.next = texts.get(Sentence{"Then: {}"}, "Hur håller vi kontakten med varandra?");
    add("pause", view);
    view = sample_wall(language);
    add("question", view);
    view.time = WallTime{1, 0.04F};
    view.proposals = {proposal("Fråga kommunen en gång till?", NoteKind::question),
                      proposal(long_proposal())};
    add("question-ends", view);
    view.proposals = {proposal(long_proposal() + " " + long_proposal() + " " + long_proposal())};
    add("question-long", view);
    view = sample_wall(language);
    view.proposals.clear();
    view.written_count = 0;
    add("empty", view);
    view = between(language);
    view.scene = WallScene::question;
    view.written_count = 3;
    view.proposals = {proposal("Fler bänkar längs ån")};
    add("untimed", view);
    view = between(language);
    view.scene = WallScene::chosen;
    view.detail = view.title;
    view.title = texts.get({"What you chose"});
    view.are_chosen = true;
    view.proposals = {proposal("Två träffar om året, en i varje kommundel"),
                      proposal("En gemensam kalender för föreningar och kommun"),
                      proposal("En person på kommunen som svarar om lokaler")};
    view.figures = {{"94", texts.get({"Participants"})},
                    {"41", texts.get({"Associations"})},
                    {"212", texts.get({"Notes made"})},
                    {"17", texts.get({"Commitments made"})}};
    add("chosen", view);
    view.proposals = {proposal(long_proposal()), proposal("Fler bänkar")};
    add("chosen-long", view);
    view.are_chosen = false;
    view.title = texts.get({"What you proposed"});
    view.figures.resize(2);
    add("proposed", view);
    view = between(language);
    view.scene = WallScene::thanks;
    view.kicker = view.title;
    view.title = texts.get({"Thank you for this evening!"});
    add("thanks", view);
    return samples;
}

void add_wall_page_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    PageSamples(samples, language).add_all();
}

}  // namespace stormote
