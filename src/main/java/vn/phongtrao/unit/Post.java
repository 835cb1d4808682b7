package vn.phongtrao.unit;

import java.time.LocalDate;
import java.util.Optional;

/** A position in a unit, which is a group of the identity provider: {@code 95/954/31813/police-chief}. */
public record Post(UnitPath unitPath, Position position) {

    /** The post that a group stands for; empty for groups that are no post, such as {@code camunda-admin}. */
    public static Optional<Post> ofGroup(String group) {
        int slash = group.lastIndexOf('/');
        return slash < 1 ? Optional.empty() : Position.find(group.substring(slash + 1))
                .flatMap(position -> UnitPath.find(group.substring(0, slash)).map(unit -> new Post(unit, position)));
    }

    /** Whether the other is a post of the same body: of the unit's police, or of its committee. */
    public boolean besides(Post other) {
        return unitPath.equals(other.unitPath) && position.besides(other.position);
    }

    public String group() {
        return unitPath + "/" + position.id();
    }

    /** The post that does its business on that day: the same position in the unit in charge, or itself where none is. */
    public Post inCharge(Units units, LocalDate on) {
        return new Post(units.inCharge(unitPath, on).map(Unit::path).orElse(unitPath), position);
    }
}
