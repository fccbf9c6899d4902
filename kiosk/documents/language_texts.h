// Language texts: the texts of each language that somebody chose, loaded once; for papers and mails
// that speak to each person in theirs. One thread; owns what it hands out.
#pragma once

#include <map>
#include <string>

#include "sync/base/texts.h"

namespace stormote {

class LanguageTexts {
  public:
    // Whoever chose no language, or one that the programs do not speak, gets the usual texts, which
    // must stay where they are.
    explicit LanguageTexts(const Texts& usual) : usual_(usual) {}

    const Texts& of(const std::string& language);

  private:
    const Texts& usual_;
    std::map<std::string, Texts> texts_;
};

}  // namespace stormote
