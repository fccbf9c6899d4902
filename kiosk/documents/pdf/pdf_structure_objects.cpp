#include "kiosk/documents/pdf/pdf_structure_objects.h"

#include "sync/base/match.h"

namespace stormote {

namespace {

using Object = QPDFObjectHandle;

Object integer(std::size_t number) {
    return Object::newInteger(static_cast<long long>(number));
}

Object dictionary(std::initializer_list<std::pair<const char *, Object>> entries) {
    Object made = Object::newDictionary();
    for (const auto& [key, value] : entries) made.replaceKey(key, value);
    return made;
}

Object rectangle(const PdfBox& box) {
    return Object::newArray(Object::Rectangle(box.left, box.bottom, box.right, box.top));
}

class StructureWriter {
  public:
    StructureWriter(QPDF& document, const std::vector<Object>& pages, const PdfStructure& structure)
        : document_(document), pages_(pages), structure_(structure) {}

    void write() {
        find_content();
        root_ = document_.makeIndirectObject(
            dictionary({{"/Type", Object::newName("/StructTreeRoot")}}));
        for (const PdfElement& element : structure_.elements()) begin(element);
        for (const PdfLink& link : structure_.links()) add_link(link);
        for (std::size_t at = 0; at < elements_.size(); ++at) add_kids(at);
        root_.replaceKey("/K", elements_.front());
        root_.replaceKey("/ParentTree", parent_tree());
        root_.replaceKey("/ParentTreeNextKey", integer(pages_.size() + links_.size()));
        document_.getRoot().replaceKey("/StructTreeRoot", root_);
    }

  private:
    void begin(const PdfElement& element) {
        const bool is_root = elements_.empty();
        const Object parent = is_root ? root_ : elements_.at(element.parent.index);
        Object made = dictionary({{"/Type", Object::newName("/StructElem")},
                                  {"/S", Object::newName("/" + std::string(element.kind))},
                                  {"/P", parent}});
        if (!element.alternative.empty()) {
            made.replaceKey("/Alt", Object::newUnicodeString(element.alternative));
        }
        if (!element.language.empty()) {
            made.replaceKey("/Lang", Object::newString(element.language));
        }
        if (Object attributes = attributes_of(element); attributes.isDictionary()) {
            made.replaceKey("/A", attributes);
        }
        elements_.push_back(document_.makeIndirectObject(made));
    }

    // Which elements say anything, by themselves or below them; an empty cell keeps its column.
    void find_content() {
        const auto& elements = structure_.elements();
        has_content_.assign(elements.size(), false);
        has_content_.front() = true;
        for (std::size_t at = elements.size(); at-- > 0;) {
            const PdfElement& element = elements[at];
            for (const auto& kid : element.kids) {
                const auto *below = std::get_if<PdfElementId>(&kid);
                if (below == nullptr || has_content_[below->index]) has_content_[at] = true;
            }
            if (element.kind == "TD" || element.kind == "TH") has_content_[at] = true;
        }
    }

    static Object attributes_of(const PdfElement& element) {
        if (element.scope != PdfHeaderScope::none) {
            const bool is_column = element.scope == PdfHeaderScope::column;
            return dictionary({{"/O", Object::newName("/Table")},
                               {"/Scope", Object::newName(is_column ? "/Column" : "/Row")}});
        }
        if (element.bounds) {
            return dictionary({{"/O", Object::newName("/Layout")},
                               {"/Placement", Object::newName("/Block")},
                               {"/BBox", rectangle(*element.bounds)}});
        }
        if (element.kind == "L") {
            const bool is_numbered = element.labels == PdfListLabels::numbers;
            return dictionary(
                {{"/O", Object::newName("/List")},
                 {"/ListNumbering", Object::newName(is_numbered ? "/Decimal" : "/Disc")}});
        }
        return Object::newNull();
    }

    void add_link(const PdfLink& link) {
        Object annotation = document_.makeIndirectObject(
            dictionary({{"/Type", Object::newName("/Annot")},
                        {"/Subtype", Object::newName("/Link")},
                        {"/Rect", rectangle(link.box)},
                        // It is printed as it is shown, as ISO 19005-2, 6.3.2, has it.
                        {"/F", Object::newInteger(4)},
                        {"/Border", Object::parse("[0 0 0]")},
                        {"/Contents", Object::newUnicodeString(link.words)},
                        {"/Dest", destination(pages_.at(link.target_page), link.target_top)},
                        {"/StructParent", integer(pages_.size() + links_.size())}}));
        Object page = pages_.at(link.page);
        if (!page.hasKey("/Annots")) page.replaceKey("/Annots", Object::newArray());
        page.getKey("/Annots").appendItem(annotation);
        links_.push_back(annotation);
    }

    // An element's page is that of its first content; what lies on another says so.
    void add_kids(std::size_t at) {
        const PdfElement& element = structure_.elements()[at];
        Object made = elements_[at];
        Object kids = Object::newArray();
        std::optional<std::size_t> page;
        for (const auto& kid : element.kids) {
            const auto *below = std::get_if<PdfElementId>(&kid);
            if (below != nullptr && !has_content_[below->index]) continue;
            if (const auto *mark = std::get_if<PdfMark>(&kid); mark != nullptr && !page) {
                page = mark->page;
                made.replaceKey("/Pg", pages_.at(mark->page));
            }
            kids.appendItem(
                std::visit(Match{[&](PdfElementId id) { return elements_.at(id.index); },
                                 [&](PdfMark mark) { return content(mark, *page); },
                                 [&](PdfLinkId id) { return link_reference(id); }},
                           kid));
        }
        if (kids.getArrayNItems() == 1) {
            made.replaceKey("/K", kids.getArrayItem(0));
        } else if (kids.getArrayNItems() > 1) {
            made.replaceKey("/K", kids);
        }
    }

    Object content(PdfMark mark, std::size_t page) {
        const Object number = integer(numbers_of(mark.page).at(mark.number));
        if (mark.page == page) return number;
        return dictionary(
            {{"/Type", Object::newName("/MCR")}, {"/Pg", pages_.at(mark.page)}, {"/MCID", number}});
    }

    Object link_reference(PdfLinkId id) {
        return dictionary({{"/Type", Object::newName("/OBJR")},
                           {"/Pg", pages_.at(structure_.links()[id.index].page)},
                           {"/Obj", links_.at(id.index)}});
    }

    // Of each mark of a page its number among the contents: see pdf_marks.h.
    const std::vector<std::size_t>& numbers_of(std::size_t page) {
        if (numbers_.empty()) {
            for (const auto& marks : structure_.pages()) {
                std::vector<std::size_t> numbers;
                std::size_t next = 0;
                for (const auto& element : marks) numbers.push_back(element ? next++ : next);
                numbers_.push_back(std::move(numbers));
            }
        }
        return numbers_.at(page);
    }

    // By page, and then by link: which element it belongs to.
    Object parent_tree() {
        Object numbers = Object::newArray();
        for (std::size_t at = 0; at < structure_.pages().size(); ++at) {
            Object owners = Object::newArray();
            for (const auto& element : structure_.pages()[at]) {
                if (element) owners.appendItem(elements_.at(element->index));
            }
            numbers.appendItem(integer(at));
            numbers.appendItem(document_.makeIndirectObject(owners));
            Object page = pages_.at(at);
            page.replaceKey("/StructParents", integer(at));
        }
        for (std::size_t at = 0; at < links_.size(); ++at) {
            numbers.appendItem(integer(pages_.size() + at));
            numbers.appendItem(elements_.at(structure_.links()[at].element.index));
        }
        return document_.makeIndirectObject(dictionary({{"/Nums", numbers}}));
    }

    QPDF& document_;
    const std::vector<Object>& pages_;
    const PdfStructure& structure_;
    Object root_;
    std::vector<Object> elements_;
    std::vector<bool> has_content_;
    std::vector<Object> links_;
    std::vector<std::vector<std::size_t>> numbers_;
};

}  // namespace

void add_structure(QPDF& document, const std::vector<QPDFObjectHandle>& pages,
                   const PdfStructure& structure) {
    StructureWriter(document, pages, structure).write();
}

QPDFObjectHandle destination(const QPDFObjectHandle& page, double top) {
    QPDFObjectHandle place = QPDFObjectHandle::newArray();
    place.appendItem(page);
    place.appendItem(QPDFObjectHandle::newName("/XYZ"));
    place.appendItem(QPDFObjectHandle::newNull());
    place.appendItem(QPDFObjectHandle::newReal(top, 2));
    place.appendItem(QPDFObjectHandle::newNull());
    return place;
}

}  // namespace stormote
