package vn.phongtrao.archive;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import vn.phongtrao.dossier.DossierView;
import vn.phongtrao.dossier.Step;

/**
 * What a package holds, as METS says it: what the dossier is (Dublin Core), what happened (an event of PREMIS for each step),
 * its files with their digests, and how they belong together.
 */
final class Mets {

    private static final String METS = "http://www.loc.gov/METS/";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PREMIS = "http://www.loc.gov/premis/v3";

    private final XMLStreamWriter xml;

    private Mets(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** A file of the package. @param group {@code content}, {@code papers} or {@code files} @param title for people */
    record Item(String group, String title, String type, Bag.Entry entry) {
    }

    /** Who makes the package. @param code of the agency; null where it has none */
    record Maker(String name, String code, Instant at) {
    }

    static byte[] of(DossierView dossier, Maker maker, List<Item> items) {
        try {
            var out = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            new Mets(xml).write(dossier, maker, items);
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(DossierView dossier, Maker maker, List<Item> items) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        mets("mets");
        xml.writeNamespace("mets", METS);
        xml.writeNamespace("xlink", XLINK);
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("premis", PREMIS);
        attribute("OBJID", dossier.number().value());
        attribute("LABEL", dossier.title());
        header(maker);
        described(dossier, maker);
        events(dossier.steps());
        files(items);
        structure(dossier, items);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void header(Maker maker) throws XMLStreamException {
        mets("metsHdr");
        attribute("CREATEDATE", maker.at().toString());
        mets("agent");
        attribute("ROLE", "CREATOR");
        attribute("TYPE", "ORGANIZATION");
        text("mets", METS, "name", maker.name());
        if (maker.code() != null) {
            text("mets", METS, "note", maker.code());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void described(DossierView dossier, Maker maker) throws XMLStreamException {
        mets("dmdSec");
        attribute("ID", "dossier");
        wrap("DC", null);
        text("dc", DC, "identifier", dossier.number().value());
        text("dc", DC, "title", dossier.title());
        text("dc", DC, "type", dossier.process());
        text("dc", DC, "creator", maker.name());
        text("dc", DC, "date", "%s/%s".formatted(dossier.openedAt(), dossier.closedAt()));
        text("dc", DC, "language", "vi");
        end(3);
    }

    private void events(List<Step> steps) throws XMLStreamException {
        mets("amdSec");
        attribute("ID", "history");
        for (var step : steps) {
            mets("digiprovMD");
            attribute("ID", "step-" + step.id());
            wrap("PREMIS:EVENT", "3.0");
            start("premis", PREMIS, "event");
            start("premis", PREMIS, "eventIdentifier");
            text("premis", PREMIS, "eventIdentifierType", "step");
            text("premis", PREMIS, "eventIdentifierValue", String.valueOf(step.id()));
            xml.writeEndElement();
            text("premis", PREMIS, "eventType", step.task());
            text("premis", PREMIS, "eventDateTime", step.finishedAt().toString());
            if (step.outcome() != null) {
                start("premis", PREMIS, "eventOutcomeInformation");
                text("premis", PREMIS, "eventOutcome", step.outcome());
                xml.writeEndElement();
            }
            start("premis", PREMIS, "linkingAgentIdentifier");
            text("premis", PREMIS, "linkingAgentIdentifierType", "post");
            text("premis", PREMIS, "linkingAgentIdentifierValue", step.post().group());
            end(5);
        }
        xml.writeEndElement();
    }

    private void files(List<Item> items) throws XMLStreamException {
        mets("fileSec");
        for (var group : items.stream().map(Item::group).distinct().toList()) {
            mets("fileGrp");
            attribute("USE", group);
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                if (item.group().equals(group)) {
                    mets("file");
                    attribute("ID", "file-" + (i + 1));
                    attribute("MIMETYPE", item.type());
                    attribute("SIZE", String.valueOf(item.entry().size()));
                    attribute("CHECKSUM", item.entry().sha256());
                    attribute("CHECKSUMTYPE", "SHA-256");
                    xml.writeEmptyElement("mets", "FLocat", METS);
                    attribute("LOCTYPE", "URL");
                    xml.writeAttribute("xlink", XLINK, "href", item.entry().path().replaceFirst("^data/", ""));
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void structure(DossierView dossier, List<Item> items) throws XMLStreamException {
        mets("structMap");
        mets("div");
        attribute("TYPE", "dossier");
        attribute("LABEL", dossier.number().value());
        attribute("DMDID", "dossier");
        for (int i = 0; i < items.size(); i++) {
            mets("div");
            attribute("TYPE", items.get(i).group());
            attribute("LABEL", items.get(i).title());
            xml.writeEmptyElement("mets", "fptr", METS);
            attribute("FILEID", "file-" + (i + 1));
            xml.writeEndElement();
        }
        end(2);
    }

    /** A section whose metadata is of another kind. @param version of that kind; null where it has none */
    private void wrap(String kind, String version) throws XMLStreamException {
        mets("mdWrap");
        attribute("MDTYPE", kind);
        if (version != null) {
            attribute("MDTYPEVERSION", version);
        }
        mets("xmlData");
    }

    private void mets(String name) throws XMLStreamException {
        start("mets", METS, name);
    }

    private void start(String prefix, String space, String name) throws XMLStreamException {
        xml.writeStartElement(prefix, name, space);
    }

    private void text(String prefix, String space, String name, String text) throws XMLStreamException {
        start(prefix, space, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private void end(int elements) throws XMLStreamException {
        for (int i = 0; i < elements; i++) {
            xml.writeEndElement();
        }
    }
}
