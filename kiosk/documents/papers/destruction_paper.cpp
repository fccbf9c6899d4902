#include "kiosk/documents/papers/destruction_paper.h"

#include "kiosk/documents/papers/paper_frame.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/report/retention/destruction_protocol.h"
#include "sync/report/retention/retention.h"

namespace stormote {

namespace {

class DestructionComposer {
  public:
    DestructionComposer(const EventState& state, const Texts& texts)
        : state_(state), texts_(texts) {}

    Document take(const std::vector<DestructionEntry>& entries) {
        paper_ = begin_plain_paper(state_, {"Destruction protocol"}, texts_);
        say({"This protocol says which kinds of documents about the meeting were destroyed, how "
             "many, and by which decision. Nothing of what stood in them is in it."},
            ParagraphStyle::lead);
        for (const DestructionEntry& entry : entries) add(entry);
        add_packages();
        return std::move(paper_);
    }

  private:
    void say(Sentence sentence, ParagraphStyle style = ParagraphStyle::body) {
        paper_.blocks.emplace_back(Paragraph{texts_.get(sentence), style});
    }

    void add(const DestructionEntry& entry) {
        const std::string time = local_time_of(entry.destroyed_ms);
        paper_.blocks.emplace_back(
            Heading{1, texts_.get({"Destroyed on {} at {}"}, date_in_words(time, texts_.language()),
                                  time_in_words(time, texts_.language()))});
        add_facts(entry);
        add_documents(entry);
        add_overrides(*entry.content);
        add_written_off(*entry.content);
        add_heads(*entry.content);
    }

    void add_facts(const DestructionEntry& entry) {
        const RecordPurged& content = *entry.content;
        std::vector<std::vector<std::string>> rows{
            {texts_.get({"Decision"}), content.decision},
            {texts_.get({"By whom"}), content.by.empty() ? texts_.get({"Not said"}) : content.by},
            {texts_.get({"Device"}), device_text(entry.device->id)},
            {texts_.get({"Of the meeting"}), event_time(state_, texts_)}};
        paper_.blocks.emplace_back(
            TextTable{texts_.get({"How it was decided and done"}),
                      {{texts_.get({"What"}), 1}, {texts_.get({"How it was"}), 3}},
                      std::move(rows),
                      true});
    }

    void add_documents(const DestructionEntry& entry) {
        TextTable table{texts_.get({"What was destroyed"}),
                        {{texts_.get({"Kind of document"}), 4},
                         {texts_.get({"Count"}), 1, ColumnAlignment::end}},
                        {},
                        true};
        for (const DestroyedDocuments& documents : entry.documents) {
            table.rows.push_back(
                {texts_.get(documents.kind.shown), std::to_string(documents.count)});
        }
        paper_.blocks.emplace_back(std::move(table));
    }

    void add_overrides(const RecordPurged& content) {
        if (content.overrides.empty()) return;
        say({"It was done although these conditions did not hold:"});
        BulletList list;
        for (const std::string& stored : content.overrides) {
            const auto words = condition_words(stored);
            list.items.push_back({words ? texts_.get(*words) : stored, ""});
        }
        paper_.blocks.emplace_back(std::move(list));
    }

    void add_written_off(const RecordPurged& content) {
        if (content.written_off.empty()) return;
        say({"These devices were written off: what they may still hold was not waited for."});
        BulletList list;
        for (const DeviceId& device : content.written_off) {
            list.items.push_back({device_text(device), ""});
        }
        paper_.blocks.emplace_back(std::move(list));
    }

    // By them whoever has the record can tell that nothing else was taken out of it.
    void add_heads(const RecordPurged& content) {
        if (content.heads.empty()) return;
        TextTable table{texts_.get({"The record that was gone through, by device"}),
                        {{texts_.get({"Device"}), 3},
                         {texts_.get({"Operations"}), 1, ColumnAlignment::end},
                         {texts_.get({"Check value of the last one"}), 4}},
                        {},
                        true};
        for (const RecordHead& head : content.heads) {
            table.rows.push_back(
                {device_text(head.device), std::to_string(head.sequence), to_hex(head.chain)});
        }
        paper_.blocks.emplace_back(std::move(table));
    }

    void add_packages() {
        if (state_.packages().empty()) return;
        say({"Packages for the archive that were made of the meeting, by their SHA-256:"});
        BulletList list;
        for (const auto& [place, package] : state_.packages()) {
            list.items.push_back({to_hex(package.content.package), ""});
        }
        paper_.blocks.emplace_back(std::move(list));
    }

    [[nodiscard]] std::string device_text(const DeviceId& id) const {
        const Device *device = state_.find_device(id);
        if (device == nullptr || device->name.empty()) return to_string(id);
        return device->name + " (" + to_string(id) + ")";
    }

    const EventState& state_;
    const Texts& texts_;
    Document paper_;
};

}  // namespace

Result<Document> compose_destruction(const EventState& state, const Texts& texts) {
    const auto entries = destruction_entries(state);
    if (entries.empty()) {
        return input_error(
            {"Nothing of this event was destroyed by its keep table, so that there "
             "is no protocol. \"stormote purge\" destroys and states it."});
    }
    return DestructionComposer(state, texts).take(entries);
}

}  // namespace stormote
