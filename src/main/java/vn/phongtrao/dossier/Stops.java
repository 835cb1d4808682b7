package vn.phongtrao.dossier;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.UnitPath;

/** The stops of dossiers' routes. */
@Repository
@Transactional
public class Stops {

    private final JdbcTemplate jdbc;
    private final Hand hand;

    Stops(JdbcTemplate jdbc, Hand hand) {
        this.jdbc = jdbc;
        this.hand = hand;
    }

    void save(DossierNumber dossierNumber, List<Stop> stops) {
        jdbc.batchUpdate("""
                insert into dossier_stop (dossier_number, stop, unit_path, tier, appraiser, signers, legal_basis)
                values (?, ?, ?, ?, ?, ?, ?)""",
                stops.stream().map(stop -> new Object[] {dossierNumber.value(), stop.stop(), stop.unitPath().value(),
                        stop.tier(), stop.appraiser() == null ? null : stop.appraiser().id(),
                        stop.signers().stream().map(Position::id).toArray(String[]::new), stop.legalBasis()}).toList());
        hand.planned(dossierNumber, stops);
    }

    /** Puts others in the place of the stops from that number on. */
    void replace(DossierNumber dossierNumber, int from, List<Stop> rest) {
        var kept = of(dossierNumber).subList(0, from - 1);
        jdbc.update("delete from dossier_stop where dossier_number = ? and stop >= ?", dossierNumber.value(), from);
        save(dossierNumber, rest);
        hand.planned(dossierNumber, Stream.concat(kept.stream(), rest.stream()).toList());
    }

    /** Marks a stop that the dossier had come to, and was led past. */
    void leave(DossierNumber dossierNumber, int stop, LocalDate on) {
        jdbc.update("update dossier_stop set left_on = ? where dossier_number = ? and stop = ?", on,
                dossierNumber.value(), stop);
        hand.forget(dossierNumber);
    }

    /** The route of a dossier, in order; empty before it is planned. */
    public List<Stop> of(DossierNumber dossierNumber) {
        return hand.stops(dossierNumber,
                () -> jdbc.query("select * from dossier_stop where dossier_number = ? order by stop", Stops::map,
                        dossierNumber.value()));
    }

    Optional<Stop> find(DossierNumber dossierNumber, int stop) {
        return of(dossierNumber).stream().filter(one -> one.stop() == stop).findFirst();
    }

    private static Stop map(ResultSet row, int index) throws SQLException {
        return new Stop(row.getInt("stop"), UnitPath.of(row.getString("unit_path")), row.getString("tier"),
                Position.find(row.getString("appraiser")).orElse(null), positions(row.getArray("signers")),
                row.getString("legal_basis"), row.getObject("left_on", LocalDate.class));
    }

    private static List<Position> positions(Array ids) throws SQLException {
        return Arrays.stream((String[]) ids.getArray()).map(Position::of).toList();
    }
}
