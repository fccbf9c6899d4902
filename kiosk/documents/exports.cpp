#include "kiosk/documents/exports.h"

#include <algorithm>

#include "kiosk/documents/export_registry.h"

namespace stormote {

namespace {

// "csv, json".
template <typename Named>
std::string names_of(const std::vector<Named>& all) {
    std::string names;
    for (const Named& each : all) {
        if (!names.empty()) names += ", ";
        names += each.name;
    }
    return names;
}

template <typename Named>
const Named *find_named(const std::vector<Named>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const Named& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<ExportKind>& export_kinds() {
    static const std::vector<ExportKind> kinds = make_export_kinds();
    return kinds;
}

Result<> check_plan(const ExportKind& kind, const CompilationPlan& plan) {
    if (!kind.has_holders && plan.holder == CertificateHolder::organisation) {
        return usage_error({"\"{}\" is not written for each organisation. Leave out --by."},
                           kind.name);
    }
    if (!kind.has_parts && !plan.parts.empty()) {
        return usage_error({"\"{}\" has no parts to choose among. Leave out --parts."}, kind.name);
    }
    if (!kind.has_parts && plan.first_page == FirstPage::none) {
        return usage_error({"\"{}\" has no title page. Leave out --no-title-page."}, kind.name);
    }
    if (!kind.has_parts && !plan.with.empty()) {
        return usage_error({"\"{}\" is of one meeting. Leave out --with."}, kind.name);
    }
    if (kind.public_version == PublicVersion::none && plan.audience == Audience::everybody) {
        return usage_error(
            {"\"{}\" is nothing but names, and has no version for everybody. Leave out --public."},
            kind.name);
    }
    return Done{};
}

Result<ChosenExport> choose_export(std::string_view kind, std::string_view format) {
    ChosenExport chosen;
    chosen.kind = find_named(export_kinds(), kind);
    if (chosen.kind == nullptr) {
        return usage_error({"There is no export \"{}\". These exist: {}."}, kind,
                           names_of(export_kinds()));
    }
    const auto& formats = chosen.kind->formats;
    chosen.format = format.empty() ? &formats.front() : find_named(formats, format);
    if (chosen.format == nullptr) {
        return usage_error({"There is no format \"{}\". These exist: {}."}, format,
                           names_of(formats));
    }
    return chosen;
}

}  // namespace stormote
