#include "tests/support/screens/screen_samples.h"

#include "kiosk/documents/papers/guide.h"
#include "kiosk/ui/screens/check_in/guide_help.h"
#include "kiosk/ui/screens/check_in/help.h"
#include "kiosk/ui/screens/check_in/next_welcome.h"
#include "kiosk/ui/screens/check_in/notice.h"
#include "kiosk/ui/screens/check_in/verdict.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/screens/staff/pin.h"
#include "kiosk/ui/shell/languages.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/logo_sample.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

// What a camera might see: a slope of grey, with a code in it.
std::shared_ptr<const CameraPicture> camera_picture() {
    auto picture = std::make_shared<CameraPicture>();
    picture->number = 1;
    picture->frame = GreyFrame(640, 360);
    for (int y = 0; y < picture->frame.height; ++y) {
        for (int x = 0; x < picture->frame.width; ++x) {
            picture->frame.row(y)[x] = static_cast<std::uint8_t>(x * 255 / picture->frame.width);
        }
    }
    picture->codes = {{{{0.4F, 0.3F}, {0.55F, 0.32F}, {0.54F, 0.6F}, {0.39F, 0.57F}}}};
    return picture;
}

VerdictView verdict_in(const std::string& language) {
    VerdictView view;
    view.frame = frame_in(language);
    view.first_name = "Åsa";
    view.name = "Åsa Öberg";
    view.seat.group_number = 4;
    view.seat.table_name = "Lönnen";
    view.seat.place = "Till höger om scenen, vid fönstret";
    view.facilitator = "Maj Norberg";
    view.present_in_group = 3;
    view.label = NameLabel::printing;
    view.countdown = {4000, 6000};
    view.can_bring_more = true;
    return view;
}

// Sixty tables in a sports hall, its door at the left.
SeatingMap large_hall() {
    SeatingMap map;
    map.size = {44, 24};
    map.has_walls = true;
    map.entrance = Spot{0, 14};
    for (int table = 1; table <= 60; ++table) {
        const int row = (table - 1) / 11;
        map.tables[table] = Spot{2.0 + 4 * ((table - 1) % 11), 2.0 + 4 * row};
    }
    return map;
}

NameView name_in(const std::string& language, std::string typed, NameSearch search,
                 std::vector<std::string> hits) {
    NameView view;
    view.frame = frame_in(language);
    view.typed = std::move(typed);
    view.search = search;
    view.hits = std::move(hits);
    return view;
}

void add_names(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const NameView& view, bool extreme = false) {
        samples.push_back({"name-" + name, [view](Ui& ui) { (void)draw_name(ui, view); }, extreme});
    };
    add("empty", name_in(language, "", NameSearch::waiting, {}));
    add("two", name_in(language, "Åsa Ö", NameSearch::found, {"Åsa Öberg", "Åsa Östman"}));
    add("five",
        name_in(language, "An", NameSearch::found,
                {"Anna Lind", "Anders Ek", "Andrej Kovalenko", "Ann-Marie Holmgren", arabic_name}));
    add("nothing", name_in(language, "Qwx", NameSearch::nothing, {}));
    const NameView begun = name_in(language, "Sá", NameSearch::waiting, {});
    samples.push_back({"name-more-letters",
                       [begun](Ui& ui) {
                           // A new screen begins with the usual letters.
                           ui.begin_screen("name");
                           ui.show_more_letters(true);
                           (void)draw_name(ui, begun);
                       },
                       false});
    NameView warned = name_in(language, "Åsa", NameSearch::too_many, {});
    warned.clears_in_s = 5;
    add("warned", warned);
    add("long", name_in(language, "Anna-M", NameSearch::found, {long_name, arabic_name}), true);
    NameView namesake = name_in(language, "", NameSearch::waiting, {});
    namesake.namesake = "Amina Yusuf";
    add("association", namesake);
    namesake.typed = "Qw";
    namesake.search = NameSearch::nothing;
    add("association-nothing", namesake);
    namesake.is_staff_called = true;
    add("association-called", namesake);
    namesake.is_staff_called = false;
    namesake.typed = "Ek";
    namesake.search = NameSearch::found;
    namesake.hits = {namesake.namesake};
    add("association-found", namesake);
    namesake.namesake = long_name;
    namesake.hits = {long_name};
    add("association-long", namesake, true);
}

void add_verdicts(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const VerdictView& view, bool extreme = false) {
        samples.push_back(
            {"verdict-" + name, [view](Ui& ui) { (void)draw_verdict(ui, view); }, extreme});
    };
    VerdictView view = verdict_in(language);
    add("admitted", view);
    view.arrival = Arrival::readmitted;
    view.label = NameLabel::failed;
    view.seat.group_number = 12;
    view.seat.table_name.clear();
    view.seat.place.clear();
    view.present_in_group = 0;
    add("no-table", view);
    view = verdict_in(language);
    view.seat.group_number = 0;
    view.seat.table_name.clear();
    view.seat.place.clear();
    view.label = NameLabel::none;
    add("no-group", view);
    view = verdict_in(language);
    view.first_name = "Maj";
    view.name = "Maj Norberg";
    view.label = NameLabel::none;
    view.leads_group = true;
    view.facilitator.clear();
    add("leads-first", view);
    view.company = {"Ali Hassan", "Bo Norén", "Gun Dahl", "Siv Lööf", "Yusuf Ek", "Åsa Öberg"};
    add("leads", view);
    view = verdict_in(language);
    view.seat.map = sample_hall();
    add("map", view);
    view.can_deny = true;
    add("typed", view);
    view.can_deny = false;
    const WelcomeView next{frame_in(language), true, {}, true};
    samples.push_back(
        {"next-welcome",
         [next, seat = view.seat](Ui& ui) { (void)draw_next_welcome(ui, next, seat); }, false});
    view.seat.group_number = 12;
    view.seat.place = sample_texts(language).get({"At the back, opposite the stage"});
    add("map-back", view);
    view.seat.map = large_hall();
    view.seat.group_number = 37;
    add("map-large", view);
    view = verdict_in(language);
    view.seat.map = sample_hall();
    view.later = {{2, "19.40", 7, "Bord Tallen"}, {3, "20.20", 12, ""}};
    add("rounds", view);
    view.arrival = Arrival::shown_way;
    view.label = NameLabel::none;
    view.can_bring_more = false;
    view.later.resize(1);
    add("way", view);
    view = verdict_in(language);
    view.seat.map = sample_hall();
    view.first_name = "Anna-Margareta Katarina";
    view.name = long_name;
    view.seat.group_number = 13;
    view.seat.table_name = "Tusenårsekarna vid norra hembygdsgården";
    view.facilitator = long_name;
    add("long", view, true);
    view = verdict_in(language);
    view.first_name = "نور الهدى";
    view.name = arabic_name;
    view.seat.group_number = 9;
    add("arabic", view);
}

void add_notices(std::vector<ScreenSample>& samples, const std::string& language) {
    struct Kind {
        std::string name;
        NoticeKind kind;
    };
    for (const auto& [name, kind] :
         {Kind{"already", NoticeKind::already_here}, Kind{"unknown", NoticeKind::unknown_ticket},
          Kind{"unreadable", NoticeKind::unreadable}, Kind{"wrong-event", NoticeKind::wrong_event},
          Kind{"revoked", NoticeKind::revoked}, Kind{"cancelled", NoticeKind::cancelled},
          Kind{"forged", NoticeKind::forged}, Kind{"not-on-the-list", NoticeKind::not_on_the_list},
          Kind{"registered", NoticeKind::registered_here},
          Kind{"checked-out", NoticeKind::checked_out}, Kind{"replaced", NoticeKind::replaced},
          Kind{"not-free", NoticeKind::place_not_free},
          Kind{"closed", NoticeKind::registration_closed},
          Kind{"nobody-to-leave", NoticeKind::nobody_to_leave},
          Kind{"declined", NoticeKind::declined}, Kind{"broken", NoticeKind::machine_broken}}) {
        NoticeView view;
        view.frame = frame_in(language);
        view.kind = kind;
        view.first_name = "Åsa";
        view.time_text = "17.36";
        view.place_text = sample_texts(language).get({"at the other screen"});
        view.group_number = 4;
        view.table_name = "bord Lönnen";
        view.other_event = "Stormöte i Björkby 3 november";
        view.can_print_label = true;
        view.can_leave = true;
        view.countdown = {7000, 12000};
        samples.push_back(
            {"notice-" + name, [view](Ui& ui) { (void)draw_notice(ui, view); }, false});
        if (kind == NoticeKind::nobody_to_leave) {
            view.is_over = true;
            samples.push_back(
                {"notice-over", [view](Ui& ui) { (void)draw_notice(ui, view); }, false});
        }
        if (kind == NoticeKind::forged) {
            view.is_staff_called = true;
            samples.push_back(
                {"notice-staff-called", [view](Ui& ui) { (void)draw_notice(ui, view); }, false});
        }
        if (kind != NoticeKind::already_here) continue;
        view.is_leaving = true;
        samples.push_back(
            {"notice-leaving", [view](Ui& ui) { (void)draw_notice(ui, view); }, false});
        view.has_way = true;
        view.round = 2;
        view.round_text = "19.40";
        samples.push_back(
            {"notice-changing", [view](Ui& ui) { (void)draw_notice(ui, view); }, false});
    }
}

WalkInView walk_in_view(const std::string& language, WalkInStep step) {
    WalkInView view;
    view.frame = frame_in(language);
    view.step = step;
    view.steps.number = step == WalkInStep::name ? 1 : step == WalkInStep::information ? 3 : 2;
    view.name = "Åsa Öberg";
    view.organisation = "Hembygdsföreningen Eken";
    view.sector = "Landsbygd";
    view.information = sample_information(language, LegalBasis::public_task);
    return view;
}

void add_walk_in(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const WalkInView& view, bool extreme = false) {
        samples.push_back(
            {"walk-in-" + name, [view](Ui& ui) { (void)draw_walk_in(ui, view); }, extreme});
    };
    WalkInView view = walk_in_view(language, WalkInStep::name);
    view.can_substitute = true;
    add("name", view);
    view = walk_in_view(language, WalkInStep::organisation);
    view.typed = "Eke";
    view.suggestions = {"Hembygdsföreningen Eken", "Ekens scoutkår", "Ekeby bygdegård"};
    add("organisation", view);
    view.suggestions = {long_organisation, "Ekens scoutkår", long_organisation + " norra delen"};
    view.typed = "Riksförbundet för folkbildning";
    add("organisation-long", view, true);
    view = walk_in_view(language, WalkInStep::sector);
    view.options = {"Trossamfund",   "Pensionärsorganisation", "Landsbygd", "Idrottsrörelsen",
                    "Studieförbund", "Socialt företag",        "Nätverk",   "Annat"};
    add("sector", view);
    view = walk_in_view(language, WalkInStep::role);
    add("role", view);
    view = walk_in_view(language, WalkInStep::information);
    add("information", view);
    view.asks_consent = true;
    view.information = sample_information(language, LegalBasis::consent);
    add("consent", view);
    view.name = long_name;
    view.organisation = long_organisation;
    add("information-long", view, true);
}

void add_asides(std::vector<ScreenSample>& samples, const std::string& language) {
    HelpView help;
    help.frame = frame_in(language);
    const FrameView frame = frame_in(language);
    samples.push_back({"languages", [frame](Ui& ui) { (void)draw_languages(ui, frame); }, false});
    samples.push_back({"help", [help](Ui& ui) { (void)draw_help(ui, help); }, false});
    help.is_called = true;
    samples.push_back({"help-called", [help](Ui& ui) { (void)draw_help(ui, help); }, false});
}

void add_logos(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, std::shared_ptr<const Logo> logo) {
        WelcomeView welcome;
        welcome.frame = frame_in(language);
        welcome.frame.logo = std::move(logo);
        samples.push_back({"welcome-logo-" + name,
                           [welcome](Ui& ui) { (void)draw_welcome(ui, welcome); }, false});
    };
    add("wide", sample_logo(512, 64));
    add("light", sample_logo(400, 160, LogoInk::light));
}

void add_pins(std::vector<ScreenSample>& samples, const std::string& language) {
    PinView pin;
    pin.frame = frame_in(language);
    pin.typed = "123";
    samples.push_back({"pin", [pin](Ui& ui) { (void)draw_pin(ui, pin); }, false});
    pin.typed = "";
    pin.state = PinState::waiting;
    pin.wait_s = 30;
    samples.push_back({"pin-waiting", [pin](Ui& ui) { (void)draw_pin(ui, pin); }, false});
}

void add_sheets(std::vector<ScreenSample>& samples, const std::string& language) {
    static const Sheets sheets = read_sheets();
    for (const char *name : {"steward", "facilitator", "organiser"}) {
        const Document *sheet = find_sheet(sheets, name, language);
        if (sheet == nullptr) continue;
        samples.push_back({std::string("guide-") + name,
                           [frame = frame_in(language), sheet](Ui& ui) {
                               (void)draw_guide_help(ui, {frame, sheet, {}});
                           },
                           false});
        GuideHelpView called{frame_in(language), sheet, {}, true, true};
        samples.push_back({std::string("guide-called-") + name,
                           [called](Ui& ui) { (void)draw_guide_help(ui, called); }, false});
    }
}

}  // namespace

std::vector<ScreenSample> attendee_samples(const std::string& language) {
    std::vector<ScreenSample> samples;
    WelcomeView welcome;
    welcome.frame = frame_in(language);
    samples.push_back({"welcome", [welcome](Ui& ui) { (void)draw_welcome(ui, welcome); }, false});
    WelcomeView read_aloud = welcome;
    read_aloud.frame.speaks = true;
    read_aloud.frame.volume_text = "3/5";
    samples.push_back({"welcome-read-aloud",
                       [read_aloud](Ui& ui) { (void)draw_welcome(ui, read_aloud); }, false});
    welcome.camera = {CameraState::running, camera_picture()};
    samples.push_back(
        {"welcome-camera", [welcome](Ui& ui) { (void)draw_welcome(ui, welcome); }, false});
    welcome.frame.problem_count = 12;
    welcome.camera = {CameraState::lost, nullptr};
    samples.push_back(
        {"welcome-camera-lost", [welcome](Ui& ui) { (void)draw_welcome(ui, welcome); }, false});
    add_logos(samples, language);
    add_names(samples, language);
    add_verdicts(samples, language);
    add_notices(samples, language);
    add_walk_in(samples, language);
    add_asides(samples, language);
    add_exit_feedback_samples(samples, language);
    return samples;
}

std::vector<ScreenSample> screen_samples(const std::string& language) {
    std::vector<ScreenSample> samples = attendee_samples(language);
    add_pins(samples, language);
    add_sheets(samples, language);
    add_staff_samples(samples, language);
    add_way_samples(samples, language);
    add_table_samples(samples, language);
    add_organiser_samples(samples, language);
    add_ready_samples(samples, language);
    add_pairing_samples(samples, language);
    add_conflict_samples(samples, language);
    add_personal_samples(samples, language);
    add_follow_up_samples(samples, language);
    add_wall_page_samples(samples, language);
    add_board_samples(samples, language);
    return samples;
}

}  // namespace stormote
