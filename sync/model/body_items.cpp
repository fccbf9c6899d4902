#include "sync/model/body_items.h"

namespace stormote {

void write_item(CborWriter& out, std::int32_t number) {
    out.integer(number);
}
void read_item(CborReader& in, std::int32_t& number) {
    constexpr std::int64_t most = 1'000'000;
    const std::int64_t value = in.integer();
    if (value < 0 || value > most) in.fail();
    if (in.ok()) number = static_cast<std::int32_t>(value);
}

void write_item(CborWriter& out, std::int64_t number) {
    out.integer(number);
}
void read_item(CborReader& in, std::int64_t& number) {
    number = in.integer();
}

void write_item(CborWriter& out, const std::string& text) {
    out.text(text);
}
void read_item(CborReader& in, std::string& text) {
    text = in.text();
}

void write_item(CborWriter& out, const PublicKey& key) {
    out.bytes(key);
}
void read_item(CborReader& in, PublicKey& key) {
    key = in.fixed_bytes<32>();
}

void write_item(CborWriter& out, const Signature& signature) {
    out.bytes(signature);
}
void read_item(CborReader& in, Signature& signature) {
    signature = in.fixed_bytes<64>();
}

void write_item(CborWriter& out, const DeviceAdmission& admission) {
    const auto& certificate = admission.certificate;
    out.array(certificate ? 6 : 2);
    write_item(out, admission.key);
    write_item(out, admission.signature);
    if (!certificate) return;
    write_item(out, certificate->issuer);
    write_item(out, certificate->issued_after);
    write_item(out, certificate->role);
    write_item(out, certificate->signature);
}
void read_item(CborReader& in, DeviceAdmission& admission) {
    const std::size_t items = in.array();
    if (items != 2 && items != 6) in.fail();
    read_item(in, admission.key);
    read_item(in, admission.signature);
    if (items != 6) return;
    PairingCertificate& certificate = admission.certificate.emplace();
    read_item(in, certificate.issuer);
    read_item(in, certificate.issued_after);
    read_item(in, certificate.role);
    read_item(in, certificate.signature);
}

void write_item(CborWriter& out, const TicketId& ticket) {
    out.bytes(ticket.bytes);
}
void read_item(CborReader& in, TicketId& ticket) {
    ticket.bytes = in.fixed_bytes<8>();
}

void write_item(CborWriter& out, const Bytes& bytes) {
    out.bytes(bytes);
}
void read_item(CborReader& in, Bytes& bytes) {
    const ByteView read = in.bytes();
    bytes.assign(read.begin(), read.end());
}

void write_item(CborWriter& out, const RecordHead& head) {
    out.array(3);
    write_item(out, head.device);
    write_item(out, head.sequence);
    write_item(out, head.chain);
}
void read_item(CborReader& in, RecordHead& head) {
    if (in.array() != 3) in.fail();
    read_item(in, head.device);
    read_item(in, head.sequence);
    read_item(in, head.chain);
}

void write_item(CborWriter& out, const DestroyedCount& count) {
    out.array(2);
    write_item(out, count.kind);
    write_item(out, count.count);
}
void read_item(CborReader& in, DestroyedCount& count) {
    if (in.array() != 2) in.fail();
    read_item(in, count.kind);
    read_item(in, count.count);
}

void write_item(CborWriter& out, const GroupSeat& seat) {
    out.array(2);
    write_item(out, seat.attendee);
    write_item(out, seat.group);
}
void read_item(CborReader& in, GroupSeat& seat) {
    if (in.array() != 2) in.fail();
    read_item(in, seat.attendee);
    read_item(in, seat.group);
}

void write_item(CborWriter& out, const FieldTexts& fields) {
    out.map(fields.size());
    for (const auto& [field, text] : fields) {
        out.integer(field);
        out.text(text);
    }
}
void read_item(CborReader& in, FieldTexts& fields) {
    std::int64_t last = -1;
    const std::size_t count = in.map();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        const std::int64_t field = in.integer();
        if (field <= last || field > UINT16_MAX) in.fail();
        last = field;
        fields.emplace_back(static_cast<FieldNumber>(field), in.text());
    }
}

void write_item(CborWriter& out, const std::vector<SurveyAnswer>& answers) {
    out.map(answers.size());
    for (const SurveyAnswer& answer : answers) {
        out.integer(answer.question);
        out.text(answer.text);
    }
}
void read_item(CborReader& in, std::vector<SurveyAnswer>& answers) {
    SurveyNumber last = -1;
    const std::size_t count = in.map();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        SurveyAnswer& answer = answers.emplace_back();
        read_item(in, answer.question);
        if (answer.question <= last) in.fail();
        last = answer.question;
        read_item(in, answer.text);
    }
}

}  // namespace stormote
