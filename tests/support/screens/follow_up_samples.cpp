#include "kiosk/ui/screens/common/writing_page.h"
#include "kiosk/ui/screens/follow_up/follow_up_page.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

class FollowUpSamples {
  public:
    FollowUpSamples(std::vector<ScreenSample>& samples, const std::string& language)
        : samples_(samples), texts_(sample_texts(language)) {
        view_.frame = frame_in(language);
    }

    void add_all() {
        add("none");
        view_.cards = {alike("Öppna biblioteket på söndagar", "Ha bibban öppen även på söndagen")};
        for (int i = 0; i < 3; ++i) {
            view_.cards.push_back(
                alike("Öppna biblioteket på söndagar", "Ha bibban öppen även på söndagen"));
        }
        add("similar");
        view_.tab = FollowUpTab::notes;
        view_.news = StatusLine{say({"Recorded."}), false};
        view_.can_undo = true;
        view_.cards = {published("Ett kulturkort för unga", "kulturkort åt ungdomar!!", false),
                       published("Fler bänkar längs ån", "", true)};
        add("published");
        view_.news.reset();
        view_.lead = say({"Which note says the same?"});
        view_.cards = {looking("Ett kulturkort för unga", {"Never mind"}),
                       looking("Kulturkort till alla under 20", {"The same: publish these words"})};
        add("looking");
        view_.lead.clear();
        view_.tab = FollowUpTab::follow_up;
        view_.cards = {
            item("Kommunen bjuder in till ett möte om lokaler före jul."),
            item("Bygg en utomhusscen i Stadsparken, med tak och el, som alla föreningar "
                 "får boka utan avgift under sommarhalvåret.")};
        add("items");
        add_written();
    }

  private:
    [[nodiscard]] std::string say(Sentence sentence) const { return texts_.get(sentence); }
    void add(const std::string& name) {
        samples_.push_back({"follow-up-" + name,
                            [view = view_](Ui& ui) { (void)draw_follow_up(ui, view); }, false});
    }
    CardPart chips(const std::vector<Sentence>& labels, std::size_t selected = 99) {
        CardPart part{.gap_below = 16};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::string number = std::to_string(++chips_);
            part.chips.push_back(
                {"chip_" + number, say(labels[i]), say(labels[i]) + ": " + number, i == selected});
        }
        return part;
    }
    [[nodiscard]] std::string place(int group) const {
        return texts_.get(Sentence{"Group {}"}, group) + " · " +
               texts_.get(Sentence{"Question {}"}, 2);
    }

    CardParts alike(const std::string& one, const std::string& other) {
        CardParts parts{{.text = texts_.get(Sentence{"In common: {}"},
                                            "biblioteket / bibban, söndagar / söndagen"),
                         .look = CardText::title,
                         .gap_below = 12}};
        for (const std::string& text : {one, other}) {
            parts.push_back({.text = text});
            parts.push_back({.text = place(4), .look = CardText::detail, .gap_below = 8});
            parts.push_back(
                chips({{"All the same: publish these words"}, {"Something else than the others"}}));
        }
        return parts;
    }

    CardParts published(const std::string& text, const std::string& original, bool is_withheld) {
        CardParts parts{{.text = say({"Proposal"}) + " · " + place(3),
                         .look = CardText::title,
                         .gap_below = 12},
                        {.text = text, .gap_below = 12}};
        if (!original.empty()) {
            parts.push_back({.text = texts_.get(Sentence{"At the table: {}"}, original),
                             .look = CardText::detail,
                             .gap_below = 8});
        }
        parts.push_back(chips({{"Word anew"}, {"Not for the public"}, {"Says the same as another"}},
                              is_withheld ? 1 : 99));
        return parts;
    }

    CardParts looking(const std::string& text, Sentence label) {
        return {{.text = say({"Proposal"}) + " · " + place(3),
                 .look = CardText::title,
                 .gap_below = 12},
                {.text = text, .gap_below = 12},
                chips({label})};
    }

    CardParts item(const std::string& text) {
        return {{.text = say({"Proposal"}) + " · " + say({"Late"}),
                 .look = CardText::title,
                 .gap_below = 12},
                {.text = text},
                {.text = place(5), .look = CardText::detail, .gap_below = 8},
                {.text = say({"Owner"}) + ": Fritidschefen · " + say({"Due"}) + ": 2022-12-01",
                 .gap_below = 8},
                chips({{"Still open"}, {"Begun"}, {"Completed"}, {"Declined"}}, 1),
                chips({{"Owner"}, {"Department"}, {"Due"}, {"Answer"}})};
    }

    void add_written() {
        WritingPageView page;
        page.frame = view_.frame;
        page.screen = "follow_up_field";
        page.question =
            say({"Wording"}) + ": kulturkort åt ungdomar!! gratis bio + bad, helst från 13";
        page.wording = Wording::event;
        page.hint_icon = Icon::lightbulb;
        page.hint = say({"An empty field shows what was written at the table."});
        page.writing = writing_of("Ett kulturkort för unga från 13 år, med bio och bad.");
        page.go_on = {.id = "save", .label = say({"Save"}), .icon = Icon::check};
        samples_.push_back(
            {"follow-up-wording", [page](Ui& ui) { (void)draw_writing_page(ui, page); }, false});
    }

    std::vector<ScreenSample>& samples_;
    const Texts& texts_;
    FollowUpView view_;
    int chips_ = 0;
};

}  // namespace

void add_follow_up_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    FollowUpSamples(samples, language).add_all();
}

}  // namespace stormote
