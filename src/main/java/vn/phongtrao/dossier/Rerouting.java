package vn.phongtrao.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.phongtrao.authority.Jurisdiction;
import vn.phongtrao.authority.Jurisdictions;
import vn.phongtrao.authority.Jurisdictions.Matter;
import vn.phongtrao.dossier.DossierProcess.UnderReview;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.Titles;
import vn.phongtrao.unit.Unit;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Leads open dossiers on when units have ended. A unit of the same tier takes over by itself ({@link Units#inCharge}); what
 * a tier was to do that is no more is left out, and the dossier goes on at the next stop of the route that the rules of
 * today have, decided by whom they give the power. What was done stays done, and who did it.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Rerouting {

    private final Dossiers dossiers;
    private final DossierRepository repository;
    private final Stops stops;
    private final Route route;
    private final DossierProcess process;
    private final Jurisdictions jurisdictions;
    private final Units units;
    private final Titles titles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rerouting(Dossiers dossiers, DossierRepository repository, Stops stops, Route route, DossierProcess process,
              Jurisdictions jurisdictions, Units units, Titles titles, ApplicationEventPublisher events, Clock clock) {
        this.dossiers = dossiers;
        this.repository = repository;
        this.stops = stops;
        this.route = route;
        this.process = process;
        this.jurisdictions = jurisdictions;
        this.units = units;
        this.titles = titles;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Leads a dossier on by the units and rules of today. Once it is, there is nothing to do a second time.
     *
     * @return what has changed, in words; empty where nothing has, and for a dossier that has ended
     */
    public Optional<String> reroute(DossierNumber number) {
        var dossier = dossiers.lock(number);
        if (dossier.closedAt() != null) {
            return Optional.empty();
        }
        var changes = Stream.of(decider(dossier), way(dossier)).flatMap(Optional::stream).collect(Collectors.joining("; "));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        dossiers.note(dossier, Action.REROUTE.id(), dossier.decider().inCharge(units, today()), changes);
        return Optional.of(changes);
    }

    /** Where the deciding unit's tier is no more, the procedure's own table may give its power to another than the tier above. */
    private Optional<String> decider(Dossier dossier) {
        var before = dossier.decider();
        if (lasts(before.unitPath())) {
            return Optional.empty();
        }
        return jurisdictions.find(dossier.process(), acting(dossier.unitPath()).path(), dossiers.days(dossier),
                        new Matter(dossier.form(), dossier.type(), Jurisdictions.LEFT_OVER))
                .filter(now -> !now.decider().equals(before.inCharge(units, today()))).map(now -> decides(dossier, now));
    }

    private String decides(Dossier dossier, Jurisdiction now) {
        dossier.decidedBy(now);
        repository.save(dossier);
        events.publishEvent(new DossierReassigned(dossier));
        process.again(dossier.number(), "decide", "decide");
        return "%s quyết định (%s)".formatted(titles.inVietnamese(now.decider(), today()), now.legalBasis());
    }

    private Optional<String> way(Dossier dossier) {
        var before = stops.of(dossier.number());
        return before.isEmpty() ? Optional.empty()
                : process.underReview(dossier.number()).flatMap(review -> way(dossier, before, review));
    }

    private Optional<String> way(Dossier dossier, List<Stop> before, UnderReview review) {
        var here = before.get(review.stop() - 1);
        var stays = lasts(here.unitPath());
        var passed = before.subList(0, stays ? review.stop() : review.stop() - 1);
        var rest = Stop.after(passed, route.asOfToday(dossier));
        if (stays && same(rest, before.subList(review.stop(), before.size()))) {
            return Optional.empty();
        }
        if (stays) {
            replace(dossier, review.stop() + 1, rest);
            process.reroute(dossier.number(), null, review.stop() + Route.reviewing(dossier, rest));
        } else {
            leave(dossier, here, rest);
        }
        return Optional.of(Route.reviewing(dossier, rest) == 0 ? "không còn cấp nào phải xét duyệt" : "xét duyệt tiếp tại "
                + rest.stream().map(stop -> acting(stop.unitPath()).name()).distinct().collect(Collectors.joining(", ")));
    }

    /** The stop that it has come to stays in its route, marked: what was done there, and that it was written to. */
    private void leave(Dossier dossier, Stop here, List<Stop> rest) {
        stops.leave(dossier.number(), here.stop(), today());
        replace(dossier, here.stop() + 1, rest);
        var reviewing = Route.reviewing(dossier, rest);
        if (reviewing == 0) {
            process.endReview(dossier.number(), here.stop());
        } else {
            process.reroute(dossier.number(), here.stop() + 1, here.stop() + reviewing);
        }
    }

    private void replace(Dossier dossier, int from, List<Stop> rest) {
        stops.replace(dossier.number(), from, IntStream.range(0, rest.size())
                .mapToObj(i -> rest.get(i).at(from + i)).toList());
    }

    private static boolean same(List<Stop> one, List<Stop> other) {
        return one.size() == other.size() && IntStream.range(0, one.size())
                .allMatch(i -> one.get(i).asks(other.get(i)));
    }

    /** Whether there is a unit of the same tier that does its business. */
    private boolean lasts(UnitPath unit) {
        return acting(unit).tier() == units.require(unit).tier();
    }

    private Unit acting(UnitPath unit) {
        return units.acting(unit, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
