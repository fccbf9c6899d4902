// PictureAtlas: drawn words and icons on a few large textures, found again by their key.
//
// When the pages are full, the one that was used longest ago is emptied. A page that this frame has
// used is never emptied: its pictures are already part of the frame. The screen thread; borrows
// the texture store, which must outlive it.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/render/geometry.h"
#include "kiosk/ui/render/texture_store.h"

namespace stormote {

struct Picture {
    TextureId texture = 0;  // 0 where there is nothing to see
    PixelFormat format = PixelFormat::coverage;
    Point offset;
    Size size;
    Point from;  // texture coordinates, 0 to 1
    Point to;
};

class PictureAtlas {
  public:
    explicit PictureAtlas(TextureStore& store) : store_(store) {}

    void begin_frame() { ++frame_; }
    // The picture of that key, drawn by `draw` (giving a RasterImage) where it is not here yet.
    template <typename Draw>
    Picture get(const std::string& key, const Draw& draw) {
        if (const Picture *found = find(key)) return *found;
        return insert(key, draw());
    }

    // Changes when a page was emptied: from then on the same place may hold another picture.
    [[nodiscard]] std::uint64_t epoch() const { return epoch_; }
    [[nodiscard]] std::size_t page_count() const { return pages_.size(); }

  private:
    // Pictures stand in rows; a row takes what is not much lower than itself.
    struct Row {
        int top = 0;
        int height = 0;
        int used_width = 0;
    };
    struct Page {
        TextureId texture = 0;
        PixelFormat format = PixelFormat::coverage;
        int width = 0;
        int height = 0;
        int used_height = 0;
        std::vector<Row> rows;
        std::uint64_t last_frame = 0;
    };
    struct Entry {
        std::size_t page = 0;
        Picture picture;
    };
    struct Place {
        std::size_t page = 0;
        int left = 0;
        int top = 0;
    };

    const Picture *find(const std::string& key);
    Picture insert(const std::string& key, const RasterImage& image);
    Place find_place(int width, int height, PixelFormat format);
    std::size_t open_page(int width, int height, PixelFormat format);
    static bool place_on(Page& page, int width, int height, Place& place);

    TextureStore& store_;
    std::uint64_t frame_ = 0;
    std::uint64_t epoch_ = 0;
    std::vector<Page> pages_;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace stormote
