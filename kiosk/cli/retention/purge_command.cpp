#include "kiosk/cli/retention/purge_command.h"

#include <algorithm>

#include "kiosk/cli/naming_texts.h"
#include "kiosk/desk/retention/purge.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/exports.h"
#include "kiosk/documents/papers/public_check.h"
#include "kiosk/documents/user_folders.h"
#include "sync/report/retention/destruction_protocol.h"

namespace stormote {

namespace {

struct PurgeOptions {
    EventArgument event;
    std::string decision;
    std::string by;
    std::string protocol;
    std::vector<std::string> written_off;
    bool is_now = false;
    bool is_dry_run = false;
};

// By the ending of the file's name. Nothing: no protocol is asked for.
Result<std::optional<ChosenExport>> choose_protocol(const std::string& file) {
    if (file.empty()) return std::optional<ChosenExport>();
    const std::filesystem::path path(file);
    const std::string ending = path.extension().string();
    auto chosen = choose_export("protocol", ending.empty() ? "" : ending.substr(1));
    if (!chosen) return chosen.error();
    const std::filesystem::path folder = path.parent_path();
    // Before anything is destroyed.
    if (!folder.empty() && !std::filesystem::is_directory(folder)) {
        return input_error({"There is no folder {} for the protocol. Make it first, or name "
                            "another."},
                           folder.string());
    }
    return std::optional(*chosen);
}

Result<PurgeOrder> read_order(const PurgeOptions& options, const Desk& desk) {
    PurgeOrder order{options.decision, options.by,
                     options.is_now ? PurgeTiming::now : PurgeTiming::when_due};
    for (const std::string& text : options.written_off) {
        const auto device = parse_id<DeviceId>(text);
        if (!device || desk.state().find_device(*device) == nullptr) {
            return input_error(
                {"\"{}\" is not the id of a device of this event. \"stormote devices\" lists the "
                 "ids."},
                text);
        }
        order.written_off.push_back(*device);
    }
    return order;
}

std::string fate_of(const RetentionRow& row, const PurgePreview& preview, const Texts& texts) {
    const auto& kinds = preview.kinds;
    const bool is_named = std::find(kinds.begin(), kinds.end(), row.kind) != kinds.end();
    if (is_named || (row.is_due && lies_in_record(row.kind))) {
        return texts.get(Sentence{"is destroyed"});
    }
    if (row.is_kept) return texts.get(Sentence{"is kept"});
    if (row.is_due) return texts.get(Sentence{"lies outside the record"});
    if (row.last_day.empty()) return texts.get(Sentence{"has no day"});
    return texts.get({"is kept to {}"}, row.last_day);
}

// What lies where programs put what people save: it is theirs to destroy.
void list_files(const Desk& desk, const CommandContext& context) {
    const auto files =
        find_export_files(desk.state(), context.texts, find_user_folders(FolderUse::read));
    if (files.empty()) return;
    context.say({"Files that were saved out of the event are yours to destroy. These were found:"});
    for (const std::filesystem::path& file : files) context.write_line("  " + file.string());
}

// What is kept in words stays as it is, whoever it names.
void list_naming(const Desk& desk, const PurgePreview& preview, const CommandContext& context) {
    const auto& kinds = preview.kinds;
    const bool do_people_go =
        std::find(kinds.begin(), kinds.end(), DocumentKind::registrations) != kinds.end();
    const EventState *const meeting = &desk.state();
    const auto naming = texts_naming_people(
        {&meeting, 1}, {public_note_texts, public_survey_texts, public_message_texts});
    if (!do_people_go || naming.empty()) return;
    context.say({"Texts that name somebody registered in full, and stay as they are where the "
                 "table keeps them: {}."},
                naming.size());
    list_naming_texts(naming, context);
}

void list_unmet(const PurgePreview& preview, const CommandContext& context) {
    for (const UnmetCondition& unmet : preview.unmet) {
        context.write_line(context.texts.say(unmet.message) + " " +
                           context.texts.say(unmet.remedy));
    }
}

Result<> show(const PurgeOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const auto order = read_order(options, *desk.value());
    if (!order) return order.error();
    const PurgePreview preview = preview_purge(*desk.value(), *order);
    for (const RetentionRow& row : preview.rows) {
        const auto& words = document_kinds()[static_cast<std::size_t>(row.kind)].words;
        context.out << context.texts.get(words) << '\t' << row.count << '\t'
                    << fate_of(row, preview, context.texts) << '\n';
    }
    list_unmet(preview, context);
    list_naming(*desk.value(), preview, context);
    list_files(*desk.value(), context);
    return Done{};
}

Result<> write_protocol(const PurgeOptions& options, const ChosenExport& chosen, const Desk& desk,
                        const CommandContext& context) {
    const auto content = chosen.format->write({desk.state(), context.texts});
    if (!content) return content.error();
    if (auto written = write_result(context, options.protocol, *content); !written) {
        context.say({"It is destroyed, but the protocol was not written. Write it: stormote export "
                     "{} protocol -o FILE"},
                    options.event.file);
        return written.error();
    }
    return Done{};
}

Result<> destroy(const PurgeOptions& options, CommandContext& context) {
    for (const auto& [option, text] :
         {std::pair("--decision", &options.decision), std::pair("--by", &options.by)}) {
        if (auto checked = check_text(option, *text); !checked) return checked;
    }
    if (options.decision.empty()) {
        return usage_error(
            {"Name the decision by which it is destroyed, as --decision \"DHP 2024 "
             "§ 12\"."});
    }
    const auto protocol = choose_protocol(options.protocol);
    if (!protocol) return protocol.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto order = read_order(options, *desk.value());
    if (!order) return order.error();
    const PurgePreview preview = preview_purge(*desk.value(), *order);
    list_unmet(preview, context);
    list_naming(*desk.value(), preview, context);
    const auto purged = purge(*desk.value(), *order);
    if (!purged) return purged.error();
    for (const DestructionEntry& entry : destruction_entries(desk.value()->state())) {
        if (entry.content->heads != purged->heads) continue;
        for (const DestroyedDocuments& documents : entry.documents) {
            context.out << context.texts.get(documents.kind.shown) << '\t' << documents.count
                        << '\n';
        }
    }
    context.say(
        {"Destroyed here. Everywhere else it is destroyed a day after it is heard of: let "
         "every device exchange once more."});
    list_files(*desk.value(), context);
    return *protocol ? write_protocol(options, **protocol, *desk.value(), context)
                     : Result<>(Done{});
}

Result<> run_purge(const PurgeOptions& options, CommandContext& context) {
    return options.is_dry_run ? show(options, context) : destroy(options, context);
}

}  // namespace

void add_purge_command(CommandLine& line) {
    Subcommand command =
        line.add("purge",
                 {"Destroys what is to be destroyed of an event by its keep table, on this device "
                  "at once and on the others a day after they hear of it, and states it in the "
                  "record. Statistics stay as they were."},
                 "stormote purge mote.stormote --decision \"DHP 2024 § 12\" --protocol "
                 "gallring.pdf");
    auto& options = command.runs(run_purge);
    options.event.add_to(command);
    command.option("--decision", options.decision,
                   {"The decision of the municipality by which it is destroyed."});
    command.option("--by", options.by, {"The name or function of who destroys it."});
    command.option("--protocol", options.protocol,
                   {"Writes the destruction protocol: pdf, docx, md, csv, json or xlsx, by the "
                    "ending of the file's name."});
    command.repeated_option("--write-off", options.written_off,
                            {"A device, by its id, that is lost or has nothing more to say; may be "
                             "said again. The protocol says so."});
    command.flag("--now", options.is_now,
                 {"Destroys all that the table does not keep, before its day, too, and although "
                  "other conditions do not hold. The protocol says which."});
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
}

}  // namespace stormote
