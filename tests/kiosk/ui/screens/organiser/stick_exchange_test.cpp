// The organiser's page with a stick: what is saved for another screen, and what is fetched from it.
#include <optional>

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/bundle_file.h"
#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

// This screen at its files, and another one of the same event that no network joins.
class StickPage : public testing::ScreenAtDesk {
  public:
    StickPage() {
        ::setenv("HOME", home.path().c_str(), 1);
        event.come(event.add({"Åsa", "Öberg", "Eken"}));
        auto fold = std::make_unique<RecordFold>();
        auto journal = Journal::create(folder_ / "other.event", std::nullopt, other_.environment(),
                                       testing::invitation_to(event->journal()), fold->sink());
        REQUIRE(journal);
        other.emplace(std::move(journal).value(), std::move(fold), other_.environment());
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock);
        presenter->open();
        show(presenter);
        driver.tap("tab_files");
        REQUIRE(comes_to_say(home.path().string()));
        settle();
        driver.advance_ms(Ui::settle_ms);
    }

    TemporaryFolder home;

  private:
    TemporaryFolder folder_;
    testing::Machine other_{folder_ / "other state", 8};

  public:
    std::optional<Desk> other;
    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("what is saved on a stick is taken in by another screen, and what that saves by this") {
    StickPage page;
    page.driver.tap("save_bundle");
    REQUIRE(page.comes_to_say("Plug the stick into the other screen"));
    const DeviceId own = page.desk->read([](const Desk& desk) { return desk.device(); });
    const auto file = page.home / ("2022-10-12-" + bundle_file_name(own));
    CHECK(page.driver.record().says(file.string()));
    const auto merged = merge_bundle_file(*page.other, file);
    REQUIRE(merged);
    CHECK(page.other->state().attendees().size() == 1);

    page.other->walk_in({"Örjan", "Ek", "Eken", "culture", {}, ""}, actor::staff);
    REQUIRE(write_bundle_file(*page.other, page.home / "theirs.bundle"));
    page.driver.tap("fetch_bundles");
    REQUIRE(page.comes_to_say("operations were new."));
    CHECK(page.desk->read([](const Desk& desk) { return desk.state().attendees().size(); }) == 2);
    page.driver.tap("fetch_bundles");
    REQUIRE(page.comes_to_say("Fetched. There was nothing new."));
}

TEST_CASE("a stick without a bundle, and one with a harmed bundle, are told on the page") {
    StickPage page;
    page.driver.tap("fetch_bundles");
    REQUIRE(page.comes_to_say("There is nothing of this event to fetch."));
    const auto file = page.home / "theirs.bundle";
    REQUIRE(write_bundle_file(*page.other, file));
    Bytes content = testing::read_file(file);
    content.resize(content.size() - 1);
    testing::write_file(file, content);
    page.driver.tap("fetch_bundles");
    REQUIRE(page.comes_to_say(file.string() + " ends too early"));
}

}  // namespace stormote
