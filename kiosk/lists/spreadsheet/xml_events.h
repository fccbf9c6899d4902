// XML events: a document read from its beginning to its end, element by element (XML 1.0, by
// Expat). Names come without their prefixes. A document type is refused: no spreadsheet has one,
// and its entities could grow without end. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/error.h"

namespace stormote {

// "id" of "r:id".
[[nodiscard]] inline std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The attributes of one element; valid while it starts.
class XmlAttributes {
  public:
    // Pairs of name and value, ended by a null pointer, as Expat gives them.
    explicit XmlAttributes(const char *const *pairs) : pairs_(pairs) {}
    // Empty where there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    // Calls it with each name and value, in the order of the document.
    template <typename Take>
    void for_each(Take take) const {
        for (const char *const *pair = pairs_; *pair != nullptr; pair += 2) {
            take(without_prefix(pair[0]), std::string_view(pair[1]));
        }
    }
    // "1" and "true".
    [[nodiscard]] bool is_true(std::string_view name) const;

  private:
    const char *const *pairs_;
};

class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    // A part of what stands between two tags.
    virtual void text(std::string_view part) = 0;
    // Asked after each element: the rest is of no interest.
    [[nodiscard]] virtual bool is_done() const { return false; }
};

// Error: it is not well formed, or has a document type.
Result<> read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace stormote
