// WebRequest, WebResponse: what a browser asks and what it is answered, as values. Any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

// Of a form or a query: decoded, valid UTF-8, in the order in which they came.
class WebFields {
  public:
    void add(std::string name, std::string value) {
        fields_.emplace_back(std::move(name), std::move(value));
    }
    // The first of that name; empty where there is none.
    [[nodiscard]] const std::string& get(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    // Nothing where it is no whole number.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return fields_.size(); }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

enum class WebMethod : std::uint8_t { get, post };

struct WebRequest {
    WebMethod method = WebMethod::get;
    std::string path;     // as it was sent
    std::string address;  // of who asks, in digits
    bool is_secure = false;
    WebFields query;
    WebFields form;  // of a body
    std::string host;
    std::string origin;      // empty where the browser does not say
    std::string fetch_site;  // Sec-Fetch-Site
    std::string languages;   // Accept-Language
    std::string browser;     // User-Agent
    std::map<std::string, std::string> cookies;
    // What stood in the places of the route's pattern.
    std::map<std::string, std::string> places;

    [[nodiscard]] const std::string& place(const std::string& name) const {
        return places.at(name);
    }
};

struct WebResponse {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;  // besides those that all have

    static WebResponse page(std::string html, int status = 200) {
        return {status, "text/html; charset=utf-8", std::move(html), {}};
    }
    // The browser asks for that address next, whatever it sent.
    static WebResponse see_other(std::string location) {
        return {303, "text/plain; charset=utf-8", "", {{"Location", std::move(location)}}};
    }
};

}  // namespace stormote
