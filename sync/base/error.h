// Error, Result: what went wrong, as a value, in words that can be translated.
//
// An error keeps its English sentence and the arguments apart, so that the sentence is looked up
// in the reader's language only where it is shown (see texts.h). Exceptions are for broken
// machines alone: MachineFailure travels to the few boundaries that say "call staff".
#pragma once

#include <concepts>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace stormote {

// Marks a sentence for the message catalogue without translating it here.
// The sentence is a fmt format string whose arguments are texts: "{}" or "{0}".
struct Sentence {
    const char *english;
};

enum class ErrorKind {
    input,    // the input or the situation is at fault: exit status 1
    usage,    // the program was called wrongly: exit status 2
    machine,  // disk full, file unreadable, database damaged: exit status 3
};

struct Error {
    ErrorKind kind = ErrorKind::input;
    Sentence sentence{""};
    std::vector<std::string> arguments;

    // The sentence in English with its arguments filled in.
    [[nodiscard]] std::string english() const;
};

// An argument of a sentence as text: a text as it is, a whole number in decimal digits. Formatting
// of any other kind is the caller's, so that this header stays light.
[[nodiscard]] inline std::string argument_text(std::string_view text) {
    return std::string(text);
}
template <std::integral Number>
requires(!std::same_as<Number, char> && !std::same_as<Number, bool>) [[nodiscard]] std::string
    argument_text(Number number) {
    return std::to_string(number);
}

// Fills the arguments into a format; a damaged format gives the format itself, never a throw.
[[nodiscard]] std::string fill_in(const std::string& format,
                                  const std::vector<std::string>& arguments);

template <typename... Arguments>
[[nodiscard]] Error input_error(Sentence sentence, const Arguments&...arguments) {
    return {ErrorKind::input, sentence, {argument_text(arguments)...}};
}

template <typename... Arguments>
[[nodiscard]] Error machine_error(Sentence sentence, const Arguments&...arguments) {
    return {ErrorKind::machine, sentence, {argument_text(arguments)...}};
}

template <typename... Arguments>
[[nodiscard]] Error usage_error(Sentence sentence, const Arguments&...arguments) {
    return {ErrorKind::usage, sentence, {argument_text(arguments)...}};
}

// Thrown where the machine is broken and the caller cannot be expected to go on.
class MachineFailure : public std::runtime_error {
  public:
    explicit MachineFailure(Error error)
        : std::runtime_error(error.english()), error_(std::move(error)) {}
    [[nodiscard]] const Error& error() const { return error_; }

  private:
    Error error_;
};

struct Done {};

// A value, or the error that stands in its place.
template <typename Value = Done>
class [[nodiscard]] Result {
  public:
    Result(Value value) : content_(std::move(value)) {}  // NOLINT(google-explicit-constructor)
    Result(Error error) : content_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool ok() const { return std::holds_alternative<Value>(content_); }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] Value& value() & { return std::get<Value>(content_); }
    [[nodiscard]] const Value& value() const& { return std::get<Value>(content_); }
    [[nodiscard]] Value&& value() && { return std::get<Value>(std::move(content_)); }
    [[nodiscard]] const Error& error() const { return std::get<Error>(content_); }

    Value& operator*() & { return value(); }
    const Value& operator*() const& { return value(); }
    Value&& operator*() && { return std::move(*this).value(); }
    Value *operator->() { return &value(); }
    const Value *operator->() const { return &value(); }

  private:
    std::variant<Value, Error> content_;
};

}  // namespace stormote
