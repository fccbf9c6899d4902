#include "kiosk/cli/secret_argument.h"

#include <fstream>
#include <istream>
#include <iterator>

#include <termios.h>
#include <unistd.h>

namespace stormote {

namespace {

constexpr std::size_t most_bytes = 4096;

std::string read_at_most(std::istream& stream) {
    std::string text(most_bytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

bool can_be_secret(const std::string& text) {
    return !text.empty() && text.size() <= most_bytes;
}

// While it lives, the terminal shows nothing of what is typed.
class HiddenTyping {
  public:
    HiddenTyping() {
        tcgetattr(STDIN_FILENO, &shown_);
        termios hidden = shown_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_); }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

  private:
    termios shown_{};
};

}  // namespace

std::optional<std::string> ask_on_terminal(const CommandContext& context, Sentence question) {
    if (isatty(STDIN_FILENO) == 0) return std::nullopt;
    // Before the question: a scanner answers at once.
    const HiddenTyping hidden;
    context.messages << context.texts.get(question) << std::flush;
    std::string answer;
    const bool is_read = static_cast<bool>(std::getline(context.in, answer));
    context.messages << '\n';
    return is_read ? std::optional(answer) : std::nullopt;
}

Result<std::string> read_small_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text = read_at_most(stream);
    if (!can_be_secret(text)) {
        return input_error({"{} cannot be read, or is not such a file."}, file);
    }
    return text;
}

Result<std::string> read_secret(const CommandContext& context, const std::string& file,
                                Sentence question) {
    if (file != "-") return read_small_file(file);
    auto typed = ask_on_terminal(context, question);
    std::string text = typed ? *typed : read_at_most(context.in);
    if (!can_be_secret(text)) {
        return input_error({"Standard input has nothing, or more than what was asked for."});
    }
    return text;
}

}  // namespace stormote
