// WallNews: which proposal on the wall is marked as new: the one that was let on last, for a
// minute. Not what stood there already when the wall was opened, or the question changed. One wall;
// the screen thread.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "kiosk/ui/screens/wall/wall.h"

namespace stormote {

class WallNews {
  public:
    static constexpr std::int64_t new_for_ms = 60'000;

    // `now_ms` on the steady clock.
    void mark(WallView& view, std::int64_t now_ms) {
        const bool is_other = view.scene != scene_ || view.title != title_;
        scene_ = view.scene;
        title_ = view.title;
        if (std::exchange(is_first_, false) || is_other) {
            known_.clear();
            newest_.reset();
            for (const WallProposal& proposal : view.proposals) known_.insert(proposal.id);
            return;
        }
        for (const WallProposal& proposal : view.proposals) {
            if (!known_.insert(proposal.id).second) continue;
            newest_ = proposal.id;
            newest_since_ms_ = now_ms;
            // The others that came beside it were let on before.
            for (const WallProposal& other : view.proposals) known_.insert(other.id);
            break;
        }
        if (!newest_ || now_ms - newest_since_ms_ >= new_for_ms) return;
        for (WallProposal& proposal : view.proposals) proposal.is_new = proposal.id == *newest_;
    }

  private:
    bool is_first_ = true;
    WallScene scene_ = WallScene::before;
    std::string title_;
    std::set<NoteId> known_;
    std::optional<NoteId> newest_;
    std::int64_t newest_since_ms_ = 0;
};

}  // namespace stormote
