// How Catch2 shows JSON that is not what a test expects: for every test that compares some.
#pragma once

#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

template <>
struct Catch::StringMaker<nlohmann::json> {
    static std::string convert(const nlohmann::json& value);
};
