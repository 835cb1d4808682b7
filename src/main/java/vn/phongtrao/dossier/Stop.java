package vn.phongtrao.dossier;

import java.util.List;
import java.util.stream.Stream;

import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/**
 * A stop of a dossier's route: an appraiser checks (where there is one), then the signers sign in order.
 *
 * @param stop      from 1
 * @param appraiser null where nobody appraises
 */
public record Stop(int stop, UnitPath unitPath, String tier, Position appraiser, List<Position> signers,
                   String legalBasis) {

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
