#include "kiosk/ui/screens/organiser/people_list_print.h"

#include <utility>

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/user_folders.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

ChosenExport people_list() {
    return choose_export("people-here", "pdf").value();
}

Result<std::string> write_list(Desk& desk, std::int64_t wall_ms, const Texts& texts) {
    return people_list().format->write(
        {desk.state(), texts, {}, {}, corrected_now_ms(desk, wall_ms)});
}

// Into the first folder that a file can be saved in, as the other papers are.
Result<std::filesystem::path> save_list(Desk& desk, std::int64_t wall_ms, const Texts& texts) {
    const auto folders = find_user_folders(FolderUse::write);
    if (folders.empty()) {
        return input_error(
            {"There is no folder to save it in: plug in a USB stick, and try again."});
    }
    return write_export({desk.state(), texts, {}, {}, corrected_now_ms(desk, wall_ms)},
                        people_list(), folders.front());
}

std::string trouble_text(const PaperStatus& status, const Texts& texts) {
    if (status.step == PaperStep::no_printer) return texts.get({"No printer is set up here."});
    const auto trouble = printer_trouble(status.condition, status.queue);
    return trouble ? texts.say(*trouble)
                   : texts.get({"The printer {} does not print it."}, status.queue);
}

}  // namespace

void PeopleListPrint::print(const Texts& texts) {
    if (std::exchange(is_busy_, true)) return;
    may_save_ = true;
    news_ = StatusLine{texts.get({"The list is on its way to the printer."})};
    if (printer_ == nullptr) return save(trouble_text({PaperStep::no_printer}, texts), texts);
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), texts](Desk& desk) {
            return write_list(desk, wall_ms, texts);
        },
        [this, texts](Result<std::string> list) {
            if (!list) return end({texts.get(list.error()), true});
            hand_over(std::move(list).value(), texts);
        },
        [this, texts](const Error& error) {
            end({texts.get(error), true});
        });
}

void PeopleListPrint::hand_over(std::string pdf, const Texts& texts) {
    printer_->print(texts.get(people_list().kind->title) + " " + clock_text(clock_.wall_ms()),
                    std::move(pdf));
    is_printing_ = true;
}

void PeopleListPrint::refresh(const Texts& texts) {
    if (!is_printing_) return;
    const PaperStatus status = printer_->status();
    if (status.step == PaperStep::printing) return;
    is_printing_ = false;
    if (status.step != PaperStep::printed) return save(trouble_text(status, texts), texts);
    end({texts.get({"The list was printed at {}, on {}."}, clock_text(status.since_ms),
                   status.queue)});
}

void PeopleListPrint::forget() {
    news_.reset();
    may_save_ = false;
}

void PeopleListPrint::save(const std::string& reason, const Texts& texts) {
    if (!may_save_) return end({reason, true});
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), texts](Desk& desk) { return save_list(desk, wall_ms, texts); },
        [this, reason, texts](const Result<std::filesystem::path>& file) {
            end({reason + " " +
                     (file ? texts.get({"The list is saved instead: {}"}, file.value().string())
                           : texts.get(file.error())),
                 true});
        },
        [this, reason, texts](const Error& error) {
            end({reason + " " + texts.get(error), true});
        });
}

void PeopleListPrint::end(StatusLine news) {
    is_busy_ = false;
    news_ = std::move(news);
}

}  // namespace stormote
