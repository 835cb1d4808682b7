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

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.SheetFile;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Hamlet;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/** Takes results that were decided on paper before the system into the register, all or none. */
@Service
@Transactional
public class SafeAreaImport {

    /** The columns of a file. */
    public static final List<String> COLUMNS =
            List.of("year", "subject", "unit", "hamlet", "result", "decisionNumber", "decidedOn", "reason");

    private final AreaResults results;
    private final Units units;
    private final Hamlets hamlets;
    private final Authorities authorities;
    private final ProvinceOfficers province;
    private final Clock clock;

    SafeAreaImport(AreaResults results, Units units, Hamlets hamlets, Authorities authorities,
                   ProvinceOfficers province, Clock clock) {
        this.results = results;
        this.units = units;
        this.hamlets = hamlets;
        this.authorities = authorities;
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

    /**
     * Keeps the rows of a file with columns year, subject, unit, hamlet, result, decisionNumber, decidedOn, reason.
     *
     * @return how many
     * @throws Refusal forbidden, but for the province's police officers; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kết quả có trước khi dùng hệ thống");
        Set<String> passed = new HashSet<>();
        var rows = SheetFile.read(file, COLUMNS, row -> result(row, passed));
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
            return new PaperResult(year, area, null, decidedOn, row.text("reason", 2000));
        }
        if (!before.add(area.path() + " " + year) || results.recognised(area, year).isPresent()) {
            throw Refusal.broken("year", "%s đã được công nhận năm %d".formatted(area.name(), year),
                    "Thông tư 124/2021/TT-BCA, Điều 3");
        }
        return new PaperResult(year, area, row.text("decisionNumber", 100), decidedOn, null);
    }

    private Area area(SheetRow row) {
        var kind = row.option("subject", id -> Arrays.stream(AreaKind.values())
                .filter(one -> one.id().equals(id)).findFirst());
        var unit = row.option("unit", text -> UnitPath.find(text).flatMap(units::inForce)
                .filter(one -> one.tier() == Tier.COMMUNE));
        return kind == AreaKind.COMMUNE ? Area.of(unit) : Area.of(hamlet(unit, row), authorities.nameOf(unit.path()));
    }

    private Hamlet hamlet(Unit commune, SheetRow row) {
        return row.option("hamlet", text -> hamlets.called(commune.path(), text));
    }
}
