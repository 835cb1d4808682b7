package vn.phongtrao.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;
import vn.phongtrao.procedure.ProcedureCheck;
import vn.phongtrao.procedure.Table;
import vn.phongtrao.procedure.Table.Value;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;

/** The tables of routes and deadlines: that their tiers and positions exist. */
@Component
class RouteTables implements ProcedureCheck {

    private static final Set<String> TIERS = Arrays.stream(Tier.values()).map(Tier::id).collect(Collectors.toSet());
    private static final Set<String> POSITIONS = Arrays.stream(Position.values()).map(Position::id)
            .collect(Collectors.toSet());

    @Override
    public Stream<Finding> check(FileTree files) {
        return Table.all(files).flatMap(table -> Stream.of(
                unknown(table, table.conditions("tier"), TIERS, "Không có cấp"),
                unknown(table, table.results("stopTier"), TIERS, "Không có cấp"),
                unknown(table, table.results("appraiser"), POSITIONS, "Không có chức danh"),
                unknown(table, table.results("signers"), POSITIONS, "Không có chức danh"))
                .flatMap(findings -> findings));
    }

    private static Stream<Finding> unknown(Table table, List<Value> values, Set<String> known, String problem) {
        return values.stream().filter(value -> !known.contains(value.text())).map(value -> new Finding(table.file(),
                value.row().place(), "%s \"%s\"".formatted(problem, value.text()),
                "Dùng một trong: " + known.stream().sorted().collect(Collectors.joining(", "))));
    }
}
