#include "kiosk/ui/screens/organiser/list_import_presenter.h"

#include <utility>

#include "kiosk/desk/lists/foreign_list.h"
#include "kiosk/desk/lists/recorded_import.h"
#include "kiosk/desk/lists/remembered_rows.h"
#include "kiosk/documents/user_folders.h"
#include "kiosk/ui/screens/personal/folder_choice.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

struct ListImportPresenter::Opened {
    std::shared_ptr<ListReview> review;
    ListStanding standing;
};

void ListImportPresenter::close() {
    page_scope_.renew();
    page_ = Page::none;
    review_.reset();
    is_looking_ = false;
}

bool ListImportPresenter::can_import() const {
    return desk_.may(OperationKind::attendee_described) &&
           desk_.may(OperationKind::organisation_described);
}

void ListImportPresenter::start() {
    close();
    files_ = {};
    found_.clear();
    page_ = Page::files;
    find_files();
}

void ListImportPresenter::look() {
    if (page_ == Page::files) find_files();
    if (page_ != Page::none) return;
    desk_.ask(
        scope_, [](Desk& desk) { return stormote::last_import(desk); },
        [this](std::optional<std::int64_t> people) { last_import_ = people; }, [](const Error&) {});
}

void ListImportPresenter::find_files() {
    if (std::exchange(is_looking_, true)) return;
    desk_.ask(
        page_scope_, [](Desk&) { return find_list_files(find_user_folders(FolderUse::read)); },
        [this](std::vector<ListFile> files) {
            is_looking_ = false;
            // A card must not become another one below a finger while its list is read.
            if (files_.is_reading) return;
            found_ = std::move(files);
            files_.files.clear();
            for (const ListFile& file : found_) {
                files_.files.push_back({file.path.filename().string(),
                                        folder_text(file.path.parent_path()) + " · " +
                                            local_time_of(file.changed_ms).substr(0, 10) + " " +
                                            clock_text(file.changed_ms)});
            }
        },
        [this](const Error&) { is_looking_ = false; });
}

void ListImportPresenter::open_file(std::size_t index, const Texts& texts) {
    if (index >= found_.size() || files_.is_reading) return;
    files_.is_reading = true;
    files_.problem.clear();
    summary_ = {};
    summary_.name = files_.files[index].name;
    desk_.ask(
        page_scope_,
        [file = found_[index].path, texts](Desk& desk) -> Result<Opened> {
            auto review = open_foreign_list(file, remembered_rows(desk));
            if (!review) return review.error();
            const ReviewStanding standing =
                review.value()->compare(desk.state(), import_ids(desk), texts);
            return Opened{review.value(), ListStanding(standing, desk.state(), texts)};
        },
        [this, texts](Result<Opened> opened) {
            files_.is_reading = false;
            if (!opened) return fail(texts.get(opened.error()));
            ListStanding& standing = opened.value().standing;
            if (!standing.problem.empty()) return fail(standing.problem);
            review_ = opened.value().review;
            show(std::move(standing));
        },
        [this, texts](const Error& error) { fail(texts.get(error)); });
}

void ListImportPresenter::fail(const std::string& problem) {
    files_.is_reading = false;
    files_.problem = problem;
    page_ = Page::files;
}

void ListImportPresenter::show(ListStanding standing) {
    if (!standing.problem.empty()) return fail(standing.problem);
    const bool was_row = page_ == Page::row || page_ == Page::rewrite;
    summary_.is_busy = row_.is_busy = false;
    summary_.problem.clear();
    summary_.counts = std::move(standing.counts);
    summary_.doubtful = standing.doubtful;
    summary_.missing = standing.missing;
    summary_.people = standing.is_new || summary_.cancels_missing ? standing.people : 0;
    summary_.has_decisions = standing.has_decisions;
    row_.doubtful = standing.doubtful;
    page_ = was_row && standing.question ? Page::row : Page::summary;
    if (standing.question) row_.question = std::move(*standing.question);
}

template <typename Decide>
void ListImportPresenter::decide(Decide decision, const Texts& texts) {
    if (!review_ || row_.is_busy || summary_.is_busy) return;
    row_.is_busy = summary_.is_busy = true;
    desk_.ask(
        page_scope_,
        [review = review_, decision, texts](Desk& desk) {
            decision(*review);
            return ListStanding(review->compare(desk.state(), import_ids(desk), texts),
                                desk.state(), texts);
        },
        [this](ListStanding standing) { show(std::move(standing)); },
        [this, texts](const Error& error) { fail(texts.get(error)); });
}

void ListImportPresenter::save(const Texts& texts) {
    if (!review_ || summary_.is_busy || summary_.doubtful > 0) return;
    summary_.is_busy = true;
    struct Saved {
        ListStanding standing;
        bool is_saved;
        std::int64_t people;
        bool is_new;
    };
    desk_.ask(
        page_scope_,
        [review = review_, cancels = summary_.cancels_missing, texts](Desk& desk) {
            // Beside the event as it is now: others may have registered somebody since.
            const ReviewStanding now = review->compare(desk.state(), import_ids(desk), texts);
            Saved saved{ListStanding(now, desk.state(), texts), now.is_settled(), now.clear(),
                        false};
            if (!saved.is_saved) return saved;
            const std::vector<Body> bodies =
                bodies_of(now.plan, cancels ? now.missing : std::vector<AttendeeId>());
            saved.is_new = !bodies.empty();
            record_import(desk, bodies, now.clear());
            remember_rows(desk, review->decisions(now.plan));
            return saved;
        },
        [this, texts](Saved saved) {
            if (!saved.is_saved) return show(std::move(saved.standing));
            close();
            news_ = StatusLine{
                saved.is_new ? texts.get_plural(Sentence{"{} person is read in."},
                                                Sentence{"{} people are read in."}, saved.people)
                             : texts.get(Sentence{"Nothing had to be changed. The rows are not "
                                                  "asked about again."}),
                false};
            look();
        },
        [this, texts](const Error& error) {
            summary_.is_busy = false;
            summary_.problem = texts.get(error);
        });
}

void ListImportPresenter::take_back(const Texts& texts) {
    desk_.ask(
        scope_, [](Desk& desk) { return take_back_import(desk); },
        [this, texts](const Result<TakenBack>& taken) {
            look();
            if (!taken) {
                news_ = StatusLine{texts.get(taken.error()), true};
                return;
            }
            news_ = StatusLine{texts.get(Sentence{"Taken back. Cancelled: {}, as before: {}."},
                                         taken.value().cancelled, taken.value().restored),
                               false};
        },
        [this, texts](const Error& error) {
            news_ = StatusLine{texts.get(error), true};
        });
}

std::optional<StatusLine> ListImportPresenter::take_news() {
    return std::exchange(news_, std::nullopt);
}

std::optional<ListImportIntent> ListImportPresenter::draw(Ui& ui, const FrameView& frame) {
    switch (page_) {
        case Page::files:
            files_.frame = frame;
            return draw_list_files(ui, files_);
        case Page::summary:
            summary_.frame = frame;
            return draw_list_summary(ui, summary_);
        case Page::row:
            row_.frame = frame;
            return draw_list_row(ui, row_);
        case Page::rewrite:
            rewrite_.frame = frame;
            return draw_list_rewrite(ui, rewrite_);
        case Page::none:
            break;
    }
    return std::nullopt;
}

void ListImportPresenter::choose_field(std::size_t index) {
    rewrite_.chosen = index;
    const ListField field = rewrite_.fields.at(index).field;
    const bool is_address = field == ListField::email || field == ListField::phone;
    rewrite_.keys = {.open = true, .use = is_address ? KeyboardUse::address : KeyboardUse::line};
}

void ListImportPresenter::go_back() {
    switch (page_) {
        case Page::rewrite:
            page_ = Page::row;
            return;
        case Page::row:
            page_ = Page::summary;
            return;
        case Page::summary:
            // What is being saved is saved; the answer is worth a moment.
            if (!summary_.is_busy) start();
            return;
        case Page::files:
        case Page::none:
            return close();
    }
}

void ListImportPresenter::act(const ListImportIntent& intent, const Texts& texts) {
    std::visit(
        Match{[&](const ChooseListFile& choice) { open_file(choice.index, texts); },
              [&](const ScrollListFiles& moved) { files_.scroll = moved.scroll; },
              [&](const ReviewRows&) { page_ = Page::row; },
              [&](const CancelMissing& choice) {
                  summary_.cancels_missing = choice.is_wanted;
                  decide([](ListReview&) {}, texts);
              },
              [&](const ReadInList&) { save(texts); },
              [&](const AcceptRow&) { decide([](ListReview& review) { review.accept(); }, texts); },
              [&](const SkipRow&) { decide([](ListReview& review) { review.skip(); }, texts); },
              [&](const RewriteRow&) {
                  rewrite_ = {};
                  rewrite_.fields = row_.question.fields;
                  if (rewrite_.fields.empty()) return;
                  choose_field(0);
                  page_ = Page::rewrite;
              },
              [&](const ChooseRowField& choice) { choose_field(choice.index); },
              [&](const ChangeRowField& change) {
                  rewrite_.fields.at(rewrite_.chosen).text = change.typed;
                  // A capital that was asked for is for one letter.
                  rewrite_.keys.capitals = Capitals::automatic;
              },
              [&](const TurnRowKeys& turned) { rewrite_.keys = turned.keys; },
              [&](const SaveRow&) {
                  decide([fields = rewrite_.fields](ListReview& review) { review.rewrite(fields); },
                         texts);
              },
              [&](const FrameIntent& chosen) {
                  if (std::holds_alternative<GoBack>(chosen)) go_back();
              }},
        intent);
}

}  // namespace stormote
