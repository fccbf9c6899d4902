// stormote-web: pages for organisers, phones and sign-up. Wires the command to the real clock and
// generator.
#include <exception>
#include <iostream>

#include "kiosk/web/cli/web_line.h"
#include "sync/base/assets.h"
#include "sync/base/crypto.h"
#include "sync/base/private_file.h"

int main(int count, char **words) {
    stormote::keep_new_files_private();
    try {
        stormote::start_crypto();
        const auto texts = stormote::load_texts(stormote::chosen_language(count, words));
        if (!texts) {
            std::cerr << "stormote-web: " << texts.error().english() << '\n';
            return 2;
        }
        stormote::SystemClock clock;
        stormote::SystemRandom random;
        stormote::WebContext context{std::cin, std::cout, std::cerr, *texts, clock, random};
        stormote::WebLine line(context);
        stormote::add_serve_command(line);
        stormote::add_user_commands(line);
        return line.run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "stormote-web: " << error.what() << '\n';
        return 3;
    }
}
