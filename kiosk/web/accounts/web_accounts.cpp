#include "kiosk/web/accounts/web_accounts.h"

namespace stormote {

Result<std::unique_ptr<WebAccounts>> WebAccounts::open(const std::filesystem::path& folder,
                                                       const Clock& clock, Random& random,
                                                       std::span<const std::string> place_words,
                                                       const HashingCost& cost) {
    auto file = AccountDatabase::open(folder / file_name, clock, random);
    if (!file) return file.error();
    return std::make_unique<WebAccounts>(std::move(*file), place_words, cost);
}

WebAccounts::WebAccounts(std::unique_ptr<AccountDatabase> file,
                         std::span<const std::string> place_words, const HashingCost& cost)
    : database(std::move(file)),
      rules(place_words),
      accounts(*database, rules, cost),
      sessions(*database),
      authentication(*database, rules, cost),
      guessing(*database),
      log(*database) {}

void WebAccounts::tidy() {
    sessions.remove_ended();
    authentication.forget_old();
    log.remove_old();
}

}  // namespace stormote
