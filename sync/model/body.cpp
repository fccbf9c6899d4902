#include "sync/model/body.h"

#include <cassert>
#include <utility>

#include "sync/model/body_items.h"

namespace stormote {

namespace {

template <std::size_t... Numbers>
constexpr bool are_in_order(std::index_sequence<Numbers...> /*numbers*/) {
    return ((std::variant_alternative_t<Numbers, BodyContent>::declaration.kind ==
             OperationKind{Numbers}) &&
            ...);
}
static_assert(are_in_order(std::make_index_sequence<std::variant_size_v<BodyContent>>()),
              "every kind's number has one content, and BodyContent lists them in that order");

class ItemCounter {
  public:
    void operator()(std::string_view /*words*/, const auto& /*value*/) { ++count_; }
    void added_later(std::string_view /*words*/, const auto& /*value*/) { ++count_; }
    // A text that was added later is the last item, and is written where it says something: bodies
    // of earlier versions have the same bytes when they are written again.
    void added_later(std::string_view /*words*/, const std::string& text) {
        count_ += text.empty() ? 0U : 1U;
    }
    void if_any(std::string_view /*words*/, const auto& value) { count_ += value ? 1U : 0U; }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    std::size_t count_ = 0;
};

class ItemWriter {
  public:
    explicit ItemWriter(CborWriter& out) : out_(out) {}
    void operator()(std::string_view /*words*/, const auto& value) { write_item(out_, value); }
    void added_later(std::string_view /*words*/, const auto& value) { write_item(out_, value); }
    void added_later(std::string_view /*words*/, const std::string& text) {
        if (!text.empty()) write_item(out_, text);
    }
    void if_any(std::string_view /*words*/, const auto& value) {
        if (value) write_item(out_, *value);
    }

  private:
    CborWriter& out_;
};

class ItemReader {
  public:
    explicit ItemReader(CborReader& in) : in_(in), items_left_(in.array()) {}
    void operator()(std::string_view /*words*/, auto& value) {
        if (items_left_ == 0) return in_.fail();
        --items_left_;
        read_item(in_, value);
    }
    void added_later(std::string_view words, auto& value) {
        if (items_left_ > 0) (*this)(words, value);
    }
    void if_any(std::string_view words, auto& value) {
        if (items_left_ > 0) (*this)(words, value.emplace());
    }
    // Those of a newer version.
    void skip_rest() {
        for (; items_left_ > 0 && in_.ok(); --items_left_) in_.skip();
    }

  private:
    CborReader& in_;
    std::size_t items_left_;
};

template <typename Content>
void write_content(CborWriter& out, const Content& content) {
    ItemCounter counter;
    Content::items(content, counter);
    out.array(counter.count());
    ItemWriter writer(out);
    Content::items(content, writer);
}

template <typename Content>
void read_content(CborReader& in, Content& content) {
    ItemReader reader(in);
    Content::items(content, reader);
    reader.skip_rest();
}
void read_content(CborReader& in, UnknownContent& /*content*/) {
    in.skip();
}

}  // namespace

BodyContent empty_content(OperationKind kind) {
    // Without a default: the compiler refuses a kind that is forgotten here.
    switch (kind) {
        case OperationKind::settings_described:
            return SettingsDescribed{};
        case OperationKind::device_introduced:
            return DeviceIntroduced{};
        case OperationKind::organisation_described:
            return OrganisationDescribed{};
        case OperationKind::attendee_described:
            return AttendeeDescribed{};
        case OperationKind::ticket_issued:
            return TicketIssued{};
        case OperationKind::ticket_marked:
            return TicketMarked{};
        case OperationKind::checked_in:
            return CheckedIn{};
        case OperationKind::check_in_undone:
            return CheckInUndone{};
        case OperationKind::checked_out:
            return CheckedOut{};
        case OperationKind::group_described:
            return GroupDescribed{};
        case OperationKind::groups_planned:
            return GroupsPlanned{};
        case OperationKind::group_moved:
            return GroupMoved{};
        case OperationKind::question_described:
            return QuestionDescribed{};
        case OperationKind::note_written:
            return NoteWritten{};
        case OperationKind::attendee_erased:
            return AttendeeErased{};
        case OperationKind::clock_measured:
            return ClockMeasured{};
        case OperationKind::survey_question_described:
            return SurveyQuestionDescribed{};
        case OperationKind::answers_given:
            return AnswersGiven{};
        case OperationKind::message_left:
            return MessageLeft{};
        case OperationKind::device_authorised:
            return DeviceAuthorised{};
        case OperationKind::aside_settled:
            return AsideSettled{};
        case OperationKind::contact_described:
            return ContactDescribed{};
        case OperationKind::earlier_table_told:
            return EarlierTableTold{};
        case OperationKind::mail_noted:
            return MailNoted{};
        case OperationKind::note_described:
            return NoteDescribed{};
        case OperationKind::message_described:
            return MessageDescribed{};
        case OperationKind::earlier_note_told:
            return EarlierNoteTold{};
        case OperationKind::conflict_settled:
            return ConflictSettled{};
        case OperationKind::device_named:
            return DeviceNamed{};
        case OperationKind::record_packaged:
            return RecordPackaged{};
        case OperationKind::record_purged:
            return RecordPurged{};
        case OperationKind::erasure_refused:
            return ErasureRefused{};
        case OperationKind::note_marked:
            return NoteMarked{};
    }
    return UnknownContent{};
}

Body::Body() = default;
Body::Body(std::vector<AttendeeId> about, ActingRole role, BodyContent says)
    : persons(std::move(about)), acting_role(role), content(std::move(says)) {}
Body::Body(const Body& other) = default;
Body::Body(Body&& other) noexcept = default;
Body& Body::operator=(const Body& other) = default;
Body& Body::operator=(Body&& other) noexcept = default;
Body::~Body() = default;

const KindDeclaration& declaration_of(const BodyContent& content) {
    return std::visit([](const auto& known) -> const KindDeclaration& { return known.declaration; },
                      content);
}

OperationKind kind_of(const BodyContent& content) {
    assert(content.index() != 0);
    return declaration_of(content).kind;
}

std::string kind_name(OperationKind kind) {
    const std::string_view name = declaration_of(empty_content(kind)).name;
    if (name.empty()) return "kind_" + std::to_string(static_cast<std::uint16_t>(kind));
    return std::string(name);
}

std::optional<std::vector<AttendeeId>> persons_of(OperationKind kind, ByteView bytes) {
    CborReader in(bytes);
    if (in.array() < 2) return std::nullopt;
    std::vector<AttendeeId> persons;
    read_item(in, persons);
    if (!in.ok()) return std::nullopt;
    if (declaration_of(empty_content(kind)).persons == Persons::none) persons.clear();
    return persons;
}

bool is_about_allowed_persons(const Body& body) {
    // Whoever wants to be contacted, or declares something for others, says who they are.
    const auto *message = std::get_if<MessageLeft>(&body.content);
    if (message != nullptr && message->kind != MessageKind::comment) {
        return body.persons.size() == 1;
    }
    switch (declaration_of(body.content).persons) {
        case Persons::none:
            return body.persons.empty();
        case Persons::at_most_one:
            return body.persons.size() <= 1;
        case Persons::any:
            break;
    }
    return true;
}

Bytes encode_body(const Body& body) {
    assert(body.content.index() != 0 && "an unknown kind is passed on, never written");
    CborWriter out;
    out.array(3);
    write_item(out, body.persons);
    write_item(out, body.acting_role);
    std::visit([&out](const auto& content) { write_content(out, content); }, body.content);
    return out.take();
}

std::optional<Body> decode_body(OperationKind kind, ByteView bytes) {
    CborReader in(bytes);
    if (in.array() != 3) return std::nullopt;
    Body body;
    read_item(in, body.persons);
    read_item(in, body.acting_role);
    body.content = empty_content(kind);
    std::visit([&in](auto& content) { read_content(in, content); }, body.content);
    if (!in.ok() || !in.at_end()) return std::nullopt;
    return body;
}

}  // namespace stormote
