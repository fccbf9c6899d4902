#include "kiosk/cli/import/import_list.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

#include "kiosk/cli/import/event_people.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/cli/secret_argument.h"
#include "kiosk/lists/mails/mail_list.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/journal/keys/passphrase_file.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

namespace {

// What somebody saves in one go; more is a whole mailbox.
constexpr std::size_t most_mails = 10'000;

bool has_ending(const std::filesystem::path& file, const char *ending) {
    return fold_text(file.extension().string()) == ending;
}

bool is_event_file(const std::string& file) {
    constexpr std::string_view mark = "SQLite format 3";
    std::array<char, mark.size()> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    return stream && std::string_view(start.data(), start.size()) == mark;
}

struct MailFiles {
    std::vector<std::filesystem::path> mails;  // by name
    std::vector<std::string> others;
};

Result<MailFiles> files_in(const std::string& folder) {
    MailFiles files;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const std::filesystem::path& file = entry->path();
        std::error_code kind_error;
        if (entry->is_directory(kind_error) || file.filename().string().starts_with('.')) continue;
        if (has_ending(file, ".eml")) {
            files.mails.push_back(file);
        } else {
            files.others.push_back(file.filename().string());
        }
    }
    if (error) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             folder);
    }
    std::sort(files.mails.begin(), files.mails.end());
    std::sort(files.others.begin(), files.others.end());
    return files;
}

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t most_shown = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most_shown); ++i) {
        text += (i == 0 ? "" : ", ") + names[i];
    }
    return names.size() > most_shown ? text + ", …" : text;
}

Result<> check_mails(const std::string& folder, const MailFiles& files) {
    if (files.mails.size() > most_mails) {
        return input_error({"{} holds more than {} mails. Put those that sign up in a folder of "
                            "their own."},
                           folder, most_mails);
    }
    if (!files.mails.empty()) return Done{};
    if (files.others.empty()) {
        return input_error({"The folder {} is empty. Save the sign-up mails there as .eml files."},
                           folder);
    }
    return input_error({"The folder {} holds no mails (.eml), but {}. Save the sign-up mails there "
                        "as .eml files, or name a list."},
                       folder, joined(files.others));
}

// A folder to which mails are added is read again and again: those that change nothing need nobody
// to look at them once more.
std::set<std::size_t> known_lines(const RegistrationList& proposed, const EventState& state,
                                  const ImportIds& ids) {
    RegistrationList clear = proposed;
    clear.problems.clear();
    const auto plan_of = [&](RegistrationList list) {
        ListedPeople people = listed_people_of(std::move(list));
        people.may_replace_earlier = false;
        return plan_import(std::move(people), state, ids);
    };
    const ImportPlan plan = plan_of(clear);
    std::set<std::size_t> known(plan.unchanged_lines.begin(), plan.unchanged_lines.end());
    std::erase_if(clear.registrations,
                  [&known](const auto& row) { return !known.contains(row.line); });
    // Without the others a row could mean somebody else.
    const ImportPlan alone = plan_of(std::move(clear));
    if (!alone.problems.empty() || !alone.bodies.empty()) known.clear();
    return known;
}

// No more than is looked at: a mail may have films in it.
Result<std::string> read_mail(const std::filesystem::path& file) {
    std::string bytes(most_mail_bytes, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream && !stream.eof()) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file.string());
    }
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

// Nobody is carried on who is to be gone by a decision.
Result<> check_kept(const std::string& file, const LatestFields& settings,
                    const CommandContext& context) {
    constexpr std::size_t date_length = 10;  // "2022-10-12"
    const std::string& decision = settings.get(SettingField::keep_decision);
    const std::string last_day = last_day_of(DocumentKind::registrations, settings);
    const std::string today = local_time_of(context.clock.wall_ms()).substr(0, date_length);
    if (decision.empty() || last_day.empty() || today <= last_day) return Done{};
    return input_error({"The registrations of {} were to be kept until {} ({}). They are not read "
                        "into another event."},
                       file, last_day, decision);
}

// Asked only where the event has one; notes where there is none to be had.
PassphraseSource passphrase_of(const ListArgument& list, const CommandContext& context,
                               bool& is_missing) {
    return [&list, &context, &is_missing]() -> std::optional<std::string> {
        if (list.passphrase_file.empty()) {
            auto typed =
                ask_on_terminal(context, {"Passphrase of the event that is read as a list: "});
            is_missing = !typed;
            return typed;
        }
        auto read = read_passphrase_file(list.passphrase_file);
        if (!read) throw MachineFailure(read.error());
        return *read;
    };
}

}  // namespace

void ListArgument::add_to(Subcommand& command) {
    command.option("LIST", file,
                   {"The list, with headings: CSV, Excel (.xlsx) or OpenDocument (.ods); - for one "
                    "that is pasted on standard input. Or a folder of sign-up mails (.eml), or "
                    "another event file, whose registered people are read."},
                   Need::optional);
    command.option("--sheet", sheet,
                   {"Of a spreadsheet, the sheet to read; else the one with the headings."});
    command.option("--list-passphrase-file", passphrase_file,
                   {"Where LIST is an event file, a file whose first line is its passphrase."});
}

Result<ListForm> form_of(const ListArgument& list) {
    ListForm form = ListForm::table;
    std::error_code error;
    if (list.file != "-" && std::filesystem::is_directory(list.file, error)) {
        form = ListForm::mails;
    } else if (list.file != "-" && is_event_file(list.file)) {
        form = ListForm::event;
    } else if (has_ending(list.file, ".eml") && std::filesystem::exists(list.file, error)) {
        return input_error({"{} is one mail. Put the sign-up mails in a folder, and name the "
                            "folder."},
                           list.file);
    }
    if (form != ListForm::table && !list.sheet.empty()) {
        return input_error({"--sheet: {} is no spreadsheet, and has no sheets."}, list.file);
    }
    if (form != ListForm::event && !list.passphrase_file.empty()) {
        return input_error({"--list-passphrase-file: {} is no event file, and has no passphrase."},
                           list.file);
    }
    return form;
}

Result<ListedPeople> read_mail_folder(const std::string& folder, KeepRows keep,
                                      const EventState& state, const ImportIds& ids,
                                      const CommandContext& context) {
    const auto files = files_in(folder);
    if (!files) return files.error();
    if (const auto checked = check_mails(folder, *files); !checked) return checked.error();
    Progress progress = context.progress({"Reading the mails"}, files->mails.size());
    MailList list;
    for (const std::filesystem::path& file : files->mails) {
        const auto bytes = read_mail(file);
        if (!bytes) return bytes.error();
        list.add(file.filename().string(), *bytes);
        progress.advance();
    }
    ListedPeople people =
        listed_people_of(list.take(keep, [&state, &ids](const RegistrationList& proposed) {
            return known_lines(proposed, state, ids);
        }));
    people.may_replace_earlier = false;
    if (!files->others.empty()) {
        people.list.notes.push_back(
            {0, "", input_error({"No mails, and left aside: {}."}, joined(files->others))});
    }
    return people;
}

Result<ListedPeople> read_event_people(const ListArgument& list, const EventId& event,
                                       KeepRows keep, const CommandContext& context) {
    bool is_passphrase_missing = false;
    const auto desk = Desk::open(list.file, passphrase_of(list, context, is_passphrase_missing),
                                 JournalAccess::read, context.environment());
    if (is_passphrase_missing) {
        return input_error({"{} is protected by a passphrase. Give it with --list-passphrase-file "
                            "FILE, or run the command in a terminal."},
                           list.file);
    }
    if (!desk) return desk.error();
    if (desk.value()->event() == event) {
        return input_error({"{} is a copy of the event itself. \"stormote sync\" brings the two "
                            "together."},
                           list.file);
    }
    if (auto kept = check_kept(list.file, desk.value()->state().settings(), context); !kept) {
        return kept.error();
    }
    ListedPeople people = listed_people_of(event_people(desk.value()->state(), keep));
    people.may_replace_earlier = false;
    return people;
}

}  // namespace stormote
