#include "kiosk/documents/personal/personal_data_files.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "kiosk/documents/paper_formats.h"
#include "kiosk/documents/papers/paper_frame.h"
#include "kiosk/documents/personal/table_blocks.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/lists/corrections.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/privacy/information_text.h"

namespace stormote {

namespace {

// Of the registration, whose texts are of many kinds, languages by their names.
Table with_language_names(Table table, const Texts& texts) {
    for (auto& row : table.rows) {
        const auto *field = std::get_if<Word>(&row[0]);
        auto *text = std::get_if<std::string>(&row[1]);
        if (field == nullptr || text == nullptr || field->code != std::string_view("language")) {
            continue;
        }
        if (const auto name = language_name(*text)) *text = texts.get(*name);
    }
    return table;
}

bool stands(const std::vector<Cell>& row) {
    const auto *word = std::get_if<Word>(&row[2]);
    return word != nullptr && word->code == std::string_view("yes");
}

// What stands first, in two columns; then, with its times, what was written before.
void add_registration(std::vector<Block>& blocks, const Table& written, const Texts& texts) {
    Table now = with_language_names(written, texts);
    Table before = now;
    std::erase_if(now.rows, [](const auto& row) {
        return !stands(row) || std::holds_alternative<std::monostate>(row[1]);
    });
    std::erase_if(before.rows, [](const auto& row) { return stands(row); });
    now.columns.resize(2);
    for (auto& row : now.rows) row.resize(2);
    for (auto& row : before.rows) row[2] = Cell();
    add_table(blocks, now, texts);
    if (before.rows.empty()) return;
    blocks.emplace_back(Heading{2, texts.get({"Written before, and written anew since"})});
    add_table(blocks, before, texts);
}

}  // namespace

std::string write_personal_json(const PersonalData& data) {
    nlohmann::ordered_json json;
    json["attendee"] = to_string(data.person);
    json["name"] = nullptr;
    if (!data.name.empty()) json["name"] = data.name;
    json["records"] = nlohmann::ordered_json::array();
    for (const AttendeeId& id : data.records) json["records"].push_back(to_string(id));
    for (const PersonalSection& section : data.sections) {
        json[section.key] = nlohmann::ordered_json::parse(write_json(section.table));
    }
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Document compose_personal_data(const PersonalData& data, const EventState& state,
                               std::int64_t now_ms, const Texts& texts) {
    Document paper = begin_plain_paper(state, {"Extract of personal data"}, texts);
    paper.dated_ms = now_ms;
    paper.blocks.emplace_back(
        Paragraph{data.name.empty()
                      ? texts.get({"Somebody who is not registered: {}"}, to_string(data.person))
                      : data.name,
                  ParagraphStyle::lead});
    paper.blocks.emplace_back(
        Paragraph{texts.get({"Everything that this event's record holds about you, as this machine "
                             "knew it on {}."},
                            date_in_words(local_time_of(now_ms), texts.language()))});
    for (const std::string& paragraph : information_text(state.settings(), texts).paragraphs) {
        paper.blocks.emplace_back(Paragraph{paragraph, ParagraphStyle::aside});
    }
    BulletList nothing;
    for (const PersonalSection& section : data.sections) {
        const std::string heading = texts.get(section.heading);
        if (section.table.rows.empty()) {
            nothing.items.push_back({heading, ""});
            continue;
        }
        paper.blocks.emplace_back(Heading{1, heading});
        if (!std::string_view(section.meaning.english).empty()) {
            paper.blocks.emplace_back(Paragraph{texts.get(section.meaning), ParagraphStyle::aside});
        }
        if (section.key == std::string_view("registration")) {
            add_registration(paper.blocks, section.table, texts);
        } else {
            add_table(paper.blocks, section.table, texts);
        }
    }
    if (nothing.items.empty()) return paper;
    paper.blocks.emplace_back(Heading{1, texts.get({"Nothing is held of this"})});
    paper.blocks.emplace_back(std::move(nothing));
    return paper;
}

std::string write_personal_pdf(const PersonalData& data, const EventState& state,
                               std::int64_t now_ms, const Texts& texts) {
    Document paper = compose_personal_data(data, state, now_ms, texts);
    add_house_style(paper, state);
    return write_pdf(paper);
}

}  // namespace stormote
