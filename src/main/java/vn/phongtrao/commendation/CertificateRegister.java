package vn.phongtrao.commendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The certificates of awards: which have been handed over, to whom, and on which blank they were printed. */
@Service
@Transactional(readOnly = true)
public class CertificateRegister {

    /** Whose certificates count; the few awards that were revoked after handing over are looked up before. */
    private static final String AWARDS = """
            (select * from award where revoked_on is null or id = any(array(
                 select one.award_id from certificate_handover one join award given on given.id = one.award_id
                 where given.revoked_on is not null and one.print <= given.print and one.undone_at is null))) award""";

    private static final String CERTIFICATES = """
            (select award.id, award.dossier_number, award.decision_id, award.decision_number, award.decided_on,
                    award.unit_path, award.form, award.kind, award.name, award.found_by, award.posthumous,
                    dossier.decider, nominee.receiver, blank.serial, handover.id as handover_id, handover.handed_on,
                    handover.way, handover.ceremony, handover.received_by, handover.handed_by,
                    handover.id is not null as handed_over, award.print,
                    (select coalesce(string_agg(to_char(one.handed_on, 'DD/MM/YYYY') || ', ' || one.received_by, '; ' order by one.print), '')
                     from certificate_handover one
                     where one.award_id = award.id and one.print < award.print and one.undone_at is null) as handed_before
             from %s
             left join dossier on dossier.number = award.dossier_number
             left join nominee on nominee.id = award.nominee_id
             left join certificate_handover handover
                  on handover.award_id = award.id and handover.print = award.print and handover.undone_at is null
             left join blank_certificate blank on blank.award_id = award.id and blank.state = 'issued') certificate""".formatted(AWARDS);

    /** {@code place} is the order of a ceremony: collectives, households, individuals, the dead. */
    private static final Sortable SORTABLE = Sortable.by("id", "decidedOn", "name", "form", "kind", "unitPath", "handedOn",
            "serial", "place=array_position(array['collective', 'household', 'individual'], kind) + 3 * posthumous::integer")
            .alphabetically("name").byPath("unitPath");

    private static final String[] UNINDEXED = {"serial", "place"};
    private static final String[] UNINDEXED_UNLESS_HANDED_OVER = {"serial", "place", "handedOn"};

    private final JdbcClient jdbc;

    CertificateRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The certificate of an award: the print that counts.
     *
     * @param id           of the award
     * @param decisionId   null where a higher authority decided
     * @param unitPath     who proposed it
     * @param posthumous   whether the recipient is dead
     * @param receiver     who was named to receive it for the dead
     * @param serial       of the blank that it was printed on; null where none is entered
     * @param handoverId   null while it has not been handed over, as what follows up to {@code handedBy}
     * @param print        which one it is, from 1
     * @param handedBefore when earlier prints were handed over and to whom; empty where none was
     */
    public record Entry(long id, DossierNumber dossierNumber, Long decisionId, String decisionNumber,
                        LocalDate decidedOn, UnitPath unitPath, String form, String formName, String kind, String name,
                        boolean posthumous, String receiver, String serial, boolean handedOver, Long handoverId,
                        LocalDate handedOn, String way, String wayName, String ceremony, String receivedBy,
                        String handedBy, int print, String handedBefore) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param authority the posts that decided or forwarded, as {@code 95/committee-chair}
     * @param q         a part of the name, the achievement, the number of dossier or decision
     */
    public record Filter(UnitPath unit, String form, String kind, Boolean handedOver, Long decisionId, String q,
                         String authority) {
    }

    /** The certificates of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        // PostgreSQL then begins with the handovers and their index
        var handed = Boolean.TRUE.equals(filter.handedOver());
        return new RegisterQuery<>(jdbc, CERTIFICATES, SORTABLE, CertificateRegister::entry).large("decidedOn").pickedFrom(AWARDS, "handed", "authority")
                .bounded(handed ? UNINDEXED : UNINDEXED_UNLESS_HANDED_OVER)
                .within("unit_path", officer).under("unit_path", filter.unit())
                .where("form = :form", "form", filter.form())
                .where("kind = :kind", "kind", filter.kind())
                .where(handed ? "handover_id is not null and :handed" : "handed_over = :handed", "handed", filter.handedOver())
                .where("decision_id = :decision", "decision", filter.decisionId())
                .where("decider = :authority", "authority", filter.authority())
                .finding("found_by ~ :q", "q", filter.q())
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var way = row.getString("way");
        return new Entry(row.getLong("id"), DossierNumber.of(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class), UnitPath.of(row.getString("unit_path")),
                row.getString("form"), AwardForm.name(row.getString("form")), row.getString("kind"),
                row.getString("name"), row.getBoolean("posthumous"), row.getString("receiver"), row.getString("serial"),
                row.getBoolean("handed_over"), row.getObject("handover_id", Long.class),
                row.getObject("handed_on", LocalDate.class), way,
                way == null ? null : HandoverWay.find(way).orElseThrow().label(), row.getString("ceremony"),
                row.getString("received_by"), row.getString("handed_by"), row.getInt("print"),
                row.getString("handed_before"));
    }
}
