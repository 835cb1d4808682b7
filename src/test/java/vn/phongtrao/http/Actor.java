package vn.phongtrao.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import vn.phongtrao.unit.Position;

/**
 * Somebody who calls.
 *
 * @param account  as {@link Client#as} takes it
 * @param unit     path of the unit of the only post, null without one
 */
record Actor(String account, String unit, Position position) {

    static final String COMMUNE = "95/954/31813";
    static final String SIBLING_COMMUNE = "95/956/31843";
    static final String DISTRICT = "95/954";
    static final String SIBLING_DISTRICT = "95/956";
    static final String PROVINCE = "95";

    static final Actor ADMINISTRATOR = new Actor("admin", null, null);
    static final Actor WITHOUT_POST = new Actor("without-post", null, null);
    static final Actor SYSTEM = new Actor("phongtrao-integration", COMMUNE, Position.POLICE_OFFICER);

    static Actor of(Position position, String unit) {
        return of(position, unit, 1);
    }

    /** @param number 2 and 3 are further people in the same position */
    static Actor of(Position position, String unit, int number) {
        var code = unit.substring(unit.lastIndexOf('/') + 1);
        return new Actor(position.id() + (number == 1 ? "" : "-" + number) + "." + code, unit, position);
    }

    /**
     * Every position in the commune, in its neighbour, in the districts of both and in the province; and the others.
     */
    static List<Actor> all() {
        return Stream.concat(
                Stream.of(COMMUNE, SIBLING_COMMUNE, DISTRICT, SIBLING_DISTRICT, PROVINCE)
                        .flatMap(unit -> Arrays.stream(Position.values()).map(position -> of(position, unit))),
                Stream.of(of(Position.COUNCIL_MEMBER, PROVINCE, 2), WITHOUT_POST, SYSTEM, ADMINISTRATOR)).toList();
    }

    boolean administrator() {
        return this == ADMINISTRATOR;
    }

    boolean in(String... units) {
        return unit != null && List.of(units).contains(unit);
    }

    @Override
    public String toString() {
        return account;
    }
}
