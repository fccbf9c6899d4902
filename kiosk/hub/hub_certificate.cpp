#include "kiosk/hub/hub_certificate.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "sync/base/private_file.h"
#include "sync/replication/http_connection.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

template <auto function>
struct Freer {
    template <typename Thing>
    void operator()(Thing *thing) const {
        function(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free>>;

void require(bool is_done) {
    if (is_done) return;
    throw MachineFailure(machine_error({"The hub's certificate cannot be made."}));
}

std::string text_in(const Memory& memory) {
    char *start = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &start);
    return {start, static_cast<std::size_t>(size)};
}

Certificate certify(const Key& key) {
    Certificate certificate(X509_new());
    require(certificate != nullptr);
    X509 *made = certificate.get();
    // Another number for each: some programs confuse two of one name and number.
    ByteArray<16> number = SystemRandom().bytes<16>();
    // Positive, and without a zero before it.
    number[0] = static_cast<std::uint8_t>((number[0] & 0x7F) | 0x40);
    ASN1_INTEGER *serial = X509_get_serialNumber(made);
    require(ASN1_STRING_set(serial, number.data(), static_cast<int>(number.size())) == 1);
    X509_NAME *subject = X509_get_subject_name(made);
    const auto *name = reinterpret_cast<const unsigned char *>(hub_certificate_name);
    const std::string alternative = std::string("DNS:") + hub_certificate_name;
    const Extension names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, alternative.c_str()));
    // The clock of a room without a network may say anything; RFC 5280 has that end for "none".
    require(X509_set_version(made, X509_VERSION_3) == 1 &&
            ASN1_TIME_set_string_X509(X509_getm_notBefore(made), "20000101000000Z") == 1 &&
            ASN1_TIME_set_string_X509(X509_getm_notAfter(made), "99991231235959Z") == 1 &&
            X509_set_pubkey(made, key.get()) == 1 &&
            X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, name, -1, -1, 0) == 1 &&
            X509_set_issuer_name(made, subject) == 1 && names != nullptr &&
            X509_add_ext(made, names.get(), -1) == 1 &&
            X509_sign(made, key.get(), EVP_sha256()) != 0);
    return certificate;
}

void make_files(const HubCertificate& files) {
    const Key key(EVP_EC_gen("P-256"));
    require(key != nullptr);
    const Certificate certificate = certify(key);
    const Memory key_text(BIO_new(BIO_s_mem()));
    const Memory certificate_text(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                     nullptr) == 1 &&
            PEM_write_bio_X509(certificate_text.get(), certificate.get()) == 1);
    replace_private_file(files.key, text_in(key_text));
    replace_private_file(files.certificate, text_in(certificate_text));
}

std::string read_whole(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Memory memory_of(const std::string& text) {
    return Memory(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

// Nothing where the two files are not there, or do not belong to each other.
std::optional<CertificatePrint> read_print(const HubCertificate& files) {
    const std::string certificate_text = read_whole(files.certificate);
    const std::string key_text = read_whole(files.key);
    const Certificate certificate(
        PEM_read_bio_X509(memory_of(certificate_text).get(), nullptr, nullptr, nullptr));
    const Key key(PEM_read_bio_PrivateKey(memory_of(key_text).get(), nullptr, nullptr, nullptr));
    if (certificate == nullptr || key == nullptr ||
        X509_check_private_key(certificate.get(), key.get()) != 1) {
        return std::nullopt;
    }
    CertificatePrint print{};
    unsigned size = 0;
    if (X509_digest(certificate.get(), EVP_sha256(), print.data(), &size) != 1) return std::nullopt;
    return print;
}

}  // namespace

HubCertificate find_hub_certificate(const fs::path& folder) {
    HubCertificate found{folder / "hub.pem", folder / "hub.key"};
    auto print = read_print(found);
    if (!print) {
        make_files(found);
        print = read_print(found);
    }
    require(print.has_value());
    found.print = *print;
    return found;
}

}  // namespace stormote
