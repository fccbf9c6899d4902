// What is found in a PDF that cairo has written: its pages, tags and titles.
//
// The cairo of Debian 13 (1.18) packs most objects into compressed streams, that of Debian 12
// (1.16) none. Here they are unpacked, so that a test finds the same words with both.
#pragma once

#include <stdexcept>
#include <string>

#include <zlib.h>

namespace stormote::testing {

// Of a zlib stream; what follows the stream is passed over.
inline std::string inflate_text(const std::string& packed) {
    std::string text;
    for (std::size_t size = 64 * packed.size();; size *= 2) {
        text.resize(size);
        uLongf written = text.size();
        const int result =
            uncompress(reinterpret_cast<Bytef *>(text.data()), &written,
                       reinterpret_cast<const Bytef *>(packed.data()), packed.size());
        if (result == Z_BUF_ERROR && size < 4'000 * packed.size()) continue;
        if (result != Z_OK) throw std::runtime_error("an object stream cannot be unpacked");
        text.resize(written);
        return text;
    }
}

// The PDF, and behind it the objects of its object streams in clear.
inline std::string pdf_objects(const std::string& pdf) {
    std::string objects = pdf;
    const std::string begin = "stream\n";
    for (auto at = pdf.find("/Type /ObjStm"); at != std::string::npos;
         at = pdf.find("/Type /ObjStm", at + 1)) {
        const auto from = pdf.find(begin, at) + begin.size();
        objects += inflate_text(pdf.substr(from, pdf.find("endstream", from) - from));
    }
    return objects;
}

// How often `part` stands in the objects.
inline std::size_t count_in_pdf(const std::string& pdf, const std::string& part) {
    const std::string objects = pdf_objects(pdf);
    std::size_t found = 0;
    for (auto at = objects.find(part); at != std::string::npos; at = objects.find(part, at + 1)) {
        ++found;
    }
    return found;
}

inline std::size_t page_count(const std::string& pdf) {
    return count_in_pdf(pdf, "/Type /Page ");
}

}  // namespace stormote::testing
