package vn.phongtrao.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

/**
 * Who hands certificates over and keeps blank ones: for a chair the clerk of the committee, for a chief an officer of the
 * police; for an authority that has ended, those of the unit in charge of its business.
 */
@Component
class CertificateKeepers {

    private static final Map<Position, Position> KEEPERS = Map.of(Position.COMMITTEE_CHAIR, Position.COMMITTEE_CLERK,
            Position.POLICE_CHIEF, Position.POLICE_OFFICER);

    private final Units units;
    private final CurrentOfficer signedIn;
    private final Clock clock;

    CertificateKeepers(Units units, CurrentOfficer signedIn, Clock clock) {
        this.units = units;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The authorities for which the officer keeps them. */
    List<Post> of(Officer officer) {
        return KEEPERS.entrySet().stream().flatMap(entry -> officer.unitsAs(entry.getValue()).stream()
                        .map(path -> new Post(path, entry.getKey())))
                .filter(authority -> keeps(officer, authority))
                .sorted((one, other) -> one.group().compareTo(other.group())).toList();
    }

    /** As people call the authority today. */
    String title(Post authority) {
        return units.acting(authority.unitPath(), LocalDate.now(clock)).title(authority.position());
    }

    /** The authority, or who has its business now. */
    Post acting(Post authority) {
        return new Post(units.acting(authority.unitPath(), LocalDate.now(clock)).path(), authority.position());
    }

    boolean keeps(Officer officer, Post authority) {
        return keeper(authority).map(keeper -> officer.holds(keeper.unitPath(), keeper.position())).orElse(false);
    }

    /** @throws Refusal forbidden, but for who keeps them */
    void require(Officer officer, Post authority) {
        if (!keeps(officer, authority)) {
            throw Refusal.forbidden("Chỉ %s được ghi sổ giấy khen, bằng khen này".formatted(keeper(authority)
                    .map(keeper -> units.require(keeper.unitPath()).title(keeper.position()))
                    .orElse("người in giấy khen, bằng khen của cơ quan")));
        }
    }

    private Optional<Post> keeper(Post authority) {
        return Optional.ofNullable(KEEPERS.get(authority.position()))
                .map(position -> new Post(acting(authority).unitPath(), position));
    }

    /** Of the officer's units, which end with that position. @throws Refusal malformed, for another position */
    static Post authority(UnitPath unitPath, String position) {
        return Position.find(position).filter(KEEPERS::containsKey).map(found -> new Post(unitPath, found))
                .orElseThrow(() -> Refusal.malformed("position", "Chức vụ phải là %s".formatted(String.join(" hoặc ",
                        Stream.of(Position.COMMITTEE_CHAIR, Position.POLICE_CHIEF).map(Position::id).toList()))));
    }

    /** The person who is signed in; null where the name is not known. */
    String person() {
        return signedIn.fullName().orElse(null);
    }
}
