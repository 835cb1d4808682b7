package vn.phongtrao.model;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterImport;
import vn.phongtrao.security.Officer;
import vn.phongtrao.security.ProvinceOfficers;
import vn.phongtrao.sheet.SheetColumn;
import vn.phongtrao.sheet.SheetForm;
import vn.phongtrao.sheet.SheetRow;
import vn.phongtrao.unit.Hamlets;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;

/** Takes models and sites that were decided on paper before the system into the register, all or none. */
@Service
@Transactional
public class ModelImport implements RegisterImport {

    private static final int MOST_TEAMS = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NUMBER = 50;
    private static final String OF_SITES = "Bắt buộc với mô hình và điểm nhân rộng.";
    private static final SheetForm FORM = SheetForm.of("mo-hinh",
            SheetColumn.choice("entry", "column.model-entry", "model-entry"),
            SheetColumn.text("key", "column.model-key", LONGEST_NUMBER).told("Với mô hình: một mã tự đặt trong tệp, ví dụ A1."
                    + " Với cấp công nhận thêm, điểm nhân rộng: mã ấy của mô hình, hoặc # và mã của mô hình trong sổ, ví dụ #12."),
            SheetColumn.text("name", "column.model", LONGEST_NAME).optional()
                    .told("Tên mô hình hoặc tên điểm nhân rộng. " + OF_SITES),
            SheetColumn.choice("group", "column.group", "model-group").optional().told("Bắt buộc với mô hình."),
            SheetColumn.unit("unit", "column.unit").optional().told(OF_SITES),
            SheetColumn.text("hamlet", "column.hamlet", LONGEST_NAME).optional().told("Mã hoặc tên khóm, ấp."),
            SheetColumn.day("startedOn", "model.started").optional(),
            SheetColumn.choice("level", "column.level", "level").optional()
                    .told("Bắt buộc với mô hình và cấp công nhận thêm."),
            SheetColumn.number("teams", "column.running-teams", MOST_TEAMS).optional().told(OF_SITES),
            SheetColumn.text("decisionNumber", "column.number", LONGEST_NUMBER).told("Của quyết định."),
            SheetColumn.day("decidedOn", "column.signed-on"),
            SheetColumn.text("authority", "model.authority", LONGEST_NAME).told("Ví dụ: Ủy ban nhân dân xã."));

    private final ModelBook book;
    private final Units units;
    private final Hamlets hamlets;
    private final ProvinceOfficers province;
    private final Clock clock;

    ModelImport(ModelBook book, Units units, Hamlets hamlets, ProvinceOfficers province, Clock clock) {
        this.book = book;
        this.units = units;
        this.hamlets = hamlets;
        this.province = province;
        this.clock = clock;
    }

    /** How many entries a file brought. */
    public record Imported(int models, int recognitions, int sites) {
    }

    private enum Entry {
        MODEL, RECOGNITION, SITE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return Labels.of("model-entry." + id());
        }

        static Optional<Entry> find(String id) {
            return Arrays.stream(values()).filter(entry -> entry.id().equals(id)).findFirst();
        }
    }

    @Override
    public String register() {
        return "/api/models";
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
     * Keeps the rows of a file with columns entry, key, name, group, unit, hamlet, startedOn, level, teams,
     * decisionNumber, decidedOn, authority. Entries are {@code model} (with its first recognition), {@code recognition}
     * at a further level, and {@code site}. The key marks a model within the file; later rows refer to it, or to a
     * model of the register as {@code #} and its id.
     *
     * @throws Refusal forbidden, but for the province's police officers; malformed; rule broken, naming each wrong row
     */
    public Imported load(byte[] file, Officer officer) {
        province.require(officer, Position.POLICE_OFFICER, "mô hình có trước khi dùng hệ thống");
        Map<String, Long> keys = new HashMap<>();
        var entries = FORM.read(file, row -> take(row, keys, officer));
        return new Imported(count(entries, Entry.MODEL), count(entries, Entry.RECOGNITION), count(entries, Entry.SITE));
    }

    private static int count(List<Entry> entries, Entry entry) {
        return (int) entries.stream().filter(entry::equals).count();
    }

    private Entry take(SheetRow row, Map<String, Long> keys, Officer officer) {
        var entry = row.option("entry", Entry::find);
        var source = new Source(null, row.text("decisionNumber", 50), past(row, "decidedOn"),
                row.text("authority", 200), null, officer.id(), OffsetDateTime.now(clock));
        switch (entry) {
            case MODEL -> takeModel(row, keys, source);
            case RECOGNITION -> takeRecognition(row, known(row, keys), source);
            case SITE -> takeSite(row, known(row, keys), source);
        }
        return entry;
    }

    private void takeModel(SheetRow row, Map<String, Long> keys, Source source) {
        var key = row.text("key", 50);
        var name = row.name("name", 200);
        var place = place(row);
        var level = row.option("level", Level::find);
        var group = row.option("group", ModelGroup::find);
        var startedOn = row.optionalDate("startedOn").orElse(null);
        var teams = row.number("teams", 1, MOST_TEAMS);
        if (startedOn != null && startedOn.isAfter(source.decidedOn())) {
            throw Refusal.broken("startedOn", "sau ngày quyết định");
        }
        if (key.startsWith("#") || keys.containsKey(key)) {
            throw Refusal.broken("key", "đã dùng cho mô hình khác hoặc bắt đầu bằng #");
        }
        book.lock(place.unitPath());
        book.sameName(name, place, level).ifPresent(same -> {
            throw Refusal.broken("name", "đã có trong sổ ở cấp này, mã " + same.id());
        });
        var id = book.enter(name, group, null, place, startedOn, teams, source);
        book.recognise(id, level, null, source);
        keys.put(key, id);
    }

    private void takeRecognition(SheetRow row, Model model, Source source) {
        requireBlank(row, Entry.RECOGNITION, "name", "group", "unit", "hamlet", "startedOn", "teams");
        var level = row.option("level", Level::find);
        if (model.recognitions().stream().anyMatch(reached -> reached.level() == level)) {
            throw Refusal.broken("level", "mô hình đã được công nhận ở cấp này");
        }
        book.recognise(model.id(), level, null, source);
    }

    private void takeSite(SheetRow row, Model model, Source source) {
        requireBlank(row, Entry.SITE, "group", "startedOn", "level");
        var name = row.name("name", 200);
        var place = place(row);
        if (book.hasSite(model.id(), name, place)) {
            throw Refusal.broken("name", "mô hình đã có điểm nhân rộng cùng tên tại nơi này");
        }
        book.enterSite(model.id(), name, place, row.number("teams", 1, MOST_TEAMS), source);
    }

    /** The model that a row refers to, kept from others until the import ends. */
    private Model known(SheetRow row, Map<String, Long> keys) {
        var key = row.text("key", 50);
        var id = keys.containsKey(key) ? keys.get(key)
                : book.require("key", key.startsWith("#") ? key.substring(1) : "").id();
        var model = book.lock(id);
        if (model.retiredOn() != null) {
            throw Refusal.broken("key", "mô hình đã thanh loại");
        }
        return model;
    }

    private Place place(SheetRow row) {
        var unit = row.only("unit", text -> units.called(text).stream()
                .filter(one -> units.inForce(one.path()).isPresent()).toList());
        return row.optional("hamlet", 100).map(text -> inHamlet(unit, text))
                .orElseGet(() -> new Place(unit.path(), null, null));
    }

    private Place inHamlet(Unit commune, String text) {
        return hamlets.called(commune.path(), text)
                .map(hamlet -> new Place(commune.path(), hamlet.code(), hamlet.name()))
                .orElseThrow(() -> Refusal.broken("hamlet", "không có khóm, ấp này"));
    }

    private LocalDate past(SheetRow row, String column) {
        var day = row.date(column);
        if (day.isAfter(LocalDate.now(clock))) {
            throw Refusal.broken(column, "ngày chưa tới");
        }
        return day;
    }

    private static void requireBlank(SheetRow row, Entry entry, String... columns) {
        for (var column : columns) {
            if (row.optional(column, 200).isPresent()) {
                throw Refusal.broken(column, "để trống với dòng %s".formatted(entry.label()));
            }
        }
    }
}
