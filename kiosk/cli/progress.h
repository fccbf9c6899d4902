// Progress: a line on the terminal that says how far something long has come, and is gone when it
// is done. One thread.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace stormote {

class Progress {
  public:
    // Draws upon the terminal; nothing where there is none. What is done stands before the bar.
    Progress(std::ostream *terminal, std::string what, std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // One more of the total is done. Draws when that makes another per cent.
    void advance();

  private:
    void draw() const;

    std::ostream *terminal_;
    std::string what_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t percent_ = 0;
};

}  // namespace stormote
