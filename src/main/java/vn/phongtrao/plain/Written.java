package vn.phongtrao.plain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.phongtrao.dossier.FormField;
import vn.phongtrao.dossier.Submitted.Answer;
import vn.phongtrao.text.Wording;

/** Answers as papers and pages write them. */
final class Written {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Written() {
    }

    static String of(Answer answer) {
        return of(answer.field(), answer.value());
    }

    private static String of(FormField field, Object value) {
        return switch (field.kind()) {
            case WHOLE -> number((Long) value);
            case DECIMAL -> decimal((BigDecimal) value);
            case DAY -> Wording.day((LocalDate) value);
            case YES_NO -> (Boolean) value ? "Có" : "Không";
            case CHOICE -> field.labelOf(value);
            case CHOICES -> ((List<?>) value).stream().map(field::labelOf).collect(Collectors.joining("; "));
            case ROWS -> ((List<?>) value).stream().map(row -> row(field, (Map<?, ?>) row))
                    .collect(Collectors.joining("\n"));
            case TEXT -> (String) value;
        };
    }

    private static String row(FormField field, Map<?, ?> row) {
        return field.columns().stream().filter(column -> row.get(column.key()) != null)
                .map(column -> of(column, row.get(column.key()))).collect(Collectors.joining("; "));
    }

    /** With dots, unless it is a year. */
    private static String number(long number) {
        return number >= FIRST_YEAR && number <= LAST_YEAR ? String.valueOf(number) : Wording.amount(number);
    }

    private static String decimal(BigDecimal number) {
        var parts = number.abs().stripTrailingZeros().toPlainString().split("\\.");
        return (number.signum() < 0 ? "-" : "") + number(Long.parseLong(parts[0]))
                + (parts.length == 1 ? "" : "," + parts[1]);
    }
}
