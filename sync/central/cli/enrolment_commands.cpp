// CentralCommands: who may exchange: enrol, revoke.
#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/cli/terminal_qr.h"
#include "sync/replication/pairing.h"

namespace stormote {

namespace {

constexpr const char *usual_role = "door";

struct RevokeOptions : EventOptions {
    std::string device;
};

struct EnrolOptions : RevokeOptions {
    std::string role;
    std::string municipality;
};

// What the pairing text carries besides its secret: all that the event's file can give.
Result<Pairing> make_pairing_for(const EventChoice& choice, const EnrolOptions& options,
                                 CentralContext& context) {
    Pairing pairing{choice.event, context.random.bytes<16>(), std::nullopt};
    if (!choice.journal) {
        if (options.role.empty()) return pairing;
        return usage_error(
            {"A role is given with the event's file, not with its id: --event FILE."});
    }
    pairing.key = choice.journal->event_key();
    const auto role = parse_device_role(options.role.empty() ? usual_role : options.role);
    if (!role) {
        return usage_error({"\"{}\" is not a role. Choose door, table, organiser, pages or hub."},
                           options.role);
    }
    if (!has_root(choice.event)) {
        if (options.role.empty()) return pairing;
        return usage_error(
            {"This event was made by an earlier version of Stormöte, which knows no "
             "roles. Leave --role out."});
    }
    auto device = choice.journal->issue_pairing(*role, passphrase_from(options.passphrase_file));
    if (!device) return device.error();
    pairing.device = *device;
    return pairing;
}

Result<> enrol(const EnrolOptions& options, CentralContext& context) {
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto pairing = make_pairing_for(*choice, options, context);
    if (!pairing) return pairing.error();
    auto store = open_or_make_store(options, context);
    if (!store) return store.error();
    const std::int64_t now_ms = context.clock.wall_ms();
    auto settled = store.value()->settle_event(choice->event, options.municipality, now_ms);
    if (!settled) return settled;
    // Where the pairing text gives none, the device has none for the store either.
    const std::string role = !pairing->device       ? ""
                             : options.role.empty() ? usual_role
                                                    : options.role;
    auto invited = store.value()->invite(choice->event, options.device, hash_bytes(pairing->secret),
                                         now_ms, role);
    if (!invited) return invited;
    const std::string text = write_pairing(*pairing);
    context.out << text << "\n\n" << draw_qr_for_terminal(draw_qr(text)) << std::flush;
    if (pairing->key) {
        context.messages << context.texts.get(
            {"This pairing text works once and carries the event's key: show it to nobody but the "
             "device."});
    } else {
        context.messages << context.texts.get(
            {"This pairing text works once. It carries no key: a new device needs the organiser's "
             "key file besides (stormote key)."});
    }
    context.messages << std::endl;
    return Done{};
}

Result<> revoke(const RevokeOptions& options, CentralContext& context) {
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    if (!store.value()->revoke(choice->event, options.device, context.clock.wall_ms())) {
        return input_error({"The event has no active device named {}. \"stormote-central list\" "
                            "shows them."},
                           options.device);
    }
    context.messages << context.texts.get({"{} no longer has access."}, options.device)
                     << std::endl;
    return Done{};
}

void add_device_options(CentralLine& line, CLI::App& parser, RevokeOptions& options) {
    line.add_event_options(
        parser, options, {"The event's id, or its file, whose key the pairing text then carries."});
    parser
        .add_option("--device", options.device,
                    line.text({"What the device is called, such as \"entrance 1\"."}))
        ->required();
}

}  // namespace

void add_enrol(CentralLine& line) {
    const auto [parser, options] =
        line.add("enrol", {"Lets a device in: prints its one-time pairing text and QR code."},
                 "stormote-central enrol --store sqlite:central.db --event mote.stormote "
                 "--device \"entrance 1\" --role door",
                 enrol);
    add_device_options(line, parser, options);
    parser.add_option("--role", options.role,
                      line.text({"What the device is for: door (the default), table, organiser, "
                                 "pages or hub."}));
    parser.add_option("--municipality", options.municipality,
                      line.text({"Whose event it is, where the store does not know it yet."}));
}

void add_revoke(CentralLine& line) {
    const auto [parser, options] = line.add("revoke", {"Revokes a device's access."},
                                            "stormote-central revoke --store sqlite:central.db "
                                            "--event mote.stormote --device \"entrance 1\"",
                                            revoke);
    add_device_options(line, parser, options);
}

}  // namespace stormote
