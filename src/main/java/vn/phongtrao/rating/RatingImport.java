package vn.phongtrao.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.text.PlainText;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Units;

/** Takes ratings that were decided on paper before the system into the register, all or none. */
@Service
@Transactional
public class RatingImport implements RegisterImport {

    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final SheetForm FORM = SheetForm.of("xep-loai-to",
            SheetColumn.number("year", "column.year", LAST_YEAR).told("Năm đánh giá, không sau năm nay."),
            SheetColumn.unit("unit", "column.unit").told("Xã, phường, thị trấn."),
            SheetColumn.text("team", "column.team", LONGEST_NAME).told("Tên Tổ."),
            SheetColumn.text("name", "column.rated-person", LONGEST_NAME).optional().told("Để trống khi xếp loại chính Tổ."),
            SheetColumn.number("birthYear", "column.rated-birth-year", LAST_YEAR).optional()
                    .told("Bắt buộc khi xếp loại thành viên."),
            SheetColumn.text("citizenId", "column.rated-citizen", 12).optional()
                    .told("12 chữ số; có số thì xếp loại được nêu khi đề nghị khen thưởng."),
            SheetColumn.choice("role", "column.role", "team-role").optional(),
            SheetColumn.choice("level", "column.rating", "rating-level"),
            SheetColumn.text("decisionNumber", "column.decision", LONGEST_NUMBER),
            SheetColumn.day("decidedOn", "column.decided-on"));

    private final RatingBook book;
    private final Units units;
    private final CitizenNumbers citizens;
    private final ProvinceOfficers province;
    private final Clock clock;

    RatingImport(RatingBook book, Units units, CitizenNumbers citizens, ProvinceOfficers province, Clock clock) {
        this.book = book;
        this.units = units;
        this.citizens = citizens;
        this.province = province;
        this.clock = clock;
    }

    @Override
    public String register() {
        return "/api/team-ratings";
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
     * Keeps the rows of a file with columns year, unit, team, name, birthYear, citizenId, role, level, decisionNumber,
     * decidedOn.
     *
     * @return how many
     * @throws Refusal forbidden, but for the province's police officers; malformed; rule broken, naming each wrong row
     */
    public int load(byte[] file, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "kết quả có trước khi dùng hệ thống");
        book.takeTurn();
        Set<String> before = new HashSet<>();
        var rows = FORM.read(file, row -> rating(row, before));
        book.add(rows, officer.id(), clock.instant());
        return rows.size();
    }

    private PaperRating rating(SheetRow row, Set<String> before) {
        var today = LocalDate.now(clock);
        var year = row.number("year", 2000, today.getYear());
        var unit = row.only("unit", text -> units.called(text).stream().filter(one -> one.tier() == Tier.COMMUNE).toList());
        var team = row.text("team", LONGEST_NAME);
        var name = row.optional("name", LONGEST_NAME).orElse(null);
        var decidedOn = row.date("decidedOn");
        if (decidedOn.isAfter(today)) {
            throw Refusal.broken("decidedOn", "ngày chưa tới");
        }
        var rating = new PaperRating(year, unit.path(), team, name,
                name == null ? null : row.number("birthYear", 1900, today.getYear()),
                row.optional("citizenId", 12).filter(number -> name != null)
                        .map(number -> citizens.seal("citizenId", number, Optional.empty())).orElse(null),
                row.optional("role", LONGEST_NAME).isEmpty() ? null : row.option("role", RatingImport::role),
                row.option("level", RatingImport::level), row.text("decisionNumber", LONGEST_NUMBER), decidedOn);
        if (!before.add(PlainText.comparable("%d %s %s %s %s".formatted(year, unit.path(), team, name,
                rating.birthYear()))) || book.has(rating)) {
            throw Refusal.broken("year", "đã có kết quả của năm %d".formatted(year));
        }
        return rating;
    }

    private static Optional<String> role(String id) {
        return Set.of("leader", "deputy", "member").contains(id) ? Optional.of(id) : Optional.empty();
    }

    private static Optional<Level> level(String id) {
        return Arrays.stream(Level.values()).filter(level -> level.id().equals(id)).findFirst();
    }
}
