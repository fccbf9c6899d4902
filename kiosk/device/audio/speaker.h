// Speaker: says texts aloud, one at a time; a new one cuts off the one before. Calls return at
// once and never fail: where there is no sound, there is silence. One thread; everything that is
// spoken must be visible, too.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace stormote {

// In one language: "sv".
struct SpokenPart {
    std::string text;
    std::string language;
};
struct Utterance {
    std::vector<SpokenPart> parts;
    int volume_percent = 100;
};

class Speaker {
  public:
    virtual ~Speaker() = default;
    virtual void speak(const Utterance& utterance) = 0;
    virtual void stop() = 0;
    // In the middle of a text; going on begins with the sentence that was cut off. Each is no harm
    // where there is nothing to it.
    virtual void pause() = 0;
    virtual void go_on() = 0;
};

// Speaks through a program that takes the options of espeak-ng and the text on standard input.
[[nodiscard]] std::unique_ptr<Speaker> make_speaker(std::string program = "espeak-ng");
// Writes down what would be heard, for tests: a line "sv 100 Hej" for each part, and "stop",
// "pause" and "go on".
[[nodiscard]] std::unique_ptr<Speaker> make_written_speaker(const std::filesystem::path& file);

// The sentences of a text, each with its mark at the end.
[[nodiscard]] std::vector<std::string> sentences_of(const std::string& text);

}  // namespace stormote
