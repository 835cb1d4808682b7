package vn.phongtrao.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.sheet.Cell;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.sheet.SheetWriter;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Reports as files: of one commune, or of all below a unit. A file fills in forms and nothing more: each commune still
 * sends its report, and its chief signs it.
 */
@Service
@Transactional
public class ReportImport {

    private static final int LONGEST_PATH = 50;
    /** {@code unitName} is for people and is not read. */
    private static final SheetForm FORM = SheetForm.of("bao-cao-phong-trao", Stream.concat(
            Stream.of(SheetColumn.unit("unitPath", "column.unit-code"),
                    SheetColumn.text("unitName", "column.unit", LONGEST_PATH).optional()),
            Arrays.stream(Measure.values()).map(measure -> SheetColumn.number(measure.id(), "figure." + measure.id(),
                    measure.most()))).toArray(SheetColumn[]::new));

    /** What no file begins with. */
    private static final List<Measure> HAPPENED =
            Arrays.stream(Measure.values()).filter(measure -> !measure.lasting()).toList();

    private final ReportBook book;
    private final MovementReports reports;
    private final Dossiers dossiers;
    private final Units units;

    ReportImport(ReportBook book, MovementReports reports, Dossiers dossiers, Units units) {
        this.book = book;
        this.reports = reports;
        this.dossiers = dossiers;
        this.units = units;
    }

    /**
     * The reports and corrections of a period that wait to be filled in, each with what its form begins with, as a file
     * to fill in and to {@link #load}.
     *
     * @throws Refusal not found; forbidden, but for police officers
     */
    @Transactional(readOnly = true)
    public byte[] write(long periodId, Officer officer) {
        var period = require(periodId);
        requireFiller(officer);
        return SheetWriter.write("Báo cáo", FORM.head(), book.waiting(period).stream()
                .filter(report -> fills(officer, report.unitPath())).map(this::cells).toList());
    }

    /**
     * Fills in the forms of a period by the rows of a file, all or none; rows that say nothing of the period are left
     * out.
     *
     * @return how many
     * @throws Refusal not found; forbidden, but for police officers; malformed; rule broken, naming each wrong row
     */
    public int load(long periodId, byte[] file, Officer officer) {
        var period = require(periodId);
        requireFiller(officer);
        Set<UnitPath> filled = new HashSet<>();
        return (int) FORM.read(file, row -> fill(period, row, filled, officer)).stream()
                .filter(Objects::nonNull).count();
    }

    /** @param filled by the rows before @return null for a row that says nothing of the period */
    private UnitPath fill(Period period, SheetRow row, Set<UnitPath> filled, Officer officer) {
        var unit = row.only("unitPath", units::called).path();
        if (HAPPENED.stream().allMatch(measure -> row.optional(measure.id(), LONGEST_PATH).isEmpty())) {
            return null;
        }
        if (!fills(officer, unit)) {
            throw Refusal.broken("unitPath", "chỉ nhập được cho đơn vị của mình và cấp dưới");
        }
        if (!filled.add(unit)) {
            throw Refusal.broken("unitPath", "đơn vị này đã có ở một dòng trước");
        }
        var report = book.waiting(period, unit)
                .orElseThrow(() -> Refusal.broken("unitPath", "không có báo cáo nào đang chờ lập"));
        dossiers.lock(report.dossierNumber()).requireActive();
        if (!book.of(report.dossierNumber()).status().waitsToBeFilled()) {
            throw Refusal.conflict("Báo cáo %s vừa được gửi hoặc kỳ vừa được khóa".formatted(report.dossierNumber()));
        }
        book.keep(report.dossierNumber(), Figures.of(measure -> row.number(measure.id(), 0, measure.most())),
                officer.id());
        return unit;
    }

    private List<Cell> cells(Report report) {
        var figures = reports.beginning(report);
        return Stream.concat(Stream.of(Cell.text(code(report.unitPath())),
                Cell.text(units.require(report.unitPath()).fullName())), Arrays.stream(Measure.values())
                .map(figures::get).map(number -> Optional.ofNullable(number)
                        .map(one -> Cell.number(BigDecimal.valueOf(one))).orElse(Cell.BLANK))).toList();
    }

    /** As people know it, where that means this unit alone. */
    private String code(UnitPath unit) {
        return units.called(unit.code()).equals(List.of(units.require(unit))) ? unit.code() : unit.value();
    }

    private Period require(long id) {
        return book.period(id).orElseThrow(() -> Refusal.notFound("Không có kỳ báo cáo này"));
    }

    private static void requireFiller(Officer officer) {
        if (officer.unitsAs(Position.POLICE_OFFICER).isEmpty()) {
            throw Refusal.forbidden("Chỉ cán bộ Công an của đơn vị và cấp trên được nhập báo cáo từ tệp");
        }
    }

    private static boolean fills(Officer officer, UnitPath commune) {
        return officer.unitsAs(Position.POLICE_OFFICER).stream().anyMatch(unit -> unit.covers(commune));
    }
}
