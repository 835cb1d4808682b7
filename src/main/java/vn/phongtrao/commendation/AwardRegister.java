package vn.phongtrao.commendation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.citizen.CitizenNumbers;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.register.RegisterQuery;
import vn.phongtrao.register.Sortable;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of awards. */
@Service
@Transactional(readOnly = true)
public class AwardRegister {

    private static final Sortable SORTABLE = Sortable.by("id", "decidedOn", "name", "form", "kind", "bonus", "unitPath")
            .alphabetically("name").byPath("unitPath");

    /** The names are asked for those of a page alone. */
    private static final String LIST = """
            (select award.*, (select name from campaign where campaign.id = award.campaign) as campaign_name
             from award) award""";

    private final JdbcClient jdbc;
    private final CitizenNumbers citizens;

    AwardRegister(JdbcClient jdbc, CitizenNumbers citizens) {
        this.jdbc = jdbc;
        this.citizens = citizens;
    }

    /**
     * An award as the register shows it; base salary and bonus in đồng.
     *
     * @param decisionId   null where a higher authority decided
     * @param revokedOn    null while it holds
     * @param revokedBy    number of the decision that revoked it
     * @param revocationId its entry; null where a higher authority revoked it
     * @param toRecover    what of the bonus is still to be given back
     * @param print        which print of the certificate counts, from 1
     * @param printedOn    null for the first
     * @param correctedOn  when words of it were last put right; null where they never were
     * @param correctedBy  number of the decision that did
     * @param correctionId its entry; null where a higher authority did
     * @param campaign     id of the emulation campaign that it is for; null where it is for none, as {@code campaignName}
     */
    public record Entry(long id, DossierNumber dossierNumber, Long decisionId, String decisionNumber,
                        LocalDate decidedOn, UnitPath unitPath, String form, String formName, String kind, String name,
                        String achievement, BigDecimal coefficient, long baseSalary, long bonus, LocalDate revokedOn,
                        String revokedBy, Long revocationId, long toRecover, int print, LocalDate printedOn,
                        LocalDate correctedOn, String correctedBy, Long correctionId, Long campaign,
                        String campaignName) {
    }

    /**
     * What a list is asked for; null leaves a criterion out.
     *
     * @param q          a part of the name, the achievement, the number of the dossier or of the decision
     * @param standingOn a day on which they had not been revoked
     * @param revoked    whether they have been
     * @param campaign   id of an emulation campaign
     */
    public record Filter(String form, String kind, UnitPath unit, String dossierNumber, String q, String name,
                         LocalDate decidedFrom, LocalDate decidedTo, LocalDate standingOn, Boolean revoked, Long campaign) {
    }

    /** The awards of the officer's units and below. */
    public Page<Entry> list(Filter filter, Officer officer, Pageable pageable) {
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, AwardRegister::entry).large("decidedOn")
                .within("unit_path", officer)
                .where("campaign = :campaign", "campaign", filter.campaign())
                .where("form = :form", "form", filter.form())
                .where("kind = :kind", "kind", filter.kind())
                .under("unit_path", filter.unit())
                .where("dossier_number = upper(:dossier)", "dossier", filter.dossierNumber())
                .finding("found_by ~ :q", "q", filter.q())
                .finding("found_by ~ :name and searchable(name) ~ :name", "name", filter.name())
                .where("decided_on >= :from", "from", filter.decidedFrom())
                .where("decided_on <= :to", "to", filter.decidedTo())
                .where("(revoked_on is null or revoked_on > :standing)", "standing", filter.standingOn())
                .where("(revoked_on is not null) = :revoked", "revoked", filter.revoked())
                .page(pageable);
    }

    /**
     * The awards of a person, the latest first, as far as they are of the officer's units and below.
     *
     * @param citizenId 12 digits, or the number of another document
     * @throws Refusal malformed
     */
    public Page<Entry> ofPerson(String citizenId, Officer officer, Pageable pageable) {
        var digests = citizens.digests(citizenId);
        if (digests.isEmpty()) {
            throw Refusal.malformed("citizenId", "Phải là số căn cước (12 chữ số), số chứng minh nhân dân (9 chữ số) hoặc số hộ chiếu");
        }
        return new RegisterQuery<>(jdbc, LIST, SORTABLE, AwardRegister::entry).large("decidedOn")
                .within("unit_path", officer)
                .where("subject = any(:subjects)", "subjects",
                        digests.stream().map(Proposals::person).toArray(String[]::new))
                .page(pageable);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), DossierNumber.of(row.getString("dossier_number")),
                row.getObject("decision_id", Long.class), row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class), UnitPath.of(row.getString("unit_path")),
                row.getString("form"), AwardForm.name(row.getString("form")), row.getString("kind"),
                row.getString("name"), row.getString("achievement"), row.getBigDecimal("coefficient"),
                row.getLong("base_salary"), row.getLong("bonus"), row.getObject("revoked_on", LocalDate.class),
                row.getString("revoked_by"), row.getObject("revocation_id", Long.class),
                row.getLong("to_recover"), row.getInt("print"), row.getObject("printed_on", LocalDate.class),
                row.getObject("corrected_on", LocalDate.class), row.getString("corrected_by"),
                row.getObject("correction_id", Long.class), row.getObject("campaign", Long.class),
                row.getString("campaign_name"));
    }
}
