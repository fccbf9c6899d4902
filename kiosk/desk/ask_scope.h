// AskScope: the lifetime of whoever asks the desk. Owned by the asker as a member and given to
// DeskThread::ask(); an answer that arrives after the scope is gone is dropped, since the
// objects that it refers to may be gone as well. The request itself is still carried out.
//
// Belongs to the thread that asks and collects, as its owner does; neither copied nor moved, since
// answers hold on to the place where their asker is.
#pragma once

#include <memory>
#include <utility>

namespace stormote {

class AskScope {
  public:
    AskScope() = default;
    ~AskScope() = default;
    AskScope(const AskScope&) = delete;
    AskScope& operator=(const AskScope&) = delete;

    // Drops every answer that is still to come; those to what is asked from now on arrive.
    void renew() { token_ = std::make_shared<Token>(); }

    // Calls the function unless the scope is gone or renewed by then.
    template <typename Function>
    [[nodiscard]] auto guard(Function function) const {
        return [token = std::weak_ptr<Token>(token_),
                function = std::move(function)](auto&&...arguments) mutable {
            if (!token.expired()) function(std::forward<decltype(arguments)>(arguments)...);
        };
    }

  private:
    // Answers wait on another thread: they count on the token, and never look into it.
    struct Token {};
    std::shared_ptr<Token> token_ = std::make_shared<Token>();
};

}  // namespace stormote
