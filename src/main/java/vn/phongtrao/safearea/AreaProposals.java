package vn.phongtrao.safearea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.turn.Turn;
import vn.phongtrao.unit.UnitPath;

/** What dossiers propose. */
@Repository
class AreaProposals {

    private final JdbcClient jdbc;

    AreaProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other transactions from judging the same area and year until this one has ended. */
    void lock(Area area, int year) {
        Turn.take(jdbc, "safe-area:%s:%d".formatted(area.path(), year));
    }

    void add(Proposal proposal) {
        jdbc.sql("""
                        insert into safe_area_proposal (dossier_number, year, subject, area_path, area_name, criteria,
                                                        explanation)
                        values (:dossier, :year, :subject, :path, :name, :criteria, :explanation)""")
                .param("dossier", proposal.dossierNumber().value()).param("year", proposal.year())
                .param("subject", proposal.area().kind().id()).param("path", proposal.area().path().value())
                .param("name", proposal.area().name()).param("criteria", array(proposal.criteria()))
                .param("explanation", proposal.explanation()).update();
    }

    void change(DossierNumber dossierNumber, List<String> criteria, String explanation) {
        jdbc.sql("update safe_area_proposal set criteria = ?, explanation = ? where dossier_number = ?")
                .params(array(criteria), explanation, dossierNumber.value()).update();
    }

    Proposal of(Dossier dossier) {
        return jdbc.sql("select * from safe_area_proposal where dossier_number = ?").param(dossier.number().value())
                .query((row, index) -> proposal(row, dossier.unitPath())).single();
    }

    /** The dossiers that propose an area for a year. */
    List<DossierNumber> dossiersFor(Area area, int year) {
        return jdbc.sql("select dossier_number from safe_area_proposal where area_path = ? and year = ?")
                .params(area.path().value(), year).query(String.class).list().stream()
                .map(DossierNumber::of).toList();
    }

    private static Proposal proposal(ResultSet row, UnitPath unitPath) throws SQLException {
        return new Proposal(DossierNumber.of(row.getString("dossier_number")), row.getInt("year"),
                new Area(AreaKind.of(row.getString("subject")), UnitPath.of(row.getString("area_path")), unitPath,
                        row.getString("area_name")),
                Arrays.asList((String[]) row.getArray("criteria").getArray()), row.getString("explanation"));
    }

    private static String[] array(List<String> criteria) {
        return criteria.toArray(String[]::new);
    }
}
