package vn.phongtrao.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of one sheet of an Excel file. */
final class WorkbookRows {

    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})\\d{1,7}");
    private static final int LETTERS = 26;
    private static final int LENGTH_OF_DAY = 10;

    private final XMLStreamReader xml;
    private final List<String> texts;
    private final Formats formats;
    private final List<Line> lines = new ArrayList<>();

    /** @param texts what cells refer to by number */
    WorkbookRows(XMLStreamReader xml, List<String> texts, Formats formats) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
    }

    /** @throws vn.phongtrao.refusal.Refusal malformed, for too much of it */
    List<Line> read() throws XMLStreamException {
        var last = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("row")) {
                var told = xml.getAttributeValue(null, "r");
                last = told == null ? last + 1 : Integer.parseInt(told);
                SheetFile.add(new Line(last, cells()), lines);
            }
        }
        return lines;
    }

    private List<Cell> cells() throws XMLStreamException {
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                var at = column(xml.getAttributeValue(null, "r"), cells.size());
                var cell = cell();
                put(cell, Math.min(at, SheetFile.MOST_COLUMNS), cells);
            }
        }
        return cells;
    }

    /** What stands beyond the last column that is read is put behind it, to be seen there. */
    private static void put(Cell cell, int at, List<Cell> cells) {
        while (cells.size() <= at) {
            cells.add(Cell.BLANK);
        }
        if (!cell.isBlank()) {
            cells.set(at, cell);
        }
    }

    private static int column(String place, int next) {
        if (place == null) {
            return next;
        }
        var letters = PLACE.matcher(place);
        if (!letters.matches()) {
            throw new IllegalArgumentException(place);
        }
        return letters.group(1).chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1) - 1;
    }

    private Cell cell() throws XMLStreamException {
        var type = xml.getAttributeValue(null, "t");
        var style = xml.getAttributeValue(null, "s");
        var text = "";
        var formula = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> formula = true;
                    case "v" -> text = xml.getElementText();
                    case "is" -> text = Workbook.text(xml, "is");
                    default -> {
                        // what else a cell may carry is not shown
                    }
                }
            }
        }
        return formula ? Cell.faulty("là công thức; hãy chép rồi dán giá trị (Paste Values)") : cell(type, style, text);
    }

    private Cell cell(String type, String style, String text) {
        if (text.isEmpty()) {
            return Cell.BLANK;
        }
        return switch (type == null ? "n" : type) {
            case "n" -> formats.number(text, style);
            case "s" -> text(shared(text));
            case "str", "inlineStr" -> text(text);
            case "b" -> new Cell(Cell.Kind.TRUTH, Boolean.toString(Workbook.truth(text)));
            case "d" -> day(text);
            default -> Cell.faulty("có lỗi của Excel");
        };
    }

    private String shared(String number) {
        var at = Integer.parseInt(number);
        if (at < 0 || at >= texts.size()) {
            throw new IllegalArgumentException(number);
        }
        return texts.get(at);
    }

    /** Excel writes a return before a line break as a code. */
    private static Cell text(String text) {
        return text.length() > Workbook.LONGEST_TEXT ? Cell.faulty("dài quá %d ký tự".formatted(Workbook.LONGEST_TEXT))
                : Cell.text(text.replace("_x000D_", ""));
    }

    private static Cell day(String text) {
        try {
            return Cell.day(LocalDate.parse(text.substring(0, Math.min(LENGTH_OF_DAY, text.length()))));
        } catch (DateTimeException none) {
            return Cell.faulty("ngày không có trong lịch");
        }
    }
}
