package vn.phongtrao.authority;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.edition.Area;
import vn.phongtrao.edition.BuiltInFiles;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.province.Period;
import vn.phongtrao.province.ProvinceTable;
import vn.phongtrao.province.ProvinceUnits;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.UnitPath;

/**
 * {@code authorities.csv}: how authorities are written (Nghị định 30/2020/NĐ-CP, Phụ lục I). A row holds for the units
 * of its tier within its scope, blank for the province. In texts {@code {unit}} stands for the unit's name within a
 * sentence, {@code {parent}} for that of the unit above, {@code {kind}} for the initials of what the unit is.
 */
@Component
class AuthorityTable implements ProvinceTable<AuthorityTable.Style> {

    private static final int LONGEST = 500;

    record Style(UnitPath scope, Tier tier, Position position, Period period, String abbreviation, String superior,
                 String body, String authority, String head, String proposer, String executors,
                 List<String> recipients) implements Row {

        @Override
        public String subject() {
            return "%s, %s, %s".formatted(scope, tier.id(), position.id());
        }
    }

    @Override
    public String file() {
        return "authorities.csv";
    }

    @Override
    public List<String> columns() {
        return List.of("scope", "tier", "position", "validFrom", "validTo", "abbreviation", "superior", "body",
                "authority", "head", "proposer", "executors", "recipients");
    }

    @Override
    public List<String> key() {
        return List.of("scope", "tier", "position", "validFrom");
    }

    @Override
    public Optional<Style> row(SheetRow row, ProvinceUnits units) {
        var scope = units.ownOrRoot(row, "scope");
        var tier = row.option("tier", AuthorityTable::tier);
        if (tier.compareTo(scope.tier()) < 0) {
            throw Refusal.malformed("tier", "cấp \"%s\" cao hơn cấp của %s; sửa cấp, hoặc ghi phạm vi (scope) rộng hơn"
                    .formatted(tier.id(), scope.fullName()));
        }
        var position = row.option("position", Position::find);
        return Period.of(row).within(scope).map(period -> new Style(scope.path(), tier, position, period,
                row.text("abbreviation", LONGEST), optional(row, "superior"), row.text("body", LONGEST),
                row.text("authority", LONGEST), row.text("head", LONGEST), optional(row, "proposer"),
                optional(row, "executors"), recipients(row)));
    }

    private static Optional<Tier> tier(String id) {
        return Stream.of(Tier.values()).filter(tier -> tier.id().equals(id)).findFirst();
    }

    private static String optional(SheetRow row, String column) {
        return row.optional(column, LONGEST).orElse(null);
    }

    /** In one cell, divided by semicolons. */
    private static List<String> recipients(SheetRow row) {
        return row.optional("recipients", LONGEST).stream().flatMap(text -> Stream.of(text.split(";")))
                .map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    @Override
    public void load(List<Style> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("""
                        delete from authority_style where scope = :scope and tier = :tier and position = :position
                          and valid_from not in (:firstDays)""")
                .param("scope", row.scope.value()).param("tier", row.tier.id()).param("position", row.position.id())
                .param("firstDays", rows.stream().filter(other -> other.subject().equals(row.subject()))
                        .map(other -> Date.valueOf(other.period.from())).toList()).update());
        rows.forEach(row -> jdbc.sql("""
                        insert into authority_style (scope, tier, position, valid_from, valid_to, abbreviation,
                                                     superior, body, authority, head, proposer, executors, recipients)
                        values (:scope, :tier, :position, :from, :to, :abbreviation, :superior, :body, :authority,
                                :head, :proposer, :executors, :recipients)
                        on conflict (scope, tier, position, valid_from) do update set valid_to = excluded.valid_to,
                            abbreviation = excluded.abbreviation, superior = excluded.superior, body = excluded.body,
                            authority = excluded.authority, head = excluded.head, proposer = excluded.proposer,
                            executors = excluded.executors, recipients = excluded.recipients""")
                .param("scope", row.scope.value()).param("tier", row.tier.id()).param("position", row.position.id())
                .param("from", row.period.from()).param("to", row.period.to()).param("abbreviation", row.abbreviation)
                .param("superior", row.superior).param("body", row.body).param("authority", row.authority)
                .param("head", row.head).param("proposer", row.proposer).param("executors", row.executors)
                .param("recipients", row.recipients.toArray(String[]::new)).update());
    }

    @Override
    public void remove(List<Style> rows, JdbcClient jdbc) {
        rows.forEach(row -> jdbc.sql("delete from authority_style where scope = ? and tier = ? and position = ?")
                .params(row.scope.value(), row.tier.id(), row.position.id()).update());
    }

    /** Decisions that the tables want and no authority could print. */
    @Override
    public Stream<Finding> missed(List<Style> rows) {
        return JurisdictionTables.check(BuiltInFiles.read(Area.PROCESSES, new PathMatchingResourcePatternResolver()),
                Optional.of(rows.stream().map(row -> new JurisdictionTables.Style(row.tier.id(), row.position.id(),
                        row.abbreviation)).distinct().toList()));
    }
}
