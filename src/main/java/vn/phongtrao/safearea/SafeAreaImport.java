package vn.phongtrao.safearea;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.procedure.Days;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Units;

/** Takes results that were decided on paper before the system into the register, all or none. */
@Service
@Transactional
public class SafeAreaImport implements RegisterImport {

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_HAMLET = 100;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 2_000;
    private static final SheetForm FORM = SheetForm.of("ket-qua-an-toan",
            SheetColumn.number("year", "column.year", LAST_YEAR).told("Năm xét, không sau năm nay."),
            SheetColumn.choice("subject", "column.kind", "area-kind"),
            SheetColumn.unit("unit", "column.unit").told("Xã, phường, thị trấn."),
            SheetColumn.text("hamlet", "column.hamlet", LONGEST_HAMLET).optional()
                    .told("Mã hoặc tên; bắt buộc khi loại là khóm, ấp."),
            SheetColumn.text("body", "column.body", SafeAreaBodies.LONGEST_NAME).optional()
                    .told("Mã hoặc tên; bắt buộc khi loại là cơ quan, doanh nghiệp, cơ sở giáo dục."),
            SheetColumn.choice("result", "column.result", "area-result"),
            SheetColumn.text("decisionNumber", "column.decision", LONGEST_NUMBER).optional()
                    .told("Số, ký hiệu quyết định; bắt buộc khi đạt."),
            SheetColumn.day("decidedOn", "column.examined-on"),
            SheetColumn.text("reason", "column.reason", LONGEST_REASON).optional().told("Bắt buộc khi chưa đạt."));

    private final AreaResults results;
    private final Units units;
    private final AreaFinder areas;
    private final AreaStandards standards;
    private final ProvinceOfficers province;
    private final Clock clock;

    SafeAreaImport(AreaResults results, Units units, AreaFinder areas, AreaStandards standards,
                   ProvinceOfficers province, Clock clock) {
        this.results = results;
        this.units = units;
        this.areas = areas;
        this.standards = standards;
        this.province = province;
        this.clock = clock;
    }

    /**
     * A result on paper.
     *
     * @param decisionNumber null for one that failed
     * @param reason         null for one that passed
     */
    record PaperResult(int year, Area area, String decisionNumber, LocalDate decidedOn, String reason) {

        boolean passed() {
            return decisionNumber != null;
        }
    }

    @Override
    public String register() {
        return "/api/safe-areas";
    }

    @Override
    public SheetForm form() {
        return FORM;
    }

    @Override
    public boolean takesFrom(Officer officer) {
        return province.hold(officer, Position.POLICE_OFFICER);
    }

    /**
     * Keeps the rows of a file with columns year, subject, unit, hamlet, body, result, decisionNumber, decidedOn, reason.
     *
     * @return how many
     * @throws Refusal forbidden, but for the province's police officers; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kết quả có trước khi dùng hệ thống");
        Set<String> passed = new HashSet<>();
        var rows = FORM.read(file, row -> result(row, passed));
        try {
            rows.forEach(row -> results.add(row, officer.id(), clock.instant()));
        } catch (DuplicateKeyException faster) {
            throw Refusal.conflict("Có đối tượng vừa được công nhận trong khi nhập; hãy nhập lại");
        }
        return rows.size();
    }

    private PaperResult result(SheetRow row, Set<String> before) {
        var year = row.number("year", 2000, LocalDate.now(clock).getYear());
        var area = area(row);
        var passed = row.option("result", id -> switch (id) {
            case "passed" -> Optional.of(true);
            case "failed" -> Optional.of(false);
            default -> Optional.empty();
        });
        var decidedOn = row.date("decidedOn");
        if (decidedOn.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken("decidedOn", "ngày chưa tới");
        }
        if (!passed) {
            return new PaperResult(year, area, null, decidedOn, row.text("reason", LONGEST_REASON));
        }
        standards.findWindow(area.kind(), year, Days.on(decidedOn)).ifPresent(window -> window.requireEnded(decidedOn));
        if (!before.add(area.path() + " " + year) || results.recognised(area, year).isPresent()) {
            throw Refusal.broken("year", "%s đã được công nhận năm %d".formatted(area.name(), year),
                    "Thông tư 124/2021/TT-BCA, Điều 3");
        }
        return new PaperResult(year, area, row.text("decisionNumber", LONGEST_NUMBER), decidedOn, null);
    }

    private Area area(SheetRow row) {
        var kind = row.option("subject", id -> Arrays.stream(AreaKind.values())
                .filter(one -> one.id().equals(id)).findFirst());
        return areas.find(kind, AreaFinder.commune(row, units), row.optional("hamlet", LONGEST_HAMLET).orElse(null),
                row.optional("body", SafeAreaBodies.LONGEST_NAME).orElse(null));
    }
}
