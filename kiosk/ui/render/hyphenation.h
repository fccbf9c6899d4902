// Hyphenation: where Swedish words may be broken at the end of a line, by the patterns of Debian's
// hyphen-sv. Without them no word is hyphenated. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace stormote {

class Hyphenator {
  public:
    Hyphenator();
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;

    // UTF-8 without spaces, with a soft hyphen (U+00AD) wherever a long word in it may be broken.
    // What has soft hyphens of its own stays as it is, and so do words of other alphabets and what
    // is copied letter by letter: addresses, the names of files, numbers.
    [[nodiscard]] std::string hyphenate(std::string_view word) const;

  private:
    struct Patterns;
    std::unique_ptr<Patterns> patterns_;  // null: they are not installed
};

}  // namespace stormote
