package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.language.Labels;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The ledger of blank certificates to read, for the officer's units and below. */
@Service
@Transactional(readOnly = true)
public class BlankRegister {

    private static final String BLANKS = """
            (select blank.*, award.name as award_name, award.decision_number, award.dossier_number,
                    coalesce(blank.recorded_person, blank.recorded_by) as recorded_name
             from blank_certificate blank left join award on award.id = blank.award_id) blank""";

    private static final String BALANCES = """
            (select unit_path || ' ' || position || ' ' || form as id, unit_path, position, form, count(*) as received,
                    count(*) filter (where state = 'stock') as in_stock,
                    count(*) filter (where state = 'issued') as issued,
                    count(*) filter (where state = 'spoiled') as spoiled,
                    count(*) filter (where state = 'returned') as returned,
                    min(serial) filter (where state = 'stock') as next
             from blank_certificate group by unit_path, position, form) balance""";

    private static final Sortable BLANK_ORDER = Sortable.by("id", "serial", "unitPath", "form", "state", "receivedOn",
            "changedOn");
    private static final Sortable BALANCE_ORDER = Sortable.by("id", "unitPath", "form", "received", "inStock", "issued",
            "spoiled", "returned");

    private final JdbcClient jdbc;

    BlankRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A blank certificate.
     *
     * @param position  of the authority for whose awards it is, in that unit
     * @param state     {@code stock}, {@code issued}, {@code spoiled} or {@code returned}
     * @param changedOn the day of the state; null in stock
     * @param name      whose award it was printed for; null where it was for none, as the two that follow
     * @param reason    why it was spoiled or returned; null else
     */
    public record Entry(long id, UnitPath unitPath, String position, String form, String formName, String serial,
                        LocalDate receivedOn, String receivedFrom, String state, String stateName, LocalDate changedOn,
                        String name, String decisionNumber, String dossierNumber, String reason, String recordedName) {
    }

    /** The blanks of a form that an authority has. @param next the first serial in stock; null where there is none */
    public record Balance(UnitPath unitPath, String position, String form, String formName, long received, long inStock,
                          long issued, long spoiled, long returned, String next) {
    }

    /** Which blanks; null leaves a criterion out. @param q a part of the serial */
    public record Filter(UnitPath unit, String form, String state, String q) {
    }

    public Page<Entry> blanks(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, BLANKS, BLANK_ORDER, BlankRegister::entry)
                .within("unit_path", officer).under("unit_path", filter.unit())
                .where("form = :form", "form", filter.form()).where("state = :state", "state", filter.state())
                .finding("searchable(serial) ~ :q", "q", filter.q()).page(pageable);
    }

    public Page<Balance> balances(UnitPath unit, String form, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, BALANCES, BALANCE_ORDER, BlankRegister::balance)
                .within("unit_path", officer).under("unit_path", unit).where("form = :form", "form", form)
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), UnitPath.of(row.getString("unit_path")), row.getString("position"),
                row.getString("form"), AwardForm.name(row.getString("form")), row.getString("serial"),
                row.getObject("received_on", LocalDate.class), row.getString("received_from"), row.getString("state"),
                Labels.of("blank-state." + row.getString("state")), row.getObject("changed_on", LocalDate.class),
                row.getString("award_name"), row.getString("decision_number"), row.getString("dossier_number"),
                row.getString("reason"), row.getString("recorded_name"));
    }

    private static Balance balance(ResultSet row, int index) throws SQLException {
        return new Balance(UnitPath.of(row.getString("unit_path")), row.getString("position"), row.getString("form"),
                AwardForm.name(row.getString("form")), row.getLong("received"), row.getLong("in_stock"),
                row.getLong("issued"), row.getLong("spoiled"), row.getLong("returned"), row.getString("next"));
    }
}
