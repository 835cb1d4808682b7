package vn.phongtrao.authority;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.procedure.Procedures;
import vn.phongtrao.procedure.TableFile;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/**
 * The tables that say who decides, as a whole: the program does not start with a row whose decision no authority could
 * print, for that would show only on the day of the first decision.
 */
@Component
class JurisdictionTables {

    private static final String ENDING = "-jurisdiction.dmn";

    private final List<Style> styles;

    /** @throws IllegalStateException naming each table and row that cannot be, and why, in Vietnamese */
    JurisdictionTables(Procedures procedures, JdbcClient jdbc) {
        styles = jdbc.sql("select distinct tier, position, abbreviation from authority_style").query(Style.class).list();
        var problems = problems(procedures).toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    /** How an authority is written; {@code {kind}} stands for the initials of what the unit is. */
    private record Style(String tier, String position, String abbreviation) {

        boolean prints(Row row) {
            return tier.equals(row.tier()) && position.equals(row.position()) && row.symbol() != null
                    && row.symbol().matches("QĐ-" + Pattern.quote(abbreviation).replace("{kind}", "\\E\\p{Lu}+\\Q"));
        }
    }

    private record Row(String tier, String position, String symbol, String ending, String higherAuthority) {
    }

    private Stream<String> problems(Procedures procedures) {
        return procedures.files().endingWith(ENDING).values().stream()
                .flatMap(file -> TableFile.rows(file, Row.class).stream())
                .flatMap(row -> problem(row.says()).stream().map(problem -> "Bảng %s, dòng %s: %s"
                        .formatted(row.table(), row.id(), problem)));
    }

    private Optional<String> problem(Row row) {
        if (Stream.of(Tier.values()).noneMatch(tier -> tier.id().equals(row.tier()))) {
            return Optional.of("không có cấp \"%s\"".formatted(row.tier()));
        }
        if (Position.find(row.position()).isEmpty()) {
            return Optional.of("không có chức danh \"%s\"".formatted(row.position()));
        }
        if (Stream.of(Ending.values()).noneMatch(ending -> ending.id().equals(row.ending()))) {
            return Optional.of("không có cách kết thúc \"%s\"".formatted(row.ending()));
        }
        return Ending.of(row.ending()) == Ending.DECIDE ? symbol(row) : forwarding(row);
    }

    private Optional<String> symbol(Row row) {
        return styles.stream().anyMatch(style -> style.prints(row)) ? Optional.empty()
                : Optional.of("cấp \"%s\", chức danh \"%s\" không ban hành được quyết định có ký hiệu \"%s\""
                        .formatted(row.tier(), row.position(), row.symbol()));
    }

    private static Optional<String> forwarding(Row row) {
        if (row.symbol() != null && !row.symbol().isBlank()) {
            return Optional.of("cấp trên quyết định theo số của mình, để trống ký hiệu \"%s\"".formatted(row.symbol()));
        }
        return row.higherAuthority() == null || row.higherAuthority().isBlank()
                ? Optional.of("chưa nêu cơ quan cấp trên quyết định") : Optional.empty();
    }
}
