// stormote-central: the central store. Wires the command to the real clock and generator.
#include <exception>
#include <iostream>

#include "sync/base/assets.h"
#include "sync/base/clock.h"
#include "sync/base/crypto.h"
#include "sync/base/private_file.h"
#include "sync/central/cli/central_command.h"

int main(int count, char **words) {
    stormote::keep_new_files_private();
    try {
        stormote::start_crypto();
        const auto texts = stormote::load_texts(stormote::chosen_language(count, words));
        if (!texts) {
            std::cerr << "stormote-central: " << texts.error().english() << '\n';
            return 2;
        }
        stormote::SystemClock clock;
        stormote::SystemRandom random;
        stormote::CentralContext context{std::cout, std::cerr, *texts, clock, random};
        return stormote::run_central(count, words, context);
    } catch (const std::exception& error) {
        std::cerr << "stormote-central: " << error.what() << '\n';
        return 3;
    }
}
