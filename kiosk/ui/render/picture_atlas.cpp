#include "kiosk/ui/render/picture_atlas.h"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace stormote {

namespace {

constexpr int page_width = 1024;
constexpr int page_area = page_width * page_width;
constexpr std::size_t page_limit = 8;
// Between pictures, so that none bleeds into its neighbour.
constexpr int spacing = 1;

float share(int part, int whole) {
    return static_cast<float>(part) / static_cast<float>(whole);
}

int power_of_two(int least) {
    return static_cast<int>(std::bit_ceil(static_cast<unsigned>(least)));
}

}  // namespace

const Picture *PictureAtlas::find(const std::string& key) {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return nullptr;
    if (found->second.picture.texture != 0) pages_[found->second.page].last_frame = frame_;
    return &found->second.picture;
}

Picture PictureAtlas::insert(const std::string& key, const RasterImage& image) {
    if (image.width == 0 || image.height == 0) {
        entries_[key] = {};
        return {};
    }
    const Place place = find_place(image.width + spacing, image.height + spacing, image.format);
    Page& page = pages_[place.page];
    page.last_frame = frame_;
    store_.update(page.texture, place.left, place.top, image);
    Picture picture;
    picture.texture = page.texture;
    picture.format = page.format;
    picture.offset = image.offset;
    picture.size = {static_cast<float>(image.width), static_cast<float>(image.height)};
    picture.from = {share(place.left, page.width), share(place.top, page.height)};
    picture.to = {share(place.left + image.width, page.width),
                  share(place.top + image.height, page.height)};
    entries_[key] = {place.page, picture};
    return picture;
}

bool PictureAtlas::place_on(Page& page, int width, int height, Place& place) {
    for (Row& row : page.rows) {
        const bool fits = height <= row.height && row.used_width + width <= page.width;
        if (!fits || height < row.height * 2 / 3) continue;
        place.left = row.used_width;
        place.top = row.top;
        row.used_width += width;
        return true;
    }
    if (width > page.width || page.used_height + height > page.height) return false;
    page.rows.push_back({page.used_height, height, width});
    place.left = 0;
    place.top = page.used_height;
    page.used_height += height;
    return true;
}

PictureAtlas::Place PictureAtlas::find_place(int width, int height, PixelFormat format) {
    Place place;
    for (place.page = 0; place.page < pages_.size(); ++place.page) {
        if (pages_[place.page].format != format) continue;
        if (place_on(pages_[place.page], width, height, place)) return place;
    }
    place.page = open_page(width, height, format);
    if (!place_on(pages_[place.page], width, height, place)) {
        throw std::logic_error("a fresh atlas page is too small");
    }
    return place;
}

std::size_t PictureAtlas::open_page(int width, int height, PixelFormat format) {
    const auto usable = [&](const Page& page) {
        return page.format == format && page.last_frame != frame_ && page.width >= width &&
               page.height >= height;
    };
    auto oldest = pages_.end();
    for (auto page = pages_.begin(); page != pages_.end(); ++page) {
        if (!usable(*page)) continue;
        if (oldest == pages_.end() || page->last_frame < oldest->last_frame) oldest = page;
    }
    if (pages_.size() >= page_limit && oldest != pages_.end()) {
        const auto index = static_cast<std::size_t>(oldest - pages_.begin());
        std::erase_if(entries_, [&](const auto& entry) { return entry.second.page == index; });
        ++epoch_;
        oldest->rows.clear();
        oldest->used_height = 0;
        return index;
    }
    Page page;
    page.format = format;
    // In few sizes, or each line that is longer than all before would open a page of its own.
    page.width = std::max(page_width, power_of_two(width));
    page.height = std::max(page_area / page.width, power_of_two(height));
    page.texture = store_.create(page.width, page.height, format);
    pages_.push_back(page);
    return pages_.size() - 1;
}

}  // namespace stormote
