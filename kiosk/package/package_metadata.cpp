#include "kiosk/package/package_metadata.h"

#include <fmt/format.h>

#include "kiosk/package/xml_writer.h"
#include "sync/base/version.h"

namespace stormote {

namespace {

// What happened, in the words of the Library of Congress's list of event types.
struct PreservationEvent {
    std::string id;
    std::string_view type;
    std::string_view at;
    std::string detail;
    std::string outcome;  // empty: nothing more is to be said
    std::string agent;
    std::string_view agent_role;
};

class PremisWriter {
  public:
    PremisWriter(const PackageDescription& package, const PackedRecord& record)
        : package_(package), record_(record) {}

    std::string write(const std::string& began) {
        xml_.open("premis", {{"xmlns", "http://www.loc.gov/premis/v3"},
                             {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                             {"xsi:schemaLocation",
                              "http://www.loc.gov/premis/v3 "
                              "https://www.loc.gov/standards/premis/premis.xsd"},
                             {"version", "3.0"}});
        write_object();
        write_events(began);
        write_agents();
        xml_.close();
        return xml_.take();
    }

  private:
    void identify(const std::string& what, std::string_view type, std::string_view value) {
        xml_.open(what + "Identifier");
        xml_.text(what + "IdentifierType", type);
        xml_.text(what + "IdentifierValue", value);
        xml_.close();
    }

    void write_object() {
        xml_.open("object", {{"xsi:type", "intellectualEntity"}});
        identify("object", "local", package_.id);
        identify("object", "event", to_string(package_.event));
        xml_.text("originalName", package_.title);
        xml_.close();
    }

    void write_events(const std::string& began) {
        write_event({"record-began", "creation", began, "The record of the event began.", "",
                     "organisation", "implementer"});
        for (const PackedHead& head : record_.devices) {
            write_event(
                {"signed-" + to_string(head.device), "digital signature generation",
                 package_.created, "The device signed the operations that it recorded.",
                 fmt::format("{} operations, the last one with the chain hash {}; the signature "
                             "is in device-signatures.json",
                             head.sequence, to_hex(head.chain)),
                 to_string(head.device), "executing program"});
        }
        write_event({"packed", "information package creation", package_.created,
                     "The record was packed as far as the operations above go. The time is that of "
                     "the last of them.",
                     "", "software", "executing program"});
    }

    void write_event(const PreservationEvent& event) {
        xml_.open("event");
        identify("event", "local", event.id);
        xml_.text("eventType", event.type);
        xml_.text("eventDateTime", event.at);
        xml_.open("eventDetailInformation");
        xml_.text("eventDetail", event.detail);
        xml_.close();
        if (!event.outcome.empty()) {
            xml_.open("eventOutcomeInformation");
            xml_.open("eventOutcomeDetail");
            xml_.text("eventOutcomeDetailNote", event.outcome);
            xml_.close();
            xml_.close();
        }
        link("Agent", "local", event.agent, event.agent_role);
        link("Object", "local", package_.id, "");
        xml_.close();
    }

    void link(const std::string& what, std::string_view type, std::string_view value,
              std::string_view role) {
        const std::string name = "linking" + what + "Identifier";
        xml_.open(name);
        xml_.text(name + "Type", type);
        xml_.text(name + "Value", value);
        if (!role.empty()) xml_.text("linking" + what + "Role", role);
        xml_.close();
    }

    void write_agents() {
        write_agent("organisation", package_.municipality, "organization", "");
        write_agent("software", "Stormöte", "software", project_version());
        for (const PackedHead& head : record_.devices) {
            write_agent(to_string(head.device), head.name, "hardware", "");
        }
    }

    void write_agent(std::string_view id, std::string_view name, std::string_view type,
                     std::string_view version) {
        xml_.open("agent");
        identify("agent", "local", id);
        if (!name.empty()) xml_.text("agentName", name);
        xml_.text("agentType", type);
        if (!version.empty()) xml_.text("agentVersion", version);
        xml_.close();
    }

    const PackageDescription& package_;
    const PackedRecord& record_;
    XmlWriter xml_;
};

}  // namespace

std::string write_dublin_core(const PackageDescription& package, const Texts& texts) {
    XmlWriter xml;
    xml.open("oai_dc:dc", {{"xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"},
                           {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                           {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                           {"xsi:schemaLocation",
                            "http://www.openarchives.org/OAI/2.0/oai_dc/ "
                            "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"}});
    xml.text("dc:title", package.title);
    xml.text("dc:creator", package.municipality);
    xml.text("dc:description",
             texts.get({"The record of a public meeting between a municipality and civil society: "
                        "who came, what was said and proposed, and what became of it."}));
    xml.text("dc:publisher", package.municipality);
    // The day of the meeting, without which nobody finds it.
    if (!package.starts.empty()) xml.text("dc:date", package.starts.substr(0, 10));
    xml.text("dc:type", "Collection");
    xml.text("dc:format", "application/pdf");
    xml.text("dc:format", "text/csv");
    xml.text("dc:format", "application/json");
    xml.text("dc:identifier", package.id);
    xml.text("dc:identifier", "urn:uuid:" + to_string(package.event));
    xml.text("dc:language", package.language);
    if (!package.place.empty()) xml.text("dc:coverage", package.place);
    xml.close();
    return xml.take();
}

std::string write_premis(const PackageDescription& package, const PackedRecord& record,
                         const std::string& began) {
    return PremisWriter(package, record).write(began);
}

}  // namespace stormote
