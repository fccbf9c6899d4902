#include "kiosk/web/service/room_pages.h"

#include "sync/base/private_file.h"

namespace stormote {

namespace {

// A room's phones and computers, not a county's.
constexpr std::size_t places = 512;
constexpr std::size_t most_held_bytes = 64U << 20;

PagesOptions pages_options(const RoomPagesOptions& options) {
    PagesOptions pages;
    pages.listen.address = options.address;
    pages.listen.certificate = options.certificate;
    pages.listen.key = options.key;
    pages.listen.is_plain_in_room = true;
    pages.listen.places = places;
    pages.listen.most_held_bytes = most_held_bytes;
    pages.accounts = room_accounts_folder(options.state_directory);
    return pages;
}

}  // namespace

std::filesystem::path room_accounts_folder(const std::filesystem::path& state_directory) {
    return state_directory / "pages";
}

Result<std::unique_ptr<RoomPages>> RoomPages::open(DeskThread& desk,
                                                   const RoomPagesOptions& options,
                                                   const Clock& clock, Random& random,
                                                   const Texts& texts, PagesService::Tell tell) {
    // What pages let people record is recorded by this device.
    if (!desk.may(OperationKind::settings_described)) {
        return input_error(
            {"Only an organiser's device can serve pages. Start it on the "
             "organiser's machine."});
    }
    const PagesOptions wanted = pages_options(options);
    create_private_folder(wanted.accounts);
    std::unique_ptr<RoomPages> pages(new RoomPages(desk, options.event_file));
    auto service = PagesService::start(pages->event_, wanted, clock, random, texts, tell);
    if (!service) return service.error();
    pages->service_ = *std::move(service);
    tell(texts.get({"The pages listen on port {}. Their accounts lie in {}."}, pages->port(),
                   wanted.accounts.string()));
    return pages;
}

}  // namespace stormote
