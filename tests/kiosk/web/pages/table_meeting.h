// TableMeeting: served pages with an evening that is going on: two tables, two questions, and the
// codes by which phones come in to the tables. For tests.
#pragma once

#include <future>

#include "sync/base/local_time.h"
#include "tests/kiosk/web/pages/served_pages.h"

namespace stormote::testing {

class TableMeeting {
    static void say(Desk& desk, BodyContent content) {
        const Body body{{}, ActingRole::organiser, std::move(content)};
        desk.record(std::span(&body, 1));
    }
    static void ask_question(Desk& desk, QuestionNumber number, const std::string& text,
                             const std::string& starts, const std::string& ends) {
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::text, text)
            .set(QuestionField::starts, starts)
            .set(QuestionField::ends, ends);
        say(desk, QuestionDescribed{number, fields.take()});
    }

  public:
    // On the desk's thread.
    template <typename Job>
    auto ask(Job job) {
        auto answer = std::make_shared<std::promise<decltype(job(std::declval<Desk&>()))>>();
        auto result = answer->get_future();
        pages.events.open(pages.ours)->desk->do_quietly([answer, job](Desk& desk) {
            if constexpr (std::is_void_v<decltype(job(desk))>) {
                job(desk);
                answer->set_value();
            } else {
                answer->set_value(job(desk));
            }
        });
        return result.get();
    }

    explicit TableMeeting(const std::string& public_url = "") : pages(public_url) {
        pages.accounts.clock.set_wall_ms(instant_of("2022-10-12T19:05").value());
        ask([](Desk& desk) {
            for (GroupNumber table = 1; table <= 2; ++table) {
                FieldSetter<GroupField> fields;
                fields.set(GroupField::name, table == 1 ? "Lönnen" : "Eken");
                say(desk, GroupDescribed{table, fields.take()});
            }
            ask_question(desk, 1, "Hur håller vi kontakten?", "2022-10-12T18:30",
                         "2022-10-12T19:00");
            ask_question(desk, 2, "När och hur möts vi för att dela tankar?", "2022-10-12T19:00",
                         "2022-10-12T19:20");
        });
    }

    [[nodiscard]] std::string code(GroupNumber table) {
        return ask([table](Desk& desk) { return desk.table_codes().write(desk.state(), table); });
    }
    // What stands at a table, the texts alone.
    [[nodiscard]] std::vector<std::string> notes(GroupNumber table) {
        return ask([table](Desk& desk) {
            std::vector<std::string> texts;
            for (const auto& [id, note] : desk.state().notes()) {
                const auto heads = note.heads(desk.state().device_table());
                const NoteWritten& content = heads.back()->content;
                if (content.group == table && content.state == NoteState::standing) {
                    texts.push_back(content.text);
                }
            }
            std::sort(texts.begin(), texts.end());
            return texts;
        });
    }
    void set(SettingField field, const std::string& text) {
        ask([&](Desk& desk) {
            say(desk, SettingsDescribed{FieldSetter<SettingField>{}.set(field, text).take()});
        });
    }
    [[nodiscard]] std::string address() const {
        return "/events/" + to_string(pages.ours) + "/table";
    }

    ServedPages pages;
};

}  // namespace stormote::testing
