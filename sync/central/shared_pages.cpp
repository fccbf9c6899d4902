#include "sync/central/shared_pages.h"

#include "sync/replication/packed_body.h"

namespace stormote {

namespace {

// Nearly all have read everything before, and ask for the same one.
constexpr std::size_t most_pages = 8;
constexpr std::size_t most_small_bytes = 65'536;
// A change that nobody has told of is seen by then.
constexpr std::chrono::seconds longest_kept{5};

}  // namespace

EncodedPage::EncodedPage(const PullPage& page)
    : has_news_(!page.batch.operations.empty() || page.state != PageState::last),
      next_(page.next),
      operations_(page.batch.operations.size()),
      bytes_(encode_page(page)) {
    for (const HeadSignature& signature : page.batch.signatures) devices_.insert(signature.device);
}

EncodedPage::~EncodedPage() {
    if (budget_ != nullptr) budget_->give_back(bytes_.size());
}

const Bytes& EncodedPage::packed() const {
    const std::lock_guard lock(mutex_);
    if (!packed_) packed_ = pack_if_smaller(bytes_);
    return *packed_;
}

bool EncodedPage::count_in(MemoryBudget& budget) const {
    const std::lock_guard lock(mutex_);
    if (budget_ == nullptr && budget.take(bytes_.size())) budget_ = &budget;
    return budget_ != nullptr;
}

std::shared_ptr<const EncodedPage> SharedPages::after(std::uint64_t position, const Read& read) {
    // The lock is held while it is read: the others want the same, and wait for it.
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    const auto found = pages_.find(position);
    if (found != pages_.end() && now - found->second.read_at < longest_kept) {
        if (auto page = found->second.page.lock()) return page;
    }
    if (found == pages_.end() && pages_.size() >= most_pages) return nullptr;
    auto page = std::make_shared<const EncodedPage>(read(position));
    const bool is_small = page->bytes().size() <= most_small_bytes;
    pages_.insert_or_assign(position, Kept{page, is_small ? page : nullptr, now});
    return page;
}

}  // namespace stormote
