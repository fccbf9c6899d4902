#include "tests/support/documents/pdf_content.h"

#include <set>
#include <utility>

namespace stormote::testing {

namespace {

class Collector : public QPDFObjectHandle::ParserCallbacks {
  public:
    void handleObject(QPDFObjectHandle object, std::size_t /*offset*/,
                      std::size_t /*length*/) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        add(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override {}

    std::vector<PdfOperation> take() { return std::move(operations_); }

  private:
    struct Mark {
        int number = -1;
        bool is_artifact = false;
    };

    void add(const std::string& name) {
        if (name == "BDC" || name == "BMC") begin();
        if (name == "EMC" && !marks_.empty()) marks_.pop_back();
        if (name == "q") ++saved_;
        if (name == "Q") --saved_;
        if (name == "Tf") font_ = operands_.front().getName();
        const Mark mark = marks_.empty() ? Mark{} : marks_.back();
        operations_.push_back({name, operands_, mark.number, mark.is_artifact, saved_, font_});
    }

    // What says nothing else by itself belongs to what it stands in.
    void begin() {
        Mark mark = marks_.empty() ? Mark{} : marks_.back();
        if (operands_.front().getName() == "/Artifact") mark.is_artifact = true;
        if (operands_.size() > 1 && operands_[1].isDictionary() && operands_[1].hasKey("/MCID")) {
            mark.number = static_cast<int>(operands_[1].getKey("/MCID").getIntValue());
        }
        marks_.push_back(mark);
    }

    std::vector<QPDFObjectHandle> operands_;
    std::vector<PdfOperation> operations_;
    std::vector<Mark> marks_;
    std::string font_;
    int saved_ = 0;
};

}  // namespace

std::vector<PdfOperation> operations_of(QPDFObjectHandle page) {
    Collector collector;
    QPDFObjectHandle::parseContentStream(page.getKey("/Contents"), &collector);
    return collector.take();
}

bool paints(const PdfOperation& operation) {
    static const std::set<std::string> painting{"S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                                "b*", "Tj", "TJ", "'", "\"", "Do", "sh", "BI"};
    return painting.contains(operation.name);
}

}  // namespace stormote::testing
