package vn.phongtrao.authority;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/**
 * The tables that say who decides, as a whole: no row whose decision no authority could print, for that would show only
 * on the day of the first decision. Without a database it is not known how authorities are written.
 */
@Component
class JurisdictionTables implements ProcedureCheck {

    private static final String ENDING = "-jurisdiction";
    private static final String SUBMITS = "${route.submits(";

    private final Optional<JdbcClient> jdbc;

    @Autowired
    JurisdictionTables(ObjectProvider<JdbcClient> jdbc) {
        this(Optional.ofNullable(jdbc.getIfAvailable()));
    }

    JurisdictionTables(Optional<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    /** How an authority is written; {@code {kind}} stands for the initials of what the unit is. */
    record Style(String tier, String position, String abbreviation) {

        boolean prints(Row row) {
            return tier.equals(row.tier()) && position.equals(row.position()) && row.symbol() != null
                    && row.symbol().matches("QĐ-" + Pattern.quote(abbreviation).replace("{kind}", "\\E\\p{Lu}+\\Q"));
        }
    }

    private record Row(String tier, String position, String symbol, String ending, String higherAuthority) {

        static Row of(Table table, Table.Row row) {
            return new Row(table.result("tier", row), table.result("position", row), table.result("symbol", row),
                    table.result("ending", row), table.result("higherAuthority", row));
        }
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        return check(files, jdbc.map(database ->
                database.sql("select distinct tier, position, abbreviation from authority_style")
                .query(Style.class).list()));
    }

    /** @param styles empty where it is not known how authorities are written */
    static Stream<Finding> check(FileTree files, Optional<List<Style>> styles) {
        return Table.all(files).filter(table -> table.key().endsWith(ENDING)).flatMap(table -> table.rows().stream()
                .flatMap(row -> problem(Row.of(table, row), submits(files, table), styles).stream().map(problem ->
                        new Finding(table.file(), row.place(), problem,
                                "Sửa ô này, hoặc khai báo cơ quan trong authorities.csv của tỉnh"))));
    }

    /** Whether the model of the table's procedure has its submission signed. */
    private static boolean submits(FileTree files, Table table) {
        return files.text(table.file().replace(ENDING + ".dmn", ".bpmn")).filter(model -> model.contains(SUBMITS))
                .isPresent();
    }

    private static Optional<String> problem(Row row, boolean submits, Optional<List<Style>> styles) {
        if (Stream.of(Tier.values()).noneMatch(tier -> tier.id().equals(row.tier()))) {
            return Optional.of("Không có cấp \"%s\"".formatted(row.tier()));
        }
        if (Position.find(row.position()).isEmpty()) {
            return Optional.of("Không có chức danh \"%s\"".formatted(row.position()));
        }
        if (Stream.of(Ending.values()).noneMatch(ending -> ending.id().equals(row.ending()))) {
            return Optional.of("Không có cách kết thúc \"%s\"".formatted(row.ending()));
        }
        if (Ending.of(row.ending()) == Ending.SUBMIT && !submits) {
            return Optional.of("Quy trình không có bước ký tờ trình sau khi xét, không kết thúc được bằng \"submit\"");
        }
        if (Ending.of(row.ending()) != Ending.DECIDE) {
            return forwarding(row);
        }
        return row.position().equals(Position.POLICE_OFFICER.id()) ? unnumbered(row) : symbol(row, styles);
    }

    /** Police officers accept and note; a decision with a number is others'. */
    private static Optional<String> unnumbered(Row row) {
        return blank(row.symbol()) ? Optional.empty()
                : Optional.of("Cán bộ Công an không ban hành quyết định, để trống ký hiệu \"%s\""
                        .formatted(row.symbol()));
    }

    private static Optional<String> symbol(Row row, Optional<List<Style>> styles) {
        return styles.isEmpty() || styles.get().stream().anyMatch(style -> style.prints(row)) ? Optional.empty()
                : Optional.of("Cấp \"%s\", chức danh \"%s\" không ban hành được quyết định có ký hiệu \"%s\""
                        .formatted(row.tier(), row.position(), row.symbol()));
    }

    private static Optional<String> forwarding(Row row) {
        if (!blank(row.symbol())) {
            return Optional.of("Cấp trên quyết định theo số của mình, để trống ký hiệu \"%s\"".formatted(row.symbol()));
        }
        return blank(row.higherAuthority()) ? Optional.of("Chưa nêu cơ quan cấp trên quyết định") : Optional.empty();
    }

    private static boolean blank(String cell) {
        return cell == null || cell.isBlank();
    }
}
