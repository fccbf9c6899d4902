#include "kiosk/ui/screens/organiser/stick_exchange.h"

#include <utility>

#include "kiosk/desk/sync/bundle_file.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/user_folders.h"

namespace stormote {

namespace {

// Of all bundles together.
struct Fetched {
    std::int64_t files = 0;  // that were merged
    std::int64_t added = 0;
    std::int64_t put_aside = 0;
    std::vector<Error> problems;
};

Fetched fetch_all(Desk& desk) {
    Fetched fetched;
    for (const auto& file : find_bundle_files(desk.event(), find_user_folders(FolderUse::read))) {
        const auto merged = merge_bundle_file(desk, file);
        if (!merged) {
            fetched.problems.push_back(merged.error());
            continue;
        }
        ++fetched.files;
        fetched.added += static_cast<std::int64_t>(merged->added);
        fetched.put_aside += static_cast<std::int64_t>(merged->put_aside);
        for (const RefusedRun& run : merged->refused) fetched.problems.push_back(run.reason);
    }
    return fetched;
}

std::string what_came(const Fetched& fetched, const Texts& texts) {
    if (fetched.added == 0) return texts.get(Sentence{"Fetched. There was nothing new."});
    return texts.get_plural(Sentence{"Fetched. {} operation was new."},
                            Sentence{"Fetched. {} operations were new."}, fetched.added);
}

StatusLine news_of(const Fetched& fetched, const Texts& texts) {
    if (fetched.files == 0 && fetched.problems.empty()) {
        return {texts.get(Sentence{"There is nothing of this event to fetch. Plug in a stick on "
                                   "which another screen has saved."}),
                true};
    }
    std::string text;
    const auto say = [&text](const std::string& sentence) {
        text += (text.empty() ? "" : " ") + sentence;
    };
    if (fetched.files > 0) say(what_came(fetched, texts));
    if (fetched.put_aside > 0) {
        say(texts.get_plural(Sentence{"{} contradicts another, and was put aside."},
                             Sentence{"{} contradict others, and were put aside."},
                             fetched.put_aside));
    }
    for (const Error& problem : fetched.problems) say(texts.get(problem));
    return {text, fetched.put_aside > 0 || !fetched.problems.empty()};
}

}  // namespace

void StickExchange::save(const std::filesystem::path& folder, const Texts& texts) {
    if (std::exchange(is_busy_, true)) return;
    struct Saved {
        std::filesystem::path file;
        Result<BundleContents> contents;
    };
    desk_.ask(
        scope_,
        [folder](Desk& desk) -> Saved {
            const auto file = dated_file(desk.state(), bundle_file_name(desk.device()), folder);
            return {file, write_bundle_file(desk, file)};
        },
        [this, texts](const Saved& saved) {
            if (!saved.contents) return end({texts.get(saved.contents.error()), true});
            end({texts.get(Sentence{"Saved: {}. Plug the stick into the other screen, and choose "
                                    "\"Fetch from stick\" there."},
                           saved.file.string()),
                 false});
        },
        [this, texts](const Error& error) {
            end({texts.get(error), true});
        });
}

void StickExchange::fetch(const Texts& texts) {
    if (std::exchange(is_busy_, true)) return;
    desk_.ask(
        scope_, fetch_all, [this, texts](const Fetched& fetched) { end(news_of(fetched, texts)); },
        [this, texts](const Error& error) {
            end({texts.get(error), true});
        });
}

std::optional<StatusLine> StickExchange::take_news() {
    return std::exchange(news_, std::nullopt);
}

void StickExchange::end(StatusLine news) {
    is_busy_ = false;
    news_ = std::move(news);
}

}  // namespace stormote
