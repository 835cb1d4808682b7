package vn.phongtrao.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Fields of Word and formulas of Excel in a part of a file: none runs a program or fetches anything from elsewhere. */
final class OfficeFields {

    private static final Set<String> HARMFUL = Set.of("DDE", "DDEAUTO", "LINK", "EMBED", "CONTROL", "HTMLCONTROL", "INCLUDE",
            "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "DATABASE", "RD", "MACROBUTTON");
    /** What a field inside an instruction comes to is not known; no link may begin with it. */
    private static final String COMPUTED = "{:}";
    private static final Pattern KIND = Pattern.compile("[\\s\\p{Z}\\p{C}\"“”]*([^\\s\\p{Z}\\p{C}\"“”\\\\]*)");
    private static final Pattern ARGUMENT = Pattern.compile("\\\\(?<option>[a-zA-Z*@#!])(?![a-zA-Z\\\\:])"
            + "|[\"“”](?<quoted>[^\"“”\\\\]*+(?:\\\\.[^\"“”\\\\]*+)*+)|(?<bare>[^\\s\\p{Z}\"“”]+)", Pattern.DOTALL);
    /** Options of a link whose value is no place outside: a bookmark, a tip, a frame, a format. */
    private static final String WITH_VALUE = "lLoOtT*";
    private static final Set<String> FORMULAS = Set.of("f", "formula", "formula1", "formula2", "oldFormula", "definedName",
            "calculatedColumnFormula", "totalsRowFormula");
    private static final Pattern CALLS = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.\\\\])(?:_xl[a-z]*+\\.)*+(?:WEBSERVICE|IMAGE|CALL"
            + "|EXEC|REGISTER|REGISTER\\.ID|UNREGISTER|RTD|DDE|INITIATE|SQL\\.REQUEST|SQL\\.OPEN)\\s*+\\(");
    /** Another program, and what it is told: {@code program|topic!item}. */
    private static final Pattern TOLD = Pattern.compile("\\|\\s*+(?:'|[^'\"|!]*+!)");
    private static final Pattern ANOTHER_FILE = Pattern.compile("'[^'\"\\\\/]*+[\\\\/][^'\"]*+'\\s*+[!#]");
    private static final Pattern LINK = Pattern.compile("(?is)HYPERLINK\\s*+\\(\\s*+"
            + "(?:\"(?<target>[^\"]*+(?:\"\"[^\"]*+)*+)\"\\s*+(?<next>.))?");
    private static final Pattern WEB_OR_OWN = Pattern.compile("(?is)(https?://|ftps?://|mailto:|tel:|sms:|#).*");
    private static final String VML = "urn:schemas-microsoft-com:vml";
    private static final Pattern OUTSIDE = Pattern.compile("(?is)\\s*(?:[a-z]+://|file:|\\\\\\\\|//).*");

    private final Deque<Field> open = new ArrayDeque<>();
    /** How many fields are open outside of each of the alternatives of which a program shows one. */
    private final Deque<Integer> alternatives = new ArrayDeque<>();
    private final StringBuilder stray = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();

    private OfficeFields() {
    }

    private static final class Field {

        private final StringBuilder instruction = new StringBuilder();
        private boolean complete;
    }

    static void check(XMLStreamReader part) throws Unacceptable, XMLStreamException {
        new OfficeFields().read(part);
    }

    private void read(XMLStreamReader part) throws Unacceptable, XMLStreamException {
        StringBuilder text = null;
        var depth = 0;
        var textDepth = 0;
        while (part.hasNext()) {
            switch (part.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("No part declares a document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    begin(part);
                    if (text == null && hasText(part.getLocalName())) {
                        text = new StringBuilder();
                        textDepth = depth;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text != null) {
                        text.append(part.getTextCharacters(), part.getTextStart(), part.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (text != null && depth == textDepth) {
                        take(part.getLocalName(), text.toString());
                        text = null;
                    }
                    end(part.getLocalName());
                    depth--;
                }
                default -> {
                    // says nothing
                }
            }
        }
        for (var field : open) {
            requireHarmless(field.instruction.toString());
        }
        requireHarmless(stray.toString());
        requireHarmless(deleted.toString());
    }

    private boolean hasText(String element) {
        return element.equals("instrText") || element.equals("delInstrText") || FORMULAS.contains(element)
                || element.equals("t") && isInInstruction();
    }

    private boolean isInInstruction() {
        return open.size() > outside() && !open.peek().complete;
    }

    private int outside() {
        return alternatives.isEmpty() ? 0 : alternatives.peek();
    }

    private void begin(XMLStreamReader part) throws Unacceptable {
        switch (part.getLocalName()) {
            case "Choice", "Fallback" -> alternatives.push(open.size());
            case "fldSimple" -> {
                requireHarmless(attribute(part, "instr"));
                compute();
            }
            case "fldChar" -> mark(attribute(part, "fldCharType"));
            case "cfvo" -> requireHarmlessFormula(attribute(part, "val"));
            case "ddeLink", "oleLink" -> throw OfficeFile.embedded();
            default -> requireOwn(part);
        }
    }

    private static void requireOwn(XMLStreamReader part) throws Unacceptable {
        requireHarmlessFormula(attribute(part, "textlink"));
        if (VML.equals(part.getNamespaceURI())) {
            OfficeFile.requireHarmless(attribute(part, "href"));
            if (OUTSIDE.matcher(attribute(part, "src")).matches()) {
                throw OfficeFile.embedded();
            }
        }
    }

    private void mark(String type) throws Unacceptable {
        if (type.equals("begin")) {
            open.push(new Field());
        } else if (open.size() > outside()) {
            var field = open.peek();
            if (!field.complete) {
                requireHarmless(field.instruction.toString());
                field.complete = true;
            }
            if (type.equals("end")) {
                open.pop();
                compute();
            }
        } else if (!alternatives.isEmpty()) {
            throw OfficeFile.embedded(); // ends in one alternative, and goes on in another
        }
    }

    private void compute() {
        if (!open.isEmpty() && !open.peek().complete) {
            open.peek().instruction.append(COMPUTED);
        }
    }

    private void take(String element, String text) throws Unacceptable {
        if (FORMULAS.contains(element)) {
            requireHarmlessFormula(text);
        } else if (element.equals("delInstrText")) {
            deleted.append(text);
        } else if (isInInstruction()) {
            open.peek().instruction.append(text);
        } else if (alternatives.isEmpty()) {
            stray.append(text);
        } else {
            throw OfficeFile.embedded();
        }
    }

    private void end(String element) throws Unacceptable {
        if ((element.equals("Choice") || element.equals("Fallback")) && alternatives.pop() != open.size()) {
            throw OfficeFile.embedded();
        }
    }

    private static void requireHarmless(String instruction) throws Unacceptable {
        var named = KIND.matcher(instruction);
        var kind = named.lookingAt() ? named.group(1).toUpperCase(Locale.ROOT) : "";
        if (HARMFUL.contains(kind) || kind.contains(COMPUTED)) {
            throw OfficeFile.harmful(instruction.strip());
        }
        if (kind.equals("HYPERLINK")) {
            requireHarmlessLink(instruction.substring(named.end()));
        }
    }

    private static void requireHarmlessLink(String arguments) throws Unacceptable {
        var valued = false;
        for (var argument = ARGUMENT.matcher(arguments); argument.find();) {
            var option = argument.group("option");
            if (option == null && !valued) {
                var target = argument.group("quoted") == null ? argument.group("bare") : argument.group("quoted");
                OfficeFile.requireHarmless(target.replaceAll("(?s)\\\\(.)", "$1"));
            }
            valued = option != null && WITH_VALUE.contains(option);
            if (argument.group("quoted") != null && argument.end() < arguments.length()) {
                argument.region(argument.end() + 1, arguments.length()); // behind the closing quote
            }
        }
    }

    private static void requireHarmlessFormula(String formula) throws Unacceptable {
        if (CALLS.matcher(formula).find() || TOLD.matcher(formula).find() || ANOTHER_FILE.matcher(formula).find()) {
            throw OfficeFile.harmful(formula.strip());
        }
        for (var link = LINK.matcher(formula); link.find();) {
            var target = link.group("target") == null ? COMPUTED : link.group("target");
            var whole = link.group("next") != null && ",;)".contains(link.group("next"));
            if (!WEB_OR_OWN.matcher(target).matches() && !(whole && OfficeFile.isHarmless(target))) {
                throw OfficeFile.harmful(link.group("target") == null ? formula.strip() : target);
            }
        }
    }

    /** @return empty when there is none; whatever its namespace */
    private static String attribute(XMLStreamReader part, String name) {
        for (int i = 0; i < part.getAttributeCount(); i++) {
            if (part.getAttributeLocalName(i).equals(name)) {
                return part.getAttributeValue(i);
            }
        }
        return "";
    }
}
