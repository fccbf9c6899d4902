#include <array>
#include <ctime>
#include <memory>
#include <string_view>
#include <vector>

#include <cups/cups.h>

#include "kiosk/device/printer/print_service.h"

namespace stormote {

namespace {

struct FreeMessage {
    void operator()(ipp_t *message) const { ippDelete(message); }
};
using OwnedMessage = std::unique_ptr<ipp_t, FreeMessage>;

// What printers say in "printer-state-reasons", each with "-error", "-warning" or "-report" behind.
struct Reason {
    std::string_view begins_with;
    PrinterCondition condition;
};
constexpr std::array<Reason, 9> reasons{{
    {"media-empty", PrinterCondition::out_of_paper},
    {"media-needed", PrinterCondition::out_of_paper},
    {"marker-supply-empty", PrinterCondition::out_of_paper},
    {"media-jam", PrinterCondition::jammed},
    {"cover-open", PrinterCondition::open},
    {"door-open", PrinterCondition::open},
    {"offline", PrinterCondition::absent},
    {"connecting-to-device", PrinterCondition::absent},
    {"paused", PrinterCondition::stopped},
}};

PrinterCondition condition_of(ipp_t *answer) {
    if (ipp_attribute_t *said =
            ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD)) {
        for (const Reason& reason : reasons) {
            for (int i = 0; i < ippGetCount(said); ++i) {
                const std::string_view word = ippGetString(said, i, nullptr);
                if (word.starts_with(reason.begins_with)) return reason.condition;
            }
        }
    }
    ipp_attribute_t *state = ippFindAttribute(answer, "printer-state", IPP_TAG_ENUM);
    switch (state == nullptr ? 0 : ippGetInteger(state, 0)) {
        case IPP_PSTATE_IDLE:
            return PrinterCondition::ready;
        case IPP_PSTATE_PROCESSING:
            return PrinterCondition::busy;
        case IPP_PSTATE_STOPPED:
            return PrinterCondition::stopped;
        default:
            return PrinterCondition::absent;
    }
}

JobState job_state_of(int said) {
    switch (said) {
        case IPP_JSTATE_COMPLETED:
            return JobState::printed;
        case IPP_JSTATE_CANCELED:
        case IPP_JSTATE_ABORTED:
            return JobState::lost;
        default:
            return JobState::waiting;
    }
}

// Of that title, or of it asked for again.
bool is_of(const cups_job_t& job, const std::string& title) {
    const std::string_view found = job.title;
    return found == title || found.starts_with(title + " (");
}

class CupsPrinter final : public PrintService {
  public:
    explicit CupsPrinter(std::string queue) : queue_(std::move(queue)) {}

    Result<int> submit(const std::string& title, const std::string& pdf,
                       LabelStock stock) override {
        cups_option_t *options = nullptr;
        int count = cupsAddOption("media", media_name(stock).c_str(), 0, &options);
        // A label is drawn as large as it is.
        count = cupsAddOption("print-scaling", "none", count, &options);
        const int job =
            cupsCreateJob(CUPS_HTTP_DEFAULT, queue_.c_str(), title.c_str(), count, options);
        cupsFreeOptions(count, options);
        if (job == 0) return refused();
        const auto sent = cupsStartDocument(CUPS_HTTP_DEFAULT, queue_.c_str(), job, title.c_str(),
                                            CUPS_FORMAT_PDF, 1) == HTTP_STATUS_CONTINUE &&
                          cupsWriteRequestData(CUPS_HTTP_DEFAULT, pdf.data(), pdf.size()) ==
                              HTTP_STATUS_CONTINUE &&
                          cupsFinishDocument(CUPS_HTTP_DEFAULT, queue_.c_str()) <
                              IPP_STATUS_REDIRECTION_OTHER_SITE;
        if (sent) return job;
        const Error error = refused();
        // Half a job would stand in the way of the whole one.
        cupsCancelJob(queue_.c_str(), job);
        return error;
    }

    JobState job_state(int job) override {
        const OwnedMessage answer = ask_job(job);
        if (cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND) return JobState::lost;
        if (answer == nullptr || cupsLastError() >= IPP_STATUS_REDIRECTION_OTHER_SITE) {
            return JobState::unknown;
        }
        ipp_attribute_t *state = ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM);
        return state == nullptr ? JobState::unknown : job_state_of(ippGetInteger(state, 0));
    }

    bool has_job(const std::string& title) override {
        cups_job_t *jobs = nullptr;
        const int count =
            cupsGetJobs2(CUPS_HTTP_DEFAULT, &jobs, queue_.c_str(), 0, CUPS_WHICHJOBS_ALL);
        bool is_known = false;
        for (int i = 0; i < count; ++i) {
            is_known |= is_of(jobs[i], title) && jobs[i].state != IPP_JSTATE_CANCELED;
        }
        cupsFreeJobs(count, jobs);
        return is_known;
    }

    bool has_waiting_job(const std::string& title) override { return !waiting_jobs(title).empty(); }

    void withdraw(const std::string& title) override {
        for (const int job : waiting_jobs(title)) cupsCancelJob(queue_.c_str(), job);
    }

    PrinterState state() override {
        const OwnedMessage answer = ask_attributes();
        if (answer == nullptr || cupsLastError() >= IPP_STATUS_REDIRECTION_OTHER_SITE) return {};
        PrinterState state{condition_of(answer.get()), 0};
        if (ipp_attribute_t *jobs =
                ippFindAttribute(answer.get(), "queued-job-count", IPP_TAG_INTEGER)) {
            state.unfinished = ippGetInteger(jobs, 0);
        }
        return state;
    }

    bool keeps_printed_labels(std::chrono::seconds since_printed) override {
        const OwnedMessage answer = ask_finished_jobs();
        if (answer == nullptr || cupsLastError() >= IPP_STATUS_REDIRECTION_OTHER_SITE) return false;
        const std::time_t latest = std::time(nullptr) - since_printed.count();
        bool is_kept = false;
        bool is_old = false;
        // The attributes of a job stand between separators.
        for (auto *attribute = ippFirstAttribute(answer.get()); attribute != nullptr;
             attribute = ippNextAttribute(answer.get())) {
            const char *said = ippGetName(attribute);
            const std::string_view name = said == nullptr ? "" : said;
            if (name.empty()) is_kept = is_old = false;
            if (name == "job-preserved") is_kept = ippGetBoolean(attribute, 0) != 0;
            if (name == "time-at-completed") is_old = ippGetInteger(attribute, 0) <= latest;
            if (is_kept && is_old) return true;
        }
        return false;
    }

  private:
    // The latest of this user, in any state that is not waiting or printing.
    [[nodiscard]] OwnedMessage ask_finished_jobs() const {
        static constexpr std::array<const char *, 2> wanted{"job-preserved", "time-at-completed"};
        constexpr int most_jobs = 50;
        ipp_t *request = request_about_queue(IPP_OP_GET_JOBS);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                     cupsUser());
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr,
                     "completed");
        ippAddBoolean(request, IPP_TAG_OPERATION, "my-jobs", 1);
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", most_jobs);
        ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                      wanted.size(), nullptr, wanted.data());
        return OwnedMessage{cupsDoRequest(CUPS_HTTP_DEFAULT, request, "/")};
    }

    [[nodiscard]] OwnedMessage ask_job(int job) const {
        ipp_t *request = request_about_queue(IPP_OP_GET_JOB_ATTRIBUTES);
        ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                     cupsUser());
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nullptr,
                     "job-state");
        return OwnedMessage{cupsDoRequest(CUPS_HTTP_DEFAULT, request, "/")};
    }

    [[nodiscard]] std::vector<int> waiting_jobs(const std::string& title) const {
        cups_job_t *jobs = nullptr;
        const int count =
            cupsGetJobs2(CUPS_HTTP_DEFAULT, &jobs, queue_.c_str(), 0, CUPS_WHICHJOBS_ACTIVE);
        std::vector<int> waiting;
        for (int i = 0; i < count; ++i) {
            if (is_of(jobs[i], title)) waiting.push_back(jobs[i].id);
        }
        cupsFreeJobs(count, jobs);
        return waiting;
    }

    [[nodiscard]] Error refused() const {
        return input_error({"The printer {} takes no labels ({})."}, queue_, cupsLastErrorString());
    }

    [[nodiscard]] ipp_t *request_about_queue(ipp_op_t operation) const {
        std::array<char, 1024> uri{};
        httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), uri.size(), "ipp", nullptr, "localhost",
                         0, "/printers/%s", queue_.c_str());
        ipp_t *request = ippNewRequest(operation);
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.data());
        return request;
    }

    [[nodiscard]] OwnedMessage ask_attributes() const {
        static constexpr std::array<const char *, 3> wanted{
            "printer-state", "printer-state-reasons", "queued-job-count"};
        ipp_t *request = request_about_queue(IPP_OP_GET_PRINTER_ATTRIBUTES);
        ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                      wanted.size(), nullptr, wanted.data());
        return OwnedMessage{cupsDoRequest(CUPS_HTTP_DEFAULT, request, "/")};
    }

    std::string queue_;
};

}  // namespace

std::string default_cups_queue() {
    const char *queue = cupsGetDefault2(CUPS_HTTP_DEFAULT);
    return queue == nullptr ? "" : queue;
}

std::unique_ptr<PrintService> connect_cups_printer(std::string queue) {
    return std::make_unique<CupsPrinter>(std::move(queue));
}

}  // namespace stormote
