package vn.phongtrao.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * A stop of a dossier's route: an appraiser checks (where there is one), then the signers sign in order.
 *
 * @param stop      from 1
 * @param appraiser null where nobody appraises
 * @param leftOn    the day on which its dossier was led past it, because its unit had ended; null where it was not
 */
public record Stop(int stop, UnitPath unitPath, String tier, Position appraiser, List<Position> signers,
                   String legalBasis, LocalDate leftOn) {

    /** A stop that a dossier is to come to. */
    Stop(int stop, UnitPath unitPath, String tier, Position appraiser, List<Position> signers, String legalBasis) {
        this(stop, unitPath, tier, appraiser, signers, legalBasis, null);
    }

    /** The same at another place of the route. */
    Stop at(int place) {
        return new Stop(place, unitPath, tier, appraiser, signers, legalBasis, leftOn);
    }

    /** Whether the same is done there, at the same tier. */
    boolean asks(Stop other) {
        return tier.equals(other.tier) && appraiser == other.appraiser && signers.equals(other.signers);
    }

    /** Whether whoever passed this stop has nothing to do at the other: all its positions have acted at that tier. */
    private boolean covers(Stop other) {
        return leftOn == null && tier.equals(other.tier) && positions().containsAll(other.positions());
    }

    private List<Position> positions() {
        return posts().stream().map(Post::position).toList();
    }

    /** What is left of a route, in order: the stops after the last one that was passed already. */
    static List<Stop> after(List<Stop> passed, List<Stop> route) {
        var done = IntStream.range(0, route.size())
                .filter(i -> passed.stream().anyMatch(stop -> stop.covers(route.get(i)))).max().orElse(-1);
        return route.subList(done + 1, route.size());
    }

    /** The post to which a dossier comes first at this stop. */
    public Post receiver() {
        return appraiser == null ? signerPost(0) : appraiserPost();
    }

    /** The post whose signature sends a dossier on; only where somebody signs. */
    public Post lastSigner() {
        return signerPost(signers.size() - 1);
    }

    /** The posts that a dossier passes there, in order. */
    public List<Post> posts() {
        return Stream.concat(appraiser == null ? Stream.empty() : Stream.of(appraiserPost()),
                signers.stream().map(position -> new Post(unitPath, position))).toList();
    }

    Post appraiserPost() {
        return new Post(unitPath, appraiser);
    }

    Post signerPost(int index) {
        return new Post(unitPath, signers.get(index));
    }
}
