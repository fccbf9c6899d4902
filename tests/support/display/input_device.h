// InputDevice: a finger, keyboard or scanner of a display off-screen, played by writing to the
// socket of the X server's "inputtest" driver. Owns the connection, which the driver grants only
// once in a server's life. One thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace stormote {

enum class TouchPhase { begin, move, end };

class InputDevice {
  public:
    // Throws std::system_error when the driver does not answer.
    explicit InputDevice(const std::filesystem::path& socket);
    ~InputDevice();
    InputDevice(const InputDevice&) = delete;
    InputDevice& operator=(const InputDevice&) = delete;

    // `x` and `y` from 0 (left, top) to 1 (right, bottom).
    void touch(int finger, TouchPhase phase, double x, double y);
    // Presses the keys in order and releases them in the opposite order.
    void strike(const std::vector<int>& key_codes) { strike_all(std::span(&key_codes, 1)); }
    // Several such keys one after another, as quickly as can be.
    void strike_all(std::span<const std::vector<int>> keys);

  private:
    // Takes over the socket: from here on the destructor closes it, whatever is thrown.
    explicit InputDevice(int socket) : socket_(socket) {}
    void send(const void *bytes, std::size_t size) const;
    void exchange_versions() const;

    int socket_;
};

}  // namespace stormote
