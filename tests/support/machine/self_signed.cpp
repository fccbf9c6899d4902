#include "tests/support/machine/self_signed.h"

#include <cstdio>
#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace stormote::testing {

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
using File = std::unique_ptr<std::FILE, Freer<std::fclose>>;

File open_for_writing(const std::filesystem::path& path) {
    File file(std::fopen(path.c_str(), "w"));
    if (!file) throw std::runtime_error("cannot write " + path.string());
    return file;
}

}  // namespace

CertificateFiles make_self_signed(const std::filesystem::path& folder, const std::string& name,
                                  const std::string& address) {
    const Key key(EVP_RSA_gen(2'048));
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3'600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3'600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.c_str()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), subject);
    const Extension names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("IP:" + address).c_str()));
    X509_add_ext(certificate.get(), names.get(), -1);
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    CertificateFiles files{folder / (name + ".pem"), folder / (name + ".key")};
    PEM_write_X509(open_for_writing(files.certificate).get(), certificate.get());
    PEM_write_PrivateKey(open_for_writing(files.key).get(), key.get(), nullptr, nullptr, 0, nullptr,
                         nullptr);
    return files;
}

}  // namespace stormote::testing
