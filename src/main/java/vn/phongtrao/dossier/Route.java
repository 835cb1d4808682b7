package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Ending;
import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.procedure.Days;
import vn.phongtrao.procedure.ProcedureRules;
import vn.phongtrao.procedure.ProcedureRules.About;
import vn.phongtrao.procedure.ProcessBean;
import vn.phongtrao.procedure.RowOf;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Tier;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.Units;

/**
 * The route of a dossier: stops from the originating unit upwards, laid down once by the procedure's
 * rules and kept with the dossier. Stops of a tier that does not exist above the unit fall out, so the same rows serve
 * three tiers and two.
 */
@Transactional
@ProcessBean("route")
public class Route {

    private final Dossiers dossiers;
    private final Stops stops;
    private final Units units;
    private final ProcedureRules rules;
    private final Clock clock;

    Route(Dossiers dossiers, Stops stops, Units units, ProcedureRules rules, Clock clock) {
        this.dossiers = dossiers;
        this.stops = stops;
        this.units = units;
        this.rules = rules;
        this.clock = clock;
    }

    /** What a route depends on: the dossier's form and the tier of the unit that opened it. */
    private record Origin(String form, String tier) {
    }

    /** A stop as the rules have it; {@code signers} are positions separated by commas. */
    @RowOf(value = "*-route", asked = Origin.class)
    private record Row(String stopTier, String appraiser, String signers, String legalBasis) {
    }

    /**
     * Lays down the route by the rules in force today.
     *
     * @return the number of stops that review the dossier; where it {@linkplain #submits is submitted}, one more follows
     */
    public int plan(DossierNumber dossierNumber) {
        var dossier = dossiers.require(dossierNumber);
        var planned = asOfToday(dossier);
        if (reviewing(dossier, planned) == 0) {
            throw Refusal.broken(null, "Chưa có quy định về các cấp xét duyệt cho loại hồ sơ này");
        }
        stops.save(dossierNumber, planned);
        return reviewing(dossier, planned);
    }

    /** Of so many stops of the dossier, how many review it. */
    static int reviewing(Dossier dossier, List<Stop> stops) {
        return stops.size() - (dossier.jurisdiction().submits() ? 1 : 0);
    }

    /** The route from the unit that does the originator's business today; no stop reviews where no rule knows one. */
    List<Stop> asOfToday(Dossier dossier) {
        var today = LocalDate.now(clock);
        var origin = units.acting(dossier.unitPath(), today);
        var rows = rules.rows(dossier.process(), About.ROUTE, Days.on(today),
                new Origin(dossier.form(), origin.tier().id()), Row.class);
        List<Stop> planned = new ArrayList<>();
        for (var row : rows) {
            units.atTier(origin.path(), Tier.of(row.stopTier())).ifPresent(unit ->
                    planned.add(new Stop(planned.size() + 1, unit.path(), unit.tier().id(),
                            Position.find(row.appraiser()).orElse(null), signers(dossier, unit, row.signers()),
                            row.legalBasis())));
        }
        if (dossier.jurisdiction().submits()) {
            planned.add(submission(dossier.jurisdiction(), planned.size() + 1));
        }
        return planned;
    }

    /** Who submits a dossier signs it once, as the last. */
    private List<Position> signers(Dossier dossier, Unit unit, String ids) {
        return positions(ids).stream().filter(position -> !dossier.jurisdiction().submits()
                || !dossier.decider().equals(new Post(unit.path(), position))).toList();
    }

    private Stop submission(Jurisdiction jurisdiction, int stop) {
        var post = jurisdiction.decider();
        return new Stop(stop, post.unitPath(), units.require(post.unitPath()).tier().id(), null,
                List.of(post.position()), jurisdiction.legalBasis());
    }

    public boolean hasAppraiser(DossierNumber dossierNumber, int stop) {
        return require(dossierNumber, stop).appraiser() != null;
    }

    /** @return the group that appraises at the stop */
    public String appraiser(DossierNumber dossierNumber, int stop) {
        return require(dossierNumber, stop).appraiserPost().group();
    }

    /** @return the number of signers at the stop */
    public int signers(DossierNumber dossierNumber, int stop) {
        return require(dossierNumber, stop).signers().size();
    }

    /** @param index from 0 @return the group that signs as the one at that index */
    public String signer(DossierNumber dossierNumber, int stop, int index) {
        return require(dossierNumber, stop).signerPost(index).group();
    }

    /** @return the group of that position in the unit at that tier, the dossier's own or above it */
    public String group(DossierNumber dossierNumber, String tier, String position) {
        var unit = units.atTier(dossiers.require(dossierNumber).unitPath(), Tier.of(tier)).orElseThrow();
        return new Post(unit.path(), Position.of(position)).group();
    }

    /** @return the group that decides */
    public String decider(DossierNumber dossierNumber) {
        return dossiers.require(dossierNumber).decider().group();
    }

    /** @return {@code decide} where an authority of the province decides, {@code forward} where a higher one does */
    public String ending(DossierNumber dossierNumber) {
        return (dossiers.require(dossierNumber).jurisdiction().forwards() ? Ending.FORWARD : Ending.DECIDE).id();
    }

    /**
     * Whether the authority signs the submission to a higher one after all that is asked before; that is the stop after
     * those that review.
     */
    public boolean submits(DossierNumber dossierNumber) {
        return dossiers.require(dossierNumber).jurisdiction().submits();
    }

    /** @return the police officers who forward the dossier to a higher authority and record its result */
    public String forwarder(DossierNumber dossierNumber) {
        return new Post(dossiers.require(dossierNumber).decider().unitPath(), Position.POLICE_OFFICER).group();
    }

    private Stop require(DossierNumber dossierNumber, int stop) {
        return stops.find(dossierNumber, stop).orElseThrow(() -> new IllegalArgumentException(
                "Dossier %s has no stop %d".formatted(dossierNumber, stop)));
    }

    private static List<Position> positions(String ids) {
        return ids == null || ids.isBlank() ? List.of()
                : Arrays.stream(ids.split(",")).map(String::trim).map(Position::of).toList();
    }
}
