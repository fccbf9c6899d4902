// Match: a visitor made of lambdas, one for each alternative of a variant.
#pragma once

namespace stormote {

template <typename... Handlers>
struct Match : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Match(Handlers...) -> Match<Handlers...>;

}  // namespace stormote
