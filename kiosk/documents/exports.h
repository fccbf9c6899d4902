// Exports: everything that can be written of an event for others to use, and in which formats. The
// one registry of them: the command, its help and the organiser's page list what stands here. Any
// thread; the event state must stand still while one is written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/documents/papers/compilation.h"
#include "kiosk/documents/papers/public_check.h"
#include "sync/base/error.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"
#include "sync/privacy/keep_table.h"
#include "sync/ticket/table_code.h"

namespace stormote {

struct Table;

// What an export is written from.
struct ExportSource {
    const EventState& state;
    const Texts& texts;
    std::span<const Operation> operations = {};  // see ExportReads
    CompilationPlan plan{};                      // whom it is for; of a compilation, what is in it
    // The moment that is asked about, corrected. Only what lists who is here is of it: all else
    // holds no time of its own. Nothing: the event's.
    std::optional<std::int64_t> at_ms{};
    // For the signs; nothing: they have none.
    std::optional<TableCodes> table_codes{};
};

struct ExportFormat {
    std::string_view name;  // as the command spells it, and the ending of the file's name
    // Error where the event has nothing to write: no groups, no survey.
    Result<std::string> (*write)(const ExportSource& source);
};

// The event state alone, or every operation of the record, too, which only the command reads.
enum class ExportReads { state, operations };

// Whether anonymous answers and comments are in it: those that still wait are to be released before
// it is written, or it is said that they are not in it.
enum class AnonymousAnswers { absent, included };

// Whether it can be written for everybody: names left out, unless it is nothing but names. The
// same: it names nobody in any version.
enum class PublicVersion { possible, same, none };

// How the organiser's page offers an export: in one format and for one audience.
struct ExportButton {
    std::string_view format;
    Sentence label{""};
    Audience audience = Audience::internal;
};

struct ExportKind {
    std::string_view name;  // as the command spells it
    Sentence title{""};
    Sentence contents{""};               // in a sentence
    Sentence file_name{""};              // without the date and the ending
    std::vector<ExportFormat> formats;   // the usual one first
    std::optional<ExportButton> button;  // nothing: the organiser's page does not offer it
    AnonymousAnswers anonymous_answers = AnonymousAnswers::absent;
    ExportReads reads = ExportReads::state;
    PublicVersion public_version = PublicVersion::possible;
    bool has_holders = false;  // see CertificateHolder
    bool has_parts = false;    // that the organiser chooses among: see CompilationPlan
    // What people wrote that is in it, and may name people, whoever it is for.
    std::vector<TextsOfPeople> texts{};
    // As which kind of document of the keep table a package for the archive holds it; nothing: it
    // does not.
    std::optional<DocumentKind> archived_as{};
    // What its csv and json are written from; null: it is no table.
    Table (*table)(const ExportSource& source) = nullptr;
};

// In the order in which they are listed.
[[nodiscard]] const std::vector<ExportKind>& export_kinds();

struct ChosenExport {
    const ExportKind *kind = nullptr;
    const ExportFormat *format = nullptr;
};

// Error: it cannot be written by that plan, whatever the format.
[[nodiscard]] Result<> check_plan(const ExportKind& kind, const CompilationPlan& plan);

// By the names that the command takes; an empty format is the usual one. Error, with the names that
// exist: there is no such kind, or the kind has no such format.
[[nodiscard]] Result<ChosenExport> choose_export(std::string_view kind, std::string_view format);

}  // namespace stormote
