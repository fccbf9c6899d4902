// CookieBrowser: asks a server of pages on this machine as a browser without scripts does: keeps
// its cookies, and sends forms with the token of the page that was shown last. For tests; one
// thread.
#pragma once

#include <map>
#include <string>

#include <catch2/catch.hpp>
#include <httplib.h>

namespace stormote::testing {

class CookieBrowser {
  public:
    explicit CookieBrowser(int port)
        : http_("127.0.0.1", port), host_("127.0.0.1:" + std::to_string(port)) {}

    httplib::Response get(const std::string& path) { return keep(http_.Get(path, headers())); }
    // As a form of the page that was shown last, with its token.
    httplib::Response post(const std::string& path, httplib::Params form) {
        form.emplace("form-token", token_);
        return post_plainly(path, form);
    }
    httplib::Response post_plainly(const std::string& path, const httplib::Params& form,
                                   const httplib::Headers& more = {}) {
        httplib::Headers all = headers();
        all.insert(more.begin(), more.end());
        return keep(http_.Post(path, all, form));
    }
    // The usual one is the good password of open_accounts.h.
    httplib::Response sign_in(const std::string& login,
                              const std::string& password = "lampa korv fjord segel") {
        return post_plainly("/sign-in", {{"login", login}, {"password", password}});
    }
    [[nodiscard]] const std::string& token() const { return token_; }
    void forget_cookies() { cookies_.clear(); }

    [[nodiscard]] const std::string& host() const { return host_; }

  private:
    [[nodiscard]] httplib::Headers headers() const {
        httplib::Headers made{{"Host", host_}};
        std::string cookies;
        for (const auto& [name, value] : cookies_) {
            cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
        }
        if (!cookies.empty()) made.emplace("Cookie", cookies);
        return made;
    }
    httplib::Response keep(const httplib::Result& result) {
        REQUIRE(result);
        for (auto [at, end] = result->headers.equal_range("Set-Cookie"); at != end; ++at) {
            const std::string& line = at->second;
            const auto equals = line.find('=');
            const std::string value = line.substr(equals + 1, line.find(';') - equals - 1);
            if (value.empty()) {
                cookies_.erase(line.substr(0, equals));
            } else {
                cookies_[line.substr(0, equals)] = value;
            }
        }
        const std::string mark = "name=\"form-token\" value=\"";
        if (const auto found = result->body.find(mark); found != std::string::npos) {
            const auto begin = found + mark.size();
            token_ = result->body.substr(begin, result->body.find('"', begin) - begin);
        }
        return *result;
    }

    httplib::Client http_;
    std::string host_;
    std::map<std::string, std::string> cookies_;
    std::string token_;
};

}  // namespace stormote::testing
